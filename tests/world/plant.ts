// Plants marked rows at each place, a few from every capability, so that the walk over all doors can
// tell a leak wherever it appears. A capability that stores something adds its planting to the list.
import { everything } from '#domain/access/scope.ts';
import { inScope, type Tx } from '#server/database/connect.ts';
import type { Platform } from '#server/platform.ts';
import { insertHouseholds } from '#server/registry/bulk.store.ts';
import { toHouseholdRows } from '#server/registry/to-household-rows.ts';
import { neighbour, places } from './cast.ts';
import { aHousehold, anId, anIdentity, aPerson, today } from './household.ts';
import { latinMarker, marker, type Side, sides } from './markers.ts';
import { plantings } from './plantings.ts';

export interface Place {
  readonly county: string;
  readonly township: string;
  readonly village: string;
}

export interface PlantedSide extends Place {
  readonly side: Side;
  readonly households: readonly string[];
  readonly persons: readonly string[];
  readonly incomeEntries: readonly string[];
  /** Other planted rows by a name that probes know. */
  readonly others: Readonly<Record<string, string>>;
}

export type Planted = Readonly<Record<Side, PlantedSide>>;

/** What a planting is given. */
export interface Planting {
  readonly platform: Platform;
  readonly tx: Tx;
  readonly side: Side;
  readonly word: string;
  readonly latin: string;
  readonly place: Place;
  readonly households: readonly string[];
  readonly persons: readonly string[];
}

const home: Place = { county: '451226', township: places.township, village: places.village };

const placeOf: Readonly<Record<Side, Place>> = {
  home,
  strange: home,
  beside: {
    county: '451226',
    township: places.thirdTownship,
    village: places.thirdVillage,
  },
  neighbour: {
    county: neighbour,
    township: places.neighbourTownship,
    village: places.neighbourVillage,
  },
};

export async function plant(
  platform: Platform,
  { planted, only }: { readonly planted?: boolean; readonly only?: 'home' | 'neighbour' },
): Promise<Planted> {
  const isWanted = (side: Side) =>
    planted === true && (only === undefined || (only === 'neighbour') === (side === 'neighbour'));
  const done: Partial<Record<Side, PlantedSide>> = {};
  for (const side of sides) {
    done[side] = isWanted(side)
      ? await inScope(platform.db, everything, (tx) => plantSide(platform, tx, side))
      : { ...placeOf[side], side, households: [], persons: [], incomeEntries: [], others: {} };
  }
  return done as Planted;
}

async function plantSide(platform: Platform, tx: Tx, side: Side): Promise<PlantedSide> {
  const place = placeOf[side];
  const word = marker[side];
  const order = sides.indexOf(side) * 10;
  const records = (side === 'strange' ? [0] : [0, 1]).map((index) => record(side, order + index));
  await insertHouseholds(
    tx,
    records.map((one) => toHouseholdRows(one, { secrets: platform.secrets, today })),
  );
  const households = records.map((one) => one.id);
  const persons = records.flatMap((one) => one.persons.map((person) => person.id));
  const incomeEntries = records.flatMap((one) => (one.incomes ?? []).map((entry) => entry.id));
  const latin = latinMarker[side];
  const planting = { platform, tx, side, word, latin, place, households, persons };
  const others: Record<string, string> = {};
  for (const one of plantings) Object.assign(others, await one(planting));
  return { ...place, side, households, persons, incomeEntries, others };
}

/** A household whose every text carries the word of its place; numbers follow from its order. */
function record(side: Side, order: number) {
  const word = marker[side];
  const { village, county: countyCode } = placeOf[side];
  const county = Number(countyCode);
  const no = `${village}${String(order + 1).padStart(5, '0')}`;
  const head = aPerson(
    {
      name: `${word}${'甲乙丙丁'[order % 10]}`,
      workPlace: word,
      identity: anIdentity('1968-05-12', order + 1),
    },
    county,
  );
  const values = { householdNo: no, areaCode: village, address: word, bank: word };
  return aHousehold({ ...values, phone: '13800000000', bankAccount: '6222000000000000' }, [head], {
    id: anId(county),
    incomes: [{ id: anId(county), year: 2015, kind: 'migrant', amountFen: 500_000, note: word }],
  });
}
