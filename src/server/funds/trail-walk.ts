// Walks the money of one entry, wave by wave: back to the lines it was drawn from, on to the lines it went
// into. Each wave is two statements, however many joints it meets.
import {
  joined,
  lengthOf,
  passesThrough,
  type Stretch,
  type TrailLine,
  throughEntry,
} from '#domain/funds/trail.ts';
import { groupBy } from '#domain/kernel/group-by.ts';
import type { Tx } from '#server/database/connect.ts';
import {
  type AskedStretch,
  drawnFrom,
  linesOfEntries,
  type MetStretch,
  type PaidTogether,
  type TrailRow,
  wentInto,
} from './trail.store.ts';

const wavesMost = 12;
export const jointsMost = 400;

export interface WalkedJoint {
  readonly entry: string;
  readonly level: number;
  readonly amount: bigint;
  readonly hidden: boolean;
}

export interface WalkedLink {
  readonly from: string;
  readonly to: string;
  readonly amount: bigint;
}

interface WalkedPayments extends Omit<PaidTogether, 'n'> {
  readonly from: string;
  readonly account: string;
  readonly level: number;
}

interface Left {
  readonly joint: string;
  readonly account: string;
  readonly amount: bigint;
}

export interface Walk {
  readonly tx: Tx;
  readonly county: number;
  readonly joints: Map<string, WalkedJoint>;
  readonly links: Map<string, WalkedLink>;
  readonly paid: WalkedPayments[];
  readonly left: Left[];
  readonly origins: Map<string, bigint>;
  readonly lines: Map<string, readonly TrailRow[]>;
  cut: boolean;
}

export function beginWalk(tx: Tx, county: number): Walk {
  return {
    tx,
    county,
    joints: new Map(),
    links: new Map(),
    paid: [],
    left: [],
    origins: new Map(),
    lines: new Map(),
    cut: false,
  };
}

/** Reads the lines of entries that were not met yet. */
export async function load(walk: Walk, entries: readonly string[]): Promise<void> {
  const fresh = [...new Set(entries)].filter((entry) => !walk.lines.has(entry));
  if (fresh.length === 0) return;
  const rows = groupBy(await linesOfEntries(walk.tx, walk.county, fresh), ({ entry }) => entry);
  for (const entry of fresh) walk.lines.set(entry, rows.get(entry) ?? []);
}

export function meet(
  { joints }: Walk,
  { entry, level, amount }: Omit<WalkedJoint, 'hidden'>,
): void {
  const known = joints.get(entry);
  const farther = Math.abs(level) > Math.abs(known?.level ?? 0) ? level : (known?.level ?? level);
  joints.set(entry, {
    entry,
    level: farther,
    amount: (known?.amount ?? 0n) + amount,
    hidden: known?.hidden ?? false,
  });
}

function hide({ joints }: Walk, entry: string): void {
  const known = joints.get(entry);
  if (known !== undefined) joints.set(entry, { ...known, hidden: true });
}

function link({ links }: Walk, { from, to, amount }: WalkedLink): void {
  const key = `${from} ${to}`;
  links.set(key, { from, to, amount: (links.get(key)?.amount ?? 0n) + amount });
}

function lineOf(walk: Walk, { entry, position }: Stretch): TrailRow | undefined {
  return walk.lines.get(entry)?.find((line) => line.position === position);
}

/** The other side of an entry; undefined where the reader does not see all of it. */
function through(walk: Walk, stretch: Stretch): readonly Stretch[] | undefined {
  return throughEntry((walk.lines.get(stretch.entry) ?? []).map(trailLine), stretch);
}

/** Whole lines of an entry on one side, as stretches. */
export function wholeLines(walk: Walk, entry: string, side: 'gains' | 'gives'): readonly Stretch[] {
  return (walk.lines.get(entry) ?? [])
    .map(trailLine)
    .filter(({ amount }) => amount > 0n === (side === 'gains'))
    .map(({ position, amount }) => ({
      entry,
      position,
      low: 0n,
      high: amount < 0n ? -amount : amount,
    }));
}

/** Back to where the money came from. */
export async function walkBack(walk: Walk, entry: string): Promise<void> {
  let gives = wholeLines(walk, entry, 'gives');
  if (gives.length === 0) hide(walk, entry);
  for (let wave = 1; gives.length > 0 && wave <= wavesMost; wave += 1) {
    noteOrigins(walk, gives);
    const asked = passing(walk, gives);
    if (asked.length === 0) return;
    const met = await drawnFrom(walk.tx, walk.county, asked);
    await load(
      walk,
      met.map((one) => one.entry),
    );
    const next: Stretch[] = [];
    for (const one of met) {
      const from = asked[one.n];
      if (from === undefined) continue;
      meet(walk, { entry: one.entry, level: -wave, amount: lengthOf(one) });
      link(walk, { from: one.entry, to: from.entry, amount: lengthOf(one) });
      const before = through(walk, one);
      if (before === undefined) hide(walk, one.entry);
      else next.push(...before);
    }
    hideShort(walk, asked, met);
    gives = joined(next);
    if (walk.joints.size > jointsMost) {
      walk.cut = true;
      return;
    }
  }
}

/** On to where it went: payments told together, all else one by one. */
export async function walkOn(walk: Walk, entry: string): Promise<void> {
  let gains = wholeLines(walk, entry, 'gains');
  for (let wave = 1; gains.length > 0 && wave <= wavesMost; wave += 1) {
    const asked = passing(walk, gains);
    if (asked.length === 0) return;
    const { met, paid } = await wentInto(walk.tx, walk.county, asked, jointsMost);
    await load(
      walk,
      met.map((one) => one.entry),
    );
    for (const { n, ...group } of paid) {
      const from = asked[n];
      if (from === undefined) continue;
      walk.paid.push({ ...group, from: from.entry, account: from.account, level: wave });
    }
    const next: Stretch[] = [];
    for (const one of met) {
      const from = asked[one.n];
      if (from === undefined) continue;
      meet(walk, { entry: one.entry, level: wave, amount: lengthOf(one) });
      link(walk, { from: from.entry, to: one.entry, amount: lengthOf(one) });
      const after = through(walk, one);
      if (after === undefined) hide(walk, one.entry);
      else next.push(...after);
    }
    noteLeft(walk, asked, { met, paid });
    gains = joined(next);
    if (walk.joints.size + walk.paid.length >= jointsMost) {
      walk.cut = true;
      return;
    }
  }
}

/** Where the money of an entry lies before it is paid: what its payments are drawn from. */
export async function stretchesOn(walk: Walk, entry: string): Promise<readonly AskedStretch[]> {
  const all: AskedStretch[] = [];
  let gains = wholeLines(walk, entry, 'gains');
  for (let wave = 1; gains.length > 0 && wave <= wavesMost; wave += 1) {
    const asked = passing(walk, gains);
    if (asked.length === 0) break;
    all.push(...asked);
    const { met } = await wentInto(walk.tx, walk.county, asked, jointsMost);
    await load(
      walk,
      met.map((one) => one.entry),
    );
    gains = joined(met.flatMap((one) => through(walk, one) ?? []));
  }
  return all;
}

function passing(walk: Walk, stretches: readonly Stretch[]): readonly AskedStretch[] {
  return stretches.flatMap((one) => {
    const line = lineOf(walk, one);
    return line !== undefined && passesThrough(line.kind)
      ? [{ ...one, account: line.account }]
      : [];
  });
}

function noteOrigins(walk: Walk, gives: readonly Stretch[]): void {
  for (const one of gives) {
    const line = lineOf(walk, one);
    if (line === undefined || passesThrough(line.kind)) continue;
    walk.origins.set(line.source, (walk.origins.get(line.source) ?? 0n) + lengthOf(one));
  }
}

/** Gains that row security hides are missing from what was met: the books go on, unseen. */
function hideShort(walk: Walk, asked: readonly AskedStretch[], met: readonly MetStretch[]): void {
  for (const [n, one] of asked.entries()) if (missing(one, n, met) > 0n) hide(walk, one.entry);
}

function noteLeft(
  walk: Walk,
  asked: readonly AskedStretch[],
  { met, paid }: { readonly met: readonly MetStretch[]; readonly paid: readonly PaidTogether[] },
): void {
  for (const [n, one] of asked.entries()) {
    const spent = paid
      .filter((group) => group.n === n)
      .reduce((sum, { amount }) => sum + amount, 0n);
    const amount = missing(one, n, met) - spent;
    if (amount > 0n) walk.left.push({ joint: one.entry, account: one.account, amount });
  }
}

function missing(asked: Stretch, n: number, met: readonly MetStretch[]): bigint {
  return met
    .filter((one) => one.n === n)
    .reduce((rest, one) => rest - lengthOf(one), lengthOf(asked));
}

function trailLine(row: TrailRow): TrailLine {
  const { entry, position, act, source, purpose, amount } = row;
  return { entry, position, act, source, purpose, amount: BigInt(amount) };
}
