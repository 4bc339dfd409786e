// Seals the three kinds of number that nobody reads without a purpose: identity, phone, bank account.
// Each is kept as ciphertext, keyed hash and mask. An identity number hashes by its first 18 characters,
// so that a disability certificate finds the person of the identity card.

import type { SealedValue } from '#domain/registry/event.ts';
import { maskIdentityNumber, normaliseIdentityNumber } from '#domain/registry/identity-number.ts';
import type { Secrets } from '#server/access/secrets.ts';

export type SealedField = 'identity' | 'phone' | 'bankAccount';

export interface Sealed {
  readonly sealed: Buffer;
  readonly hash: Buffer;
  readonly mask: string;
}

export function sealField(secrets: Secrets, field: SealedField, text: string): Sealed {
  if (field === 'identity') return sealIdentity(secrets, text);
  const plain = normaliseNumber(text);
  return {
    sealed: secrets.seal(field, plain),
    hash: secrets.hash(field, plain),
    mask: maskOf(field, plain),
  };
}

/** For exact comparison and search, without sealing anything. */
export function hashOfField(secrets: Secrets, field: SealedField, text: string): Buffer {
  return field === 'identity'
    ? hashIdentity(secrets, text)
    : secrets.hash(field, normaliseNumber(text));
}

/** What may be shown of a plain value. */
export function maskOf(field: SealedField, text: string): string {
  if (field === 'identity') return maskIdentityNumber(normaliseIdentityNumber(text));
  const plain = normaliseNumber(text);
  return field === 'phone' ? maskPhone(plain) : maskAccount(plain);
}

export function sealIdentity(secrets: Secrets, text: string): Sealed {
  const plain = normaliseIdentityNumber(text);
  return {
    sealed: secrets.seal('identity', plain),
    hash: hashIdentity(secrets, plain),
    mask: maskIdentityNumber(plain),
  };
}

/** For exact search and matching. */
export function hashIdentity(secrets: Secrets, text: string): Buffer {
  return secrets.hash('identity', normaliseIdentityNumber(text).slice(0, 18));
}

export function openField(secrets: Secrets, field: SealedField, sealed: Buffer): string {
  return secrets.open(field, sealed);
}

/** As an event keeps it: the ciphertext too, so that a replaced value can be put back. */
export function sealedValueOf({ sealed, hash, mask }: Sealed): SealedValue {
  return { mask, hash: hash.toString('hex'), sealed: sealed.toString('base64') };
}

export function sealedOf(value: SealedValue): Sealed | undefined {
  if (value.sealed === undefined || value.hash === undefined) return undefined;
  return {
    sealed: Buffer.from(value.sealed, 'base64'),
    hash: Buffer.from(value.hash, 'hex'),
    mask: value.mask,
  };
}

function normaliseNumber(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/g, '');
}

function maskPhone(text: string): string {
  return text.length < 8 ? '*'.repeat(text.length) : `${text.slice(0, 3)}****${text.slice(-4)}`;
}

function maskAccount(text: string): string {
  return text.length < 8 ? '*'.repeat(text.length) : `****${text.slice(-4)}`;
}
