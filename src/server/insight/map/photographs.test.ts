import { readFileSync } from 'node:fs';
import { Transformer } from '@napi-rs/image';
import { beforeAll, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { inScope } from '#server/database/connect.ts';
import { insertAttachment, type NewAttachment } from '#server/kernel/attachment.store.ts';
import { anApp } from '#tests/world/app.ts';
import { county, places } from '#tests/world/cast.ts';
import { anId } from '#tests/world/household.ts';
import { mapRoutes } from './map.routes.ts';

const app = await anApp({ routes: mapRoutes });
const { platform } = app;
const address = '/api/insight/map/photographs';
const phone = readFileSync(
  new URL('../../../../tests/fixtures/attachments/phone-picture.jpg', import.meta.url),
);
const kept = new Map<string, string>();

async function hand(fileName: string, change: Partial<NewAttachment> = {}) {
  const area = change.area ?? places.village;
  const number = Number(area.slice(0, 6));
  const id = anId(number);
  kept.set(fileName, id);
  await inScope(platform.db, everything, (tx) =>
    insertAttachment(
      tx,
      {
        county: number,
        id,
        area,
        household: null,
        subject: `area:${area}`,
        kind: 'picture',
        showsPerson: false,
        fileName,
        fileType: 'jpeg',
        bytes: phone.length,
        hash: platform.secrets.hash('attachment', fileName),
        account: anId(number),
        accountName: '陈国强',
        at: '2016-09-01T20:00:00.000Z',
        ...change,
      },
      () => platform.secrets.sealBytes('attachment', phone),
    ),
  );
}

const project = anId(Number(county));

beforeAll(async () => {
  await app.owner.query(
    `insert into funds_project (county, id, area_code, number, title, kind, level, mode, year, planned_fen,
       step, step_on, author, author_name, changed_by_name, created_at, latitude, longitude)
     values ($1, $2, $3, 'X-1', '村路硬化', 'ROAD', 'village', 'ordinary', 2016, 100,
       'building', '2016-05-01', $2, '陈国强', '陈国强', now(), 25.05, 108.25)`,
    [Number(county), project, places.farVillage],
  );
  await hand('村口.jpg');
  await hand('IMG_0017.jpg', {
    area: places.farVillage,
    subject: `project:${project}`,
    at: '2016-09-03T02:00:00.000Z',
  });
  await hand('户里.jpg', { household: anId(Number(county)) });
  await hand('有人.jpg', { showsPerson: true });
  await hand('纪要.pdf', { fileType: 'pdf' });
  await hand('邻县.jpg', { area: places.neighbourVillage });
});

test('photographs of places are listed by place, those of households and of people are not', async () => {
  const { body } = await app.as('chen').get(address);

  expect(body.photographs.map(({ title }: { title: string }) => title)).toEqual([
    '村路硬化',
    '村口',
  ]);
  const placeOf = (at: number) => body.places[body.photographs[at].place];
  expect(placeOf(0)).toMatchObject({ code: places.farVillage });
  expect(placeOf(1)).toMatchObject({
    code: places.village,
    name: '仪凤村',
    part: places.township,
    at: null,
  });
  // Where the books put the works; the other is only known to be in its village. Days are those of the county.
  expect(body.photographs).toMatchObject([
    { subject: 'project', project, at: { longitude: 108.25, latitude: 25.05 }, on: '2016-09-03' },
    { subject: 'area', project: null, at: null, on: '2016-09-02' },
  ]);
  const township = (await app.as('chen').get(address, { area: places.township })).body;
  expect(township.places).toContainEqual(
    expect.objectContaining({ code: places.village, part: places.village }),
  );
});

test('a photograph comes small and upright; one of a household or of people does not come this way', async () => {
  const open = (name: string, size: string) =>
    app.as('chen').get(`${address}/${kept.get(name)}/picture`, { size });
  const upright = await new Transformer(phone).rotate().webp();
  const [sent, whole] = [
    await new Transformer((await open('村口.jpg', 'small')).bytes).metadata(),
    await new Transformer(upright).metadata(),
  ];
  expect(sent.format).toBe('webp');
  expect(sent.width / sent.height).toBeCloseTo(whole.width / whole.height, 1);
  expect(sent.width).toBeLessThanOrEqual(360);
  for (const name of ['户里.jpg', '有人.jpg', '纪要.pdf']) {
    const answer = await open(name, 'large');
    expect(answer.status, name).toBe(404);
    expect(answer.body.error.code).toBe('insight/no-such-photograph');
  }
});

test('the neighbouring county sees its own photographs alone, and above a county there are none', async () => {
  const sun = app.as('sun');
  const { body } = await sun.get(address);
  expect(body.photographs.map(({ title }: { title: string }) => title)).toEqual(['邻县']);
  expect((await sun.get(address, { area: county })).status).toBe(403);
  expect((await sun.get(`${address}/${kept.get('村口.jpg')}/picture`)).status).toBe(404);
  const wide = await app.as('tang').get(address);
  expect([wide.status, wide.body.error.code]).toEqual([422, 'insight/map-too-wide']);
});
