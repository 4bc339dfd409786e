// One posting: lines that sum to nothing, for every source and every purpose by itself. Amounts are whole
// fen; a plus is what an account gains. An entry is never changed: a mistake is answered by its reverse.
import { deny } from '#domain/kernel/deny.ts';
import type { Fen } from '#domain/kernel/fen.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { RefusalKind } from '#domain/kernel/refusal.ts';
import { type AccountKey, accountText } from './account.ts';

import * as refusals from './refusals.ts';

export const entryKinds = [
  'plan', // budget of a year
  'appropriate', // granted by a document
  'arrive', // the money is here
  'allocate', // to an area, a unit, a project
  'pay', // out of what was allocated
  'repurpose', // another use, by a document that allows it
  'return', // back to where it came from
  'lend', // a loan paid out
  'repay',
  'subsidise', // interest
  'contribute', // into the risk fund
  'claim', // the risk fund pays for a loan
  'recover', // what came back after a claim
  'correct', // the reverse of an entry
] as const;
export type EntryKind = (typeof entryKinds)[number];

export interface EntryLine {
  readonly account: AccountKey;
  /** Whole fen, not zero; a plus is gained. */
  readonly amount: Fen;
}

export interface Entry {
  readonly id: string;
  readonly kind: EntryKind;
  /** The day it is true of. */
  readonly on: PlainDate;
  /** Number of the paper behind it. */
  readonly document: string;
  readonly memo: string;
  readonly lines: readonly EntryLine[];
  /** The entry this one takes back. */
  readonly reverses: string | null;
  /** Kind of what a reversal takes back. */
  readonly corrects?: EntryKind;
}

/** Why an entry cannot stand, whatever the books say; undefined where it can. */
export function entryDenial({ kind, corrects, document, lines }: Entry): RefusalKind | undefined {
  if (document.trim() === '') return deny(refusals.noDocument);
  if (lines.length < 2) return deny(refusals.tooFewLines);
  const seen = new Set<string>();
  for (const [index, { account, amount }] of lines.entries()) {
    if (amount === 0n) return deny(refusals.zeroLine, { line: index + 1 });
    const text = accountText(account);
    if (seen.has(text)) return deny(refusals.accountTwice, { line: index + 1 });
    seen.add(text);
  }
  const sum = lines.reduce((total, { amount }) => total + amount, 0n);
  if (sum !== 0n) return deny(refusals.unbalanced, { difference: yuanText(sum) });
  const source = unequal(lines, ({ source: from }) => from);
  if (source !== undefined) return deny(refusals.sourceMixed, source);
  const purpose = unequal(lines, ({ source: from, purpose: use }) => `${from}\n${use}`);
  // A change of use, and its reverse.
  if (purpose !== undefined && (corrects ?? kind) !== 'repurpose') {
    const [, use = ''] = purpose.name.split('\n');
    return deny(refusals.purposeMixed, { name: use, difference: purpose.difference });
  }
  return undefined;
}

/** The same entry the other way round. */
export function reverseOf(
  entry: Entry,
  { id, on, memo }: Pick<Entry, 'id' | 'on' | 'memo'>,
): Entry {
  return {
    id,
    on,
    memo,
    kind: 'correct',
    document: entry.document,
    lines: entry.lines.map(({ account, amount }) => ({ account, amount: -amount })),
    reverses: entry.id,
    corrects: entry.corrects ?? entry.kind,
  };
}

/** `-1234.56`, for sentences. */
export function yuanText(fen: Fen): string {
  const size = fen < 0n ? -fen : fen;
  const cents = String(size % 100n).padStart(2, '0');
  return `${fen < 0n ? '-' : ''}${size / 100n}.${cents}`;
}

/** `1,234,567.80`, for people to read on a wall. */
export function yuanGrouped(fen: Fen): string {
  return yuanText(fen).replace(/\B(?=(\d{3})+\.)/g, ',');
}

function unequal(
  lines: readonly EntryLine[],
  groupOf: (account: AccountKey) => string,
): { readonly name: string; readonly difference: string } | undefined {
  const sums = new Map<string, Fen>();
  for (const { account, amount } of lines) {
    const group = groupOf(account);
    sums.set(group, (sums.get(group) ?? 0n) + amount);
  }
  for (const [name, sum] of sums) if (sum !== 0n) return { name, difference: yuanText(sum) };
  return undefined;
}
