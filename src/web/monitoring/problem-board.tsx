// Problems as a board: one column a state, the earliest day first; arrows move from card to card.
import { type KeyboardEvent, useRef } from 'react';
import type { ProblemCounts, ProblemRow } from '#contract/monitoring.ts';
import { useText } from '#web/text/catalogue.ts';
import { ProblemCard } from './problem-rows.tsx';
import { problemTexts } from './problem-texts.ts';

const cardsShown = 30;

export function ProblemBoard({
  rows,
  states,
}: {
  readonly rows: readonly ProblemRow[];
  readonly states: ProblemCounts['states'];
}) {
  const text = useText(problemTexts);
  const board = useRef<HTMLDivElement>(null);
  const columns = states.filter(
    ({ id, phase }) => phase !== 'closed' || rows.some(({ state }) => state.id === id),
  );
  const move = (event: KeyboardEvent) => {
    const step = steps[event.key];
    const cards = [...(board.current?.querySelectorAll('ul') ?? [])].map((list) => [
      ...list.querySelectorAll('a'),
    ]);
    const column = cards.findIndex((list) => list.includes(event.target as HTMLAnchorElement));
    if (step === undefined || column < 0) return;
    event.preventDefault();
    const row = (cards[column] ?? []).indexOf(event.target as HTMLAnchorElement);
    const across = step.across === 0 ? [column] : nextColumns(column, step.across, cards.length);
    const target = across.find((at) => (cards[at] ?? []).length > 0);
    const list = target === undefined ? undefined : cards[target];
    const at = step.across === 0 ? row + step.down : Math.min(row, (list?.length ?? 1) - 1);
    list?.[at]?.focus();
  };
  return (
    <>
      <p className="small quiet no-print">{text('boardHint')}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the cards are links; arrows only move between them. */}
      <div className="monitoring-board" ref={board} onKeyDown={move}>
        {columns.map((state) => {
          const here = rows.filter((row) => row.state.id === state.id);
          return (
            <section key={state.id} aria-label={text.pick(state.title)}>
              <h2>
                {text.pick(state.title)} <span className="quiet">{state.count}</span>
              </h2>
              <ul>
                {here.slice(0, cardsShown).map((one) => (
                  <li key={one.id}>
                    <ProblemCard one={one} />
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </>
  );
}

const steps: Readonly<Record<string, { readonly across: number; readonly down: number }>> = {
  ArrowLeft: { across: -1, down: 0 },
  ArrowRight: { across: 1, down: 0 },
  ArrowUp: { across: 0, down: -1 },
  ArrowDown: { across: 0, down: 1 },
};

/** Columns that follow in a direction, the nearest first. */
function nextColumns(from: number, step: number, count: number): readonly number[] {
  const columns: number[] = [];
  for (let at = from + step; at >= 0 && at < count; at += step) columns.push(at);
  return columns;
}
