import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, plainDate } from '#domain/kernel/plain-date.ts';
import { type Calendar, isWorkday } from './calendar.ts';
import { termWords } from './case-clock.ts';
import { leastLastDay } from './case-state.ts';

/** The first week of October off, a Saturday and a Sunday worked for it. */
const calendar: Calendar = {
  holidays: new Set([
    '2016-10-01',
    '2016-10-02',
    '2016-10-03',
    '2016-10-04',
    '2016-10-05',
    '2016-10-06',
    '2016-10-07',
  ]),
  workingWeekends: new Set(['2016-10-08', '2016-10-09']),
};
const least = (days: number, first: string, inWorkdays = false) =>
  leastLastDay({ days, inWorkdays }, plainDate(first), calendar);

describe('how long a notice hangs at least', () => {
  test('calendar days run over weekends and holidays, the day it is put up is the first', () => {
    expect(least(7, '2016-09-29')).toBe('2016-10-05');
    expect(least(1, '2016-09-29')).toBe('2016-09-29');
  });

  test('working days leave holidays out and count a weekend that is worked', () => {
    // Thursday, Friday, then the holidays, then the Saturday and the Sunday that are worked.
    expect(least(5, '2016-09-29', true)).toBe('2016-10-10');
    expect(least(4, '2016-09-29', true)).toBe('2016-10-09');
    expect(least(1, '2016-10-01', true)).toBe('2016-10-08');
  });

  test('always holds so many working days, and ends on one', () => {
    const first = fc.integer({ min: 0, max: 400 }).map((n) => addDays(plainDate('2016-05-01'), n));
    fc.assert(
      fc.property(first, fc.integer({ min: 1, max: 20 }), (day, count) => {
        const last = leastLastDay({ days: count, inWorkdays: true }, day, calendar);
        let workdays = 0;
        for (let at = day; at <= last; at = addDays(at, 1)) {
          if (isWorkday(at, calendar)) workdays += 1;
        }
        expect(workdays).toBe(count);
        expect(isWorkday(last, calendar)).toBe(true);
      }),
    );
  });

  test('the words say which days are meant', () => {
    expect(termWords({ days: 7 })).toEqual({ zh: '7 天', en: '7 days' });
    expect(termWords({ days: 5, inWorkdays: true })).toEqual({
      zh: '5 个工作日',
      en: '5 working days',
    });
  });
});
