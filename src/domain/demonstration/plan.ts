// Who is to be invented, before anybody is: every household of the county with its village, its stage,
// its batch and its number of members, such that all published figures come out by counting. Facts are
// invented afterwards, household by household, and change none of this.

import type { AreaCode } from '#domain/kernel/area-code.ts';
import type { Stage } from '#domain/registry/stage.ts';
import { adjustToSum, apportion, chooseWeighted } from './apportion.ts';
import type { Calibration, TownshipCalibration } from './calibration.ts';
import { type Random, randomOf, weighted } from './random.ts';

/** A household to be invented. */
export interface Slot {
  readonly township: AreaCode;
  readonly village: AreaCode;
  /** Place in the village, from 1. */
  readonly serial: number;
  readonly stage: Stage;
  readonly members: number;
  readonly cause: string | null;
  /** Batch of the household; null outside the register and for those no batch names. */
  readonly measure: string | null;
  /** Batches of the members one by one, where the household has none. */
  readonly memberMeasures: readonly string[];
  /** Found just above the line when verified. */
  readonly bunched: boolean;
}

export interface Village {
  readonly code: AreaCode;
  readonly name: string;
}

interface Draft {
  readonly township: TownshipCalibration;
  stage: Stage;
  members: number;
  cause: string | null;
  measure: string | null;
  memberMeasures: readonly string[];
  bunched: boolean;
}

const membersMax = 9;

/** All slots, township by township and village by village; the same for the same calibration. */
export function planCounty(
  calibration: Calibration,
  villages: readonly Village[],
): ReadonlyMap<AreaCode, readonly Slot[]> {
  const random = randomOf(`${calibration.seed} plan`);
  const drafts = draftRegister(calibration, villages, random);
  passFunnel(drafts, calibration, random);
  assignBatches(drafts, calibration, random);
  assignSizes(drafts, calibration, random);
  assignUnbatched(drafts, calibration, random);
  assignCauses(drafts, calibration, random);
  markBunched(drafts, calibration, random);
  return placeInVillages(draftOthers(drafts, calibration, villages, random), villages, random);
}

function draft(township: TownshipCalibration, stage: Stage): Draft {
  return {
    township,
    stage,
    members: 0,
    cause: null,
    measure: null,
    memberMeasures: [],
    bunched: false,
  };
}

/** Surveyed households by township follow its villages, registered ones also its poverty. */
function draftRegister(
  { published, invented }: Calibration,
  villages: readonly Village[],
  random: Random,
): Draft[] {
  const registered = apportion(
    published.registeredHouseholds,
    invented.townships.map((each) => weightOf(each, villages) * each.poor),
  );
  return random.shuffled(
    invented.townships.flatMap((township, index) =>
      Array.from({ length: registered[index] ?? 0 }, () => draft(township, 'LISTED')),
    ),
  );
}

function draftOthers(
  register: readonly Draft[],
  { published, invented }: Calibration,
  villages: readonly Village[],
  random: Random,
): readonly Draft[] {
  const surveyed = apportion(
    published.surveyedHouseholds,
    invented.townships.map((each) => weightOf(each, villages)),
  );
  const size = weighted(invented.sizes.map((each) => [each.members, each.other] as const));
  const others = invented.townships.flatMap((township, index) => {
    const poor = register.filter((each) => each.township === township).length;
    const count = (surveyed[index] ?? 0) - poor;
    if (count < 0) throw new Error(`${township.code} has more registered than surveyed households`);
    return Array.from({ length: count }, () => draft(township, 'SURVEYED'));
  });
  for (const other of others) other.members = size(random);
  return [...register, ...others];
}

function weightOf(township: TownshipCalibration, villages: readonly Village[]): number {
  return township.weight * villages.filter((each) => each.code.startsWith(township.code)).length;
}

/** Each step takes exactly as many of the step before as were published. */
function passFunnel(drafts: readonly Draft[], { published }: Calibration, random: Random): void {
  const pace = {
    EXIT_APPLIED: 'applied',
    EXIT_VERIFIED: 'verified',
    EXIT_STANDARD: 'standard',
    EXIT_ANNOUNCED: 'announced',
  } as const;
  let standing = drafts;
  for (const step of published.funnel) {
    standing = chooseWeighted(standing, step.households, {
      random,
      weight: (each) => each.township[pace[step.stage]],
    });
    for (const each of standing) each.stage = step.stage;
  }
}

/** Relocation goes by township; the other batches are spread over everybody else. */
function assignBatches(drafts: readonly Draft[], { published }: Calibration, random: Random): void {
  let waiting: readonly Draft[] = drafts;
  for (const batch of [...published.batches].sort(
    (one, other) => other.households - one.households,
  )) {
    const weight = (each: Draft) => (batch.measure === 'RELOCATION' ? each.township.relocation : 1);
    const chosen = new Set(chooseWeighted(waiting, batch.households, { random, weight }));
    for (const each of chosen) each.measure = batch.measure;
    waiting = waiting.filter((each) => !chosen.has(each));
  }
}

/** Sizes are drawn, then moved by one here and there until every published sum of persons is met. */
function assignSizes(drafts: readonly Draft[], calibration: Calibration, random: Random): void {
  const { published, invented } = calibration;
  const size = weighted(invented.sizes.map((each) => [each.members, each.registered] as const));
  for (const each of drafts) each.members = size(random);

  const fixed = new Set<Draft>();
  for (const step of published.funnel) {
    if (step.persons === undefined) continue;
    const there = drafts.filter((each) => each.stage === step.stage);
    setSum(there, step.persons, random);
    for (const each of there) fixed.add(each);
  }
  const shared = personsShared(calibration);
  published.batches.forEach((batch, index) => {
    const there = drafts.filter((each) => each.measure === batch.measure);
    const kept = there.filter((each) => fixed.has(each));
    const rest = batch.persons - (shared[index] ?? 0) - membersOf(kept);
    setSum(
      there.filter((each) => !fixed.has(each)),
      rest,
      random,
    );
  });
  const outside = drafts.filter((each) => each.measure === null);
  const kept = outside.filter((each) => fixed.has(each));
  setSum(
    outside.filter((each) => !fixed.has(each)),
    invented.unbatchedPersons - membersOf(kept),
    random,
  );
}

function setSum(drafts: readonly Draft[], persons: number, random: Random): void {
  const sizes = drafts.map((each) => each.members);
  adjustToSum(sizes, persons, { random, min: 1, max: membersMax });
  drafts.forEach((each, index) => {
    each.members = sizes[index] ?? each.members;
  });
}

function membersOf(drafts: readonly Draft[]): number {
  return drafts.reduce((sum, each) => sum + each.members, 0);
}

/** How many members of the households outside the batches each batch takes. */
function personsShared({ published, invented }: Calibration): readonly number[] {
  return apportion(
    invented.unbatchedPersons,
    published.batches.map((batch) => batch.persons),
  );
}

function assignUnbatched(drafts: readonly Draft[], calibration: Calibration, random: Random): void {
  const shared = personsShared(calibration);
  const labels = random.shuffled(
    calibration.published.batches.flatMap((batch, index) =>
      Array.from({ length: shared[index] ?? 0 }, () => batch.measure),
    ),
  );
  let next = 0;
  for (const each of drafts.filter((one) => one.measure === null)) {
    each.memberMeasures = labels.slice(next, next + each.members);
    next += each.members;
  }
}

/**
 * A cause must have somebody it can be true of, and where a batch suggests it, it goes there first:
 * schooling into the education batch, illness into the medical one.
 */
function assignCauses(drafts: readonly Draft[], { invented }: Calibration, random: Random): void {
  const shares = apportion(
    drafts.length,
    invented.causes.map((each) => each.share),
  );
  const left = new Map(invented.causes.map((each, index) => [each.cause, shares[index] ?? 0]));
  const waiting = new Set(random.shuffled(drafts));
  for (const { cause, fits, batch } of particularCauses) {
    const able = [...waiting].filter(fits);
    const first = able.filter((each) => each.measure === batch);
    const rest = able.filter((each) => each.measure !== batch);
    for (const each of [...first, ...rest].slice(0, left.get(cause) ?? 0)) {
      each.cause = cause;
      waiting.delete(each);
      left.set(cause, (left.get(cause) ?? 0) - 1);
    }
  }
  const labels = random.shuffled(
    [...left].flatMap(([cause, count]) => Array.from({ length: count }, () => cause)),
  );
  [...waiting].forEach((each, index) => {
    each.cause = labels[index] ?? null;
  });
}

const particularCauses: readonly {
  readonly cause: string;
  readonly batch: string | null;
  readonly fits: (each: Draft) => boolean;
}[] = [
  { cause: 'SCHOOLING', batch: 'EDUCATION', fits: (each) => each.members >= 3 },
  { cause: 'ILLNESS', batch: 'MEDICAL', fits: () => true },
  { cause: 'LABOUR', batch: 'DIBAO', fits: (each) => each.members <= 3 },
];

function markBunched(drafts: readonly Draft[], { invented }: Calibration, random: Random): void {
  const met = drafts.filter((each) => each.stage === 'EXIT_STANDARD');
  const chosen = chooseWeighted(met, Math.min(invented.bunchedHouseholds, met.length), {
    random,
    weight: () => 1,
  });
  for (const each of chosen) each.bunched = true;
}

/** Towns have fewer farming households than villages; every village differs. */
function placeInVillages(
  drafts: readonly Draft[],
  villages: readonly Village[],
  random: Random,
): ReadonlyMap<AreaCode, readonly Slot[]> {
  const byTownship = new Map<TownshipCalibration, Draft[]>();
  for (const each of drafts) {
    const there = byTownship.get(each.township) ?? [];
    there.push(each);
    byTownship.set(each.township, there);
  }
  const plan = new Map<AreaCode, readonly Slot[]>();
  for (const [township, there] of [...byTownship].sort(([one], [other]) =>
    one.code < other.code ? -1 : 1,
  )) {
    const own = villages.filter((each) => each.code.startsWith(township.code));
    const sizes = apportion(
      there.length,
      own.map((each) => (each.name.includes('社区') ? 0.4 : 0.6 + random.next() * 0.9)),
    );
    const mixed = random.shuffled(there);
    plan.set(
      township.code,
      own.flatMap((village, index) =>
        mixed.splice(0, sizes[index] ?? 0).map((each, place) => ({
          ...each,
          township: township.code,
          village: village.code,
          serial: place + 1,
        })),
      ),
    );
  }
  return plan;
}
