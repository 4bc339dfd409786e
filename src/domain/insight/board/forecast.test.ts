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
  exited: Array.from({ length: months }, (_, at) => at * step),
});

describe('a forecast', () => {
  test('of an even pace is that pace, without doubt', () => {
    const forecast = forecastOf(even(100, 5, 9));
    expect(forecast).toEqual({ perMonth: 5, months: 8, done: 12, soonest: 12, latest: 12 });
    expect(standingAhead(even(100, 5, 9), 4)).toEqual({ middle: 40, least: 40, most: 40 });
  });

  test('says nothing of a short past, and nothing of a place that nobody leaves', () => {
    expect(forecastOf(even(100, 5, forecastRule.leastMonths))).toBe('too-short');
    expect(forecastOf(even(100, 0, 12))).toBe('nobody-leaves');
    expect(forecastOf({ poor: [3, 2, 0], exited: [0, 1, 3] })).toBe('nobody-left');
    expect(standingAhead(even(100, 0, 12), 3)).toBeUndefined();
  });

  test('households that were only taken in slow no pace, and months before the first of them do not count', () => {
    const { poor, exited } = even(100, 5, 9);
    const grown = {
      poor: [0, 0, 40, ...poor],
      exited: [0, 0, 0, ...exited],
    };
    expect(forecastOf(grown)).toMatchObject({ perMonth: 40 / 9, months: 9 });
  });

  test('its interval holds the middle, and widens with the months', () => {
    const histories = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 7, maxLength: 14 });
    fc.assert(
      fc.property(histories, fc.integer({ min: 1, max: 59 }), (steps, month) => {
        const exited = [0];
        for (const step of steps) exited.push((exited.at(-1) ?? 0) + step);
        const poor = exited.map((gone) => 600 - gone);
        const left = poor.at(-1) ?? 0;
        const ahead = standingAhead({ poor, exited }, month);
        if (ahead === undefined) return;
        expect(ahead.least).toBeLessThanOrEqual(ahead.middle);
        expect(ahead.middle).toBeLessThanOrEqual(ahead.most);
        expect(ahead.most).toBeLessThanOrEqual(left);
        expect(ahead.least).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

test('a village is late where it will not be done when it was planned to be, or where nobody leaves it', () => {
  expect(monthsToEndOf(2016, '2016-09-30')).toBe(3);
  expect(standingOf(even(100, 5, 9), 2017, '2016-09-30')).toBe('on-time');
  expect(standingOf(even(100, 5, 9), 2016, '2016-09-30')).toBe('late');
  expect(standingOf(even(100, 0, 9), 2018, '2016-09-30')).toBe('late');
  expect(standingOf({ poor: [40], exited: [0] }, 2018, '2016-09-30')).toBe('cannot-tell');
  expect(standingOf({ poor: [4, 0], exited: [0, 4] }, 2016, '2016-09-30')).toBe('done');
  expect(standingOf(even(100, 5, 9), null, '2016-09-30')).toBe('unplanned');
  expect(standingOf(even(100, 5, 9), 2015, '2016-09-30')).toBe('late');
});

test('the plan is an even way to nobody at its end', () => {
  expect(plannedAhead(60, { month: 5, end: 15 })).toBeCloseTo(40, 9);
  expect(plannedAhead(60, { month: 20, end: 15 })).toBe(0);
  expect(plannedAhead(60, { month: 0, end: 0 })).toBe(0);
});
