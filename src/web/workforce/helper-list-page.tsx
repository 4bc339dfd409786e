// Helpers of an area: who is covered and who is not always stands first, then capacity, then the names.

import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay, useMe } from '#web/access/me.ts';
import { usePages, useRead } from '#web/client/read.ts';
import { ChoosePlace } from '#web/shell/choose-place.tsx';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { MoreButton } from '#web/ui/more-button.tsx';
import { NothingFound } from '#web/ui/nothing-found.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { SearchInput } from '#web/ui/search-input.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { CoverageFinding, CoverageTable, RankTable } from './coverage-blocks.tsx';
import { HelperForm } from './helper-form.tsx';
import { HelperRows } from './helper-rows.tsx';
import { readHelperSearch, shown } from './helper-search.ts';
import { helperTexts } from './helper-texts.ts';
import { ImportHelpersSheet } from './import-helpers-sheet.tsx';
import { ProposalList, ProposeButton } from './propose-button.tsx';
import './workforce.css';

export function HelperListPage() {
  const text = useText(helperTexts);
  const may = useMay();
  const own = useMe().area.code;
  const { area = own, who: show, name, rank } = useSearch({ from: '/frame/helpers' });
  const [adding, setAdding] = useState(false);
  const [importing, setImporting] = useState(false);
  const isCounty = area.length >= 6;
  const coverage = useRead(
    'GET /api/workforce/coverage',
    { query: { area } },
    { enabled: isCounty, keep: true },
  );
  const helpers = usePages(
    'GET /api/workforce/helpers',
    { query: { area, show, name, rank } },
    { enabled: isCounty },
  );
  const ranks = coverage.data?.ranks ?? [];
  const filtered = show !== undefined || name !== undefined || rank !== undefined;
  return (
    <div className="page workforce">
      <PageHead
        title={text('title')}
        actions={
          may('workforce.manage') && isCounty ? (
            <>
              <button type="button" className="button" onClick={() => setImporting(true)}>
                {text('import')}
              </button>
              <button type="button" className="button" onClick={() => setAdding(true)}>
                {text('add')}
              </button>
              <ProposeButton area={area} />
            </>
          ) : undefined
        }
      />
      {isCounty ? null : (
        <ChoosePlace title={text('chooseCounty')} text={text('chooseCountyText')} />
      )}
      {coverage.error === null ? null : (
        <ErrorState error={coverage.error} retry={() => void coverage.refetch()} />
      )}
      {isCounty && coverage.isPending ? <Skeleton lines={6} /> : null}
      {coverage.data === undefined ? null : (
        <>
          <CoverageFinding coverage={coverage.data} />
          <div className="workforce-pair">
            <CoverageTable coverage={coverage.data} />
            <RankTable coverage={coverage.data} />
          </div>
        </>
      )}
      {may('workforce.manage') && isCounty ? <ProposalList area={area} /> : null}
      {isCounty ? (
        <Block title={text('list')}>
          <ListFilter ranks={ranks} />
          {helpers.error === null ? null : (
            <ErrorState error={helpers.error} retry={helpers.refetch} />
          )}
          {helpers.isPending ? <Skeleton lines={8} /> : null}
          {!helpers.isPending && helpers.error === null && helpers.items.length === 0 ? (
            filtered ? (
              <NothingFound title={text('filteredEmpty')} />
            ) : (
              <EmptyState title={text('emptyTitle')} text={text('emptyText')} />
            )
          ) : null}
          <HelperRows helpers={helpers.items} />
          <MoreButton list={helpers}>{text('more')}</MoreButton>
        </Block>
      ) : null}
      {importing ? <ImportHelpersSheet area={area} onClose={() => setImporting(false)} /> : null}
      {adding ? <HelperForm area={area} ranks={ranks} onClose={() => setAdding(false)} /> : null}
    </div>
  );
}

function ListFilter({
  ranks,
}: {
  readonly ranks: readonly { readonly rank: string; readonly title: { zh: string; en: string } }[];
}) {
  const text = useText(helperTexts);
  const navigate = useNavigate();
  const { who: show, name, rank } = useSearch({ from: '/frame/helpers' });
  const go = (part: object) =>
    void navigate({ to: '/helpers', search: (before) => ({ ...before, ...part }) });
  return (
    <div className="workforce-filter no-print">
      <nav className="tabs" aria-label={text('showLabel')}>
        {([undefined, ...shown] as const).map((one) => (
          <Link
            key={one ?? 'all'}
            to="/helpers"
            search={(before) => ({ ...before, who: one })}
            activeOptions={{ exact: true }}
            aria-current={one === show ? 'page' : undefined}
          >
            {text(`show_${one ?? 'all'}`)}
          </Link>
        ))}
      </nav>
      <select
        className="input"
        aria-label={text('rank')}
        value={rank ?? ''}
        onChange={(event) => go({ rank: readHelperSearch({ rank: event.target.value }).rank })}
      >
        <option value="">{text('rank')}</option>
        {ranks.map((one) => (
          <option key={one.rank} value={one.rank}>
            {text.pick(one.title)}
          </option>
        ))}
      </select>
      <SearchInput
        label={text('searchName')}
        value={name ?? ''}
        onSettled={(typed) => go({ name: typed === '' ? undefined : typed })}
      />
    </div>
  );
}
