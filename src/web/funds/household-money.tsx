// On a household's page: what was paid to it, to which account, and its word on each payment.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { HouseholdMoney as Money } from '#contract/funds-lists.ts';
import { useMay } from '#web/access/me.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactYuan } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { WordsSheet } from '#web/ui/words-sheet.tsx';
import { householdMoneyTexts } from './household-money-texts.ts';
import { paymentMeanings } from './payment-meanings.ts';
import { staleLists } from './stale-lists.ts';
import './funds.css';

export function HouseholdMoney({ household }: { readonly household: string }) {
  const text = useText(householdMoneyTexts);
  const may = useMay();
  const read = useRead(
    'GET /api/funds/households/:id',
    { params: { id: household } },
    { enabled: may('funds.own') },
  );
  const { data } = read;
  if (data === undefined) return null;
  return (
    <Block
      title={text('money')}
      aside={
        data.payments.length === 0
          ? undefined
          : text('moneyTotal', { amount: exactYuan(data.received) })
      }
    >
      {data.payments.length === 0 ? <p className="quiet">{text('moneyNone')}</p> : null}
      <ul className="funds-list">
        {data.payments.map((one) => (
          <li key={one.id}>
            <p>
              <strong className="funds-amount">
                {text('moneyYuan', { yuan: exactYuan(one.amount) })}
              </strong>{' '}
              {text('moneyLine', { title: one.title, use: text.pick(one.useTitle) })}{' '}
              <Chip meaning={paymentMeanings[one.state]}>{text(`payment_${one.state}`)}</Chip>
            </p>
            <p className="small quiet">
              {one.paidOn} {one.accountTail === null ? '' : text('tail', { tail: one.accountTail })}{' '}
              {text.pick(one.sourceTitle)} {one.bankNote ?? ''}{' '}
              {one.entry !== null && may('funds.read') ? (
                <Link to="/money/trail/$id" params={{ id: one.entry }} className="link no-print">
                  {text('follow')}
                </Link>
              ) : null}
            </p>
            <Word payment={one} maySay={data.maySay} />
          </li>
        ))}
      </ul>
    </Block>
  );
}

function Word({
  payment,
  maySay,
}: {
  readonly payment: Money['payments'][number];
  readonly maySay: boolean;
}) {
  const text = useText(householdMoneyTexts);
  const say = useSay();
  const [disputing, setDisputing] = useState(false);
  const word = useWrite('POST /api/funds/payments/:id/word', {
    stale: staleLists,
    onDone: () => say(text('saidConfirmed')),
  });
  const problem = useExplanation(word.error);
  const params = { id: payment.id };
  if (payment.word !== null) {
    return (
      <p className="small">
        {payment.word === 'confirmed'
          ? text('confirmed')
          : text('disputed', { said: payment.said ?? '' })}{' '}
        {payment.answer === null ? null : text('answered', { answer: payment.answer })}
      </p>
    );
  }
  if (!maySay || (payment.state !== 'posted' && payment.state !== 'paid')) return null;
  return (
    <>
      <div className="funds-acts no-print">
        <button
          type="button"
          className="button"
          disabled={word.isPending}
          onClick={() => word.mutate({ params, body: { word: 'confirmed' } })}
        >
          {text('confirm')}
        </button>
        <button type="button" className="button plain" onClick={() => setDisputing(true)}>
          {text('dispute')}
        </button>
      </div>
      <Problem>{problem}</Problem>
      {disputing ? <DisputeSheet id={payment.id} onClose={() => setDisputing(false)} /> : null}
    </>
  );
}

function DisputeSheet({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const text = useText(householdMoneyTexts);
  const say = useSay();
  const word = useWrite('POST /api/funds/payments/:id/word', {
    stale: staleLists,
    onDone: () => {
      say(text('saidDisputed'));
      onClose();
    },
  });
  const problem = useExplanation(word.error);
  return (
    <WordsSheet
      title={text('disputeTitle')}
      lead={text('disputeLead')}
      label={text('disputeSaid')}
      act={text('dispute')}
      problem={problem}
      busy={word.isPending}
      rows={3}
      onSend={(said) => word.mutate({ params: { id }, body: { word: 'disputed', said } })}
      onClose={onClose}
    />
  );
}
