// Tasks in time: an outline from first to last day, filled as far as it is done, hatched where nobody can
// say; the line of today shows how far time has gone.

import type { DrawingProps } from './drawing-props.ts';
import { DrawnSheet } from './drawn-sheet.tsx';
import { DrawnText } from './drawn-text.tsx';
import { widthOf, wrapText } from './wrap-text.ts';

const row = 40;
const thick = 14;

export function SpellsDrawing({ drawing, width, language, title }: DrawingProps<'spells'>) {
  const { spells } = drawing;
  const labels = Math.min(300, Math.max(120, width * 0.36));
  const first = Number(drawing.from.slice(0, 4));
  const last = Number(drawing.to.slice(0, 4)) + 1;
  const x = (day: string) =>
    labels + ((yearsAt(day) - first) / (last - first)) * (width - labels - 4);
  const height = 24 + spells.length * row + 20;
  const step = Math.max(1, Math.ceil(((last - first) * 44) / (width - labels)));
  return (
    <DrawnSheet width={width} height={height} title={title}>
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
            y2={height}
          />
          {index % step === 0 && year < last ? (
            <text x={x(`${year}-01-01`) + 4} y={13} fontSize={12} className="t3">
              {year}
            </text>
          ) : null}
        </g>
      ))}
      {spells.map((spell, index) => {
        const top = 24 + index * row;
        const [from, to] = [x(spell.from), Math.max(x(spell.to), x(spell.from) + 3)];
        const late = spell.to < drawing.today && spell.done !== null && spell.done < 1;
        const said =
          spell.done === null
            ? (spell.note?.[language] ?? '')
            : `${late ? '▲ ' : ''}${Math.round(spell.done * 1000) / 10}%`;
        // Where there is little room a note would lie over names and other bars; the table has it too.
        const fits =
          spell.done !== null || (width - labels > 480 && to - labels >= widthOf(said, 12) + 8);
        return (
          <g key={`${spell.title.en} ${spell.from} ${spell.to}`}>
            <title>{`${spell.title[language]} ${spell.from} – ${spell.to}`}</title>
            <DrawnText
              lines={wrapText(spell.title[language], labels - 14, 12, 2)}
              x={0}
              y={top + 15}
              size={12}
              leading={16}
              className="t1"
            />
            <rect className="spell" x={from} y={top + 10} width={to - from} height={thick} />
            {spell.done === null ? (
              <rect
                x={from}
                y={top + 10}
                width={to - from}
                height={thick}
                fill="url(#spell-hatch)"
              />
            ) : (
              <rect
                className="bar-ink"
                x={from}
                y={top + 10}
                width={(to - from) * spell.done}
                height={thick}
              />
            )}
            <text
              x={to - 2}
              y={top + 37}
              fontSize={12}
              textAnchor="end"
              className={late ? 'over' : 't3'}
            >
              {fits ? said : ''}
            </text>
          </g>
        );
      })}
      <line className="today" x1={x(drawing.today)} x2={x(drawing.today)} y1={16} y2={height} />
      <text x={x(drawing.today) + 4} y={height - 4} fontSize={12} className="accent">
        {drawing.today}
      </text>
    </DrawnSheet>
  );
}

/** A day as years and a fraction. */
function yearsAt(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return year + (month - 1) / 12 + (date - 1) / 372;
}
