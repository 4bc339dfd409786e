// Projects by step, one column each; arrows move from card to card.
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useRef } from 'react';
import type { ProjectCounts, ProjectRow } from '#contract/funds-projects.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Yuan } from '#web/ui/figure.tsx';
import { Marks } from './project-list-page.tsx';
import { projectTexts } from './project-texts.ts';

const cardsShown = 30;

export function ProjectBoard({
  rows,
  steps,
}: {
  readonly rows: readonly ProjectRow[];
  readonly steps: ProjectCounts['steps'];
}) {
  const text = useText(projectTexts);
  const board = useRef<HTMLDivElement>(null);
  const columns = steps.filter(({ step }) => rows.some((row) => row.step === step));
  const move = (event: KeyboardEvent) => {
    const lists = [...(board.current?.querySelectorAll('ul') ?? [])].map((list) => [
      ...list.querySelectorAll('a'),
    ]);
    const card = event.target as HTMLAnchorElement;
    const at = lists.findIndex((list) => list.includes(card));
    const row = (lists[at] ?? []).indexOf(card);
    const down = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const across = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (at < 0 || (down === 0 && across === 0)) return;
    event.preventDefault();
    const list = lists[at + across] ?? [];
    list[across === 0 ? row + down : Math.min(row, list.length - 1)]?.focus();
  };
  return (
    <>
      <p className="small quiet no-print">{text('boardHint')}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the cards are links; arrows only move between them. */}
      <div className="project-board" ref={board} onKeyDown={move}>
        {columns.map(({ step, count, planned }) => (
          <section key={step} aria-label={text(`step_${step}`)}>
            <h2>
              {text(`step_${step}`)} <span className="quiet">{exactNumber(count)}</span>
            </h2>
            <p className="small quiet">
              <Yuan fen={planned} />
            </p>
            <ul>
              {rows
                .filter((row) => row.step === step)
                .slice(0, cardsShown)
                .map((one) => (
                  <li key={one.id}>
                    <Link to="/projects/$id" params={{ id: one.id }} className="project-card">
                      <span>{one.title}</span>
                      <span className="small quiet">
                        {one.area.name} <Yuan fen={one.planned} />
                      </span>
                      <Marks one={one} />
                    </Link>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
