// The planning board: villages as squares within their townships, planned years beside them, units to place,
// months to play forward; above a county, who changes the register and who has been silent.
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Board } from '#contract/insight-board.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState, useExplanation } from '#web/ui/states.tsx';
import { BoardCurve } from './board-curve.tsx';
import { BoardMap } from './board-map.tsx';
import { readBoardViewSearch } from './board-search.ts';
import { BoardSide } from './board-side.tsx';
import { BoardYears } from './board-years.tsx';
import { MonthPlay } from './month-play.tsx';
import { NetworkTable } from './network-table.tsx';
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

function BoardOf({ board }: { readonly board: Board }) {
  const text = useText(boardTexts);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const [month, setMonth] = useState(0);
  const placing = usePlacing();
  const problem = useExplanation(placing.error);
  const { villages, isWide } = board;
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
          <div className="board-grid">
            <div className="board-main">
              <BoardMap
                board={board}
                month={month}
                chosen={chosen}
                onChoose={setChosen}
                placing={placing}
              />
              <p className="quiet small no-print">{text('keys')}</p>
              <MonthPlay today={board.today} month={month} onMonth={setMonth} />
              <BoardCurve board={board} month={month} />
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

function BoardFinding({ board }: { readonly board: Board }) {
  const text = useText(boardTexts);
  const count = (state: string) => board.villages.filter((one) => one.state === state).length;
  const planned = board.villages.filter(({ year }) => year !== null).length;
  if (planned === 0) return <Finding>{text('findingNone')}</Finding>;
  return (
    <Finding>
      {text('finding', {
        planned,
        late: count('late'),
        onTime: count('on-time'),
        cannot: count('cannot-tell'),
      })}
    </Finding>
  );
}
