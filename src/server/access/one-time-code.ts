// One-time codes of RFC 6238. The secret is sealed in the database; a code is taken once, and so is
// every code before it.
import { Secret, TOTP } from 'otpauth';
import { codeUsed, wrongCode } from '#domain/access/access-refusals.ts';
import { secondFactorShape } from '#domain/access/sign-in-limits.ts';
import type { RefusalKind } from '#domain/kernel/refusal.ts';
import type { Tx } from '#server/database/connect.ts';
import { type AccountRow, takeCodeStep } from './account.store.ts';
import type { Secrets } from './secrets.ts';

const field = 'access_account.totp';

export interface SecondFactorSecret {
  readonly secret: string;
  readonly uri: string;
}

export function newSecondFactor(username: string): SecondFactorSecret {
  const totp = totpOf(new Secret({ size: 20 }).base32, username);
  return { secret: totp.secret.base32, uri: totp.toString() };
}

export function sealSecret(secrets: Secrets, secret: string): Buffer {
  return secrets.seal(field, secret);
}

/** Takes the code for this account; else the reason why not: wrong, or used before. */
export async function takeCode(
  tx: Tx,
  secrets: Secrets,
  { account, code, now }: { account: AccountRow; code: string; now: string },
): Promise<RefusalKind | undefined> {
  if (account.totpSealed === null) return wrongCode;
  const step = stepOf(secrets.open(field, account.totpSealed), code, now);
  if (step === undefined) return wrongCode;
  return (await takeCodeStep(tx, account.id, step)) ? undefined : codeUsed;
}

/** The time step the code belongs to, at most one away from now; undefined when to none. */
export function stepOf(secret: string, code: string, now: string): number | undefined {
  const digits = code.normalize('NFKC').replace(/\s/g, '');
  if (!/^\d{6}$/.test(digits)) return undefined;
  const timestamp = Date.parse(now);
  const totp = totpOf(secret, '');
  const delta = totp.validate({ token: digits, timestamp, window: secondFactorShape.window });
  return delta === null ? undefined : totp.counter({ timestamp }) + delta;
}

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({
    issuer: 'Bangfu',
    label,
    algorithm: 'SHA1',
    digits: secondFactorShape.digits,
    period: secondFactorShape.periodSeconds,
    secret: Secret.fromBase32(secret),
  });
}
