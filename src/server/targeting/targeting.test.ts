import { beforeAll, describe, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import type { HouseholdValues } from '#domain/registry/household.ts';
import { inScope } from '#server/database/connect.ts';
import { insertHouseholds } from '#server/registry/bulk.store.ts';
import { toHouseholdRows } from '#server/registry/to-household-rows.ts';
import { anApp } from '#tests/world/app.ts';
import { places } from '#tests/world/cast.ts';
import { installHousePack } from '#tests/world/house-pack.ts';
import { aHousehold, today } from '#tests/world/household.ts';
import { scoreAreaJob } from './score-area.ts';
import { targetingRoutes } from './targeting.routes.ts';

const app = await anApp({
  routes: targetingRoutes,
  jobKinds: (platform) => [scoreAreaJob(platform)],
});
const { platform } = app;

const facts = {
  hut: { houseArea: 8, television: false },
  house: { houseArea: 80, television: true },
  cabin: { houseArea: 20, television: false },
  palace: { houseArea: 900, television: true },
  untold: { houseArea: null, television: true },
} as const satisfies Record<string, HouseholdValues>;

const households = Object.fromEntries(
  Object.entries(facts).map(([name, values]) => [
    name,
    aHousehold({ areaCode: places.village, ...values }),
  ]),
);
const elsewhere = aHousehold({ areaCode: places.farVillage, houseArea: 8, television: false });

beforeAll(async () => {
  await installHousePack(platform);
  const { secrets } = platform;
  const rows = [...Object.values(households), elsewhere].map((record) =>
    toHouseholdRows(record, { secrets, today }),
  );
  await inScope(platform.db, everything, (tx) => insertHouseholds(tx, rows));
});

const explained = async (name: string, who: 'lin' | 'sun' | 'he' = 'lin') =>
  app.as(who).get(`/api/targeting/households/${households[name]?.id}/score`);

describe('a score explained', () => {
  test('shows every item with its points, the values it looked at and the median of the village', async () => {
    const { status, body } = await explained('hut');

    expect(status).toBe(200);
    expect(body.items.map((item: { points: number }) => item.points)).toEqual([10, 0]);
    expect(body.items[0].values[0]).toMatchObject({ fact: 'houseArea', value: 8 });
    expect(body.items[0].villageMedian).toBe(50);
    expect(body).toMatchObject({ total: 10, decision: 'within', villageScored: 5 });
  });

  test('a household above the cut-off is beyond it', async () => {
    expect((await explained('house')).body).toMatchObject({ total: 100, decision: 'beyond' });
  });

  test('a veto that holds decides whatever the points say, and names itself', async () => {
    const { body } = await explained('palace');

    expect(body.decision).toBe('vetoed');
    expect(body.vetoes[0]).toMatchObject({ id: 'palace', holds: true });
  });

  test('a value nobody knows leaves the decision open and says what is missing', async () => {
    const { body } = await explained('untold');

    expect(body).toMatchObject({ total: null, decision: 'undetermined' });
    expect(body.missing.map((one: { fact: string }) => one.fact)).toContain('houseArea');
  });

  test('a rule nobody verified is marked so, item by item', async () => {
    const { body } = await explained('hut');

    expect(body.items.map((item: { verified: boolean }) => item.verified)).toEqual([false, true]);
    expect(body.sheet.verified).toBe(false);
  });

  test('to the neighbouring county the household does not exist', async () => {
    const { status, body } = await explained('hut', 'sun');

    expect(status).toBe(404);
    expect(body.error.code).toBe('targeting/no-such-household');
  });
});

describe('a scoring run', () => {
  const scored = async (area: string) => {
    const { body, status } = await app.as('chen').post('/api/targeting/runs', { area });
    expect(status).toBe(200);
    await app.runJobs();
    return app.as('chen').get(`/api/targeting/runs/${body.run}`);
  };

  test('scores every household once and adds up to what one by one would give [HJ-53]', async () => {
    const { body } = await scored('451226');

    expect(body).toMatchObject({ state: 'done', scored: 6, undetermined: 1, vetoed: 1 });
    expect(body).toMatchObject({ within: 3, beyond: 1, nearMisses: 0 });
    expect(body.distribution).toEqual([
      { points: 10, households: 2 },
      { points: 40, households: 1 },
      { points: 100, households: 2 },
    ]);
    expect(body.vetoes).toMatchObject([{ id: 'palace', households: 1 }]);
  });

  test('the rank list goes from the poorest on, page by page, without gap or repeat', async () => {
    const run = (await scored('451226')).body.id;
    const first = await app.as('chen').get(`/api/targeting/runs/${run}/ranks?limit=2`);
    const second = await app
      .as('chen')
      .get(`/api/targeting/runs/${run}/ranks?limit=2&cursor=${first.body.next}`);

    const totals = [...first.body.items, ...second.body.items].map(
      (row: { total: number }) => row.total,
    );
    expect(totals).toEqual([10, 10, 40, 100]);
    expect(first.body.items[0].distance).toBe(-40);
  });

  test('whom a veto keeps out stands in the rank list with it, and not among those whom only their points leave out', async () => {
    const run = (await scored('451226')).body;
    const all = await app.as('chen').get(`/api/targeting/runs/${run.id}/ranks`);
    const beyond = await app.as('chen').get(`/api/targeting/runs/${run.id}/ranks?side=beyond`);

    const vetoesOf = ({ body }: typeof all) =>
      body.items.map((row: { vetoes: readonly string[] }) => row.vetoes);
    expect(vetoesOf(all).flat()).toEqual(['palace']);
    expect(vetoesOf(beyond)).toEqual(Array(run.beyond).fill([]));
  });

  test('a village reads the county’s run, but only its own households', async () => {
    const run = (await scored('451226')).body.id;
    const { body } = await app.as('lin').get(`/api/targeting/runs/${run}?area=${places.village}`);
    const ranks = await app
      .as('lin')
      .get(`/api/targeting/runs/${run}/ranks?area=${places.village}`);

    expect(body.scored).toBe(5);
    expect(ranks.body.items.map((row: { areaCode: string }) => row.areaCode)).toEqual(
      Array(4).fill(places.village),
    );
  });

  test('the neighbouring county can neither start nor see it', async () => {
    const run = (await scored('451226')).body.id;

    expect((await app.as('sun').post('/api/targeting/runs', { area: '451226' })).status).toBe(403);
    const { body } = await app.as('sun').get(`/api/targeting/runs/${run}`);
    expect(body.error.code).toBe('targeting/no-such-run');
    expect((await app.as('sun').get('/api/targeting/runs')).body.items).toEqual([]);
  });

  test('where no pack is in force nothing is scored, and the sentence says why', async () => {
    const { status, body } = await app.as('sun').post('/api/targeting/runs', { area: '451225' });

    expect(status).toBe(409);
    expect(body.error).toMatchObject({ code: 'targeting/no-sheet' });
    expect(body.error.message).toContain('没有生效的评分表');
    expect(body.error.message).not.toContain('451225');
  });
});
