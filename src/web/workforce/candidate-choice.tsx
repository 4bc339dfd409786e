// Helpers a household could have, with why each fits; who may not stands there with the reason.
import { useState } from 'react';
import type { Candidate, Why } from '#contract/workforce-pairing.ts';
import { useRead } from '#web/client/read.ts';
import { type Text, useText } from '#web/text/catalogue.ts';
import { SearchInput } from '#web/ui/search-input.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { helperTexts } from './helper-texts.ts';

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
                  {one.barred === null ? whySentence(text, one.why) : text.pick(one.barred)}
                </small>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </>
  );
}

type HelperText = Text<NonNullable<(typeof helperTexts)['key']>>;

/** Why this helper: what was measured, as one sentence. */
export function whySentence(text: HelperText, why: Why): string {
  const people = why.people === null ? '' : text.pick(why.people);
  const parts = [
    why.before ? text('whyBefore') : '',
    why.km === null ? '' : text(why.kmMeasured ? 'whyKm' : 'whyKmGuess', { km: why.km }),
    why.speaks === true ? text('whySpeaks', { people }) : '',
    why.speaks === false ? text('whyNotSpeaks', { people }) : '',
    why.room === null ? '' : text('whyRoom', { room: why.room }),
  ];
  return parts.filter((part) => part !== '').join(text.language === 'zh' ? '，' : ', ');
}
