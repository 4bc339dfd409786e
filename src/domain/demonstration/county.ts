// The whole demonstration county, village by village in the order of their codes. Numbers and names are
// given in that order too, so a fill that was killed makes the villages it has stored once more, in
// memory, and goes on with the next.

import type { AreaCode } from '#domain/kernel/area-code.ts';
import type { HouseholdRecord, PersonValues } from '#domain/registry/household.ts';
import type { Calibration, NameParts } from './calibration.ts';
import {
  type CaseWorld,
  type DemonstrationCase,
  demonstrationCases,
  type PlacedCase,
} from './cases.ts';
import { numberGiver } from './identity.ts';
import { inventHousehold } from './invent-household.ts';
import { nameGiverOf } from './name.ts';
import { peoplesOf } from './people.ts';
import { type Hamlet, hamletOf, hamletsOf, staffOf } from './place.ts';
import { planCounty, type Slot, type Village } from './plan.ts';
import { questionCases } from './questions.ts';
import { randomOf } from './random.ts';

export interface InventedVillage {
  readonly township: AreaCode;
  readonly village: AreaCode;
  readonly hamlets: readonly Hamlet[];
  readonly records: readonly HouseholdRecord[];
  /** Households of this village that show one rule each. */
  readonly cases: readonly PlacedCase[];
}

export interface CountyParts {
  readonly calibration: Calibration;
  readonly names: NameParts;
  /** Village units of the county on the demonstration's today. */
  readonly villages: readonly Village[];
  /** For a file beside the demonstration itself: numbers and serials that are not to be used. */
  readonly numbersLeft?: number;
  readonly serialsLeft?: number;
}

export function* inventCounty({
  calibration,
  names: parts,
  villages,
  numbersLeft = 0,
  serialsLeft = 0,
}: CountyParts): Generator<InventedVillage> {
  const names = nameGiverOf(parts);
  const numbers = numberGiver(numbersLeft);
  const { seed } = calibration;
  const isFile = numbersLeft > 0;
  const place = casePlacer(casesOf(calibration, isFile), {
    calibration,
    names,
    numbers,
    random: randomOf(`${seed} cases`),
  });
  for (const [code, slots] of planCounty(calibration, villages)) {
    const township = calibration.invented.townships.find((each) => each.code === code);
    if (township === undefined) throw new Error(`the calibration does not know ${code}`);
    const peoples = peoplesOf(township, parts);
    const random = randomOf(`${seed} households ${code}`);
    for (const [village, own] of byVillage(slots)) {
      const hamlets = hamletsOf(village, own.length, { seed, names });
      const staff = staffOf(village, { seed, names });
      const records = own.map((slot) => {
        const hamlet = hamletOf(hamlets, slot.serial, own.length);
        const numbered = { ...slot, serial: slot.serial + serialsLeft };
        return inventHousehold(numbered, {
          calibration,
          peoples,
          names,
          numbers,
          hamlet,
          staff,
          random,
        });
      });
      yield { township: code, village, hamlets, ...place(records) };
    }
  }
}

function casesOf({ invented }: Calibration, isFile: boolean): readonly DemonstrationCase[] {
  if (!invented.cases) return [];
  return isFile ? demonstrationCases : [...demonstrationCases, ...questionCases];
}

function byVillage(slots: readonly Slot[]): ReadonlyMap<AreaCode, readonly Slot[]> {
  const villages = new Map<AreaCode, Slot[]>();
  for (const slot of slots) {
    const there = villages.get(slot.village);
    if (there === undefined) villages.set(slot.village, [slot]);
    else there.push(slot);
  }
  return villages;
}

/** Puts each case into the first household it fits, at most one into a village. */
function casePlacer(cases: readonly DemonstrationCase[], world: Omit<CaseWorld, 'known'>) {
  let waiting = cases;
  let known: PersonValues | undefined;
  return (records: readonly HouseholdRecord[]) => {
    const last = known;
    known ??= records.find(isKnownMan)?.persons[0]?.values;
    for (const each of waiting) {
      const index = records.findIndex((record) => each.fits(record));
      const record = records[index];
      if (record === undefined) continue;
      waiting = waiting.filter((other) => other !== each);
      const { id, title } = each;
      const householdNo = String(record.values.householdNo);
      const question = each.question?.(record);
      return {
        records: records.with(index, each.change(record, { ...world, known: () => last })),
        cases: [{ id, title, household: record.id, householdNo, question }],
      };
    }
    return { records, cases: [] };
  };
}

/** The second of the village, since the first is a case already. */
function isKnownMan({ values, persons }: HouseholdRecord): boolean {
  const head = persons[0]?.values;
  return (
    values.stage === 'LISTED' &&
    head?.sex === 'MALE' &&
    head.identityKind === 'ID' &&
    !String(values.householdNo).endsWith('0001')
  );
}
