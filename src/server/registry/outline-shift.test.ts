import { expect, test } from 'vitest';
import { wgsToGcj } from '#domain/registry/area-position.ts';
import { anApp } from '#tests/world/app.ts';
import { county, places } from '#tests/world/cast.ts';
import { areaRoutes } from './area.routes.ts';

const app = await anApp({ routes: areaRoutes });
const address = `/api/registry/areas/${county}/boundaries`;

const ring = [
  [108.1, 24.8],
  [108.2, 24.8],
  [108.2, 24.9],
  [108.1, 24.8],
];

const load = (corners: readonly (readonly number[])[], coordinates: string) => {
  const feature = {
    type: 'Feature',
    properties: { code: places.township },
    geometry: { type: 'Polygon', coordinates: [corners] },
  };
  const bytes = Buffer.from(JSON.stringify({ type: 'FeatureCollection', features: [feature] }));
  const query = new URLSearchParams({ coordinates, source: '县自然资源局' });
  return app.as('chen').upload(`${address}?${query}`, { name: '边界.geojson', bytes }, 'PUT');
};

test('positions in GCJ-02 are recognised by the outlines that are here, and brought back', async () => {
  expect((await load(ring, 'WGS84')).body).toMatchObject({ stored: 1, recognised: null });
  const shifted = ring.map(([longitude = 0, latitude = 0]) => {
    const at = wgsToGcj({ longitude, latitude });
    return [at.longitude, at.latitude];
  });

  expect((await load(shifted, 'CGCS2000')).body).toMatchObject({ recognised: 'GCJ-02' });
  expect((await load(shifted, 'GCJ-02')).body.recognised).toBeNull();
  expect((await load(ring, 'GCJ-02')).body).toMatchObject({ recognised: 'WGS84' });

  const { body } = await app.as('chen').get(address);
  const [stored] = body.features[0].geometry.coordinates;
  expect(stored).toEqual(
    ring.map(([longitude = 0, latitude = 0]) => [
      expect.closeTo(longitude, 5),
      expect.closeTo(latitude, 5),
    ]),
  );
});
