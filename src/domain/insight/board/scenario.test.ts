import { expect, test } from 'vitest';
import { underScenario } from './scenario.ts';

const village = {
  history: {
    poor: [40, 38, 36, 34, 32, 30, 28, 26],
    underWay: [0, 0, 0, 0, 0, 0, 0, 0],
    exited: [0, 2, 4, 6, 8, 10, 12, 14],
  },
  year: 2017,
};
const today = '2016-09-30';

test('whom a trial brings in is poor from now on, and a village that was in time may be behind', () => {
  const asIs = underScenario(village, { enters: 0, leaves: 0 }, today);
  expect(asIs).toMatchObject({ state: 'on-time', forecast: { perMonth: 2, done: 13 } });
  const more = underScenario(village, { enters: 10, leaves: 2 }, today);
  expect(more.history.poor.at(-1)).toBe(34);
  expect(more).toMatchObject({ state: 'behind', forecast: { perMonth: 2, done: 17 } });
});

test('a village whose poor a trial would all put out has nobody left, and never fewer than nobody', () => {
  const empty = underScenario(village, { enters: 0, leaves: 90 }, today);
  expect(empty).toMatchObject({ state: 'done', forecast: 'nobody-left' });
  expect(empty.history.poor.at(-1)).toBe(0);
});
