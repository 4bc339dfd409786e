// One verdict for all that is chosen, and the exceptions one by one.

import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { Case, CaseRow } from '#contract/casework.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { BatchExceptions, type Exceptions } from './batch-exceptions.tsx';
import { batchTexts } from './batch-texts.ts';
import { caseTexts } from './case-texts.ts';
import { type Figures, MeetingFields, meetingOf, noFigures } from './meeting-fields.tsx';
import { staleCases } from './stale-cases.ts';

export interface BatchChoice {
  readonly cases: readonly CaseRow[];
  readonly step: Pick<CaseRow, 'process'> & { readonly step: NonNullable<CaseRow['step']> };
  readonly count: number;
  readonly all: boolean;
  readonly onClose: () => void;
}

export function BatchSheet(choice: BatchChoice) {
  const text = useText(batchTexts);
  const { cases, step, count, onClose } = choice;
  // The step as the first of them has it: outcomes, figures of a meeting, who may act.
  const first = cases[0];
  const read = useRead(
    'GET /api/casework/cases/:id',
    { params: { id: first?.id ?? '' } },
    { enabled: first !== undefined },
  );
  const open = read.data?.open ?? null;
  return (
    <Sheet title={text('sheet', { step: text.pick(step.step.title) })} onClose={onClose}>
      <p className="sheet-lead">{text('lead', { count })}</p>
      {read.isPending ? <Skeleton lines={6} /> : null}
      {read.error === null ? null : (
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      )}
      {open === null ? null : open.kind === 'signOff' ? (
        <p className="notice">{text('signed')}</p>
      ) : open.capacities.length === 0 ? (
        <p className="notice">{open.barred === null ? text('cannot') : text.pick(open.barred)}</p>
      ) : (
        <Verdict choice={choice} open={open} />
      )}
    </Sheet>
  );
}

const posting = 'post';

function Verdict({
  choice,
  open,
}: {
  readonly choice: BatchChoice;
  readonly open: NonNullable<Case['open']>;
}) {
  const text = useText(batchTexts);
  const words = useText(caseTexts);
  const navigate = useNavigate();
  const { area, whose, colour } = useSearch({ from: '/frame/cases' });
  const isUnposted = open.kind === 'notice' && open.notice === null;
  // A class is chosen, never proposed.
  const proposed = open.outcomes.some((each) => each.class !== null) ? undefined : open.outcomes[0];
  const [outcome, setOutcome] = useState(isUnposted ? posting : (proposed?.id ?? ''));
  const [reason, setReason] = useState('');
  const [place, setPlace] = useState('');
  const [figures, setFigures] = useState<Figures>(noFigures);
  const [exceptions, setExceptions] = useState<Exceptions>({});
  const start = useWrite('POST /api/casework/batches', {
    stale: staleCases,
    onDone: ({ id }) => void navigate({ to: '/cases/batches/$id', params: { id } }),
  });
  const problem = useExplanation(start.error);
  const needsReason = open.outcomes.find(({ id }) => id === outcome)?.needsReason === true;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isPost = outcome === posting;
    start.mutate({
      query: { area },
      body: {
        process: choice.step.process.id,
        step: choice.step.step.id,
        act: isPost ? 'post' : 'decide',
        outcome: isPost ? '' : outcome,
        reason,
        place,
        ...(open.kind === 'meeting' ? { meeting: meetingOf(figures) } : {}),
        select: choice.all
          ? { all: true, whose: whose ?? 'mine', ...(colour === undefined ? {} : { colour }) }
          : { ids: choice.cases.map(({ id }) => id) },
        except: Object.entries(exceptions).map(([id, one]) => ({ id, ...one })),
      },
    });
  };
  const left = Object.values(exceptions).filter((one) => one.leave).length;
  return (
    <form onSubmit={submit}>
      <fieldset className="case-outcomes">
        <legend className="field-label">{words('outcome')}</legend>
        {open.kind === 'notice' ? (
          <Choice value={posting} chosen={outcome} onChoose={setOutcome} title={text('post')} />
        ) : null}
        {open.outcomes.map((each) => (
          <Choice
            key={each.id}
            value={each.id}
            chosen={outcome}
            onChoose={setOutcome}
            title={text.pick(each.title)}
            note={words('leadsTo', { to: text.pick(each.leadsTo) })}
          />
        ))}
      </fieldset>
      {open.kind === 'meeting' ? (
        <MeetingFields open={open} value={figures} onChange={setFigures} />
      ) : null}
      {outcome === posting ? (
        <Field label={text('place')}>
          <input
            className="input"
            required
            maxLength={200}
            value={place}
            onChange={(event) => setPlace(event.target.value)}
          />
        </Field>
      ) : (
        <Field label={words('reason')} hint={words(needsReason ? 'reasonNeeded' : 'reasonHint')}>
          <input
            className="input"
            required={needsReason}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
      )}
      <BatchExceptions
        cases={choice.cases}
        outcomes={outcome === posting ? [] : open.outcomes}
        value={exceptions}
        onChange={setExceptions}
      />
      <Problem>{problem}</Problem>
      <p className="sheet-act">
        <button
          type="submit"
          className="button primary"
          disabled={start.isPending || outcome === ''}
        >
          {text('start', { count: choice.count - left })}
        </button>
      </p>
    </form>
  );
}

function Choice({
  value,
  chosen,
  onChoose,
  title,
  note,
}: {
  readonly value: string;
  readonly chosen: string;
  readonly onChoose: (value: string) => void;
  readonly title: string;
  readonly note?: string;
}) {
  return (
    <label>
      <input
        type="radio"
        name="verdict"
        value={value}
        checked={value === chosen}
        onChange={() => onChoose(value)}
      />
      <span>
        {title} {note === undefined ? null : <small className="quiet">{note}</small>}
      </span>
    </label>
  );
}
