// Changes one's own password and ends every other session.
import type { changePassword as shape } from '#contract/access.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { passwordProblem } from '#domain/access/password-rule.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { changeAccount } from './account.store.ts';
import { endOtherSessions, getOwnAccount, refuseWrongPassword } from './own-account.ts';
import { hashPassword } from './password-hash.ts';

export async function changePassword(
  context: Context,
  { body }: InputOf<typeof shape>,
): Promise<OutputOf<typeof shape>> {
  const account = await getOwnAccount(context);

  await refuseWrongPassword(context, account, body.current);
  const { username } = account;
  const problem = passwordProblem({ password: body.next, username, current: body.current });
  if (problem !== undefined) refuse(problem.kind, problem.facts);

  const passwordHash = await hashPassword(body.next);
  await changeAccount(context.tx, account.id, { passwordHash, mustChangePassword: false });
  return { sessionsEnded: await endOtherSessions(context) };
}
