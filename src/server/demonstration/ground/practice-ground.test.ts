import { expect, test, vi } from 'vitest';
import { inventedSource } from '#domain/registry/area-boundary.ts';
import { carryOut } from '#server/insight/layers/carry-out.ts';
import { layerJob } from '#server/insight/layers/layer-job.ts';
import { layerRoutes } from '#server/insight/layers/layers.routes.ts';
import { areaRoutes } from '#server/registry/area.routes.ts';
import { anApp } from '#tests/world/app.ts';
import { county, neighbour, places } from '#tests/world/cast.ts';
import { groundRoutes } from './ground.routes.ts';

vi.setConfig({ testTimeout: 60_000 });
const routes = [...groundRoutes, ...layerRoutes, ...areaRoutes];
const app = await anApp({
  demonstration: true,
  routes,
  jobKinds: (platform) => [
    layerJob(platform, async (task) => {
      const answer = await carryOut(task);
      if (answer.kind !== 'made') throw new Error(JSON.stringify(answer));
      return answer.tiles;
    }),
  ],
});
const real = await anApp({ routes });
const address = '/api/demonstration/ground';
const outlinesOf = async (who: 'chen' | 'sun', area: string) =>
  (await app.as(who).get(`/api/registry/areas/${area}/boundaries`)).body.features;

test('one press gives a county outlines at both levels and hills, all of them said to be invented [HJ-68]', async () => {
  expect((await app.as('chen').get(address)).body).toEqual({ state: 'none', mayInvent: true });

  const made = await app.as('chen').post(address, { area: county });
  expect(made.status).toBe(200);
  await app.runJobs();

  expect((await app.as('chen').get(address)).body).toEqual({ state: 'invented', mayInvent: true });
  const townships = await outlinesOf('chen', county);
  const villages = await outlinesOf('chen', places.township);
  expect(townships).toHaveLength(3);
  expect(villages).toHaveLength(2);
  for (const { properties } of [...townships, ...villages]) {
    expect(properties.source).toBe(inventedSource);
  }
  const { items } = (await app.as('chen').get('/api/insight/layers')).body;
  expect(items).toMatchObject([{ kind: 'terrain', state: 'ready', source: inventedSource }]);
  expect(items[0].tiles).toBeGreaterThan(3);
});

test('a second press is refused by name, and the neighbouring county has nothing of it', async () => {
  const again = await app.as('chen').post(address, { area: county });
  expect([again.status, again.code]).toEqual([409, 'demonstration/ground-is-there']);
  expect(again.body.error.message).toContain(inventedSource);

  expect((await app.as('sun').get(address)).body).toEqual({ state: 'none', mayInvent: true });
  expect(await outlinesOf('sun', neighbour)).toEqual([]);
  expect((await app.as('sun').get(address, { area: county })).status).toBe(403);
  expect((await app.as('sun').post(address, { area: county })).status).toBe(403);
  expect((await app.as('sun').delete(`${address}?area=${county}`)).status).toBe(403);
});

test('outlines a county loads itself push the invented ones out, and then none are made up', async () => {
  const ring = [
    [108.2, 25],
    [108.3, 25],
    [108.3, 25.1],
    [108.2, 25],
  ];
  const feature = {
    type: 'Feature',
    properties: { code: places.township },
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
  const bytes = Buffer.from(JSON.stringify({ type: 'FeatureCollection', features: [feature] }));
  const query = new URLSearchParams({ coordinates: 'WGS84', source: '县自然资源局' });
  const sent = await app
    .as('chen')
    .upload(
      `/api/registry/areas/${county}/boundaries?${query}`,
      { name: '边界.geojson', bytes },
      'PUT',
    );
  expect(sent.body).toMatchObject({ stored: 1 });

  const left = await outlinesOf('chen', county);
  expect(left.map(({ properties }: { properties: object }) => properties)).toMatchObject([
    { code: places.township, source: '县自然资源局' },
  ]);
  expect((await app.as('chen').get(address)).body).toEqual({ state: 'own', mayInvent: false });
  expect((await app.as('chen').post(address, { area: county })).code).toBe(
    'demonstration/ground-is-there',
  );
});

test('taken away, only what was invented goes', async () => {
  const gone = await app.as('chen').delete(`${address}?area=${county}`);
  expect(gone.status).toBe(204);
  expect((await app.as('chen').get('/api/insight/layers')).body.items).toEqual([]);
  expect(await outlinesOf('chen', county)).toHaveLength(1);
});

test('a register of real households gets no invented ground, and a village is no county', async () => {
  expect((await real.as('chen').get(address)).body).toEqual({ state: 'none', mayInvent: false });
  expect((await real.as('chen').post(address, { area: county })).code).toBe(
    'demonstration/ground-only-here',
  );
  const village = await app.as('chen').post(address, { area: places.village });
  expect([village.status, village.code]).toEqual([422, 'demonstration/ground-needs-county']);
  expect((await app.as('he').get(address)).status).toBe(403);
});
