import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showPage } from '#web/shell/shown-page.tsx';

const id = '7b2c0000-0000-4000-8000-000000000001';
const path = `/api/targeting/runs/${id}`;

const run = {
  id,
  areaCode: '451226',
  areaName: '环江毛南族自治县',
  pack: { id: 'tea-club', version: '3', title: { zh: '喝茶会', en: 'Tea club' } },
  sheet: 'thirst',
  asOf: '2016-09-30',
  state: 'done',
  job: null,
  cutOff: 60,
  scored: 30,
  undetermined: 1,
  vetoed: 2,
  startedAt: '2016-09-30T00:00:00Z',
  finishedAt: '2016-09-30T00:00:01Z',
  distribution: [
    { points: 58, households: 10 },
    { points: 61, households: 20 },
  ],
  within: 10,
  beyond: 20,
  nearMisses: 5,
  vetoes: [{ id: 'car', title: { zh: '有车', en: 'Owns a car' }, households: 2 }],
};

function aRank(household: string, total: number, given: object = {}) {
  return {
    household,
    householdNo: '4512261002000001',
    headName: `户${household}`,
    areaCode: '451226100200',
    areaName: '思恩镇叠岭村',
    members: 3,
    stage: 'SURVEYED',
    total,
    vetoes: [],
    undetermined: false,
    distance: total - 60,
    ...given,
  };
}

const answers = {
  [`GET ${path}`]: run,
  [`GET ${path}/ranks`]: {
    items: [aRank('a', 59), aRank('b', 60), aRank('c', 61, { vetoes: ['car'] })],
    next: null,
  },
};

test('the finding says how many are within, and how many just missed it', async () => {
  await showPage(`/runs/${id}`, { answers });

  expect(
    await screen.findByText('30 户有分，10 户在 60 分及以下，差 5 分以内没列入的 5 户。'),
  ).toBeDefined();
});

test('the list opens just beyond the line, nearest first', async () => {
  const page = await showPage(`/runs/${id}`, { answers });
  await screen.findByText('户a');

  const asked = page.asked.find(({ address }) => address === `GET ${path}/ranks`);

  expect(asked?.query.get('side')).toBe('beyond');
  // As far as the count beside it reaches.
  expect(asked?.query.get('within')).toBe('5');
});

test('under a list that goes on stands how many it holds in all', async () => {
  const begun = { items: [aRank('c', 61)], next: 'further' };
  await showPage(`/runs/${id}`, { answers: { ...answers, [`GET ${path}/ranks`]: begun } });

  expect(await screen.findByText('已列出 1 户，共 5 户')).toBeDefined();
});

test('a list that crosses the line is ruled where it does, after the households on it', async () => {
  await showPage(`/runs/${id}?list=near`, { answers });
  await screen.findByText('户a');

  const rows = screen.getAllByRole('row').map((row) => row.textContent ?? '');
  const ruled = rows.findIndex((row) => row.startsWith('分数线 60 分'));

  expect(rows[ruled - 1]).toContain('户b');
  expect(rows[ruled - 1]).toContain('在线上');
  expect(rows[ruled + 1]).toContain('户c');
  expect(rows[ruled + 1]).toContain('否决：有车');
});

test('the drawing says in words what it shows', async () => {
  await showPage(`/runs/${id}`, { answers });

  const drawing = await screen.findByRole('img', { name: /^得分从 58 到 65 分/ });

  expect(drawing.getAttribute('aria-label')).toContain('分数线 60 分，线内 10 户，线外 20 户');
});
