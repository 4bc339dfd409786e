// All villages of the board together, month by month: what was, what the plan asks, and what the pace comes to.
import type { Board } from '#contract/insight-board.ts';
import { monthsToEndOf, plannedAhead, standingAhead } from '#domain/insight/board/forecast.ts';

/** Months ahead that are drawn. */
export const horizon = 51;
/** Months of the past that are shown beside the plan. */
const pastMonths = 12;

export interface BoardSums {
  /** At the end of each of the newest months, this one last; null before anybody was registered. */
  readonly actual: readonly (number | null)[];
  /** From now on, this month first. */
  readonly middle: readonly number[];
  readonly least: readonly number[];
  readonly most: readonly number[];
  readonly plan: readonly number[];
  readonly isPlanned: boolean;
  readonly unplanned: number;
}

/** The forecast of all villages together is read from what left all of them, so that their differences even out. */
export function sumsOf({ villages, today }: Board): BoardSums {
  const months = Array.from({ length: horizon + 1 }, (_, at) => at);
  const whole = {
    poor: addUp(villages.map(({ history }) => history.poor)),
    underWay: addUp(villages.map(({ history }) => history.underWay)),
    exited: addUp(villages.map(({ history }) => history.exited)),
  };
  const now = whole.poor.at(-1) ?? 0;
  const ahead = (month: number, end: 'middle' | 'least' | 'most') =>
    month === 0 ? now : (standingAhead(whole, month)?.[end] ?? now);
  return {
    actual: whole.poor
      .map((n, at) => (n + (whole.exited[at] ?? 0) > 0 ? n : null))
      .slice(-pastMonths - 1),
    middle: months.map((month) => ahead(month, 'middle')),
    least: months.map((month) => ahead(month, 'least')),
    most: months.map((month) => ahead(month, 'most')),
    plan: months.map((month) =>
      villages.reduce((sum, { history, year }) => {
        if (year === null) return sum;
        const end = monthsToEndOf(year, today);
        return sum + plannedAhead(history.poor.at(-1) ?? 0, { month, end });
      }, 0),
    ),
    isPlanned: villages.some(({ year }) => year !== null),
    unplanned: villages.filter(({ year }) => year === null).length,
  };
}

function addUp(lists: readonly (readonly number[])[]): readonly number[] {
  return (lists[0] ?? []).map((_, at) => lists.reduce((sum, list) => sum + (list[at] ?? 0), 0));
}
