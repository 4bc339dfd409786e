// Payment lists of an area: what each pays, how far it has come, what is wrong with it.
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { listPaymentLists, PaymentList } from '#contract/funds-lists.ts';
import type { OutputOf } from '#contract/route.ts';
import { useMay, useMe } from '#web/access/me.ts';
import { usePages } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Chip, type Meaning } from '#web/ui/chip.tsx';
import { Money } from '#web/ui/figure.tsx';
import { MoreButton } from '#web/ui/more-button.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { StackedTable } from '#web/ui/stacked-table.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { BeginSheet } from './begin-list-sheet.tsx';
import { listTexts } from './list-texts.ts';
import { ListTotal } from './list-total.tsx';
import './funds.css';

type Total = OutputOf<typeof listPaymentLists>['total'];

export const listMeanings: Readonly<Record<PaymentList['state'], Meaning>> = {
  draft: 'neutral',
  checking: 'due',
  checked: 'due',
  waiting: 'due',
  posting: 'due',
  posted: 'due',
  answered: 'done',
  discarded: 'neutral',
};

export function ListListPage() {
  const text = useText(listTexts);
  const may = useMay();
  const own = useMe().area.code;
  const { area = own } = useSearch({ from: '/frame/payments' });
  const [beginning, setBeginning] = useState(false);
  const list = usePages('GET /api/funds/lists', { query: { area } });
  return (
    <div className="page funds">
      <PageHead
        title={text('title')}
        actions={
          may('funds.list') && area.length >= 6 ? (
            <button type="button" className="button primary" onClick={() => setBeginning(true)}>
              {text('begin')}
            </button>
          ) : undefined
        }
      />
      {list.error === null ? null : <ErrorState error={list.error} retry={list.refetch} />}
      {list.isPending ? <Skeleton lines={8} /> : null}
      {!list.isPending && list.error === null && list.items.length === 0 ? (
        <EmptyState title={text('emptyTitle')} text={text('emptyText')} />
      ) : null}
      <ListRows lists={list.items} total={list.first?.total ?? null} />
      <MoreButton list={list}>{text('more')}</MoreButton>
      {beginning ? <BeginSheet area={area} onClose={() => setBeginning(false)} /> : null}
    </div>
  );
}

interface RowsProps {
  readonly lists: readonly PaymentList[];
  readonly total: Total;
}

function ListRows({ lists, total }: RowsProps) {
  const text = useText(listTexts);
  if (lists.length === 0) return null;
  const isSummed = total !== null && total.lists > 1;
  const heads = [
    'name',
    'area',
    'document',
    'purse',
    'payOn',
    'households',
    'amount',
    'standing',
  ] as const;
  return (
    <StackedTable
      label={text('title')}
      heads={heads}
      figures={['households', 'amount']}
      nameOf={(head) => text(head)}
    >
      <tbody>
        {lists.map((one) => (
          <tr key={one.id}>
            <td>
              <NameOf list={one} />
            </td>
            <td>{one.area.name}</td>
            <td className="funds-paper">{one.document}</td>
            <td>
              {text.pick(one.sourceTitle)} · {text.pick(one.purposeTitle)}
            </td>
            <td className="day">{one.payOn}</td>
            <td className="number">{exactNumber(one.lines - one.held)}</td>
            <td className="number">
              <Money fen={one.total} exact />
            </td>
            <td>
              <StateOf list={one} />
            </td>
          </tr>
        ))}
      </tbody>
      {isSummed ? (
        <ListTotal
          label={text('total', { count: total.lists })}
          before={5}
          figures={[<Money key="amount" fen={total.amount} exact />]}
          after={1}
        />
      ) : null}
    </StackedTable>
  );
}

function NameOf({ list }: { readonly list: PaymentList }) {
  return (
    <Link to="/payments/$id" params={{ id: list.id }} className="row-link">
      {list.title}
    </Link>
  );
}

function StateOf({ list }: { readonly list: PaymentList }) {
  const text = useText(listTexts);
  return (
    <>
      <Chip meaning={listMeanings[list.state]}>{text(`state_${list.state}`)}</Chip>{' '}
      <Marks list={list} />
    </>
  );
}

export function Marks({ list }: { readonly list: PaymentList }) {
  const text = useText(listTexts);
  const { failed, disputed } = list.counts;
  return (
    <>
      {list.held === 0 ? null : (
        <Chip meaning="due">{text('held', { count: exactNumber(list.held) })}</Chip>
      )}{' '}
      {failed === 0 ? null : (
        <Chip meaning="over">{text('fails', { count: exactNumber(failed) })}</Chip>
      )}{' '}
      {disputed === 0 ? null : (
        <Chip meaning="over">{text('disputes', { count: exactNumber(disputed) })}</Chip>
      )}
    </>
  );
}
