// Turns a session token into the actor behind it, in one round trip. A token is 32 random bytes; the
// database knows only its hash, so whoever reads the database cannot sign in with what they find.
import { createHash, randomBytes } from 'node:crypto';
import { isRole } from '#domain/access/permission.ts';
import { sessionLimits } from '#domain/access/sign-in-limits.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import type { Db } from '#server/database/connect.ts';
import type { Authenticated } from '#server/platform.ts';
import { findActorRow } from './session.store.ts';

const tokenForm = /^[A-Za-z0-9_-]{43}$/;

export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

export async function authenticate(
  db: Db,
  token: string,
  now: string,
): Promise<Authenticated | undefined> {
  if (!tokenForm.test(token)) return undefined;
  const row = await findActorRow(db, {
    tokenHash: hashOfToken(token),
    now,
    idleSeconds: sessionLimits.idleSeconds,
    touchSeconds: sessionLimits.touchSeconds,
  });
  if (row === undefined || !isRole(row.role)) return undefined;
  return {
    actor: {
      account: row.account,
      username: row.username,
      displayName: row.display_name,
      title: row.title,
      role: row.role,
      area: areaCode(row.area_code),
      areas: row.area_codes.map(areaCode),
      households: row.households,
      language: row.language === 'en' ? 'en' : 'zh',
    },
    stage: row.stage === 'full' ? 'full' : 'password',
    mustChangePassword: row.must_change_password,
  };
}
