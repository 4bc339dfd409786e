// An indicator of the place's own village, marked with its word, and who owns its set.
import { anId } from './household.ts';
import type { Planting } from './plant.ts';

export async function plantIndicator({ tx, side, word, place }: Planting) {
  if (side === 'strange') return {};
  const county = Number(place.county);
  await tx
    .insertInto('registry_indicator')
    .values({
      county,
      id: anId(county),
      area_code: place.village,
      set_id: 'planted',
      indicator_id: 'one',
      value: 1,
      as_of: '2016-09-01',
      evidence: word,
      account_name: word,
      entered_at: '2016-09-01T00:00:00.000Z',
    })
    .execute();
  if (side === 'beside') return {};
  await tx
    .insertInto('registry_indicator_owner')
    .values({
      county,
      set_id: 'planted',
      area_code: place.county,
      account: anId(county),
      account_name: word,
      unit: word,
      since: '2016-09-01',
    })
    .execute();
  return {};
}
