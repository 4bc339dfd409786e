import { expect, test } from 'vitest';
import { drawnPicture } from './picture.ts';
import { randomOf } from './random.ts';

const draw = (kind: string, isDone: boolean, seed = 'one') =>
  drawnPicture({ kind, isDone }, randomOf(seed));

test('a drawn picture shows its kind and how far the work is, always the same for the same seed', () => {
  const kinds = ['ROAD', 'WATER', 'CROPS', 'SERICULTURE', 'LIVESTOCK', 'HOUSE', 'PUBLIC'];
  const drawn = kinds.flatMap((kind) => [draw(kind, true), draw(kind, false)]);

  expect(new Set(drawn).size).toBe(drawn.length);
  expect(draw('ROAD', true)).toBe(draw('ROAD', true));
  expect(draw('ROAD', true, 'other')).not.toBe(draw('ROAD', true));
  for (const svg of drawn) expect(svg).toMatch(/^<svg .*<\/svg>$/);
  expect(drawn.join('')).not.toMatch(/NaN|undefined/);
});
