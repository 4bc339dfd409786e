// A province's register for the bench: 1.01 million households and 4.17 million persons in its real
// villages, made by the database itself in a few statements, with exact totals. What nobody reads when
// timing lists, overviews and scores is left out: events, ledger entries, sealed numbers.
import { Client, type ClientConfig } from 'pg';
import { everything } from '#domain/access/scope.ts';
import { adjustToSum, apportion } from '#domain/demonstration/apportion.ts';
import { randomOf, weighted } from '#domain/demonstration/random.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { connect, inScope } from '#server/database/connect.ts';
import { foldDeltas } from '#server/registry/count.store.ts';
import {
  addProvinceCounts,
  insertProvinceHouseholds,
  insertProvincePersons,
  listProvinceVillages,
  type ProvinceSlot,
  stageProvinceSlots,
  withoutIndexes,
} from './fill-province.store.ts';

export interface ProvinceRequest {
  /** The role that owns the tables. */
  readonly owner: ClientConfig;
  /** Division code, two digits. */
  readonly province: string;
  readonly households?: number;
  readonly persons?: number;
  readonly onStep?: (step: string) => void;
}

export interface FilledProvince {
  readonly households: number;
  readonly persons: number;
}

const published = { households: 1_010_000, persons: 4_170_000 } as const;
const membersMax = 9;

export async function fillProvince(request: ProvinceRequest): Promise<FilledProvince> {
  const { province, onStep = () => undefined } = request;
  const households = request.households ?? published.households;
  const persons = request.persons ?? published.persons;
  const client = new Client(request.owner);
  await client.connect();
  try {
    onStep('plan');
    const villages = await listProvinceVillages(client, province);
    await stageProvinceSlots(client, slotsOf(villages, { households, persons }));
    await withoutIndexes(client, ['registry_household', 'registry_person'], async () => {
      onStep('households');
      await insertProvinceHouseholds(client);
      onStep('persons');
      await insertProvincePersons(client);
      onStep('indexes');
    });
  } finally {
    await client.end();
  }
  onStep('counts');
  const { db, close } = connect(request.owner, 1);
  await inScope(db, everything, async (tx) => {
    await addProvinceCounts(tx, areaCode(province));
    await foldDeltas(tx);
  });
  await close();
  return { households, persons };
}

/** One line for each household: its village, its number there, its members. */
function* slotsOf(
  villages: readonly string[],
  { households, persons }: FilledProvince,
): Generator<ProvinceSlot> {
  const random = randomOf('province bench');
  const ofVillage = apportion(
    households,
    villages.map(() => 0.5 + random.next()),
  );
  const size = weighted([
    [1, 6],
    [2, 11],
    [3, 18],
    [4, 26],
    [5, 20],
    [6, 13],
    [7, 6],
  ] as const);
  const sizes: number[] = Array.from({ length: households }, () => size(random));
  adjustToSum(sizes, persons, { random, min: 1, max: membersMax });
  let next = 0;
  for (const [index, village] of villages.entries()) {
    for (let serial = 1; serial <= (ofVillage[index] ?? 0); serial += 1) {
      yield { village, serial, members: sizes[next] ?? 1 };
      next += 1;
    }
  }
}
