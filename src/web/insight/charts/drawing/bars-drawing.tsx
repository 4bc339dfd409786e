// Zero-based bars on one scale, the number straight after the bar; what was planned is a tick with its
// value, so that short of it and beyond it are seen before they are read.
import type { DrawingOf } from '#domain/insight/charts/chart-shape.ts';
import type { Language } from '#domain/kernel/refusal.ts';
import { exactNumber, shownNumber } from '#web/text/number.ts';
import { DrawnLink } from '#web/ui/drawn-link.tsx';
import type { DrawingProps } from './drawing-props.ts';
import { DrawnSheet } from './drawn-sheet.tsx';
import { DrawnText } from './drawn-text.tsx';
import { addressOf } from './opens-address.ts';
import { widthOf, wrapText } from './wrap-text.ts';

const thick = 14;
const leading = 16;

export function BarsDrawing({ drawing, width, language, title }: DrawingProps<'bars'>) {
  const { bars } = drawing;
  const values = valueWidth(drawing, language);
  // Names break into lines, numbers do not: where both are long on a phone, the names give way.
  const labels = Math.min(
    labelWidth(
      bars.map(({ label }) => label[language]),
      width,
    ),
    Math.max(72, width - values - 40),
  );
  const most = Math.max(1, ...bars.flatMap(({ n, planned }) => [n ?? 0, planned ?? 0]));
  const room = Math.max(40, width - labels - values);
  const x = (value: number) => labels + (value / most) * room;
  const { rows, height } = layRows(bars, { labels, language });
  const cuts = rows.slice(1).map(({ y }) => y);
  const head = { unit: drawing.unit, language, marks: marksOf(drawing, language) };
  return (
    <DrawnSheet width={width} height={height} title={title} head={head} cuts={cuts}>
      <line className="axis" x1={labels} x2={labels} y1={0} y2={height} />
      {rows.map(({ bar, lines, y, high }) => {
        const top = y + (high - thick) / 2;
        const value = shownBar(bar.n, drawing.unit, language);
        const end = x(bar.n ?? 0);
        const tick = bar.planned === null ? 0 : x(bar.planned) + 3;
        // Far short of its tick, a number stands at its own bar and what was planned at the tick.
        const apart = bar.planned !== null && tick - end > widthOf(value, 13) + 24;
        const said = sayBar(bar, drawing.says, language);
        return (
          <DrawnLink
            key={`${bar.label.zh} ${bar.label.en}`}
            href={addressOf(bar.opens)}
            label={said}
          >
            <title>{said}</title>
            <rect className="hit" x={0} y={y} width={width} height={high} />
            <DrawnText
              lines={lines}
              x={labels - 8}
              y={top + 12 - ((lines.length - 1) * leading) / 2}
              size={13}
              leading={leading}
              anchor="end"
              className="t1"
            />
            <rect
              className={bar.label.zh === '未写' ? 'bar-missing' : 'bar-ink'}
              x={labels}
              y={top}
              width={Math.max(0, x(bar.n ?? 0) - labels)}
              height={thick}
            />
            {bar.planned === null ? null : (
              <>
                <rect
                  className="tick-halo"
                  x={x(bar.planned) - 2.5}
                  y={top - 4}
                  width={5}
                  height={thick + 8}
                />
                <rect
                  className="tick"
                  x={x(bar.planned) - 1}
                  y={top - 4}
                  width={2}
                  height={thick + 8}
                />
              </>
            )}
            <text
              x={(apart ? end : Math.max(end, tick)) + 7}
              y={top + 12}
              fontSize={13}
              className="t1"
            >
              {value}
              {bar.planned === null ? null : (
                <tspan className="t3" fontSize={12} {...(apart ? { x: tick + 7 } : { dx: 6 })}>
                  {`/ ${shownBar(bar.planned, drawing.unit, language)}`}
                </tspan>
              )}
            </text>
          </DrawnLink>
        );
      })}
    </DrawnSheet>
  );
}

type Bars = DrawingOf<'bars'>['bars'];

/** A name takes the lines it needs, be it six: cut, two names of one beginning would be one. */
function layRows(
  bars: Bars,
  { labels, language }: { readonly labels: number; readonly language: Language },
) {
  let height = 0;
  const rows = bars.map((bar) => {
    const lines = wrapText(bar.label[language], labels - 8, 13, 6);
    const placed = { bar, lines, y: height, high: 30 + (lines.length - 1) * leading };
    height += placed.high;
    return placed;
  });
  return { rows, height: height + 4 };
}

/** What the bar and what the tick stand for, where any bar has a tick. */
function marksOf({ bars, says }: DrawingOf<'bars'>, language: Language) {
  if (says === undefined || bars.every(({ planned }) => planned === null)) return undefined;
  return { bar: says.n[language], tick: says.planned[language] };
}

export function labelWidth(labels: readonly string[], width: number): number {
  const longest = Math.max(0, ...labels.map((label) => widthOf(label, 13)));
  return Math.min(longest + 12, Math.max(88, width * 0.36));
}

/** Shares with one decimal, means with two, counts whole. */
export function decimalsOf(n: number, unit: string): number {
  if (unit === 'perHousehold') return 2;
  return unit === 'percent' || !Number.isInteger(n) ? 1 : 0;
}

/** Money is told as people say it, its exact sum by pointing and in the table. */
function shownBar(n: number | null, unit: string, language: Language): string {
  if (n === null) return '—';
  return unit === 'yuan' ? shownNumber(n, language) : exactNumber(n, decimalsOf(n, unit));
}

function valueWidth({ bars, unit }: DrawingOf<'bars'>, language: Language): number {
  const longest = bars.map(
    ({ n, planned }) =>
      `${shownBar(n ?? 0, unit, language)}${planned === null ? '' : ` / ${shownBar(planned, unit, language)}`}`,
  );
  return Math.max(...longest.map((text) => widthOf(text, 13)), 20) + 22;
}

function sayBar(
  { label, n, planned }: Bars[number],
  says: DrawingOf<'bars'>['says'],
  language: Language,
): string {
  const value = n === null ? '—' : exactNumber(n, Number.isInteger(n) ? 0 : 1);
  const name = label[language];
  if (planned === null) return `${name} ${value}`;
  const [bar, tick] = [says?.n[language] ?? '', says?.planned[language] ?? planWord[language]];
  const comma = language === 'zh' ? '，' : ', ';
  return `${`${name} ${bar}`.trim()} ${value}${comma}${tick} ${exactNumber(planned)}`;
}

const planWord = { zh: '计划', en: 'planned' } as const;
