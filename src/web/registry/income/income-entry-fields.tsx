import type { IncomeLedger } from '#contract/registry-income.ts';
import { SourceSelect } from '#web/registry/edit/testimony-fields.tsx';
import { useText } from '#web/text/catalogue.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { type EntryForm, yearsOffered } from './income-entry-form.ts';
import { incomeTexts } from './income-texts.ts';

interface EntryFieldsProps {
  readonly ledger: IncomeLedger;
  readonly form: EntryForm;
  readonly amountProblem: string | undefined;
  readonly onChange: (part: Partial<EntryForm>) => void;
}

/** Year, kind and amount first: what an entry cannot do without. */
export function EntryFields({ ledger, form, amountProblem, onChange }: EntryFieldsProps) {
  const text = useText(incomeTexts);
  return (
    <>
      <Field label={text('year')}>
        <select
          className="input"
          value={form.year}
          onChange={(event) => onChange({ year: event.target.value })}
        >
          {yearsOffered(ledger).map((year) => (
            <option key={year}>{year}</option>
          ))}
        </select>
      </Field>
      <Field label={text('kind')}>
        <select
          className="input"
          required
          value={form.kind}
          onChange={(event) => onChange({ kind: event.target.value })}
        >
          {ledger.options.branches.map(({ branch, kinds }) => (
            <optgroup key={branch} label={text(`branch_${branch}`)}>
              {kinds.map((one) => (
                <option key={one} value={one}>
                  {text(one)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </Field>
      <Field label={text('amount')} hint={text('amountHint')} problem={amountProblem}>
        <input
          className="input number"
          inputMode="decimal"
          required
          value={form.amount}
          onChange={(event) => onChange({ amount: event.target.value })}
        />
      </Field>
      <DetailFields ledger={ledger} form={form} onChange={onChange} />
    </>
  );
}

function DetailFields({ ledger, form, onChange }: Omit<EntryFieldsProps, 'amountProblem'>) {
  const text = useText(incomeTexts);
  return (
    <>
      <Field label={text('note')}>
        <input
          className="input"
          maxLength={200}
          value={form.note}
          onChange={(event) => onChange({ note: event.target.value })}
        />
      </Field>
      <Field label={text('person')}>
        <select
          className="input"
          value={form.person}
          onChange={(event) => onChange({ person: event.target.value })}
        >
          <option value="">{text('wholeHousehold')}</option>
          {ledger.options.persons.map((person) => (
            <option key={person.id} value={person.id}>
              {person.name}
            </option>
          ))}
        </select>
      </Field>
      <div className="field-pair">
        <Field label={text('observedFrom')}>
          <DayInput
            value={form.observedFrom}
            onChange={(observedFrom) => onChange({ observedFrom })}
          />
        </Field>
        <Field label={text('observedTo')}>
          <DayInput value={form.observedTo} onChange={(observedTo) => onChange({ observedTo })} />
        </Field>
      </div>
      <SourceSelect value={form.source} onChange={(source) => onChange({ source })} />
    </>
  );
}
