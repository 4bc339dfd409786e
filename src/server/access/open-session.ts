// Opens a session: a new token, its cookie, and what the screens need to begin.
import type { Self, SessionStart } from '#contract/access.ts';
import type { Actor } from '#domain/access/actor.ts';
import { permissionsOf } from '#domain/access/permission.ts';
import { sessionLimits } from '#domain/access/sign-in-limits.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { Tx } from '#server/database/connect.ts';
import { sessionCookie } from '#server/http/answer-request.ts';
import type { PublicContext } from '#server/http/context.ts';
import { type AccountRow, markSignedIn } from './account.store.ts';
import { nameAreas } from './area-name.store.ts';
import { secondsAfter } from './attempt-limits.ts';
import { hashOfToken, newToken } from './authenticate.ts';
import { deleteSessionsBeyond, insertSession, type SessionStage } from './session.store.ts';

export async function openSession(
  context: PublicContext,
  account: AccountRow,
  stage: SessionStage,
): Promise<SessionStart> {
  const { tx, now, device } = context;
  const token = newToken();
  const lifeSeconds =
    stage === 'full' ? sessionLimits.absoluteSeconds : sessionLimits.secondFactorSeconds;
  await insertSession(tx, {
    tokenHash: hashOfToken(token),
    account: account.id,
    stage,
    now,
    expiresAt: secondsAfter(now, lifeSeconds),
    device,
  });
  await deleteSessionsBeyond(tx, account.id, sessionLimits.perAccount);
  if (stage === 'full') await markSignedIn(tx, account.id, now);
  context.setCookie(sessionCookie, token, lifeSeconds);
  return {
    token,
    stage,
    mustChangePassword: account.mustChangePassword,
    actor: await selfOf(tx, actorOf(account), context.today),
  };
}

export function actorOf(account: AccountRow): Actor {
  const { id, username, displayName, title, role, area, areas, households, language } = account;
  return {
    account: id,
    username,
    displayName,
    title,
    role,
    area,
    areas,
    households,
    language,
  };
}

export async function selfOf(tx: Tx, actor: Actor, today: PlainDate): Promise<Self> {
  const { language } = actor;
  const [area, ...areas] = await nameAreas(tx, [actor.area, ...actor.areas], { today, language });
  if (area === undefined) throw new Error('an actor has a home area');
  return {
    account: actor.account,
    username: actor.username,
    displayName: actor.displayName,
    title: actor.title,
    role: actor.role,
    permissions: [...permissionsOf(actor.role)],
    area,
    areas,
    householdsOnly: actor.households !== null,
    language,
  };
}
