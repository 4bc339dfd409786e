// What waits: applications for a bank to answer, loans to be lent, loans about to be due.
import { Link } from '@tanstack/react-router';
import type { LoanSummary } from '#contract/funds-loans.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, exactYuan } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { LoansLink } from './loan-blocks.tsx';
import { LoanChip } from './loan-chip.tsx';
import { loanTexts } from './loan-texts.ts';

const shownMost = 6;

export function DeskBlock({ summary }: { readonly summary: LoanSummary }) {
  const text = useText(loanTexts);
  const area = summary.area.code;
  const waiting = useRead('GET /api/funds/loans', {
    query: { area, show: 'waiting', limit: shownMost },
  });
  const isOwn = summary.bank !== null;
  const items = waiting.data?.items ?? [];
  const counts = [
    ['waiting', summary.waiting.loans],
    ['toLend', summary.toLend.loans],
    ['dueSoon', summary.dueSoon.loans],
  ] as const;
  return (
    <Block title={text('desk')} aside={text('deskAside')}>
      <p>
        {counts.map(([show, count]) => (
          <span key={show} className="loan-count">
            <LoansLink search={{ area, show }}>
              {text(isOwn && show === 'waiting' ? 'deskOwn' : `show_${show}`)}{' '}
              {text('count', { count: exactNumber(count) })}
            </LoansLink>
          </span>
        ))}
      </p>
      {waiting.data !== undefined && items.length === 0 ? (
        <p className="quiet">{text('deskNone')}</p>
      ) : null}
      <ul className={`funds-list loan-waiting${isOwn ? ' wide' : ''}`}>
        {items.map((one) => (
          <li key={one.id}>
            <Link to="/loans/$id" params={{ id: one.id }} className="row-link">
              {one.headName}
            </Link>
            <span className="funds-amount number">
              {text('yuan', { amount: exactYuan(one.asked) })}
            </span>
            <span className="small quiet">
              {one.area.name} · {one.purpose}
              {isOwn ? null : ` · ${one.lender}`}
            </span>
            <time className="small quiet">{one.askedOn}</time>
            <span>
              <LoanChip loan={one} />
            </span>
          </li>
        ))}
      </ul>
    </Block>
  );
}
