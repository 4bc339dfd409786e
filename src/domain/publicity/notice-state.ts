// Where a notice stands on a day, and what it still lacks.
import { addDays, daysBetween, type PlainDate } from '#domain/kernel/plain-date.ts';

export const noticeStates = ['hanging', 'expired', 'withdrawn'] as const;
export type NoticeState = (typeof noticeStates)[number];

export interface NoticeDays {
  readonly firstDay: PlainDate;
  readonly lastDay: PlainDate;
  readonly isWithdrawn: boolean;
}

export function stateOn({ lastDay, isWithdrawn }: NoticeDays, today: PlainDate): NoticeState {
  if (isWithdrawn) return 'withdrawn';
  return today > lastDay ? 'expired' : 'hanging';
}

/** Days it hangs from today on, today counted; 0 once it is over. */
export function daysLeft({ lastDay }: Pick<NoticeDays, 'lastDay'>, today: PlainDate): number {
  return Math.max(0, daysBetween(today, lastDay) + 1);
}

export const evidenceKinds = ['first', 'last'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** Evidence of the first day is missing from the day after it on, of the last once that is over. */
export function missingEvidence(
  days: NoticeDays,
  entered: readonly EvidenceKind[],
  today: PlainDate,
): readonly EvidenceKind[] {
  const { firstDay, lastDay, isWithdrawn } = days;
  if (isWithdrawn) return [];
  const wanted: EvidenceKind[] = [];
  if (today > firstDay && !entered.includes('first')) wanted.push('first');
  if (today > lastDay && !entered.includes('last')) wanted.push('last');
  return wanted;
}

/** The last day of a notice that hangs so many days, the first one counted. */
export function lastDayOf(firstDay: PlainDate, days: number): PlainDate {
  return addDays(firstDay, Math.max(1, days) - 1);
}
