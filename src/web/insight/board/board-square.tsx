// One village on the board: shaded by the share still poor in the month played, the planned year written in, a mark
// where it will be late, and marks of what stands on it.
import type { KeyboardEvent, RefObject } from 'react';
import type { Board, BoardVillage } from '#contract/insight-board.ts';
import { standingAhead } from '#domain/insight/board/forecast.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { shadeOf } from './board-classes.ts';
import { plannedYears } from './board-search.ts';
import { boardTexts } from './texts.ts';
import { carried, carry, type Placing } from './use-placing.ts';

export interface BoardMapProps {
  readonly board: Board;
  readonly month: number;
  readonly chosen: string | undefined;
  readonly onChoose: (code: string) => void;
  readonly placing: Placing;
  /** Where the classes of the shade are cut, in percent. */
  readonly cuts: readonly number[];
}

interface SquareProps extends BoardMapProps {
  readonly village: BoardVillage;
  readonly isFirst: boolean;
  readonly holder: RefObject<HTMLDivElement | null>;
  /** Where it stands on the ground, in pixels; in its township's row where absent. */
  readonly at?: { readonly x: number; readonly y: number } | undefined;
}

export function Square({
  village,
  board,
  month,
  chosen,
  onChoose,
  placing,
  cuts,
  isFirst,
  holder,
  at,
}: SquareProps) {
  const text = useText(boardTexts);
  const poor = poorIn(village, month);
  const has = (pieces: readonly { readonly village: string | null }[]) =>
    pieces.some((one) => one.village === village.code);
  const years = plannedYears(board.today);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const all = [...(holder.current?.querySelectorAll<HTMLButtonElement>('.board-square') ?? [])];
      all[all.indexOf(event.currentTarget as HTMLButtonElement) + step]?.focus();
      return;
    }
    if (!board.mayPlace || !/^[0-5]$/.test(event.key)) return;
    event.preventDefault();
    placing.plan(village.code, event.key === '0' ? null : (years[Number(event.key) - 1] ?? null));
  };
  return (
    <button
      type="button"
      className={`board-square shade-${shadeOf(shareIn(village, month), cuts)} ${village.state === 'late' ? 'late' : ''}`}
      aria-pressed={village.code === chosen}
      style={at === undefined ? undefined : { left: at.x, top: at.y }}
      // The ground below is moved by dragging; a village on it is not.
      onPointerDown={(event) => event.stopPropagation()}
      title={village.name}
      tabIndex={isFirst ? 0 : -1}
      draggable={board.mayPlace}
      onClick={() => onChoose(village.code)}
      onFocus={() => onChoose(village.code)}
      onKeyDown={onKeyDown}
      onDragStart={({ dataTransfer }) => carry(dataTransfer, { village: village.code })}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const what = carried(event.dataTransfer);
        if (what !== undefined && 'piece' in what) placing.put(what.piece, village.code);
      }}
    >
      <span className="visually-hidden">
        {text('villageSaid', {
          name: village.name,
          year: village.year === null ? text('unplanned') : String(village.year),
          poor: exactNumber(Math.round(poor)),
          state: text(`state_${village.state}`),
        })}
      </span>
      <span aria-hidden="true">{village.year === null ? '·' : String(village.year).slice(2)}</span>
      {village.state === 'late' ? <span className="board-late" aria-hidden="true" /> : null}
      {has(board.units) ? <span className="board-mark of-unit" aria-hidden="true" /> : null}
      {has(board.teams) ? <span className="board-mark of-team" aria-hidden="true" /> : null}
      {has(board.projects) ? <span className="board-mark of-project" aria-hidden="true" /> : null}
    </button>
  );
}

/** Households still poor in the month played; a village of which nothing is foreseen stays as it is. */
export function poorIn(village: BoardVillage, month: number): number {
  const now = village.history.poor.at(-1) ?? 0;
  return month === 0 ? now : (standingAhead(village.history, month)?.middle ?? now);
}

export function shareIn(village: BoardVillage, month: number): number {
  return village.registered === 0 ? 0 : poorIn(village, month) / village.registered;
}
