import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showPage } from '#web/shell/shown-page.tsx';

const both = (zh: string, en: string) => ({ zh, en });
const checked = { verified: true, sample: false, source: null, note: null };
const source = { document: 'rulebook', title: both('茶友会章程', 'Rule book'), place: '第三条' };

function anArticle(id: string, given: object) {
  return {
    id,
    title: both(id, id),
    label: null,
    paragraphs: [],
    rule: null,
    numbers: [],
    table: null,
    mark: checked,
    inheritedFrom: null,
    override: null,
    requirements: [],
    ...given,
  };
}

const pack = {
  summary: {
    id: 'tea-club',
    version: '3',
    title: both('茶友会', 'Tea club'),
    summary: both('爱喝茶的人', 'People who like tea'),
    area: '',
    areaName: '全国',
    from: '2015-01-01',
    until: null,
    extends: null,
    installedAt: '2016-01-01T00:00:00Z',
    inForce: true,
    rows: 2,
    verified: 1,
    unverified: 1,
    sample: 0,
    examples: { total: 1, failing: 1 },
  },
  chain: [{ id: 'tea-club', version: '3', title: both('茶友会', 'Tea club') }],
  extendsReason: null,
  versions: [],
  on: '2016-09-30',
  sections: [
    {
      kind: 'parameters',
      title: both('参数', 'Parameters'),
      articles: [
        anArticle('line', {
          title: both('缺茶线', 'Thirst line'),
          mark: { ...checked, verified: false, source },
          numbers: [
            { from: '2015-01-01', shown: both('2 杯', '2 cups'), inForce: false, mark: checked },
            { from: '2016-01-01', shown: both('3 杯', '3 cups'), inForce: true, mark: checked },
          ],
        }),
      ],
    },
    {
      kind: 'criteria',
      title: both('标准', 'Criteria'),
      articles: [
        anArticle('thirsty', {
          title: both('缺茶', 'Thirsty'),
          rule: { source: 'cups < line', words: both('杯数 < 缺茶线', 'Cups < thirst line') },
        }),
      ],
    },
  ],
  examples: [
    {
      id: 'dry',
      title: both('一杯也没有的人缺茶', 'Without a cup one is thirsty'),
      on: '2016-09-30',
      given: [{ fact: 'cups', label: both('杯数', 'Cups'), shown: both('0 杯', '0 cups') }],
      expected: [both('缺茶', 'Thirsty')],
      passes: false,
      problems: [both('算出来是不缺。', 'It came out as not thirsty.')],
    },
  ],
  documents: [
    {
      id: 'rulebook',
      title: both('茶友会章程', 'Rule book'),
      issuer: null,
      date: '2015',
      link: null,
      note: null,
    },
  ],
};

const answers = { 'GET /api/policy/packs/tea-club': pack };

test('a rule is said in words and as written, and an unverified one is marked with its source', async () => {
  await showPage('/packs/tea-club', { answers });

  const line = (await screen.findByRole('heading', { name: '第 1 条 缺茶线' })).closest('article');
  const thirsty = screen.getByRole('heading', { name: '第 2 条 缺茶' }).closest('article');

  expect(within(line ?? document.body).getByText('未核实')).toBeDefined();
  expect(within(line ?? document.body).getByText('茶友会章程，第三条')).toBeDefined();
  expect(within(thirsty ?? document.body).getByText('杯数 < 缺茶线')).toBeDefined();
  expect(within(thirsty ?? document.body).getByText('cups < line')).toBeDefined();
});

test('of the values of a parameter, the one that counts on the day is named', async () => {
  await showPage('/packs/tea-club', { answers });

  const now = (await screen.findByText('现行')).closest('tr');

  expect(now?.textContent).toContain('2016-01-01');
  expect(now?.textContent).toContain('3 杯');
});

test('an example that fails says what came out instead', async () => {
  await showPage('/packs/tea-club', { answers });

  expect(await screen.findByText('算得不对')).toBeDefined();
  expect(screen.getByText('算出来是不缺。')).toBeDefined();
});

test('both languages stand together when they are asked for', async () => {
  const page = await showPage('/packs/tea-club', { answers });

  await page.user.click(await screen.findByRole('checkbox', { name: '中英对照' }));

  expect(screen.getByText('Thirst line').getAttribute('lang')).toBe('en');
});

test('only what is unverified can be shown; articles keep their numbers', async () => {
  const page = await showPage('/packs/tea-club', { answers });

  await page.user.selectOptions(
    await screen.findByRole('combobox', { name: '看哪些' }),
    '只看未核实的',
  );

  expect(await screen.findByRole('heading', { name: '第 1 条 缺茶线' })).toBeDefined();
  expect(screen.queryByRole('heading', { name: '第 2 条 缺茶' })).toBeNull();
});
