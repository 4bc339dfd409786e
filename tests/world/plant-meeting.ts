// A meeting held with a decision, marked with the word of the place.
import { anId } from './household.ts';
import type { Planting } from './plant.ts';

export async function plantMeeting({ tx, side, word, place }: Planting) {
  if (side === 'strange') return {};
  const county = Number(place.county);
  const [meeting, resolution] = [anId(county), anId(county)];
  const owned = { county, area_code: place.village };
  await tx
    .insertInto('workforce_meeting')
    .values({
      ...owned,
      id: meeting,
      kind: 'joint',
      title: word,
      place: word,
      held_on: '2016-09-01',
      chair: word,
      agenda: [word],
      called_by: anId(county),
      called_by_name: word,
    })
    .execute();
  await tx
    .insertInto('workforce_attendance')
    .values({
      ...owned,
      meeting_id: meeting,
      position: 1,
      name: word,
      unit: word,
      presence: 'invited',
    })
    .execute();
  await tx
    .insertInto('workforce_resolution')
    .values({
      ...owned,
      id: resolution,
      meeting_id: meeting,
      position: 1,
      words: word,
      owner: word,
      due_on: '2016-10-31',
    })
    .execute();
  return { meeting, resolution };
}
