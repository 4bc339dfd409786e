import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showPage } from '#web/shell/shown-page.tsx';

const id = '06e29a00-0000-8000-9000-00000000000f';
const path = `/api/exchange/imports/${id}`;

const counts = {
  rows: 120,
  households: 30,
  persons: 118,
  accepted: 118,
  refused: 2,
  passedOver: 0,
  newHouseholds: 29,
  changedHouseholds: 0,
  unchangedHouseholds: 0,
  refusedHouseholds: 1,
  conflicts: 0,
};

const checksum = {
  zh: '校验码不对；请对照证件更正。',
  en: 'The check digit is wrong; correct it from the card.',
};

function anImport(given: object = {}) {
  return {
    id,
    areaCode: '451226',
    fileName: '岩口村.xlsx',
    state: 'uploaded',
    accountName: '赵乡审',
    createdAt: '2016-09-30T01:00:00Z',
    finishedAt: null,
    counts: null,
    format: 'xlsx',
    encoding: null,
    bytes: 20_480,
    sheets: [{ name: '采集表', hidden: false }],
    sheet: '采集表',
    headingRow: 3,
    columns: [
      aColumn(0, 'A', '姓名', 'person.name', 1),
      aColumn(1, 'B', '身份证', 'person.identity', 0.8),
      aColumn(2, 'C', '备注', null, 0),
    ],
    missingColumns: [],
    sample: [{ row: 4, cells: ['谭永福', '452724********0417', '外出'] }],
    profile: null,
    incomeYear: 2015,
    notices: [],
    problemCounts: [],
    job: null,
    failure: null,
    fileKept: true,
    ...given,
  };
}

function aColumn(
  column: number,
  letters: string,
  heading: string,
  field: string | null,
  confidence: number,
) {
  return { column, letters, heading, field, confidence, duplicateOf: null };
}

const refusedRow = {
  row: 7,
  outcome: 'refused',
  householdNo: '4512262010060328',
  name: '谭永福',
  household: null,
  changes: [],
  problems: [
    {
      row: 7,
      column: 1,
      field: 'person.identity',
      value: '452724********0418',
      code: 'registry/identity-checksum',
      severity: 'error',
      message: checksum,
    },
  ],
};

const answers = {
  [`GET ${path}`]: anImport(),
  [`GET ${path}/rows`]: { items: [refusedRow], next: null },
  'GET /api/exchange/fields': {
    items: [
      { id: 'person.name', level: 'person', headings: ['姓名'], sensitive: false },
      { id: 'person.identity', level: 'person', headings: ['证件号码'], sensitive: true },
      { id: 'household.address', level: 'household', headings: ['住址'], sensitive: true },
    ],
  },
};

const checked = {
  ...answers,
  [`GET ${path}`]: anImport({
    state: 'checked',
    counts,
    problemCounts: [
      { code: 'registry/identity-checksum', severity: 'error', count: 2, message: checksum },
    ],
  }),
};

test('a file is said in words: its format, where its headings stand, how many columns are recognised', async () => {
  await showPage(`/imports/${id}`, { answers });

  expect(
    await screen.findByText('3 列里认出 2 列，1 列不导入。看一眼对照，再试算。'),
  ).toBeDefined();
  expect(screen.getByText('Excel (.xlsx)')).toBeDefined();
  expect(screen.getByText('第 3 行；上面 2 行是标题')).toBeDefined();
});

test('each column stands beside what is below it, and a guess is told from what is known', async () => {
  await showPage(`/imports/${id}`, { answers });

  const row = (await screen.findByText('身份证')).closest('tr');

  expect(row?.textContent).toContain('452724********0417');
  expect(row?.textContent).toContain('猜的');
  expect(screen.getByText('姓名', { selector: 'td' }).closest('tr')?.textContent).toContain('认得');
});

test('a corrected column is tried as corrected, in one press', async () => {
  const page = await showPage(`/imports/${id}`, {
    answers: {
      ...answers,
      [`PUT ${path}/mapping`]: anImport(),
      [`POST ${path}/check`]: { job: 'x' },
    },
  });

  await screen.findAllByRole('option', { name: '住址' });
  await page.user.selectOptions(screen.getByRole('combobox', { name: /C 备注/ }), '住址');
  await page.user.click(screen.getByRole('button', { name: '用新的对照试算' }));

  const written = () => page.asked.filter(({ address }) => !address.startsWith('GET'));
  await waitFor(() =>
    expect(written().map(({ address }) => address)).toEqual([
      `PUT ${path}/mapping`,
      `POST ${path}/check`,
    ]),
  );
  expect(written()[0]?.body).toEqual({ columns: [{ column: 2, field: 'household.address' }] });
});

test('a refused row names its row, column, masked value, reason and remedy', async () => {
  await showPage(`/imports/${id}`, { answers: checked });

  const row = (await screen.findByText('452724********0418')).closest('tr');

  expect(row?.textContent).toContain('7');
  expect(row?.textContent).toContain('身份证');
  expect(row?.textContent).toContain('校验码不对；请对照证件更正。');
});

test('what can be written is offered beside the refused rows as a file', async () => {
  await showPage(`/imports/${id}`, { answers: checked });

  expect(await screen.findByRole('button', { name: '写入可以写的 118 行' })).toBeDefined();
  expect(screen.getByRole('button', { name: '下载没收下的行' })).toBeDefined();
});

test('pressing a problem shows the rows that have it', async () => {
  const page = await showPage(`/imports/${id}`, { answers: checked });

  await page.user.click(await screen.findByRole('button', { name: /校验码不对/ }));

  const last = page.asked.findLast(({ address }) => address === `GET ${path}/rows`);
  expect(last?.query.get('problem')).toBe('registry/identity-checksum');
  expect(last?.query.has('outcome')).toBe(false);
});

test('without a column it cannot do without, nothing can be tried', async () => {
  const missing = { [`GET ${path}`]: anImport({ missingColumns: ['行政村'] }) };

  await showPage(`/imports/${id}`, { answers: { ...answers, ...missing } });
  await screen.findByText(/缺少必需的列：行政村/);

  expect(screen.queryByRole('button', { name: '试算' })).toBeNull();
});

test('a writing that was stopped can go on, and the dry run before it is not asked for again', async () => {
  const stopped = { [`GET ${path}`]: anImport({ state: 'cancelled', counts }) };
  const page = await showPage(`/imports/${id}`, {
    answers: { ...checked, ...stopped, [`POST ${path}/commit`]: { job: 'x' } },
  });

  await page.user.click(await screen.findByRole('button', { name: '接着写' }));

  expect(page.asked.some(({ address }) => address === `POST ${path}/commit`)).toBe(true);
});

test('what was written leads to the households, and its columns can no longer be changed', async () => {
  const done = { [`GET ${path}`]: anImport({ state: 'done', counts }) };

  await showPage(`/imports/${id}`, { answers: { ...checked, ...done } });
  const link = await screen.findByRole('link', { name: '看这里的户' });
  const mapping = screen.getByRole('region', { name: '列的对照' });

  expect(link.getAttribute('href')).toBe('/households?area=451226');
  expect(within(mapping).queryByRole('combobox')).toBeNull();
});
