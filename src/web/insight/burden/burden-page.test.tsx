import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showPage } from '#web/shell/shown-page.tsx';

const budget = { fields: null, rounds: null, roundsFrom: null, by: null, on: null, reason: '' };
const level = (name: string, typed: number, more: object = {}) => ({
  level: name,
  units: 10,
  entries: typed,
  typed,
  again: 0,
  hours: typed / 180,
  begun: 0,
  budget,
  ...more,
});

const view = {
  area: { code: '451226', name: '环江毛南族自治县', level: 'county' },
  year: 2016,
  countedAt: '2016-09-30T01:00:00.000Z',
  secondsPerField: 20,
  goal: 0.95,
  levels: [
    level('village', 3600, {
      again: 2,
      budget: { ...budget, fields: 300, by: '覃志明', on: '2016-01-11', reason: '减负' },
    }),
    level('helper', 1800),
  ],
  months: [{ month: '2016-09-01', typed: 5400, again: 2 }],
  pages: [
    {
      page: 'changes',
      title: { zh: '登记变更', en: 'Changes' },
      counts: { zh: '每项', en: 'each value' },
      entries: 9,
      typed: 5400,
      again: 2,
    },
  ],
  campaigns: [],
  imported: 12,
  outputs: [
    { kind: 'books', title: { zh: '户卡', en: 'Cards' }, outputs: 2, cells: 990, typed: 10 },
  ],
  parts: [{ code: '451226100', name: '思恩镇', typed: 5400, again: 2 }],
  maySet: true,
};

const twice = {
  items: [
    {
      id: '06e29a00-0000-8000-9000-000000000002',
      householdNo: '45122610020001',
      headName: '韦建国',
      township: '思恩镇',
      village: '福寿村',
      person: '韦小妹',
      level: 'village',
      field: { zh: '文化程度', en: 'Education' },
      page: { zh: '登记变更', en: 'Changes' },
      times: 2,
      firstOn: '2016-03-01',
      lastOn: '2016-09-12',
      firstBy: '林桂英',
      lastBy: '卢永强',
    },
  ],
  next: null,
};

const answers = { 'GET /api/insight/burden': view, 'GET /api/insight/burden/asked-twice': twice };

test('the page says how much was typed, what was asked twice, what reports nobody filled in, and who is over budget', async () => {
  await showPage('/burden', { answers });

  expect(await screen.findByText(/今年填了 5,400 项，约 30 小时；2 项问了两遍/)).toBeTruthy();
  expect(
    screen.getByText(/报表 1,000 格，99.0% 由系统生成，目标 95% 以上。超出预算：村。/),
  ).toBeTruthy();
  expect(screen.getByText(/每个 300 项/)).toBeTruthy();
  expect(screen.getByText('覃志明 2016-01-11 设定')).toBeTruthy();
  expect(await screen.findByText('文化程度（韦小妹）')).toBeTruthy();
  expect(screen.getByText(/2016-03-01 林桂英，2016-09-12 卢永强/)).toBeTruthy();
});

test('a level that is chosen stands in the address, and a budget is typed for it', async () => {
  const { user, here } = await showPage('/burden', {
    answers: { ...answers, 'PUT /api/insight/burden/budget': { ...budget, fields: 500 } },
  });
  await user.click(await screen.findByRole('link', { name: '帮扶责任人' }));
  expect(here()).toContain('level=helper');

  await user.click(screen.getByRole('button', { name: '设定预算' }));
  const sheet = await screen.findByRole('dialog');
  expect(within(sheet).getByLabelText('给哪一级')).toHaveProperty('value', 'helper');
  await user.type(within(sheet).getByLabelText(/每个单位一年/), '500');
  await user.type(within(sheet).getByLabelText('依据或原因'), '减负');
  await user.click(within(sheet).getByRole('button', { name: '存下' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('a county that was never counted says when it will be, in English too', async () => {
  await showPage('/burden', {
    language: 'en',
    answers: { ...answers, 'GET /api/insight/burden': { ...view, countedAt: null } },
  });
  expect(await screen.findByText('Not counted yet')).toBeTruthy();
});

test('what offices of the area itself typed stands with its parts, so that the parts come to the whole', async () => {
  const parts = [
    { code: '451226100', name: '思恩镇', typed: 5000, again: 2 },
    { code: '451226101', name: '水源镇', typed: 316, again: 0 },
  ];
  await showPage('/burden', {
    answers: { ...answers, 'GET /api/insight/burden': { ...view, parts } },
  });

  const table = within(await screen.findByRole('table', { name: '在哪里' }));

  const rows = table.getAllByRole('row').map((row) => row.textContent);
  expect(rows.slice(-2)).toEqual(['本级，不分到各地84—', '合计5,4002']);
});
