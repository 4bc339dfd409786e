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

export function BoardCurve({ board, month }: { readonly board: Board; readonly month: number }) {
  const text = useText(boardTexts);
  const [holder, width] = useWidth<HTMLElement>();
  const sums = useMemo(() => sumsOf(board), [board]);
  const line = (
    key: 'plan' | 'forecast' | 'least' | 'most',
    values: readonly (number | null)[],
  ) => ({
    title: { zh: text(key), en: text(key) },
    values: [...values],
  });
  const drawing: DrawingOf<'lines'> = {
    kind: 'lines',
    unit: 'household',
    points: sums.middle.map((_, at) => {
      const said = monthAhead(board.today, at);
      return { zh: said, en: said };
    }),
    lines: [
      line('forecast', sums.middle.map(Math.round)),
      ...(sums.isPlanned ? [line('plan', sums.plan.map(Math.round))] : []),
      line('least', sums.least.map(Math.round)),
      line('most', sums.most.map(Math.round)),
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
    unplanned: villages.filter(({ year }) => year === null).length,
  };
}

function addUp(lists: readonly (readonly number[])[]): readonly number[] {
  return (lists[0] ?? []).map((_, at) => lists.reduce((sum, list) => sum + (list[at] ?? 0), 0));
}
