// Loans as numbers that open their lists: by how late, by month of the due day, by place, by reason.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { LoanSummary } from '#contract/funds-loans.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, exactYuan, printedNumber, shownShare } from '#web/text/number.ts';
import { type BarRow, BarTable } from '#web/ui/bar-table.tsx';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { ColumnMoney, Money } from '#web/ui/figure.tsx';
import type { LoanSearch } from './loan-search.ts';
import { loanTexts } from './loan-texts.ts';

interface Part {
  readonly summary: LoanSummary;
}

export function LoansLink({
  search,
  children,
}: {
  readonly search: LoanSearch & { readonly area: string };
  readonly children: ReactNode;
}) {
  return (
    <Link to="/loans/list" search={search} className="count-link">
      {children}
    </Link>
  );
}

export function OverdueBlock({ summary }: Part) {
  const text = useText(loanTexts);
  const area = summary.area.code;
  const owed = summary.owed.amount;
  return (
    <Block title={text('overdue')} aside={text('overdueAside')}>
      <BarTable
        caption={text('overdue')}
        rows={summary.classes.map(
          (one): BarRow => ({
            key: one.class,
            label: (
              <LoansLink search={{ area, show: one.class }}>
                {text(`class_${one.class}`)} · {text('count', { count: exactNumber(one.loans) })}
              </LoansLink>
            ),
            value: one.amount,
            figure: <ColumnMoney fen={one.amount} />,
            after: shownShare(one.amount, owed),
            tone: one.class === 'current' ? 'context' : 'ink',
          }),
        )}
      />
    </Block>
  );
}

export function CalendarBlock({ summary }: Part) {
  const text = useText(loanTexts);
  const area = summary.area.code;
  if (summary.calendar.length === 0) return null;
  return (
    <Block title={text('calendar')} aside={text('calendarAside')}>
      <BarTable
        caption={text('calendar')}
        rows={summary.calendar.map((one) => ({
          key: one.month,
          label: (
            <LoansLink search={{ area, month: one.month }}>
              <Dotted>
                {one.month}
                {text('count', { count: exactNumber(one.loans) })}
              </Dotted>
            </LoansLink>
          ),
          value: one.amount,
          figure: <ColumnMoney fen={one.amount} />,
          tone: one.month === summary.on.slice(0, 7) ? 'active' : 'ink',
        }))}
      />
    </Block>
  );
}

export function GroupBlocks({ summary }: Part) {
  const text = useText(loanTexts);
  const area = summary.area.code;
  const { refusals, products, purposes, misused, unchecked, subsidy } = summary;
  return (
    <>
      <Block title={text('uses')}>
        <p>
          {text.rich('usesLine', {
            unchecked: (
              <LoansLink search={{ area, show: 'unchecked' }}>{exactNumber(unchecked)}</LoansLink>
            ),
            misused: (
              <LoansLink search={{ area, show: 'misused' }}>{exactNumber(misused)}</LoansLink>
            ),
          })}
        </p>
      </Block>
      <Block title={text('refusals')}>
        {refusals.length === 0 ? <p className="quiet">{text('refusalsNone')}</p> : null}
        <BarTable
          caption={text('refusals')}
          rows={refusals.map((one) => ({
            key: one.code,
            label: (
              <LoansLink search={{ area, refusal: one.code }}>{text.pick(one.title)}</LoansLink>
            ),
            value: one.loans,
            figure: text('count', { count: exactNumber(one.loans) }),
          }))}
        />
      </Block>
      <Block title={text('products')}>
        <BarTable
          caption={text('products')}
          rows={products.map((one) => ({
            key: one.product,
            label: (
              <LoansLink search={{ area, show: 'lent', product: one.product }}>
                {text.pick(one.title)}
              </LoansLink>
            ),
            value: one.loans,
            figure: text('count', { count: exactNumber(one.loans) }),
          }))}
        />
      </Block>
      <Block title={text('purposes')}>
        <BarTable
          caption={text('purposes')}
          rows={purposes.map((one) => ({
            key: one.purpose,
            label: (
              <LoansLink search={{ area, show: 'lent', purpose: one.purpose }}>
                {one.purpose}
              </LoansLink>
            ),
            value: one.loans,
            figure: text('count', { count: exactNumber(one.loans) }),
          }))}
        />
      </Block>
      <Block title={text('subsidy')}>
        <p>
          {text.rich('subsidyLine', {
            paid: <Money fen={subsidy.paid} />,
            waiting: <Money fen={subsidy.waiting} />,
          })}
        </p>
      </Block>
    </>
  );
}

/** What was published beside what stands here; a rate without its base says which bases would give it. */
export function PublishedBlock({ summary }: Part) {
  const text = useText(loanTexts);
  if (summary.published.length === 0) return null;
  return (
    <Block
      title={text('published')}
      aside={
        <Link to="/figures" className="link no-print">
          {text('publishedLink')}
        </Link>
      }
    >
      <ul className="funds-list">
        {summary.published.map((one) => (
          <li key={one.figure}>
            <p>
              {text.pick(one.title)}{' '}
              <span className="funds-amount">
                {text('printed', { printed: printedNumber(one.printed, text.language) })}
              </span>{' '}
              {one.agrees === null ? null : (
                <Chip meaning={one.agrees ? 'done' : 'over'}>
                  {text(one.agrees ? 'agrees' : 'differs')}
                </Chip>
              )}
            </p>
            <p className="small quiet">
              {one.ours === null
                ? one.bases === null
                  ? text('basesNone')
                  : text('bases', {
                      least: exactNumber(one.bases.least),
                      most: exactNumber(one.bases.most),
                    })
                : text('ours', {
                    ours: one.isMoney
                      ? text('yuan', { amount: exactYuan(one.ours) })
                      : exactNumber(one.ours),
                  })}
              {one.against === null
                ? ''
                : ` ${text('heldAgainst', { what: text.pick(one.against) })}`}
            </p>
          </li>
        ))}
      </ul>
    </Block>
  );
}
