// Tasks in time: an outline from first to last day, filled as far as it is done, hatched where nobody can
// say; a diamond where only a day is known. The line of today shows how far time has gone.
import type { DrawingProps } from './drawing-props.ts';
import { DrawnSheet } from './drawn-sheet.tsx';
import { DrawnText } from './drawn-text.tsx';
import { widthOf, wrapText } from './wrap-text.ts';

const leading = 16;
const thick = 14;
const foot = 22;
const unsaid = {
  zh: '斜线：做到哪里说不了，原因见表',
  en: 'Hatched: how far it is cannot be told; the table says why',
} as const;

export function SpellsDrawing({ drawing, width, language, title }: DrawingProps<'spells'>) {
  const { today } = drawing;
  const labels = Math.min(300, Math.max(120, width * 0.36));
  const { rows, bottom } = layRows(drawing.spells, { labels, language });
  // The line of today stands on the sheet even where all was due before, or begins later.
  const years = [drawing.from, drawing.to, today].map((day) => Number(day.slice(0, 4)));
  const first = Math.min(...years);
  const last = Math.max(...years) + 1;
  const x = (day: string) =>
    labels + ((yearsAt(day) - first) / (last - first)) * (width - labels - 4);
  const hatched = rows.some(({ spell }) => spell.done === null && spell.from < spell.to);
  const note = hatched ? wrapText(unsaid[language], width, 12) : [];
  const axis = bottom + foot;
  const step = Math.max(1, Math.ceil(((last - first) * 44) / (width - labels)));
  const now = x(today);
  const isAtEdge = now + 6 + widthOf(today, 12) > width;
  return (
    <DrawnSheet width={width} height={axis + note.length * 17 + 4} title={title}>
      <defs>
        <pattern
          id="spell-hatch"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line className="hatch-line" x1="0" y1="0" x2="0" y2="6" />
        </pattern>
      </defs>
      {Array.from({ length: last - first + 1 }, (_, index) => first + index).map((year, index) => (
        <g key={year}>
          <line
            className="grid"
            x1={x(`${year}-01-01`)}
            x2={x(`${year}-01-01`)}
            y1={20}
            y2={bottom}
          />
          {index % step === 0 && year < last ? (
            <text x={x(`${year}-01-01`) + 4} y={13} fontSize={12} className="t3">
              {year}
            </text>
          ) : null}
        </g>
      ))}
      {rows.map(({ spell, lines, top }) => (
        <Spell
          key={`${spell.title.en} ${spell.from} ${spell.to}`}
          title={`${spell.title[language]} ${spell.from} – ${spell.to}`}
          lines={lines}
          top={top}
          from={x(spell.from)}
          to={x(spell.to)}
          isDay={spell.from === spell.to}
          done={spell.done}
        />
      ))}
      <line className="today" x1={now} x2={now} y1={16} y2={axis - 4} />
      {rows.map(({ spell, top }) => (
        <Share
          key={`${spell.title.en} ${spell.from} ${spell.to}`}
          done={spell.done}
          isLate={spell.to < today}
          at={{ from: x(spell.from), to: x(spell.to), y: top + 12, width }}
        />
      ))}
      <text
        x={isAtEdge ? now - 6 : now + 6}
        y={axis - 7}
        fontSize={12}
        textAnchor={isAtEdge ? 'end' : 'start'}
        className="accent"
      >
        {today}
      </text>
      <DrawnText lines={note} x={0} y={axis + 13} size={12} leading={17} className="t3" />
    </DrawnSheet>
  );
}

function Spell({
  title,
  lines,
  top,
  from,
  to,
  isDay,
  done,
}: {
  readonly title: string;
  readonly lines: readonly string[];
  readonly top: number;
  readonly from: number;
  readonly to: number;
  /** Only the day it is due is known: a mark, no span. */
  readonly isDay: boolean;
  readonly done: number | null;
}) {
  const place = { x: from, y: top, height: thick };
  return (
    <g>
      <title>{title}</title>
      <DrawnText lines={lines} x={0} y={top + 11} size={12} leading={leading} className="t1" />
      {isDay ? (
        <path className="spell" d={`M${to} ${top - 1}l8 8l-8 8l-8 -8z`} />
      ) : (
        <rect className="spell" {...place} width={to - from} />
      )}
      {isDay ? null : done === null ? (
        <rect {...place} width={to - from} fill="url(#spell-hatch)" />
      ) : (
        <rect className="bar-ink" {...place} width={(to - from) * done} />
      )}
    </g>
  );
}

/** How much is done, behind its bar or before it, on a ground of its own: lines of years and of today pass below. */
function Share({
  done,
  isLate,
  at,
}: {
  readonly done: number | null;
  readonly isLate: boolean;
  readonly at: {
    readonly from: number;
    readonly to: number;
    readonly y: number;
    readonly width: number;
  };
}) {
  if (done === null) return null;
  const late = isLate && done < 1;
  const said = `${late ? '▲ ' : ''}${Math.round(done * 1000) / 10}%`;
  const isBehind = at.to + 6 + widthOf(said, 12) <= at.width;
  return (
    <text
      x={isBehind ? at.to + 6 : at.from - 6}
      y={at.y}
      fontSize={12}
      textAnchor={isBehind ? 'start' : 'end'}
      className={`on-lines ${late ? 'over' : 't1'}`}
    >
      {said}
    </text>
  );
}

type Spells = DrawingProps<'spells'>['drawing']['spells'];

/** As many lines as a name needs: names of one plan differ in their last word. */
function layRows(
  spells: Spells,
  { labels, language }: { readonly labels: number; readonly language: 'zh' | 'en' },
) {
  let top = 28;
  const rows = spells.map((spell) => {
    const lines = wrapText(spell.title[language], labels - 14, 12);
    const placed = { spell, lines, top };
    top += Math.max(26, lines.length * leading + 8);
    return placed;
  });
  return { rows, bottom: top };
}

/** A day as years and a fraction. */
function yearsAt(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return year + (month - 1) / 12 + (date - 1) / 372;
}
