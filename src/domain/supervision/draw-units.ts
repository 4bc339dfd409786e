// One stage of a draw over areas: which units inside each unit above, with the chance each had. Units
// stand in hash order; proportional draws are systematic along it (Madow 1949), with units that are
// larger than a step taken for certain. Everything follows from seed, plan and frame.
import type { DrawStage } from './draw-plan.ts';
import { inHashOrder, uniformOf } from './hash-order.ts';

export interface Unit {
  readonly code: string;
  /** Households of the frame in it. */
  readonly households: number;
}

export interface Picked extends Unit {
  /** Chance of being drawn, stages above included. */
  readonly probability: number;
  /** What was taken for certain above it; the spread within it is its own. */
  readonly stratum: string;
  /** The first unit that chance drew; null while nothing was left to chance. */
  readonly cluster: string | null;
}

/** The whole area, before anything is drawn. */
export function wholeOf(code: string, households: number): Picked {
  return { code, households, probability: 1, stratum: '', cluster: null };
}

/** `units` are all those of the stage's level below the parents, in any order. */
export function pickUnits(
  stage: DrawStage,
  parents: readonly Picked[],
  { units, seed }: { readonly units: readonly Unit[]; readonly seed: string },
): readonly Picked[] {
  const within = groupedBy(parents, units);
  const picked = parents.flatMap((parent) =>
    pickIn(stage, parent, { units: within.get(parent.code) ?? [], seed }),
  );
  return picked.sort((left, right) => (left.code < right.code ? -1 : 1));
}

function groupedBy(
  parents: readonly Picked[],
  units: readonly Unit[],
): ReadonlyMap<string, readonly Unit[]> {
  const lengths = [...new Set(parents.map(({ code }) => code.length))];
  const groups = new Map<string, Unit[]>(parents.map(({ code }) => [code, []]));
  for (const unit of units) {
    for (const length of lengths) groups.get(unit.code.slice(0, length))?.push(unit);
  }
  return groups;
}

interface Given {
  readonly units: readonly Unit[];
  readonly seed: string;
}

function pickIn(stage: DrawStage, parent: Picked, { units, seed }: Given): readonly Picked[] {
  const { how, unit } = stage;
  const label = `${unit}/${parent.code}`;
  if (how === 'chosen') {
    const chosen = new Set(stage.chosen ?? []);
    return units.filter(({ code }) => chosen.has(code)).map((one) => certain(one, parent));
  }
  if (how === 'all') return units.map((one) => certain(one, parent));
  const wanted = Math.min(units.length, sizeOf(stage, units.length));
  const ordered = inHashOrder(units, seed, label);
  if (how === 'proportional') return proportional(ordered, wanted, { parent, seed, label });
  if (how === 'adjacent') return adjacent(units, wanted, { parent, seed, label });
  return ordered
    .slice(0, wanted)
    .map((one) => drawn(one, parent, units.length === 0 ? 0 : wanted / units.length));
}

export function sizeOf({ take }: DrawStage, units: number): number {
  if ('count' in take) return take.count;
  if ('total' in take) return take.total;
  return Math.ceil(take.share * units - 1e-9);
}

interface Place {
  readonly parent: Picked;
  readonly seed: string;
  readonly label: string;
}

function proportional(
  ordered: readonly Unit[],
  wanted: number,
  { parent, seed, label }: Place,
): readonly Picked[] {
  const sure = new Set<string>();
  let left = wanted;
  let total = ordered.reduce((sum, unit) => sum + unit.households, 0);
  // A unit larger than a step would be drawn twice: it is taken, and the step made anew.
  for (;;) {
    const step = total / left;
    const large = ordered.filter((unit) => !sure.has(unit.code) && unit.households >= step);
    if (large.length === 0 || left <= 0) break;
    for (const unit of large.slice(0, left)) {
      sure.add(unit.code);
      total -= unit.households;
      left -= 1;
    }
  }
  const step = left > 0 ? total / left : 0;
  const picked = ordered.filter(({ code }) => sure.has(code)).map((one) => drawn(one, parent, 1));
  if (left <= 0 || step === 0) return picked;
  let next = uniformOf(seed, `${label}/start`) * step;
  let passed = 0;
  for (const unit of ordered) {
    if (sure.has(unit.code)) continue;
    passed += unit.households;
    if (passed <= next) continue;
    picked.push(drawn(unit, parent, unit.households / step));
    next += step;
  }
  return picked;
}

/** A run of neighbours in the order of codes, closed to a ring; only its start is left to chance. */
function adjacent(
  units: readonly Unit[],
  wanted: number,
  { parent, seed, label }: Place,
): readonly Picked[] {
  const ring = units.toSorted((left, right) => (left.code < right.code ? -1 : 1));
  const start = Math.floor(uniformOf(seed, `${label}/start`) * ring.length);
  const chance = ring.length === 0 ? 0 : wanted / ring.length;
  return Array.from({ length: wanted }, (_, step) => ring[(start + step) % ring.length]).flatMap(
    (unit) => (unit === undefined ? [] : [drawn(unit, parent, chance)]),
  );
}

function certain(unit: Unit, parent: Picked): Picked {
  const { probability, cluster, stratum } = parent;
  return { ...unit, probability, cluster, stratum: cluster === null ? unit.code : stratum };
}

function drawn(unit: Unit, parent: Picked, chance: number): Picked {
  return {
    ...unit,
    probability: parent.probability * chance,
    cluster: parent.cluster ?? unit.code,
    stratum: parent.stratum,
  };
}
