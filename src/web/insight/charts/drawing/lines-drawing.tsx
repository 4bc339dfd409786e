// Lines over months: zero-based, the name of each at its end instead of a legend, every point with its
// number for whoever points at it. The last point is written out.
import { exactNumber } from '#web/text/number.ts';
import type { DrawingProps } from './drawing-props.ts';
import { DrawnSheet } from './drawn-sheet.tsx';
import { DrawnText } from './drawn-text.tsx';
import { ValueLines } from './value-lines.tsx';
import { widthOf, wrapText } from './wrap-text.ts';

const high = 220;
const top = 12;
const foot = 26;
const apart = 17;

export function LinesDrawing({ drawing, width, language, title }: DrawingProps<'lines'>) {
  const { points, lines, unit } = drawing;
  const decimals = unit === 'percent' ? 1 : 0;
  const most = niceTop(Math.max(1, ...lines.flatMap(({ values }) => values.map((n) => n ?? 0))));
  const left = widthOf(exactNumber(most), 12) + 12;
  const names = lines.map((line) => {
    const last = line.values.findLast((n) => n !== null) ?? null;
    const value = last === null ? '—' : exactNumber(last, decimals);
    return lines.length === 1 ? value : `${line.title[language]} ${value}`;
  });
  const right = Math.min(width * 0.4, Math.max(...names.map((name) => widthOf(name, 12)), 20) + 14);
  const room = width - left - right;
  const x = (at: number) => left + (points.length < 2 ? 0 : (at / (points.length - 1)) * room);
  const y = (n: number) => top + (1 - n / most) * high;
  const ends = spread(lines.map(({ values }) => y(values.findLast((n) => n !== null) ?? 0)));
  const step = Math.max(1, Math.ceil((points.length * 64) / room));
  return (
    <DrawnSheet width={width} height={top + high + foot} title={title} head={{ unit, language }}>
      <ValueLines
        left={left}
        room={room}
        most={most}
        y={y}
        said={(n) => exactNumber(n, Number.isInteger(n) ? 0 : 1)}
      />
      {points.map((point, at) =>
        at % step === 0 ? (
          <text
            key={point.en}
            x={x(at)}
            y={top + high + 18}
            fontSize={12}
            textAnchor="middle"
            className="t3"
          >
            {point[language]}
          </text>
        ) : null,
      )}
      {lines.map((line, index) => (
        <g key={line.title.en}>
          <path className={`drawn-line line-${index % 6}`} d={pathOf(line.values, x, y)} />
          {line.values.map((n, at) => {
            const point = points[at];
            if (n === null || point === undefined) return null;
            const said = `${line.title[language]} ${point[language]} ${exactNumber(n, decimals)}`;
            return (
              <circle
                key={point.en}
                className="drawn-point"
                cx={x(at)}
                cy={y(n)}
                r={points.length > 40 ? 1.5 : 2.5}
              >
                <title>{said}</title>
              </circle>
            );
          })}
          <DrawnText
            lines={wrapText(names[index] ?? '', right - 10, 12, 1)}
            x={left + room + 8}
            y={(ends[index] ?? 0) + 4}
            size={12}
            className="t1"
          />
        </g>
      ))}
    </DrawnSheet>
  );
}

/** Broken where nobody knows. */
function pathOf(
  values: readonly (number | null)[],
  x: (at: number) => number,
  y: (n: number) => number,
): string {
  let path = '';
  let pen = 'M';
  for (const [at, n] of values.entries()) {
    if (n === null) {
      pen = 'M';
      continue;
    }
    path += `${pen}${x(at).toFixed(1)} ${y(n).toFixed(1)}`;
    pen = 'L';
  }
  return path;
}

/** One, two or five times a power of ten. */
export function niceTop(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 5, 10].map((one) => one * power).find((one) => one >= most) ?? most;
}

/** Names that would lie on one another are pushed apart, in their order. */
export function spread(places: readonly number[]): readonly number[] {
  const order = places.map((y, index) => ({ y, index })).toSorted((one, other) => one.y - other.y);
  const result = [...places];
  let last = Number.NEGATIVE_INFINITY;
  for (const { y, index } of order) {
    last = Math.max(y, last + apart);
    result[index] = last;
  }
  return result;
}
