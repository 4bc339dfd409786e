// One income or cost of a year, typed once; kept as a draft until it is in the ledger.

import { type FormEvent, useMemo, useState } from 'react';
import type { IncomeLedger } from '#contract/registry-income.ts';
import { useWrite } from '#web/client/read.ts';
import { useDraft } from '#web/registry/edit/draft.ts';
import { staleAfterWrite } from '#web/registry/household/household-reads.ts';
import { useText } from '#web/text/catalogue.ts';
import { Problem } from '#web/ui/problem.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { EntryFields } from './income-entry-fields.tsx';
import { amountOf, entryOf, freshEntry, isEntryForm } from './income-entry-form.ts';
import { incomeTexts } from './income-texts.ts';

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
  const { form } = draft;
  const wrong = checked && amountOf(form) === undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    const body = entryOf(form, ledger);
    if (body !== undefined) record.mutate({ params: { id: ledger.household }, body });
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
        <EntryFields
          ledger={ledger}
          form={form}
          amountProblem={wrong ? text('amountProblem', { value: form.amount }) : undefined}
          onChange={draft.change}
        />
        <Problem>{problem}</Problem>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={record.isPending}>
            {text('add')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}
