// How a rule about money stands: what is measured, of what, and whether it can still be kept. A share is
// looked at before a posting too: what goes elsewhere may not be so much that the share is lost for the year.
import type { Fen } from '#domain/kernel/fen.ts';

/** Kept; lost for the year; not reached yet but still possible; not to be said, since something is missing. */
export const verdicts = ['kept', 'broken', 'open', 'unknown'] as const;
export type Verdict = (typeof verdicts)[number];

/** A share as the pack writes it, in per cent, without losing its decimals. */
function perMille(percent: number): bigint {
  return BigInt(Math.round(percent * 1000));
}
const whole = 100_000n;

export interface ShareFacts {
  readonly percent: number;
  readonly measured: Fen;
  /** What was used of the base so far, for this and for everything else. */
  readonly used: Fen;
  /** All there is to be used; null where nobody entered it. */
  readonly base: Fen | null;
}

/** What may still go elsewhere before the share is lost; below nothing where it is. */
export function roomElsewhere({ percent, measured, used, base }: ShareFacts): Fen {
  const all = base === null || used > base ? used : base;
  return (all * (whole - perMille(percent))) / whole - (used - measured);
}

/** What is missing to reach so many per cent of the base, or is above them; nothing where it is kept. */
export function missingOfShare({ percent, measured, used, base }: ShareFacts): Fen {
  const all = base === null || used > base ? used : base;
  return missingTo((all * perMille(percent) + whole - 1n) / whole, measured);
}

export function missingTo(least: Fen, measured: Fen): Fen {
  return measured >= least ? 0n : least - measured;
}

export function shareVerdict(facts: ShareFacts): Verdict {
  const { base, measured, percent, used } = facts;
  if (base === null) return 'unknown';
  const all = used > base ? used : base;
  if (all <= 0n) return 'open';
  if (measured * whole >= all * perMille(percent)) return 'kept';
  return roomElsewhere(facts) < 0n ? 'broken' : 'open';
}

/** At most so much of the base. */
export function capVerdict({ base, measured, percent }: ShareFacts): Verdict {
  if (base === null) return 'unknown';
  return measured * whole <= base * perMille(percent) ? 'kept' : 'broken';
}

/** Parts of one whole: kept where nothing but the rounding of a fen is between them. */
export function splitVerdict(
  { measured, all }: { readonly measured: Fen; readonly all: Fen },
  { part, parts }: { readonly part: number; readonly parts: number },
  isOver: boolean,
): Verdict {
  if (all <= 0n) return 'open';
  const off = measured * BigInt(parts) - all * BigInt(part);
  const isExact = (off < 0n ? -off : off) < BigInt(parts);
  if (isExact) return 'kept';
  return isOver ? 'broken' : 'open';
}

export function floorVerdict(
  { short, of }: { readonly short: number; readonly of: number },
  isOver: boolean,
): Verdict {
  if (of === 0) return 'unknown';
  if (short === 0) return 'kept';
  return isOver ? 'broken' : 'open';
}

/** A sum that must be reached within the year. */
export function leastVerdict(measured: Fen, least: Fen, isOver: boolean): Verdict {
  if (measured >= least) return 'kept';
  return isOver ? 'broken' : 'open';
}

/** A multiple of what stands behind it, between two limits; either may be absent. */
export function multipleVerdict(
  measured: Fen,
  base: Fen,
  { least, most }: { readonly least: number | null; readonly most: number | null },
): Verdict {
  if (base <= 0n) return measured > 0n ? 'broken' : 'open';
  const times = Number(measured) / Number(base);
  if (most !== null && times > most) return 'broken';
  return least !== null && times < least ? 'open' : 'kept';
}
