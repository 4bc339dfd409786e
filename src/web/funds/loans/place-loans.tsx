// Loans by place, on one scale: lent light, owed dark, late as its own number; each number opens its list.
import { Link } from '@tanstack/react-router';
import type { LoanSummary } from '#contract/funds-loans.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { ColumnMoney } from '#web/ui/figure.tsx';
import { FigureTable } from '#web/ui/figure-table.tsx';
import { sumOf } from '#web/ui/total-row.tsx';
import { LoansLink } from './loan-blocks.tsx';
import { loanTexts } from './loan-texts.ts';

type PlaceRow = LoanSummary['places'][number];
const columns = ['loans', 'households', 'lent', 'owed', 'late'] as const;

export function PlaceLoans({ summary: { places } }: { readonly summary: LoanSummary }) {
  const text = useText(loanTexts);
  const most = Math.max(1, ...places.map(({ lent }) => lent));
  if (places.length === 0) return null;
  return (
    <Block title={text('places')} aside={text('placesAside')}>
      <FigureTable
        label={text('places')}
        head={text('place')}
        columns={columns}
        nameOf={(column) => text(column)}
        rows={places.map((one) => ({
          key: one.area.code,
          title: (
            <Link to="/loans" search={{ area: one.area.code }} className="row-link">
              {one.area.name}
            </Link>
          ),
          figures: figuresOf(one),
          bar: <OwedBar place={one} most={most} />,
        }))}
        total={
          places.length < 2
            ? undefined
            : {
                loans: exactNumber(sumOf(places, 'loans')),
                households: exactNumber(sumOf(places, 'households')),
                lent: <ColumnMoney fen={sumOf(places, 'lent')} />,
                owed: <ColumnMoney fen={sumOf(places, 'owed')} />,
                late: <ColumnMoney fen={sumOf(places, 'late')} />,
              }
        }
        bars={text('lentAndOwed')}
      />
    </Block>
  );
}

function figuresOf({ area: { code: area }, ...one }: PlaceRow) {
  return {
    loans: <LoansLink search={{ area, show: 'lent' }}>{exactNumber(one.loans)}</LoansLink>,
    households: exactNumber(one.households),
    lent: <ColumnMoney fen={one.lent} />,
    owed: (
      <LoansLink search={{ area, show: 'owed' }}>
        <ColumnMoney fen={one.owed} />
      </LoansLink>
    ),
    late:
      one.late === 0 ? (
        <span className="quiet">0</span>
      ) : (
        <LoansLink search={{ area, show: 'late' }}>
          <ColumnMoney fen={one.late} />
        </LoansLink>
      ),
  };
}

function OwedBar({ place, most }: { readonly place: PlaceRow; readonly most: number }) {
  const width = (fen: number) => `${Math.max(0, Math.min(100, (fen / most) * 100))}%`;
  return (
    <span className="funds-progress" aria-hidden="true">
      <span className="funds-here" style={{ width: width(place.lent) }} />
      <span className="funds-paid" style={{ width: width(place.owed) }} />
    </span>
  );
}
