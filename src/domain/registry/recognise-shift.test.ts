import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Geometry } from './area-boundary.ts';
import { gcjToWgs, wgsToGcj } from './area-position.ts';
import { recogniseShift, systemSaid } from './recognise-shift.ts';

const squareAt = (west: number, south: number, side = 0.05): Geometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + side, south],
      [west + side, south + side],
      [west, south + side],
      [west, south],
    ],
  ],
});
const moved = (geometry: Geometry, way: typeof wgsToGcj): Geometry => ({
  type: 'Polygon',
  coordinates: (geometry.type === 'Polygon' ? geometry.coordinates : []).map((ring) =>
    ring.map(([longitude = 0, latitude = 0]) => {
      const at = way({ longitude, latitude });
      return [at.longitude, at.latitude];
    }),
  ),
});

describe('positions in GCJ-02 are recognised', () => {
  test('against the outlines that are here, anywhere in the country', () => {
    const anywhere = fc.tuple(
      fc.double({ min: 80, max: 130, noNaN: true }),
      fc.double({ min: 20, max: 48, noNaN: true }),
    );
    fc.assert(
      fc.property(anywhere, ([west, south]) => {
        const known = [{ code: '451226', geometry: squareAt(west, south) }];
        const geometry = moved(squareAt(west, south), wgsToGcj);
        expect(recogniseShift([{ code: '451226', geometry }], known)).toBe('GCJ-02');
        expect(recogniseShift(known, known)).toBe('WGS84');
      }),
    );
  });

  test('moved the other way it is neither, for somebody brought it back twice', () => {
    const known = [{ code: '451226', geometry: squareAt(108, 25) }];
    const back = moved(squareAt(108, 25), gcjToWgs);
    expect(recogniseShift([{ code: '451226', geometry: back }], known)).toBeUndefined();
  });

  test('nothing is said where no area is here already, or where the file is of somewhere else', () => {
    const known = [{ code: '451226100', geometry: squareAt(108, 25) }];
    expect(
      recogniseShift([{ code: '451226202', geometry: squareAt(108, 25) }], known),
    ).toBeUndefined();
    expect(
      recogniseShift([{ code: '451226100', geometry: squareAt(108.2, 25) }], known),
    ).toBeUndefined();
  });

  test('by what the file says of itself', () => {
    expect(systemSaid({ crs: { properties: { name: 'urn:x:GCJ02' } } })).toBe('GCJ-02');
    expect(systemSaid({ name: '乡镇界_火星坐标' })).toBe('GCJ-02');
    expect(
      systemSaid({ crs: { properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } } }),
    ).toBeUndefined();
    expect(systemSaid(null)).toBeUndefined();
  });
});
