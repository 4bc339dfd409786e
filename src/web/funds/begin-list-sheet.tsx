// A payment list is begun: out of which purse, under which name and paper, for which day.
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { ListChoices } from '#contract/funds-lists.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { listTexts } from './list-texts.ts';
import { PaperFields } from './paper-fields.tsx';
import { purseWords } from './purse-words.ts';
import { staleLists } from './stale-lists.ts';

export function BeginSheet({
  area,
  onClose,
}: {
  readonly area: string;
  readonly onClose: () => void;
}) {
  const text = useText(listTexts);
  const choices = useRead('GET /api/funds/purses', { query: { area } });
  const problem = useExplanation(choices.error);
  return (
    <Sheet title={text('beginTitle')} onClose={onClose}>
      <p className="sheet-lead">{text('beginLead')}</p>
      <Problem>{problem}</Problem>
      {choices.isPending ? <Skeleton lines={6} /> : null}
      {choices.data === undefined ? null : <BeginForm area={area} choices={choices.data} />}
    </Sheet>
  );
}

function BeginForm({ area, choices }: { readonly area: string; readonly choices: ListChoices }) {
  const text = useText(listTexts);
  const say = useSay();
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [document, setDocument] = useState('');
  const [payOn, setPayOn] = useState('');
  const [purse, setPurse] = useState(choices.purses[0]?.id ?? '');
  const [benefit, setBenefit] = useState('');
  const begin = useWrite('POST /api/funds/lists', {
    stale: staleLists,
    onDone: ({ id }) => {
      say(text('saidBegun'));
      void navigate({ to: '/payments/$id', params: { id } });
    },
  });
  const problem = useExplanation(begin.error);
  if (choices.purses.length === 0) return <Problem>{text('purseNone')}</Problem>;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { area, title, document, payOn, purse, benefit: benefit === '' ? null : benefit };
    begin.mutate({ body });
  };
  return (
    <form onSubmit={submit}>
      <Field label={text('purse')} hint={choices.more ? text('purseCut') : undefined}>
        <select className="input" value={purse} onChange={(event) => setPurse(event.target.value)}>
          {choices.purses.map((one) => (
            <option key={one.id} value={one.id}>
              {purseWords(one, { pick: text.pick, purpose: one.purposeTitle })}
            </option>
          ))}
        </select>
      </Field>
      <Field label={text('name')} hint={text('nameHint')}>
        <input
          className="input"
          required
          maxLength={80}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </Field>
      <Field label={text('benefit')}>
        <select
          className="input"
          value={benefit}
          onChange={(event) => setBenefit(event.target.value)}
        >
          <option value="">{text('benefitNone')}</option>
          {choices.benefits.map((one) => (
            <option key={one.id} value={one.id}>
              {text.pick(one.title)}
              {one.verified ? '' : text('unverified')}
            </option>
          ))}
        </select>
      </Field>
      <PaperFields
        document={document}
        onDocument={setDocument}
        payOn={payOn}
        onPayOn={setPayOn}
        problem={problem}
      />
      <p className="sheet-act">
        <button type="submit" className="button primary" disabled={begin.isPending}>
          {text('submitBegin')}
        </button>
      </p>
    </form>
  );
}
