// All villages together: what was as a line, what the pace comes to as a broken one in the band of its interval, the
// plan beside them; a rule at now and at the month that is played to, and its numbers in words.
import { useMemo } from 'react';
import type { Board } from '#contract/insight-board.ts';
import { forecastRule } from '#domain/insight/board/forecast.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { useWidth } from '#web/ui/use-width.ts';
import { DrawnSheet } from '../charts/drawing/drawn-sheet.tsx';
import { niceTop, spread } from '../charts/drawing/lines-drawing.tsx';
import { widthOf } from '../charts/drawing/wrap-text.ts';
import { monthAhead } from './board-search.ts';
import { type BoardSums, horizon, sumsOf } from './board-sums.ts';
import { boardTexts } from './texts.ts';
import '../charts/drawing/drawing.css';
import { ValueLines } from '../charts/drawing/value-lines.tsx';

interface BoardCurveProps {
  readonly board: Board;
  /** The board without the scenario that is laid over it; absent where none is. */
  readonly asIs: Board | undefined;
  readonly month: number;
}

export function BoardCurve({ board, asIs, month }: BoardCurveProps) {
  const text = useText(boardTexts);
  const [holder, width] = useWidth<HTMLElement>();
  const sums = useMemo(() => sumsOf(board), [board]);
  const before = useMemo(() => (asIs === undefined ? undefined : sumsOf(asIs)), [asIs]);
  const at = Math.min(month, horizon);
  const shown = (n: number | undefined) => exactNumber(Math.round(n ?? 0));
  return (
    <Block title={text('curve')}>
      <figure ref={holder} className="board-curve" aria-label={text('curve')}>
        {width === 0 ? null : (
          <Curve sums={sums} before={before} today={board.today} month={at} width={width} />
        )}
      </figure>
      <p className="board-read" aria-live="polite">
        <b>{at === 0 ? text('now') : monthAhead(board.today, at)}</b>{' '}
        {at === 0
          ? text('readNow', { n: shown(sums.middle[0]) })
          : text('readAhead', {
              n: shown(sums.middle[at]),
              least: shown(sums.least[at]),
              most: shown(sums.most[at]),
            })}
        {sums.isPlanned && at > 0 ? text('readPlan', { n: shown(sums.plan[at]) }) : ''}
        {before === undefined ? '' : text('readAsIs', { n: shown(before.middle[at]) })}
      </p>
      <p className="small quiet">
        {text('method', { most: forecastRule.mostMonths, least: forecastRule.leastMonths })}
        {text.marks.gap}
        {text('curveNote')}
        {text.marks.gap}
        {sums.unplanned === 0 ? null : text('curveWithout', { count: sums.unplanned })}
      </p>
    </Block>
  );
}

const high = 236;
const top = 26;
const foot = 28;

interface CurveProps {
  readonly sums: BoardSums;
  readonly before: BoardSums | undefined;
  readonly today: string;
  readonly month: number;
  readonly width: number;
}

function Curve({ sums, before, today, month, width }: CurveProps) {
  const text = useText(boardTexts);
  const actual = (before ?? sums).actual;
  const past = actual.length - 1;
  const most = niceTop(Math.max(1, ...actual.map((n) => n ?? 0), ...sums.most, ...sums.plan));
  const left = widthOf(exactNumber(most), 12) + 12;
  const last = (of: readonly number[]) => of.at(-1) ?? 0;
  const ends = [
    { key: 'forecast', of: sums.middle },
    ...(sums.isPlanned ? [{ key: 'plan', of: sums.plan } as const] : []),
    ...(before === undefined ? [] : [{ key: 'asIs', of: before.middle } as const]),
  ] as const;
  const names = ends.map(({ key, of }) => `${text(key)} ${exactNumber(Math.round(last(of)))}`);
  const right = Math.min(width * 0.34, Math.max(...names.map((name) => widthOf(name, 12))) + 14);
  const room = width - left - right;
  const count = past + horizon;
  const x = (at: number) => left + ((at + past) / count) * room;
  const y = (n: number) => top + (1 - n / most) * high;
  const ahead = (values: readonly number[]) =>
    values.map((n, at) => `${x(at).toFixed(1)} ${y(n).toFixed(1)}`);
  const places = spread(ends.map(({ of }) => y(last(of))));
  const line = actual.flatMap((n, at) =>
    n === null ? [] : [`${x(at - past).toFixed(1)} ${y(n).toFixed(1)}`],
  );
  const every = Math.max(1, Math.ceil((count * 62) / room));
  const ticks = Array.from({ length: count + 1 }, (_, at) => at - past).filter(
    (at) => at % every === 0,
  );
  const now = sums.middle[0] ?? 0;
  return (
    <DrawnSheet width={width} height={top + high + foot} title={text('curve')}>
      <ValueLines left={left} room={room} most={most} y={y} said={exactNumber} />
      {ticks.map((at) => (
        <text
          key={at}
          x={x(at)}
          y={top + high + 18}
          fontSize={12}
          textAnchor="middle"
          className="t3"
        >
          {monthAhead(today, at)}
        </text>
      ))}
      <path
        className="curve-band"
        d={`M${ahead(sums.most).join('L')}L${ahead(sums.least).toReversed().join('L')}Z`}
      />
      {sums.isPlanned ? <path className="curve-plan" d={`M${ahead(sums.plan).join('L')}`} /> : null}
      {before === undefined ? null : (
        <path className="curve-as-is" d={`M${ahead(before.middle).join('L')}`} />
      )}
      <path className="curve-forecast" d={`M${ahead(sums.middle).join('L')}`} />
      {line.length < 2 ? null : <path className="curve-actual" d={`M${line.join('L')}`} />}
      <line className="rule" x1={x(0)} x2={x(0)} y1={top - 6} y2={top + high} />
      <text x={x(0)} y={top - 12} fontSize={12} textAnchor="middle" className="t2">
        {text('now')} {exactNumber(now)}
      </text>
      {line.length < 2 ? null : (
        <text
          // Left of the rule at now and below the line, which on a phone is shorter than the word.
          x={x(0) - 6}
          y={y(Math.min(...actual.map((n) => n ?? most))) + 18}
          fontSize={12}
          textAnchor="end"
          className="t2"
        >
          {text('actual')}
        </text>
      )}
      {month === 0 ? null : <Played x={x(month)} sums={sums} month={month} y={y} />}
      {ends.map(({ key }, index) => (
        <text
          key={key}
          x={left + room + 8}
          y={(places[index] ?? 0) + 4}
          fontSize={12}
          className={key === 'plan' ? 'accent' : key === 'asIs' ? 't3' : 't1'}
        >
          {names[index]}
        </text>
      ))}
    </DrawnSheet>
  );
}

/** The month the board is played to, on every line. */
function Played({
  x,
  y,
  sums,
  month,
}: {
  readonly x: number;
  readonly y: (n: number) => number;
  readonly sums: BoardSums;
  readonly month: number;
}) {
  return (
    <g>
      <line className="today" x1={x} x2={x} y1={top} y2={top + high} />
      <circle className="drawn-point" cx={x} cy={y(sums.middle[month] ?? 0)} r={3.5} />
      {sums.isPlanned ? (
        <circle className="accent" cx={x} cy={y(sums.plan[month] ?? 0)} r={3.5} />
      ) : null}
    </g>
  );
}
