// Proves one chain from its rows as they stand, taken in the order of their numbers. Trusts nothing in
// the database: a digest is made again from the row, a seal from the one before. Each kind of tampering
// gets a finding of its own, and damage at one place does not hide what follows it.

import type { Mac } from './act.ts';
import { emptyHead, type Head, hashOfSeal, type Sealable } from './chain.ts';
import { type Finding, finding } from './finding.ts';

/** A seal with the entry it names, as found. */
export interface FoundSeal {
  readonly number: number;
  readonly hash: string;
  readonly entry: string;
  /** Undefined where the entry is gone. */
  readonly found: FoundEntry | undefined;
}

export interface FoundEntry {
  /** As stored. */
  readonly digest: string;
  /** Whether the stored digest is that of the row. */
  readonly isGenuine: boolean;
  /** The chain its area puts it in. */
  readonly home: number;
}

export interface ChainCheck {
  take(seal: FoundSeal): void;
  /** After the last seal. */
  end(): readonly Finding[];
  readonly head: Head;
}

/** A seal that does not follow from what stands before it. */
interface Break extends Sealable {
  readonly number: number;
  readonly hash: string;
  /** The hash that stands before it. */
  readonly previous: string;
}

/** Beyond this many breaks the search for where each belongs would take longer than it is worth. */
const breaksSearched = 60;

export function makeChainCheck(mac: Mac, chain: number, exported: readonly Head[]): ChainCheck {
  const findings: Finding[] = [];
  const breaks: Break[] = [];
  let head = emptyHead(mac, chain);
  // What the last seal should have been: a rewritten seal must not make the next one look wrong too.
  let expected = head.hash;

  return {
    get head() {
      return head;
    },
    take(seal) {
      const isNext = seal.number === head.number + 1;
      const found = [...findingsOfEntry(seal, chain), ...findingsOfHeads(seal, chain, exported)];
      if (!isNext) found.unshift(gapBefore(seal, head));
      findings.push(...found);
      const made = sealableOf(seal);
      const hashAfter = (previous: string) => hashOfSeal(mac, previous, seal.number, made);
      const isBroken =
        found.length === 0 && ![head.hash, expected].some((one) => hashAfter(one) === seal.hash);
      if (isBroken) breaks.push({ ...made, ...seal, previous: head.hash });
      expected = isBroken ? hashAfter(expected) : seal.hash;
      head = { chain, number: seal.number, hash: seal.hash };
    },
    end() {
      const beyond = exported.filter((known) => known.number > head.number);
      const cut = beyond.map(({ number }) =>
        finding('cutOff', { chain, number, entry: null }, { last: head.number }),
      );
      return [...findings, ...cut, ...findingsOfBreaks(mac, chain, breaks)];
    },
  };
}

function sealableOf({ entry, found }: FoundSeal): Sealable {
  return { entry, digest: found?.digest ?? '' };
}

function gapBefore(seal: FoundSeal, head: Head): Finding {
  const place = { chain: head.chain, number: head.number + 1, entry: null };
  return finding('sealsRemoved', place, { last: seal.number - 1 });
}

function findingsOfHeads(
  seal: FoundSeal,
  chain: number,
  exported: readonly Head[],
): readonly Finding[] {
  const differs = exported.some(
    (known) => known.number === seal.number && known.hash !== seal.hash,
  );
  return differs ? [finding('rewritten', { chain, number: seal.number, entry: seal.entry })] : [];
}

function findingsOfEntry(seal: FoundSeal, chain: number): readonly Finding[] {
  const place = { chain, number: seal.number, entry: seal.entry };
  const { found } = seal;
  if (found === undefined) return [finding('entryRemoved', place)];
  if (!found.isGenuine) return [finding('changed', place)];
  if (found.home !== chain) return [finding('misplaced', place, { home: found.home })];
  return [];
}

/**
 * Tells exchanged seals from rewritten ones. An exchanged one fits somewhere else among the breaks:
 * its entry under another one's hash, or the whole row at another one's number.
 */
function findingsOfBreaks(mac: Mac, chain: number, breaks: readonly Break[]): readonly Finding[] {
  const searched = breaks.length <= breaksSearched ? breaks : [];
  const hashes = searched.flatMap((one) => [one.hash, one.previous]);
  const placeOf = (row: Break): number | undefined =>
    searched.find(
      (other) =>
        other !== row &&
        (hashOfSeal(mac, other.previous, other.number, row) === other.hash ||
          hashes.some((previous) => hashOfSeal(mac, previous, other.number, row) === row.hash)),
    )?.number;
  const places = new Map(searched.map((row) => [row, placeOf(row)]));
  const moved = [...places.values()].some((place) => place !== undefined);
  return breaks.flatMap((row) => {
    const at = { chain, number: row.number, entry: row.entry };
    const place = places.get(row);
    if (place !== undefined) return [finding('reordered', at, { place })];
    // Behind an exchanged seal the next one breaks too, although nobody touched it.
    const follows = hashes.some(
      (previous) => hashOfSeal(mac, previous, row.number, row) === row.hash,
    );
    return moved && follows ? [] : [finding('sealChanged', at)];
  });
}
