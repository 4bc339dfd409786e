// Argon2id hashes of passwords. A check takes the same time whether there is an account or not,
// because an unknown name is checked against a hash that nothing matches.
import { randomBytes, randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { normalPassword } from '#domain/access/password-rule.ts';
import { passwordHashing } from '#domain/access/sign-in-limits.ts';

const options = {
  memoryCost: passwordHashing.memoryKibibytes,
  timeCost: passwordHashing.passes,
  parallelism: passwordHashing.lanes,
} as const;

export function hashPassword(password: string): Promise<string> {
  return hash(normalPassword(password), options);
}

let nobodysHash: Promise<string> | undefined;

/** `stored` is null for an account without a password, undefined where there is no account. */
export async function isPassword(
  stored: string | null | undefined,
  typed: string,
): Promise<boolean> {
  // Made at the first check whoever it is for, so that the first unknown name takes no longer.
  nobodysHash ??= hashPassword(randomBytes(32).toString('hex'));
  const nobody = await nobodysHash;
  const matches = await verify(stored ?? nobody, normalPassword(typed));
  return matches && typeof stored === 'string';
}

/** No 0, 1, i, l, o, u: it is read aloud over a telephone. */
const alphabet = '23456789abcdefghjkmnpqrstvwxyz';

/** A first password as three groups, about 73 bits: shown once and changed at the first sign-in. */
export function newPassword(): string {
  const group = () =>
    Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)] ?? '').join('');
  return `${group()}-${group()}-${group()}`;
}
