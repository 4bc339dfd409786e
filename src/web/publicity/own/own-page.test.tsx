import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { type Asked, showPage } from '#web/shell/shown-page.tsx';

const id = '06e29a00-0000-8000-9000-00000000000a';
const both = (zh: string, en: string) => ({ zh, en });
const card = {
  id,
  version: 1,
  areaCode: '451226100200',
  path: [{ code: '451226', name: '环江毛南族自治县', level: 'county' }],
  stage: 'LISTED',
  values: { headName: '谭永福', householdNo: '4512261002000001' },
  items: {},
  extras: {},
  groups: [],
  derived: [],
  steps: [],
  members: [],
  former: [],
  incomeYears: [],
  conflicts: [],
  externalIds: [],
  provenance: {},
  latestChange: null,
};
const benefit = {
  id: '06e29a00-0000-8000-9000-00000000000b',
  household: id,
  line: null,
  code: 'CHICKENS',
  title: '鸡苗五十羽',
  year: 2016,
  personName: null,
  deliverer: '县农业局',
  promisedFen: 60_000,
  deliveredFen: 60_000,
  deliveredOn: '2016-08-01',
  state: 'delivered',
  stages: [],
};
const assistance = {
  household: id,
  needed: true,
  causes: { primary: null, others: [] },
  plan: null,
  benefits: [benefit],
  mayAnswer: true,
};
const decisions = [
  ['sheet.assessment', 'sheet', '评分后列入', '得 52 分，低于 60 分，列入。'],
  ['criterion.cup', 'criterion', '一条细则', '有杯子。'],
].map(([key, kind, title, sentence]) => ({
  key,
  kind,
  pack: 'tea-club',
  title: both(title ?? '', title ?? ''),
  question: null,
  outcome: 'within',
  outcomeWords: both('列入', 'within'),
  sentence: both(sentence ?? '', sentence ?? ''),
  verified: true,
}));
const answers = {
  'GET /api/registry/households': { items: [{ id }], next: null },
  [`GET /api/registry/households/${id}`]: card,
  [`GET /api/assistance/households/${id}`]: assistance,
  [`GET /api/targeting/households/${id}/decisions`]: {
    on: '2016-09-30',
    packs: [],
    decided: null,
    items: decisions,
    next: null,
  },
};

test('a household lands on its own page: what it is owed, why, what is recorded, what to do', async () => {
  const page = await showPage('/', { answers, role: 'household', width: 390 });

  await screen.findByRole('heading', { level: 1, name: '谭永福户' });
  expect(page.here()).toBe(`/households/${id}`);
  expect(await screen.findByText('鸡苗五十羽')).toBeTruthy();
  expect(await screen.findByText('得 52 分，低于 60 分，列入。')).toBeTruthy();
  expect(screen.queryByText('有杯子。')).toBeNull();
  expect(await screen.findByRole('heading', { name: '家庭成员' })).toBeTruthy();
  expect(await screen.findByRole('heading', { name: '不对怎么办' })).toBeTruthy();
});

test('it says in one line what is wrong with a thing that did not come', async () => {
  const sent: Asked[] = [];
  const address = `POST /api/assistance/benefits/${benefit.id}/answer`;
  const told = (asked: Asked) => {
    sent.push(asked);
    return { ...benefit, state: 'disputed' };
  };
  const { user } = await showPage(`/households/${id}`, {
    answers: { ...answers, [address]: told },
    role: 'household',
  });

  const item = (await screen.findByText('鸡苗五十羽')).closest('li') as HTMLElement;
  await user.click(within(item).getByRole('button', { name: '没到、不对' }));
  await user.type(within(item).getByLabelText('哪里不对'), '只到了二十羽');
  await user.click(within(item).getByRole('button', { name: '告诉乡镇' }));

  expect(await screen.findByText('已转给乡镇核实。')).toBeTruthy();
  expect(sent.map(({ body }) => body)).toEqual([{ arrived: false, words: '只到了二十羽' }]);
});

test('the whole form is one press away, and leads back', async () => {
  const { user, here } = await showPage(`/households/${id}`, { answers, role: 'household' });

  await user.click(await screen.findByRole('link', { name: '整张登记表' }));
  await screen.findByRole('link', { name: /回到我家/ });

  expect(here()).toBe(`/households/${id}/form`);
});
