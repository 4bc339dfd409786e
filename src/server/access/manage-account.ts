// What an administrator does to somebody else's account besides its fields: disable, open again, give
// a new password, unlock, take away a lost second factor.
import type {
  resetSecondFactor as factorShape,
  resetPassword as passwordShape,
  setAccountState as stateShape,
  unlockAccount as unlockShape,
} from '#contract/access.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { secondFactorIsOff } from '#domain/access/access-refusals.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { changeAccount } from './account.store.ts';
import { viewAccount } from './account-view.ts';
import { deleteAttempts } from './attempt.store.ts';
import { codeBucket, nameBucket } from './attempt-limits.ts';
import { getChangeableAccount, getManagedAccount } from './managed-account.ts';
import { hashPassword, newPassword } from './password-hash.ts';
import { deleteSessions } from './session.store.ts';
import { changeBased } from './update-account.ts';

export async function setAccountState(
  context: Context,
  { params, body }: InputOf<typeof stateShape>,
): Promise<OutputOf<typeof stateShape>> {
  const account = await getChangeableAccount(context, params.id);

  const disabledAt = body.disabled ? (account.disabledAt ?? context.now) : null;
  await changeBased(context, account, { disabledAt }, body);
  if (body.disabled) await deleteSessions(context.tx, account.id);

  context.note({ facts: { disabled: body.disabled } });
  return viewAccount(context, await getManagedAccount(context, account.id));
}

export async function resetPassword(
  context: Context,
  { params }: InputOf<typeof passwordShape>,
): Promise<OutputOf<typeof passwordShape>> {
  const account = await getChangeableAccount(context, params.id);

  const password = newPassword();
  const passwordHash = await hashPassword(password);
  await changeAccount(context.tx, account.id, {
    passwordHash,
    mustChangePassword: true,
    lockedUntil: null,
  });
  await openAgain(context, account);
  await deleteSessions(context.tx, account.id);

  const changed = await getManagedAccount(context, account.id);
  return { account: await viewAccount(context, changed), password };
}

export async function unlockAccount(
  context: Context,
  { params }: InputOf<typeof unlockShape>,
): Promise<OutputOf<typeof unlockShape>> {
  const account = await getChangeableAccount(context, params.id);

  await openAgain(context, account);
  await changeAccount(context.tx, account.id, { lockedUntil: null });

  return viewAccount(context, await getManagedAccount(context, account.id));
}

export async function resetSecondFactor(
  context: Context,
  { params }: InputOf<typeof factorShape>,
): Promise<OutputOf<typeof factorShape>> {
  const account = await getChangeableAccount(context, params.id);
  if (!account.totpEnabled) refuse(secondFactorIsOff);

  await changeAccount(context.tx, account.id, { totpEnabled: false, totpSealed: null });
  await deleteSessions(context.tx, account.id);

  return viewAccount(context, await getManagedAccount(context, account.id));
}

async function openAgain(
  { tx, platform }: Context,
  { id, username }: { readonly id: string; readonly username: string },
): Promise<void> {
  await deleteAttempts(tx, nameBucket(platform.secrets, username).key);
  await deleteAttempts(tx, codeBucket(id).key);
}
