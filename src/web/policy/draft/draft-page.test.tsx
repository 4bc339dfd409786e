import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Refused, showPage } from '#web/shell/shown-page.tsx';

const both = (zh: string, en = zh) => ({ zh, en });
const id = '06e29a01-0000-8000-8000-000000000001';
const address = `/packs/drafts/${id}`;

function draft(given: object = {}, more: object = {}) {
  return {
    summary: {
      id,
      kind: 'version',
      pack: 'tea-club',
      base: { id: 'tea-club', version: '1.0.0', title: { zh: '喝茶会', en: 'Tea club' } },
      title: both('茶友会', 'Tea club'),
      area: '451226',
      state: 'open',
      inForce: false,
      installedVersion: null,
      takesEffect: '2017-01-01',
      version: 3,
      errors: 0,
      changes: 1,
      owner: '覃志明',
      changedAt: '2016-09-30T02:00:00Z',
      changedBy: '覃志明',
      waitsForMe: false,
      ...given,
    },
    acts: [
      { act: 'edit', obstacle: null },
      { act: 'submit', obstacle: null },
      { act: 'withdraw', obstacle: null },
    ],
    baseReplacedBy: null,
    history: [
      {
        seq: 1,
        at: '2016-09-30T02:00:00Z',
        by: '覃志明',
        act: 'create',
        reason: '线太高',
        edits: 0,
      },
      { seq: 2, at: '2016-09-30T02:01:00Z', by: '覃志明', act: 'edit', reason: '', edits: 1 },
      { seq: 3, at: '2016-09-30T02:02:00Z', by: '覃志明', act: 'edit', reason: '', edits: 2 },
    ],
    sections: [
      {
        kind: 'texts',
        title: both('说明文字', 'Texts'),
        rows: [
          {
            id: 'welcome',
            title: both('欢迎', 'Welcome'),
            isOwn: true,
            isChanged: true,
            problems: 0,
          },
          {
            id: 'rules',
            title: both('规矩', 'Manners'),
            isOwn: false,
            isChanged: false,
            problems: 0,
          },
        ],
      },
    ],
    problems: [],
    changes: [],
    examples: [],
    documents: [],
    ...more,
  };
}

const row = {
  version: 3,
  kind: 'texts',
  id: 'welcome',
  title: both('欢迎', 'Welcome'),
  isOwn: true,
  data: { id: 'welcome', text: both('请坐。', 'Sit down.') },
  before: null,
  text: 'id: welcome\n',
  problems: [],
  unit: null,
};

const answers = {
  [`GET /api/policy/drafts/${id}`]: draft(),
  [`GET /api/policy/drafts/${id}/rows/texts/welcome`]: row,
};

test('what is typed is saved by itself, based on the version that was read', async () => {
  const saved = draft({ version: 4 });
  const page = await showPage(`${address}?row=texts.welcome`, {
    answers: { ...answers, [`POST /api/policy/drafts/${id}/edits`]: saved },
  });

  const field = await screen.findByRole('textbox', { name: '内容，中文' });
  await page.user.clear(field);
  await page.user.type(field, '请坐，先喝茶。');
  await page.user.tab();
  await screen.findByText('已保存');

  const sent = page.asked.find(({ address: asked }) => asked.endsWith('/edits'));
  expect(sent?.body).toMatchObject({
    baseVersion: 3,
    edits: [
      { do: 'set', kind: 'texts', id: 'welcome', path: ['text'], value: { zh: '请坐，先喝茶。' } },
    ],
  });
});

test('what the server refuses stays in its field, and is there again after the page was closed', async () => {
  localStorage.clear();
  const refusing = {
    ...answers,
    [`POST /api/policy/drafts/${id}/edits`]: new Refused(422, {
      code: 'policy/edit-is-misshapen',
      message: '规则文件就读不出来了。',
    }),
  };
  const page = await showPage(`${address}?row=texts.welcome`, { answers: refusing });
  await page.user.type(await screen.findByRole('textbox', { name: '内容，中文' }), '！');
  await page.user.tab();
  expect((await screen.findByRole('alert')).textContent).toContain('规则文件就读不出来了');

  await showPage(`${address}?row=texts.welcome`, { answers: refusing });
  const field = await screen.findByRole('textbox', { name: '内容，中文' });
  expect((field as HTMLTextAreaElement).value).toBe('请坐。！');
  expect(screen.getByText('上次没有存上的内容，已经替您放回来了。')).toBeDefined();
  localStorage.clear();
});

test('of two who edit, the later is shown both sides', async () => {
  localStorage.clear();
  const refused = new Refused(409, {
    code: 'policy/draft-changed',
    message: '方丽华改过这份草稿。',
  });
  const details = {
    version: 4,
    yours: [{ do: 'set', id: 'welcome', path: ['text'], value: '甲' }],
    theirs: [{ by: '方丽华', edits: [{ do: 'set', id: 'welcome', path: ['text'], value: '乙' }] }],
  };
  Object.assign(refused.error, { details });
  const page = await showPage(`${address}?row=texts.welcome`, {
    answers: { ...answers, [`POST /api/policy/drafts/${id}/edits`]: refused },
  });
  await page.user.type(await screen.findByRole('textbox', { name: '内容，中文' }), '！');
  await page.user.tab();

  await screen.findByText('对方改的');
  const conflict = screen.getByText('对方改的').closest('section');
  expect(within(conflict ?? document.body).getByText('welcome text 乙')).toBeDefined();
  expect(within(conflict ?? document.body).getByText('welcome text 甲')).toBeDefined();
  localStorage.clear();
});

test('an act that is not open says why', async () => {
  const obstacle = both('自己起草或改过的，不能由自己批准。', 'Nobody approves their own.');
  const waiting = draft(
    { state: 'submitted' },
    {
      acts: [
        { act: 'approve', obstacle },
        { act: 'return', obstacle: null },
      ],
    },
  );
  await showPage(address, { answers: { [`GET /api/policy/drafts/${id}`]: waiting } });

  const approve = await screen.findByRole('button', { name: '批准' });
  expect((approve as HTMLButtonElement).disabled).toBe(true);
  expect(approve.title).toBe(obstacle.zh);
  expect((screen.getByRole('button', { name: '退回' }) as HTMLButtonElement).disabled).toBe(false);
});

test('an inherited article is changed only with a reason', async () => {
  const page = await showPage(`${address}?row=texts.rules`, {
    answers: {
      ...answers,
      [`GET /api/policy/drafts/${id}/rows/texts/rules`]: { ...row, id: 'rules', isOwn: false },
      [`POST /api/policy/drafts/${id}/edits`]: draft({ version: 4 }),
    },
  });

  await page.user.type(await screen.findByLabelText('改动理由（中文）'), '本地不同');
  await page.user.click(screen.getByRole('button', { name: '改这一条' }));

  const sent = page.asked.find(({ address: asked }) => asked.endsWith('/edits'));
  expect(sent?.body).toMatchObject({
    edits: [{ do: 'override', kind: 'texts', id: 'rules', reason: both('本地不同') }],
  });
});

test('the history gathers one person’s edits in a row', async () => {
  await showPage(`${address}?tab=history`, { answers });

  expect(await screen.findByText('修改 3 处', { exact: false })).toBeDefined();
  expect(screen.getByText('线太高')).toBeDefined();
});
