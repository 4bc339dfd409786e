// Sheets of a set: the history of a cell, who owns the set, and a file handed back.
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { IndicatorSet, IndicatorTable } from '#contract/registry-indicators.ts';
import { useMe } from '#web/access/me.ts';
import { upload } from '#web/client/call.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { BudgetWarning } from '#web/insight/burden/budget-warning.tsx';
import { useText } from '#web/text/catalogue.ts';
import { ColumnHeads } from '#web/ui/column-heads.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { FileChoice } from '#web/ui/file-choice.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import type { AskedCell } from './indicator-chosen.tsx';
import { staleIndicators } from './indicator-editor.tsx';
import { indicatorTexts } from './indicator-texts.ts';
import { shownValue } from './indicator-view.tsx';

export function HistorySheet({
  set,
  asked,
  onClose,
}: {
  readonly set: string;
  readonly asked: AskedCell;
  readonly onClose: () => void;
}) {
  const text = useText(indicatorTexts);
  const { area, place, indicator } = asked;
  const read = useRead('GET /api/registry/indicators/entries', {
    query: { area, set, indicator: indicator.id },
  });
  return (
    <Sheet
      title={text('history', { indicator: text.pick(indicator.title), place })}
      onClose={onClose}
    >
      <p className="small quiet">{text.pick(indicator.measure)}</p>
      {read.isPending ? <Skeleton lines={4} /> : null}
      {read.error === null ? null : <ErrorState error={read.error} />}
      {read.data?.items.length === 0 ? <p>{text('historyEmpty')}</p> : null}
      <table className="rows dense">
        <thead>
          <tr>
            <ColumnHeads
              heads={['when', 'value', 'evidence', 'by']}
              figures={['value']}
              nameOf={text}
            />
          </tr>
        </thead>
        <tbody>
          {(read.data?.items ?? []).map((one) => (
            <tr key={one.id}>
              <td>{one.asOf}</td>
              <td className="number">
                {one.value === null
                  ? text('takenBack')
                  : shownValue({ ...one, value: one.value }, indicator, text)}
              </td>
              <td>{one.evidence}</td>
              <td>
                {one.by} <small className="quiet">{one.at.slice(0, 10)}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}

interface SetProps {
  readonly area: string;
  readonly set: IndicatorSet;
  readonly onClose: () => void;
}

export function AssignSheet({
  area,
  set,
  departments,
  onClose,
}: SetProps & { readonly departments: IndicatorTable['departments'] }) {
  const text = useText(indicatorTexts);
  const say = useSay();
  const [account, setAccount] = useState(set.owner?.account ?? departments[0]?.account ?? '');
  const assign = useWrite('PUT /api/registry/indicators/owner', {
    stale: staleIndicators,
    onDone: ({ unit }) => {
      say(text('saidAssigned', { set: text.pick(set.title), unit }));
      onClose();
    },
  });
  const problem = useExplanation(assign.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    assign.mutate({ body: { area: area.slice(0, 6), set: set.id, account } });
  };
  return (
    <Sheet title={text('assignTitle', { set: text.pick(set.title) })} onClose={onClose} centred>
      {departments.length === 0 ? (
        <p>{text('assignNone')}</p>
      ) : (
        <form onSubmit={submit}>
          <p className="sheet-lead">{text('assignText')}</p>
          <Field label={text('department')} problem={problem}>
            <select
              className="input"
              value={account}
              onChange={(event) => setAccount(event.target.value)}
            >
              {departments.map((one) => (
                <option key={one.account} value={one.account}>
                  {one.title} {one.name}
                </option>
              ))}
            </select>
          </Field>
          <BudgetWarning query={{ area: area.slice(0, 6), of: 'indicators', set: set.id }} />
          <p className="sheet-act">
            <button type="submit" className="button primary" disabled={assign.isPending}>
              {text('assignSave')}
            </button>
          </p>
        </form>
      )}
    </Sheet>
  );
}

export function ImportSheet({ area, set, onClose }: SetProps) {
  const text = useText(indicatorTexts);
  const say = useSay();
  const client = useQueryClient();
  const { today } = useMe().installation;
  const [asOf, setAsOf] = useState<string>(today);
  const [evidence, setEvidence] = useState('');
  const [error, setError] = useState<unknown>(null);
  const problem = useExplanation(error);
  const send = async (file: File) => {
    setError(null);
    try {
      const query = { area, set: set.id, asOf, evidence };
      const done = await upload('POST /api/exchange/indicators', { query }, file, () => {});
      await Promise.all(
        staleIndicators.map((address) => client.invalidateQueries({ queryKey: [address] })),
      );
      say(text('saidSaved', { saved: done.saved, unchanged: done.unchanged }));
      onClose();
    } catch (caught) {
      setError(caught);
    }
  };
  const isReady = evidence.trim().length > 1;
  return (
    <Sheet title={text('importTitle')} onClose={onClose} centred>
      <p className="sheet-lead">{text('importText')}</p>
      <Field label={text('asOf')}>
        <DayInput required max={today} value={asOf} onChange={setAsOf} />
      </Field>
      <Field label={text('evidence')} hint={text('evidenceHint')}>
        <input
          className="input"
          maxLength={300}
          value={evidence}
          onChange={(event) => setEvidence(event.target.value)}
        />
      </Field>
      {isReady ? (
        <FileChoice
          label={text('importTitle')}
          button={text('choose')}
          accept=".xlsx,.xls,.ods,.csv"
          onChoose={(file) => void send(file)}
        />
      ) : null}
      <Problem>{problem}</Problem>
    </Sheet>
  );
}
