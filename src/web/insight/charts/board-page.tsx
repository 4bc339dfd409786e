// A chart as a wall board from A4 to A0: registered first, so that its code can be asked whether the wall
// still holds, then printed as vectors on the paper chosen, on as many sheets as it takes. A chart with
// nothing to show makes no board; what it lacks is said here and not on paper.
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ChartView } from '#contract/insight-charts.ts';
import { saidGap } from '#domain/insight/charts/chart-words.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownDay } from '#web/text/number.ts';
import { PageHead } from '#web/ui/page-head.tsx';
import { PrintButton } from '#web/ui/print-button.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState, useExplanation } from '#web/ui/states.tsx';
import { BoardSheets } from './board-sheets.tsx';
import { type BoardSearch, papers, readBoardSearch } from './chart-search.ts';
import { chartTexts } from './texts.ts';
import './board.css';

export function BoardPage() {
  const { pack = '', chart = '' } = useParams({ strict: false });
  const { area } = readBoardSearch(useSearch({ strict: false }));
  const read = useRead('GET /api/insight/charts/:pack/:chart', {
    params: { pack, chart },
    query: { area },
  });
  if (read.data !== undefined) return <BoardOf chart={read.data} />;
  if (read.error === null) return <PageSkeleton />;
  return (
    <div className="page">
      <ErrorState error={read.error} retry={() => void read.refetch()} />
    </div>
  );
}

function BoardOf({ chart }: { readonly chart: ChartView }) {
  const text = useText(chartTexts);
  const { paper = 'A3', version } = readBoardSearch(useSearch({ strict: false }));
  const kept = useRead(
    'GET /api/insight/chart-versions/:id',
    { params: { id: version ?? '' } },
    { enabled: version !== undefined },
  );
  const register = useWrite('POST /api/insight/charts/:pack/:chart/boards');
  const problem = useExplanation(register.error ?? kept.error);
  const content = version === undefined ? chart.content : kept.data?.content;
  const { pack, id } = chart;
  const isBlank = content?.panels.length === 0;
  return (
    <div className="page board-page">
      <div className="no-print">
        <Link
          to="/charts/$pack/$chart"
          params={{ pack: pack.id, chart: id }}
          search={(before) => ({ area: before.area })}
          className="back-link"
        >
          ‹ {text('back')}
        </Link>
        <PageHead
          title={`${text('boardTitle')} · ${text.pick(chart.content.title)}`}
          actions={
            isBlank ? undefined : register.data === undefined ? (
              <button
                type="button"
                className="button primary"
                disabled={register.isPending || content === undefined}
                onClick={() =>
                  register.mutate({
                    params: { pack: pack.id, chart: id },
                    body: { area: chart.content.area.code, paper, version },
                  })
                }
              >
                {register.isPending ? text('boardPreparing') : text('boardMake')}
              </button>
            ) : (
              <PrintButton isMain>
                {text('boardPrint')} {paper}
              </PrintButton>
            )
          }
        />
        <p className="quiet">{text('boardHint')}</p>
        {problem === undefined ? null : <p role="alert">{problem}</p>}
        <BoardChoices chart={chart} paper={paper} version={version} onChange={register.reset} />
      </div>
      {content === undefined ? null : isBlank ? (
        <EmptyState
          title={text('emptyPanels')}
          text={content.gaps.map((gap) => saidGap(gap, text.language)).join(' ')}
        />
      ) : (
        <BoardSheets
          board={{
            chart,
            content,
            paper,
            dataDay: kept.data?.version.dataDay ?? chart.today,
            hash: register.data?.hash ?? kept.data?.version.hash ?? chart.hash,
            printed: register.data,
          }}
        />
      )}
    </div>
  );
}

function BoardChoices({
  chart,
  paper,
  version,
  onChange,
}: {
  readonly chart: ChartView;
  readonly paper: string;
  readonly version: string | undefined;
  readonly onChange: () => void;
}) {
  const text = useText(chartTexts);
  const navigate = useNavigate();
  const choose = (change: BoardSearch) => {
    onChange();
    void navigate({ to: '.', search: (before) => ({ ...before, ...change }), replace: true });
  };
  const approved = chart.versions.filter((one) => one.approvedAt !== null);
  return (
    <div className="board-choices">
      <label>
        {text('paper')}
        <select
          className="input"
          value={paper}
          onChange={({ target }) => choose({ paper: papers.find((one) => one === target.value) })}
        >
          {papers.map((one) => (
            <option key={one} value={one}>
              {one} {text('landscape')}
            </option>
          ))}
        </select>
      </label>
      <label>
        {text('boardOf')}
        <select
          className="input"
          value={version ?? ''}
          onChange={({ target }) =>
            choose({ version: target.value === '' ? undefined : target.value })
          }
        >
          <option value="">{text('boardLive')}</option>
          {approved.map((one) => (
            <option key={one.id} value={one.id}>
              {text('boardVersion', { day: shownDay(one.dataDay, text.language) })}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
