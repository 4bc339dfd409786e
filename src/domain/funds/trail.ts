// Which yuan is which in a purse that many fill and many are paid from. A purse holds money of one source and
// one use, so those never mix; within it what came in first goes out first (先进先出), the same rule by which
// the age of a balance is told. Money is a stretch of a line: from one fen of it to another. Entries that
// were taken back never moved anything, and neither did their reversals.

import type { AccountKind } from './account.ts';
import type { EntryKind } from './entry.ts';

/** A stretch of a line, in fen from the line's beginning; the line may be a gain or a give. */
export interface Stretch {
  readonly entry: string;
  readonly position: number;
  readonly low: bigint;
  readonly high: bigint;
}

export interface TrailLine {
  readonly entry: string;
  readonly position: number;
  readonly act: EntryKind;
  readonly source: string;
  readonly purpose: string;
  readonly amount: bigint;
}

export function lengthOf({ low, high }: Pick<Stretch, 'low' | 'high'>): bigint {
  return high - low;
}

/** Kinds of accounts that money passes through; in every other kind a trail begins or ends. */
const passedKinds: ReadonlySet<AccountKind> = new Set(['appropriated', 'treasury', 'allocated']);

export function passesThrough(kind: AccountKind): boolean {
  return passedKinds.has(kind);
}

/**
 * The stretches on the other side of an entry that a stretch of one of its lines is: lines of the same
 * source and use, in their order, laid against one another. Undefined where not every line of the entry is
 * seen, since then nobody can tell.
 */
export function throughEntry(
  lines: readonly TrailLine[],
  stretch: Stretch,
): readonly Stretch[] | undefined {
  const own = lines.find(({ position }) => position === stretch.position);
  if (own === undefined) return undefined;
  const alike = lines.filter(
    (line) =>
      line.source === own.source && (own.act === 'repurpose' || line.purpose === own.purpose),
  );
  if (alike.reduce((sum, { amount }) => sum + amount, 0n) !== 0n) return undefined;
  const isGain = own.amount > 0n;
  const before = alike
    .filter((line) => line.amount > 0n === isGain && line.position < own.position)
    .reduce((sum, { amount }) => sum + sizeOf(amount), 0n);
  const others = alike
    .filter((line) => line.amount > 0n !== isGain)
    .sort((left, right) => left.position - right.position);
  return overlapping(others, { low: before + stretch.low, high: before + stretch.high });
}

/** What of lines laid end to end lies within a stretch of the whole. */
export function overlapping(
  lines: readonly Pick<TrailLine, 'entry' | 'position' | 'amount'>[],
  asked: Pick<Stretch, 'low' | 'high'>,
): readonly Stretch[] {
  const found: Stretch[] = [];
  let start = 0n;
  for (const { entry, position, amount } of lines) {
    const end = start + sizeOf(amount);
    const low = asked.low > start ? asked.low : start;
    const high = asked.high < end ? asked.high : end;
    if (low < high) found.push({ entry, position, low: low - start, high: high - start });
    start = end;
  }
  return found;
}

/** Stretches that touch become one, so that a line is asked for once. */
export function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const sorted = [...stretches].sort(
    (left, right) =>
      left.entry.localeCompare(right.entry) ||
      left.position - right.position ||
      (left.low < right.low ? -1 : 1),
  );
  const whole: Stretch[] = [];
  for (const one of sorted) {
    const last = whole.at(-1);
    const goesOn =
      last !== undefined &&
      last.entry === one.entry &&
      last.position === one.position &&
      last.high >= one.low;
    if (goesOn)
      whole[whole.length - 1] = { ...last, high: one.high > last.high ? one.high : last.high };
    else whole.push(one);
  }
  return whole;
}

function sizeOf(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}
