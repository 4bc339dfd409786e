// Townships in their places, each with its villages as squares: shaded by the share still poor in the month
// played, the planned year written in, a mark where it will be late, a dot where a unit stands.
import { type KeyboardEvent, useRef } from 'react';
import type { Board, BoardVillage } from '#contract/insight-board.ts';
import { standingAhead } from '#domain/insight/board/forecast.ts';
import { shortNameOf } from '#domain/registry/area.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { plannedYears } from './board-search.ts';
import { boardTexts } from './texts.ts';
import { carried, carry, type Placing } from './use-placing.ts';

interface BoardMapProps {
  readonly board: Board;
  readonly month: number;
  readonly chosen: string | undefined;
  readonly onChoose: (code: string) => void;
  readonly placing: Placing;
}

export function BoardMap(props: BoardMapProps) {
  const { board } = props;
  const holder = useRef<HTMLDivElement>(null);
  const townships =
    board.townships.length > 0
      ? board.townships
      : [{ code: board.area.code, name: board.area.name, column: 0, row: 0 }];
  const left = Math.min(...townships.map(({ column }) => column));
  const top = Math.min(...townships.map(({ row }) => row));
  const first = board.villages[0]?.code;
  return (
    <div ref={holder} className={`board-map ${townships.length === 1 ? 'one' : ''}`}>
      {townships.map((township) => {
        const villages = board.villages.filter(({ code }) => code.startsWith(township.code));
        return (
          <section
            key={township.code}
            className="board-township"
            style={{ gridColumn: township.column - left + 1, gridRow: township.row - top + 1 }}
            aria-label={township.name}
          >
            <h3>{shortNameOf(township.name)}</h3>
            <div className="board-squares">
              {villages.map((village) => (
                <Square
                  key={village.code}
                  village={village}
                  isFirst={village.code === (props.chosen ?? first)}
                  holder={holder}
                  {...props}
                />
              ))}
            </div>
          </section>
        );
      })}
    </div>
  );
}

interface SquareProps extends BoardMapProps {
  readonly village: BoardVillage;
  readonly isFirst: boolean;
  readonly holder: React.RefObject<HTMLDivElement | null>;
}

function Square({
  village,
  board,
  month,
  chosen,
  onChoose,
  placing,
  isFirst,
  holder,
}: SquareProps) {
  const text = useText(boardTexts);
  const poor = poorIn(village, month);
  const share = village.registered === 0 ? 0 : poor / village.registered;
  const units = board.units.filter((one) => one.village === village.code).length;
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
      className={`board-square shade-${shadeOf(share)} ${village.state === 'late' ? 'late' : ''}`}
      aria-pressed={village.code === chosen}
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
        if (what !== undefined && 'unit' in what) placing.put(what.unit, village.code);
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
      {units > 0 ? <span className="board-unit-dot" aria-hidden="true" /> : null}
    </button>
  );
}

/** Households still poor in the month played; a village of which nothing is foreseen stays as it is. */
export function poorIn(village: BoardVillage, month: number): number {
  const now = village.history.poor.at(-1) ?? 0;
  return month === 0 ? now : (standingAhead(village.history, month)?.middle ?? now);
}

function shadeOf(share: number): number {
  if (share === 0) return 0;
  return 1 + [0.2, 0.4, 0.6, 0.8].filter((cut) => share >= cut).length;
}
