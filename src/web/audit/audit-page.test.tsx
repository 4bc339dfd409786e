import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showPage } from '#web/shell/shown-page.tsx';
import { readHeads } from './heads-file.ts';

const household = '06e29a00-0000-8000-9000-00000000000a';
const wu = {
  id: '06e29a00-0000-8000-9000-0000000000b1',
  username: 'wu',
  displayName: '吴审计',
  role: 'auditor',
};

function anEntry(id: string, given: object = {}) {
  return {
    id,
    at: '2016-09-30T00:00:05Z',
    account: wu,
    act: 'registry.open',
    areaCode: '451226100200',
    areaName: '思恩镇叠岭村',
    subject: `household:${household}`,
    facts: {},
    names: {},
    seal: { chain: 451226, number: 12 },
    ...given,
  };
}

const heads = {
  format: 'bangfu-audit-heads',
  exportedAt: '2016-09-30T00:00:10Z',
  heads: [
    {
      chain: 451226,
      area: '451226',
      number: 12,
      hash: 'ab'.repeat(32),
      sealedAt: '2016-09-30T00:00:06Z',
    },
  ],
};

const answers = {
  'GET /api/audit/entries': {
    items: [
      anEntry('1', { seal: null }),
      anEntry('2', { account: null, act: 'access.sign-in-refused', subject: '' }),
    ],
    next: null,
  },
  'GET /api/audit/heads': heads,
};

test('an act is a sentence with its hour in Shanghai, and what is not sealed yet says so', async () => {
  await showPage('/audit', { answers });

  const row = (await screen.findByText('待封存')).closest('tr');

  expect(row?.textContent).toContain('08:00:05');
  expect(row?.textContent).toContain('吴审计');
  expect(row?.textContent).toContain('看了户卡');
  expect(
    within(row ?? document.body)
      .getByRole('link')
      .getAttribute('href'),
  ).toBe(`/households/${household}`);
  expect(screen.getByText('未登录的人')).toBeDefined();
});

test('what an act noted is said in words, and what it refers to leads there', async () => {
  const helper = '06e29a00-0000-8000-9000-0000000000f1';
  const batch = anEntry('1', {
    act: 'casework.batch-chunk',
    subject: '',
    facts: { step: 'comparison', helper },
    names: { comparison: { zh: '大数据比对', en: 'Comparison of lists' } },
  });
  await showPage('/audit', {
    answers: { ...answers, 'GET /api/audit/entries': { items: [batch], next: null } },
  });

  const link = await screen.findByRole('link', { name: '0000f1' });

  expect(link.getAttribute('href')).toBe(`/helpers/${helper}`);
  expect(link.parentElement?.textContent).toBe('步骤 大数据比对，帮扶责任人 0000f1');
});

test('pressing a person shows what this person did, and the sentence names them', async () => {
  const page = await showPage('/audit', { answers });

  await page.user.click(
    (await screen.findAllByRole('button', { name: '吴审计' }))[0] ?? document.body,
  );

  expect(page.here()).toContain(`account=${wu.id}`);
  expect(await screen.findByRole('button', { name: '去掉条件：吴审计 办的' })).toBeDefined();
});

test('what acts are about is chosen in words, a household by its head or number', async () => {
  const found = { id: household, headName: '谭光天', householdNo: '4512260001', village: '叠岭村' };
  const page = await showPage('/audit', {
    answers: { ...answers, 'GET /api/registry/households': { items: [found], next: null } },
  });

  await page.user.click(await screen.findByRole('button', { name: '改条件' }));
  await page.user.selectOptions(await screen.findByLabelText('对象'), '户');
  expect(page.here()).toContain('subject=household');
  await page.user.type(screen.getByRole('searchbox'), '4512260001{Enter}');
  await page.user.click(await screen.findByRole('button', { name: '谭光天' }));

  expect(page.here()).toContain(household);
});

test('who may read but not prove is not offered the proof', async () => {
  await showPage('/audit', { answers, role: 'supervisor' });
  await screen.findByText('待封存');

  expect(screen.queryByRole('button', { name: '核对全链' })).toBeNull();
  expect(screen.queryByRole('button', { name: '导出链头' })).toBeNull();
});

test('a chain that does not agree is said in one sentence with each place', async () => {
  const report = {
    sound: false,
    checkedAt: '2016-09-30T00:01:00Z',
    entries: 12,
    seals: 12,
    chains: 1,
    unsealed: 0,
    headsCompared: 0,
    findings: [
      {
        chain: 451226,
        number: 7,
        entry: 'x',
        kind: 'changed',
        message: { zh: '第 7 号的内容被改过。', en: 'x' },
      },
    ],
    findingsTotal: 1,
  };
  const job = {
    id: 'job',
    kind: 'audit.verify',
    areaCode: '451226',
    state: 'done',
    done: 12,
    total: 12,
    step: '',
    result: report,
    failure: null,
    createdAt: '2016-09-30T00:00:59Z',
    startedAt: '2016-09-30T00:00:59Z',
    finishedAt: '2016-09-30T00:01:00Z',
  };
  const page = await showPage('/audit', {
    answers: {
      ...answers,
      'POST /api/audit/verifications': { job: 'job' },
      'GET /api/jobs/runs/job': job,
    },
  });

  await page.user.click(await screen.findByRole('button', { name: '核对全链' }));
  await page.user.click(await screen.findByRole('button', { name: '开始核对' }));

  expect(await screen.findByText(/链有 1 处对不上/)).toBeDefined();
  expect(screen.getByText(/第 7 号的内容被改过/)).toBeDefined();
});

test('a file that is no file of heads is not taken for one', () => {
  expect(readHeads(JSON.stringify(heads))?.heads).toHaveLength(1);
  expect(readHeads('{"heads":[]}')).toBeUndefined();
  expect(readHeads('PK\u0003\u0004')).toBeUndefined();
});
