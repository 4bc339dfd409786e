import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  forecastOf,
  forecastRule,
  monthsToEndOf,
  plannedAhead,
  standingAhead,
  standingOf,
} from './forecast.ts';

const even = (from: number, step: number, months: number) => ({
  poor: Array.from({ length: months }, (_, at) => from - at * step),
  underWay: Array.from({ length: months }, () => 0),
  exited: Array.from({ length: months }, (_, at) => at * step),
});

describe('a forecast', () => {
  test('of an even pace is that pace, without doubt', () => {
    const forecast = forecastOf(even(100, 5, 9));
    expect(forecast).toEqual({
      perMonth: 5,
      months: 8,
      passage: 0,
      done: 12,
      soonest: 12,
      latest: 12,
    });
    expect(standingAhead(even(100, 5, 9), 4)).toEqual({ middle: 40, least: 40, most: 40 });
  });

  test('says nothing of a short past, and nothing of a place that nobody leaves', () => {
    expect(forecastOf(even(100, 5, forecastRule.leastMonths))).toBe('too-short');
    expect(forecastOf(even(100, 0, 12))).toBe('nobody-leaves');
    expect(forecastOf({ poor: [3, 2, 0], underWay: [0, 0, 0], exited: [0, 1, 3] })).toBe(
      'nobody-left',
    );
    expect(standingAhead(even(100, 0, 12), 3)).toBeUndefined();
  });

  test('households that were only taken in slow no pace, and months before the first left do not count', () => {
    const { poor, underWay, exited } = even(100, 5, 9);
    const grown = {
      poor: [0, 0, 40, ...poor],
      underWay: [0, 0, 0, ...underWay],
      exited: [0, 0, 0, ...exited],
    };
    expect(forecastOf(grown)).toMatchObject({ perMonth: 5, months: 8 });
  });

  test('whoever has applied is on the way out, and is announced as long after as it took so far', () => {
    // Ten apply every month from the second on; each is announced three months later.
    const applied = [0, 10, 20, 30, 40, 50, 60];
    const exited = [0, 0, 0, 0, 10, 20, 30];
    const history = {
      poor: exited.map((n) => 100 - n),
      underWay: applied.map((n, at) => n - (exited[at] ?? 0)),
      exited,
    };
    expect(forecastOf(history)).toEqual({
      perMonth: 10,
      months: 6,
      passage: 3,
      done: 7,
      soonest: 7,
      latest: 7,
    });
    const ahead = [1, 2, 3, 5, 7].map((month) => standingAhead(history, month)?.middle);
    expect(ahead).toEqual([60, 50, 40, 20, 0]);
  });

  test('its interval holds the middle, and widens with the months', () => {
    const histories = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 7, maxLength: 14 });
    fc.assert(
      fc.property(histories, fc.nat(5), fc.integer({ min: 1, max: 59 }), (steps, lag, month) => {
        const applied = [0];
        for (const step of steps) applied.push((applied.at(-1) ?? 0) + step);
        const exited = applied.map((_, at) => applied[at - lag] ?? 0);
        const underWay = applied.map((n, at) => n - (exited[at] ?? 0));
        const poor = exited.map((gone) => 600 - gone);
        const left = poor.at(-1) ?? 0;
        const ahead = standingAhead({ poor, underWay, exited }, month);
        if (ahead === undefined) return;
        expect(ahead.least).toBeLessThanOrEqual(ahead.middle);
        expect(ahead.middle).toBeLessThanOrEqual(ahead.most);
        expect(ahead.most).toBeLessThanOrEqual(left);
        expect(ahead.least).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

test('a village is late that is due and will not be done, behind where it is not due yet, and neither in time', () => {
  expect(monthsToEndOf(2016, '2016-09-30')).toBe(3);
  expect(standingOf(even(100, 5, 9), 2017, '2016-09-30')).toBe('on-time');
  expect(standingOf(even(100, 5, 9), 2016, '2016-09-30')).toBe('late');
  expect(standingOf(even(100, 5, 9), 2015, '2016-09-30')).toBe('late');
  expect(standingOf(even(100, 0, 9), 2016, '2016-09-30')).toBe('late');
  // Planned for a later year: whatever its pace, nothing is overdue.
  expect(standingOf(even(100, 1, 9), 2018, '2016-09-30')).toBe('behind');
  expect(standingOf(even(100, 0, 9), 2018, '2016-09-30')).toBe('behind');
  expect(standingOf({ poor: [40], underWay: [0], exited: [0] }, 2018, '2016-09-30')).toBe(
    'cannot-tell',
  );
  expect(standingOf({ poor: [4, 0], underWay: [0, 0], exited: [0, 4] }, 2016, '2016-09-30')).toBe(
    'done',
  );
  expect(standingOf(even(100, 5, 9), null, '2016-09-30')).toBe('unplanned');
});

test('the plan is an even way to nobody at its end', () => {
  expect(plannedAhead(60, { month: 5, end: 15 })).toBeCloseTo(40, 9);
  expect(plannedAhead(60, { month: 20, end: 15 })).toBe(0);
  expect(plannedAhead(60, { month: 0, end: 0 })).toBe(0);
});
