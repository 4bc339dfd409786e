// A helper with a pair, an offer and a proposal, marked with the word of its place.
import { anId } from './household.ts';
import type { Planting } from './plant.ts';

export async function plantHelp({ tx, word, place, households }: Planting) {
  const county = Number(place.county);
  const household = households[0] ?? '';
  const unit = anId(county);
  const helper = anId(county);
  const next = anId(county);
  const pairing = anId(county);
  const handover = anId(county);
  const row = { county, area_code: place.village };
  await tx
    .insertInto('workforce_unit')
    .values({ ...row, id: unit, name: word, kind: 'office', from_on: '2016-01-01' })
    .execute();
  const person = {
    ...row,
    name: word,
    name_key: word,
    kind: 'cadre',
    rank: 'STAFF',
    title: word,
    unit_id: unit,
    joined_on: '2016-01-01',
  };
  await tx
    .insertInto('workforce_helper')
    .values([
      { ...person, id: helper, households: 1 },
      { ...person, id: next },
    ])
    .execute();
  await tx
    .insertInto('workforce_kin')
    .values({ ...row, helper_id: next, household_id: household, relation: word })
    .execute();
  await tx
    .insertInto('workforce_pairing')
    .values({
      ...row,
      id: pairing,
      household_id: household,
      helper_id: helper,
      helper_name: word,
      helper_rank: 'STAFF',
      unit_id: unit,
      from_on: '2016-01-01',
      made_by: anId(county),
      made_by_name: word,
      due_on: '2016-09-30',
    })
    .execute();
  await tx
    .insertInto('workforce_handover')
    .values({
      ...row,
      id: handover,
      household_id: household,
      pairing_id: pairing,
      from_helper: helper,
      from_name: word,
      to_helper: next,
      to_name: word,
      reason: word,
      offered_on: '2016-09-20',
      offered_by_name: word,
      state: 'offered',
    })
    .execute();
  return { helper, nextHelper: next, unit, handover };
}
