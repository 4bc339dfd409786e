// A project at each place, with everything that hangs on it.
import { insertAsset } from '#server/funds/projects/asset.store.ts';
import { insertShare, insertShareRows } from '#server/funds/projects/asset-share.store.ts';
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
  const asset = await plantAsset({ tx, word, place }, key, numbers);
  return { project: id, ...asset };
}

async function plantAsset(
  { tx, word, place }: Pick<Planting, 'tx' | 'word' | 'place'>,
  key: { readonly county: number; readonly id: string; readonly area_code: string },
  numbers: readonly string[],
) {
  const { county, id } = key;
  const asset = anId(county);
  await insertAsset(tx, {
    ...key,
    id: asset,
    project_id: id,
    title: word,
    kind: 'operating',
    value_fen: 100_00,
    formed_on: '2016-03-01',
    state: 'formed',
    state_on: '2016-03-01',
    author: anId(county),
    created_at: '2016-09-20T00:00:00.000Z',
  });
  const share = { county, id: anId(county) };
  await insertShare(tx, {
    ...share,
    asset_id: asset,
    area_code: place.village,
    done_on: '2016-03-01',
    document: word,
    payer: word,
    total_fen: 100,
    state: 'waiting',
    author: anId(county),
    author_name: word,
    created_at: '2016-09-20T00:00:00.000Z',
  });
  const rows = numbers.map((no) => ({ id: anId(county), no, amount: 100 }));
  await insertShareRows(tx, share, rows, { low: '', high: ':' });
  return { asset, assetShare: share.id };
}
