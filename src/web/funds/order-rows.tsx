// Acts of money in a list: what, how much, from where to where, by whom; with what one may do about each.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { FundOrder } from '#contract/funds.ts';
import { useMay } from '#web/access/me.ts';
import { usePages, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactYuan } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip, type Meaning } from '#web/ui/chip.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { WordsSheet } from '#web/ui/words-sheet.tsx';
import { moneyTexts } from './money-texts.ts';
import { orderTexts } from './order-texts.ts';
import { staleFunds } from './stale-funds.ts';

const meanings: Readonly<Record<FundOrder['state'], Meaning>> = {
  waiting: 'due',
  posted: 'done',
  refused: 'over',
  withdrawn: 'neutral',
};

export function WaitingBlock({ area }: { readonly area: string }) {
  const text = useText(moneyTexts);
  const list = usePages('GET /api/funds/orders', { query: { area, state: 'waiting', limit: 8 } });
  return (
    <Block
      title={text('waiting')}
      aside={
        <Link to="/money/orders" search={{ area }} className="link no-print">
          {text('allOrders')}
        </Link>
      }
    >
      {list.items.length === 0 && !list.isPending ? (
        <p className="quiet">{text('waitingNone')}</p>
      ) : null}
      <OrderRows orders={list.items} />
    </Block>
  );
}

export function OrderRows({ orders }: { readonly orders: readonly FundOrder[] }) {
  const text = useText(orderTexts);
  const money = useText(moneyTexts);
  return (
    <ul className="funds-list">
      {orders.map((one) => (
        <li key={one.id}>
          <p>
            <strong>{text(`short_${one.kind}`)}</strong>{' '}
            <span className="funds-amount">{money('yuan', { amount: exactYuan(one.amount) })}</span>{' '}
            <OrderState order={one} />
          </p>
          <p className="small">
            <Dotted>
              {text.pick(one.sourceTitle)}
              {text.pick(one.purposeTitle)}
            </Dotted>
            {one.toPurposeTitle === null ? '' : ` → ${text.pick(one.toPurposeTitle)}`}
          </p>
          <p className="small">
            {money(`kind_${one.from.kind}`)}
            {text.marks.colon}
            {one.from.area.name} {one.from.holder} → {one.to.area.name} {one.to.holder}
          </p>
          <p className="small quiet">
            <Dotted>
              {one.on}
              {one.document}
              {text('by', { name: one.author })}
              {one.approvals.length === 0
                ? null
                : text('approvedBy', {
                    names: one.approvals.map(({ name }) => name).join(text.marks.list),
                  })}
              {one.reason === null ? null : `${one.endedBy ?? ''}${text.marks.colon}${one.reason}`}
            </Dotted>
          </p>
          {one.entry === null ? null : (
            <Link to="/money/entries/$id" params={{ id: one.entry }} className="link small">
              {text('openEntry')}
            </Link>
          )}
          {one.state === 'waiting' ? <OrderActs order={one} /> : null}
        </li>
      ))}
    </ul>
  );
}

export function OrderState({ order }: { readonly order: FundOrder }) {
  const text = useText(orderTexts);
  return <Chip meaning={meanings[order.state]}>{text(`state_${order.state}`)}</Chip>;
}

export function OrderActs({ order }: { readonly order: FundOrder }) {
  const text = useText(orderTexts);
  const may = useMay();
  const say = useSay();
  const [refusing, setRefusing] = useState(false);
  const answer = useWrite('POST /api/funds/orders/:id/answer', {
    stale: staleFunds,
    onDone: (done) =>
      say(
        done.state === 'posted'
          ? text('saidPosted')
          : text('saidApproved', { missing: done.approvalsNeeded - done.approvals.length }),
      ),
  });
  const withdraw = useWrite('POST /api/funds/orders/:id/withdrawal', {
    stale: staleFunds,
    onDone: () => say(text('saidWithdrawn')),
  });
  const problem = useExplanation(answer.error ?? withdraw.error);
  const params = { id: order.id };
  const mayApprove = may('funds.approve') && order.closed === null;
  return (
    <>
      <div className="funds-acts no-print">
        {mayApprove ? (
          <>
            <button
              type="button"
              className="button"
              disabled={answer.isPending}
              onClick={() => answer.mutate({ params, body: { approve: true } })}
            >
              {text('approve')}
            </button>
            <button type="button" className="button plain" onClick={() => setRefusing(true)}>
              {text('refuse')}
            </button>
          </>
        ) : null}
        {order.isMine ? (
          <button
            type="button"
            className="button plain"
            disabled={withdraw.isPending}
            onClick={() => withdraw.mutate({ params })}
          >
            {text('withdraw')}
          </button>
        ) : null}
      </div>
      {mayApprove || order.closed === null || order.isMine ? null : (
        <p className="small quiet">{text.pick(order.closed)}</p>
      )}
      <Problem>{problem}</Problem>
      {refusing ? <RefuseSheet order={order} onClose={() => setRefusing(false)} /> : null}
    </>
  );
}

function RefuseSheet({
  order,
  onClose,
}: {
  readonly order: FundOrder;
  readonly onClose: () => void;
}) {
  const text = useText(orderTexts);
  const say = useSay();
  const answer = useWrite('POST /api/funds/orders/:id/answer', {
    stale: staleFunds,
    onDone: () => {
      say(text('saidRefused'));
      onClose();
    },
  });
  const problem = useExplanation(answer.error);
  return (
    <WordsSheet
      title={text('refuseTitle')}
      lead={text('refuseLead')}
      label={text('reason')}
      act={text('refuse')}
      problem={problem}
      busy={answer.isPending}
      onSend={(reason) =>
        answer.mutate({ params: { id: order.id }, body: { approve: false, reason } })
      }
      onClose={onClose}
    />
  );
}
