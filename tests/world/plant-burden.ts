// What was summed of a place: fields asked twice name the person who asked.
import { anId } from './household.ts';
import type { Planting } from './plant.ts';

export async function plantBurden({ platform, tx, side, place, word, households }: Planting) {
  const county = Number(place.county);
  const [household = ''] = households;
  await tx
    .insertInto('insight_burden')
    .values({
      county,
      area_code: place.village,
      month: '2016-09-01',
      level: 'village',
      page: 'changes',
      campaign: '',
      entries: 3,
      typed: 41,
      again: 7,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tx
    .insertInto('insight_burden_again')
    .values({
      county,
      year: 2016,
      level: 'village',
      household_id: household,
      subject_id: household,
      field: 'houseArea',
      area_code: place.village,
      page: 'changes',
      times: 2,
      first_on: '2016-03-01',
      last_on: '2016-09-01',
      first_by: word,
      last_by: word,
    })
    .execute();
  // A limit of the county is told in all of its villages.
  if (side !== 'home' && side !== 'neighbour') return {};
  await tx
    .insertInto('insight_burden_budget')
    .values({
      county,
      id: platform.newId(county),
      area_code: place.county,
      level: 'village',
      fields: 900,
      rounds: 1,
      reason: word,
      account: anId(county),
      account_name: word,
      set_at: '2016-01-04T02:00:00.000Z',
    })
    .execute();
  return {};
}
