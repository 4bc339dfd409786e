// Explore: one indicator cut by rows and columns; the whole question stands in the address. Those who build
// no tables of their own find here what was shared with them and what they were sent.
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Exploration, Indicators } from '#contract/insight-explore.ts';
import { useMay, useMe } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { PageHead } from '#web/ui/page-head.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { ChartPanel } from '../charts/chart-panel.tsx';
import { ExploreActs } from './explore-acts.tsx';
import { ExploreConditions } from './explore-conditions.tsx';
import { ExploreControls } from './explore-controls.tsx';
import { type ExploreSearch, features, readExploreSearch } from './explore-search.ts';
import { ReceivedPage } from './received-page.tsx';
import { SavedViews } from './saved-views.tsx';
import { exploreTexts } from './texts.ts';
import { questionOf } from './use-question.ts';
import '../charts/charts.css';
import '../map/map.css';
import './explore.css';

export function ExplorePage() {
  const may = useMay();
  return may('insight.read') ? <Builder /> : <ReceivedPage />;
}

function Builder() {
  const search = readExploreSearch(useSearch({ strict: false }));
  const indicators = useRead('GET /api/insight/explore/indicators', {}, { staleTime: 600_000 });
  const read = useRead('GET /api/insight/explore', { query: questionOf(search) }, { keep: true });
  if (indicators.data === undefined) {
    return indicators.error === null ? (
      <PageSkeleton />
    ) : (
      <ErrorState error={indicators.error} retry={() => void indicators.refetch()} />
    );
  }
  return (
    <Built
      search={search}
      indicators={indicators.data}
      exploration={read.data}
      error={read.error}
      retry={() => void read.refetch()}
    />
  );
}

interface BuiltProps {
  readonly search: ExploreSearch;
  readonly indicators: Indicators;
  readonly exploration: Exploration | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
}

function Built({ search, indicators, exploration, error, retry }: BuiltProps) {
  const text = useText(exploreTexts);
  const navigate = useNavigate();
  const go = (change: ExploreSearch) =>
    void navigate({
      to: '/explore',
      search: (before) => ({ ...readExploreSearch(before), ...change }),
      resetScroll: false,
    });
  const { installation } = useMe();
  // A demonstration has a today of its own.
  const asOf = installation.demonstration ? installation.today : (exploration?.asOf ?? undefined);
  return (
    <div className="page explore-page chart-page">
      <PageHead
        title={text('title', { area: exploration?.area.name ?? '' })}
        asOf={asOf}
        actions={
          exploration === undefined ? undefined : (
            <ExploreActs exploration={exploration} search={search} />
          )
        }
      />
      <p className="quiet small no-print">{text('help')}</p>
      <ExploreControls
        search={search}
        indicators={indicators}
        exploration={exploration}
        onChange={go}
      />
      <ExploreConditions
        search={search}
        indicators={indicators}
        exploration={exploration}
        onChange={go}
      />
      <div className="explore-grid">
        <div className="explore-main">
          {error === null ? null : <ErrorState error={error} retry={retry} />}
          {error !== null ? null : exploration === undefined ? (
            <PageSkeleton />
          ) : (
            <Answer exploration={exploration} search={search} onChange={go} />
          )}
        </div>
        <aside className="explore-side no-print">
          <SavedViews search={search} exploration={exploration} />
        </aside>
      </div>
    </div>
  );
}

function Answer({
  exploration,
  search,
  onChange,
}: {
  readonly exploration: Exploration;
  readonly search: ExploreSearch;
  readonly onChange: (change: ExploreSearch) => void;
}) {
  const text = useText(exploreTexts);
  const { panel, asOf, masked, mustMask, hidden, smallest } = exploration;
  const isEmpty = (panel.table?.rows ?? []).every((row) => row.total);
  if (asOf === null) return <EmptyState title={text('notKeptTitle')} text={text('notKept')} />;
  if (isEmpty) {
    const none = Object.fromEntries(features.map((name) => [name, undefined]));
    return (
      <EmptyState
        title={text('nothing')}
        text={text('nothingText')}
        action={
          <button type="button" className="button" onClick={() => onChange(none)}>
            {text('clear')}
          </button>
        }
      />
    );
  }
  const partAddress = (code: string) =>
    `/explore?${new URLSearchParams(
      Object.entries({ ...search, area: code }).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value]],
      ),
    )}`;
  return (
    <>
      {mustMask ? <p className="notice">{text('mustMask', { smallest })}</p> : null}
      {masked && hidden > 0 ? (
        <p className="small quiet">{text('masked', { count: hidden })}</p>
      ) : null}
      <ChartPanel panel={panel} partAddress={partAddress} />
    </>
  );
}
