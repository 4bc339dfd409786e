import { describe, expect, test } from 'vitest';
import {
  cuts,
  listStages,
  narrowestStep,
  type Part,
  passageOf,
  rampOf,
  registerSteps,
  standingOut,
} from './read-funnel.ts';

function funnel(...counts: number[]) {
  const stages = ['SURVEYED', ...registerSteps];
  return counts.map((households, index) => ({
    stage: stages[index] ?? '',
    households,
    persons: households * 4,
  }));
}

function part(code: string, ...counts: number[]): Part {
  return {
    code,
    name: code,
    level: 'township',
    tile: { column: 0, row: 0 },
    funnel: funnel(...counts),
  };
}

const county = funnel(45_700, 18_434, 8_565, 5_083, 3_688, 1_097);

describe('the funnel as the overview reads it', () => {
  test('those who stay before a step are those of the step before less those who came', () => {
    expect(passageOf(county, 'EXIT_ANNOUNCED')).toEqual({
      reached: 1_097,
      persons: 4_388,
      of: 3_688,
      waiting: 2_591,
    });
  });

  test('the narrowest step is one that somebody else decides, never the application itself', () => {
    expect(narrowestStep(county)).toBe('EXIT_ANNOUNCED');
    expect(narrowestStep(funnel(100, 50, 1, 1, 1, 1))).toBeUndefined();
  });

  test('nobody on the way means no narrow step rather than a division by zero', () => {
    expect(narrowestStep(funnel(0, 0, 0, 0, 0, 0))).toBeUndefined();
  });

  test('two places stand out only when they hold clearly more of those who wait than their share', () => {
    const even = ['a', 'b', 'c', 'd'].map((code) => part(code, 100, 100, 50, 40, 30, 10));
    const uneven = [
      ...even,
      part('e', 100, 100, 50, 40, 30, 0),
      part('f', 100, 100, 50, 40, 30, 0),
    ];

    expect(standingOut(even, 'EXIT_ANNOUNCED')).toBeUndefined();
    expect(standingOut(uneven, 'EXIT_ANNOUNCED')?.parts.map(({ code }) => code)).toEqual([
      'e',
      'f',
    ]);
  });

  test('places without anybody on the way are no places that stand out', () => {
    const empty = ['a', 'b', 'c', 'd', 'e'].map((code) => part(code, 0, 0, 0, 0, 0, 0));
    const one = part('f', 900, 800, 700, 600, 500, 100);

    expect(standingOut([...empty, one], 'EXIT_ANNOUNCED')).toBeUndefined();
  });

  test('a number of the funnel opens the stages it counts', () => {
    expect(listStages('EXIT_STANDARD', 'reached')).toBe('EXIT_STANDARD,EXIT_ANNOUNCED');
    expect(listStages('EXIT_STANDARD', 'waiting')).toBe('EXIT_VERIFIED');
    expect(listStages('LISTED', 'waiting')).toBe('SURVEYED');
  });

  test.each(registerSteps.map((step) => [step] as const))(
    'the cuts of %s rise, and a share on a cut belongs to the darker side',
    (step) => {
      expect([...cuts[step]].sort((one, other) => one - other)).toEqual([...cuts[step]]);
      expect(rampOf(cuts[step][0], step)).toBe(2);
      expect(rampOf(0, step)).toBe(1);
      expect(rampOf(1, step)).toBe(5);
    },
  );
});
