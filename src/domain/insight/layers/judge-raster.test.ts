import { describe, expect, test } from 'vitest';
import { kindOfRaster, problemOfBounds, problemOfRaster, type RasterHead } from './judge-raster.ts';
import { projectionOf } from './projection.ts';

const picture: RasterHead = {
  name: '航片.tif',
  wide: 2000,
  high: 2000,
  bands: 3,
  bits: 8,
  sampleFormat: 1,
  place: { west: 500_000, north: 2_800_000, dx: 0.5, dy: 0.5 },
  epsg: 4545,
};
const code = (change: Partial<RasterHead>) => problemOfRaster({ ...picture, ...change })?.kind.code;

describe('what a raster file is good for', () => {
  test('eight bits are imagery, one band of heights is terrain, anything else is neither', () => {
    expect(kindOfRaster(picture)).toBe('imagery');
    expect(kindOfRaster({ ...picture, bands: 1, bits: 16, sampleFormat: 2 })).toBe('terrain');
    expect(kindOfRaster({ ...picture, bands: 1, bits: 32, sampleFormat: 3 })).toBe('terrain');
    expect(kindOfRaster({ ...picture, bits: 16 })).toBeUndefined();
    expect(kindOfRaster({ ...picture, bands: 8 })).toBeUndefined();
  });

  test('without a place, turned, or in a system whose way to WGS84 is not public it is refused', () => {
    expect(code({})).toBeUndefined();
    expect(code({ place: 'none' })).toBe('insight/layer-unplaced');
    expect(code({ epsg: undefined })).toBe('insight/layer-unplaced');
    expect(code({ place: 'turned' })).toBe('insight/layer-turned');
    // Beijing 1954, three-degree zone of 108 E.
    expect(code({ epsg: 2433 })).toBe('insight/layer-projection-unknown');
    expect(code({ bits: 16 })).toBe('insight/layer-no-picture');
  });

  test('outside the county it is refused with where it lies; without outlines the country is the border', () => {
    const county = [107.85, 24.72, 108.72, 25.56] as const;
    expect(problemOfBounds('甲', [108, 25, 108.1, 25.1], county)).toBeUndefined();
    const beijing = problemOfBounds('甲', [116, 39, 117, 40], county);
    expect(beijing).toMatchObject({
      kind: { code: 'insight/layer-outside' },
      facts: { west: 116 },
    });
    expect(problemOfBounds('甲', [116, 39, 117, 40], undefined)).toBeUndefined();
    expect(problemOfBounds('甲', [-1, 51, 0, 52], undefined)).toBeDefined();
    expect(problemOfBounds('甲', [Number.NaN, 25, 108, 26], undefined)).toBeDefined();
  });
});

test('every zone of CGCS2000 is known by its number, with and without it in the easting', () => {
  expect(projectionOf(4545)?.text).toContain('+lon_0=108 +k=1 +x_0=500000 ');
  expect(projectionOf(4524)?.text).toContain('+lon_0=108 +k=1 +x_0=36500000 ');
  expect(projectionOf(4497)?.text).toContain('+lon_0=111 +k=1 +x_0=19500000 ');
  expect(projectionOf(4508)?.text).toContain('+lon_0=111 +k=1 +x_0=500000 ');
  expect(projectionOf(4490)?.isDegrees).toBe(true);
  expect(projectionOf(32649)?.text).toContain('+zone=49');
  expect([4214, 2433, 4610, 0].map(projectionOf)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
