// An account as it is shown to whoever manages it: with names of areas, without a hash or a secret.
import type { Account } from '#contract/access.ts';
import type { Context } from '#server/http/context.ts';
import type { AccountRow } from './account.store.ts';
import { nameAreas } from './area-name.store.ts';

export async function viewAccounts(
  { tx, today, language, now }: Context,
  rows: readonly AccountRow[],
): Promise<Account[]> {
  const codes = [...new Set(rows.flatMap((row) => [row.area, ...row.areas]))];
  const named = await nameAreas(tx, codes, { today, language });
  const nameOf = new Map(named.map((area) => [area.code, area]));
  const areaOf = (code: string) => nameOf.get(code) ?? { code, name: code, level: '' };
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    username: row.username,
    displayName: row.displayName,
    title: row.title,
    role: row.role,
    area: areaOf(row.area),
    areas: row.areas.map(areaOf),
    households: row.households === null ? null : [...row.households],
    language: row.language,
    mustChangePassword: row.mustChangePassword,
    secondFactor: row.totpEnabled,
    lockedUntil: row.lockedUntil !== null && row.lockedUntil > now ? row.lockedUntil : null,
    disabledAt: row.disabledAt,
    createdAt: row.createdAt,
    lastSeenAt: row.lastSeenAt,
  }));
}

export async function viewAccount(context: Context, row: AccountRow): Promise<Account> {
  const [account] = await viewAccounts(context, [row]);
  if (account === undefined) throw new Error('one account in, one out');
  return account;
}
