// Published figures reconciled: what was claimed, the arithmetic, the verdict, what is missing and what to
// ask. Worst verdicts first; every claim has its address.
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { FigureList } from '#contract/insight-figures.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { useBelow } from '#web/ui/use-narrow.ts';
import { ClaimList } from './claim-list.tsx';
import { ClaimPanel } from './claim-panel.tsx';
import { verdictOrder } from './figures-search.ts';
import { impliedWords } from './implied-words.ts';
import { PackChoice } from './pack-choice.tsx';
import { PasteDrawer } from './paste-drawer.tsx';
import { RatesTable } from './rates-table.tsx';
import { figuresTexts } from './texts.ts';
import { VerdictShape } from './verdict-mark.tsx';
import './figures.css';

export function FiguresPage() {
  const { area, pack } = useSearch({ from: '/frame/figures' });
  const read = useRead('GET /api/insight/figures', { query: { area, pack } }, { keep: true });
  if (read.data !== undefined) return <FiguresOf list={read.data} />;
  if (read.error === null) return <PageSkeleton />;
  return (
    <div className="page">
      <ErrorState error={read.error} retry={() => void read.refetch()} />
    </div>
  );
}

function FiguresOf({ list }: { readonly list: FigureList }) {
  const text = useText(figuresTexts);
  const { verdict, claim } = useSearch({ from: '/frame/figures' });
  const [pasting, setPasting] = useState(false);
  // Too narrow for a list and a claim side by side: the claim takes the page when it is asked for.
  const stacked = useBelow(1080);
  const opens = list.opens === null ? undefined : `${list.opens.pack}.${list.opens.claim}`;
  const open = claim ?? opens;
  const shown = list.items.filter((one) => verdict === undefined || one.verdict === verdict);
  const isAlone = stacked && claim !== undefined;
  return (
    <div className="page figures">
      <PageHead
        title={text('title')}
        note={text('note', { count: list.items.length })}
        actions={
          <button type="button" className="button primary" onClick={() => setPasting(true)}>
            {text('paste')}
          </button>
        }
      />
      {list.items.length === 0 ? (
        <EmptyState
          title={text('empty')}
          text={text('emptyText')}
          action={<PackChoice list={list} />}
        />
      ) : (
        <>
          <Said list={list} />
          <Filters list={list} />
          {isAlone ? (
            <Link
              to="/figures"
              search={(before) => ({ ...before, claim: undefined })}
              className="link no-print"
            >
              {text('back')}
            </Link>
          ) : null}
          <div className={isAlone ? 'figures-grid alone' : 'figures-grid'}>
            {isAlone ? null : <Claims shown={shown} open={stacked ? undefined : open} />}
            <div className="figures-side">
              {open === undefined || (stacked && !isAlone) ? null : <ClaimPanel claim={open} />}
              {isAlone ? null : <RatesTable rates={list.rates} />}
              {isAlone ? null : <HowItWorks />}
            </div>
          </div>
        </>
      )}
      {pasting ? <PasteDrawer onClose={() => setPasting(false)} /> : null}
    </div>
  );
}

function Claims({
  shown,
  open,
}: {
  readonly shown: FigureList['items'];
  readonly open: string | undefined;
}) {
  const text = useText(figuresTexts);
  if (shown.length > 0) return <ClaimList claims={shown} open={open} />;
  return (
    <EmptyState
      title={text('none')}
      text={text('noneText')}
      action={
        <Link
          to="/figures"
          search={(before) => ({ ...before, verdict: undefined })}
          className="button"
        >
          {text('showAll')}
        </Link>
      }
    />
  );
}

/** One sentence from the data: the base that several statements share, and how many do not hold. */
function Said({ list }: { readonly list: FigureList }) {
  const text = useText(figuresTexts);
  const bad = list.items.filter((one) => one.verdict === 'DISAGREE').length;
  const doubt = list.items.filter((one) => one.verdict === 'SUSPECT').length;
  const base = list.items.find(
    (one) => one.pack === list.opens?.pack && one.id === list.opens.claim,
  );
  return (
    <Finding>
      {base?.implied == null || base.verdict === 'DISAGREE'
        ? null
        : text('findingBase', { base: impliedWords(base.implied, text.language) })}
      {bad + doubt === 0 ? text('findingFine') : text('finding', { bad, doubt })}
    </Finding>
  );
}

function Filters({ list }: { readonly list: FigureList }) {
  const text = useText(figuresTexts);
  const { verdict } = useSearch({ from: '/frame/figures' });
  return (
    <div className="figures-filters">
      <nav className="verdict-filter" aria-label={text('filterVerdict')}>
        <Link
          to="/figures"
          search={(before) => ({ ...before, verdict: undefined })}
          aria-current={verdict === undefined ? 'true' : undefined}
        >
          {text('all', { count: list.items.length })}
        </Link>
        {verdictOrder.map((one) => {
          const count = list.items.filter((item) => item.verdict === one).length;
          return count === 0 && one !== verdict ? null : (
            <Link
              key={one}
              to="/figures"
              search={(before) => ({ ...before, verdict: one })}
              aria-current={verdict === one ? 'true' : undefined}
            >
              <VerdictShape verdict={one} />
              {text(one)} <b>{count}</b>
            </Link>
          );
        })}
      </nav>
      <PackChoice list={list} />
    </div>
  );
}

function HowItWorks() {
  const text = useText(figuresTexts);
  return (
    <details className="figures-help no-print">
      <summary>{text('helpTitle')}</summary>
      <p>{text('help')}</p>
    </details>
  );
}
