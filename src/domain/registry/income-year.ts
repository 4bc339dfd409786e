// Yearly figures of a household from its ledger: a reversed entry and its reversal count for nothing,
// and the net is divided by the members at the end of the counting period, or today while it lasts.
// Whether a year begins in January or in October of the year before is pack data.

import type { Fen } from '#domain/kernel/fen.ts';
import { daysInMonth, type PlainDate, plainDate } from '#domain/kernel/plain-date.ts';
import { isPresent, type MemberFacts } from './derived.ts';
import { type IncomeKind, type IncomeYear, incomeOf } from './income.ts';

export interface LedgerEntry {
  readonly id: string;
  readonly year: number;
  readonly kind: IncomeKind;
  readonly amount: Fen;
  readonly reverses: string | null;
}

/** 1 for the calendar year, 10 for October of the year before to September. */
export type PeriodStartMonth = number;

export interface YearFigures extends IncomeYear {
  readonly year: number;
  readonly members: number;
}

export function periodEnd(year: number, startMonth: PeriodStartMonth): PlainDate {
  const month = startMonth === 1 ? 12 : startMonth - 1;
  const day = String(daysInMonth(year, month)).padStart(2, '0');
  return plainDate(`${year}-${String(month).padStart(2, '0')}-${day}`);
}

/** One line per year that has an entry in force, oldest first. */
export function incomeYears(
  entries: readonly LedgerEntry[],
  members: readonly Pick<MemberFacts, 'joinedOn' | 'leftOn'>[],
  { today, startMonth }: { readonly today: PlainDate; readonly startMonth: PeriodStartMonth },
): readonly YearFigures[] {
  const reversed = new Set(entries.flatMap((entry) => entry.reverses ?? []));
  const standing = entries.filter((entry) => entry.reverses === null && !reversed.has(entry.id));
  const years = [...new Set(standing.map((entry) => entry.year))].sort((a, b) => a - b);
  return years.map((year) => {
    const end = periodEnd(year, startMonth);
    const day = end < today ? end : today;
    const present = members.filter((member) => isPresent(member, day)).length;
    const figures = incomeOf(
      standing.filter((entry) => entry.year === year),
      present,
    );
    return { ...figures, year, members: present };
  });
}
