// Supply and demand of farm produce and advice on growing. A notice hangs until its day and no longer than a
// year; what came of it is written down when it is taken off.
import { addDays, type PlainDate } from '#domain/kernel/plain-date.ts';

export const marketKinds = ['offered', 'wanted', 'advice'] as const;
export type MarketKind = (typeof marketKinds)[number];

const longestDays = 366;

export function mayHangUntil(until: string, today: PlainDate): boolean {
  return until >= today && until <= addDays(today, longestDays);
}
