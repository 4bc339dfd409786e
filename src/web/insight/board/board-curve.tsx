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
import { LinesDrawing } from '../charts/drawing/lines-drawing.tsx';
import { useWidth } from '../charts/use-width.ts';
import { monthAhead } from './board-search.ts';
import { boardTexts } from './texts.ts';
import '../charts/drawing/drawing.css';

const horizon = 51;

export function BoardCurve({ board, month }: { readonly board: Board; readonly month: number }) {
  const text = useText(boardTexts);
  const [holder, width] = useWidth<HTMLElement>();
  const sums = useMemo(() => sumsOf(board), [board]);
  const line = (key: 'plan' | 'forecast' | 'least' | 'most', values: readonly (number | null)[]) => ({
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
        {text('curveNote', { count: sums.unforeseen })}
      </p>
    </Block>
  );
}

/** Ends of intervals are added end to end, which is wider than the truth and says so in the method. */
function sumsOf({ villages, today }: Board) {
  const months = Array.from({ length: horizon + 1 }, (_, at) => at);
  const ahead = (month: number, end: 'middle' | 'least' | 'most') =>
    villages.reduce((sum, { history }) => {
      const now = history.poor.at(-1) ?? 0;
      return sum + (month === 0 ? now : (standingAhead(history, month)?.[end] ?? now));
    }, 0);
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
    unforeseen: villages.filter(
      ({ forecast }) => forecast === 'too-short' || forecast === 'nobody-leaves',
    ).length,
  };
}
