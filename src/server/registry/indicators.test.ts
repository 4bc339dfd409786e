import { utils, write } from '@e965/xlsx';
import { beforeAll, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { inScope } from '#server/database/connect.ts';
import { exchangeRoutes } from '#server/exchange/exchange.routes.ts';
import { anApp } from '#tests/world/app.ts';
import { places } from '#tests/world/cast.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { indicatorRoutes } from './indicator.routes.ts';
import { readIndicators } from './read-indicators.ts';

const app = await anApp({ routes: [...indicatorRoutes, ...exchangeRoutes] });
const chen = app.as('chen');
const yang = app.as('yang');
const county = '451226';

beforeAll(async () => {
  await installForPlace(app.platform, 'jiangjin-2015');
});

const table = (set?: string, area = county, by = chen) =>
  by.get('/api/registry/indicators', { area, ...(set === undefined ? {} : { set }) });
const cell = (indicator: string, text: string, area: string = places.village) => ({
  area,
  indicator,
  text,
});
const enter = (cells: readonly object[], more: object = {}, by = chen) =>
  by.send({
    method: 'PUT',
    url: '/api/registry/indicators',
    payload: {
      area: county,
      set: 'services',
      asOf: '2016-09-20',
      evidence: '县卫计局〔2016〕12号',
      cells,
      ...more,
    },
  });
const read = (area: string, day = '2016-09-30') =>
  inScope(app.platform.db, everything, (tx) =>
    readIndicators({ tx, platform: app.platform }, areaCode(area), plainDate(day)),
  );

test('nobody without a session sees indicators, and nothing is entered at first', async () => {
  expect((await app.nobody.get('/api/registry/indicators')).code).toBe('access/sign-in-needed');

  const { body } = await table('services');
  const services = body.sets.find(({ id }: { id: string }) => id === 'services');
  expect(services).toMatchObject({ entered: 0, owner: null, mayEnter: true, lastOn: null });
  expect(services.cells).toBe(3 * body.chosen.rows.length);
  expect(body.chosen.columns.map(({ least }: { least: number }) => least)).toEqual([100, 100, 85]);
  expect(
    (await read(places.village)).every(({ value, holds }) => value === null && holds === null),
  ).toBe(true);
});

test('[JJ-37] [JJ-39] [GS-35] cells are entered with day and evidence, held against the limit, and keep their history', async () => {
  const first = await enter([
    cell('clinics', '100'),
    cell('serviceCentres', '9/10'),
    cell('wasteTreated', '84.9%'),
  ]);
  expect(first.body).toEqual({ saved: 3, unchanged: 0 });
  expect((await enter([cell('clinics', '100')])).body).toEqual({ saved: 0, unchanged: 1 });
  await enter([cell('wasteTreated', '85')], { asOf: '2016-09-28', evidence: '验收单3号' });

  const row = (await table('services')).body.chosen.rows.find(
    ({ area }: { area: string }) => area === places.village,
  );
  expect(row.cells).toMatchObject([
    { value: 90, part: 9, whole: 10, holds: false },
    { value: 100, holds: true, evidence: '县卫计局〔2016〕12号', by: '陈国强' },
    { value: 85, holds: true, asOf: '2016-09-28' },
  ]);
  const query = { area: places.village, set: 'services', indicator: 'wasteTreated' };
  const history = (await chen.get('/api/registry/indicators/entries', query)).body.items;
  expect(history.map(({ value, asOf }: { value: number; asOf: string }) => [value, asOf])).toEqual([
    [85, '2016-09-28'],
    [84.9, '2016-09-20'],
  ]);
  const onThe21st = (await read(places.village, '2016-09-21')).find(
    ({ id }) => id === 'wasteTreated',
  );
  expect(onThe21st).toMatchObject({ value: 84.9, holds: false });
  const before = (await read(places.village, '2016-09-01')).find(({ id }) => id === 'wasteTreated');
  expect(before).toMatchObject({ value: null, holds: null });
});

test('one cell that cannot be read stops all of them and is named with its village', async () => {
  const wrong = await enter([
    cell('clinics', '12'),
    cell('wasteTreated', '185'),
    cell('clinics', 'x', places.otherVillage),
  ]);
  expect(wrong.code).toBe('registry/indicator-cell-wrong');
  expect(wrong.body.error.message).toMatch(/“垃圾无害化处理率”填的“185”超过了100%。还有 1 格/);
  expect(wrong.body.error.details).toMatchObject([
    { indicator: 'wasteTreated' },
    { indicator: 'clinics' },
  ]);
  expect((await enter([cell('clinics', '12', places.neighbourVillage)])).code).toBe(
    'registry/indicator-place-unknown',
  );
  expect((await enter([cell('nothing', '12')])).code).toBe('registry/indicator-place-unknown');
  expect((await enter([cell('clinics', '12')], { asOf: '2016-10-01' })).code).toBe(
    'registry/indicator-in-future',
  );
  expect((await enter([cell('clinics', '12')], { set: 'nothing' })).code).toBe(
    'registry/no-such-indicator-set',
  );

  const held = (await read(places.village)).find(({ id }) => id === 'clinics');
  expect(held?.value).toBe(100);
  await enter([cell('clinics', '')]);
  expect((await read(places.village)).find(({ id }) => id === 'clinics')?.value).toBe(null);
  await enter([cell('clinics', '100')]);
});

test('a set that belongs to a department is entered by it alone, and the county sees what is missing', async () => {
  const owner = (set: string, account: string, by = chen) =>
    by.send({
      method: 'PUT',
      url: '/api/registry/indicators/owner',
      payload: { area: county, set, account },
    });
  expect((await enter([cell('clinics', '99')], {}, yang)).code).toBe(
    'registry/indicator-of-another',
  );
  expect((await owner('services', app.accounts.lin.id)).code).toBe('registry/no-such-department');
  expect((await owner('nothing', app.accounts.yang.id)).code).toBe(
    'registry/no-such-indicator-set',
  );
  expect((await owner('services', app.accounts.yang.id, yang)).code).toBe(
    'registry/indicator-of-another',
  );

  const given = await owner('services', app.accounts.yang.id);

  expect(given.body).toMatchObject({ name: '杨慧', unit: '县教育局资助中心' });
  expect((await enter([cell('clinics', '99')])).code).toBe('registry/indicator-of-another');
  expect((await enter([cell('clinics', '99')], {}, yang)).body).toEqual({ saved: 1, unchanged: 0 });
  const seen = (await table(undefined, places.village, app.as('lin'))).body;
  expect(seen.sets.find(({ id }: { id: string }) => id === 'services')).toMatchObject({
    owner: { unit: '县教育局资助中心' },
    mayEnter: false,
    cells: 3,
    entered: 3,
  });
  expect(seen.mayAssign).toBe(false);
});

test('the sheet of a set is filled in and handed back, and a sheet that is none is refused', async () => {
  const { bytes, status } = await yang.get('/api/registry/indicators/file', {
    area: county,
    set: 'services',
  });
  expect(status).toBe(200);
  expect(bytes.subarray(0, 2).toString('latin1')).toBe('PK');
  const sheetOf = (rows: readonly (readonly string[])[]) => ({
    name: '指标.xlsx',
    bytes: write(
      { SheetNames: ['一'], Sheets: { 一: utils.aoa_to_sheet(rows.map((row) => [...row])) } },
      { type: 'buffer', bookType: 'xlsx' },
    ) as Buffer,
  });
  const upload = (rows: readonly (readonly string[])[]) =>
    yang.upload(
      '/api/exchange/indicators?area=451226&set=services&asOf=2016-09-29&evidence=%E8%A1%A8%E6%A0%BC',
      sheetOf(rows),
      'POST',
    );
  const heads = ['代码', '名称', '村卫生室标准化率', '垃圾无害化处理率'];

  expect((await upload([['村', '别的']])).code).toBe('registry/indicator-file-unread');
  expect((await upload([heads, ['abc', '', '1', '2']])).code).toBe(
    'registry/indicator-place-unknown',
  );
  const done = await upload([
    heads,
    [places.village, '仪凤村', '98', ''],
    [places.otherVillage, '', '97', '88'],
  ]);

  expect(done.body).toEqual({ saved: 3, unchanged: 0 });
  expect((await read(places.otherVillage)).find(({ id }) => id === 'clinics')).toMatchObject({
    value: 97,
    evidence: '表格',
  });
});

test('the neighbouring county sees and changes nothing of it', async () => {
  const sun = app.as('sun');
  expect((await table('services', county, sun)).code).toBe('access/outside-area');
  const own = (await table('services', '451225', sun)).body;
  expect(own.sets.every(({ entered }: { entered: number }) => entered === 0)).toBe(true);
  expect((await enter([cell('clinics', '1')], {}, sun)).code).toBe('access/outside-area');
});
