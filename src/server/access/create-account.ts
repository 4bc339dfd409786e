// Opens an account in one's own area with a role not above one's own, and a first password that is
// shown once.
import type { createAccount as shape } from '#contract/access.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { usernameTaken } from '#domain/access/access-refusals.ts';
import { areaCode, countyNumberOf } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { insertAccount, isUsernameTaken } from './account.store.ts';
import { viewAccount } from './account-view.ts';
import { refuseGrant } from './grant.ts';
import { getManagedAccount } from './managed-account.ts';
import { hashPassword, newPassword } from './password-hash.ts';

export async function createAccount(
  context: Context,
  { body }: InputOf<typeof shape>,
): Promise<OutputOf<typeof shape>> {
  const { tx, now } = context;
  const grant = {
    role: body.role,
    area: areaCode(body.area),
    areas: (body.areas ?? [body.area]).map(areaCode),
    households: body.households ?? null,
  };
  if (await isUsernameTaken(tx, body.username)) refuse(usernameTaken, { username: body.username });

  await refuseGrant(context, grant);
  const password = newPassword();

  const id = context.newId(countyNumberOf(grant.area) ?? 0);
  await insertAccount(tx, {
    ...grant,
    id,
    username: body.username,
    passwordHash: await hashPassword(password),
    displayName: body.displayName,
    title: body.title,
    language: body.language,
    mustChangePassword: true,
    now,
  });
  context.note({ area: grant.area, subject: `account:${id}`, facts: { role: grant.role } });
  return { account: await viewAccount(context, await getManagedAccount(context, id)), password };
}
