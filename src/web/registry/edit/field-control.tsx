// The control for one field of the form, by its type: a list of codes, a number, a day, yes or no.
import type { FieldValue } from '#contract/registry-value.ts';
import type { FormField } from '#domain/registry/form.ts';
import { useFormWords } from '#web/registry/form-words.ts';
import { useText } from '#web/text/catalogue.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { editTexts } from './edit-texts.ts';

interface FieldControlProps {
  readonly field: FormField;
  readonly value: FieldValue;
  readonly problem?: string | undefined;
  readonly onChange: (value: FieldValue) => void;
}

export function FieldControl({ field, value, problem, onChange }: FieldControlProps) {
  const words = useFormWords();
  const text = useText(editTexts);
  const unitKey = `unit_${field.unit ?? ''}`;
  const unit = text.has(unitKey) ? text(unitKey) : '';
  const label =
    unit === ''
      ? words.field(field.name)
      : `${words.field(field.name)}${text.marks.open}${unit}${text.marks.close}`;
  if (field.type === 'codes') {
    return (
      <CodeBoxes field={field} label={label} value={value} problem={problem} onChange={onChange} />
    );
  }
  return (
    <Field label={label} problem={problem}>
      {field.type === 'code' ? (
        <CodeSelect field={field} value={value} onChange={onChange} />
      ) : field.type === 'boolean' ? (
        <select
          className="input"
          value={value === null ? '' : String(value)}
          onChange={(event) =>
            onChange(event.target.value === '' ? null : event.target.value === 'true')
          }
        >
          <option value="">{text('unknown')}</option>
          <option value="true">{text('yes')}</option>
          <option value="false">{text('no')}</option>
        </select>
      ) : field.type === 'date' ? (
        <DayInput
          value={typeof value === 'string' ? value : ''}
          onChange={(day) => onChange(day === '' ? null : day)}
        />
      ) : (
        <TypedInput field={field} value={value} onChange={onChange} />
      )}
    </Field>
  );
}

type InnerProps = Omit<FieldControlProps, 'problem'>;

function CodeSelect({ field, value, onChange, ...rest }: InnerProps) {
  const words = useFormWords();
  const text = useText(editTexts);
  const codes = words.codes(field.list ?? '');
  const now = typeof value === 'string' ? value : '';
  return (
    <select
      {...rest}
      className="input"
      value={now}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
    >
      <option value="">{text('unknown')}</option>
      {codes.map(({ code, label }) => (
        <option key={code} value={code}>
          {label}
        </option>
      ))}
      {now === '' || codes.some(({ code }) => code === now) ? null : <option>{now}</option>}
    </select>
  );
}

function CodeBoxes({
  field,
  label,
  value,
  problem,
  onChange,
}: FieldControlProps & {
  readonly label: string;
}) {
  const words = useFormWords();
  const chosen = Array.isArray(value) ? value : [];
  return (
    <fieldset className="field code-boxes">
      <legend className="field-label">{label}</legend>
      {words.codes(field.list ?? '').map(({ code, label: name }) => (
        <label key={code}>
          <input
            type="checkbox"
            checked={chosen.includes(code)}
            onChange={(event) => {
              const rest = chosen.filter((one) => one !== code);
              const next = event.target.checked ? [...rest, code] : rest;
              onChange(next.length === 0 ? null : next);
            }}
          />{' '}
          {name}
        </label>
      ))}
      {problem === undefined ? null : (
        <span className="field-problem" role="alert">
          {problem}
        </span>
      )}
    </fieldset>
  );
}

function TypedInput({ field, value, onChange, ...rest }: InnerProps) {
  const number = field.type === 'integer' || field.type === 'number';
  const shown = value === null || typeof value === 'boolean' || Array.isArray(value) ? '' : value;
  return (
    <input
      {...rest}
      className={number ? 'input number' : 'input'}
      type={number ? 'number' : 'text'}
      step={field.type === 'number' ? 'any' : undefined}
      maxLength={200}
      value={shown}
      autoComplete="off"
      onChange={(event) => {
        const { value: typed, valueAsNumber } = event.target;
        if (typed === '') onChange(null);
        else onChange(number ? valueAsNumber : typed);
      }}
    />
  );
}
