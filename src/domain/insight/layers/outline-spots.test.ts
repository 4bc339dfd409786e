import { expect, test } from 'vitest';
import type { Geometry } from '#domain/registry/area-boundary.ts';
import { boundsOfOutlines, middleOfOutline } from './outline-spots.ts';

const square = (west: number, south: number, side: number) => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];
const islands: Geometry = {
  type: 'MultiPolygon',
  coordinates: [[square(108, 25, 0.1)], [square(108.5, 25, 0.4)]],
};

test('outlines lie within their bounds together, and none have none', () => {
  expect(boundsOfOutlines([islands])).toEqual([108, 25, 108.9, 25.4]);
  expect(boundsOfOutlines([])).toBeUndefined();
});

test('the middle is that of the largest part, by its area and not by its corners', () => {
  expect(middleOfOutline(islands)?.longitude).toBeCloseTo(108.7, 9);
  expect(middleOfOutline(islands)?.latitude).toBeCloseTo(25.2, 9);
  const leaning: Geometry = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [3, 0],
        [0, 3],
        [0, 2.9],
        [0, 2.8],
        [0, 2.7],
        [0, 0],
      ],
    ],
  };
  expect(middleOfOutline(leaning)).toMatchObject({
    longitude: expect.closeTo(1, 9),
    latitude: expect.closeTo(1, 9),
  });
});
