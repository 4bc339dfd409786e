// Units whose people are late or were never on site, and the interviews held with them.
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { DueCounts } from '#contract/workforce-visits.ts';
import { useMay, useMe } from '#web/access/me.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { Count, Day } from '#web/ui/figure.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { StackedTable } from '#web/ui/stacked-table.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { TotalRow } from '#web/ui/total-row.tsx';
import { staleVisits } from './stale-visits.ts';
import { visitTexts } from './visit-texts.ts';

type Unit = DueCounts['units'][number];

export function LateUnits({ area, counts }: { readonly area: string; readonly counts: DueCounts }) {
  const text = useText(visitTexts);
  const may = useMay();
  const [talking, setTalking] = useState<Unit>();
  const interviews = useRead('GET /api/workforce/interviews', { query: { area } });
  const held = interviews.data?.items ?? [];
  return (
    <>
      {counts.units.length === 0 ? null : (
        <Block title={text('units')} aside={text('unitsAside')}>
          <StackedTable
            heads={['unit', 'households', 'overdue', 'never', 'talked']}
            figures={['households', 'overdue', 'never', 'talked']}
            nameOf={text}
            acts={may('workforce.manage') ? text('talk') : undefined}
          >
            <tbody>
              {counts.units.map((one) => (
                <tr key={one.id}>
                  <td>{one.name}</td>
                  <td className="number">
                    <Count value={one.households} />
                  </td>
                  <td className="number">
                    <Link
                      to="/visits"
                      search={{ due: 'overdue', unit: one.id }}
                      className="count-link"
                    >
                      <Count value={one.overdue} />
                    </Link>
                  </td>
                  <td className="number">
                    <Count value={one.neverOnSite} />
                  </td>
                  <td className="number">{one.lastInterviewOn ?? '—'}</td>
                  {may('workforce.manage') ? (
                    <td className="stacked-whole no-print">
                      <button
                        type="button"
                        className="button plain"
                        onClick={() => setTalking(one)}
                      >
                        {text('talk')}
                      </button>
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
            <TotalRow
              rows={counts.units}
              columns={['households', 'overdue', 'neverOnSite']}
              after={may('workforce.manage') ? 2 : 1}
            />
          </StackedTable>
        </Block>
      )}
      {held.length === 0 ? null : (
        <Block title={text('interviews')}>
          <ul className="workforce-visits">
            {held.map((one) => (
              <li key={one.id}>
                <strong>{one.unit}</strong>{' '}
                <small className="quiet">
                  <Day day={one.on} />
                </small>
                <span className="workforce-line">{one.reason}</span>
                <span className="workforce-line quiet">{one.outcome}</span>
              </li>
            ))}
          </ul>
        </Block>
      )}
      {talking === undefined ? null : (
        <TalkSheet unit={talking} onClose={() => setTalking(undefined)} />
      )}
    </>
  );
}

function TalkSheet({ unit, onClose }: { readonly unit: Unit; readonly onClose: () => void }) {
  const text = useText(visitTexts);
  const { today } = useMe().installation;
  const [on, setOn] = useState<string>(today);
  const [reason, setReason] = useState('');
  const [outcome, setOutcome] = useState('');
  const [mendBy, setMendBy] = useState('');
  const record = useWrite('POST /api/workforce/interviews', {
    stale: staleVisits,
    onDone: onClose,
  });
  const problem = useExplanation(record.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    record.mutate({
      body: { unit: unit.id, on, reason, outcome, mendBy: mendBy === '' ? null : mendBy },
    });
  };
  return (
    <Sheet title={text('talkTitle', { unit: unit.name })} onClose={onClose} centred>
      <form onSubmit={submit}>
        <Field label={text('on')}>
          <DayInput required max={today} value={on} onChange={setOn} />
        </Field>
        <Field label={text('reason')}>
          <input
            className="input"
            required
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        <Field label={text('outcome')} hint={text('outcomeHint')} problem={problem}>
          <textarea
            className="input"
            required
            rows={3}
            maxLength={1000}
            value={outcome}
            onChange={(event) => setOutcome(event.target.value)}
          />
        </Field>
        <Field label={text('mendBy')}>
          <DayInput value={mendBy} onChange={setMendBy} />
        </Field>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={record.isPending}>
            {text('save')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}
