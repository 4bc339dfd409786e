// One act on a problem: what it asks for and nothing else.
import { type FormEvent, useState } from 'react';
import type { Problem as ProblemShape } from '#contract/monitoring.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { type ChosenOwner, OwnerField } from './owner-field.tsx';
import { problemTexts } from './problem-texts.ts';
import { staleProblems } from './stale-problems.ts';

export type Offered = ProblemShape['may'][number];

interface ActProps {
  readonly one: ProblemShape;
  readonly offered: Offered;
  readonly onClose: () => void;
}

export function ActSheet({ one, offered: { act, to }, onClose }: ActProps) {
  const text = useText(problemTexts);
  const say = useSay();
  const [words, setWords] = useState('');
  const [owner, setOwner] = useState<ChosenOwner>({ account: '', name: '' });
  const [dueOn, setDueOn] = useState(one.dueOn ?? '');
  const assigns = act === 'reassign' || (act === 'advance' && to.phase === 'assigned');
  const send = useWrite('POST /api/monitoring/problems/:id/acts', {
    stale: staleProblems,
    onDone: (after) => {
      say(text('saidDone', { state: text.pick(after.state.title) }));
      onClose();
    },
  });
  const problem = useExplanation(send.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { account, name } = owner;
    const given = { owner: { account: account === '' ? null : account, name }, dueOn };
    send.mutate({
      params: { id: one.id },
      body: { seen: one.position, act, words, ...(assigns ? given : {}) },
    });
  };
  return (
    <Sheet title={text(`act_${act}`, { state: text.pick(to.title) })} onClose={onClose} centred>
      <form onSubmit={submit}>
        {assigns ? (
          <>
            <OwnerField area={one.areaCode.slice(0, 6)} value={owner} onChange={setOwner} />
            <Field label={text('dueLabel')}>
              <DayInput required value={dueOn} onChange={setDueOn} />
            </Field>
          </>
        ) : null}
        <Field label={text('actWords')} hint={assigns ? undefined : text('actWordsHint')}>
          <textarea
            className="input"
            rows={4}
            maxLength={2000}
            required={!assigns && act !== 'urge' && to.phase !== 'open'}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </Field>
        <Problem>{problem}</Problem>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={send.isPending}>
            {text('confirm')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}
