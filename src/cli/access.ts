// Commands of accounts: for the day on which nobody can sign in to help.
import type { Account } from '#contract/access.ts';
import { noSuchAccount } from '#domain/access/access-refusals.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { findAccountByUsername, listAccountRows } from '#server/access/account.store.ts';
import { viewAccounts } from '#server/access/account-view.ts';
import { resetPassword, resetSecondFactor, unlockAccount } from '#server/access/manage-account.ts';
import type { Context } from '#server/http/context.ts';
import type { Command, CommandOperand } from './command.ts';

const username: CommandOperand = {
  name: 'username',
  isRequired: true,
  summary: { zh: '用户名', en: 'the username' },
};

export const accessCommands: readonly Command[] = [
  {
    name: 'access list',
    summary: { zh: '列出账号', en: 'List the accounts' },
    permission: 'access.manage',
    async run({ open }) {
      const { act } = await open();
      const accounts = await act('access.list', listAll);
      return { isYes: true, json: accounts, text: accounts.map(lineOf).join('\n') };
    },
  },
  {
    name: 'access password',
    summary: {
      zh: '给账号一个新密码，只显示这一次；首次登录须修改',
      en: 'Give an account a new password, shown this once and changed at the first sign-in',
    },
    operands: [username],
    permission: 'access.manage',
    async run({ operands, open }) {
      const { act } = await open();
      const { account, password } = await act('access.password-reset', async (context) =>
        resetPassword(context, await named(context, operands)),
      );
      const text = `${account.username}: ${password}`;
      return { isYes: true, json: { username: account.username, password }, text };
    },
  },
  {
    name: 'access unlock',
    summary: {
      zh: '解除密码错误次数过多造成的锁定',
      en: 'Lift the lock that too many wrong passwords set',
    },
    operands: [username],
    permission: 'access.manage',
    async run({ operands, open }) {
      const { act } = await open();
      const account = await act('access.account-unlock', async (context) =>
        unlockAccount(context, await named(context, operands)),
      );
      return { isYes: true, json: account, text: lineOf(account) };
    },
  },
  {
    name: 'access second-factor-off',
    summary: {
      zh: '停用丢失手机者的动态验证码',
      en: 'Take away the second factor of somebody who lost it',
    },
    operands: [username],
    permission: 'access.manage',
    async run({ operands, open }) {
      const { act } = await open();
      const account = await act('access.second-factor-reset', async (context) =>
        resetSecondFactor(context, await named(context, operands)),
      );
      return { isYes: true, json: account, text: lineOf(account) };
    },
  },
];

async function listAll(context: Context): Promise<readonly Account[]> {
  const { tx, area, now } = context;
  const rows = await listAccountRows(tx, { area, now, limit: 100_000 });
  return viewAccounts(context, rows);
}

/** What a use case takes, for the account with this username. */
async function named({ tx }: Context, [name = '']: readonly string[]) {
  const account = await findAccountByUsername(tx, name.trim().toLowerCase());
  const params = { id: account?.id ?? refuse(noSuchAccount) };
  return { params, query: undefined, body: undefined };
}

function lineOf({ username, role, area, displayName, disabledAt, lockedUntil }: Account): string {
  const state = disabledAt !== null ? '停用 disabled' : lockedUntil !== null ? '锁定 locked' : '';
  return [username.padEnd(16), role.padEnd(12), area.name, displayName, state].join('  ').trimEnd();
}
