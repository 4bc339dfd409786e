import { beforeAll, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { inScope } from '#server/database/connect.ts';
import { insertHamlets } from '#server/demonstration/demonstration.store.ts';
import { installPack } from '#server/policy/pack-library.ts';
import { readPackFolders, shippedPacks } from '#server/policy/read-pack-folders.ts';
import { inventedNumber } from '#tests/fixtures/survey-sheet.ts';
import { anApp } from '#tests/world/app.ts';
import { county, places } from '#tests/world/cast.ts';
import { surveyCsv } from '#tests/world/survey-sheet.ts';
import { exchangeRoutes } from './exchange.routes.ts';
import { importJob, inThisProcess } from './import-job.ts';

const app = await anApp({
  demonstration: true,
  routes: exchangeRoutes,
  jobKinds: (platform) => [importJob(platform, inThisProcess)],
});
const chen = app.as('chen');
const hamlet = areaCode(`${places.village}001`);
const row = { no: 'P2', name: '韦大山', identity: inventedNumber('1970-01-01', 905) };

beforeAll(async () => {
  for (const { files, pack } of await readPackFolders(shippedPacks)) {
    if (pack !== undefined) await installPack(app.platform.db, files, pack);
  }
  await app.platform.packs.reload();
});

async function changesOf(bytes: Buffer): Promise<readonly string[]> {
  const file = { name: '花名册.csv', bytes };
  const { id } = (await chen.upload(`/api/exchange/imports?area=${county}`, file)).body;
  expect((await chen.post(`/api/exchange/imports/${id}/commit`)).status).toBe(200);
  await app.runJobs();
  const { items } = (await chen.get(`/api/exchange/imports/${id}/rows`)).body;
  return items[0].changes;
}

const stored = () =>
  inScope(app.platform.db, everything, (tx) =>
    tx
      .selectFrom('registry_household')
      .select(['id', 'area_code', 'house_area'])
      .where('household_no', '=', row.no)
      .executeTakeFirstOrThrow(),
  );

test('a sheet that names only the village leaves a household in its hamlet there, one that names another village moves it', async () => {
  await changesOf(surveyCsv([row]));
  const { id } = await stored();
  await inScope(app.platform.db, everything, async (tx) => {
    await insertHamlets(tx, [{ code: hamlet, name: '上屯' }]);
    await tx
      .updateTable('registry_household')
      .set({ area_code: hamlet })
      .where('id', '=', id)
      .execute();
  });

  const larger = { ...row, house: '95' };
  expect(await changesOf(surveyCsv([larger]))).not.toContain('areaCode');
  expect(await stored()).toMatchObject({ area_code: hamlet, house_area: 95 });

  const elsewhere = { ...larger, village: places.otherVillage };
  expect(await changesOf(surveyCsv([elsewhere]))).toContain('areaCode');
  expect(await stored()).toMatchObject({ area_code: places.otherVillage });
});
