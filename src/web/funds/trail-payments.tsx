// Who received the money of a trail out of one purse: household by household, with the part that came from it.
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { TrailJoint } from '#contract/funds-trail.ts';
import { usePages } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactYuan } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { MoreButton } from '#web/ui/more-button.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { StackedTable } from '#web/ui/stacked-table.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { trailTexts } from './trail-texts.ts';

export function TrailPayments({
  entry,
  joint,
  payments,
  onClose,
}: {
  readonly entry: string;
  readonly joint: TrailJoint;
  readonly payments: NonNullable<TrailJoint['payments']>;
  readonly onClose: () => void;
}) {
  const text = useText(trailTexts);
  const top = useRef<HTMLDivElement>(null);
  const list = usePages('GET /api/funds/trails/:id/payments', {
    params: { id: entry },
    query: { account: payments.account, memo: joint.memo, on: joint.on, limit: 100 },
  });
  useEffect(() => top.current?.focus(), []);
  return (
    <div ref={top} tabIndex={-1}>
      <Block title={text('paidTitle', { memo: joint.memo })} aside={text('paidAside')}>
        {list.error === null ? null : <ErrorState error={list.error} retry={list.refetch} />}
        {list.isPending ? <Skeleton lines={6} /> : null}
        <StackedTable
          label={joint.memo}
          heads={['household', 'place', 'document', 'amount', 'whole']}
          figures={['amount', 'whole']}
          nameOf={(head) => text(head)}
        >
          <tbody>
            {list.items.map((one) => (
              <tr key={one.entry}>
                <td>
                  {one.household === null ? (
                    one.holder
                  ) : (
                    <Link to="/households/$id" params={{ id: one.household }} className="row-link">
                      {one.householdName ?? one.householdNo ?? text('household')}
                    </Link>
                  )}
                </td>
                <td>{one.area.name}</td>
                <td>
                  <Link to="/money/trail/$id" params={{ id: one.entry }} className="count-link">
                    {one.document}
                  </Link>
                </td>
                <td className="number">{exactYuan(one.amount)}</td>
                <td className="number">{exactYuan(one.whole)}</td>
              </tr>
            ))}
          </tbody>
        </StackedTable>
        <p className="funds-acts no-print">
          <MoreButton list={list}>{text('more')}</MoreButton>
          <button type="button" className="button plain" onClick={onClose}>
            {text('close')}
          </button>
        </p>
      </Block>
    </div>
  );
}
