// When the next visit is due, by the rule of the pack in force: so many in every week, month, quarter or
// year of the calendar. The day is the last of the period after the one in which the rule was last kept.
import {
  addDays,
  dayNumberOf,
  daysInMonth,
  makePlainDate,
  type PlainDate,
  plainDate,
  yearOf,
} from '#domain/kernel/plain-date.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';

export type Period = 'week' | 'month' | 'quarter' | 'year';

export interface HouseholdVisitRule {
  readonly title: Bilingual;
  readonly verified: boolean;
  readonly least: number;
  readonly every: Period;
}

export function visitRuleOf(pack: ResolvedPack): HouseholdVisitRule | undefined {
  const row = pack.rows.visits.findLast((one) => one.row.to === 'household')?.row;
  if (row === undefined) return undefined;
  const { title, least, every } = row;
  return { title, verified: row.verified === true, least, every };
}

/** The last day of the period a day lies in; weeks end on Sunday. */
export function endOfPeriod(day: PlainDate, every: Period): PlainDate {
  const year = yearOf(day);
  const month = Number(day.slice(5, 7));
  switch (every) {
    case 'week':
      // 1970-01-01 was a Thursday.
      return addDays(day, 6 - ((((dayNumberOf(day) + 3) % 7) + 7) % 7));
    case 'month':
      return lastOf(year, month);
    case 'quarter':
      return lastOf(year, Math.ceil(month / 3) * 3);
    case 'year':
      return lastOf(year, 12);
  }
}

/**
 * @param visits Days of visits since the pairing began, in any order.
 * @param since The day the helper began to answer for the household.
 */
export function dueDay(
  rule: Pick<HouseholdVisitRule, 'least' | 'every'>,
  visits: readonly PlainDate[],
  since: PlainDate,
): PlainDate {
  // Of this many visits the earliest decides: the period it lies in is the last in which all were made.
  const counted = [...visits].sort().reverse().slice(0, rule.least);
  const decisive = counted.length < rule.least ? undefined : counted.at(-1);
  const latest = counted[0];
  if (decisive === undefined || latest === undefined) return endOfPeriod(since, rule.every);
  const kept = endOfPeriod(decisive, rule.every);
  // All within one period: it is kept, and the next one is due; else the period of the latest is.
  return kept === endOfPeriod(latest, rule.every)
    ? endOfPeriod(addDays(kept, 1), rule.every)
    : endOfPeriod(latest, rule.every);
}

function lastOf(year: number, month: number): PlainDate {
  return plainDate(makePlainDate(year, month, daysInMonth(year, month)) ?? '');
}
