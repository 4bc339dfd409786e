import { describe, expect, test } from 'vitest';
import { heldAt, type Office } from '#domain/access/office.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { answersTo, standsFor } from './who-acts.ts';

const village = areaCode('621102203201');
const on = plainDate('2016-09-01');
const office = (account: string, code: string, more: Partial<Office> = {}): Office => ({
  account,
  area: village,
  office: code,
  from: plainDate('2016-01-01'),
  until: null,
  ...more,
});
const standing = (account: string, offices: readonly Office[], day = on) => ({
  role: 'village' as const,
  held: heldAt(offices, { account, area: village, on: day }),
});

describe('whoever stands for an actor', () => {
  test('holds its office here and today; nobody else acts in it', () => {
    const offices = [office('a', 'VILLAGE_SECRETARY')];

    expect(standsFor('VILLAGE_SECRETARY', standing('a', offices))).toBe(true);
    expect(standsFor('VILLAGE_SECRETARY', standing('b', offices))).toBe(false);
    expect(standsFor('VILLAGE_COMMITTEE', standing('b', offices))).toBe(true);
  });

  test('has a role for it where nobody holds the office, and holds none of their own', () => {
    const offices = [office('a', 'VILLAGE_SECRETARY')];

    expect(standsFor('VILLAGE_DIRECTOR', standing('b', offices))).toBe(true);
    expect(standsFor('VILLAGE_DIRECTOR', standing('a', offices))).toBe(false);
    expect(standsFor('COUNTY_OFFICE', standing('b', offices))).toBe(false);
  });

  test('holds it from its first day to its last, and only in its area', () => {
    const until = plainDate('2016-09-10');
    const offices = [
      office('a', 'VILLAGE_SECRETARY', { until }),
      office('b', 'VILLAGE_SECRETARY', { from: plainDate('2016-09-11') }),
      office('c', 'VILLAGE_SECRETARY', { area: areaCode('621102203202') }),
      office('d', 'TOWNSHIP_HEAD', { area: areaCode('621102203') }),
    ];
    const holder = (day: string) =>
      ['a', 'b', 'c'].filter((one) =>
        standsFor('VILLAGE_SECRETARY', standing(one, offices, plainDate(day))),
      );

    expect(holder('2016-09-10')).toEqual(['a']);
    expect(holder('2016-09-11')).toEqual(['b']);
    expect(standsFor('TOWNSHIP_HEAD', standing('d', offices))).toBe(true);
  });

  test('may act in an office of the pack’s own that no role is known for', () => {
    expect(standsFor('TEA_MASTER', standing('a', []))).toBe(false);
    expect(standsFor('TEA_MASTER', standing('a', [office('a', 'TEA_MASTER')]))).toBe(true);
  });

  test('finds in the queue what waits for the offices held, or else for the role', () => {
    expect(answersTo({ role: 'village', offices: ['VILLAGE_SECRETARY'] })).toEqual([
      'VILLAGE_SECRETARY',
    ]);
    expect(answersTo({ role: 'village', offices: [] })).toEqual(['village']);
  });
});
