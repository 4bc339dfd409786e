// A project at each place, with everything that hangs on it.
import { insertProject } from '#server/funds/projects/project.store.ts';
import {
  appendAct,
  placeByNumber,
  replaceParts,
} from '#server/funds/projects/project-part.store.ts';
import { anId } from './household.ts';
import type { Planting } from './plant.ts';

export async function plantProjects({ tx, word, place, households }: Planting) {
  const county = Number(place.county);
  const id = anId(county);
  const key = { county, id, area_code: place.village };
  await insertProject(tx, {
    ...key,
    number: `1999-${word}-${place.village.slice(6)}`,
    title: word,
    kind: 'ROAD',
    level: 'village',
    mode: 'buildThenSubsidize',
    year: 2016,
    planned_fen: 100_00,
    holder: word,
    arrangement: word,
    money: word,
    organiser: word,
    implementer: word,
    due_on: '2016-08-01',
    acceptance: word,
    mechanism: word,
    link: null,
    local_labour: false,
    is_demonstration: false,
    expected_households: null,
    expected_persons: null,
    expected_effect: word,
    latitude: null,
    longitude: null,
    step: 'library',
    step_on: '2016-03-01',
    author: anId(county),
    author_name: word,
    changed_by_name: word,
    created_at: '2016-09-20T00:00:00.000Z',
  });
  await replaceParts(tx, key, {
    lines: [{ source: `social/${word}`, purpose: 'INDUSTRY', amount: 100_00 }],
    milestones: [{ id: anId(county), title: word, dueOn: null, share: 100_00 }],
    outputs: [{ product: word, unit: word, planned: 1 }],
  });
  await appendAct(tx, key, {
    kind: 'enter',
    done_on: '2016-03-01',
    passes: true,
    milestone_id: null,
    facts: { note: word },
    account: anId(county),
    account_name: word,
    office: word,
    recorded_at: '2016-09-20T00:00:00.000Z',
  });
  const planted = await tx
    .selectFrom('registry_household')
    .select('household_no')
    .where('county', '=', county)
    .where('id', 'in', [...households])
    .execute();
  const numbers = planted.map(({ household_no }) => household_no);
  await placeByNumber(tx, key, { numbers, low: '', high: ':' }, () => anId(county));
  return { project: id };
}
