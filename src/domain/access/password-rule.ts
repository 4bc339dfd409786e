// What a new password must be: long rather than odd, not the name, not one everybody tries first, not
// the old one. No rule about kinds of characters and no expiry by date, after NIST SP 800-63B.

import type { RefusalFacts, RefusalKind } from '#domain/kernel/refusal.ts';
import * as refusals from './access-refusals.ts';
import { commonPasswords } from './common-passwords.ts';
import { passwordLimits } from './sign-in-limits.ts';

export interface PasswordProblem {
  readonly kind: RefusalKind;
  readonly facts: RefusalFacts;
}

export interface NewPassword {
  readonly password: string;
  readonly username: string;
  /** The one in force, where it is known because it was just typed. */
  readonly current?: string;
}

/** The first rule the password breaks, or undefined. */
export function passwordProblem(choice: NewPassword): PasswordProblem | undefined {
  const password = normalPassword(choice.password);
  const length = [...password].length;
  if (length < passwordLimits.lengthMin) {
    return { kind: refusals.passwordShort, facts: { min: passwordLimits.lengthMin, length } };
  }
  if (length > passwordLimits.lengthMax) {
    return { kind: refusals.passwordLong, facts: { max: passwordLimits.lengthMax, length } };
  }
  if (choice.current !== undefined && normalPassword(choice.current) === password) {
    return { kind: refusals.passwordSame, facts: {} };
  }
  if (isLikeName(password, choice.username)) return { kind: refusals.passwordLikeName, facts: {} };
  if (isCommon(password)) return { kind: refusals.passwordCommon, facts: {} };
  return undefined;
}

/** Full-width characters of an input method are the same password as plain ones. */
export function normalPassword(typed: string): string {
  return typed.normalize('NFKC');
}

/** The name alone, twice, backwards, or with little around it. */
function isLikeName(password: string, username: string): boolean {
  const plain = password.toLowerCase();
  const name = username.toLowerCase();
  if (name.length < 3) return false;
  const rest = plain
    .split(name)
    .join('')
    .split([...name].reverse().join(''))
    .join('');
  return rest.length < plain.length && rest.length < 6;
}

function isCommon(password: string): boolean {
  const plain = password.toLowerCase();
  const letters = plain.replace(/[^\p{L}]+/gu, '');
  return (
    commonPasswords.has(plain) ||
    commonPasswords.has(plain.replace(/[^\p{L}\p{N}]+/gu, '')) ||
    (letters.length >= 4 && commonPasswords.has(letters) && plain.length - letters.length <= 6) ||
    isRun(plain)
  );
}

/** One character repeated, a short piece repeated, or a run as on a keyboard or a calendar. */
function isRun(plain: string): boolean {
  for (let size = 1; size <= 3; size += 1) {
    const piece = plain.slice(0, size);
    if (piece.repeat(Math.ceil(plain.length / size)).slice(0, plain.length) === plain) return true;
  }
  const rows = ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm'];
  return rows.some((row) => row.includes(plain) || [...row].reverse().join('').includes(plain));
}
