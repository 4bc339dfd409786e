import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Bounds,
  childrenOf,
  countIn,
  metresAPixel,
  planTiles,
  positionAt,
  rangeAt,
  spotOf,
  tileAt,
  tileLimits,
} from './tile-grid.ts';

const county: Bounds = [107.85, 24.72, 108.72, 25.56];

describe('the grid of tiles', () => {
  test('a position goes to the grid and comes back', () => {
    const anywhere = fc.record({
      longitude: fc.double({ min: 73, max: 136, noNaN: true }),
      latitude: fc.double({ min: 3, max: 54, noNaN: true }),
    });
    fc.assert(
      fc.property(anywhere, (position) => {
        const back = positionAt(spotOf(position));
        expect(back.longitude).toBeCloseTo(position.longitude, 9);
        expect(back.latitude).toBeCloseTo(position.latitude, 9);
      }),
    );
  });

  test('the tile of a place is the one every map service gives it', () => {
    // Tian'anmen, zoom 14: 13489/6208 by the formula of the OpenStreetMap wiki.
    const spot = spotOf({ longitude: 116.3974, latitude: 39.9087 });
    expect([Math.floor(spot.x * 2 ** 14), Math.floor(spot.y * 2 ** 14)]).toEqual([13489, 6208]);
  });

  test('four tiles lie below each, and every tile of a range is reached once', () => {
    const range = rangeAt(county, 11);
    const above = rangeAt(county, 10);
    const below = new Set(
      Array.from({ length: countIn(above) }, (_, index) => tileAt(above, index))
        .flatMap(childrenOf)
        .map(({ x, y }) => `${x} ${y}`),
    );
    const tiles = Array.from({ length: countIn(range) }, (_, index) => tileAt(range, index));
    expect(new Set(tiles.map(({ x, y }) => `${x} ${y}`)).size).toBe(tiles.length);
    expect(tiles.every(({ x, y }) => below.has(`${x} ${y}`))).toBe(true);
  });

  test('a picture is cut as fine as it is, and no finer than the limit allows', () => {
    const coarse = planTiles(county, 30);
    expect(metresAPixel(coarse.maxZoom, 25)).toBeLessThan(40);
    expect(coarse.isCoarser).toBe(false);
    expect(countIn(rangeAt(county, coarse.minZoom))).toBeLessThanOrEqual(4);

    const fine = planTiles(county, 0.5);
    expect(fine.isCoarser).toBe(true);
    expect(fine.tiles).toBeLessThanOrEqual(tileLimits.tiles);
  });
});
