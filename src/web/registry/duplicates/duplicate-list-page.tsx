// Pairs of households that may be one, the likeliest first, by where they stand.

import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Pair, PairHousehold } from '#contract/registry-duplicates.ts';
import { useMay } from '#web/access/me.ts';
import { usePages, useRead } from '#web/client/read.ts';
import { householdTexts } from '#web/registry/household/household-texts.ts';
import { groupedNo } from '#web/registry/household-no.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Chip, type Meaning } from '#web/ui/chip.tsx';
import { MoreButton } from '#web/ui/more-button.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { pairStates } from './duplicate-search.ts';
import { duplicateTexts } from './duplicate-texts.ts';
import { PairReasons } from './pair-reasons.tsx';
import { SearchSheet } from './search-sheet.tsx';
import './duplicates.css';

export function DuplicateListPage() {
  const text = useText(duplicateTexts);
  const may = useMay();
  const { area, pairs: stands = 'open' } = useSearch({ from: '/frame/duplicates' });
  const [searching, setSearching] = useState(false);
  const counts = useRead('GET /api/registry/duplicates/counts', { query: { area } });
  const pairs = usePages('GET /api/registry/duplicates', { query: { area, state: stands } });
  const none = !pairs.isPending && pairs.error === null && pairs.items.length === 0;
  const { open = 0, proposed = 0 } = counts.data ?? {};
  const search = may('registry.merge') ? (
    <button type="button" className="button primary" onClick={() => setSearching(true)}>
      {text('search')}
    </button>
  ) : undefined;
  return (
    <div className="page">
      <PageHead title={text('title')} actions={search} />
      {counts.data === undefined ? null : (
        <Finding detail={text('lead')}>
          {open + proposed === 0
            ? text('foundNone')
            : text('found', { open: exactNumber(open), proposed: exactNumber(proposed) })}
        </Finding>
      )}
      <nav className="tabs no-print" aria-label={text('states')}>
        {pairStates.map((state) => (
          <Link
            key={state}
            to="/duplicates"
            search={(before) => ({ ...before, pairs: state === 'open' ? undefined : state })}
            aria-current={state === stands ? 'page' : undefined}
          >
            {text(`tab_${state}`)}{' '}
            {counts.data === undefined ? null : (
              <span className="tab-count">{exactNumber(counts.data[state] ?? 0)}</span>
            )}
          </Link>
        ))}
      </nav>
      {pairs.error === null ? null : <ErrorState error={pairs.error} retry={pairs.refetch} />}
      {pairs.isPending ? <Skeleton lines={6} /> : null}
      {none && stands === 'open' ? (
        <EmptyState title={text('emptyOpenTitle')} text={text('emptyOpenText')} />
      ) : null}
      {none && stands !== 'open' ? <EmptyState title={text('emptyTitle')} /> : null}
      <ul className="duplicates">
        {pairs.items.map((pair) => (
          <PairLine key={pair.id} pair={pair} />
        ))}
      </ul>
      <MoreButton list={pairs}>{text('more')}</MoreButton>
      {searching ? <SearchSheet onClose={() => setSearching(false)} /> : null}
    </div>
  );
}

const rankMeanings: Readonly<Record<Pair['rank'], Meaning>> = {
  certain: 'over',
  strong: 'due',
  likely: 'neutral',
};

function PairLine({ pair }: { readonly pair: Pair }) {
  const text = useText(duplicateTexts);
  return (
    <li>
      <span className="duplicate-rank">
        <Chip meaning={rankMeanings[pair.rank]}>{text(`rank_${pair.rank}`)}</Chip>
      </span>
      <HouseholdLine household={pair.one} />
      <HouseholdLine household={pair.other} />
      <PairReasons reasons={pair.reasons} />
      <Link to="/duplicates/$id" params={{ id: pair.id }} className="button">
        {text('open')}
        <span className="visually-hidden"> {pair.one.headName ?? pair.one.householdNo}</span>
      </Link>
    </li>
  );
}

/** Name and number, then where and how many. */
export function HouseholdLine({ household }: { readonly household: PairHousehold }) {
  const text = useText(duplicateTexts);
  const standing = useText(householdTexts);
  const { headName, householdNo, township, village, members, stage, areaCode } = household;
  return (
    <p className="duplicate-household">
      <strong>{headName ?? text('nameless')}</strong>{' '}
      <span className="quiet">{groupedNo(householdNo)}</span>
      <br />
      <span className="quiet small">
        {areaCode === ''
          ? text('hidden')
          : text('place', {
              ...{ township, village, members: exactNumber(members) },
              stage: standing(`standing${stage}`),
            })}
      </span>
    </p>
  );
}
