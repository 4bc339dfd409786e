// All villages together: the plan beside what the pace of recent months comes to, with its interval.
import { useMemo } from 'react';
import type { Board } from '#contract/insight-board.ts';
import {
  forecastRule,
  monthsToEndOf,
  plannedAhead,
  standingAhead,
} from '#domain/insight/board/forecast.ts';
import type { DrawingOf } from '#domain/insight/charts/chart-shape.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { useWidth } from '#web/ui/use-width.ts';
import { LinesDrawing } from '../charts/drawing/lines-drawing.tsx';
import { monthAhead } from './board-search.ts';
import { boardTexts } from './texts.ts';
import '../charts/drawing/drawing.css';

const horizon = 51;

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
  const past = sums.actual.length - 1;
  const line = (key: LineKey, values: readonly (number | null)[], from: number) => ({
    title: { zh: text(key), en: text(key) },
    values: [
      ...Array.from({ length: from }, () => null),
      ...values.map((n) => (n === null ? null : Math.round(n))),
      ...Array.from({ length: Math.max(0, past + horizon + 1 - from - values.length) }, () => null),
    ],
  });
  const drawing: DrawingOf<'lines'> = {
    kind: 'lines',
    unit: 'household',
    points: Array.from({ length: past + horizon + 1 }, (_, at) => {
      const said = monthAhead(board.today, at - past);
      return { zh: said, en: said };
    }),
    lines: [
      line('forecast', sums.middle, past),
      ...(sums.isPlanned ? [line('plan', sums.plan, past)] : []),
      ...(before === undefined ? [] : [line('asIs', before.middle, past)]),
      line('least', sums.least, past),
      line('most', sums.most, past),
      line('actual', (before ?? sums).actual, 0),
    ],
  };
  return (
    <Block
      title={text('curve')}
      aside={month === 0 ? undefined : `${monthAhead(board.today, month)}`}
    >
      <figure ref={holder} className="board-curve" aria-label={text('curve')}>
        {width === 0 ? null : (
          <LinesDrawing
            drawing={drawing}
            width={width}
            language={text.language}
            title={text('curve')}
            partAddress={undefined}
          />
        )}
      </figure>
      <p className="small quiet">
        {text('method', { most: forecastRule.mostMonths, least: forecastRule.leastMonths })}{' '}
        {text('curveNote', { count: sums.unplanned })}
      </p>
    </Block>
  );
}

type LineKey = 'plan' | 'forecast' | 'least' | 'most' | 'actual' | 'asIs';

/** Months of the past that are shown beside the plan. */
const pastMonths = 12;

/** The forecast of all villages together is read from what left all of them, so that their differences even out. */
function sumsOf({ villages, today }: Board) {
  const months = Array.from({ length: horizon + 1 }, (_, at) => at);
  const whole = {
    poor: addUp(villages.map(({ history }) => history.poor)),
    exited: addUp(villages.map(({ history }) => history.exited)),
  };
  const now = whole.poor.at(-1) ?? 0;
  const ahead = (month: number, end: 'middle' | 'least' | 'most') =>
    month === 0 ? now : (standingAhead(whole, month)?.[end] ?? now);
  return {
    middle: months.map((month) => ahead(month, 'middle')),
    least: months.map((month) => ahead(month, 'least')),
    most: months.map((month) => ahead(month, 'most')),
    isPlanned: villages.some(({ year }) => year !== null),
    plan: months.map((month) =>
      villages.reduce((sum, { history, year }) => {
        if (year === null) return sum;
        const end = monthsToEndOf(year, today);
        return sum + plannedAhead(history.poor.at(-1) ?? 0, { month, end });
      }, 0),
    ),
    /** What stood at the end of each of the newest months, this one last. */
    actual: whole.poor
      .map((n, at) => (n + (whole.exited[at] ?? 0) > 0 ? n : null))
      .slice(-pastMonths - 1),
    unplanned: villages.filter(({ year }) => year === null).length,
  };
}

function addUp(lists: readonly (readonly number[])[]): readonly number[] {
  return (lists[0] ?? []).map((_, at) => lists.reduce((sum, list) => sum + (list[at] ?? 0), 0));
}
