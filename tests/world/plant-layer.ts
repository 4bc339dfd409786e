// A picture of the ground named with the word of its county, with one tile.
import { anId } from './household.ts';
import type { Planting } from './plant.ts';

/** A picture of one pixel. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export async function plantLayer({ tx, side, word, place }: Planting) {
  const county = Number(place.county);
  const layer = anId(county);
  // All of a county looks at its picture: none is of a township or of a household, and this one is nowhere.
  if (side !== 'home' && side !== 'neighbour') return { layer };
  await tx
    .insertInto('insight_layer')
    .values({
      county,
      id: layer,
      area_code: place.county,
      title: word,
      kind: 'imagery',
      form: 'pmtiles',
      source: word,
      is_shifted: false,
      west: 108,
      south: 25,
      east: 108.5,
      north: 25.5,
      min_zoom: 10,
      max_zoom: 10,
      tiles: 1,
      bytes: dot.length,
      state: 'ready',
      account: anId(county),
      account_name: word,
      loaded_at: '2016-09-01T00:00:00.000Z',
    })
    .execute();
  await tx
    .insertInto('insight_layer_tile')
    .values({ county, layer, z: 10, x: 820, y: 437, area_code: place.county, bytes: dot })
    .execute();
  return { layer };
}
