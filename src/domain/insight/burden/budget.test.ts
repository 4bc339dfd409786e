import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { broken, type Measured, reportsBetween } from './budget.ts';
import { hoursOf, levelOfActor, levelOfRole, secondsPerField } from './burden.ts';

const one = (changed: Partial<Measured>): Measured => ({
  level: 'village',
  fields: 100,
  units: 10,
  rounds: 1,
  typed: 900,
  begun: 0,
  limits: { fields: null, rounds: null },
  ...changed,
});

describe('a budget', () => {
  test.each<[string, Partial<Measured>, readonly string[]]>([
    ['nothing is limited', {}, []],
    ['the last field still fits', { limits: { fields: 100, rounds: null } }, []],
    ['one field more does not', { fields: 101, limits: { fields: 100, rounds: null } }, ['fields']],
    ['the only round of a year', { limits: { fields: null, rounds: 1 } }, []],
    ['a second round of a year', { begun: 1, limits: { fields: null, rounds: 1 } }, ['rounds']],
    ['a task is no round', { rounds: 0, begun: 1, limits: { fields: null, rounds: 1 } }, []],
    ['no unit is taken for one', { units: 0, limits: { fields: 1000, rounds: null } }, []],
    ['none at all is allowed', { limits: { fields: 0, rounds: 0 } }, ['fields', 'rounds']],
  ])('%s', (_, changed, breaks) => {
    expect(broken(one(changed))).toEqual(breaks);
  });

  test('a wider budget never breaks where a narrower one holds', () => {
    const numbers = fc.nat({ max: 10_000 });
    fc.assert(
      fc.property(
        numbers,
        numbers,
        numbers,
        fc.nat({ max: 50 }),
        numbers,
        (typed, fields, limit, units, more) => {
          const narrow = broken(
            one({ typed, fields, units, limits: { fields: limit, rounds: null } }),
          );
          const wide = broken(
            one({ typed, fields, units, limits: { fields: limit + more, rounds: null } }),
          );
          expect(narrow.length).toBeGreaterThanOrEqual(wide.length);
        },
      ),
    );
  });

  test('a task asks for a report in each month from its first to its last day', () => {
    expect(reportsBetween('2016-09-30', '2016-09-30')).toBe(1);
    expect(reportsBetween('2016-09-30', '2016-10-01')).toBe(2);
    expect(reportsBetween('2016-03-01', '2017-02-28')).toBe(12);
  });
});

test('who typed is told by the role, and an actor of a process by whoever stands for it', () => {
  expect(levelOfRole('village')).toBe('village');
  expect(levelOfRole('supervisor')).toBe('above');
  expect(levelOfActor('COUNTY_OFFICE')).toBe('county');
  expect(levelOfActor('HOUSEHOLD')).toBe('household');
  expect(levelOfActor('AN_OFFICE_OF_A_PACK')).toBe('village');
});

test('hours are the stated seconds for each field', () => {
  expect(hoursOf(3600 / secondsPerField)).toBe(1);
});
