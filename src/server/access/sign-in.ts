// Signs in with a name and a password. A wrong name, a wrong password and a disabled account get the
// same words after the same work, and each failure is counted and written to the audit trail.

import type { signIn as shape } from '#contract/access.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { wrongCredentials } from '#domain/access/access-refusals.ts';
import { nation } from '#domain/kernel/area-code.ts';
import { KeptRefusal, type PublicContext, type RefusedAct } from '#server/http/context.ts';
import { type AccountRow, findAccountByUsername, markLocked } from './account.store.ts';
import { deleteAttempts } from './attempt.store.ts';
import {
  addressBucket,
  type Bucket,
  countFailure,
  nameBucket,
  refuseWhileFull,
  secondsAfter,
} from './attempt-limits.ts';
import { openSession } from './open-session.ts';
import { isPassword } from './password-hash.ts';

export async function signIn(
  context: PublicContext,
  { body }: InputOf<typeof shape>,
): Promise<OutputOf<typeof shape>> {
  const { tx, platform } = context;
  const username = body.username.normalize('NFKC').trim().toLowerCase();
  const name = nameBucket(platform.secrets, username);
  const address = addressBucket(platform.secrets, context.address);
  await refuseWhileFull(context, [name, address]);
  const account = await findAccountByUsername(tx, username);

  const isRight = await isPassword(account?.passwordHash, body.password);
  if (!isRight || account === undefined || account.disabledAt !== null) {
    throw new KeptRefusal(
      wrongCredentials,
      await countedFailure(context, account, [name, address]),
    );
  }

  await deleteAttempts(tx, name.key);
  context.note({ account: account.id, area: account.area, subject: `account:${account.id}` });
  return openSession(context, account, account.totpEnabled ? 'password' : 'full');
}

async function countedFailure(
  { tx, now }: PublicContext,
  account: AccountRow | undefined,
  buckets: readonly Bucket[],
): Promise<RefusedAct> {
  const seconds = await countFailure(tx, buckets, now);
  if (seconds > 0 && account !== undefined) {
    await markLocked(tx, account.id, secondsAfter(now, seconds));
  }
  return {
    act: 'access.sign-in-refused',
    area: account?.area ?? nation,
    subject: account === undefined ? '' : `account:${account.id}`,
    facts: { locked: seconds > 0, disabled: account !== undefined && account.disabledAt !== null },
  };
}
