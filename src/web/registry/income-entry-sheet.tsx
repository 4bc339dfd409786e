// One income or cost of a year, typed once; kept as a draft until it is in the ledger.
import { type FormEvent, useMemo, useState } from 'react';
import type { IncomeLedger } from '#contract/registry-income.ts';
import { parseYuan } from '#domain/kernel/fen.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { useDraft } from './draft.ts';
import { staleAfterWrite } from './household-reads.ts';
import { incomeTexts } from './income-texts.ts';
import { SourceSelect } from './testimony-fields.tsx';

type Kind = IncomeLedger['options']['branches'][number]['kinds'][number];

interface EntryForm {
  readonly year: string;
  readonly kind: string;
  readonly amount: string;
  readonly person: string;
  readonly note: string;
  readonly observedFrom: string;
  readonly observedTo: string;
  readonly source: string;
}

const parts = [
  'year',
  'kind',
  'amount',
  'person',
  'note',
  'observedFrom',
  'observedTo',
  'source',
] as const satisfies readonly (keyof EntryForm)[];

export function IncomeEntrySheet({
  ledger,
  onClose,
}: {
  readonly ledger: IncomeLedger;
  readonly onClose: () => void;
}) {
  const text = useText(incomeTexts);
  const [checked, setChecked] = useState(false);
  const fresh = useMemo(() => freshEntry(ledger), [ledger]);
  const draft = useDraft(`income.${ledger.household}`, fresh, isEntryForm);
  const record = useWrite('POST /api/registry/households/:id/income', {
    stale: staleAfterWrite,
    onDone: () => {
      draft.drop();
      onClose();
    },
  });
  const problem = useExplanation(record.error);
  const { form, change } = draft;
  const amount = parseYuan(form.amount);
  const wrong = checked && (amount === undefined || amount < 0n);
  const kind = kindOf(ledger, form.kind);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (amount === undefined || amount < 0n || kind === undefined) return;
    record.mutate({
      params: { id: ledger.household },
      body: {
        year: Number(form.year),
        kind,
        amountFen: Number(amount),
        note: form.note,
        source: form.source,
        ...(form.person === '' ? {} : { person: form.person }),
        ...(form.observedFrom === '' ? {} : { observedFrom: form.observedFrom }),
        ...(form.observedTo === '' ? {} : { observedTo: form.observedTo }),
      },
    });
  };
  return (
    <Sheet title={text('addTitle')} onClose={onClose}>
      <form onSubmit={submit}>
        {draft.restored ? (
          <p className="notice">
            {text('draft')}{' '}
            <button type="button" className="link" onClick={draft.drop}>
              {text('draftDrop')}
            </button>
          </p>
        ) : null}
        <Field label={text('year')}>
          <select
            className="input"
            value={form.year}
            onChange={(event) => change({ year: event.target.value })}
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
            onChange={(event) => change({ kind: event.target.value })}
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
        <Field
          label={text('amount')}
          hint={text('amountHint')}
          problem={wrong ? text('amountProblem', { value: form.amount }) : undefined}
        >
          <input
            className="input number"
            inputMode="decimal"
            required
            value={form.amount}
            onChange={(event) => change({ amount: event.target.value })}
          />
        </Field>
        <Field label={text('note')}>
          <input
            className="input"
            maxLength={200}
            value={form.note}
            onChange={(event) => change({ note: event.target.value })}
          />
        </Field>
        <Field label={text('person')}>
          <select
            className="input"
            value={form.person}
            onChange={(event) => change({ person: event.target.value })}
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
            <DayInput value={form.observedFrom} onChange={(day) => change({ observedFrom: day })} />
          </Field>
          <Field label={text('observedTo')}>
            <DayInput value={form.observedTo} onChange={(day) => change({ observedTo: day })} />
          </Field>
        </div>
        <SourceSelect value={form.source} onChange={(source) => change({ source })} />
        {problem === undefined ? null : (
          <p className="notice problem" role="alert">
            {problem}
          </p>
        )}
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={record.isPending}>
            {text('add')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}

function freshEntry(ledger: IncomeLedger): EntryForm {
  return {
    year: String(ledger.options.yearTo),
    kind: ledger.options.branches[0]?.kinds[0] ?? '',
    amount: '',
    person: '',
    note: '',
    observedFrom: '',
    observedTo: '',
    source: 'visit',
  };
}

function kindOf(ledger: IncomeLedger, text: string): Kind | undefined {
  return ledger.options.branches.flatMap(({ kinds }) => kinds).find((kind) => kind === text);
}

function yearsOffered({ options }: IncomeLedger): readonly number[] {
  const count = Math.max(1, options.yearTo - options.yearFrom + 1);
  return Array.from({ length: count }, (_, index) => options.yearTo - index);
}

function isEntryForm(value: unknown): value is EntryForm {
  if (typeof value !== 'object' || value === null) return false;
  const kept = new Map<string, unknown>(Object.entries(value));
  return parts.every((part) => typeof kept.get(part) === 'string');
}
