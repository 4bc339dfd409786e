// Enters a bank, or changes what is agreed with it.
import { type FormEvent, useState } from 'react';
import type { LoanBank } from '#contract/funds-banks.ts';
import { parseYuan } from '#domain/kernel/fen.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { loanFormTexts } from './loan-form-texts.ts';
import { staleLoans } from './stale-loans.ts';

interface BankSheetProps {
  readonly area: string;
  readonly bank: LoanBank | undefined;
  readonly townships: readonly { readonly code: string; readonly name: string }[];
  readonly onClose: () => void;
}

export function BankSheet({ area, bank, townships, onClose }: BankSheetProps) {
  const text = useText(loanFormTexts);
  const say = useSay();
  const [typed, setTyped] = useState({
    name: bank?.name ?? '',
    agreement: bank?.agreement ?? '',
    agreedOn: bank?.agreedOn ?? '',
    agreed: bank === undefined ? '' : String(bank.agreed / 100),
    loss: String(bank?.lossPercent ?? ''),
    officers: bank?.officers?.map(({ username }) => username).join(', ') ?? '',
  });
  const [served, setServed] = useState<readonly string[]>(bank?.townships ?? []);
  const put = (part: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...part }));
  const done = {
    stale: staleLoans,
    onDone: () => {
      say(text('saidBank'));
      onClose();
    },
  };
  const enter = useWrite('POST /api/funds/banks', done);
  const change = useWrite('PUT /api/funds/banks/:id', done);
  const problem = useExplanation(enter.error ?? change.error);
  const agreed = parseYuan(typed.agreed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (agreed === undefined) return;
    const body = {
      area,
      name: typed.name,
      agreement: typed.agreement,
      agreedOn: typed.agreedOn,
      agreed: Number(agreed),
      lossPercent: Number(typed.loss),
      townships: [...served],
      officers: typed.officers
        .split(/[,,、\s]+/)
        .map((one) => one.trim())
        .filter((one) => one !== ''),
    };
    if (bank === undefined) enter.mutate({ body });
    else change.mutate({ params: { id: bank.id }, body });
  };
  const input = (key: keyof typeof typed, more: object = {}) => (
    <input
      className="input"
      maxLength={300}
      value={typed[key]}
      onChange={(event) => put({ [key]: event.target.value })}
      {...more}
    />
  );
  return (
    <Sheet title={bank?.name ?? text('bankAdd')} onClose={onClose}>
      <form onSubmit={submit}>
        <Field label={text('bankName')}>
          {input('name', { required: true, disabled: bank !== undefined, maxLength: 60 })}
        </Field>
        <Field label={text('agreement')}>{input('agreement', { required: true })}</Field>
        <Field label={text('agreedOn')}>
          <DayInput required value={typed.agreedOn} onChange={(agreedOn) => put({ agreedOn })} />
        </Field>
        <Field
          label={text('agreed')}
          problem={typed.agreed !== '' && agreed === undefined ? text('amountWrong') : undefined}
        >
          {input('agreed', { required: true, inputMode: 'decimal' })}
        </Field>
        <Field label={text('loss')} hint={text('lossHint')}>
          {input('loss', { required: true, inputMode: 'numeric', pattern: '100|[0-9]{1,2}' })}
        </Field>
        <fieldset className="field">
          <legend className="field-label">{text('townships')}</legend>
          {townships.map((one) => (
            <label key={one.code} className="check-line">
              <input
                type="checkbox"
                checked={served.length === 0 || served.includes(one.code)}
                onChange={(event) => {
                  const before = served.length === 0 ? townships.map(({ code }) => code) : served;
                  setServed(
                    event.target.checked
                      ? [...before, one.code]
                      : before.filter((code) => code !== one.code),
                  );
                }}
              />{' '}
              {one.name}
            </label>
          ))}
        </fieldset>
        <Field label={text('officers')} problem={problem}>
          {input('officers')}
        </Field>
        <p className="sheet-act">
          <button
            type="submit"
            className="button primary"
            disabled={enter.isPending || change.isPending}
          >
            {text('save')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}
