// Place by kind: every cell a number, darker is more, on one scale for the whole matrix.
import { exactNumber } from '#web/text/number.ts';
import { DrawnLink } from '#web/ui/drawn-link.tsx';
import { decimalsOf, labelWidth } from './bars-drawing.tsx';
import type { DrawingProps } from './drawing-props.ts';
import { DrawnSheet } from './drawn-sheet.tsx';
import { DrawnText } from './drawn-text.tsx';
import { addressOf } from './opens-address.ts';
import { widthOf, wrapText } from './wrap-text.ts';

const narrowest = 62;

export function MatrixDrawing({ drawing, width: asked, language, title }: DrawingProps<'matrix'>) {
  const { columns, rows } = drawing;
  const labels = labelWidth(
    rows.map((one) => one.title[language]),
    asked,
  );
  const longest = Math.max(
    0,
    ...columns.flatMap((one) => one[language].split(/[\s-]/).map((word) => widthOf(word, 12))),
  );
  const width = Math.max(asked, labels + columns.length * Math.max(narrowest, longest + 14));
  const wide = (width - labels) / columns.length;
  const heads = columns.map((column) => wrapText(column[language], wide - 8, 12, 5));
  const top = Math.max(...heads.map((lines) => lines.length), 1) * 17 + 8;
  const most = Math.max(1, ...rows.flatMap(({ cells }) => cells.map(({ n }) => n ?? 0)));
  const names = rows.map((one) => wrapText(one.title[language], labels - 12, 13, 2));
  const row = names.some((lines) => lines.length > 1) ? 38 : 28;
  const middle = row / 2 + 5;
  const height = top + rows.length * row + 4;
  const head = { unit: drawing.unit, language };
  return (
    <DrawnSheet width={width} height={height} title={title} head={head}>
      {heads.map((lines, index) => (
        <DrawnText
          key={columns[index]?.en}
          lines={lines}
          x={labels + (index + 1) * wide - 8}
          y={top - 8 - (lines.length - 1) * 17}
          size={12}
          leading={17}
          anchor="end"
          className="t3"
        />
      ))}
      {rows.map((one, at) => (
        <g key={one.title.zh}>
          <DrawnText
            lines={names[at] ?? []}
            x={labels - 8}
            y={top + at * row + middle - (((names[at]?.length ?? 1) - 1) * 16) / 2}
            size={13}
            leading={16}
            anchor="end"
            className="t1"
          />
          {one.cells.map((cell, index) => {
            const shade = shadeOf(cell.n, most);
            const value = shownIn(cell.n, drawing.unit);
            const said = `${one.title[language]} ${columns[index]?.[language] ?? ''} ${value}`;
            return (
              <DrawnLink
                key={columns[index]?.en ?? index}
                href={addressOf(cell.opens)}
                label={said}
              >
                <title>{said}</title>
                <rect
                  className={`shade-${shade}`}
                  x={labels + index * wide + 1}
                  y={top + at * row + 1}
                  width={wide - 2}
                  height={row - 2}
                />
                <text
                  x={labels + (index + 1) * wide - 8}
                  y={top + at * row + middle}
                  fontSize={13}
                  textAnchor="end"
                  className={shade === 0 ? 't3' : `on-shade-${shade}`}
                >
                  {cell.n === 0 ? '·' : value}
                </text>
              </DrawnLink>
            );
          })}
        </g>
      ))}
    </DrawnSheet>
  );
}

function shadeOf(n: number | null, most: number): number {
  return n === null || n === 0 ? 0 : Math.min(5, 1 + Math.floor((n / most) * 5));
}

/** What is hidden or not known has no number. */
function shownIn(n: number | null, unit: string): string {
  if (n === null) return '*';
  return exactNumber(n, decimalsOf(n, unit));
}
