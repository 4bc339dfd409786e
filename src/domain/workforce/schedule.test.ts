import { expect, test } from 'vitest';
import { scheduleCell } from './schedule.ts';

const village = '451226202202';
const post = { set: 'forces', post: 'firstSecretaries', least: 1 };
const holder = { area: village, set: 'forces', post: 'firstSecretaries', name: '林某' };

test.each([
  [[holder], ['林某'], 0],
  [[{ ...holder, area: '451226202' }], ['林某'], 0],
  [[{ ...holder, area: '451226202206' }], [], 1],
  [[{ ...holder, area: '451226' }], [], 1],
  [[{ ...holder, post: 'squadLeads' }], [], 1],
  [[{ ...holder, set: 'villageTeams' }], [], 1],
  [[], [], 1],
])('[HJ-79] of %o a village has %o, and %i missing', (held, names, missing) => {
  const cell = scheduleCell(village, post, held);

  expect(cell.holders.map(({ name }) => name)).toEqual(names);
  expect(cell.missing).toBe(missing);
});
