// Helpers a household could have, with why each fits; who may not stands there with the reason.
import { useState } from 'react';
import type { Candidate } from '#contract/workforce-pairing.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { SearchInput } from '#web/ui/search-input.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { helperTexts } from './helper-texts.ts';
import { whySentence } from './why-sentence.ts';

export function CandidateChoice({
  household,
  chosen,
  onChoose,
}: {
  readonly household: string;
  readonly chosen: string | undefined;
  readonly onChoose: (candidate: Candidate) => void;
}) {
  const text = useText(helperTexts);
  const [name, setName] = useState('');
  const read = useRead(
    'GET /api/workforce/households/:id/candidates',
    { params: { id: household }, query: name === '' ? {} : { name } },
    { keep: true },
  );
  return (
    <>
      <SearchInput label={text('candidateSearch')} value={name} onSettled={setName} />
      {read.error === null ? null : <ErrorState error={read.error} />}
      {read.isPending ? <Skeleton lines={5} /> : null}
      {read.data?.items.length === 0 ? <p className="quiet">{text('filteredEmpty')}</p> : null}
      <ul className="workforce-choice">
        {read.data?.items.map((one) => (
          <li key={one.id} className={one.barred === null ? undefined : 'barred'}>
            <label>
              <input
                type="radio"
                name="helper"
                disabled={one.barred !== null}
                checked={one.id === chosen}
                onChange={() => onChoose(one)}
              />
              <span>
                <span>
                  {one.name} {text.pick(one.rankTitle)} {one.unit}
                </span>
                <small className="quiet">
                  {one.barred === null
                    ? whySentence(text.language, one.why)
                    : text.pick(one.barred)}
                </small>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </>
  );
}
