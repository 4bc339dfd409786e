import { beforeAll, expect, test } from 'vitest';
import { installPack } from '#server/policy/pack-library.ts';
import { readPackFolders, shippedPacks } from '#server/policy/read-pack-folders.ts';
import { registryHouseholdRoutes } from '#server/registry/household.routes.ts';
import { householdWriteRoutes } from '#server/registry/household-write.routes.ts';
import { inventedNumber } from '#tests/fixtures/survey-sheet.ts';
import { anApp } from '#tests/world/app.ts';
import { county, places } from '#tests/world/cast.ts';
import { rowOf } from '#tests/world/pack-rows.ts';
import { shippedOn } from '#tests/world/shipped-packs.ts';
import { exchangeRoutes } from './exchange.routes.ts';
import { importJob, inThisProcess } from './import-job.ts';

const app = await anApp({
  demonstration: true,
  routes: [...exchangeRoutes, ...registryHouseholdRoutes, ...householdWriteRoutes],
  jobKinds: (platform) => [importJob(platform, inThisProcess)],
});
const chen = app.as('chen');
const numbers = ['45122600000001', '45122600000002'] as const;

/** As the compulsory system gives it out: its own number of each household beside the form. */
function nationalSheet(houseAreas: readonly [number, number]): Buffer {
  const rows = numbers.map((no, at) =>
    [
      no,
      `TL${at}`,
      places.village,
      at === 0 ? '韦大山' : '蒙小河',
      inventedNumber('1970-01-01', 950 + at),
      '户主',
      houseAreas[at],
    ].join(','),
  );
  const head = '全国系统户编号,户编号,村代码,姓名,证件号码,与户主关系,住房面积';
  return Buffer.from([head, ...rows].join('\r\n'));
}

beforeAll(async () => {
  for (const { files, pack } of await readPackFolders(shippedPacks)) {
    if (pack !== undefined) await installPack(app.platform.db, files, pack);
  }
  await app.platform.packs.reload();
});

async function run(bytes: Buffer, act: 'check' | 'commit') {
  const { body } = await chen.upload(`/api/exchange/imports?area=${county}`, {
    name: '全国系统导出.csv',
    bytes,
  });
  expect((await chen.post(`/api/exchange/imports/${body.id}/${act}`)).status).toBe(200);
  await app.runJobs();
  const { counts } = (await chen.get(`/api/exchange/imports/${body.id}`)).body;
  const { items } = (await chen.get(`/api/exchange/imports/${body.id}/rows`)).body;
  return { counts, items };
}

test('[TL-44] the national system’s sheet comes in with its numbers, and where it disagrees afterwards a question keeps both sides and nothing is overwritten', async () => {
  expect((await run(nationalSheet([80, 95]), 'commit')).counts).toMatchObject({
    newHouseholds: 2,
    refused: 0,
  });
  expect((await run(nationalSheet([80, 95]), 'check')).counts).toMatchObject({
    unchangedHouseholds: 2,
    changedHouseholds: 0,
  });
  const household = (await chen.get('/api/registry/households')).body.items.find(
    (one: { householdNo: string }) => one.householdNo === 'TL1',
  );
  const card = async () => (await chen.get(`/api/registry/households/${household.id}`)).body;
  expect((await card()).externalIds).toEqual([
    { system: 'national', value: numbers[1], person: null },
  ]);

  const mended = await chen.patch(`/api/registry/households/${household.id}`, {
    baseVersion: household.version,
    source: 'visit',
    trueFrom: '2016-09-30',
    changes: [{ field: 'houseArea', to: 120 }],
  });
  expect(mended.status).toBe(200);
  const { counts, items } = await run(nationalSheet([80, 96]), 'commit');
  expect(counts).toMatchObject({ newHouseholds: 0, unchangedHouseholds: 2, conflicts: 1 });
  expect(items.map((row: { changes: string[] }) => row.changes)).toEqual([[], []]);
  expect((await card()).values.houseArea).toBe(120);
  const asked = (await chen.get(`/api/registry/conflicts?area=${county}`)).body.items;
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatchObject({ field: 'houseArea', household: { householdNo: 'TL1' } });
  expect(
    asked[0].sides.map(({ value, source }: { value: number; source: string }) => [source, value]),
  ).toEqual(
    expect.arrayContaining([
      ['visit', 120],
      ['spreadsheet', 96],
    ]),
  );

  expect((await run(nationalSheet([80, 120]), 'commit')).counts).toMatchObject({ conflicts: 0 });
});

test('[TL-44] the list of what is to be changed there goes from open over changed to compared and equal', () => {
  const sets = shippedOn('tongliao-2015', '2015-12-31').rows.listSets;
  const list = rowOf(sets, 'workLists').lists.find(({ id }) => id === 'nationalChanges');

  expect(list?.columns.map(({ id }) => id)).toEqual(['household', 'field', 'here', 'there']);
  expect(list?.states?.map(({ id }) => id)).toEqual(['open', 'changed', 'compared']);
});
