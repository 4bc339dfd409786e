import { beforeAll, describe, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { HouseholdValues } from '#domain/registry/household.ts';
import { inScope } from '#server/database/connect.ts';
import { saveSetting } from '#server/kernel/setting.store.ts';
import { insertHouseholds } from '#server/registry/bulk.store.ts';
import { compactCounts } from '#server/registry/fold-counts.ts';
import { toHouseholdRows } from '#server/registry/to-household-rows.ts';
import { anApp } from '#tests/world/app.ts';
import { county, places } from '#tests/world/cast.ts';
import { installHousePack } from '#tests/world/house-pack.ts';
import { aHousehold, today } from '#tests/world/household.ts';
import { insightRoutes } from './insight.routes.ts';

const app = await anApp({ routes: insightRoutes });
const { platform } = app;

const at = (areaCode: string, values: HouseholdValues) => aHousehold({ areaCode, ...values });

async function store(records: readonly ReturnType<typeof aHousehold>[]) {
  const rows = records.map((record) =>
    toHouseholdRows(record, { secrets: platform.secrets, today }),
  );
  await inScope(platform.db, everything, (tx) => insertHouseholds(tx, rows));
}

beforeAll(async () => {
  await installHousePack(platform);
  await store([
    at(places.village, { stage: 'SURVEYED' }),
    at(places.village, { stage: 'LISTED', primaryCause: 'ILLNESS' }),
    at(places.village, { stage: 'EXIT_ANNOUNCED', primaryCause: 'ILLNESS' }),
    at(places.otherVillage, { stage: 'EXIT_APPLIED', primaryCause: 'CAPITAL' }),
    at(places.farVillage, { stage: 'LISTED' }),
  ]);
  await compactCounts(platform.db);
  // Not folded yet when it is read: an overview never lags behind a change.
  await store([
    at(places.village, { stage: 'LISTED', primaryCause: 'SKILLS' }),
    at(places.neighbourVillage, { stage: 'LISTED', primaryCause: 'WATER' }),
  ]);
});

const households = (steps: { households: number }[]) => steps.map((step) => step.households);

describe('the overview', () => {
  test('counts everyone who came this far, of the county and of each township [HJ-04] [HJ-47]', async () => {
    const { status, body } = await app.as('chen').get('/api/insight/overview');

    expect(status).toBe(200);
    expect(households(body.funnel)).toEqual([6, 5, 2, 1, 1, 1]);
    expect(body.registered).toEqual({ households: 5, persons: 5 });
    const part = body.parts.find((one: { code: string }) => one.code === places.township);
    expect(households(part.funnel)).toEqual([5, 4, 2, 1, 1, 1]);
  });

  test('groups the registered by cause, those without one last', async () => {
    const { body } = await app.as('chen').get('/api/insight/overview');

    expect(body.causes).toEqual([
      { key: 'ILLNESS', households: 2, persons: 2 },
      { key: 'CAPITAL', households: 1, persons: 1 },
      { key: 'SKILLS', households: 1, persons: 1 },
      { key: '', households: 1, persons: 1 },
    ]);
  });

  test('says which poverty line it drew, from which document', async () => {
    const { body } = await app.as('chen').get('/api/insight/overview');

    expect(body.povertyLine).toEqual({
      year: 2016,
      fen: 295_200,
      verified: true,
      source: '试验章程 二',
    });
  });

  test('a township opens on itself, and on its villages', async () => {
    const { body } = await app.as('zhao').get('/api/insight/overview');

    expect(body.area.code).toBe(places.township);
    expect(body.parts.map((part: { code: string }) => part.code)).toEqual([
      places.village,
      places.otherVillage,
    ]);
  });

  test('a supervisor of two townships sees the sum of those two and no other part', async () => {
    const { body } = await app.as('du').get('/api/insight/overview');

    expect(households(body.funnel)).toEqual([6, 5, 2, 1, 1, 1]);
    expect(body.parts.map((part: { code: string }) => part.code).sort()).toEqual(
      [places.township, places.otherTownship].sort(),
    );
  });

  test('the city sees both counties, the neighbour only its own', async () => {
    const city = await app.as('tang').get('/api/insight/overview');
    const neighbour = await app.as('sun').get('/api/insight/overview');

    expect(city.body.registered.households).toBe(6);
    expect(neighbour.body.registered.households).toBe(1);
    expect(neighbour.text).not.toContain('ILLNESS');
  });

  test('what is said of one county is shown in it and above it, not in its neighbour', async () => {
    await inScope(platform.db, everything, (tx) =>
      saveSetting(tx, 'notes', [
        { zh: '演示', en: 'Demonstration', area: '' },
        { zh: '本县', en: 'This county', area: county },
      ]),
    );
    await platform.reloadSettings();
    const notes = async (who: Parameters<typeof app.as>[0]) =>
      (await app.as(who).get('/api/insight/overview')).body.notes.map((note: Bilingual) => note.zh);

    expect(await notes('sun')).toEqual(['演示']);
    expect(await notes('chen')).toEqual(['演示', '本县']);
    expect(await notes('zhao')).toEqual(['演示', '本县']);
    expect(await notes('tang')).toEqual(['演示', '本县']);
  });

  test('the neighbour may not open the county, nor a helper any counts', async () => {
    expect((await app.as('sun').get('/api/insight/overview?area=451226')).status).toBe(403);
    expect((await app.as('he').get('/api/insight/overview')).status).toBe(403);
    expect((await app.nobody.get('/api/insight/overview')).status).toBe(401);
  });
});
