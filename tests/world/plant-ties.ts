// A firm of the place that leads its household, and what it wants to buy, marked with the word of the place.
import { anId } from './household.ts';
import type { Planting } from './plant.ts';

export async function plantTies({ tx, side, word, place, households }: Planting) {
  const county = Number(place.county);
  const [firm, tie, market] = [anId(county), anId(county), anId(county)];
  const owned = { county, area_code: place.village };
  await tx
    .insertInto('workforce_unit')
    .values({ ...owned, id: firm, name: word, kind: 'enterprise', from_on: '2016-01-01' })
    .execute();
  await tx
    .insertInto('workforce_tie')
    .values({
      ...owned,
      id: tie,
      household_id: households[0] ?? '',
      unit_id: firm,
      unit_name: word,
      way: 'order',
      terms: word,
      from_on: '2016-01-01',
      entered_by: anId(county),
      entered_by_name: word,
    })
    .execute();
  // The board hangs for everybody in the village: nothing of it is strange to a household there.
  if (side === 'strange') return { firm, tie };
  await tx
    .insertInto('workforce_market')
    .values({
      ...owned,
      id: market,
      kind: 'wanted',
      product: word,
      words: word,
      contact: word,
      until_on: '2016-12-31',
      entered_on: '2016-09-01',
      entered_by: anId(county),
      entered_by_name: word,
    })
    .execute();
  return { firm, tie, market };
}
