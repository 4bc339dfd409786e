// A published table of income classes: people and mean income of each class, from the poorest to the
// richest. The classes become points of a Lorenz curve, and the overall mean is theirs unless given.
import { refuse } from '#domain/kernel/refusal.ts';
import {
  type CurvePoint,
  type GroupedResult,
  groupedMeasures,
} from '../measures/grouped-lorenz.ts';
import type { Analysis } from './analysis.ts';
import { classesWrong } from './analysis-refusals.ts';

export interface GroupedAsk {
  /** People of the class, or their share; any unit. */
  readonly population: string;
  /** Mean income of the class; or else `share`. */
  readonly classMean?: string | undefined;
  /** Share of all income that the class has; any unit. */
  readonly share?: string | undefined;
  /** Mean income of all, needed with `share`. */
  readonly mean?: number | undefined;
  readonly line: number;
}

export interface GroupedAnswer extends GroupedResult {
  readonly points: readonly CurvePoint[];
}

const classesLeast = 4;

export function createGroupedAnalysis(ask: GroupedAsk): Analysis<GroupedAnswer> {
  const classes: { readonly row: number; readonly people: number; readonly income: number }[] = [];
  const isShare = ask.classMean === undefined;
  return {
    columns: [
      { role: 'population', heading: ask.population, kind: 'number', isRequired: true },
      {
        role: 'income',
        heading: ask.classMean ?? ask.share ?? '',
        kind: 'number',
        least: 0,
        isRequired: true,
      },
    ],
    holds: 'table',
    add(row) {
      const people = row.number('population') ?? 0;
      const income = row.number('income') ?? 0;
      classes.push({ row: row.row, people, income: isShare ? income : income * people });
      return undefined;
    },
    missing: () => 0,
    result() {
      checkClasses(classes);
      const people = classes.reduce((sum, one) => sum + one.people, 0);
      const income = classes.reduce((sum, one) => sum + one.income, 0);
      const points = classes.map((_, at) => {
        const passed = classes.slice(0, at + 1);
        return {
          persons: passed.reduce((sum, one) => sum + one.people, 0) / people,
          income: passed.reduce((sum, one) => sum + one.income, 0) / income,
        };
      });
      const mean = ask.mean ?? (isShare ? Number.NaN : income / people);
      return { ...groupedMeasures(points, { mean, line: ask.line }), points };
    },
  };
}

function checkClasses(
  classes: readonly { readonly row: number; readonly people: number; readonly income: number }[],
): void {
  if (classes.length < classesLeast) {
    const last = classes.at(-1)?.row ?? 1;
    refuse(classesWrong, { row: last, value: `${classes.length} < ${classesLeast}` });
  }
  classes.forEach(({ row, people, income }, at) => {
    if (people <= 0) refuse(classesWrong, { row, value: people });
    const before = classes[at - 1];
    const mean = income / people;
    if (before !== undefined && mean < before.income / before.people) {
      refuse(classesWrong, {
        row,
        value: `${rounded(mean)} < ${rounded(before.income / before.people)}`,
      });
    }
  });
}

function rounded(value: number): number {
  return Number(value.toPrecision(6));
}
