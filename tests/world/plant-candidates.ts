// A list of candidates for exit with one household on it, marked with the word of its place.
import { anId } from './household.ts';
import type { Planting } from './plant.ts';

const on = '2016-02-01';

export async function plantCandidates({ tx, side, word, place, households }: Planting) {
  if (side === 'strange') return {};
  const county = Number(place.county);
  const id = anId(county);
  await tx
    .insertInto('targeting_candidate_list')
    .values({
      county,
      id,
      area_code: place.village,
      year: 2016,
      pack: word,
      pack_edition: '1.0.0',
      decision: word,
      state: 'draft',
      drawn_on: on,
      drawn_by: anId(county),
      drawn_by_name: word,
      reason: word,
    })
    .execute();
  await tx
    .insertInto('targeting_candidate')
    .values({
      county,
      list_id: id,
      place: 1,
      household_id: households[0] ?? '',
      area_code: place.village,
      kind: 'added',
      reason: word,
      account: anId(county),
      account_name: word,
      entered_on: on,
      entered_at: `${on}T00:00:00.000Z`,
    })
    .execute();
  return { candidates: id };
}
