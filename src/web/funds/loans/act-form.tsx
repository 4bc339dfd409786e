// The frame all forms of acts on a loan share: what is sent, a field of text, the button.
import type { FormEvent, ReactNode } from 'react';
import type { LoanActBody, LoanDetail } from '#contract/funds-loans.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { loanFormTexts } from './loan-form-texts.ts';
import { staleLoans } from './stale-loans.ts';

export interface ActSheet {
  readonly loan: LoanDetail;
  readonly onClose: () => void;
}

export function useAct({ loan, onClose }: ActSheet) {
  const text = useText(loanFormTexts);
  const say = useSay();
  const act = useWrite('POST /api/funds/loans/:id/acts', {
    stale: staleLoans,
    onDone: () => {
      say(text('saidDone'));
      onClose();
    },
  });
  return {
    problem: useExplanation(act.error),
    busy: act.isPending,
    send: (body: LoanActBody) => act.mutate({ params: { id: loan.id }, body }),
  };
}

export function Form({
  title,
  lead,
  onClose,
  onSend,
  busy,
  act,
  children,
}: {
  readonly title: string;
  readonly lead: string;
  readonly onClose: () => void;
  readonly onSend: () => void;
  readonly busy: boolean;
  readonly act: string;
  readonly children: ReactNode;
}) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSend();
  };
  return (
    <Sheet title={title} onClose={onClose} centred>
      <form onSubmit={submit}>
        <p className="sheet-lead">{lead}</p>
        {children}
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={busy}>
            {act}
          </button>
        </p>
      </form>
    </Sheet>
  );
}

export function TextField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly problem?: string | undefined;
  readonly decimal?: boolean;
  readonly optional?: boolean;
}) {
  const { label, hint, problem, value, onChange, decimal, optional } = props;
  return (
    <Field label={label} problem={problem} {...(hint === undefined ? {} : { hint })}>
      <input
        className="input"
        required={optional !== true}
        maxLength={100}
        {...(decimal === true ? { inputMode: 'decimal' as const } : {})}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
