// What is paid into the risk fund: by governments out of allocated money, by a bank out of its own.
import { type FormEvent, useState } from 'react';
import { useMay, useMe } from '#web/access/me.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { purseWords } from '../purse-words.ts';
import { fenOfTyped } from '../read-yuan.ts';
import { fundTexts } from './fund-texts.ts';
import { creditUse } from './paper-rows.tsx';
import { staleLoans } from './stale-loans.ts';

export function DepositSheet({
  area,
  onClose,
}: {
  readonly area: string;
  readonly onClose: () => void;
}) {
  const text = useText(fundTexts);
  const say = useSay();
  const may = useMay();
  const isBank = useMe().role === 'bank';
  const purses = useRead(
    'GET /api/funds/purses',
    { query: { area } },
    { enabled: may('funds.list') },
  );
  const banks = useRead('GET /api/funds/banks', { query: { area } });
  const [from, setFrom] = useState('');
  const [amount, setAmount] = useState('');
  const [on, setOn] = useState('');
  const [document, setDocument] = useState('');
  const deposit = useWrite('POST /api/funds/loan-papers/deposits', {
    stale: staleLoans,
    onDone: () => {
      say(text('saidDeposited'));
      onClose();
    },
  });
  const problem = useExplanation(deposit.error);
  const choices = [
    ...(purses.data?.purses ?? [])
      .filter(({ purpose }) => purpose === creditUse)
      .map((one) => ({
        key: `purse ${one.id}`,
        label: purseWords(one, text),
      })),
    ...(banks.data?.items ?? []).map((one) => ({
      key: `bank ${one.id}`,
      label: text('fromBank', { name: one.name }),
    })),
  ];
  const chosen = from === '' ? (choices[0]?.key ?? '') : from;
  const fen = fenOfTyped(amount);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (fen === undefined) return;
    const [kind = '', id = ''] = chosen.split(' ');
    const payer = isBank ? {} : kind === 'purse' ? { purse: id } : { bank: id };
    deposit.mutate({ body: { area, amount: fen, on, document, ...payer } });
  };
  return (
    <Sheet title={text('depositTitle')} onClose={onClose} centred>
      <form onSubmit={submit}>
        <p className="sheet-lead">{text('depositLead')}</p>
        {isBank ? null : (
          <Field label={text('from')}>
            <select
              className="input"
              value={chosen}
              onChange={(event) => setFrom(event.target.value)}
            >
              {choices.map((one) => (
                <option key={one.key} value={one.key}>
                  {one.label}
                </option>
              ))}
            </select>
          </Field>
        )}
        <Field
          label={text('amount')}
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
        <Field label={text('on')}>
          <DayInput required value={on} onChange={setOn} />
        </Field>
        <Field label={text('document')} problem={problem}>
          <input
            className="input"
            required
            maxLength={100}
            value={document}
            onChange={(event) => setDocument(event.target.value)}
          />
        </Field>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={deposit.isPending}>
            {text('submit')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}
