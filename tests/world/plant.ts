// Plants marked rows in both counties, a few from every capability, so that the walk over all routes
// can tell a leak wherever it appears. A capability that stores something adds its planting here.
import { everything } from '#domain/access/scope.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { recordAct } from '#server/audit/record-act.ts';
import { inScope, type Tx } from '#server/database/connect.ts';
import type { Platform } from '#server/platform.ts';
import { insertHouseholds } from '#server/registry/bulk.store.ts';
import { toHouseholdRows } from '#server/registry/to-household-rows.ts';
import { neighbour, places } from './cast.ts';
import { aHousehold, anId, aPerson, today } from './household.ts';
import { latinMarker, marker, type Side } from './markers.ts';

export interface PlantedSide {
  readonly county: string;
  readonly township: string;
  readonly village: string;
  readonly households: readonly string[];
  readonly persons: readonly string[];
  /** Other planted rows by a name that probes know. */
  readonly others: Readonly<Record<string, string>>;
}

export type Planted = Readonly<Record<Side, PlantedSide>>;

export interface Planting {
  readonly platform: Platform;
  readonly tx: Tx;
  readonly side: Side;
  readonly word: string;
  readonly latin: string;
  readonly place: { readonly county: string; readonly township: string; readonly village: string };
  readonly households: readonly string[];
}

const placeOf = {
  home: { county: '451226', township: places.township, village: places.village },
  neighbour: {
    county: neighbour,
    township: places.neighbourTownship,
    village: places.neighbourVillage,
  },
} as const;

/** Each gives the ids of what it planted, by name. */
const plantings: readonly ((planting: Planting) => Promise<Readonly<Record<string, string>>>)[] = [
  plantAccount,
  plantAct,
  plantJob,
];

export async function plant(
  platform: Platform,
  { planted, only }: { readonly planted?: boolean; readonly only?: Side },
): Promise<Planted> {
  const of = (side: Side) =>
    planted === true && (only === undefined || only === side)
      ? inScope(platform.db, everything, (tx) => plantSide(platform, tx, side))
      : Promise.resolve({ ...placeOf[side], households: [], persons: [], others: {} });
  return { home: await of('home'), neighbour: await of('neighbour') };
}

async function plantSide(platform: Platform, tx: Tx, side: Side): Promise<PlantedSide> {
  const place = placeOf[side];
  const word = marker[side];
  const records = [0, 1, 2].map((index) => {
    const head = aPerson(
      { name: `${word}${'甲乙丙'[index]}`, workPlace: word },
      Number(place.county),
    );
    return aHousehold(
      { areaCode: place.village, address: word, phone: '13800000000', bank: word },
      [head],
      { id: anId(Number(place.county)) },
    );
  });
  const { secrets } = platform;
  await insertHouseholds(
    tx,
    records.map((record) => toHouseholdRows(record, { secrets, today })),
  );
  const households = records.map((record) => record.id);
  const latin = latinMarker[side];
  const planting = { platform, tx, side, word, latin, place, households };
  const others: Record<string, string> = {};
  for (const one of plantings) Object.assign(others, await one(planting));
  const persons = records.flatMap((record) => record.persons.map((person) => person.id));
  return { ...place, households, persons, others };
}

async function plantAccount({ platform, tx, word, latin, place }: Planting) {
  const account = platform.newId(Number(place.county));
  await tx
    .insertInto('access_account')
    .values({
      id: account,
      username: latin,
      role: 'village',
      display_name: word,
      title: word,
      area_code: place.village,
      area_codes: [place.village],
      locked_until: '2016-10-01T00:00:00.000Z',
    })
    .execute();
  return { account };
}

async function plantAct({ platform, tx, word, place }: Planting) {
  const act = platform.newId(Number(place.county));
  await recordAct(tx, platform.secrets.auditKey, {
    id: act,
    at: platform.clock.now(),
    account: null,
    act: 'registry.open',
    area: areaCode(place.village),
    subject: `household:${word}`,
    facts: { word },
  });
  return { act };
}

async function plantJob({ platform, tx, word, place }: Planting) {
  const job = platform.newId(Number(place.county));
  await tx
    .insertInto('jobs_run')
    .values({
      id: job,
      kind: 'test.planted',
      area_code: place.county,
      scope: JSON.stringify({}),
      input: JSON.stringify({ word }),
      state: 'done',
      step: word,
      result: JSON.stringify({ word }),
    })
    .execute();
  return { job };
}
