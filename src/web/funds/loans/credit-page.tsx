// Households rated for credit against what the rules plan, by grade and place; and why others ask for no loan.
import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CreditSummary } from '#contract/funds-credit.ts';
import { useMe } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shownShare, shownYuan } from '#web/text/number.ts';
import { type BarRow, BarTable } from '#web/ui/bar-table.tsx';
import { Block } from '#web/ui/block.tsx';
import { FigureTable } from '#web/ui/figure-table.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { sumOf } from '#web/ui/total-row.tsx';
import { creditTexts } from './credit-texts.ts';
import type { CreditSearch } from './loan-search.ts';
import { loanTexts } from './loan-texts.ts';
import '../funds.css';

export function CreditPage() {
  const text = useText(creditTexts);
  const loans = useText(loanTexts);
  const own = useMe().area.code;
  const { area = own } = useSearch({ from: '/frame/loans/credit' });
  const read = useRead('GET /api/funds/credit/summary', { query: { area } });
  const { data } = read;
  return (
    <div className="page funds">
      <Link to="/loans" search={{ area }} className="back-link no-print">
        ‹ {loans('back')}
      </Link>
      <PageHead title={text('title')} asOf={data?.on} />
      {read.error === null ? null : (
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      )}
      {read.isPending ? <Skeleton lines={8} /> : null}
      {data === undefined ? null : data.registered === 0 ? (
        <EmptyState title={text('emptyTitle')} text={text('emptyText')} />
      ) : (
        <CreditOf credit={data} />
      )}
    </div>
  );
}

function ListLink({
  search,
  children,
}: {
  readonly search: CreditSearch & { readonly area: string };
  readonly children: ReactNode;
}) {
  return (
    <Link to="/loans/credit/list" search={search} className="count-link">
      {children}
    </Link>
  );
}

function CreditOf({ credit }: { readonly credit: CreditSummary }) {
  const text = useText(creditTexts);
  const area = credit.area.code;
  const { coverage, effectiveRate, registered, rated, effective } = credit;
  const isPlanned = coverage.planned !== null && effectiveRate.planned !== null;
  return (
    <>
      <Finding
        detail={
          isPlanned
            ? text('planned', {
                coverage: coverage.planned ?? '',
                rate: effectiveRate.planned ?? '',
              })
            : text('plannedNone')
        }
      >
        {text('finding', {
          registered: exactNumber(registered),
          rated: exactNumber(rated),
          coverage: shownShare(rated, registered),
          effective: exactNumber(effective),
          rate: shownShare(effective, rated),
          limits: shownYuan(credit.limits, text.language),
        })}
      </Finding>
      <div className="funds-grid">
        <PlaceCredit credit={credit} />
        <div>
          <Block title={text('grades')}>
            {credit.grades.length === 0 ? <p className="quiet">{text('gradesNone')}</p> : null}
            <BarTable
              caption={text('grades')}
              rows={[
                ...credit.grades.map((one) => ({
                  key: one.code,
                  label: text.pick(one.title),
                  value: one.households,
                  figure: (
                    <ListLink search={{ area, show: 'rated', grade: one.code }}>
                      {exactNumber(one.households)}
                    </ListLink>
                  ),
                })),
                {
                  key: 'unrated',
                  label: text('show_unrated'),
                  value: registered - rated,
                  figure: (
                    <ListLink search={{ area, show: 'unrated' }}>
                      {exactNumber(registered - rated)}
                    </ListLink>
                  ),
                  tone: 'missing',
                } satisfies BarRow,
              ]}
            />
          </Block>
          <Silences credit={credit} />
        </div>
      </div>
    </>
  );
}

/** Why those who never asked for a loan do not; a bank cannot know who asked another. */
function Silences({ credit }: { readonly credit: CreditSummary }) {
  const text = useText(creditTexts);
  const { neverAsked, unexplained } = credit;
  const area = credit.area.code;
  if (neverAsked === null || unexplained === null) return null;
  return (
    <Block
      title={text('silences')}
      aside={text('silencesAside', { count: exactNumber(neverAsked) })}
    >
      <BarTable
        caption={text('silences')}
        rows={[
          ...credit.silences.map((one) => ({
            key: one.code,
            label: text.pick(one.title),
            value: one.households,
            figure: (
              <ListLink search={{ area, show: 'neverAsked', reason: one.code }}>
                {exactNumber(one.households)}
              </ListLink>
            ),
          })),
          {
            key: 'unexplained',
            label: text('unexplained'),
            value: unexplained,
            figure: (
              <ListLink search={{ area, show: 'unexplained' }}>{exactNumber(unexplained)}</ListLink>
            ),
            tone: 'missing',
          } satisfies BarRow,
        ]}
      />
    </Block>
  );
}

const placeColumns = ['registered', 'rated', 'coverage', 'effective'] as const;

function PlaceCredit({ credit }: { readonly credit: CreditSummary }) {
  const text = useText(creditTexts);
  if (credit.places.length === 0) return <div />;
  const registered = sumOf(credit.places, 'registered');
  const rated = sumOf(credit.places, 'rated');
  return (
    <Block title={text('places')}>
      <FigureTable
        label={text('places')}
        head={text('place')}
        columns={placeColumns}
        nameOf={(column) => text(column)}
        rows={credit.places.map((one) => ({
          key: one.area.code,
          title: (
            <Link to="/loans/credit" search={{ area: one.area.code }} className="row-link">
              {one.area.name}
            </Link>
          ),
          figures: {
            registered: exactNumber(one.registered),
            rated: (
              <ListLink search={{ area: one.area.code, show: 'rated' }}>
                {exactNumber(one.rated)}
              </ListLink>
            ),
            coverage: shownShare(one.rated, one.registered),
            effective: exactNumber(one.effective),
          },
        }))}
        total={
          credit.places.length < 2
            ? undefined
            : {
                registered: exactNumber(registered),
                rated: exactNumber(rated),
                coverage: shownShare(rated, registered),
                effective: exactNumber(sumOf(credit.places, 'effective')),
              }
        }
      />
    </Block>
  );
}
