// The hash chain of one county: every seal covers the one before, its number, an entry and the entry's
// digest, under a key that is not in the database. Appending is all there is; chain-check.ts proves
// that nothing else was done. Decision 0005.

import type { Mac } from './act.ts';

export interface Head {
  readonly chain: number;
  /** 0 before the first seal. */
  readonly number: number;
  /** Hexadecimal. */
  readonly hash: string;
}

export interface Sealable {
  readonly entry: string;
  /** Hexadecimal. */
  readonly digest: string;
}

export interface Seal extends Head {
  readonly entry: string;
}

/** What stands before the first seal; differs from chain to chain, so that none can pass for another. */
export function emptyHead(mac: Mac, chain: number): Head {
  return { chain, number: 0, hash: mac(`bangfu audit chain ${chain}`) };
}

export function hashOfSeal(
  mac: Mac,
  previous: string,
  number: number,
  { entry, digest }: Sealable,
): string {
  return mac(`${previous}\n${number}\n${entry}\n${digest}`);
}

/** The seals that follow a head, one for each entry in the order given. */
export function seal(mac: Mac, head: Head, entries: readonly Sealable[]): readonly Seal[] {
  const seals: Seal[] = [];
  let { number, hash } = head;
  for (const entry of entries) {
    number += 1;
    hash = hashOfSeal(mac, hash, number, entry);
    seals.push({ chain: head.chain, number, hash, entry: entry.entry });
  }
  return seals;
}
