import { expect, test } from 'vitest';
import { spotOf } from '#domain/insight/layers/tile-grid.ts';
import { isInside, placeInOutlines, spreadWithin } from './map-layout.ts';
import { onSheet, outlinePaths } from './outline-paths.ts';

const ring: [number, number][] = [
  [108, 25],
  [108.4, 25],
  [108.4, 25.1],
  [108.1, 25.1],
  [108.1, 25.4],
  [108, 25.4],
  [108, 25],
];
const outlines = {
  type: 'FeatureCollection' as const,
  features: [
    {
      type: 'Feature' as const,
      properties: { code: '451226202', name: '下南乡', source: '县自然资源局' },
      geometry: { type: 'Polygon' as const, coordinates: [ring] },
    },
  ],
};

test('a household stands within the outline of its part, always in the same place', () => {
  const paths = outlinePaths(outlines);
  const shape = paths?.shapes.get('451226202');
  if (paths === undefined || shape === undefined) throw new Error('no outline');
  const points = Array.from({ length: 200 }, (_, at) => [0, 0, 0, 0, 0, `id-${at}`] as const);
  const shown = {
    placement: 'schematic' as const,
    villages: [{ code: '451226202202', name: '仪凤村', part: '451226202' }],
    keys: { stage: [], cause: [], measure: [], band: [] },
    points: points.map((one) => [...one] as [number, number, number, number, number, string]),
    capped: false,
  };
  const placed = placeInOutlines(paths, shown);
  expect(placed).toHaveLength(200);
  expect(placed.every((spot) => isInside(shape, spot))).toBe(true);
  expect(placeInOutlines(paths, shown)).toEqual(placed);

  const names = Array.from({ length: 12 }, (_, at) => `4512262022${at}`);
  const spread = [...spreadWithin(shape, names).values()];
  expect(spread.every((spot) => isInside(shape, spot))).toBe(true);
  const apart = spread.flatMap((one, at) =>
    spread.slice(at + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y)),
  );
  expect(Math.min(...apart)).toBeGreaterThan(40);
});

test('outlines and pictures of the ground lie on one another: a corner is where its tile has it', () => {
  const paths = outlinePaths(outlines);
  if (paths === undefined) throw new Error('no outline');
  const corner = onSheet(paths.ground, spotOf({ longitude: 108, latitude: 25.4 }));
  expect([corner.x, corner.y]).toEqual([expect.closeTo(0, 6), expect.closeTo(0, 6)]);
  const other = onSheet(paths.ground, spotOf({ longitude: 108.4, latitude: 25 }));
  expect([other.x, other.y]).toEqual([
    expect.closeTo(paths.width, 6),
    expect.closeTo(paths.height, 6),
  ]);
});
