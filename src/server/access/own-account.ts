// What is common to changes of one's own account: the row behind the session, and a password or code
// typed again. A wrong one is counted like a wrong sign-in, because a stolen session may be guessing.
import { noSuchAccount, wrongPassword } from '#domain/access/access-refusals.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { type Context, KeptRefusal, type RefusedAct } from '#server/http/context.ts';
import { type AccountRow, findAccount } from './account.store.ts';
import {
  type Bucket,
  codeBucket,
  countFailure,
  nameBucket,
  refuseWhileFull,
} from './attempt-limits.ts';
import { hashOfToken } from './authenticate.ts';
import { takeCode } from './one-time-code.ts';
import { isPassword } from './password-hash.ts';
import { deleteSessions } from './session.store.ts';

export async function getOwnAccount({ tx, actor }: Context): Promise<AccountRow> {
  return (await findAccount(tx, actor.account)) ?? refuse(noSuchAccount);
}

export async function refuseWrongPassword(
  context: Context,
  account: AccountRow,
  typed: string,
): Promise<void> {
  const bucket = nameBucket(context.platform.secrets, account.username);
  await refuseWhileFull(context, [bucket]);
  if (await isPassword(account.passwordHash, typed)) return;
  throw new KeptRefusal(wrongPassword, await countedFailure(context, bucket));
}

export async function refuseWrongCode(
  context: Context,
  account: AccountRow,
  code: string,
): Promise<void> {
  const { tx, now, platform } = context;
  const bucket = codeBucket(account.id);
  await refuseWhileFull(context, [bucket]);
  const refusal = await takeCode(tx, platform.secrets, { account, code, now });
  if (refusal !== undefined) {
    throw new KeptRefusal(refusal, await countedFailure(context, bucket));
  }
}

async function countedFailure(context: Context, bucket: Bucket): Promise<RefusedAct> {
  const seconds = await countFailure(context.tx, [bucket], context.now);
  const { area, account } = context.actor;
  const facts = { locked: seconds > 0 };
  return { act: 'access.proof-refused', area, subject: `account:${account}`, facts };
}

/** Everywhere but here: whoever knew the old password is out. */
export function endOtherSessions({ tx, actor, token }: Context): Promise<number> {
  return deleteSessions(tx, actor.account, { but: hashOfToken(token) });
}
