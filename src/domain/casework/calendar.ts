// Working days: weekends are free, holidays are free, and a weekend day that was declared a working day
// to make up for one is not. Which days those are is data of a pack.
import { addDays, dayNumberOf, type PlainDate } from '#domain/kernel/plain-date.ts';

export interface Calendar {
  readonly holidays: ReadonlySet<string>;
  /** Saturdays and Sundays on which offices work. */
  readonly workingWeekends: ReadonlySet<string>;
}

export function isWorkday(day: PlainDate, calendar: Calendar): boolean {
  if (calendar.workingWeekends.has(day)) return true;
  return !calendar.holidays.has(day) && !isWeekend(day);
}

/** The so-manieth working day after a day. */
export function addWorkdays(day: PlainDate, count: number, calendar: Calendar): PlainDate {
  let at = day;
  for (let left = count; left > 0; ) {
    at = addDays(at, 1);
    if (isWorkday(at, calendar)) left -= 1;
  }
  return at;
}

/** The first of January 1970 was a Thursday. */
function isWeekend(day: PlainDate): boolean {
  const weekday = (((dayNumberOf(day) + 4) % 7) + 7) % 7;
  return weekday === 0 || weekday === 6;
}
