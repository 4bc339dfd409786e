// A list of a department with a lead and a pair, marked with the word of its place.
import { anId } from './household.ts';
import type { Planting } from './plant.ts';

const on = '2016-09-01';

export async function plantComparison({ platform, tx, word, place, households }: Planting) {
  const county = Number(place.county);
  const household = households[0] ?? '';
  const [list, lead, hit, pair] = [anId(county), anId(county), anId(county), anId(county)];
  const { id: person } = await tx
    .selectFrom('registry_person')
    .select('id')
    .where('household_id', '=', household)
    .orderBy('position')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('targeting_list')
    .values({
      id: list,
      area_code: place.village,
      kind: word,
      title: word,
      account: anId(county),
      account_name: word,
      state: 'uploaded',
      file_name: word,
      sheet: word,
      heading_row: 1,
      columns: JSON.stringify([{ column: 0, heading: word, field: 'name' }]),
      sample: JSON.stringify([{ row: 2, cells: [word] }]),
      created_at: platform.clock.now(),
    })
    .execute();
  const row = { county, household_id: household, area_code: place.village };
  await tx
    .insertInto('targeting_lead')
    .values({ ...row, id: lead, state: 'open', opened_on: on, since: on, position: 1 })
    .execute();
  await tx
    .insertInto('targeting_lead_act')
    .values({
      ...row,
      lead_id: lead,
      position: 1,
      kind: 'open',
      account_name: word,
      true_on: on,
      recorded_at: `${on}T00:00:00.000Z`,
      reason: word,
    })
    .execute();
  const found = { ...row, list_id: list, person_id: person, row_no: 2, object: word };
  await tx
    .insertInto('targeting_hit')
    .values({ ...found, id: hit, lead_id: lead, kind: word, list_title: word, way: 'number' })
    .execute();
  await tx
    .insertInto('targeting_pair')
    .values({
      ...found,
      id: pair,
      name: word,
      place: word,
      weight: 12,
      agreements: JSON.stringify({ name: 'same', birth: 'unknown', place: 'unknown' }),
    })
    .execute();
  return { comparisonList: list, lead, hit, pair };
}
