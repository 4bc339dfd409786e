import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Refused, showPage } from '#web/shell/shown-page.tsx';

const county = { code: '451226', name: '环江毛南族自治县', level: 'county' };
const id = '06e29a00-0000-8000-9000-0000000000a1';

function anAccount(given: object = {}) {
  return {
    id,
    version: 3,
    username: 'lin',
    displayName: '林村干',
    title: '',
    role: 'village',
    area: county,
    areas: [county],
    households: null,
    language: 'zh',
    mustChangePassword: false,
    secondFactor: false,
    lockedUntil: null,
    disabledAt: null,
    createdAt: '2016-03-01T00:00:00Z',
    lastSeenAt: null,
    ...given,
  };
}

const answers = {
  'GET /api/access/accounts': { items: [anAccount()], next: null },
  [`GET /api/access/accounts/${id}`]: anAccount(),
  'GET /api/registry/areas': { items: [{ ...county, shortName: county.name, hasChildren: false }] },
  'GET /api/registry/areas/451226/children': { items: [] },
};

test('a role says what it may do and what it may not, before it is granted', async () => {
  const page = await showPage('/accounts?open=new', { answers });
  const dialog = await screen.findByRole('dialog');

  await page.user.selectOptions(
    within(dialog).getByRole('combobox', { name: '角色' }),
    '村两委与第一书记',
  );
  const granted = screen.getByText('登记和修改户与人').closest('li');
  const lacked = screen.getByText('导入表格').closest('li');

  expect(granted?.textContent).not.toContain('不能');
  expect(lacked?.textContent).toContain('不能');
});

test('only roles this account may grant are offered', async () => {
  await showPage('/accounts?open=new', { answers, role: 'township' });
  const dialog = await screen.findByRole('dialog');

  const offered = within(dialog)
    .getAllByRole('option')
    .map((option) => option.textContent);

  expect(offered).toContain('村两委与第一书记');
  expect(offered).not.toContain('管理员');
  expect(offered).not.toContain('审计');
});

test('a new account’s password is shown once, to be told to its owner', async () => {
  const page = await showPage('/accounts?open=new', {
    answers: {
      ...answers,
      'POST /api/access/accounts': { account: anAccount(), password: 'kmq7-tree-9wpx' },
    },
  });
  const dialog = await screen.findByRole('dialog');

  await page.user.type(within(dialog).getByLabelText('用户名'), 'Lin');
  await page.user.type(within(dialog).getByLabelText('姓名'), '林村干');
  await page.user.click(within(dialog).getByRole('button', { name: '选择' }));
  await page.user.click(await within(dialog).findByRole('button', { name: `${county.name} 全部` }));
  await page.user.click(within(dialog).getByRole('button', { name: '开账号' }));

  expect(await screen.findByText('kmq7-tree-9wpx')).toBeDefined();
  const sent = page.asked.find(({ address }) => address === 'POST /api/access/accounts');
  expect(sent?.body).toMatchObject({ username: 'lin', displayName: '林村干', area: '451226' });
});

test('what is missing is said beside its field, and nothing is sent', async () => {
  const page = await showPage('/accounts?open=new', { answers });
  const dialog = await screen.findByRole('dialog');

  await page.user.click(within(dialog).getByRole('button', { name: '开账号' }));

  expect(
    within(dialog)
      .getAllByRole('alert')
      .map((one) => one.textContent),
  ).toEqual(['请填写', '请填写', '请选择所属辖区']);
  expect(page.asked.some(({ address }) => address.startsWith('POST'))).toBe(false);
});

test('an account somebody else changed meanwhile is told so, and can be read anew', async () => {
  const stale = new Refused(409, {
    code: 'access/account-changed',
    message: '这个账号已被别人改过。',
  });
  const page = await showPage(`/accounts?open=${id}`, {
    answers: { ...answers, [`PATCH /api/access/accounts/${id}`]: stale },
  });

  await page.user.click(await screen.findByRole('button', { name: '保存' }));

  expect(await screen.findByText('这个账号已被别人改过。')).toBeDefined();
  expect(screen.getByRole('button', { name: '读取最新的' })).toBeDefined();
  const sent = page.asked.find(({ address }) => address.startsWith('PATCH'));
  expect(sent?.body).toMatchObject({ version: 3 });
});

test('a password is reset only after its consequence was named', async () => {
  const page = await showPage(`/accounts?open=${id}`, {
    answers: {
      ...answers,
      [`POST /api/access/accounts/${id}/password`]: {
        account: anAccount(),
        password: 'new-one-42',
      },
    },
  });

  await page.user.click(await screen.findByRole('button', { name: '重设密码' }));
  const asked = page.asked.some(({ address }) => address.startsWith('POST'));
  const question = screen.getByRole('alertdialog');
  await page.user.click(within(question).getByRole('button', { name: '是' }));

  expect(asked).toBe(false);
  expect(question.textContent).toContain('旧密码立即失效');
  expect(await screen.findByText('new-one-42')).toBeDefined();
});

test('one’s own account cannot be changed here', async () => {
  const own = '06e29a00-0000-8000-9000-000000000001';

  await showPage(`/accounts?open=${own}`, {
    answers: { ...answers, [`GET /api/access/accounts/${own}`]: anAccount({ id: own }) },
  });
  await screen.findByText(/这是您自己的账号/);

  expect(screen.queryByRole('button', { name: '保存' })).toBeNull();
});
