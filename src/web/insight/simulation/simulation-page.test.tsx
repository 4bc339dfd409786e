import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Simulation, TrialRules } from '#contract/insight-simulation.ts';
import { type Asked, Refused, showPage } from '#web/shell/shown-page.tsx';

const both = (zh: string) => ({ zh, en: zh });
const mark = (zh: string) => ({ title: both(zh), verified: false, sample: true });
const county = { code: '451226', name: '环江毛南族自治县', level: 'county' };
const count = (households: number, persons = households * 3) => ({ households, persons });

const rules: TrialRules = {
  area: county,
  on: '2016-09-30',
  today: '2016-09-30',
  pack: { id: 'tea-club', version: '3', title: both('茶友会') },
  sheet: {
    id: 'thirst',
    ...mark('缺茶评分表'),
    note: null,
    max: 100,
    direction: 'lowerIsPoorer',
    cutOff: 60,
    items: [
      {
        id: 'cups',
        ...mark('杯数'),
        max: 40,
        points: [{ when: 'cups < 3', words: both('杯数少于3'), points: 20 }],
      },
    ],
    vetoes: [{ id: 'teaHouse', ...mark('存茶太多'), rule: 'shelf > 3', words: both('存茶多于3') }],
  },
  parameters: [
    {
      id: 'potAge',
      ...mark('茶壶年数'),
      unit: both('年'),
      unitOfOne: both('年'),
      value: 3,
      ofSheet: true,
    },
    {
      id: 'loanCap',
      ...mark('借茶上限'),
      unit: both('元'),
      unitOfOne: both('元'),
      value: 20,
      ofSheet: false,
    },
  ],
  benefits: [],
  places: [],
};

const side = (cutOff: number, listed: number) => ({
  cutOff,
  listed: count(listed),
  beyond: 30,
  vetoed: 4,
  undetermined: 1,
  near: 6,
});
const outcomes = (listed: number, beyond: number) => ({
  listed,
  beyond,
  vetoed: 0,
  undetermined: 0,
});
const rate = (hits: number, of: number) => ({ hits, of, share: hits / of, low: 0.01, high: 0.09 });
const errors = { inclusion: rate(1, 50), exclusion: rate(4, 80), omission: rate(4, 100) };
const cost = (yuan: number, units: number) => ({ yuan, units, fen: yuan * units * 100 });

const asItIs: Simulation = {
  area: county,
  on: '2016-09-30',
  today: '2016-09-30',
  pack: { id: 'tea-club', version: '3', title: both('茶友会') },
  sheet: { id: 'thirst', title: both('缺茶评分表'), verified: false, direction: 'lowerIsPoorer' },
  margin: 1,
  households: 100,
  base: side(60, 65),
  variant: side(60, 65),
  enters: count(0),
  leaves: count(0),
  distribution: [
    { points: 59, base: outcomes(40, 0), variant: outcomes(40, 0) },
    { points: 62, base: outcomes(0, 25), variant: outcomes(0, 25) },
  ],
  byArea: [],
  byCause: [],
  byEthnicity: [],
  bySize: [],
  cost: {
    baseFen: 100_000_000,
    variantFen: 100_000_000,
    assumed: true,
    lines: [
      {
        id: 'helpPerListedHousehold',
        title: both('每户投入'),
        per: 'household',
        verified: false,
        assumptions: ['everyListed'],
        base: cost(5400, 65),
        variant: cost(5400, 65),
      },
    ],
    uncounted: [],
  },
  errors: {
    rechecked: 120,
    invented: 120,
    from: '2016-09-10',
    to: '2016-09-10',
    sources: ['第二队'],
    base: errors,
    variant: errors,
  },
};

const wider: Simulation = {
  ...asItIs,
  variant: side(62, 88),
  enters: count(25, 70),
  leaves: count(2, 5),
  distribution: [
    { points: 59, base: outcomes(40, 0), variant: outcomes(38, 2) },
    { points: 62, base: outcomes(0, 25), variant: outcomes(25, 0) },
  ],
  byArea: [
    {
      code: '451226207',
      name: '驯乐苗族乡',
      level: 'township',
      listed: count(50),
      enters: count(20),
      leaves: count(2),
    },
  ],
  byCause: [{ key: 'ILLNESS', enters: count(15), leaves: count(1) }],
  bySize: [{ key: '3', enters: count(25), leaves: count(2) }],
  cost: { ...asItIs.cost, variantFen: 112_420_000 },
};

const household = {
  household: '06e29a00-0000-8000-9000-000000000009',
  householdNo: '4512261002000001',
  headName: '覃大山',
  areaCode: '451226100200',
  areaName: '思恩镇叠岭村',
  members: 3,
  cause: 'ILLNESS',
  base: { outcome: 'beyond', total: 61 },
  variant: { outcome: 'listed', total: 61 },
  flip: { kind: 'item', id: 'cups', title: both('杯数'), from: 40, to: 20 },
};

const answers = {
  'GET /api/insight/simulations/rules': rules,
  'GET /api/insight/simulations': ({ query }: Asked) =>
    query.get('changes') === '[]' ? asItIs : wider,
  'GET /api/insight/simulations/households': { items: [household], next: null },
  'GET /api/insight/trials': { items: [], next: null },
};

const changed = `/simulations?b=${encodeURIComponent('[{"kind":"cutOff","value":62}]')}`;

test('[HJ-74] the sentence at the top is the answer: who enters, who leaves, what it costs', async () => {
  await showPage(changed, { answers });

  expect(
    await screen.findByText(
      '分数线 60 改 62：进入 25 户，退出 2 户，净增 23 户，一年多花 12.42 万元。',
    ),
  ).toBeDefined();
});

test('nothing changed yet, the page says what the rules list and what to do', async () => {
  await showPage('/simulations', { answers });

  expect(await screen.findByText('还没有改动：现行规则下列入 65 户 195 人。')).toBeDefined();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '存方案' }).disabled).toBe(true);
});

test('a changed number is tried once the hand rests, with the old value beside it', async () => {
  const page = await showPage('/simulations', { answers });
  const box = await screen.findByRole('spinbutton', { name: '分数线，不高于 分' });

  await page.user.clear(box);
  await page.user.type(box, '62');
  await screen.findByText(/进入 25 户/);

  expect(screen.getByText('现行 60')).toBeDefined();
  expect(decodeURIComponent(page.here())).toContain('"value":62');
  const tried = page.asked.filter(({ address }) => address === 'GET /api/insight/simulations');
  expect(tried.map(({ query }) => query.get('changes'))).not.toContain(
    '[{"kind":"cutOff","value":6}]',
  );
});

test('every number of a place, a cause or a bar opens its households', async () => {
  const page = await showPage(changed, { answers });

  await page.user.click(await screen.findByRole('button', { name: '驯乐苗族乡 进入 20' }));
  const sheet = await screen.findByRole('dialog');

  expect(await within(sheet).findByText('覃大山')).toBeDefined();
  expect(within(sheet).getByText(/杯数 40 → 20/)).toBeDefined();
  const asked = page.asked.findLast(({ address }) => address.endsWith('/households'));
  expect(asked?.query.get('part')).toBe('451226207');
  expect(asked?.query.get('group')).toBe('enters');
});

test('errors stand with their intervals, and an invented sample is said to be invented', async () => {
  await showPage(changed, { answers });

  expect(await screen.findByText(/复核结果是演示编造的/)).toBeDefined();
  expect(screen.getAllByText('1.0–9.0').length).toBeGreaterThan(1);
});

test('a rule that does not hold is told where it stands, and the last answer stays', async () => {
  const refused = new Refused(422, {
    code: 'insight/change-does-not-hold',
    message: '没有 nowhere',
  });
  const given = {
    ...answers,
    'GET /api/insight/simulations': ({ query }: Asked) =>
      query.get('changes') === '[]' ? asItIs : refused,
  };
  await showPage(changed, { answers: given });

  expect(await screen.findByText('没有 nowhere')).toBeDefined();
  expect(screen.getByRole('heading', { name: '改什么' })).toBeDefined();
});

test('where no sheet is in force the page teaches, and leads to places that have one', async () => {
  const empty = {
    ...rules,
    sheet: null,
    pack: null,
    parameters: [],
    places: [{ ...county, pack: both('环江') }],
  };
  await showPage('/simulations', {
    answers: { ...answers, 'GET /api/insight/simulations/rules': empty },
  });

  expect(await screen.findByText('这里没有生效的评分表')).toBeDefined();
  expect(screen.getByRole('link', { name: '环江毛南族自治县' }).getAttribute('href')).toContain(
    'area=451226',
  );
});

test('a trial is saved with its reasons', async () => {
  const page = await showPage(changed, {
    answers: { ...answers, 'POST /api/insight/trials': { id: household.household } },
  });
  await screen.findByText(/进入 25 户/);

  await page.user.click(screen.getByRole('button', { name: '存方案' }));
  await page.user.type(await screen.findByRole('textbox', { name: /理由/ }), '会上有人问');
  await page.user.click(screen.getByRole('button', { name: '存下' }));

  const sent = page.asked.find(({ address }) => address === 'POST /api/insight/trials');
  expect(sent?.body).toMatchObject({
    area: '451226',
    reasons: '会上有人问',
    changes: [{ kind: 'cutOff', value: 62 }],
  });
});

test('in English the same page reads in English', async () => {
  await showPage(changed, { answers, language: 'en' });

  expect(
    await screen.findByText(
      'Cut-off 60 to 62: 25 households enter, 2 leave, 23 more in all, 124,200 yuan more a year.',
    ),
  ).toBeDefined();
});
