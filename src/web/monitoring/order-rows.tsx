// Orders as their issuer reads them, a table at a desk and lines on a phone; and where one addressee stands.
import { Link } from '@tanstack/react-router';
import type { OrderPartRow, OrderRow } from '#contract/monitoring-orders.ts';
import { useText } from '#web/text/catalogue.ts';
import { Chip } from '#web/ui/chip.tsx';
import { ColumnHeads } from '#web/ui/column-heads.tsx';
import { Day } from '#web/ui/figure.tsx';
import { useNarrow } from '#web/ui/use-narrow.ts';
import { orderTexts } from './order-texts.ts';

const counts = ['parts', 'received', 'reported', 'done'] as const;
const heads = [
  'number',
  'name',
  'issuedOn',
  'due',
  'partsHead',
  'receivedHead',
  'reportedHead',
  'doneHead',
  'state',
] as const;
const figures = ['number', 'partsHead', 'receivedHead', 'reportedHead', 'doneHead'] as const;

export function OrderRows({ orders }: { readonly orders: readonly OrderRow[] }) {
  const text = useText(orderTexts);
  const narrow = useNarrow();
  if (orders.length === 0) return null;
  if (narrow) {
    return (
      <ul className="monitoring-cards">
        {orders.map((one) => (
          <li key={one.id}>
            <Link to="/orders/$id" params={{ id: one.id }} className="monitoring-card">
              <strong>
                {text('numbered', { number: one.number })} {one.title}
              </strong>
              <small className="quiet">
                <Day day={one.issuedOn} /> – <Day day={one.dueOn} />
              </small>
              <small className="quiet">
                {text('progressSaid', {
                  parts: one.parts,
                  received: one.received,
                  reported: one.reported,
                  done: one.done,
                })}
              </small>
              <span>
                <OrderState one={one} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    );
  }
  return (
    <table className="rows dense monitoring-orders">
      <thead>
        <tr>
          <ColumnHeads heads={heads} figures={figures} nameOf={text} />
        </tr>
      </thead>
      <tbody>
        {orders.map((one) => (
          <tr key={one.id}>
            <td className="number">{one.number}</td>
            <td>
              <Link to="/orders/$id" params={{ id: one.id }} className="row-link">
                {one.title}
              </Link>
            </td>
            <td className="day">{one.issuedOn}</td>
            <td className="day">{one.dueOn}</td>
            {counts.map((count) => (
              <td key={count} className="number">
                {one[count]}
              </td>
            ))}
            <td>
              <OrderState one={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function OrderState({ one }: { readonly one: OrderRow }) {
  const text = useText(orderTexts);
  if (one.closedOn !== null) {
    return <Chip meaning="done">{text('closed', { on: one.closedOn })}</Chip>;
  }
  return one.late > 0 ? (
    <Chip meaning="over">{text('late', { count: one.late })}</Chip>
  ) : (
    <Chip meaning="neutral">{text('underWay')}</Chip>
  );
}

export function PartState({ part }: { readonly part: OrderPartRow }) {
  const text = useText(orderTexts);
  const { late, state, dueOn, urged } = part;
  return (
    <span className="monitoring-part">
      <span>{text(`state_${state}`)}</span>{' '}
      <small className="quiet">{text('byDay', { on: dueOn })}</small>{' '}
      <span>
        {state === 'done' && part.doneOn !== null ? (
          <Chip meaning="done">{text('closed', { on: part.doneOn })}</Chip>
        ) : null}
        {late === null ? null : (
          <Chip meaning="over">{text(`delay_${late.delay}`, { days: late.days })}</Chip>
        )}{' '}
        {urged === 0 ? null : (
          <small className="quiet">{text('urgedTimes', { count: urged })}</small>
        )}
      </span>
    </span>
  );
}
