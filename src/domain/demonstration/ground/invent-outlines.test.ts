import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Boundary, type Ring, readBoundaries } from '#domain/registry/area-boundary.ts';
import { inventHeights } from './invent-heights.ts';
import { type GroundPlan, inventOutlines } from './invent-outlines.ts';

const township = fc.record({
  column: fc.integer({ min: 0, max: 3 }),
  row: fc.integer({ min: 0, max: 4 }),
  villages: fc.integer({ min: 0, max: 9 }),
});
/** A county of a few townships, each on its own tile and beside another, as counties are. */
const plans = fc
  .tuple(
    fc.string({ minLength: 1, maxLength: 6 }),
    fc.uniqueArray(township, {
      minLength: 1,
      maxLength: 6,
      selector: ({ column, row }) => `${column} ${row}`,
    }),
  )
  .map(
    ([seed, townships]): GroundPlan => ({
      seed,
      townships: townships.map(({ column, row, villages }, at) => {
        const code = `451226${100 + at}`;
        const own = Array.from({ length: villages }, (_, each) => `${code}${200 + each}`);
        return { code, column, row, villages: own };
      }),
    }),
  );

const huanjiang: GroundPlan = {
  seed: '451226',
  townships: [
    [1, 0, 12],
    [2, 0, 13],
    [0, 1, 17],
    [1, 1, 16],
    [2, 1, 11],
    [0, 2, 7],
  ].map(([column = 0, row = 0, villages = 0], at) => ({
    code: `451226${100 + at}`,
    column,
    row,
    villages: Array.from({ length: villages }, (_, each) => `451226${100 + at}${200 + each}`),
  })),
};

const ringsOf = ({ geometry }: Boundary): readonly Ring[] =>
  geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
const edgesOf = (boundary: Boundary) =>
  ringsOf(boundary).flatMap((ring) =>
    ring.slice(1).map((to, at) => [String(ring[at]), String(to)] as const),
  );
const areaOf = (boundary: Boundary) =>
  ringsOf(boundary).reduce(
    (sum, ring) =>
      sum +
      ring.slice(1).reduce((all, [x = 0, y = 0], at) => {
        const [x0 = 0, y0 = 0] = ring[at] ?? [];
        return all + (x0 * y - x * y0) / 2;
      }, 0),
    0,
  );
const isTownship = ({ code }: Boundary) => code.length === 9;

describe('an invented ground', () => {
  test('gives every township and village one outline, and no two of a level share ground', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const outlines = inventOutlines(plan);
        const wanted = plan.townships.flatMap(({ code, villages }) => [code, ...villages]);
        expect(outlines.map(({ code }) => code).sort()).toEqual(wanted.sort());
        for (const level of [
          outlines.filter(isTownship),
          outlines.filter((one) => !isTownship(one)),
        ]) {
          const edges = level.flatMap(edgesOf).map(([from, to]) => `${from} ${to}`);
          // A border is walked once from each side; walked twice from one, two places overlap.
          expect(new Set(edges).size).toBe(edges.length);
          for (const one of level) expect(areaOf(one)).toBeGreaterThan(0);
        }
      }),
      { numRuns: 25 },
    );
  });

  test('the villages of a township fill it and nothing else', () => {
    const outlines = inventOutlines(huanjiang);
    for (const one of outlines.filter(isTownship)) {
      const villages = outlines.filter(
        ({ code }) => code.length === 12 && code.startsWith(one.code),
      );
      const sum = villages.reduce((all, village) => all + areaOf(village), 0);
      expect(sum).toBeCloseTo(areaOf(one), 6);
    }
  });

  test('is read by the same door as outlines a county loads, and is the same on every machine', () => {
    const outlines = inventOutlines(huanjiang);
    const document = {
      type: 'FeatureCollection',
      features: outlines.map(({ code, geometry }) => ({
        type: 'Feature',
        properties: { code },
        geometry,
      })),
    };
    const reading = readBoundaries(document, {
      codeProperty: undefined,
      coordinates: 'WGS84',
      isKnown: () => true,
    });
    expect(reading.problems).toEqual([]);
    expect(reading.boundaries).toHaveLength(outlines.length);
    expect(inventOutlines(huanjiang)).toEqual(outlines);
    expect(inventOutlines({ ...huanjiang, seed: 'other' })).not.toEqual(outlines);
  });

  test('a township with more villages is larger', () => {
    const outlines = inventOutlines(huanjiang);
    const area = (code: string) => areaOf(outlines.find((one) => one.code === code) as Boundary);
    expect(area('451226102')).toBeGreaterThan(1.6 * area('451226105'));
  });

  test('hills lie under the whole of it, between a valley and a mountain', () => {
    const { wide, high, metres, northWest, step } = inventHeights(huanjiang);
    const [least, most] = [
      Math.min(...metres.slice(0, 50_000)),
      metres.reduce((a, b) => Math.max(a, b), 0),
    ];
    expect(metres).toHaveLength(wide * high);
    expect(least).toBeGreaterThan(50);
    expect(most - least).toBeGreaterThan(400);
    expect(most).toBeLessThan(2000);
    for (const [longitude = 0, latitude = 0] of inventOutlines(huanjiang).flatMap(ringsOf).flat()) {
      expect(longitude).toBeGreaterThan(northWest.longitude);
      expect(longitude).toBeLessThan(northWest.longitude + wide * step.longitude);
      expect(latitude).toBeLessThan(northWest.latitude);
      expect(latitude).toBeGreaterThan(northWest.latitude - high * step.latitude);
    }
  });
});
