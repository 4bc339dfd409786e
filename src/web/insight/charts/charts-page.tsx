// All charts: those of the packs in force here, each with what it shows, when it was approved and what it
// still lacks; then the forms of other places.
import { Link, useSearch } from '@tanstack/react-router';
import type { ChartSets } from '#contract/insight-charts.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownInstant } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { readChartSearch } from './chart-search.ts';
import { LentForm } from './lent-form.tsx';
import { chartTexts } from './texts.ts';
import './charts.css';

export function ChartsPage() {
  const { area } = readChartSearch(useSearch({ strict: false }));
  const text = useText(chartTexts);
  const read = useRead('GET /api/insight/charts', { query: { area } }, { keep: true });
  if (read.data === undefined && read.error === null) return <PageSkeleton />;
  if (read.data === undefined) {
    return (
      <div className="page">
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      </div>
    );
  }
  const { sets, area: here } = read.data;
  const own = sets.filter((set) => set.own);
  const others = sets.filter((set) => !set.own);
  return (
    <div className="page charts-page">
      <PageHead
        title={text('title', { area: here.name })}
        actions={
          <>
            <Link to="/screen/remote" className="button">
              {text('remote')}
            </Link>
            <Link to="/screen" search={(before) => ({ area: before.area })} className="button">
              {text('screen')}
            </Link>
          </>
        }
      />
      <p className="quiet">{text('help')}</p>
      {own.length === 0 ? <EmptyState title={text('empty')} text={text('emptyText')} /> : null}
      {own.map((set) => (
        <SetOf key={`${set.pack.id}${set.id}`} set={set} area={here.name} />
      ))}
      {others.length === 0 ? null : <h2 className="other-sets">{text('otherSets')}</h2>}
      {others.map((set) => (
        <SetOf key={`${set.pack.id}${set.id}`} set={set} area={here.name} />
      ))}
    </div>
  );
}

type Set = ChartSets['sets'][number];

function SetOf({ set, area }: { readonly set: Set; readonly area: string }) {
  const text = useText(chartTexts);
  return (
    <Block
      title={text.pick(set.title)}
      aside={set.own ? text.pick(set.pack.title) : undefined}
      className="chart-set"
    >
      {set.own ? null : <LentForm pack={set.pack} area={area} />}
      {set.note === null ? null : <p className="small quiet">{text.pick(set.note)}</p>}
      <ol className="chart-cards">
        {set.charts.map((chart, index) => (
          <ChartCard key={chart.id} pack={set.pack.id} chart={chart} number={index + 1} />
        ))}
      </ol>
    </Block>
  );
}

function ChartCard({
  pack,
  chart,
  number,
}: {
  readonly pack: string;
  readonly chart: Set['charts'][number];
  readonly number: number;
}) {
  const text = useText(chartTexts);
  const level = `level_${chart.level}`;
  return (
    <li>
      <Link
        to="/charts/$pack/$chart"
        params={{ pack, chart: chart.id }}
        search={(before) => ({ area: before.area })}
        className="chart-card"
      >
        <ChartGlyph kind={chart.kind} />
        <span className="chart-card-title">
          <span className="quiet">{number}</span> {text.pick(chart.title)}
        </span>
        <span className="chart-card-shows">{text.pick(chart.shows)}</span>
        <span className="chart-card-marks small">
          <span className="quiet">{text.has(level) ? text(level) : chart.level}</span>
          {chart.approvedAt === null ? (
            <span className="quiet">{text('notApproved')}</span>
          ) : (
            <span className="done">
              ● {text('approved', { day: shownInstant(chart.approvedAt, text.language) })}
            </span>
          )}
          {chart.missing.length === 0 ? null : (
            <span className="lack">
              {text('misses', { what: chart.missing.map(text.pick).join(text('join')) })}
            </span>
          )}
          {chart.verified ? null : <span className="quiet">{text('unverified')}</span>}
        </span>
      </Link>
    </li>
  );
}

/** The form of a chart at a glance: marks in ink, the same ones the chart is drawn with. */
function ChartGlyph({ kind }: { readonly kind: string }) {
  return (
    <svg className="chart-glyph" viewBox="0 0 48 32" width="48" height="32" aria-hidden="true">
      <path className="glyph-ink" d={glyphs[kind] ?? glyphs.table} />
      <path className="glyph-line" d={lines[kind] ?? ''} />
    </svg>
  );
}

const glyphs: Readonly<Record<string, string>> = {
  map: 'M2 3h12v11H2zM16 16h12v11H16zM30 3h12v11H30zM16 3h12v11H16z',
  target: 'M4 5h30v5H4zM4 14h18v5H4zM4 23h24v5H4z',
  responsibility: 'M17 3h14v7H17zM3 20h12v7H3zM18 20h12v7H18zM33 20h12v7H33z',
  documents: 'M8 3h12v2H8zM8 9h24v2H8zM8 15h24v2H8zM8 21h18v2H8z',
  flow: 'M2 12h11v9H2zM19 12h11v9H19zM36 12h10v9H36z',
  funds: 'M3 4h5v11H3zM3 18h5v10H3zM40 4h5v7h-5zM40 14h5v14h-5z',
  layout: 'M3 4h9v6H3zM14 4h9v6h-9zM36 12h9v6h-9zM3 20h9v6H3zM25 20h9v6h-9z',
  timeline: 'M3 5h14v5H3zM12 14h16v5H12zM24 23h12v5H24z',
  table:
    'M3 4h42v4H3zM3 12h12v3H3zM19 12h12v3H19zM3 19h12v3H3zM19 19h12v3H19zM3 26h12v3H3zM19 26h12v3H19z',
};

const lines: Readonly<Record<string, string>> = {
  target: 'M40 2v28',
  responsibility: 'M24 10v5M9 20v-5h30v5M24 15v5',
  flow: 'M13 16h6M30 16h6',
  funds: 'M8 9C24 9 24 7 40 7M8 23C24 23 24 20 40 20',
  timeline: 'M29 2v28',
};
