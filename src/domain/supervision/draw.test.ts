import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chiSquareTail } from '#tests/fixtures/chi-square.ts';
import { allot, drawFrom, type FrameHousehold } from './draw-households.ts';
import { type DrawPlan, planIsSound, stagesOf } from './draw-plan.ts';
import { pickUnits, type Unit, wholeOf } from './draw-units.ts';
import { digestOf } from './hash-order.ts';

const seeds = (count: number, of: string) =>
  Array.from({ length: count }, (_, at) => digestOf(`${of} ${at}`));

/** Households of some villages of one township, hamlet by hamlet. */
function frameOf(sizes: readonly (readonly number[])[]): readonly FrameHousehold[] {
  return sizes.flatMap((hamlets, village) =>
    hamlets.flatMap((households, hamlet) =>
      Array.from({ length: households }, (_, at) => ({
        area: `4512262${String(village + 1).padStart(5, '0')}${String(hamlet + 1).padStart(3, '0')}`,
        no: `${village}-${hamlet}-${at}`,
      })),
    ),
  );
}

const simple = (total: number): DrawPlan => ({
  area: '451226',
  population: 'all',
  stages: [{ unit: 'household', take: { total }, how: 'random' }],
});

describe('a draw', () => {
  test('the same seed, plan and frame give the same households, in whatever order the frame comes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.string(),
        fc.integer({ min: 1, max: 20 }),
        (sizes, seed, total) => {
          const frame = frameOf(sizes);
          const drawn = drawFrom(simple(total), seed, frame);

          expect(drawFrom(simple(total), seed, [...frame].reverse())).toEqual(drawn);
          expect(drawn).toHaveLength(Math.min(total, frame.length));
          expect(new Set(drawn.map(({ no }) => no)).size).toBe(drawn.length);
        },
      ),
    );
  });

  test('over many seeds every household has the same chance: chi-square finds nothing', () => {
    const frame = frameOf([
      [10, 5],
      [15, 10],
    ]);
    const counts = new Map(frame.map(({ no }) => [no, 0]));
    const rounds = 4000;
    for (const seed of seeds(rounds, 'uniform')) {
      for (const { no } of drawFrom(simple(5), seed, frame))
        counts.set(no, (counts.get(no) ?? 0) + 1);
    }
    const expected = (rounds * 5) / frame.length;

    const statistic = [...counts.values()].reduce(
      (sum, count) => sum + (count - expected) ** 2 / expected,
      0,
    );

    // Drawn without replacement the spread is smaller by the share left over: the test is corrected for it.
    const corrected = statistic / (1 - 5 / frame.length);
    expect(chiSquareTail(corrected, frame.length - 1)).toBeGreaterThan(0.001);
    expect(chiSquareTail(corrected, frame.length - 1)).toBeLessThan(0.999);
  });

  test('pairs are as likely as chance makes them: being drawn says nothing about the neighbour', () => {
    const frame = frameOf([[6]]);
    const rounds = 6000;
    const pairs = new Map<string, number>();
    for (const seed of seeds(rounds, 'pairs')) {
      const key = drawFrom(simple(2), seed, frame)
        .map(({ no }) => no)
        .sort()
        .join();
      pairs.set(key, (pairs.get(key) ?? 0) + 1);
    }

    expect(pairs.size).toBe(15);
    const expected = rounds / 15;
    const statistic = [...pairs.values()].reduce(
      (sum, n) => sum + (n - expected) ** 2 / expected,
      0,
    );
    expect(chiSquareTail(statistic, 14)).toBeGreaterThan(0.001);
  });

  test('with chances in proportion to households, each village comes up as often as it is large', () => {
    const units: Unit[] = [30, 60, 90, 120, 300].map((households, at) => ({
      code: `45122610020${at}`,
      households,
    }));
    const stage = { unit: 'village', take: { count: 2 }, how: 'proportional' } as const;
    const whole = wholeOf('451226100', 600);
    const rounds = 5000;
    const counts = new Map<string, number>();
    const chances = new Map<string, number>();
    for (const seed of seeds(rounds, 'size')) {
      const picked = pickUnits(stage, [whole], { units, seed });
      expect(picked).toHaveLength(2);
      for (const { code, probability } of picked) {
        counts.set(code, (counts.get(code) ?? 0) + 1);
        chances.set(code, probability);
      }
    }

    // The largest is as large as a step: it is taken for certain, the others share the second place.
    expect(counts.get('451226100204')).toBe(rounds);
    expect(chances.get('451226100204')).toBe(1);
    for (const [at, share] of [30, 60, 90, 120].map((n, i) => [i, n / 300] as const)) {
      const code = `45122610020${at}`;
      expect(chances.get(code)).toBeCloseTo(share, 10);
      expect(Math.abs((counts.get(code) ?? 0) / rounds - share)).toBeLessThan(0.03);
    }
  });

  test('sums of weights estimate the frame: over seeds their mean is its size', () => {
    const frame = frameOf([[10, 20], [5], [30, 2, 3], [12]]);
    const plan: DrawPlan = {
      area: '451226',
      population: 'all',
      stages: [
        { unit: 'village', take: { count: 2 }, how: 'random' },
        { unit: 'hamlet', take: { count: 1 }, how: 'random' },
        { unit: 'household', take: { count: 3 }, how: 'random' },
      ],
    };
    const totals = seeds(3000, 'weights').map((seed) =>
      drawFrom(plan, seed, frame).reduce((sum, { probability }) => sum + 1 / probability, 0),
    );

    const mean = totals.reduce((sum, total) => sum + total, 0) / totals.length;
    expect(Math.abs(mean - frame.length) / frame.length).toBeLessThan(0.05);
  });

  test('a total is shared out by size to the last household', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 800 }),
        (sizes, total) => {
          const picked = sizes.map((households, at) =>
            wholeOf(`4512261${String(at).padStart(2, '0')}`, households),
          );
          const all = sizes.reduce((sum, size) => sum + size, 0);
          const takes = allot(simple(total), picked);

          expect(takes.reduce((sum, { take }) => sum + take, 0)).toBe(Math.min(total, all));
          expect(takes.every(({ take, households }) => take <= households)).toBe(true);
        },
      ),
    );
  });

  test('neighbours are next to each other in the order of codes, and each pair is as likely', () => {
    const units: Unit[] = [1, 2, 3, 4].map((at) => ({
      code: `45122620220200${at}`,
      households: 9,
    }));
    const stage = { unit: 'hamlet', take: { count: 2 }, how: 'adjacent' } as const;
    const pairs = new Map<string, number>();
    for (const seed of seeds(2000, 'ring')) {
      const picked = pickUnits(stage, [wholeOf('451226202202', 36)], { units, seed });
      const key = picked.map(({ code }) => code.at(-1)).join('');
      pairs.set(key, (pairs.get(key) ?? 0) + 1);
    }

    expect([...pairs.keys()].sort()).toEqual(['12', '14', '23', '34']);
    expect([...pairs.values()].every((count) => Math.abs(count - 500) < 90)).toBe(true);
  });
});

describe('a plan', () => {
  const design = {
    id: 'x',
    title: { zh: '甲', en: 'A' },
    corrects: { zh: '乙', en: 'B' },
    by: ['T'],
    compares: 'independentScores',
    verified: true,
    requirements: [],
    stages: [
      { unit: 'township', take: { least: 4, most: 4 }, how: 'assigned', text: { zh: '', en: '' } },
      { unit: 'village', take: { share: 0.5 }, how: 'random', text: { zh: '', en: '' } },
      { unit: 'hamlet', take: { least: 3, most: 4 }, how: 'random', text: { zh: '', en: '' } },
      { unit: 'household', take: { least: 3, most: 4 }, how: 'random', text: { zh: '', en: '' } },
    ],
  } as const;

  test('[HJ-64] four stages, half of the villages rounded up, three to four hamlets and households', () => {
    const chosen = ['451226100', '451226101'];
    const { stages, problems } = stagesOf(design as never, { chosen, sizes: [null, null, 3, 4] });

    expect(problems).toEqual([]);
    expect(stages.map(({ how }) => how)).toEqual(['chosen', 'random', 'random', 'random']);
    const frame = frameOf(Array.from({ length: 5 }, () => [6, 6, 6, 6, 6]));
    const plan: DrawPlan = { area: '4512262', population: 'all', stages: stages.slice(1) };
    const drawn = drawFrom({ ...plan, area: '451226' }, 'seed', frame);
    const villages = new Set(drawn.map(({ area }) => area.slice(0, 12)));
    expect(villages.size).toBe(3);
    expect(drawn).toHaveLength(3 * 3 * 4);
  });

  test('a size outside what the design allows is named', () => {
    const { problems } = stagesOf(design as never, {
      chosen: ['451226100'],
      sizes: [null, null, 5, 4],
    });

    expect(problems).toEqual([{ unit: 'hamlet', least: 3, most: 4, given: 5 }]);
  });

  test.each([
    [
      'households first',
      [
        { unit: 'household', take: { count: 3 }, how: 'random' },
        { unit: 'village', take: { count: 1 }, how: 'random' },
      ],
    ],
    ['no household', [{ unit: 'village', take: { count: 3 }, how: 'random' }]],
    [
      'small before large',
      [
        { unit: 'village', take: { count: 1 }, how: 'random' },
        { unit: 'township', take: { count: 1 }, how: 'random' },
        { unit: 'household', take: { count: 1 }, how: 'random' },
      ],
    ],
    [
      'a total of villages',
      [
        { unit: 'village', take: { total: 3 }, how: 'random' },
        { unit: 'household', take: { count: 1 }, how: 'random' },
      ],
    ],
    [
      'a share in proportion',
      [
        { unit: 'village', take: { share: 0.3 }, how: 'proportional' },
        { unit: 'household', take: { count: 1 }, how: 'random' },
      ],
    ],
  ] as const)('%s is no draw', (_, stages) => {
    expect(planIsSound({ area: '451226', population: 'all', stages })).toBe(false);
  });
});
