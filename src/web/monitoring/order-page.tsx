// One order as its issuer sees it: what was asked, everybody it went to, and who is late.
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Order } from '#contract/monitoring-orders.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { WholeDays } from '#web/ui/whole-days.tsx';
import { PartState } from './order-rows.tsx';
import { orderTexts } from './order-texts.ts';
import { staleOrders } from './stale-orders.ts';
import './monitoring.css';

export function OrderPage() {
  const text = useText(orderTexts);
  const { id } = useParams({ from: '/frame/orders/$id' });
  const read = useRead('GET /api/monitoring/orders/:id', { params: { id } });
  return (
    <div className="page monitoring">
      <Link to="/orders" className="back-link no-print">
        ‹ {text('back')}
      </Link>
      {read.isPending ? <Skeleton lines={8} /> : null}
      {read.error === null ? null : (
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      )}
      {read.data === undefined ? null : <Loaded order={read.data} />}
    </div>
  );
}

function Loaded({ order }: { readonly order: Order }) {
  const text = useText(orderTexts);
  const { number, title, issuedBy, issuedOn, words, basis, basisLink, items } = order;
  return (
    <>
      <PageHead
        title={`${text('numbered', { number })} ${title}`}
        note={<WholeDays>{text('from', { issuer: issuedBy, on: issuedOn })}</WholeDays>}
        actions={order.maySteer ? <UrgeAll order={order} /> : undefined}
      />
      <p className="monitoring-words">{words}</p>
      {basis === '' ? null : (
        <p className="small quiet">
          {text('basis')} {basis}{' '}
          {basisLink === null ? null : <a href={basisLink}>{text('openBasis')}</a>}
        </p>
      )}
      <Block
        title={text('to')}
        aside={text('progressSaid', {
          parts: order.parts,
          received: order.received,
          reported: order.reported,
          done: order.done,
        })}
      >
        <ul className="monitoring-lines monitoring-parts">
          {items.map((one) => (
            <li key={one.id}>
              <Link to="/orders/parts/$id" params={{ id: one.id }} className="row-link">
                {one.name}
              </Link>
              <PartState part={one} />
            </li>
          ))}
        </ul>
      </Block>
    </>
  );
}

/** One after the other: each is an act of its own and stands in its own history. */
function UrgeAll({ order }: { readonly order: Order }) {
  const text = useText(orderTexts);
  const say = useSay();
  const [isUrging, setUrging] = useState(false);
  const urge = useWrite('POST /api/monitoring/order-parts/:id/acts', { stale: staleOrders });
  const problem = useExplanation(urge.error);
  const waiting = order.items.filter(
    ({ late, state }) => late !== null && state !== 'reported' && state !== 'done',
  );
  if (waiting.length === 0) return null;
  const all = async () => {
    setUrging(true);
    try {
      for (const { id, position } of waiting) {
        await urge.mutateAsync({ params: { id }, body: { seen: position, act: 'urge' } });
      }
      say(text('saidUrged', { count: waiting.length }));
    } catch {
      // The refusal stands beside the button.
    }
    setUrging(false);
  };
  return (
    <>
      <Problem>{problem}</Problem>
      <button
        type="button"
        className="button primary"
        disabled={isUrging}
        onClick={() => void all()}
      >
        {text('urgeAll')}
      </button>
    </>
  );
}
