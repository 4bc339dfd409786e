import { expect, test } from 'vitest';
import type { Trail, TrailJoint } from '#contract/funds-trail.ts';
import { columnsOf, placed, ribbonsOf } from './trail-cards.ts';

const account = (id: string, source = 'county'): NonNullable<TrailJoint['to']> => ({
  id,
  kind: 'allocated',
  source,
  sourceTitle: { zh: '县财政', en: 'County' },
  purpose: 'INDUSTRY',
  purposeTitle: { zh: '产业', en: 'Industry' },
  area: { code: '451226', name: '环江' },
  holder: '',
  project: null,
  household: null,
  householdName: null,
});

const joint = (key: string, level: number, amount: number): TrailJoint => ({
  key,
  level,
  entry: key,
  kind: 'allocate',
  on: '2016-03-01',
  document: '文1',
  memo: '',
  amount,
  whole: amount,
  from: account('a'),
  to: account('b'),
  author: null,
  approvers: [],
  payments: null,
  hidden: false,
});

const trail: Trail = {
  entry: 'here',
  amount: 100,
  takenBack: false,
  joints: [joint('before', -1, 100), joint('here', 0, 100), joint('after', 1, 60)],
  links: [
    { from: 'before', to: 'here', amount: 100 },
    { from: 'here', to: 'after', amount: 60 },
  ],
  origins: [{ source: 'county', title: { zh: '县财政', en: 'County' }, amount: 100 }],
  left: [{ joint: 'here', account: account('b'), amount: 40 }],
  received: { amount: 60, payments: 1 },
  cut: false,
};

test('money goes from left to right: where it began, each joint, what is left beside where it went', () => {
  const columns = columnsOf(trail);
  expect(columns.map((column) => column.map(({ is, key }) => `${is} ${key}`))).toEqual([
    ['origin from county'],
    ['joint before'],
    ['joint here'],
    ['joint after', 'left left here b'],
  ]);
});

test('every joint has a ribbon to it and from it, none has two, and no card lies on another', () => {
  const { cards } = placed(columnsOf(trail));
  const ribbons = ribbonsOf(trail, cards);
  expect(ribbons.map(({ key }) => key)).toEqual([
    'from county before',
    'before here',
    'here after',
    'here left here b',
  ]);
  const spots = new Set(cards.map(({ x, y }) => `${x} ${y}`));
  expect(spots.size).toBe(cards.length);
});
