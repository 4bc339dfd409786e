// Enters an application: the household by its number, what the rules say of it, then what it asks for.

import { type FormEvent, useState } from 'react';
import type { LoanChoices } from '#contract/funds-loans.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { groupedNo } from '#web/registry/household-no.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactYuan } from '#web/text/number.ts';
import { Chip } from '#web/ui/chip.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { fenOfTyped } from '../read-yuan.ts';
import { loanFormTexts } from './loan-form-texts.ts';
import { staleLoans } from './stale-loans.ts';

interface AskSheetProps {
  readonly area?: string;
  /** The household where it is known already. */
  readonly household?: string;
  readonly onClose: () => void;
}

export function AskSheet({ area, household, onClose }: AskSheetProps) {
  const text = useText(loanFormTexts);
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const query = household === undefined ? { area, householdNo: asked } : { household };
  const choices = useRead(
    'GET /api/funds/loans/choices',
    { query },
    { enabled: household !== undefined || asked !== '' },
  );
  const problem = useExplanation(choices.error);
  const look = (event: FormEvent) => {
    event.preventDefault();
    setAsked(typed.trim());
  };
  return (
    <Sheet title={text('askTitle')} onClose={onClose}>
      <p className="sheet-lead">{text('askLead')}</p>
      {household === undefined ? (
        <form onSubmit={look}>
          <Field label={text('householdNo')} problem={problem}>
            <input
              className="input"
              required
              maxLength={40}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </Field>
          <button type="submit" className="button">
            {text('look')}
          </button>
        </form>
      ) : (
        <Problem>{problem}</Problem>
      )}
      {choices.isFetching && choices.data === undefined ? <Skeleton lines={6} /> : null}
      {choices.data?.household == null ? null : (
        <AskForm key={choices.data.household.id} choices={choices.data} onClose={onClose} />
      )}
    </Sheet>
  );
}

function AskForm({
  choices,
  onClose,
}: {
  readonly choices: LoanChoices;
  readonly onClose: () => void;
}) {
  const text = useText(loanFormTexts);
  const say = useSay();
  const { household, products, lenders } = choices;
  const allowed = products.filter(({ outcome }) => outcome === 'holds');
  const [productId, setProduct] = useState(allowed[0]?.id ?? '');
  const product = products.find(({ id }) => id === productId);
  const [lender, setLender] = useState('');
  const [purpose, setPurpose] = useState('');
  const [amount, setAmount] = useState('');
  const [months, setMonths] = useState('');
  const [operator, setOperator] = useState('');
  const [on, setOn] = useState('');
  const ask = useWrite('POST /api/funds/households/:id/loans', {
    stale: staleLoans,
    onDone: () => {
      say(text('saidAsked'));
      onClose();
    },
  });
  const problem = useExplanation(ask.error);
  const isMutual = product?.mode === 'mutual';
  const open = lenders.filter(({ mutual }) => mutual === isMutual);
  const chosenLender = open.find(({ id }) => id === lender) ?? open[0];
  const purposes = product?.purposes ?? [];
  const chosenPurpose = purposes.includes(purpose) ? purpose : (purposes[0] ?? purpose);
  const fen = fenOfTyped(amount);
  const isOperated = product?.mode === 'entrusted' || product?.mode === 'pooled';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (fen === undefined || household === null || chosenLender === undefined) return;
    ask.mutate({
      params: { id: household.id },
      body: {
        product: productId,
        lender: chosenLender.id,
        purpose: chosenPurpose,
        amount: fen,
        months: Number(months),
        on,
        operator: isOperated ? operator : '',
      },
    });
  };
  return (
    <form onSubmit={submit}>
      <p>
        <strong>{household?.headName}</strong>{' '}
        <span className="quiet">
          {household?.areaName} {groupedNo(household?.householdNo ?? '')}
        </span>
      </p>
      <ul className="funds-list">
        {products.map((one) => (
          <li key={one.id}>
            <p>
              {text.pick(one.title)}
              {one.verified ? '' : text('unverified')}{' '}
              <Chip meaning={one.outcome === 'holds' ? 'done' : 'unknown'}>
                {text(one.outcome)}
              </Chip>
            </p>
            {one.sentence === null ? null : (
              <p className="small quiet">{text.pick(one.sentence)}</p>
            )}
          </li>
        ))}
      </ul>
      {allowed.length === 0 ? null : (
        <>
          <Field label={text('product')} hint={text('productHint')}>
            <select
              className="input"
              value={productId}
              onChange={(event) => setProduct(event.target.value)}
            >
              {allowed.map((one) => (
                <option key={one.id} value={one.id}>
                  {text.pick(one.title)}
                </option>
              ))}
            </select>
          </Field>
          {open.length === 0 ? (
            <Problem>{text('lenderNone')}</Problem>
          ) : (
            <Field label={text('lender')}>
              <select
                className="input"
                value={chosenLender?.id ?? ''}
                onChange={(event) => setLender(event.target.value)}
              >
                {open.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.name}
                  </option>
                ))}
              </select>
            </Field>
          )}
          <Field label={text('purpose')}>
            {purposes.length === 0 ? (
              <input
                className="input"
                required
                maxLength={80}
                value={purpose}
                onChange={(event) => setPurpose(event.target.value)}
              />
            ) : (
              <select
                className="input"
                value={chosenPurpose}
                onChange={(event) => setPurpose(event.target.value)}
              >
                {purposes.map((one) => (
                  <option key={one} value={one}>
                    {one}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {isOperated ? (
            <Field label={text('operator')}>
              <input
                className="input"
                required
                maxLength={80}
                value={operator}
                onChange={(event) => setOperator(event.target.value)}
              />
            </Field>
          ) : null}
          <Field
            label={text('amount')}
            hint={
              product?.room == null
                ? undefined
                : text('amountHint', { room: exactYuan(product.room) })
            }
            problem={amount !== '' && fen === undefined ? text('amountWrong') : undefined}
          >
            <input
              className="input"
              inputMode="decimal"
              required
              value={amount}
              onChange={(event) => setAmount(event.target.value)}
            />
          </Field>
          <Field
            label={text('months')}
            hint={
              product?.months == null ? undefined : text('monthsHint', { months: product.months })
            }
          >
            <input
              className="input"
              inputMode="numeric"
              pattern="[0-9]{1,3}"
              required
              value={months}
              onChange={(event) => setMonths(event.target.value)}
            />
          </Field>
          <Field label={text('on')} problem={problem}>
            <DayInput required value={on} onChange={setOn} />
          </Field>
          <p className="sheet-act">
            <button type="submit" className="button primary" disabled={ask.isPending}>
              {text('submitAsk')}
            </button>
          </p>
        </>
      )}
    </form>
  );
}
