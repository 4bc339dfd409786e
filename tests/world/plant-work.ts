// A problem of the place's own village, marked with its word.
import { anId } from './household.ts';
import type { Planting } from './plant.ts';

export async function plantWork({ tx, side, word, place, households }: Planting) {
  const county = Number(place.county);
  const problem = anId(county);
  const common = { county, area_code: place.village, household_id: households[0] ?? null };
  await tx
    .insertInto('monitoring_problem')
    .values({
      ...common,
      id: problem,
      number: 900 + side.length + place.village.charCodeAt(10),
      list: word,
      title: word,
      words: word,
      source: 'person',
      state: 'assigned',
      phase: 'assigned',
      position: 1,
      owner_name: word,
      registered_on: '2016-09-01',
      assigned_on: '2016-09-01',
      due_on: '2016-09-10',
    })
    .execute();
  await tx
    .insertInto('monitoring_problem_act')
    .values({
      ...common,
      problem_id: problem,
      position: 1,
      act: 'register',
      state: 'assigned',
      words: word,
      account_name: word,
      acted_on: '2016-09-01',
      acted_at: '2016-09-01T00:00:00.000Z',
    })
    .execute();
  return { problem };
}
