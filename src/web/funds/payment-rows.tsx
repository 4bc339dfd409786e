// Households of a payment list, all or those with something wrong, and the answer to who disputes.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Payment, PaymentList } from '#contract/funds-lists.ts';
import { useMay } from '#web/access/me.ts';
import { usePages, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactYuan } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { MoreButton } from '#web/ui/more-button.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { StackedTable } from '#web/ui/stacked-table.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { WordsSheet } from '#web/ui/words-sheet.tsx';
import { listTexts } from './list-texts.ts';
import { paymentMeanings } from './payment-meanings.ts';
import { staleLists } from './stale-lists.ts';

const shows = ['all', 'held', 'failed', 'disputed'] as const;

export function PaymentRows({ list }: { readonly list: PaymentList }) {
  const text = useText(listTexts);
  const [show, setShow] = useState<(typeof shows)[number]>('all');
  const [answering, setAnswering] = useState<Payment>();
  const pages = usePages('GET /api/funds/lists/:id/payments', {
    params: { id: list.id },
    query: { show, limit: 100 },
  });
  return (
    <Block title={text('payments')}>
      <fieldset className="funds-acts no-print">
        <legend className="visually-hidden">{text('showLabel')}</legend>
        {shows.map((one) => (
          <button
            key={one}
            type="button"
            className="button"
            aria-pressed={show === one}
            onClick={() => setShow(one)}
          >
            {text(`show_${one}`)}
          </button>
        ))}
      </fieldset>
      {pages.error === null ? null : <ErrorState error={pages.error} retry={pages.refetch} />}
      {pages.isPending ? <Skeleton lines={8} /> : null}
      {!pages.isPending && pages.items.length === 0 ? (
        <p className="quiet">{text('noPayments')}</p>
      ) : null}
      <PaymentTable payments={pages.items} onAnswer={setAnswering} />
      <MoreButton list={pages}>{text('more')}</MoreButton>
      {answering === undefined ? null : (
        <AnswerSheet payment={answering} onClose={() => setAnswering(undefined)} />
      )}
    </Block>
  );
}

function PaymentTable({
  payments,
  onAnswer,
}: {
  readonly payments: readonly Payment[];
  readonly onAnswer: (payment: Payment) => void;
}) {
  const text = useText(listTexts);
  if (payments.length === 0) return null;
  return (
    <StackedTable
      label={text('payments')}
      heads={['household', 'place', 'amount', 'account', 'standing']}
      figures={['amount']}
      nameOf={(head) => text(head)}
    >
      <tbody>
        {payments.map((one) => (
          <tr key={one.id}>
            <td>
              <NameOf payment={one} />
            </td>
            <td className="funds-place">{one.areaName}</td>
            <td className="number">{exactYuan(one.amount)}</td>
            <td>{one.accountTail ?? ''}</td>
            <td className="funds-standing">
              <Standing payment={one} onAnswer={() => onAnswer(one)} />
            </td>
          </tr>
        ))}
      </tbody>
    </StackedTable>
  );
}

function NameOf({ payment }: { readonly payment: Payment }) {
  if (payment.household === null) return `${payment.name} ${payment.householdNo}`;
  return (
    <Link to="/households/$id" params={{ id: payment.household }} className="row-link">
      {payment.headName ?? payment.householdNo}
    </Link>
  );
}

function Standing({
  payment,
  onAnswer,
}: {
  readonly payment: Payment;
  readonly onAnswer: () => void;
}) {
  const text = useText(listTexts);
  const may = useMay();
  const waits = payment.word === 'disputed' && payment.answer === null;
  return (
    <>
      {payment.problems.length === 0 ? (
        <Chip meaning={paymentMeanings[payment.state]}>{text(`payment_${payment.state}`)}</Chip>
      ) : (
        payment.problems.map((problem) => (
          <Chip key={problem} meaning="due">
            {text(`problem_${problem}`)}
          </Chip>
        ))
      )}{' '}
      {payment.bankNote ?? ''}{' '}
      {payment.word === 'confirmed' ? <span className="quiet">{text('confirmed')}</span> : null}
      {payment.word === 'disputed' ? (
        <span className="funds-alarm">{text('disputed', { said: payment.said ?? '' })}</span>
      ) : null}{' '}
      {payment.answer === null ? null : text('answered', { answer: payment.answer })}
      {waits && may('funds.approve') ? (
        <button type="button" className="button plain no-print" onClick={onAnswer}>
          {text('answer')}
        </button>
      ) : null}
    </>
  );
}

function AnswerSheet({
  payment,
  onClose,
}: {
  readonly payment: Payment;
  readonly onClose: () => void;
}) {
  const text = useText(listTexts);
  const say = useSay();
  const write = useWrite('POST /api/funds/payments/:id/answer', {
    stale: staleLists,
    onDone: () => {
      say(text('saidAnswer'));
      onClose();
    },
  });
  const problem = useExplanation(write.error);
  return (
    <WordsSheet
      title={text('answerTitle', { name: payment.headName ?? payment.householdNo })}
      lead={text('answerLead', { said: payment.said ?? '' })}
      label={text('answer')}
      act={text('answer')}
      problem={problem}
      busy={write.isPending}
      rows={3}
      onSend={(answer) => write.mutate({ params: { id: payment.id }, body: { answer } })}
      onClose={onClose}
    />
  );
}
