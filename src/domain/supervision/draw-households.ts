// The last stage: how many households each drawn unit gives, and, for whoever checks a draw without
// the database, which. The database draws the same by the same keys in one statement.
import { type DrawPlan, type DrawStage, digitsOf } from './draw-plan.ts';
import { type Picked, pickUnits, sizeOf, type Unit, wholeOf } from './draw-units.ts';
import { digestOf, orderKey, uniformOf } from './hash-order.ts';

export interface Allotted extends Picked {
  readonly take: number;
  /** Chance of each household in it, all stages included. */
  readonly chance: number;
}

/** Shared out by size where a total is asked for, by largest remainders; else so many in each. */
export function allot(plan: DrawPlan, picked: readonly Picked[]): readonly Allotted[] {
  const stage = plan.stages.at(-1);
  if (stage === undefined) return [];
  const takes = takesOf(stage, picked);
  return picked.map((unit, at) => {
    const take = takes[at] ?? 0;
    const share = unit.households === 0 ? 0 : take / unit.households;
    return { ...unit, take, chance: unit.probability * share };
  });
}

function takesOf(stage: DrawStage, picked: readonly Picked[]): readonly number[] {
  if (stage.how === 'all') return picked.map(({ households }) => households);
  if (!('total' in stage.take)) {
    return picked.map(({ households }) => Math.min(households, sizeOf(stage, households)));
  }
  const all = picked.reduce((sum, { households }) => sum + households, 0);
  const total = Math.min(stage.take.total, all);
  const shares = picked.map(({ households }) => (all === 0 ? 0 : (total * households) / all));
  const takes = shares.map((share) => Math.floor(share + 1e-9));
  const order = shares
    .map((share, at) => ({ at, rest: share - (takes[at] ?? 0) }))
    .sort((left, right) => right.rest - left.rest || left.at - right.at);
  const missing = total - takes.reduce((sum, take) => sum + take, 0);
  for (const { at } of order.slice(0, missing)) takes[at] = (takes[at] ?? 0) + 1;
  return takes;
}

/**
 * Units larger than a village give their households through villages: distinct ranks of the unit are drawn,
 * each rank falls into a village, and the village gives as many as fell into it. Every set of households
 * is as likely as without this step, and only villages that give any are looked at.
 */
export function spread(
  allotted: readonly Allotted[],
  { villages, seed }: { readonly villages: readonly Unit[]; readonly seed: string },
): readonly Allotted[] {
  const ordered = villages.toSorted((left, right) => (left.code < right.code ? -1 : 1));
  return allotted.flatMap((unit) => {
    if (unit.code.length >= digitsOf.village) return [unit];
    const inside = ordered.filter(({ code }) => code.startsWith(unit.code));
    const counts = countsByVillage(unit, inside, seed);
    return inside.flatMap(({ code, households }, at) => {
      const take = counts[at] ?? 0;
      return take === 0 ? [] : [{ ...unit, code, households, take }];
    });
  });
}

function countsByVillage(
  unit: Allotted,
  villages: readonly Unit[],
  seed: string,
): readonly number[] {
  const { take, households, code } = unit;
  if (take >= households) return villages.map((village) => village.households);
  // Where more than half are wanted, those that stay behind are drawn.
  const isInverse = take > households / 2;
  const ranks = distinctRanks(`${seed}/rank/${code}`, {
    count: isInverse ? households - take : take,
    below: households,
  });
  let passed = 0;
  let next = 0;
  return villages.map((village) => {
    passed += village.households;
    let fallen = 0;
    while (next < ranks.length && (ranks[next] ?? 0) < passed) {
      fallen += 1;
      next += 1;
    }
    return isInverse ? village.households - fallen : fallen;
  });
}

function distinctRanks(
  label: string,
  { count, below }: { readonly count: number; readonly below: number },
): readonly number[] {
  const ranks = new Set<number>();
  for (let at = 0; ranks.size < count; at += 1) {
    ranks.add(Math.floor(uniformOf(label, String(at)) * below));
  }
  return [...ranks].sort((left, right) => left - right);
}

export interface FrameHousehold {
  /** Where it lives, as long as the register knows. */
  readonly area: string;
  readonly no: string;
}

export interface DrawnHousehold extends FrameHousehold {
  readonly probability: number;
  readonly stratum: string;
  readonly cluster: string | null;
}

/** What the database hashes for a household: `seed/household/area/no`. */
export function householdKey(seed: string, { area, no }: FrameHousehold): string {
  return orderKey(seed, 'household', `${area}/${no}`);
}

/** Digits that tell the units households are drawn from: of the last stage of areas, a village at least. */
export function unitDigits({ stages, area }: DrawPlan): number {
  const unit = stages.at(-2)?.unit;
  const digits = unit === undefined || unit === 'household' ? area.length : digitsOf[unit];
  return Math.max(digits, digitsOf.village);
}

/**
 * The whole draw from a frame: what anybody may compute again. Of villages that give no household their
 * number is enough; where it is not given, it is what the frame holds.
 */
export function drawFrom(
  plan: DrawPlan,
  seed: string,
  frame: readonly FrameHousehold[],
  villages: readonly Unit[] = countUnits(frame, digitsOf.village),
): readonly DrawnHousehold[] {
  const all = villages.reduce((sum, { households }) => sum + households, 0);
  let picked: readonly Picked[] = [wholeOf(plan.area, all)];
  for (const stage of plan.stages.slice(0, -1)) {
    if (stage.unit === 'household') continue;
    const digits = digitsOf[stage.unit];
    const units =
      digits > digitsOf.village ? countUnits(frame, digits) : sumUnits(villages, digits);
    picked = pickUnits(stage, picked, { units, seed });
  }
  const units = spread(allot(plan, picked), { villages, seed });
  const allotted = new Map(units.map((unit) => [unit.code, unit]));
  const digits = unitDigits(plan);
  const keyed = new Map<string, (FrameHousehold & { readonly key: string })[]>();
  for (const household of frame) {
    const code = household.area.slice(0, digits);
    if ((allotted.get(code)?.take ?? 0) === 0) continue;
    const others = keyed.get(code) ?? [];
    others.push({ ...household, key: householdKey(seed, household) });
    keyed.set(code, others);
  }
  return [...keyed]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([code, households]) => {
      const unit = allotted.get(code);
      if (unit === undefined) return [];
      return households
        .sort((left, right) => (left.key < right.key ? -1 : 1))
        .slice(0, unit.take)
        .map(({ area, no }) => ({
          area,
          no,
          probability: unit.chance,
          stratum: unit.stratum,
          cluster: unit.cluster,
        }));
    });
}

/** Units of a level out of the villages in them. */
export function sumUnits(villages: readonly Unit[], digits: number): readonly Unit[] {
  const sums = new Map<string, number>();
  for (const { code, households } of villages) {
    const unit = code.slice(0, digits);
    sums.set(unit, (sums.get(unit) ?? 0) + households);
  }
  return [...sums].map(([code, households]) => ({ code, households }));
}

export function countUnits(frame: readonly FrameHousehold[], digits: number): readonly Unit[] {
  const counts = new Map<string, number>();
  for (const { area } of frame) {
    const code = area.slice(0, digits);
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].map(([code, households]) => ({ code, households }));
}

/** Lines of one village as they are kept: what follows its code, a tab, the household's number. */
export function frameLines(village: string, listing: string): readonly FrameHousehold[] {
  if (listing === '') return [];
  return listing.split('\n').map((line) => {
    const [inner = '', no = ''] = line.split('\t');
    return { area: village + inner, no };
  });
}

export interface FrameVillage {
  readonly code: string;
  readonly households: number;
  /** SHA-256 of its lines; of no lines where it gave no household. */
  readonly digest: string;
}

/** One digest for the frame: whoever has its lines can compute it, and nobody can change one unseen. */
export function frameDigest(villages: readonly FrameVillage[]): string {
  const lines = villages
    .toSorted((left, right) => (left.code < right.code ? -1 : 1))
    .map(({ code, households, digest }) => `${code}\t${households}\t${digest}`);
  return digestOf(lines.join('\n'));
}
