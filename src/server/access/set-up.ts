// The first visit of an empty system creates its administrator, who sees the whole country and opens
// every other account. Two first visits at once make one administrator.
import type { setUp as shape } from '#contract/access.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { alreadySetUp } from '#domain/access/access-refusals.ts';
import { passwordProblem } from '#domain/access/password-rule.ts';
import { nation } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { PublicContext } from '#server/http/context.ts';
import { findAccount, hasAnyAccount, insertAccount } from './account.store.ts';
import { holdBucket } from './attempt.store.ts';
import { openSession } from './open-session.ts';
import { hashPassword } from './password-hash.ts';

export async function setUp(
  context: PublicContext,
  { body }: InputOf<typeof shape>,
): Promise<OutputOf<typeof shape>> {
  const { tx } = context;
  const isFirst = await holdBucket(tx, 'setup');
  if (!isFirst || (await hasAnyAccount(tx))) refuse(alreadySetUp);

  const problem = passwordProblem(body);
  if (problem !== undefined) refuse(problem.kind, problem.facts);

  const id = context.newId(0);
  await insertAccount(tx, {
    id,
    username: body.username,
    passwordHash: await hashPassword(body.password),
    role: 'admin',
    displayName: body.displayName,
    title: '',
    area: nation,
    areas: [nation],
    households: null,
    language: body.language,
    mustChangePassword: false,
    now: context.now,
  });
  context.note({ account: id, subject: `account:${id}` });
  const account = await findAccount(tx, id);
  if (account === undefined) throw new Error('the administrator just made is gone');
  return openSession(context, account, 'full');
}
