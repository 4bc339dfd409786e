// Who answers for a cell: somebody with an account who can log patrols, or a name alone.

import { useMe } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { gridTexts } from './grid-texts.ts';

export interface NamedOfficer {
  /** Empty where there is none. */
  readonly account: string;
  readonly name: string;
}

interface OfficerFieldsProps {
  readonly area: string;
  readonly value: NamedOfficer;
  /** May stay undecided. */
  readonly isLater?: boolean;
  readonly label?: string;
  readonly onChange: (officer: NamedOfficer) => void;
}

const patrolling = ['village', 'township', 'helper'];

export function OfficerFields({ area, value, isLater, label, onChange }: OfficerFieldsProps) {
  const text = useText(gridTexts);
  const mayList = useMe().permissions.includes('monitoring.work');
  const read = useRead('GET /api/monitoring/owners', { query: { area } }, { enabled: mayList });
  const accounts = (read.data?.items ?? []).filter(({ role }) => patrolling.includes(role));
  return (
    <>
      <Field label={label ?? text('officerAccount')} hint={text('officerHint')}>
        <select
          className="input"
          value={value.account}
          onChange={(event) => onChange({ account: event.target.value, name: '' })}
        >
          <option value="">{text(isLater === true ? 'officerNone' : 'handlerUnit')}</option>
          {accounts.map((one) => (
            <option key={one.account} value={one.account}>
              {one.place} {one.title} {one.name}
            </option>
          ))}
        </select>
      </Field>
      {value.account === '' ? (
        <Field
          label={text(isLater === true ? 'officerName' : 'handlerName')}
          hint={isLater === true ? text('officerLater') : undefined}
        >
          <input
            className="input"
            required={isLater !== true}
            maxLength={60}
            value={value.name}
            onChange={(event) => onChange({ account: '', name: event.target.value })}
          />
        </Field>
      ) : null}
    </>
  );
}
