// The households behind a number of the credit page.

import { Link, useSearch } from '@tanstack/react-router';
import { useMay, useMe } from '#web/access/me.ts';
import type { Answer } from '#web/client/api.ts';
import { usePages, useRead } from '#web/client/read.ts';
import { groupedNo } from '#web/registry/household-no.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, exactYuan } from '#web/text/number.ts';
import { MoreButton } from '#web/ui/more-button.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { StackedTable } from '#web/ui/stacked-table.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { ListTotal } from '../list-total.tsx';
import { creditTexts } from './credit-texts.ts';
import '../funds.css';

type CreditPage = Answer<'GET /api/funds/credit'>;
type CreditHousehold = CreditPage['items'][number];
type Total = Answer<'GET /api/funds/credit/total'>;

const heads = ['household', 'village', 'number', 'grade', 'limit', 'on', 'reason'] as const;

export function CreditListPage() {
  const text = useText(creditTexts);
  const own = useMe().area.code;
  const {
    area = own,
    show = 'rated',
    grade,
    reason,
  } = useSearch({
    from: '/frame/loans/credit/list',
  });
  const query = { area, show, grade, reason };
  const list = usePages('GET /api/funds/credit', { query });
  const total = useRead('GET /api/funds/credit/total', { query });
  return (
    <div className="page funds">
      <Link to="/loans/credit" search={{ area }} className="back-link no-print">
        ‹ {text('title')}
      </Link>
      <PageHead title={text(`show_${show}`)} />
      {list.error === null ? null : <ErrorState error={list.error} retry={list.refetch} />}
      {list.isPending ? <Skeleton lines={8} /> : null}
      {!list.isPending && list.error === null && list.items.length === 0 ? (
        <EmptyState title={text('listNone')} text={text('emptyText')} />
      ) : null}
      {list.items.length === 0 ? null : <CreditTable items={list.items} total={total.data} />}
      <MoreButton list={list}>{text('more')}</MoreButton>
    </div>
  );
}

function CreditTable({
  items,
  total,
}: {
  readonly items: readonly CreditHousehold[];
  readonly total: Total | undefined;
}) {
  const text = useText(creditTexts);
  // A sum of limits says something where there are some to add.
  const isSummed = total !== undefined && total.households > 1 && total.limit > 0;
  return (
    <StackedTable
      label={text('title')}
      heads={heads}
      figures={['limit']}
      nameOf={(head) => text(head)}
    >
      <tbody>
        {items.map((one) => (
          <tr key={one.household}>
            <td>
              <NameOf one={one} />
            </td>
            <td className="funds-place">{one.area.name}</td>
            <td>{groupedNo(one.householdNo)}</td>
            <td>{one.gradeTitle === null ? '' : text.pick(one.gradeTitle)}</td>
            <td className="number">{one.limit === null ? '' : exactYuan(one.limit)}</td>
            <td className="day">{one.gradedOn}</td>
            <td>{one.reasonTitle === null ? '' : text.pick(one.reasonTitle)}</td>
          </tr>
        ))}
      </tbody>
      {isSummed ? (
        <ListTotal
          label={text('total', { households: exactNumber(total.households) })}
          before={3}
          figures={[exactYuan(total.limit)]}
          after={2}
        />
      ) : null}
    </StackedTable>
  );
}

function NameOf({ one }: { readonly one: CreditHousehold }) {
  const may = useMay();
  if (!may('registry.read')) return <strong>{one.headName}</strong>;
  return (
    <Link to="/households/$id" params={{ id: one.household }} className="row-link">
      {one.headName}
    </Link>
  );
}
