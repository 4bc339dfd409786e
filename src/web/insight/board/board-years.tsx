// The years a village may be planned for: each takes what is dropped on it and says how many it has.
import type { Board } from '#contract/insight-board.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { plannedYears } from './board-search.ts';
import { boardTexts } from './texts.ts';
import { carried, type Placing } from './use-placing.ts';

export function BoardYears({
  board,
  placing,
}: {
  readonly board: Board;
  readonly placing: Placing;
}) {
  const text = useText(boardTexts);
  const years = [...plannedYears(board.today), null];
  return (
    <Block title={text('years')}>
      <ul className="board-years">
        {years.map((year, at) => {
          const villages = board.villages.filter((one) => one.year === year);
          const late = villages.filter(({ state }) => state === 'late').length;
          return (
            <li
              key={year ?? 'none'}
              onDragOver={(event) => event.preventDefault()}
              onDrop={(event) => {
                event.preventDefault();
                const what = carried(event.dataTransfer);
                if (what !== undefined && 'village' in what) placing.plan(what.village, year);
              }}
            >
              <kbd>{year === null ? 0 : at + 1}</kbd>
              <b>{year ?? text('unplanned')}</b>
              <span>{text('yearCount', { count: villages.length })}</span>
              {late > 0 ? (
                <span className="over">
                  ▲ {late} {text('lateShort')}
                </span>
              ) : null}
            </li>
          );
        })}
      </ul>
    </Block>
  );
}
