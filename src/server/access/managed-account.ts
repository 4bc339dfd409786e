// Accounts that the actor manages: in their area, with a role they could have granted, not their own.
import { accountAboveOwn, noSuchAccount, ownAccount } from '#domain/access/access-refusals.ts';
import { mayEnter } from '#domain/access/actor.ts';
import { mayGrant } from '#domain/access/granting.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { type AccountRow, findAccount } from './account.store.ts';

/** To look at. Row security shows one's own account too, wherever its home is. */
export async function getManagedAccount(context: Context, id: string): Promise<AccountRow> {
  const account = await findAccount(context.tx, id);
  if (account === undefined || !mayEnter(context.actor, account.area)) refuse(noSuchAccount);
  return account;
}

/** To change. Writes the audit line's subject, so that no change forgets whose account it was. */
export async function getChangeableAccount(context: Context, id: string): Promise<AccountRow> {
  const account = await getManagedAccount(context, id);
  if (account.id === context.actor.account) refuse(ownAccount);
  if (!mayGrant(context.actor, account.role)) refuse(accountAboveOwn, { role: account.role });
  context.note({ area: account.area, subject: `account:${account.id}` });
  return account;
}
