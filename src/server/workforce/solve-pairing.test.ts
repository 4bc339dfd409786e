import { expect, test } from 'vitest';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { solvePairing } from './solve-pairing.ts';

test('[HJ-23] where nobody is left to share out, because all go back to who had them, there is nothing to solve', async () => {
  const solved = await solvePairing({
    helpers: [],
    households: [],
    kin: [],
    quota: undefined,
    today: plainDate('2016-09-30'),
    outlines: [],
  });

  expect(solved).toEqual({ pairs: [], cost: 0, bound: 0, rounds: 0 });
});
