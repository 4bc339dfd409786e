// Transactions of an area in columns, where there is room for them: a line each, sums under one another.
import { Link } from '@tanstack/react-router';
import type { FundOrder } from '#contract/funds.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactYuan } from '#web/text/number.ts';
import { StackedTable } from '#web/ui/stacked-table.tsx';
import { OrderActs, OrderState } from './order-rows.tsx';
import { orderTexts } from './order-texts.ts';

const heads = ['day', 'business', 'amount', 'purse', 'way', 'paper', 'people', 'standing'] as const;

export function OrderTable({ orders }: { readonly orders: readonly FundOrder[] }) {
  const text = useText(orderTexts);
  if (orders.length === 0) return null;
  return (
    <StackedTable
      label={text('title')}
      heads={heads}
      figures={['amount']}
      nameOf={(head) => text(head)}
    >
      <tbody>
        {orders.map((one) => (
          <OrderRow key={one.id} order={one} />
        ))}
      </tbody>
    </StackedTable>
  );
}

function OrderRow({ order }: { readonly order: FundOrder }) {
  const text = useText(orderTexts);
  const name = text(`short_${order.kind}`);
  return (
    <tr>
      <td className="day">{order.on}</td>
      <td>
        {order.entry === null ? (
          <strong>{name}</strong>
        ) : (
          <Link to="/money/entries/$id" params={{ id: order.entry }} className="row-link">
            {name}
          </Link>
        )}
      </td>
      <td className="number">{exactYuan(order.amount)}</td>
      <td>
        {text.pick(order.sourceTitle)}
        <br />
        <span className="quiet">
          {text.pick(order.purposeTitle)}
          {order.toPurposeTitle === null ? '' : ` → ${text.pick(order.toPurposeTitle)}`}
        </span>
      </td>
      <td>
        {order.from.area.name} {order.from.holder}
        <br />
        <span className="quiet">
          → {order.to.area.name} {order.to.holder}
        </span>
      </td>
      <td>{order.document}</td>
      <td>
        {text('by', { name: order.author })}
        {order.approvals.length === 0 ? null : (
          <>
            <br />
            <span className="quiet">
              {text('approvedBy', {
                names: order.approvals.map(({ name: who }) => who).join(text.marks.list),
              })}
            </span>
          </>
        )}
      </td>
      <td>
        <OrderState order={order} />
        {order.reason === null ? null : (
          <p className="small quiet">
            {order.endedBy ?? ''}
            {text.marks.colon}
            {order.reason}
          </p>
        )}
        {order.state === 'waiting' ? <OrderActs order={order} /> : null}
      </td>
    </tr>
  );
}
