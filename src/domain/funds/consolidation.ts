// Money put together from several sources and departments (资金整合): how much each gave in each year, with what
// lies within another source counted once, and what was paid of it credited to who gave it (各记其功).
import type { Fen } from '#domain/kernel/fen.ts';
import { drawFrom } from './loans/risk-fund.ts';

/** What one department gave from one source in a year. */
export interface Grant {
  readonly year: number;
  readonly source: string;
  /** Empty where no paper names one. */
  readonly department: string;
  readonly amount: Fen;
}

/** The source another one is a part of; undefined where it stands by itself. */
export type WithinOf = (source: string) => string | undefined;

/** Years with grants, the latest first. */
export function yearsOf(grants: readonly Grant[]): readonly number[] {
  return [...new Set(grants.map(({ year }) => year))].sort((left, right) => right - left);
}

export function sumOf(grants: readonly Grant[], isMeant: (grant: Grant) => boolean): Fen {
  return grants.reduce((sum, grant) => (isMeant(grant) ? sum + grant.amount : sum), 0n);
}

/** The source and what lies within it. */
export function belongsTo(source: string, withinOf: WithinOf): (one: string) => boolean {
  return (one) => one === source || withinOf(one) === source;
}

/** So much more than the year before, as a share of it; null where nothing was given then. */
export function growthOf(now: Fen, before: Fen): number | null {
  return before <= 0n ? null : Number(now - before) / Number(before);
}

export interface Credit {
  readonly department: string;
  readonly granted: Fen;
  /** Its part of what was paid, source by source, to the fen. */
  readonly credited: Fen;
  readonly sources: readonly string[];
}

/**
 * Money of one source and use cannot be told apart once it lies together, so that each department is credited
 * with what was paid in proportion to what it gave. All credits of a source sum to what was paid of it, and
 * never to more than was given.
 */
export function creditsOf(
  grants: readonly Grant[],
  paidOf: (source: string) => Fen,
): readonly Credit[] {
  const found = new Map<string, { granted: Fen; credited: Fen; sources: string[] }>();
  for (const source of new Set(grants.map((one) => one.source))) {
    const given = new Map<string, Fen>();
    for (const one of grants.filter((grant) => grant.source === source)) {
      given.set(one.department, (given.get(one.department) ?? 0n) + one.amount);
    }
    const holdings = [...given].flatMap(([department, amount]) =>
      amount > 0n ? [{ source: department, amount }] : [],
    );
    const whole = holdings.reduce((sum, { amount }) => sum + amount, 0n);
    const paid = paidOf(source);
    const counted = paid < 0n ? 0n : paid > whole ? whole : paid;
    const drawn = new Map(
      (drawFrom(holdings, counted) ?? []).map((one) => [one.source, one.amount]),
    );
    for (const { source: department, amount } of holdings) {
      const own = found.get(department) ?? { granted: 0n, credited: 0n, sources: [] };
      found.set(department, {
        granted: own.granted + amount,
        credited: own.credited + (drawn.get(department) ?? 0n),
        sources: [...own.sources, source],
      });
    }
  }
  return [...found]
    .map(([department, own]) => ({ department, ...own }))
    .sort((left, right) =>
      left.granted === right.granted
        ? left.department.localeCompare(right.department)
        : left.granted < right.granted
          ? 1
          : -1,
    );
}

/** “1+N”: to each yuan of special funds in projects, so many of other sources came; null without any. */
export function multiplierOf({ special, others }: { special: Fen; others: Fen }): number | null {
  return special <= 0n ? null : Number(others) / Number(special);
}
