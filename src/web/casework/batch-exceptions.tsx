// Exceptions of a batch: another outcome with its reason, or left to be looked at alone.
import type { Case, CaseRow } from '#contract/casework.ts';
import { useText } from '#web/text/catalogue.ts';
import { batchTexts } from './batch-texts.ts';
import { caseTexts } from './case-texts.ts';

export interface Exception {
  readonly leave: boolean;
  readonly outcome: string;
  readonly reason: string;
}
export type Exceptions = Readonly<Record<string, Exception>>;

interface BatchExceptionsProps {
  readonly cases: readonly CaseRow[];
  readonly outcomes: NonNullable<Case['open']>['outcomes'];
  readonly value: Exceptions;
  readonly onChange: (value: Exceptions) => void;
}

const listed = 100;
const leaving = '-';

export function BatchExceptions({ cases, outcomes, value, onChange }: BatchExceptionsProps) {
  const text = useText(batchTexts);
  const words = useText(caseTexts);
  const choose = (id: string, outcome: string) => {
    const { [id]: _before, ...others } = value;
    if (outcome === '') onChange(others);
    else if (outcome === leaving) {
      onChange({ ...others, [id]: { leave: true, outcome: '', reason: '' } });
    } else onChange({ ...others, [id]: { leave: false, outcome, reason: '' } });
  };
  return (
    <details className="batch-exceptions">
      <summary>
        {text('exceptions')}
        {Object.keys(value).length === 0 ? '' : ` · ${Object.keys(value).length}`}
      </summary>
      <p className="field-hint">
        {cases.length > listed
          ? text('exceptionsFirst', { count: listed })
          : text('exceptionsHint')}
      </p>
      <ul>
        {cases.slice(0, listed).map((one) => {
          const name = one.headName ?? words('nameless');
          const own = value[one.id];
          return (
            <li key={one.id}>
              <span>
                {name} <small className="quiet">{one.village}</small>
              </span>
              <select
                className="input"
                aria-label={text('exceptionFor', { name })}
                value={own === undefined ? '' : own.leave ? leaving : own.outcome}
                onChange={(event) => choose(one.id, event.target.value)}
              >
                <option value="">{text('same')}</option>
                {outcomes.map((each) => (
                  <option key={each.id} value={each.id}>
                    {text.pick(each.title)}
                  </option>
                ))}
                <option value={leaving}>{text('leave')}</option>
              </select>
              {own === undefined || own.leave ? null : (
                <input
                  className="input"
                  aria-label={text('exceptionReason', { name })}
                  placeholder={words('reason')}
                  maxLength={1000}
                  value={own.reason}
                  onChange={(event) =>
                    onChange({ ...value, [one.id]: { ...own, reason: event.target.value } })
                  }
                />
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
