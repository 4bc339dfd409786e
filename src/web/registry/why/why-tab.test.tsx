import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
// Comes when the tab is opened; here it is at hand before anybody looks.
import './why-tab.tsx';
import { Refused, showPage } from '#web/shell/shown-page.tsx';

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
const line = (key: string, kind: string, given: object = {}) => ({
  key,
  kind,
  pack: 'tea-club',
  title: both(`决定 ${key}`, `Decision ${key}`),
  question: null,
  outcome: 'holds',
  outcomeWords: both('符合', 'it holds'),
  sentence: both('符合，因为好。', 'It holds, because it is good.'),
  verified: true,
  ...given,
});
const list = {
  on: '2016-09-30',
  decided: null,
  packs: [{ id: 'tea-club', version: '1', title: both('茶友会', 'Tea club') }],
  items: [
    line('sheet.thirst', 'sheet', { outcome: 'unknown', outcomeWords: both('缺资料', 'open') }),
    line('criterion.cup', 'criterion'),
  ],
  next: null,
};
const decisions = `GET /api/targeting/households/${id}/decisions`;
const answers = { [`GET /api/registry/households/${id}`]: card, [decisions]: list };

describe('the Why tab', () => {
  test('lists the decisions by kind, each at an address of its own', async () => {
    const page = await showPage(`/households/${id}/why`, { answers, width: 390 });

    const nav = await screen.findByRole('navigation', { name: '按规则作出的决定' });
    expect(
      within(nav)
        .getAllByRole('heading')
        .map((one) => one.textContent),
    ).toEqual(['评分与列入', '单项标准']);
    await page.user.click(within(nav).getByRole('link', { name: /决定 criterion.cup/ }));
    expect(page.here()).toBe(`/households/${id}/why/criterion.cup`);
  });

  test('asks for the day and the knowledge its address names', async () => {
    const page = await showPage(`/households/${id}/why?on=2016-03-01&known=now`, {
      answers,
      width: 390,
    });

    await screen.findByText('按 2016年3月1日 的情况和规则，按现在所知');
    const asked = page.asked.find(({ address }) => address === decisions);
    expect(Object.fromEntries(asked?.query ?? [])).toEqual({ on: '2016-03-01', known: 'now' });
  });

  test('says what is missing where no pack decides, and where nothing is decided', async () => {
    const refused = new Refused(404, { code: 'policy/no-pack-in-force', message: '没有政策包。' });
    await showPage(`/households/${id}/why`, {
      answers: { ...answers, [decisions]: refused },
      width: 390,
    });
    expect(await screen.findByText('没有政策包。')).toBeDefined();

    await showPage(`/households/${id}/why`, {
      answers: { ...answers, [decisions]: { ...list, items: [] } },
      width: 390,
    });
    expect(await screen.findByText('现行规则没有对这一户作出的决定')).toBeDefined();
  });

  test('tells whoever has no right to reasons whom to ask', async () => {
    await showPage(`/households/${id}/why`, { answers, role: 'bank', width: 390 });

    expect(await screen.findByText('您的账号不能查看决定的理由')).toBeDefined();
  });

  test('says of a household that has exited what was decided then, and that the rest is worked out today', async () => {
    const decided = {
      steps: [
        { stage: 'LISTED', on: '2016-01-21', event: 'one', source: 'countyReview', case: null },
        {
          stage: 'EXIT_ANNOUNCED',
          on: '2016-06-26',
          event: 'two',
          source: 'case:three',
          case: { id: 'three', title: both('双认定', 'Dual confirmation') },
        },
      ],
      score: { run: 'four', decision: 'sheet.thirst', on: '2016-05-01', total: 24 },
    };
    await showPage(`/households/${id}/why`, {
      answers: { ...answers, [decisions]: { ...list, decided } },
      width: 390,
    });

    const told = await screen.findByRole('region', { name: '这一户已经脱贫，当时的决定是' });
    expect(
      within(told)
        .getAllByRole('listitem')
        .map((one) => one.textContent),
    ).toEqual([
      '列入：2016年1月21日，依据：县级审核',
      '脱贫公告：2016年6月26日，依据：双认定',
      '2016年5月1日 评分：24 分',
    ]);
    expect(within(told).getByRole('link', { name: '双认定' }).getAttribute('href')).toBe(
      '/cases/three',
    );
    expect(told.textContent).toContain('不是新的决定');
    expect(screen.getByRole('navigation', { name: '按规则推算的结果' })).toBeDefined();
    expect(screen.queryByText('按规则作出的决定')).toBeNull();
  });
});
