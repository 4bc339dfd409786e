// What was taken for what, and the way to say it otherwise.
import { type FormEvent, useState } from 'react';
import type { TableMeasures } from '#contract/insight-measures.ts';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { measureTexts } from './texts.ts';

type Columns = TableMeasures['columns'];

const roles = [
  ['income', 'ownIncome'],
  ['members', 'ownMembers'],
  ['weight', 'ownWeight'],
  ['household', 'ownHousehold'],
  ['by', 'ownBy'],
] as const;

interface OwnColumnsProps {
  readonly answer: TableMeasures;
  readonly busy: boolean;
  readonly onCompute: (columns: Columns) => void;
  readonly onForget: () => void;
}

export function OwnColumns({ answer, busy, onCompute, onForget }: OwnColumnsProps) {
  const text = useText(measureTexts);
  const [columns, setColumns] = useState(answer.columns);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onCompute(columns);
  };
  return (
    <form className="own-columns" onSubmit={submit}>
      {roles.map(([role, key]) => (
        <Field key={role} label={text(key)}>
          <select
            className="input"
            value={columns[role] ?? ''}
            onChange={(event) =>
              setColumns({
                ...columns,
                [role]: event.target.value === '' ? null : event.target.value,
              })
            }
          >
            <option value="">{text('ownNone')}</option>
            {answer.headings.map((heading) => (
              <option key={heading}>{heading}</option>
            ))}
          </select>
        </Field>
      ))}
      <div className="own-acts">
        <button type="submit" className="button" disabled={busy || columns.income === null}>
          {text('ownAgain')}
        </button>
        <button type="button" className="button plain" onClick={onForget}>
          {text('ownForget')}
        </button>
      </div>
    </form>
  );
}
