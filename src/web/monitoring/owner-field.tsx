// Who is to do it: somebody with an account, or a unit without one.
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { problemTexts } from './problem-texts.ts';

export interface ChosenOwner {
  /** Empty for a unit without an account. */
  readonly account: string;
  readonly name: string;
}

export function OwnerField({
  area,
  value,
  onChange,
}: {
  readonly area: string;
  readonly value: ChosenOwner;
  readonly onChange: (owner: ChosenOwner) => void;
}) {
  const text = useText(problemTexts);
  const read = useRead('GET /api/monitoring/owners', { query: { area } });
  return (
    <>
      <Field label={text('ownerLabel')} hint={text('ownerHint')}>
        <select
          className="input"
          value={value.account}
          onChange={(event) => onChange({ account: event.target.value, name: '' })}
        >
          <option value="">{text('ownerUnit')}</option>
          {(read.data?.items ?? []).map((one) => (
            <option key={one.account} value={one.account}>
              {one.place} {one.title} {one.name}
            </option>
          ))}
        </select>
      </Field>
      {value.account === '' ? (
        <Field label={text('unitName')}>
          <input
            className="input"
            required
            maxLength={80}
            value={value.name}
            onChange={(event) => onChange({ account: '', name: event.target.value })}
          />
        </Field>
      ) : null}
    </>
  );
}
