// One chart of a pack as it is now: drawing and table of each panel, what was published of the same
// things, what is missing, and the versions headquarters approved.
import { Link, useParams, useSearch } from '@tanstack/react-router';
import type { ChartView } from '#contract/insight-charts.ts';
import { saidGap } from '#domain/insight/charts/chart-words.ts';
import { shortNameOf } from '#domain/registry/area.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { PageHead } from '#web/ui/page-head.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { useOpenInSight } from '#web/ui/tabs.tsx';
import { useDataDay } from '../data-day.ts';
import { ChartChecks, ChartGaps } from './chart-checks.tsx';
import { ChartDownloads } from './chart-downloads.tsx';
import { ChartPanel } from './chart-panel.tsx';
import { readChartSearch } from './chart-search.ts';
import { ChartVersions, ComparedVersion } from './chart-versions.tsx';
import { LentForm } from './lent-form.tsx';
import { chartTexts } from './texts.ts';
import './charts.css';

export function ChartPage() {
  const { pack = '', chart = '' } = useParams({ strict: false });
  const { area } = readChartSearch(useSearch({ strict: false }));
  const read = useRead(
    'GET /api/insight/charts/:pack/:chart',
    { params: { pack, chart }, query: { area } },
    { keep: true },
  );
  if (read.data !== undefined) return <ChartOf chart={read.data} />;
  if (read.error === null) return <PageSkeleton />;
  return (
    <div className="page">
      <ErrorState error={read.error} retry={() => void read.refetch()} />
    </div>
  );
}

function ChartOf({ chart }: { readonly chart: ChartView }) {
  const text = useText(chartTexts);
  const dataDay = useDataDay();
  const { version } = readChartSearch(useSearch({ strict: false }));
  const { content, pack } = chart;
  const partAddress = (code: string) => `/charts/${pack.id}/${chart.id}?area=${code}`;
  const isEmpty = content.panels.length === 0;
  const whyEmpty =
    [...new Set(content.gaps.map((gap) => saidGap(gap, text.language)))].join(
      text.language === 'zh' ? '' : ' ',
    ) || text('emptyPanelsText');
  return (
    <div className="page chart-page">
      <Siblings chart={chart} />
      <PageHead
        title={text('chartOf', { area: content.area.name, chart: text.pick(content.title) })}
        asOf={dataDay(chart.asOf)}
        note={
          chart.verified ? undefined : <span className="chip unknown">{text('unverified')}</span>
        }
        actions={
          <>
            {isEmpty ? null : <ChartDownloads chart={chart} />}
            {isEmpty ? null : (
              <Link
                to="/charts/$pack/$chart/board"
                params={{ pack: pack.id, chart: chart.id }}
                search={(before) => ({ ...before })}
                className="button primary"
              >
                {text('printBoard')}
              </Link>
            )}
          </>
        }
      />
      {chart.own ? null : <LentForm pack={pack} area={content.area.name} isHead />}
      <p className="chart-shows">
        {isEmpty ? null : text('shows', { shows: text.pick(content.shows) })}
        <span className="small quiet"> {text.pick(chart.source)}</span>
      </p>
      <Level chart={chart} partAddress={partAddress} />
      <div className="chart-grid">
        <div className="chart-main">
          {version === undefined ? null : <ComparedVersion id={version} />}
          {isEmpty ? <EmptyState title={text('emptyPanels')} text={whyEmpty} /> : null}
          {content.panels.map((panel) => (
            <ChartPanel key={panel.datum} panel={panel} partAddress={partAddress} />
          ))}
        </div>
        <aside className="chart-side">
          {isEmpty ? null : <ChartGaps gaps={content.gaps} />}
          <ChartChecks checks={content.checks} />
          <ChartVersions chart={chart} />
        </aside>
      </div>
    </div>
  );
}

function Siblings({ chart }: { readonly chart: ChartView }) {
  const text = useText(chartTexts);
  const bar = useOpenInSight(chart.id);
  return (
    <>
      {/* The way back stands above the bar: what scrolls brings the open one into sight and others out of it. */}
      <Link
        to="/charts"
        search={(before) => ({ area: before.area })}
        activeOptions={{ exact: true }}
        className="back-link no-print"
      >
        ‹ {text.pick(chart.set.title)}
      </Link>
      <nav ref={bar} className="chart-siblings no-print" aria-label={text('sibling')}>
        {chart.set.charts.map(({ id, title }) => (
          <Link
            key={id}
            to="/charts/$pack/$chart"
            params={{ pack: chart.pack.id, chart: id }}
            search={(before) => ({ area: before.area })}
            aria-current={id === chart.id ? 'page' : undefined}
          >
            {text.pick(title)}
          </Link>
        ))}
      </nav>
    </>
  );
}

/** From the widest to the narrowest a form may be made for. */
const levels = 'nation province city county township village hamlet group household'.split(' ');

/** A chart of another level than the area looked at says so, and leads one level down. */
function Level({
  chart,
  partAddress,
}: {
  readonly chart: ChartView;
  readonly partAddress: (code: string) => string;
}) {
  const text = useText(chartTexts);
  const { area } = chart.content;
  if (area.level === chart.level || chart.parts.length === 0) return null;
  const key = `level_${chart.level}`;
  const level = text.has(key) ? text(key) : chart.level;
  // A form of a level above is not found further down.
  const isDrawn = chart.content.panels.length > 0;
  const isBelow = levels.indexOf(chart.level) > levels.indexOf(area.level);
  return (
    <div className="chart-level no-print">
      <p className="small">
        {text(isDrawn ? 'otherLevel' : 'levelOnly', {
          level: level.replace(/^O/, 'o'),
          area: area.name,
        })}
        {text.marks.gap}
        {isBelow ? text('chooseBelow') : null}
      </p>
      {isBelow ? (
        <p className="chart-parts">
          {chart.parts.map((part) => (
            <Link key={part.code} to={partAddress(part.code)} className="link" preload={false}>
              {shortNameOf(part.name)}
            </Link>
          ))}
        </p>
      ) : null}
    </div>
  );
}
