// Money put together: by the six principles as the books have them, by source and year, by department with
// its credit, and beside what was published.
import { Link, useSearch } from '@tanstack/react-router';
import type { Consolidation } from '#contract/funds-consolidation.ts';
import { useMe } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, exactYuan, printedNumber, shownShare, shownYuan } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { consolidationTexts } from './consolidation-texts.ts';
import { DepartmentTable, GrantTable } from './grant-tables.tsx';
import { Principles } from './principles.tsx';
import '../funds.css';
import './consolidation.css';

export function ConsolidationPage() {
  const text = useText(consolidationTexts);
  const own = useMe().area.code;
  const { area = own } = useSearch({ from: '/frame/consolidation' });
  const read = useRead('GET /api/funds/consolidation', { query: { area } }, { keep: true });
  const { data } = read;
  return (
    <div className="page funds">
      <PageHead title={text('title')} asOf={data?.on} />
      {read.error === null ? null : (
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      )}
      {read.isPending ? <Skeleton lines={10} /> : null}
      {data === undefined ? null : data.granted === 0 ? (
        <EmptyState title={text('emptyTitle')} text={text('emptyText')} />
      ) : (
        <>
          <GrantFinding money={data} />
          <p className="small quiet">{text('help')}</p>
          <div className="funds-grid">
            <div>
              <GrantTable money={data} />
              <DepartmentTable money={data} />
            </div>
            <div>
              <Principles money={data} />
              <Published money={data} />
              <Changes money={data} />
            </div>
          </div>
        </>
      )}
    </div>
  );
}

interface Part {
  readonly money: Consolidation;
}

function GrantFinding({ money }: Part) {
  const text = useText(consolidationTexts);
  const { sources, departments, granted, paid, years, totals } = money;
  const named = departments.filter(({ department }) => department !== '').length;
  const growth = totals[0]?.growth ?? null;
  const yuan = (fen: number) => shownYuan(fen, text.language);
  const facts = {
    sources: exactNumber(sources.filter(({ within }) => within === null).length),
    departments: exactNumber(named),
    granted: yuan(granted),
    paid: yuan(paid),
    share: shownShare(paid, granted),
  };
  return (
    <Finding
      detail={
        growth === null
          ? undefined
          : text('growth', {
              year: years[0] ?? '',
              direction: text(growth < 0 ? 'less' : 'more'),
              share: shownShare(Math.abs(growth), 1),
            })
      }
    >
      {text(named === 0 ? 'findingNoDepartment' : 'finding', facts)}
    </Finding>
  );
}

function Published({ money }: Part) {
  const text = useText(consolidationTexts);
  if (money.published.length === 0) return null;
  return (
    <Block title={text('published')}>
      <ul className="funds-list">
        {money.published.map((one) => (
          <li key={one.figure}>
            <p>
              {text.pick(one.title)}{' '}
              <span className="funds-amount">
                {text('printed', { printed: printedNumber(one.printed, text.language) })}
              </span>{' '}
              <Chip meaning={one.agrees ? 'done' : 'neutral'}>
                {text(one.agrees ? 'agrees' : 'differs')}
              </Chip>
            </p>
            <p className="small quiet">
              {text('ours', { ours: exactYuan(one.ours) })} · {one.on}
              {one.agrees
                ? null
                : ` · ${text('apart', {
                    value: exactYuan(one.value),
                    apart: exactYuan(Math.abs(one.ours - one.value)),
                    direction: text(one.ours < one.value ? 'booksLess' : 'booksMore'),
                  })}`}
            </p>
            {one.parts.length === 0 ? null : <Arithmetic one={one} />}
            {one.source === null ? null : (
              <p className="small quiet">
                {text('cited', {
                  document: text.pick(one.source.title),
                  place: one.source.place ?? '',
                })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Block>
  );
}

/** How a published sum comes about from what is in the books, and what it would be with what nobody placed. */
function Arithmetic({ one }: { readonly one: Consolidation['published'][number] }) {
  const text = useText(consolidationTexts);
  const { parts, maybe, ours } = one;
  return (
    <>
      <p className="small">
        {parts.map((part) => `${text.pick(part.title)} ${exactYuan(part.ours)}`).join(' + ')} ={' '}
        <strong>{exactYuan(ours)}</strong>
      </p>
      {maybe.map((part) => (
        <p key={part.title.en} className="small quiet">
          {text(part.agrees ? 'maybeAgrees' : 'maybeDiffers', {
            title: text.pick(part.title),
            amount: exactYuan(part.amount),
            sum: exactYuan(ours + part.amount),
          })}
        </p>
      ))}
    </>
  );
}

function Changes({ money }: Part) {
  const text = useText(consolidationTexts);
  const { latest } = money.repurposed;
  if (latest.length === 0) return null;
  return (
    <Block title={text('changes')}>
      <ul className="funds-list">
        {latest.map((one) => (
          <li key={one.entry}>
            <p>
              <Link to="/money/entries/$id" params={{ id: one.entry }} className="count-link">
                {exactYuan(one.amount)}
              </Link>{' '}
              {one.document}
            </p>
            <p className="small quiet">
              {text('changeLine', {
                on: one.on,
                source: text.pick(one.source),
                from: text.pick(one.from),
                to: text.pick(one.to),
              })}
            </p>
          </li>
        ))}
      </ul>
    </Block>
  );
}
