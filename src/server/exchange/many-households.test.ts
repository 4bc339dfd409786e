import { describe, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { inScope } from '#server/database/connect.ts';
import { installPack } from '#server/policy/pack-library.ts';
import { readPackFolders, shippedPacks } from '#server/policy/read-pack-folders.ts';
import { anApp } from '#tests/world/app.ts';
import { places } from '#tests/world/cast.ts';
import { surveyCsv } from '#tests/world/survey-sheet.ts';
import { exchangeRoutes } from './exchange.routes.ts';
import { importJob, inThisProcess } from './import-job.ts';

const app = await anApp({
  demonstration: true,
  routes: exchangeRoutes,
  jobKinds: (platform) => [importJob(platform, inThisProcess)],
});
const chen = app.as('chen');
const village = places.thirdVillage;
const count = 950;

async function importAll(bytes: Buffer) {
  const { id } = (
    await chen.upload(`/api/exchange/imports?area=${village}`, { name: '全村.csv', bytes })
  ).body;
  expect((await chen.post(`/api/exchange/imports/${id}/commit`)).status).toBe(200);
  await app.runJobs();
  return (await chen.get(`/api/exchange/imports/${id}`)).body;
}

describe('a file of many households', () => {
  test('is made ready while it is read, stored whole and sealed with the keys of this place', async () => {
    for (const { files, pack } of await readPackFolders(shippedPacks)) {
      if (pack !== undefined) await installPack(app.platform.db, files, pack);
    }
    await app.platform.packs.reload();
    const bytes = surveyCsv(
      Array.from({ length: count }, (_, index) => ({
        no: `T${index}`,
        village,
        name: '韦大山',
      })),
    );

    expect((await importAll(bytes)).counts).toMatchObject({ newHouseholds: count, refused: 0 });
    const persons = await inScope(app.platform.db, everything, (tx) =>
      tx
        .selectFrom('registry_person')
        .where('area_code', '=', village)
        .select(['id', 'identity_sealed'])
        .execute(),
    );
    expect(new Set(persons.map(({ id }) => id)).size).toBe(count);
    const opened = persons.map(({ identity_sealed: sealed }) =>
      app.platform.secrets.open('identity', sealed ?? Buffer.of()),
    );
    expect(new Set(opened).size).toBe(count);
    expect(opened.every((number) => /^990000\d{11}[\dX]$/.test(number))).toBe(true);

    const again = await importAll(bytes);
    expect(again.counts).toMatchObject({ newHouseholds: 0, unchangedHouseholds: count });
  }, 60_000);
});
