import { readFileSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { rangeAt, spotOf, type TileAddress, tileAt } from '#domain/insight/layers/tile-grid.ts';
import { gcjToWgs } from '#domain/registry/area-position.ts';
import { inScope } from '#server/database/connect.ts';
import { requestCancel } from '#server/jobs/job.store.ts';
import { anApp } from '#tests/world/app.ts';
import { county, places } from '#tests/world/cast.ts';
import { carryOut } from './carry-out.ts';
import { keepLayerFile, layerFilePath } from './layer-file.ts';
import { layerJob } from './layer-job.ts';
import { layerRoutes } from './layers.routes.ts';
import { decoded } from './picture.ts';

// Files are looked at in a process of its own, as always; tiles are made here, or each test would start several.
const app = await anApp({
  routes: layerRoutes,
  jobKinds: (platform) => [
    layerJob(platform, async (task) => {
      const answer = await carryOut(task);
      if (answer.kind !== 'made') throw new Error(JSON.stringify(answer));
      return answer.tiles;
    }),
  ],
});
vi.setConfig({ testTimeout: 60_000 });
const fixture = (name: string) => {
  const at = new URL(`../../../../tests/fixtures/layers/${name}`, import.meta.url);
  return { name, bytes: readFileSync(at) };
};
const address = '/api/insight/layers';

/** The middle of the pictures of the fixtures. */
const middle = { longitude: 108.2, latitude: 25 };

type Who = 'chen' | 'zhao' | 'sun' | 'wu' | 'he';
const load = (name: string, asked: Record<string, string> = {}, who: Who = 'chen') => {
  const query = {
    area: county,
    title: '航片',
    source: '县自然资源局',
    coordinates: 'CGCS2000',
    ...asked,
  };
  return app.as(who).upload(`${address}?${new URLSearchParams(query)}`, fixture(name));
};
const listed = async (who: Who, id: string) =>
  (await app.as(who).get(address)).body.items.find((one: { id: string }) => one.id === id);
const tileOf = (who: Who, id: string, { z, x, y }: TileAddress) =>
  app.as(who).get(`${address}/${id}/tiles/${z}/${x}/${y}`);

/** The colour of a spot of the ground, from the tile it lies in. */
async function colourAt(id: string, z: number, longitude: number, latitude: number) {
  const spot = spotOf({ longitude, latitude });
  const [column, row] = [spot.x * 2 ** z, spot.y * 2 ** z];
  const answer = await tileOf('chen', id, { z, x: Math.floor(column), y: Math.floor(row) });
  if (answer.status !== 200) return undefined;
  const pixels = await decoded(answer.bytes);
  const at = (Math.floor((row % 1) * 256) * 256 + Math.floor((column % 1) * 256)) * 4;
  return [...pixels.subarray(at, at + 4)];
}

const outline = [
  [107.9, 24.8],
  [108.6, 24.8],
  [108.6, 25.5],
  [107.9, 25.5],
  [107.9, 24.8],
];

beforeAll(async () => {
  await app.owner.query(
    `insert into registry_area_boundary (code, geometry, source) values ($1, $2, '测试')`,
    [places.township, JSON.stringify({ type: 'Polygon', coordinates: [outline] })],
  );
});

describe('a GeoTIFF', () => {
  test('in a zone of CGCS2000 becomes tiles that lie where it lies, north up', async () => {
    const sent = await load('ortho-cgcs2000.tif');
    expect(sent.body).toMatchObject({ state: 'making', kind: 'imagery', form: 'geotiff' });
    const [west, south, east, north] = sent.body.bounds;
    expect([(west + east) / 2, (south + north) / 2]).toEqual([
      expect.closeTo(middle.longitude, 4),
      expect.closeTo(middle.latitude, 4),
    ]);
    await app.runJobs();

    const { id, maxZoom, minZoom } = sent.body;
    expect(await listed('chen', id)).toMatchObject({ state: 'ready', tiles: expect.any(Number) });
    const step = 0.0015;
    const near = (one: number[] | undefined, other: number[]) =>
      one !== undefined && other.every((value, at) => Math.abs(value - (one[at] ?? 0)) < 25);
    for (const zoom of [maxZoom, maxZoom - 1]) {
      const at = (east: number, north: number) =>
        colourAt(id, zoom, middle.longitude + east * step, middle.latitude + north * step);
      expect(near(await at(-1, 1), [220, 30, 30, 255])).toBe(true);
      expect(near(await at(1, 1), [30, 200, 30, 255])).toBe(true);
      expect(near(await at(-1, -1), [30, 30, 220, 255])).toBe(true);
      expect(near(await at(1, -1), [240, 240, 240, 255])).toBe(true);
    }
    expect(minZoom).toBeLessThan(maxZoom);
    await expect(access(layerFilePath(app.platform.dataFolder, id))).rejects.toThrow();
  });

  test('packed as JPEG, as surveys send it, shows the same colours', async () => {
    const { body } = await load('ortho-jpeg.tif', { title: '压缩的' });
    await app.runJobs();
    const [red = 0, green = 0] = (await colourAt(body.id, body.maxZoom, 108.1985, 25.0015)) ?? [];
    expect(red).toBeGreaterThan(180);
    expect(green).toBeLessThan(80);
  });

  test('of heights becomes a relief in greys, lit from the north-west, with its hole left open', async () => {
    const { body } = await load('terrain-degrees.tif', { title: '地形' });
    expect(body.kind).toBe('terrain');
    await app.runJobs();

    const [litRed = 0, litGreen = 0, litBlue = 0] =
      (await colourAt(body.id, body.maxZoom, 108.188, 25.012)) ?? [];
    expect(Math.max(litRed, litGreen, litBlue) - Math.min(litRed, litGreen, litBlue)).toBeLessThan(
      8,
    );
    const [shade = 255] = (await colourAt(body.id, body.maxZoom, 108.208, 24.992)) ?? [];
    expect(litRed).toBeGreaterThan(shade + 40);
    const hole = await colourAt(body.id, body.maxZoom, 108.155, 25.045);
    expect(hole?.[3] ?? 0).toBe(0);
  });

  test('in GCJ-02 is brought back to where it belongs', async () => {
    const { body } = await load('ortho-cgcs2000.tif', { coordinates: 'GCJ-02', title: '火星' });
    const [west, south, east, north] = body.bounds;
    const back = gcjToWgs(middle);
    expect(body.isShifted).toBe(false);
    expect((west + east) / 2).toBeCloseTo(back.longitude, 4);
    expect((south + north) / 2).toBeCloseTo(back.latitude, 4);
    expect(Math.abs(back.longitude - middle.longitude)).toBeGreaterThan(0.003);
    await app.runJobs();
    const [red = 0] =
      (await colourAt(body.id, body.maxZoom, back.longitude - 0.0015, back.latitude + 0.0015)) ??
      [];
    expect(red).toBeGreaterThan(180);
  });

  test('that is cancelled leaves no tile and no file behind', async () => {
    const { body } = await load('ortho-cgcs2000.tif', { title: '取消的' });
    await app.owner.query('update jobs_run set cancel_requested = true where id = $1', [body.job]);
    await app.runJobs();
    expect(await listed('chen', body.id)).toMatchObject({ state: 'cancelled', tiles: 0 });
    await expect(access(layerFilePath(app.platform.dataFolder, body.id))).rejects.toThrow();

    const waiting = (await load('ortho-cgcs2000.tif', { title: '没开始就取消' })).body;
    await inScope(app.platform.db, everything, (tx) => requestCancel(tx, waiting.job));
    await app.runJobs();
    expect(await listed('chen', waiting.id)).toMatchObject({ state: 'cancelled' });
    expect((await app.as('chen').delete(`${address}/${waiting.id}`)).status).toBe(204);
    await expect(access(layerFilePath(app.platform.dataFolder, waiting.id))).rejects.toThrow();
  });
});

describe('what cannot be used is refused with what it is', () => {
  test.each([
    ['no-place.tif', 'insight/layer-unplaced', '地理参照'],
    ['beijing54.tif', 'insight/layer-projection-unknown', '2433'],
    ['elsewhere.tif', 'insight/layer-outside', '116.3'],
    ['sixteen.tif', 'insight/layer-no-picture', '16'],
    ['vector.pmtiles', 'insight/layer-no-tiles', '矢量'],
    ['cut-short.tif', 'insight/layer-unreadable', 'cut-short.tif'],
  ])('%s: %s', async (name, code, said) => {
    const before = await app.as('chen').get(address);
    const sent = await load(name);
    expect(sent.code).toBe(code);
    expect(sent.text).toContain(said);
    expect((await app.as('chen').get(address)).body.items).toEqual(before.body.items);
  });

  test('more than a file may hold, and more tiles than a layer may, leave nothing behind', async () => {
    const path = layerFilePath(app.platform.dataFolder, app.platform.newId(Number(county)));
    const stream = Readable.from([Buffer.alloc(1 << 20), Buffer.alloc(1 << 20)]);
    await expect(keepLayerFile(path, { name: '大.tif', stream }, 1)).rejects.toMatchObject({
      kind: { code: 'insight/layer-too-large' },
      facts: { name: '大.tif', limit: 1 },
    });
    await expect(access(path)).rejects.toThrow();

    const { name, bytes } = fixture('pictures.pmtiles');
    // The head of the archive says how many tiles it addresses.
    bytes.writeBigUInt64LE(50_000n, 72);
    const query = { area: county, title: '多', source: '乙', coordinates: 'WGS84' };
    const sent = await app
      .as('chen')
      .upload(`${address}?${new URLSearchParams(query)}`, { name, bytes });
    expect(sent.code).toBe('insight/layer-too-many');
    expect(sent.text).toContain('50000');
  });

  test('something else, a place that is no county, and whoever may not', async () => {
    const text = { name: '说明.tif', bytes: Buffer.from('不是影像') };
    const query = { title: '甲', source: '乙', coordinates: 'WGS84' };
    const send = (area: string, who: Who) =>
      app.as(who).upload(`${address}?${new URLSearchParams({ ...query, area })}`, text);
    expect((await send(county, 'chen')).code).toBe('insight/layer-file-unknown');
    expect((await send(places.township, 'chen')).code).toBe('insight/layer-needs-county');
    expect((await send(county, 'sun')).code).toBe('access/outside-area');
    expect((await send(county, 'wu')).status).toBe(403);
    expect((await app.as('chen').post(address, {})).status).toBe(400);
  });
});

test('PMTiles are kept picture by picture as they came; in GCJ-02 they say so and are moved when drawn', async () => {
  const { body } = await load('pictures.pmtiles', { title: '瓦片', coordinates: 'GCJ-02' });
  expect(body).toMatchObject({ form: 'pmtiles', isShifted: true, minZoom: 9, maxZoom: 12 });
  await app.runJobs();
  const kept = await listed('chen', body.id);
  expect(kept).toMatchObject({ state: 'ready' });
  const range = rangeAt([108.1, 24.9, 108.3, 25.1], 12);
  const tile = tileAt(range, 0);
  const answer = await tileOf('chen', body.id, tile);
  expect(answer.headers['content-type']).toBe('image/png');
  expect(answer.headers['cache-control']).toContain('private');
  const [red, green, blue] = await decoded(answer.bytes);
  expect([red, green, blue]).toEqual([240, tile.x % 256, tile.y % 256]);
  expect((await tileOf('chen', body.id, { z: 12, x: 0, y: 0 })).code).toBe('insight/no-such-tile');
});

test('the county’s townships look at it; the neighbouring county is shown none and gets no tile', async () => {
  const { body } = await load('ortho-cgcs2000.tif', { title: '只给本县' });
  await app.runJobs();
  const tile = tileAt(rangeAt(body.bounds, body.maxZoom), 0);

  expect(await listed('zhao', body.id)).toMatchObject({ title: '只给本县' });
  expect((await tileOf('zhao', body.id, tile)).status).toBe(200);
  expect((await app.as('zhao').delete(`${address}/${body.id}`)).status).not.toBe(204);

  expect((await app.as('sun').get(address)).body.items).toEqual([]);
  expect((await tileOf('sun', body.id, tile)).code).toBe('insight/no-such-layer');
  expect((await app.as('sun').delete(`${address}/${body.id}`)).code).toBe('insight/no-such-layer');
  expect((await app.as('sun').get(address, { area: county })).code).toBe('access/outside-area');
  expect((await tileOf('he', body.id, tile)).status).toBe(403);
});

describe('a tile server of the county’s own', () => {
  let server: Server;
  let host: string;
  const asked: string[] = [];

  beforeAll(async () => {
    const png = fixture('one-tile.png').bytes;
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      if (request.url?.startsWith('/page') === true) response.end('<html>');
      else if (request.url?.startsWith('/away') === true) {
        response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
      } else response.end(png);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => void server.close());

  const name = (path: string) =>
    app.as('chen').post(`${address}/servers`, {
      area: county,
      title: '县影像服务',
      source: '县自然资源局',
      coordinates: 'WGS84',
      address: `${host}${path}`,
      minZoom: 8,
      maxZoom: 16,
    });

  test('is asked once before it is taken, and its pictures come through here, scoped', async () => {
    const { body } = await name('/tiles/{z}/{x}/{y}.png');
    expect(body).toMatchObject({ form: 'server', state: 'ready', minZoom: 8 });
    expect(asked.at(-1)).toMatch(/^\/tiles\/8\/\d+\/\d+\.png$/);
    const tile = tileAt(rangeAt(body.bounds, 12), 0);
    const answer = await tileOf('zhao', body.id, tile);
    expect(answer.headers['content-type']).toBe('image/png');
    expect(asked.at(-1)).toBe(`/tiles/12/${tile.x}/${tile.y}.png`);
    expect((await listed('zhao', body.id)).address).toBeNull();
    const before = asked.length;
    expect((await tileOf('sun', body.id, tile)).code).toBe('insight/no-such-layer');
    expect(asked.length).toBe(before);
  });

  test('that answers with a page, leads elsewhere, or has no place for the tile is not taken', async () => {
    expect((await name('/page/{z}/{x}/{y}')).code).toBe('insight/tile-server-silent');
    expect((await name('/away/{z}/{x}/{y}')).code).toBe('insight/tile-server-silent');
    expect((await name('/tiles')).code).toBe('insight/tile-server-address');
  });
});
