// A cell with a patrol and an event, marked with the word of the place.
import { anId } from './household.ts';
import type { Planting } from './plant.ts';

export async function plantGrid({ tx, side, word, place }: Planting) {
  if (side === 'strange') return {};
  const county = Number(place.county);
  const [cell, patrol, incident] = [anId(county), anId(county), anId(county)];
  const owned = { county, area_code: place.village };
  await tx
    .insertInto('workforce_cell')
    .values({
      ...owned,
      id: cell,
      name: word,
      places: [`${place.village}998`],
      officer_name: word,
      officer_since: '2016-01-01',
      from_on: '2016-01-01',
    })
    .execute();
  await tx
    .insertInto('workforce_cell_officer')
    .values({
      ...owned,
      id: anId(county),
      cell_id: cell,
      name: word,
      from_on: '2015-01-01',
      to_on: '2016-01-01',
    })
    .execute();
  await tx
    .insertInto('workforce_patrol')
    .values({
      ...owned,
      id: patrol,
      cell_id: cell,
      account_name: word,
      patrolled_on: '2016-09-01',
      recorded_at: '2016-09-01T00:00:00.000Z',
      note: word,
      events: 1,
    })
    .execute();
  await tx
    .insertInto('workforce_incident')
    .values({
      ...owned,
      id: incident,
      cell_id: cell,
      cell_name: word,
      patrol_id: patrol,
      kind: 'further',
      words: word,
      place: word,
      state: 'found',
      position: 1,
      found_on: '2016-09-01',
      found_by_name: word,
    })
    .execute();
  await tx
    .insertInto('workforce_incident_act')
    .values({
      ...owned,
      incident_id: incident,
      position: 1,
      act: 'find',
      state: 'found',
      words: word,
      account_name: word,
      acted_on: '2016-09-01',
      acted_at: '2016-09-01T00:00:00.000Z',
    })
    .execute();
  return { cell, incident };
}
