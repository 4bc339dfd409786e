import { expect, test } from 'vitest';
import type { Layer } from '#contract/insight-layers.ts';
import { positionAt, spotOf } from '#domain/insight/layers/tile-grid.ts';
import { wgsToGcj } from '#domain/registry/area-position.ts';
import { seenTiles } from './tile-images.tsx';

const layer: Layer = {
  id: '06e29a00-0000-8000-9000-000000000009',
  area: '451226',
  title: '航片',
  kind: 'imagery',
  form: 'pmtiles',
  source: '县自然资源局',
  takenOn: null,
  isShifted: false,
  bounds: [108, 25, 108.5, 25.5],
  minZoom: 8,
  maxZoom: 16,
  tiles: 100,
  bytes: 1,
  isCoarser: false,
  address: null,
  state: 'ready',
  job: null,
  by: '陈国强',
  at: '2016-09-30T00:00:00.000Z',
};
const corner = spotOf({ longitude: 108, latitude: 25.5 });
const ground = {
  ...corner,
  scale: 900 / (spotOf({ longitude: 108.5, latitude: 25 }).x - corner.x),
};
const screen = { width: 900, height: 900 };

test('the zoom follows the screen, and only tiles that are seen are asked for', () => {
  const whole = seenTiles(layer, { ground, view: { scale: 1, x: 0, y: 0 }, screen });
  expect(new Set(whole.map(({ z }) => z))).toEqual(new Set([11]));
  expect(whole.length).toBeGreaterThan(8);

  const near = seenTiles(layer, { ground, view: { scale: 16, x: -4000, y: -4000 }, screen });
  expect(new Set(near.map(({ z }) => z))).toEqual(new Set([15]));
  expect(near.length).toBeLessThan(40);
  const deep = seenTiles(layer, { ground, view: { scale: 64, x: -20_000, y: -20_000 }, screen });
  expect(deep[0]?.z).toBe(16);
});

test('of a picture in GCJ-02 the tiles are asked for where GCJ-02 has the ground', () => {
  const view = { scale: 64, x: -20_000, y: -20_000 };
  const [first] = seenTiles({ ...layer, isShifted: true }, { ground, view, screen });
  const there = {
    x: ground.x + 20_000 / 64 / ground.scale,
    y: ground.y + 20_000 / 64 / ground.scale,
  };
  const shifted = spotOf(wgsToGcj(positionAt(there)));
  expect(first).toEqual({
    z: 16,
    x: Math.floor(shifted.x * 2 ** 16),
    y: Math.floor(shifted.y * 2 ** 16),
  });
});
