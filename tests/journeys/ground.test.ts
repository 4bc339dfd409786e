// A county officer loads outlines and an aerial picture, sees it under the map and under the planning board, puts a
// project and a team on a village; the neighbouring county sees none of it. Done in a township no other journey
// looks at, and the picture is taken away again. Before that, a ground is made up at one press and taken away.
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { barriers, hasBrowser, type Person, sideways, signedIn } from './person.ts';

const township = '451226204';
const picture = new URL('../fixtures/layers/ortho-cgcs2000.tif', import.meta.url);

/** Squares beside one another around the middle of the picture, one a village. */
function outlinesOf(codes: readonly string[]) {
  const wide = Math.ceil(Math.sqrt(codes.length));
  const side = 0.012;
  const features = codes.map((code, at) => {
    const west = 108.2 - (wide * side) / 2 + (at % wide) * side;
    const south = 25 - (wide * side) / 2 + Math.floor(at / wide) * side;
    const ring = [
      [west, south],
      [west + side, south],
      [west + side, south + side],
      [west, south + side],
      [west, south],
    ];
    return {
      type: 'Feature',
      properties: { code },
      geometry: { type: 'Polygon', coordinates: [ring] },
    };
  });
  return JSON.stringify({ type: 'FeatureCollection', features });
}

describe.skipIf(!hasBrowser)('the ground of a county', () => {
  let person: Person;
  afterEach(async () => {
    await person.leave();
  });

  test('may be made up at one press in a demonstration, carries marks and hills, and is taken away again [HJ-67]', async () => {
    person = await signedIn('county');
    const { page } = person;
    await page.goto('/map?marks=projects,teams,funds');
    await page.getByRole('button', { name: '铺上虚构底图' }).click();
    await page.locator('.ground-stamp').waitFor({ timeout: 60_000 });
    await page
      .locator('.tile-images image')
      .first()
      .waitFor({ state: 'attached', timeout: 60_000 });
    await page.locator('.map-mark').first().waitFor();
    await page.locator('g.map-mark').first().press('Enter');
    await page.getByRole('heading', { name: /图上标的/ }).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);

    await page.goto('/board');
    await page.locator('.board-ground .board-square').first().waitFor();
    await page.locator('.ground-stamp').waitFor();
    expect(await barriers(page)).toEqual([]);

    const neighbour = await signedIn('county2');
    try {
      await neighbour.page.goto('/map');
      await neighbour.page.getByRole('button', { name: '铺上虚构底图' }).waitFor();
    } finally {
      await neighbour.leave();
    }

    await page.getByRole('button', { name: '拿掉虚构底图' }).click();
    await page.getByRole('button', { name: '铺上虚构底图' }).waitFor();
    expect(person.complaints).toEqual([]);
  });

  test('is loaded, lies under map and board, and is the county’s own', async () => {
    person = await signedIn('county');
    const { page } = person;
    await page.goto('/map/layers');
    const children = await page.request.get(`/api/registry/areas/${township}/children`);
    const codes = (await children.json()).items.map(({ code }: { code: string }) => code);
    const query = new URLSearchParams({ coordinates: 'WGS84', source: '演示（虚构）' });
    const buffer = Buffer.from(outlinesOf(codes));
    const sent = await page.request.put(`/api/registry/areas/${township}/boundaries?${query}`, {
      multipart: { file: { name: '边界.geojson', mimeType: 'application/geo+json', buffer } },
    });
    expect((await sent.json()).stored).toBe(codes.length);

    await page.reload();
    await page.locator('input[type=file]').setInputFiles({
      name: '航片.tif',
      mimeType: 'image/tiff',
      buffer: readFileSync(picture),
    });
    const form = page.locator('.layers-forms form').first();
    await form.getByLabel('名称').fill('航片甲（虚构）');
    await form.getByLabel('来源').fill('演示（虚构）');
    await page.getByRole('button', { name: '装入', exact: true }).click();
    const item = page.locator('.layer-item', { hasText: '航片甲（虚构）' });
    await item.getByText('可用').waitFor({ timeout: 60_000 });
    expect(await barriers(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);

    await page.goto(`/map?area=${township}&points=on`);
    await page.locator('.layer-choice select').selectOption({ label: '航片甲（虚构）' });
    const tile = page.locator('.tile-images image').first();
    await tile.waitFor({ state: 'attached' });
    const address = (await tile.getAttribute('href')) ?? '';
    expect(await barriers(page)).toEqual([]);

    const layer = new URL(page.url()).searchParams.get('layer') ?? '';
    await page.goto(`/board?area=${township}&layer=${layer}`);
    await page.locator('.board-ground .tile-images image').first().waitFor({ state: 'attached' });
    await page.locator('.board-ground .board-square').first().click();
    expect(await barriers(page)).toEqual([]);

    const neighbour = await signedIn('county2');
    try {
      await neighbour.page.goto('/map/layers');
      await neighbour.page.getByText('还没有影像或地形').waitFor();
      expect((await neighbour.page.request.get(address)).status()).toBe(404);
    } finally {
      await neighbour.leave();
    }

    await page.goto('/map/layers');
    await item.getByRole('button', { name: /拿掉/ }).click();
    await item.getByRole('button', { name: '拿掉', exact: true }).click();
    await item.waitFor({ state: 'detached' });
  });
});
