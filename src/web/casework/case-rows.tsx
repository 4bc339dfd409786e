// The queue as a table at a desk and as cards on a phone.
import { Link } from '@tanstack/react-router';
import type { CaseRow } from '#contract/casework.ts';
import { daysBetween, plainDate } from '#domain/kernel/plain-date.ts';
import { useMe } from '#web/access/me.ts';
import { ClockChip } from '#web/registry/cases/clock-chip.tsx';
import { useText } from '#web/text/catalogue.ts';
import { ColumnHeads } from '#web/ui/column-heads.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { batchTexts } from './batch-texts.ts';
import { caseTexts } from './case-texts.ts';
import { useQueueKeys } from './use-queue-keys.ts';
import type { Selection } from './use-selection.ts';

interface CasesProps {
  readonly cases: readonly CaseRow[];
  /** Undefined for whoever decides nothing. */
  readonly selection: Selection | undefined;
}

const none = () => undefined;

export function CaseTable({ cases, selection }: CasesProps) {
  const text = useText(caseTexts);
  const here = useQueueKeys(cases, selection?.toggle ?? none);
  const waited = useWaited();
  return (
    <table className="rows case-table">
      <thead>
        <tr>
          {selection === undefined ? null : <PickAll cases={cases} selection={selection} />}
          <ColumnHeads
            heads={['household', 'what', 'step', 'since', 'due', 'clock']}
            figures={['since']}
            nameOf={text}
          />
        </tr>
      </thead>
      <tbody>
        {cases.map((one, index) => (
          <tr key={one.id} className={index === here ? 'here' : undefined}>
            {selection === undefined ? null : (
              <td className="pick">
                <Pick one={one} selection={selection} />
              </td>
            )}
            <td className="whose">
              <Link to="/cases/$id" params={{ id: one.id }} className="row-link">
                {one.areaName ?? one.headName ?? text('nameless')}
              </Link>{' '}
              <small className="quiet">
                {one.township} {one.areaName === null ? one.village : ''}
              </small>
            </td>
            <td>{text.pick(one.process.title)}</td>
            <td>{one.step === null ? '' : text.pick(one.step.title)}</td>
            <td className="number">{waited(one)}</td>
            <td className="day">{one.clock.dueOn ?? '—'}</td>
            <td className="clock">
              <ClockChip clock={one.clock} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PickAll({ cases, selection }: Required<CasesProps> & { readonly selection: Selection }) {
  const text = useText(batchTexts);
  const isAll = selection.all || cases.every(({ id }) => selection.ids.has(id));
  return (
    <th scope="col" className="pick">
      <input
        type="checkbox"
        aria-label={text('pickShown')}
        checked={isAll}
        onChange={() => (isAll ? selection.clear() : selection.choose(cases.map(({ id }) => id)))}
      />
    </th>
  );
}

function Pick({ one, selection }: { readonly one: CaseRow; readonly selection: Selection }) {
  const text = useText(batchTexts);
  return (
    <input
      type="checkbox"
      aria-label={`${text('pick')} ${one.areaName ?? one.headName ?? ''}`}
      checked={selection.all || selection.ids.has(one.id)}
      onChange={() => selection.toggle(one.id)}
    />
  );
}

export function CaseCards({ cases, selection }: CasesProps) {
  const text = useText(caseTexts);
  const waited = useWaited();
  return (
    <ul className="case-cards">
      {cases.map((one) => (
        <li key={one.id}>
          {selection === undefined ? null : (
            <span className="pick">
              <Pick one={one} selection={selection} />
            </span>
          )}
          <Link to="/cases/$id" params={{ id: one.id }}>
            <strong>{one.areaName ?? one.headName ?? text('nameless')}</strong>
            <span>{one.step === null ? '' : text.pick(one.step.title)}</span>
            <small className="quiet">
              <Dotted>
                {text.pick(one.process.title)}
                {one.village}
                {`${text('since')} ${waited(one)}`}
              </Dotted>
            </small>
          </Link>
          <span>
            <ClockChip clock={one.clock} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function useWaited(): (one: CaseRow) => string {
  const text = useText(caseTexts);
  const { today } = useMe().installation;
  return ({ clock }) =>
    text('days', { count: Math.max(0, daysBetween(plainDate(clock.since), plainDate(today))) });
}
