import { describe, expect, test } from 'vitest';
import { incidenceOf } from '#domain/casework/incidence.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { shippedOn } from '#tests/world/shipped-packs.ts';
import { checklistOf, standingAnswers, withinLimit } from './checklist.ts';
import { findingDenial, holdsBy } from './permit-checks.ts';

const today = plainDate('2016-09-30');
const pack = shippedOn('jiangjin-2015', today);
const [waste] = checklistOf(pack, { checks: { items: ['wasteTreated'], evidence: [] } }, 'village');
if (waste === undefined) throw new Error('the pack has lost an indicator');
const entered = { note: '', seenOn: today };

describe('a measure', () => {
  test('is held against its limit, and cannot be judged before it is entered', () => {
    const met = { figure: 86, holds: true };
    const unknown = { figure: null, holds: null };

    expect(waste.limit).toMatchObject({ least: 85, most: null, unit: 'percent' });
    expect(findingDenial(waste, { ...entered, holds: true }, { today, known: unknown })?.code).toBe(
      'casework/value-missing',
    );
    expect(findingDenial(waste, entered, { today, known: met })).toBeUndefined();
    expect(holdsBy(waste, { holds: false }, met)).toBe(true);
    expect(holdsBy(waste, { holds: true }, { figure: 84, holds: false })).toBe(false);
    expect(holdsBy(waste, { holds: true }, { figure: 84, holds: null })).toBe(true);
  });

  test('that must lie below a limit may not reach it', () => {
    const limit = { least: null, most: null, below: 3, unit: 'percent' };

    expect(withinLimit(limit, 2.99)).toBe(true);
    expect(withinLimit(limit, 3)).toBe(false);
    expect(withinLimit({ ...limit, below: null, most: 3 }, 3)).toBe(true);
  });
});

test('[HJ-50] of several answers the last one stands, and none from before the step opened', () => {
  const answer = (place: number, seen: number, holds: boolean) => ({
    place,
    seen,
    holds,
    step: 'homeCheck',
    item: 'hasWater',
    hasProof: true,
  });
  const answers = [answer(3, 4, true), answer(1, 2, true), answer(2, 4, false)];

  const standing = standingAnswers(answers, { step: 'homeCheck', from: 3, until: null });
  const before = standingAnswers(answers, { step: 'homeCheck', from: 0, until: 3 });

  expect(standing.get('hasWater')?.place).toBe(3);
  expect(before.get('hasWater')?.place).toBe(1);
  expect(standingAnswers(answers, { step: 'notice', from: 0, until: null }).size).toBe(0);
});

test('[GS-65] the incidence is of those with rural registration, and unknown without their number', () => {
  expect(incidenceOf(30, 1000)).toBe(3);
  expect(incidenceOf(30, null)).toBeNull();
  expect(incidenceOf(0, 0)).toBeNull();
});
