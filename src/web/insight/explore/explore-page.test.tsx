import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showPage } from '#web/shell/shown-page.tsx';

const both = (zh: string, en: string) => ({ zh, en });
const indicators = {
  items: [
    {
      id: 'registered',
      group: 'register',
      title: both('在册户', 'Registered households'),
      unit: 'household',
      definition: both('识别入册的户。', 'Listed as poor.'),
      source: both('登记库', 'The register'),
      dimensions: ['part', 'cause'],
    },
    {
      id: 'left',
      group: 'time',
      title: both('公告脱贫户', 'Exits announced'),
      unit: 'household',
      definition: both('公告脱贫的户。', 'Announced.'),
      source: both('变动记录', 'Events'),
      dimensions: ['part', 'month'],
    },
  ],
  dimensions: [
    { id: 'part', title: both('下一级地方', 'Part of the area') },
    { id: 'cause', title: both('主要致贫原因', 'Main cause') },
    { id: 'month', title: both('月份', 'Month') },
  ],
};
const opens = { page: 'households', area: '451226202', filter: { registered: 'true' } };
const exploration = {
  area: { code: '451226', name: '环江毛南族自治县', level: 'county' },
  path: [],
  today: '2016-09-30',
  asOf: '2016-09-30T01:00:00.000Z',
  indicator: 'registered',
  rows: 'part',
  columns: null,
  form: 'bars',
  forms: ['bars', 'table'],
  panel: {
    datum: 'explore.registered',
    title: both('在册户，按下一级地方', 'Registered households by part of the area'),
    drawing: null,
    table: {
      columns: [
        { title: both('下一级地方', 'Part of the area'), unit: null },
        { title: both('在册户', 'Registered households'), unit: 'household' },
      ],
      rows: [
        {
          id: '451226202',
          total: false,
          cells: [
            { kind: 'text', text: both('下南乡', '下南乡') },
            { kind: 'number', n: 1234, opens },
          ],
        },
        {
          id: '451226203',
          total: false,
          cells: [
            { kind: 'text', text: both('大才乡', '大才乡') },
            { kind: 'number', n: null, hidden: true, opens: null },
          ],
        },
      ],
    },
    definition: both('识别入册的户。', 'Listed as poor.'),
    source: both('登记库', 'The register'),
    verified: true,
  },
  conditions: [{ dimension: 'cause', key: 'ILLNESS', title: both('因病', 'Illness') }],
  masked: true,
  mustMask: false,
  hidden: 1,
  smallest: 5,
};
const answers = {
  'GET /api/insight/explore/indicators': indicators,
  'GET /api/insight/explore': exploration,
  'GET /api/insight/views': { items: [], next: null },
  'GET /api/insight/schedules': { items: [], next: null },
  'GET /api/insight/deliveries': { items: [], next: null },
};

test('what is asked stands in the address, and a number leads to its list', async () => {
  const { user, here } = await showPage('/explore?cause=ILLNESS', { answers });

  const table = await screen.findByRole('table');
  const number = within(table).getByRole('link', { name: '1,234' });
  expect(number.getAttribute('href')).toBe('/households?area=451226202&registered=true');
  expect(within(table).getByText('*')).toBeTruthy();

  await user.selectOptions(screen.getByLabelText('列'), '主要致贫原因');
  expect(here()).toContain('columns=cause');
  await user.click(screen.getByRole('button', { name: '去掉条件“主要致贫原因：因病”' }));
  expect(here()).not.toContain('ILLNESS');
});

test('another indicator drops what it cannot be cut by', async () => {
  const { user, here } = await showPage('/explore?rows=cause&cause=ILLNESS', { answers });

  await user.selectOptions(await screen.findByLabelText('指标'), '公告脱贫户');

  expect(here()).toContain('indicator=left');
  expect(here()).not.toContain('cause');
});

test('a province without kept counts says when they come, in English too', async () => {
  await showPage('/explore', {
    language: 'en',
    answers: { ...answers, 'GET /api/insight/explore': { ...exploration, asOf: null } },
  });
  expect(await screen.findByText('Not summed up yet')).toBeTruthy();
});
