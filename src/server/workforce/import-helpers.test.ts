import { beforeAll, expect, test } from 'vitest';
import { anApp } from '#tests/world/app.ts';
import { places } from '#tests/world/cast.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { organisationRoutes } from './organisation.routes.ts';
import { workforceRoutes } from './workforce.routes.ts';

const app = await anApp({ routes: [...workforceRoutes, ...organisationRoutes] });
const [chen, zhao, lin, sun] = [app.as('chen'), app.as('zhao'), app.as('lin'), app.as('sun')];
const url = '/api/workforce/helpers/file';
const sheetOf = (...rows: readonly string[]) => ({
  name: '责任人.csv',
  bytes: Buffer.from(['姓名,职务,职级,单位,派驻地', ...rows].join('\n')),
});

beforeAll(async () => {
  await installForPlace(app.platform, 'huanjiang-2016');
  await chen.post('/api/workforce/units', { area: '451226', name: '县农业局', kind: 'office' });
});

test('[HJ-24] helpers come from a spreadsheet: what can be taken is entered, each other row says why not', async () => {
  const file = sheetOf(
    '韦某,科长,科级干部,县农业局,下南乡仪凤村',
    '覃某,科员,一般干部,,451226202206',
    '谭某,,部级干部,,下南乡',
    '蒙某,,一般干部,无名局,下南乡',
    '韦某,科长,科级干部,县农业局,下南乡仪凤村',
  );
  expect((await app.nobody.upload(url, file)).code).toBe('access/sign-in-needed');
  expect((await lin.upload(url, file)).code).toBe('access/not-permitted');
  const headless = { name: '名册.csv', bytes: Buffer.from('谁,哪里\n韦某,下南乡\n') };
  expect((await zhao.upload(url, headless)).code).toBe('workforce/helper-headings-missing');

  const { entered, refused } = (await zhao.upload(url, file)).body;
  expect(entered).toBe(2);
  expect(refused.map(({ row }: { row: number }) => row)).toEqual([4, 5, 6]);
  expect(refused[0].why[0].zh).toContain('部级干部');
  const { items } = (await zhao.get('/api/workforce/helpers')).body;
  expect(items).toHaveLength(2);
  expect(items).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ name: '覃某', areaCode: places.otherVillage, unit: null }),
      expect.objectContaining({ name: '韦某', rank: 'SECTION', areaCode: places.village }),
    ]),
  );
  expect(JSON.stringify(items)).toContain('县农业局');

  const again = (await zhao.upload(url, file)).body;
  expect(again).toMatchObject({ entered: 0 });
  expect(again.refused).toHaveLength(5);
}, 60_000);

test('[HJ-24] a township enters nobody in a village of another, and the neighbour nobody here', async () => {
  const elsewhere = sheetOf('蓝某,,一般干部,,思恩镇中山村');
  expect((await zhao.upload(url, elsewhere)).body).toMatchObject({ entered: 0 });
  expect((await sun.upload(url, elsewhere)).body).toMatchObject({ entered: 0 });
  expect((await sun.upload(`${url}?area=451226`, elsewhere)).code).toBe('access/outside-area');
  expect((await chen.upload(url, elsewhere)).body).toMatchObject({ entered: 1 });
}, 60_000);

test('[HJ-24] the empty sheet has the headings that are read', async () => {
  const file = await zhao.get(url);
  expect(file.headers['content-disposition']).toContain('xlsx');
});
