import { beforeAll, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { readPack } from '#domain/policy/pack/read-pack.ts';
import type { HouseholdValues } from '#domain/registry/household.ts';
import { inScope } from '#server/database/connect.ts';
import { insightRoutes } from '#server/insight/insight.routes.ts';
import { installPack } from '#server/policy/pack-library.ts';
import { insertHouseholds } from '#server/registry/bulk.store.ts';
import { toHouseholdRows } from '#server/registry/to-household-rows.ts';
import { anApp } from '#tests/world/app.ts';
import { places } from '#tests/world/cast.ts';
import { aHousehold, today } from '#tests/world/household.ts';

const app = await anApp({ routes: insightRoutes });
const { platform } = app;

/** Three dimensions of equal weight; two of them lacking make poor. */
const files: ReadonlyMap<string, string> = new Map([
  [
    'pack.yaml',
    `id: three-lacks
version: 1.0.0
title: { zh: 三维试验包, en: Three lacks }
summary: { zh: 试验用。, en: For tests. }
area: '451226'
levels: [county, village, household]
from: '2015-01-01'
documents: [{ id: book, title: { zh: 试验章程, en: Test book } }]
`,
  ],
  [
    'forms/form.yaml',
    `purposes: [{ id: test, title: { zh: 试验, en: Test }, verified: true }]
retentions: [{ id: year, title: { zh: 一年, en: One year }, years: 1, verified: true }]
fields:
  - { id: television, title: { zh: 有电视, en: Has television }, of: household, type: boolean, purpose: test, retention: year }
  - { id: waterSafe, title: { zh: 饮水安全, en: Water is safe }, of: household, type: boolean, purpose: test, retention: year }
  - { id: sanitaryToilet, title: { zh: 卫生厕所, en: Sanitary toilet }, of: household, type: boolean, purpose: test, retention: year }
`,
  ],
  [
    'parameters/cut.yaml',
    `parameters:
  - id: lacksLeast
    title: { zh: 几维, en: How many }
    unit: point
    values: [{ from: '2015-01-01', value: 2, verified: false, sample: true }]
`,
  ],
  [
    'scores/sheet.yaml',
    `sheets:
  - id: lacks
    title: { zh: 三维缺项, en: Three lacks }
    direction: higherIsPoorer
    max: 3
    cutOff: lacksLeast
    verified: false
    sample: true
    items:
${[
  ['television', '电视', 'Television'],
  ['waterSafe', '饮水', 'Water'],
  ['sanitaryToilet', '厕所', 'Toilet'],
]
  .map(
    ([id, zh, en]) => `      - id: ${id}Lack
        title: { zh: ${zh}, en: ${en} }
        max: 1
        guide: { zh: 看一看。, en: Look. }
        points: { cases: [{ when: '!${id}', points: 1 }], otherwise: 0 }
        source: { document: book, place: 一 }
        verified: false
        sample: true`,
  )
  .join('\n')}
`,
  ],
]);

const lacking = (television: boolean, waterSafe: boolean | null, sanitaryToilet: boolean) =>
  aHousehold({
    areaCode: places.village,
    television,
    waterSafe,
    sanitaryToilet,
  } as HouseholdValues);

beforeAll(async () => {
  const { pack, problems } = readPack(files);
  if (pack === undefined) throw new Error(JSON.stringify(problems));
  await installPack(platform.db, files, pack);
  await platform.packs.reload();
  const rows = [
    lacking(false, false, true),
    lacking(false, false, false),
    lacking(true, true, false),
    lacking(true, true, true),
    lacking(false, null, true),
  ].map((record) => toHouseholdRows(record, { secrets: platform.secrets, today }));
  await inScope(platform.db, everything, (tx) => insertHouseholds(tx, rows));
});

test('a sheet that counts lacks is a measure by dimension, as Alkire and Foster compute it [HH-02]', async () => {
  const { body } = await app.as('chen').get('/api/insight/measures?line=2800');

  expect(body.deprivation).toMatchObject({
    title: { zh: '三维缺项' },
    persons: 4,
    unknownPersons: 1,
    headcount: 0.5,
    verified: false,
  });
  expect(body.deprivation.intensity).toBeCloseTo((2 / 3 + 1) / 2, 12);
  expect(body.deprivation.m0).toBeCloseTo(5 / 12, 12);
  expect(body.deprivation.dimensions.map((one: { raw: number }) => one.raw)).toEqual([
    0.5, 0.5, 0.5,
  ]);
  expect(body.deprivation.dimensions.map((one: { censored: number }) => one.censored)).toEqual([
    0.5, 0.5, 0.25,
  ]);
});

test('a county whose pack counts nothing of the kind has no profile', async () => {
  const { body } = await app.as('sun').get('/api/insight/measures?line=2800');

  expect(body.deprivation).toBeNull();
});
