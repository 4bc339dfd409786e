// When a view is sent next: every day, on Mondays, on the first of the month.
import { addDays, type PlainDate, plainDate } from '#domain/kernel/plain-date.ts';

export type Every = 'day' | 'week' | 'month';

export function nextAfter(every: Every, day: PlainDate): PlainDate {
  switch (every) {
    case 'day':
      return addDays(day, 1);
    case 'week':
      return addDays(day, 7 - ((weekdayOf(day) + 6) % 7));
    case 'month': {
      const [year = 0, month = 1] = day.split('-').map(Number);
      const [nextYear, nextMonth] = month === 12 ? [year + 1, 1] : [year, month + 1];
      return plainDate(`${nextYear}-${String(nextMonth).padStart(2, '0')}-01`);
    }
  }
}

/** 0 is Sunday (Sakamoto). */
function weekdayOf(day: PlainDate): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
  const counted = month < 3 ? year - 1 : year;
  return (
    (counted +
      Math.floor(counted / 4) -
      Math.floor(counted / 100) +
      Math.floor(counted / 400) +
      (shifts[month - 1] ?? 0) +
      date) %
    7
  );
}
