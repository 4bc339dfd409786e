// Hashes for one list: made with a key that exists for it alone, on the department's machine and here, and
// thrown away after the run. Beside each hash stands a check made of it with the same key, so that a row
// made with another key is told apart from one that matches nobody.
import { createHmac } from 'node:crypto';

const keyBytes = 32;
const checkCharacters = 12;

/** Reads a key as it was shown; undefined where it is none. */
export function readMatchKey(text: string): Buffer | undefined {
  const bare = text.trim().replace(/^bangfu-match-/, '');
  if (!/^[0-9a-f]{64}$/i.test(bare)) return undefined;
  const key = Buffer.from(bare, 'hex');
  return key.length === keyBytes ? key : undefined;
}

export function shownMatchKey(key: Buffer): string {
  return `bangfu-match-${key.toString('hex')}`;
}

export function matchHash(key: Buffer, citizen: string): Buffer {
  return createHmac('sha256', key).update('person\0').update(citizen).digest();
}

export function matchCheck(key: Buffer, hash: string): string {
  return createHmac('sha256', key)
    .update('check\0')
    .update(hash)
    .digest('hex')
    .slice(0, checkCharacters);
}
