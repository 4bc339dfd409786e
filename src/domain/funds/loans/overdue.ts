// How late loans are, by the days after the day they were due, and the portfolio at risk: the part of what
// is owed that is more than 30 or 90 days late.
import type { Fen } from '#domain/kernel/fen.ts';

export const overdueClasses = ['current', 'upTo30', 'upTo90', 'over90'] as const;
export type OverdueClass = (typeof overdueClasses)[number];

/** First and last day late of each class; null is open. */
export const classDays: Readonly<Record<OverdueClass, readonly [number | null, number | null]>> = {
  current: [null, 0],
  upTo30: [1, 30],
  upTo90: [31, 90],
  over90: [91, null],
};

export function overdueClassOf(daysLate: number): OverdueClass {
  const found = overdueClasses.find((one) => daysLate <= (classDays[one][1] ?? daysLate));
  return found ?? 'over90';
}

export interface ClassSum {
  readonly class: OverdueClass;
  readonly owed: Fen;
}

/** Share of what is owed that is more than so many days late; null where nothing is owed. */
export function atRisk(sums: readonly ClassSum[], moreThan: 30 | 90): number | null {
  const all = sums.reduce((sum, { owed }) => sum + owed, 0n);
  if (all === 0n) return null;
  const late = sums
    .filter(({ class: one }) => (classDays[one][0] ?? 0) > moreThan)
    .reduce((sum, { owed }) => sum + owed, 0n);
  return Number(late) / Number(all);
}
