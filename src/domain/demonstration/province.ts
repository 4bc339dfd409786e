// A province's register for tests of size, county by county, with exact totals: its published number
// of households and persons over its real villages. Nothing is held but one county's plan.

import { z } from 'zod';
import { type AreaCode, areaCode } from '#domain/kernel/area-code.ts';
import type { HouseholdRecord } from '#domain/registry/household.ts';
import { adjustToSum, apportion } from './apportion.ts';
import type { Calibration, NameParts } from './calibration.ts';
import { numberGiver } from './identity.ts';
import { inventHousehold } from './invent-household.ts';
import { nameGiverOf } from './name.ts';
import { hamletOf, hamletsOf, staffOf } from './place.ts';
import type { Slot, Village } from './plan.ts';
import { type Random, randomOf, weighted } from './random.ts';

const text = z.string().min(1);
const count = z.number().int().min(1);
const share = z.number().min(0);

const provinceFile = z
  .object({
    province: text.transform(areaCode),
    seed: text,
    households: count,
    persons: count,
    source: z.object({ zh: text, en: text }).strict(),
    peoples: z.record(text, share),
    sizes: z.array(z.object({ members: count, share }).strict()).min(1),
  })
  .strict();

export type Province = z.output<typeof provinceFile>;

export function parseProvince(document: unknown): Province {
  return provinceFile.parse(document);
}

export interface ProvinceParts {
  readonly province: Province;
  /** Payments, incomes and causes are those of the demonstration county. */
  readonly calibration: Calibration;
  readonly names: NameParts;
  /** All village units, in the order of their codes. */
  readonly villages: readonly Village[];
}

export interface InventedCounty {
  readonly county: AreaCode;
  readonly households: number;
  readonly persons: number;
  /** Made as they are read, in the order of their numbers. */
  readonly records: Iterable<HouseholdRecord>;
}

/** Numbers of each birth day that are left to the demonstration county and its files. */
const numbersLeft = 100;

export function* inventProvince(parts: ProvinceParts): Generator<InventedCounty> {
  const { province, villages } = parts;
  const counties = byCounty(villages);
  const weights = [...counties.values()].map((own) =>
    own.reduce((sum, village) => sum + weightOf(village), 0),
  );
  const households = apportion(province.households, weights);
  const persons = apportion(province.persons, households);
  const numbers = numberGiver(numbersLeft);
  let index = 0;
  for (const [county, own] of counties) {
    const [ownHouseholds = 0, ownPersons = 0] = [households[index], persons[index]];
    index += 1;
    if (ownHouseholds === 0) continue;
    const random = randomOf(`${province.seed} ${county}`);
    const slots = planSlots(own, { households: ownHouseholds, persons: ownPersons }, parts, random);
    yield {
      county,
      households: ownHouseholds,
      persons: ownPersons,
      records: inventRecords(slots, parts, numbers, random),
    };
  }
}

function byCounty(villages: readonly Village[]): ReadonlyMap<AreaCode, readonly Village[]> {
  const counties = new Map<AreaCode, Village[]>();
  for (const village of villages) {
    const county = areaCode(village.code.slice(0, 6));
    const own = counties.get(county);
    if (own === undefined) counties.set(county, [village]);
    else own.push(village);
  }
  return counties;
}

/** Neighbourhoods of towns have few poor farming households. */
function weightOf({ name }: Village): number {
  return /居委会|居民|社区/.test(name) ? 0.1 : 1;
}

function planSlots(
  villages: readonly Village[],
  { households, persons }: { households: number; persons: number },
  { province, calibration }: ProvinceParts,
  random: Random,
): readonly Slot[] {
  const ofVillage = apportion(
    households,
    villages.map((village) => weightOf(village) * (0.5 + random.next())),
  );
  const size = weighted(province.sizes.map((each) => [each.members, each.share] as const));
  const cause = weighted(
    calibration.invented.causes.map((each) => [each.cause, each.share] as const),
  );
  const sizes = Array.from({ length: households }, () => size(random));
  const max = Math.max(...province.sizes.map((each) => each.members));
  adjustToSum(sizes, persons, { random, min: 1, max });
  let next = 0;
  return villages.flatMap((village, index) =>
    Array.from({ length: ofVillage[index] ?? 0 }, (_, place): Slot => {
      const members = sizes[next] ?? 1;
      next += 1;
      return {
        township: areaCode(village.code.slice(0, 9)),
        village: village.code,
        serial: place + 1,
        stage: 'LISTED',
        members,
        cause: fitting(cause(random), members),
        measure: null,
        memberMeasures: [],
        bunched: false,
      };
    }),
  );
}

/** Schooling is nobody's cause where no child can be. */
function fitting(cause: string, members: number): string {
  return cause === 'SCHOOLING' && members < 3 ? 'CAPITAL' : cause;
}

function* inventRecords(
  slots: readonly Slot[],
  { province, calibration, names: parts }: ProvinceParts,
  numbers: ReturnType<typeof numberGiver>,
  random: Random,
): Generator<HouseholdRecord> {
  const names = nameGiverOf(parts);
  const peoples = weighted(Object.entries(province.peoples));
  const { seed } = province;
  const placeOf = (village: AreaCode) => ({
    village,
    hamlets: hamletsOf(village, householdsOfVillage, { seed, names }),
    staff: staffOf(village, { seed, names }),
  });
  let place: ReturnType<typeof placeOf> | undefined;
  for (const slot of slots) {
    if (place?.village !== slot.village) place = placeOf(slot.village);
    const hamlet = hamletOf(place.hamlets, slot.serial, householdsOfVillage);
    const { staff } = place;
    yield inventHousehold(slot, {
      calibration,
      peoples,
      names,
      numbers,
      hamlet,
      staff,
      random,
    });
  }
}

/** About as many as a village of the province has; it only decides how many hamlets there are. */
const householdsOfVillage = 60;
