// What is under way for a household, and the way to begin a process of the rules in force.
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { CaseRow, HouseholdCases as Cases } from '#contract/casework.ts';
import { useMay } from '#web/access/me.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Field } from '#web/ui/field.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { casesTexts } from './cases-texts.ts';
import { ClockChip } from './clock-chip.tsx';
import './cases.css';

export function HouseholdCases({ household }: { readonly household: string }) {
  const text = useText(casesTexts);
  const may = useMay();
  const cases = useRead(
    'GET /api/casework/households/:id',
    { params: { id: household } },
    { enabled: may('casework.read') },
  );
  const problem = useExplanation(cases.error);
  const [beginning, setBeginning] = useState(false);
  if (!may('casework.read')) return null;
  const processes = cases.data?.processes ?? [];
  const mayBegin = may('casework.act') && processes.some(({ closed }) => closed === null);
  return (
    <Block
      title={text('cases')}
      aside={
        mayBegin ? (
          <button type="button" className="link no-print" onClick={() => setBeginning(true)}>
            {text('begin')}
          </button>
        ) : undefined
      }
    >
      {cases.isPending ? <Skeleton lines={2} /> : null}
      {problem === undefined ? null : <p className="quiet">{problem}</p>}
      {cases.data?.items.length === 0 ? <p className="quiet">{text('casesNone')}</p> : null}
      <ul className="household-cases">
        {cases.data?.items.map((one) => (
          <CaseLine key={one.id} one={one} />
        ))}
      </ul>
      {beginning ? (
        <BeginSheet
          household={household}
          processes={processes}
          onClose={() => setBeginning(false)}
        />
      ) : null}
    </Block>
  );
}

function CaseLine({ one }: { readonly one: CaseRow }) {
  const text = useText(casesTexts);
  return (
    <li>
      <Link to="/cases/$id" params={{ id: one.id }} className="row-link">
        {text.pick(one.process.title)}
      </Link>
      <span>
        {one.step === null
          ? text('closedNow', { end: one.end === null ? '' : text.pick(one.end.title) })
          : text('now', { step: text.pick(one.step.title), since: one.clock.since })}
      </span>
      {one.step === null ? (
        <span className="quiet">{one.endedOn}</span>
      ) : (
        <ClockChip clock={one.clock} />
      )}
    </li>
  );
}

function BeginSheet({
  household,
  processes,
  onClose,
}: {
  readonly household: string;
  readonly processes: Cases['processes'];
  readonly onClose: () => void;
}) {
  const text = useText(casesTexts);
  const navigate = useNavigate();
  const open = processes.filter(({ closed }) => closed === null);
  const [process, setProcess] = useState(open[0]?.id ?? '');
  const begin = useWrite('POST /api/casework/households/:id/cases', {
    stale: [
      'GET /api/casework/households/:id',
      'GET /api/casework/cases',
      'GET /api/casework/counts',
    ],
    onDone: ({ id }) => void navigate({ to: '/cases/$id', params: { id } }),
  });
  const problem = useExplanation(begin.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    begin.mutate({ params: { id: household }, body: { process } });
  };
  return (
    <Sheet title={text('beginTitle')} onClose={onClose} centred>
      <form onSubmit={submit}>
        <p className="sheet-lead">{text('beginLead')}</p>
        <Field label={text('process')} problem={problem}>
          <select
            className="input"
            value={process}
            onChange={(event) => setProcess(event.target.value)}
          >
            {open.map((one) => (
              <option key={one.id} value={one.id}>
                {text.pick(one.title)}
              </option>
            ))}
          </select>
        </Field>
        {processes.map(({ id, title, closed }) =>
          closed === null ? null : (
            <p key={id} className="small quiet">
              {text.pick(title)} · {text('beginClosed', { why: text.pick(closed) })}
            </p>
          ),
        )}
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={begin.isPending}>
            {text('beginEnter')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}
