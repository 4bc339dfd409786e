// The loans behind a number: as a table, on a phone as cards.
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { Loan, listLoans } from '#contract/funds-loans.ts';
import type { OutputOf } from '#contract/route.ts';
import { useMe } from '#web/access/me.ts';
import { urlOf } from '#web/client/call.ts';
import { usePages } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Money } from '#web/ui/figure.tsx';
import { FilterSentence } from '#web/ui/filter-sentence.tsx';
import { MoreButton } from '#web/ui/more-button.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { StackedTable } from '#web/ui/stacked-table.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { ListTotal } from '../list-total.tsx';
import { LoanChip } from './loan-chip.tsx';
import { loanTexts } from './loan-texts.ts';
import '../funds.css';

type LoanTotal = OutputOf<typeof listLoans>['total'];

export function LoanListPage() {
  const text = useText(loanTexts);
  const navigate = useNavigate();
  const own = useMe().area.code;
  const { area = own, show = 'all', ...more } = useSearch({ from: '/frame/loans/list' });
  const { product, purpose, refusal, month } = more;
  const list = usePages('GET /api/funds/loans', {
    query: { area, show, product, purpose, refusal, month },
  });
  const conditions = { product, purpose, refusal, month };
  return (
    <div className="page funds">
      <Link to="/loans" search={{ area }} className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <PageHead
        title={text(`show_${show}`)}
        actions={
          list.items.length === 0 ? undefined : (
            <a
              className="button"
              href={urlOf('GET /api/funds/loans/file', { query: { area, show, ...conditions } })}
            >
              {text('download')}
            </a>
          )
        }
      />
      <FilterSentence
        lead={text('listLead')}
        parts={[
          { key: 'show', text: text(`show_${show}`) },
          ...Object.entries(conditions).flatMap(([key, value]) =>
            value === undefined
              ? []
              : [
                  {
                    key,
                    text: wordOf(key, value, list.items, text.pick),
                    onRemove: () =>
                      void navigate({
                        to: '/loans/list',
                        search: { area, show, ...conditions, [key]: undefined },
                      }),
                  },
                ],
          ),
        ]}
      />
      {list.error === null ? null : <ErrorState error={list.error} retry={list.refetch} />}
      {list.isPending ? <Skeleton lines={8} /> : null}
      {!list.isPending && list.error === null && list.items.length === 0 ? (
        <EmptyState title={text('listNone')} text={text('emptyText')} />
      ) : null}
      <LoanRows loans={list.items} total={list.first?.total ?? null} />
      <MoreButton list={list}>{text('more')}</MoreButton>
    </div>
  );
}

/** A code of the address in the words of the rows it found. */
function wordOf(
  key: string,
  value: string,
  items: readonly Loan[],
  pick: (both: { zh: string; en: string }) => string,
): string {
  const [first] = items;
  if (key === 'product' && first !== undefined) return pick(first.productTitle);
  if (key === 'refusal' && first?.refusalTitle) return pick(first.refusalTitle);
  return value;
}

function LoanRows({
  loans,
  total,
}: {
  readonly loans: readonly Loan[];
  readonly total: LoanTotal;
}) {
  const text = useText(loanTexts);
  if (loans.length === 0) return null;
  const isSummed = total !== null && total.loans > 1;
  const heads = [
    'household',
    'place',
    'product',
    'lender',
    'amount',
    'owed',
    'due',
    'state',
  ] as const;
  return (
    <StackedTable
      label={text('listLead')}
      heads={heads}
      figures={['amount', 'owed']}
      nameOf={(head) => text(`head_${head}`)}
    >
      <tbody>
        {loans.map((one) => (
          <tr key={one.id}>
            <td>
              <Link to="/loans/$id" params={{ id: one.id }} className="row-link">
                {one.headName}
              </Link>
            </td>
            <td className="funds-place">{one.area.name}</td>
            <td>
              {text.pick(one.productTitle)} <span className="quiet">{one.purpose}</span>
            </td>
            <td>{one.lender}</td>
            <td className="number">
              <Money fen={one.lent || one.approved || one.asked} exact />
            </td>
            <td className="number">
              <Money fen={one.owed} exact />
            </td>
            <td className="day">
              {one.dueOn ?? <span className="quiet">{text('askedOn', { day: one.askedOn })}</span>}
            </td>
            <td>
              <LoanChip loan={one} />
            </td>
          </tr>
        ))}
      </tbody>
      {isSummed ? (
        <ListTotal
          label={text('total', { loans: exactNumber(total.loans) })}
          before={3}
          figures={[
            <Money key="amount" fen={total.amount} exact />,
            <Money key="owed" fen={total.owed} exact />,
          ]}
          after={2}
        />
      ) : null}
    </StackedTable>
  );
}
