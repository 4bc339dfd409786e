// What a village's register was found to keep, as it is kept; two sides may share a village.
import { sql } from 'kysely';
import { anId } from './household.ts';
import type { Planting } from './plant.ts';

export async function plantQuality({ tx, place }: Planting) {
  const county = Number(place.county);
  await tx
    .insertInto('insight_quality')
    .values({
      county,
      area_code: place.village,
      rule: 'causeBlank',
      day: '2016-09-30',
      checked: 97,
      failing: 41,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tx
    .insertInto('insight_quality_mark')
    .values({
      county,
      area_code: place.county,
      last_event: anId(county),
      kept_on: '2016-09-30',
      kept_at: sql`now()`,
    })
    .onConflict((conflict) => conflict.column('county').doNothing())
    .execute();
  return {};
}
