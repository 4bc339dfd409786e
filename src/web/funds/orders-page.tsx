// Every transaction of an area, the latest first: who entered it, who approved it, what became of it.
import { Link, useSearch } from '@tanstack/react-router';
import { useMe } from '#web/access/me.ts';
import { usePages } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { MoreButton } from '#web/ui/more-button.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { moneyTexts } from './money-texts.ts';
import { OrderTable } from './order-table.tsx';
import { orderTexts } from './order-texts.ts';
import './funds.css';

export function OrdersPage() {
  const text = useText(orderTexts);
  const money = useText(moneyTexts);
  const own = useMe().area.code;
  const { area = own } = useSearch({ from: '/frame/money/orders' });
  const list = usePages('GET /api/funds/orders', { query: { area, state: 'all' } });
  return (
    <div className="page funds">
      <Link to="/money" className="back-link no-print">
        ‹ {money('back')}
      </Link>
      <PageHead title={text('title')} />
      {list.error === null ? null : <ErrorState error={list.error} retry={list.refetch} />}
      {list.isPending ? <Skeleton lines={8} /> : null}
      {!list.isPending && list.error === null && list.items.length === 0 ? (
        <EmptyState title={text('emptyTitle')} text={text('emptyText')} />
      ) : null}
      <OrderTable orders={list.items} />
      <MoreButton list={list}>{text('more')}</MoreButton>
    </div>
  );
}
