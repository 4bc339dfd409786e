// Follow-up orders: what was sent to us, what we issued and how far it has come, and the circulars.
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { listCirculars, OrderPartRow } from '#contract/monitoring-orders.ts';
import type { OutputOf } from '#contract/route.ts';
import { useMe, useSeesAll } from '#web/access/me.ts';
import { usePages, useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Day } from '#web/ui/figure.tsx';
import { MoreButton } from '#web/ui/more-button.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { WholeDays } from '#web/ui/whole-days.tsx';
import { CircularSheet } from './circular-sheet.tsx';
import { IssueSheet } from './issue-sheet.tsx';
import { OrderRows, PartState } from './order-rows.tsx';
import { orderTexts } from './order-texts.ts';
import './monitoring.css';

export function OrderListPage() {
  const text = useText(orderTexts);
  const home = useMe().area.code;
  const seesAll = useSeesAll();
  const search = useSearch({ from: '/frame/orders' });
  const { area = home } = search;
  const [open, setOpen] = useState<'issue' | 'circular' | undefined>(
    search.issue === undefined ? undefined : 'issue',
  );
  const mine = useRead('GET /api/monitoring/order-parts', { query: { area } });
  const orders = usePages('GET /api/monitoring/orders', { query: { area } });
  const circulars = useRead('GET /api/monitoring/circulars', { query: { area } });
  const mayIssue = mine.data?.mayIssue === true;
  const under = orders.items.filter(({ closedOn }) => closedOn === null);
  const late = under.reduce((all, one) => all + one.late, 0);
  // Who issues none is told of those sent to them, and not that there are none.
  const waiting = (mine.data?.items ?? []).filter(({ state }) => state !== 'done');
  const error = mine.error ?? orders.error ?? circulars.error;
  return (
    <div className="page monitoring">
      <PageHead
        title={text('title')}
        actions={
          mayIssue ? (
            <>
              <button type="button" className="button" onClick={() => setOpen('circular')}>
                {text('circularIssue')}
              </button>
              <button type="button" className="button primary" onClick={() => setOpen('issue')}>
                {text('issue')}
              </button>
            </>
          ) : undefined
        }
      />
      {error === null ? null : <ErrorState error={error} retry={() => void mine.refetch()} />}
      {orders.isPending ? <Skeleton lines={6} /> : null}
      {orders.isPending || mine.isPending ? null : (
        <Finding detail={text('lead')}>
          {under.length > 0
            ? text('finding', { count: under.length, late })
            : waiting.length > 0
              ? text('findingMine', {
                  count: waiting.length,
                  late: waiting.filter((one) => one.late !== null).length,
                })
              : text(seesAll ? 'findingNone' : 'findingMineNone')}
        </Finding>
      )}
      <Block title={text('mine')}>
        {mine.data?.items.length === 0 ? <p className="quiet">{text('mineNone')}</p> : null}
        <PartList parts={mine.data?.items ?? []} />
      </Block>
      {orders.items.length === 0 && !mayIssue ? null : (
        <Block title={text('issued')}>
          {orders.items.length === 0 && !orders.isPending ? (
            <EmptyState title={text('issuedNone')} text={text('issuedNoneText')} />
          ) : null}
          <OrderRows orders={orders.items} />
          <MoreButton list={orders}>{text('more')}</MoreButton>
        </Block>
      )}
      {seesAll || (circulars.data?.items ?? []).length > 0 ? (
        <CircularList circulars={circulars.data?.items} />
      ) : null}
      {open === 'issue' ? (
        <IssueSheet area={area} begun={search} onClose={() => setOpen(undefined)} />
      ) : null}
      {open === 'circular' ? (
        <CircularSheet
          area={area}
          late={circulars.data?.late ?? []}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
    </div>
  );
}

type Circulars = OutputOf<typeof listCirculars>['items'];

function CircularList({ circulars }: { readonly circulars: Circulars | undefined }) {
  const text = useText(orderTexts);
  return (
    <Block title={text('circulars')}>
      {circulars?.length === 0 ? <p className="quiet">{text('circularsNone')}</p> : null}
      <ul className="monitoring-lines">
        {(circulars ?? []).map((one) => (
          <li key={one.id}>
            <Link to="/orders/circulars/$id" params={{ id: one.id }} className="row-link">
              {text('numbered', { number: one.number })} {one.title}
            </Link>
            <small className="quiet">
              <Day day={one.on} /> · {text('named', { count: one.late })}
            </small>
          </li>
        ))}
      </ul>
    </Block>
  );
}

export function PartList({ parts }: { readonly parts: readonly OrderPartRow[] }) {
  const text = useText(orderTexts);
  return (
    <ul className="monitoring-lines">
      {parts.map((one) => (
        <li key={one.id}>
          <span>
            <Link to="/orders/parts/$id" params={{ id: one.id }} className="row-link">
              {text('numbered', { number: one.number })} {one.title}
            </Link>{' '}
            <small className="quiet">
              <WholeDays>{text('from', { issuer: one.issuer, on: one.issuedOn })}</WholeDays>
            </small>
          </span>
          <PartState part={one} />
        </li>
      ))}
    </ul>
  );
}
