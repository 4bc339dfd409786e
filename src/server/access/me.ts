// Who is signed in, what they may do and see, and what this installation is.
import type { Me } from '#contract/access.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { signInNeeded } from '#server/http/input-refusals.ts';
import { hashOfToken } from './authenticate.ts';
import { selfOf } from './open-session.ts';
import { getOwnAccount } from './own-account.ts';
import { findSession } from './session.store.ts';

export async function describeMe(context: Context): Promise<Me> {
  const { tx, actor, today, platform } = context;
  const account = await getOwnAccount(context);
  const session = (await findSession(tx, hashOfToken(context.token))) ?? refuse(signInNeeded);
  return {
    ...(await selfOf(tx, actor, today)),
    stage: session.stage,
    mustChangePassword: account.mustChangePassword,
    secondFactor: account.totpEnabled,
    installation: {
      demonstration: platform.demonstration,
      today,
      notes: [...platform.notes],
      version: platform.version,
      packs: platform.packs.all().map(({ manifest }) => ({
        id: manifest.id,
        version: manifest.version,
      })),
    },
  };
}
