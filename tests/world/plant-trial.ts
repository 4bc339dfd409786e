// A saved trial of rules and a re-check, marked with the word of their place.
import { anId } from './household.ts';
import type { Planting } from './plant.ts';

const nobody = { households: 0, persons: 0 };
const side = { cutOff: 50, listed: nobody, beyond: 0, vetoed: 0, undetermined: 0, near: 0 };

/** What a trial came to is words of the place; those who see named households only see no trial. */
export async function plantTrial({ tx, word, place, households }: Planting) {
  const county = Number(place.county);
  await tx
    .insertInto('targeting_recheck')
    .values({
      county,
      id: anId(county),
      household_id: households[0] ?? '',
      area_code: place.village,
      checked_on: '2016-09-01',
      is_poor: true,
      source: word,
    })
    .execute();
  const trial = anId(county);
  const title = { zh: word, en: word };
  const result = {
    area: { code: place.village, name: word, level: 'village' },
    on: '2016-09-30',
    today: '2016-09-30',
    pack: { id: word, version: '1', title },
    sheet: { id: word, title, verified: false, direction: 'lowerIsPoorer' },
    margin: 1,
    households: 0,
    base: side,
    variant: side,
    enters: nobody,
    leaves: nobody,
    distribution: [],
    byArea: [],
    byCause: [],
    byEthnicity: [],
    bySize: [],
    cost: { baseFen: null, variantFen: null, assumed: false, lines: [], uncounted: [] },
    errors: null,
  };
  await tx
    .insertInto('insight_trial')
    .values({
      id: trial,
      area_code: place.village,
      account: anId(county),
      author_name: word,
      name: word,
      reasons: word,
      on_date: '2016-09-30',
      saved_at: '2016-09-01T00:00:00.000Z',
      pack: word,
      pack_version: '1',
      margin: 1,
      changes: JSON.stringify([{ kind: 'cutOff', value: 60 }]),
      result: JSON.stringify(result),
    })
    .execute();
  return { trial };
}
