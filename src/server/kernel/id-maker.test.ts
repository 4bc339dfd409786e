import { expect, test } from 'vitest';
import { countyOfId, parseId } from '#domain/kernel/id.ts';
import { idMaker } from './id-maker.ts';

const county = 451226;

test('ids stand in the order in which they were made, also within one instant', () => {
  const newId = idMaker(() => 1_475_193_600_000);

  const ids = Array.from({ length: 20_000 }, () => newId(county));

  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => parseId(id) === id && countyOfId(id) === county)).toBe(true);
});

test('ids go on upwards when the clock is set back', () => {
  const clock = [1_475_193_600_009, 1_475_193_600_009, 1_475_193_600_000, 1_475_193_600_010];
  const newId = idMaker(() => clock.shift() ?? 0);

  const ids = Array.from({ length: 4 }, () => newId(county));

  expect(ids.toSorted()).toEqual(ids);
});

test('two makers of one instant begin apart', () => {
  const makers = Array.from({ length: 1000 }, () => idMaker(() => 1_475_193_600_000));

  expect(new Set(makers.map((newId) => newId(county))).size).toBe(1000);
});
