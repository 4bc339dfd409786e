import { describe, expect, test } from 'vitest';
import { readBoundaries } from '#domain/registry/area-boundary.ts';
import { gcjToWgs, wgsToGcj } from '#domain/registry/area-position.ts';

const square = [
  [108.1, 24.8],
  [108.2, 24.8],
  [108.2, 24.9],
  [108.1, 24.8],
];
const request = {
  codeProperty: undefined,
  coordinates: 'WGS84' as const,
  isKnown: (code: string) => code.startsWith('990101'),
};
const polygon = (coordinates: unknown) => ({ type: 'Polygon', coordinates });
const feature = (code: string, geometry: unknown = polygon([square])) => ({
  type: 'Feature',
  properties: { adcode: code },
  geometry,
});
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });

describe('outlines a county loads', () => {
  test('polygons with a code of the county are taken, the usual code property being found', () => {
    const { boundaries, problems } = readBoundaries(collection(feature('990101001')), request);

    expect(problems).toEqual([]);
    expect(boundaries).toEqual([
      { code: '990101001', geometry: { type: 'Polygon', coordinates: [square] } },
    ]);
  });

  test.each([
    ['a code of another county', feature('110101'), /no present area/],
    ['a point', feature('990101001', { type: 'Point', coordinates: [108, 24] }), /no Polygon/],
    ['an open ring', feature('990101001', polygon([square.slice(0, 3)])), /not closed/],
    ['no geometry', feature('990101001', null), /no Polygon/],
    [
      'latitude before longitude',
      feature('990101001', polygon([square.map(([x, y]) => [y, x])])),
      /exchanged/,
    ],
    [
      'projected metres',
      feature('990101001', polygon([square.map(([x = 0, y = 0]) => [x * 1e5, y * 1e5])])),
      /outside China/,
    ],
    ['a text as coordinate', feature('990101001', polygon([[['a', 'b']]])), /no Polygon/],
  ])('%s is left out with its number and the reason', (_title, wrong, reason) => {
    const { boundaries, problems } = readBoundaries(collection(feature('990101002'), wrong), {
      ...request,
      codeProperty: 'adcode',
    });

    expect(boundaries.map((boundary) => boundary.code)).toEqual(['990101002']);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.feature).toBe(2);
    expect(problems[0]?.message.en).toMatch(reason);
  });

  test.each([
    ['a list', [], /no GeoJSON/],
    ['nothing', null, /no GeoJSON/],
    ['a lone feature', feature('990101001'), /no GeoJSON/],
    ['features without any code', collection({ type: 'Feature', properties: {} }), /No property/],
  ])('%s is refused as a whole', (_title, document, reason) => {
    const reading = readBoundaries(document, request);

    expect(reading.boundaries).toEqual([]);
    expect(reading.problems[0]?.message.en).toMatch(reason);
  });

  test('one code in two features is taken once and said', () => {
    const reading = readBoundaries(collection(feature('990101001'), feature('990101001')), request);

    expect(reading.boundaries).toHaveLength(1);
    expect(reading.problems[0]?.message.en).toMatch(/stands twice/);
  });

  test('positions declared as GCJ-02 come back to WGS84 within a metre', () => {
    const there = { longitude: 108.258, latitude: 24.826 };
    const shifted = wgsToGcj(there);
    const back = gcjToWgs(shifted);

    expect(Math.abs(shifted.longitude - there.longitude)).toBeGreaterThan(0.001);
    expect(back.longitude).toBeCloseTo(there.longitude, 7);
    expect(back.latitude).toBeCloseTo(there.latitude, 7);
  });
});
