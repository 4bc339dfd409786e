// The planning board: villages as squares within their townships, planned years beside them, units to place,
// months to play forward; above a county, who changes the register and who has been silent.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Board } from '#contract/insight-board.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState, useExplanation } from '#web/ui/states.tsx';
import { useNarrow } from '#web/ui/use-narrow.ts';
import { PracticeGround } from '../ground/practice-ground.tsx';
import { LayerChoice } from '../layers/layer-choice.tsx';
import { useLayers } from '../layers/use-layers.ts';
import { shareClasses, shareCuts } from './board-classes.ts';
import { BoardCurve } from './board-curve.tsx';
import { BoardGround } from './board-ground.tsx';
import { BoardMap } from './board-map.tsx';
import { type BoardViewSearch, readBoardViewSearch } from './board-search.ts';
import { BoardSide } from './board-side.tsx';
import { type BoardMapProps, shareIn } from './board-square.tsx';
import { BoardYears } from './board-years.tsx';
import { MonthPlay } from './month-play.tsx';
import { NetworkTable } from './network-table.tsx';
import { ScenarioChoice, useScenario } from './scenario-choice.tsx';
import { boardTexts } from './texts.ts';
import { usePlacing } from './use-placing.ts';
import './board.css';

export function PlanningBoardPage() {
  const search = readBoardViewSearch(useSearch({ strict: false }));
  const read = useRead('GET /api/insight/board', { query: { area: search.area } }, { keep: true });
  if (read.data !== undefined) return <BoardOf board={read.data} />;
  if (read.error === null) return <PageSkeleton />;
  return (
    <div className="page">
      <ErrorState error={read.error} retry={() => void read.refetch()} />
    </div>
  );
}

function BoardOf({ board: asIs }: { readonly board: Board }) {
  const text = useText(boardTexts);
  const search = readBoardViewSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const [month, setMonth] = useState(0);
  const placing = usePlacing();
  const problem = useExplanation(placing.error);
  const scenario = useScenario(asIs, search.trial);
  const { board } = scenario;
  const { villages, isWide } = board;
  const go = (change: BoardViewSearch) =>
    void navigate({
      to: '/board',
      search: (before) => ({ ...readBoardViewSearch(before), ...change }),
      resetScroll: false,
    });
  return (
    <div className="page planning-board">
      <PageHead title={text('title', { area: board.area.name })} asOf={board.today} />
      {isWide ? <p className="page-help">{text('wide')}</p> : <BoardFinding board={board} />}
      <Problem>{problem}</Problem>
      {!isWide && villages.length === 0 ? (
        <EmptyState title={text('empty')} text={text('emptyText')} />
      ) : null}
      {isWide || villages.length === 0 ? null : (
        <>
          <p className="quiet small no-print">{text('help')}</p>
          <ScenarioChoice
            board={asIs}
            chosen={search.trial}
            shown={scenario}
            onChoose={(trial) => go({ trial })}
          />
          <div className="board-grid">
            <div className="board-main">
              <BoardField
                board={board}
                search={search}
                month={month}
                chosen={chosen}
                onChoose={setChosen}
                placing={placing}
                onSearch={go}
              />
              <p className="quiet small no-print">{text('keys')}</p>
              <MonthPlay today={board.today} month={month} onMonth={setMonth} />
              <BoardCurve board={board} asIs={scenario.isOn ? asIs : undefined} month={month} />
            </div>
            <aside className="board-aside">
              <BoardYears board={board} placing={placing} />
              <BoardSide board={board} chosen={chosen} placing={placing} />
            </aside>
          </div>
        </>
      )}
      <NetworkTable board={board} />
    </div>
  );
}

interface BoardFieldProps extends Omit<BoardMapProps, 'cuts'> {
  readonly search: BoardViewSearch;
  readonly onSearch: (change: BoardViewSearch) => void;
}

/** On the ground where the county loaded its outlines, in squares where it did not or somebody wants those. */
function BoardField({ search, onSearch, ...field }: BoardFieldProps) {
  const text = useText(boardTexts);
  const { board, month } = field;
  const cuts = useMemo(
    () => shareCuts(board.villages.map((village) => shareIn(village, month))),
    [board, month],
  );
  const map = { ...field, cuts };
  // On a phone a county's villages would lie on one another.
  const isNarrow = useNarrow();
  const onGround =
    board.boundaries && (search.base ?? (isNarrow ? 'squares' : 'ground')) === 'ground';
  const outlines = useRead(
    'GET /api/registry/areas/:area/boundaries',
    { params: { area: board.area.code }, query: {} },
    { enabled: onGround, staleTime: 600_000 },
  );
  const layers = useLayers(board.area.code, search.layer);
  const drawn = onGround && (outlines.data?.features.length ?? 0) > 0 ? outlines.data : undefined;
  return (
    <>
      {drawn === undefined ? (
        <BoardMap {...map} />
      ) : (
        <BoardGround {...map} outlines={drawn} layer={layers.shown} />
      )}
      <div className="board-controls">
        {board.boundaries ? (
          <button
            type="button"
            className="link small no-print"
            onClick={() => onSearch({ base: onGround ? 'squares' : 'ground' })}
          >
            {text(onGround ? 'asSquares' : 'asGround')}
          </button>
        ) : null}
        {board.boundaries && drawn === undefined ? null : (
          <LayerChoice
            layers={layers}
            area={board.area.code}
            canShow={drawn !== undefined}
            onChoose={(layer) => onSearch({ layer })}
          />
        )}
      </div>
      <PracticeGround area={board.area.code} onHills={(layer) => onSearch({ layer })} />
      <BoardShades cuts={cuts} />
      <p className="board-legend quiet small">
        <span>
          <i className="board-late" /> {text('state_late')}
        </span>
        <span>
          <i className="board-mark of-unit" /> {text('units')}
        </span>
        <span>
          <i className="board-mark of-team" /> {text('teams')}
        </span>
        <span>
          <i className="board-mark of-project" /> {text('projects')}
        </span>
      </p>
    </>
  );
}

function BoardShades({ cuts }: { readonly cuts: readonly number[] }) {
  const text = useText(boardTexts);
  return (
    <p className="board-legend quiet small">
      <span>{text('shades')}</span>
      <span>
        <i className="board-shade shade-0" /> 0
      </span>
      {shareClasses(cuts).map(({ shade, from, below }) => (
        <span key={shade}>
          <i className={`board-shade shade-${shade}`} /> {rangeOf(from, below)}
        </span>
      ))}
    </p>
  );
}

function rangeOf(from: number | undefined, below: number | undefined): string {
  if (below === undefined) return from === undefined ? '>0' : `≥${from}%`;
  return from === undefined ? `<${below}%` : `${from}–${below}%`;
}

function BoardFinding({ board }: { readonly board: Board }) {
  const text = useText(boardTexts);
  const planned = board.villages.filter(({ year }) => year !== null).length;
  if (planned === 0) return <Finding>{text('findingNone')}</Finding>;
  return (
    <Finding>
      {text('finding', {
        planned,
        // What there is none of is not said.
        parts: (['late', 'behind', 'on-time', 'cannot-tell', 'done'] as const)
          .map((state) => ({
            state,
            count: board.villages.filter((one) => one.year !== null && one.state === state).length,
          }))
          .filter(({ count }) => count > 0)
          .map(({ state, count }) => text(`said_${state}`, { count }))
          .join(text.marks.comma),
      })}
    </Finding>
  );
}
