// Loans of an area: what waits, what is owed, what is due and how late, by place; each number opens its list.
// A bank's officer sees the same page with the loans of the bank alone.
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { LoanSummary } from '#contract/funds-loans.ts';
import { useMe } from '#web/access/me.ts';
import { ApiError } from '#web/client/api-error.ts';
import { useRead } from '#web/client/read.ts';
import { ChoosePlace } from '#web/shell/choose-place.tsx';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shownShare, shownYuan } from '#web/text/number.ts';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { AskSheet } from './ask-sheet.tsx';
import { ClaimSheet } from './claim-sheet.tsx';
import { creditTexts } from './credit-texts.ts';
import { DeskBlock } from './desk-block.tsx';
import { entrustedTexts } from './entrusted-texts.ts';
import { fundTexts } from './fund-texts.ts';
import { CalendarBlock, GroupBlocks, OverdueBlock, PublishedBlock } from './loan-blocks.tsx';
import { loanTexts } from './loan-texts.ts';
import { PapersBlock } from './paper-rows.tsx';
import { PlaceLoans } from './place-loans.tsx';
import { TargetBlock } from './target-block.tsx';
import '../funds.css';

export function LoansPage() {
  const text = useText(loanTexts);
  const fund = useText(fundTexts);
  const entrusted = useText(entrustedTexts);
  const credit = useText(creditTexts);
  const own = useMe().area.code;
  const { area = own } = useSearch({ from: '/frame/loans' });
  const [open, setOpen] = useState<'ask' | 'claim'>();
  const read = useRead('GET /api/funds/loans/summary', { query: { area } }, { keep: true });
  const { data } = read;
  const isWide = read.error instanceof ApiError && read.error.code === 'funds/county-needed';
  const isEmpty = data !== undefined && data.lent.loans === 0 && data.waiting.loans === 0;
  const isBank = data?.bank !== null && data?.bank !== undefined;
  const pages = [
    { to: '/loans/fund', label: fund('link') },
    { to: '/loans/entrusted', label: entrusted('link') },
    { to: '/loans/credit', label: credit('link') },
    { to: '/loans/associations', label: credit('associations') },
    { to: '/loans/banks', label: text('banks') },
  ] as const;
  return (
    <div className="page funds">
      <PageHead
        title={isBank ? text('titleBank', { bank: data.bank ?? '' }) : text('title')}
        asOf={data?.on}
        actions={
          data === undefined ? undefined : (
            <>
              {isBank ? (
                <button type="button" className="button primary" onClick={() => setOpen('claim')}>
                  {text('claim')}
                </button>
              ) : null}
              {data.mayAsk ? (
                <button type="button" className="button primary" onClick={() => setOpen('ask')}>
                  {text('ask')}
                </button>
              ) : null}
            </>
          )
        }
      />
      {isWide ? <ChoosePlace title={text('tooWide')} text={read.error?.message ?? ''} /> : null}
      {read.error === null || isWide ? null : (
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      )}
      {/* Nothing of it is kept above a county, nor below one of these links. */}
      {isWide ? null : (
        <p className="loan-links no-print">
          {pages.map(({ to, label }) => (
            <Link key={to} to={to} search={{ area }} className="link">
              {label}
            </Link>
          ))}
        </p>
      )}
      {read.isPending ? <Skeleton lines={10} /> : null}
      {isEmpty ? <EmptyState title={text('emptyTitle')} text={text('emptyText')} /> : null}
      {data === undefined ? null : <LoansOf summary={data} isEmpty={isEmpty} />}
      {open === 'ask' ? <AskSheet area={area} onClose={() => setOpen(undefined)} /> : null}
      {open === 'claim' ? <ClaimSheet area={area} onClose={() => setOpen(undefined)} /> : null}
    </div>
  );
}

function LoansOf({
  summary,
  isEmpty,
}: {
  readonly summary: LoanSummary;
  readonly isEmpty: boolean;
}) {
  const area = summary.area.code;
  const isBank = summary.bank !== null;
  return (
    <>
      {isEmpty ? null : <LoanFinding summary={summary} />}
      <div className="funds-grid">
        <div>
          {isBank ? <DeskBlock summary={summary} /> : null}
          {isEmpty ? null : (
            <>
              <OverdueBlock summary={summary} />
              <PlaceLoans summary={summary} />
              <CalendarBlock summary={summary} />
              <PublishedBlock summary={summary} />
            </>
          )}
        </div>
        <div>
          {isBank ? null : <DeskBlock summary={summary} />}
          {isBank ? null : <TargetBlock area={area} />}
          {area.length === 6 ? <PapersBlock area={area} /> : null}
          {isEmpty ? null : <GroupBlocks summary={summary} />}
        </div>
      </div>
    </>
  );
}

function LoanFinding({ summary }: { readonly summary: LoanSummary }) {
  const text = useText(loanTexts);
  const yuan = (fen: number) => shownYuan(fen, text.language);
  const { lent, owed, waiting, classes, mean, cap, dueSoon, warningDays } = summary;
  const late = classes
    .filter((one) => one.class !== 'current')
    .reduce((sum, { amount }) => sum + amount, 0);
  if (lent.loans === 0) {
    return <Finding>{text('findingNone', { waiting: exactNumber(waiting.loans) })}</Finding>;
  }
  const isOver = mean !== null && cap !== null && mean > cap;
  return (
    <Finding
      detail={
        <>
          {mean === null || cap === null ? null : isOver ? (
            <strong className="funds-alarm">
              {text('detailOver', { mean: yuan(mean), cap: yuan(cap) })}
            </strong>
          ) : (
            text('detail', {
              mean: yuan(mean),
              cap: yuan(cap),
              days: warningDays,
              soon: exactNumber(dueSoon.loans),
              soonAmount: yuan(dueSoon.amount),
            })
          )}{' '}
          {summary.par30 === null || summary.par90 === null
            ? null
            : text('par', {
                par30: shownShare(summary.par30, 1),
                par90: shownShare(summary.par90, 1),
              })}{' '}
          {summary.warningVerified ? null : <span className="quiet">{text('unverifiedDays')}</span>}
        </>
      }
    >
      {text('finding', {
        lent: exactNumber(lent.loans),
        households: exactNumber(lent.households),
        amount: yuan(lent.amount),
        owed: yuan(owed.amount),
        late: yuan(late),
        share: shownShare(late, owed.amount),
      })}
    </Finding>
  );
}
