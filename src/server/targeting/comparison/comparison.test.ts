import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { anApp } from '#tests/world/app.ts';
import type { Caller } from '#tests/world/caller.ts';
import { aColleague, movableDay } from '#tests/world/casework-world.ts';
import { county, places } from '#tests/world/cast.ts';
import { comparisonWorld, csv, heading, numberOf } from '#tests/world/comparison-world.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { compareListJob } from './compare-list.ts';
import { comparisonRoutes } from './comparison.routes.ts';
import { pairFinder } from './find-pairs.ts';
import { listFilePath } from './list-file.ts';
import { matchCheck, matchHash, readMatchKey } from './match-hash.ts';

const app = await anApp({
  demonstration: true,
  routes: comparisonRoutes,
  jobKinds: (platform) => [compareListJob(platform)],
});
const setDay = movableDay(app);
const [chen, sun, yang] = (['chen', 'sun', 'yang'] as const).map((name) => app.as(name)) as [
  Caller,
  Caller,
  Caller,
];
const { aListedHousehold, aList, deliver, carryOut, compared, leadOf, rowOf } =
  comparisonWorld(app);

beforeAll(async () => {
  await installForPlace(app.platform, 'jiangjin-2015');
  setDay('2016-09-01');
});

describe('what is asked of departments', () => {
  test('[JJ-25] the four exclusions of the place stand before the lists of the national base', async () => {
    const { body } = await chen.get(`/api/targeting/comparison/kinds?area=${county}`);

    expect(body.lists.map((list: { id: string }) => list.id)).toEqual(
      expect.arrayContaining(['payroll', 'registrations', 'vehicles', 'flats', 'deaths', 'dibao']),
    );
    expect(body.lists.slice(0, 4).map((list: { title: { zh: string } }) => list.title.zh)).toEqual([
      '比财政供养',
      '比工商登记',
      '比车辆',
      '比房产',
    ]);
    expect(body.rebuttals.map((one: { id: string }) => one.id)).toContain('scrapped');
    const wrong = await chen.post('/api/targeting/lists', {
      area: county,
      kind: 'yachts',
      title: '游艇',
    });
    expect(wrong.code).toBe('targeting/no-such-list-kind');
  });
});

describe('a list with numbers', () => {
  test('[JJ-25] opens one lead for a household with all its hits, and the list is gone afterwards', async () => {
    const household = await aListedHousehold([
      { serial: 101, name: '覃大山' },
      { serial: 102, name: '覃小妹' },
    ]);
    const before = await rowOf(household);
    const id = await aList();
    const uploaded = await deliver(id, [
      '2016年机动车登记表,,,',
      heading,
      `覃大山,${numberOf(101)},桂M12345,2014-03-01`,
      `覃小妹,${numberOf(102)},桂M54321,2016-02-01`,
      `蒙三,${numberOf(103)},桂M00001,2016-02-01`,
      `别人,${numberOf(999)},桂M00002,2016-02-01`,
      '抄错,990000196001019999,桂M00003,2016-02-01',
      `覃大山,${numberOf(101)},桂M12345,2014-03-01`,
      `覃大山,${numberOf(101)},桂M77777,三月`,
      '合计,,,',
    ]);
    expect(uploaded.body).toMatchObject({ state: 'uploaded', form: 'number', fileKept: true });
    expect(uploaded.body.columns.map((one: { field: string }) => one.field)).toEqual([
      'name',
      'identity',
      'object',
      'since',
    ]);
    expect(uploaded.text).not.toMatch(/990000\d{8}/);
    expect((await carryOut(id, 'run')).begun.code).toBe('targeting/list-not-checked');

    const { list: checked } = await carryOut(id, 'check');
    expect(checked).toMatchObject({ state: 'checked', mayRun: true });
    expect(checked.counts).toMatchObject({ rows: 8, usable: 5, refused: 3, hits: 0 });
    const problems = checked.problems.map((one: { code: string }) => one.code);
    expect(problems.sort()).toEqual([
      'registry/identity-checksum',
      'targeting/row-names-nobody',
      'targeting/row-twice',
      'targeting/since-unreadable',
    ]);

    const { list } = await carryOut(id, 'run');
    expect(list.counts).toMatchObject({ hits: 3, hitPersons: 2, hitHouseholds: 1, newLeads: 1 });
    expect(list).toMatchObject({ state: 'done', fileKept: false, sample: [] });
    expect(existsSync(listFilePath(app.platform, id))).toBe(false);
    const lead = await leadOf(household);
    expect(lead).toMatchObject({ state: 'open', hits: 3, mayAnswer: true });
    expect(lead.items.map((hit: { object: string }) => hit.object).sort()).toEqual([
      '桂M12345',
      '桂M54321',
      '桂M77777',
    ]);
    expect(
      lead.items.find((hit: { object: string }) => hit.object === '桂M54321').afterListing,
    ).toBe(true);
    expect(lead.clock).toMatchObject({ since: '2016-09-01', colour: 'onTime' });
    expect(await rowOf(household)).toEqual(before);

    const again = await compared(
      [heading, `覃大山,${numberOf(101)},县一中教师,2015-01-01`],
      'payroll',
    );
    expect(again.counts).toMatchObject({ hits: 1, newLeads: 0 });
    expect(await leadOf(household)).toMatchObject({ hits: 4 });
    expect((await deliver(id, [heading])).code).toBe('targeting/list-busy');
    expect((await carryOut(id, 'check')).begun.code).toBe('targeting/list-busy');
  });

  test('the meaning of columns is corrected by a person and known the next time', async () => {
    const id = await aList('flats');
    const lines = ['某某,号码栏,小区', `覃大山,${numberOf(101)},幸福里`];
    expect((await deliver(id, lines)).code).toBe('targeting/list-names-nobody');
    expect((await carryOut(id, 'check')).begun.code).toBe('targeting/list-has-no-file');
    const map = (columns: object[]) => chen.put(`/api/targeting/lists/${id}/mapping`, { columns });
    expect((await map([])).code).toBe('targeting/list-has-no-file');
    const named = ['姓名,号码栏,小区', `覃大山,${numberOf(101)},幸福里`];
    expect((await deliver(id, named)).body.form).toBe('name');
    expect((await map([{ column: 1, field: 'name' }])).code).toBe('targeting/list-column-twice');
    expect((await map([{ column: 0, field: null }])).code).toBe('targeting/list-names-nobody');
    const mapped = await map([
      { column: 1, field: 'identity' },
      { column: 2, field: 'object' },
    ]);
    expect(mapped.body.form).toBe('number');

    const next = await aList('flats');
    const known = (await deliver(next, named)).body;
    expect(known.columns.map((one: { field: string }) => one.field)).toEqual([
      'name',
      'identity',
      'object',
    ]);
    expect((await chen.delete(`/api/targeting/lists/${next}`)).status).toBe(204);
    expect((await chen.get(`/api/targeting/lists/${next}`)).code).toBe('targeting/no-such-list');
  });

  test('files nobody can read are refused in a sentence, and leave the list as it was', async () => {
    const id = await aList();
    const send = (name: string, text: string) =>
      chen.upload(`/api/targeting/lists/${id}/file`, { name, bytes: Buffer.from(text) });

    expect((await send('空.csv', '')).code).toBe('exchange/file-empty');
    expect((await send('网页.xls', '<html><table></table></html>')).code).toBe(
      'exchange/file-is-a-web-page',
    );
    expect((await send('图.xlsx', '%PDF-1.4 and so on')).code).toBe(
      'exchange/file-not-a-spreadsheet',
    );
    const sheet = await chen.upload(
      `/api/targeting/lists/${id}/file?sheet=${encodeURIComponent('没有')}`,
      csv([heading]),
    );
    expect(sheet.code).toBe('exchange/sheet-missing');
    expect((await chen.get(`/api/targeting/lists/${id}`)).body.state).toBe('empty');
  });
});

describe('a list of hashes', () => {
  async function hashed(id: string, serials: readonly number[], key: Buffer): Promise<string[]> {
    void id;
    return serials.map((serial) => {
      const hash = matchHash(key, numberOf(serial)).toString('hex');
      return `${hash},${matchCheck(key, hash)},桂M${serial}`;
    });
  }

  test('matches exactly whom the numbers match, with a key that is shown once and then gone', async () => {
    const household = await aListedHousehold([{ serial: 201, name: '莫一' }]);
    const id = await aList('vehicles', yang, '交管哈希');
    const refused = await deliver(id, ['哈希,校验,事项', `${'0'.repeat(64)},0,x`], yang);
    expect(refused.code).toBe('targeting/key-missing');
    const given = await yang.post(`/api/targeting/lists/${id}/key`);
    const key = readMatchKey(given.body.key) ?? Buffer.alloc(0);
    expect(key).toHaveLength(32);
    expect((await yang.post(`/api/targeting/lists/${id}/key`)).code).toBe('targeting/key-given');
    const lines = await hashed(id, [201, 202, 203], key);
    await deliver(id, ['哈希,校验,事项', ...lines], yang);
    const late = await aList('vehicles', yang, '带文件');
    await deliver(late, [heading, `莫一,${numberOf(201)},桂M1,`], yang);
    expect((await yang.post(`/api/targeting/lists/${late}/key`)).code).toBe(
      'targeting/key-not-needed',
    );

    expect((await carryOut(id, 'check', yang)).list.state).toBe('checked');
    expect((await yang.post(`/api/targeting/lists/${id}/run`)).code).toBe('access/not-permitted');
    const { list } = await carryOut(id, 'run');
    expect(list.counts).toMatchObject({ rows: 3, hits: 1, hitHouseholds: 1 });
    expect((await leadOf(household)).items).toMatchObject([{ object: '桂M201', way: 'hash' }]);
    const { rows } = await app.owner.query('select key_sealed from targeting_list where id = $1', [
      id,
    ]);
    expect(rows).toEqual([{ key_sealed: null }]);
  });

  test('half of them made with another key is said plainly, instead of reporting few hits', async () => {
    const id = await aList('vehicles', yang, '两把密钥');
    const { body } = await yang.post(`/api/targeting/lists/${id}/key`);
    const key = readMatchKey(body.key) ?? Buffer.alloc(0);
    const right = await hashed(id, [201, 202, 203, 204], key);
    const wrong = await hashed(id, [205, 206, 207, 208], Buffer.alloc(32, 7));
    await deliver(id, ['哈希,校验,事项', ...right, ...wrong, 'abc,def,坏行'], yang);

    const { list } = await carryOut(id, 'check', yang);

    expect(list).toMatchObject({ state: 'failed', failure: { code: 'targeting/keys-mixed' } });
    expect(list.failure.message.zh).toContain('9 行里有 4 行是用另一把密钥生成的');
    expect(list.counts.otherKey).toBe(4);
    expect(list.problems.map((one: { code: string }) => one.code)).toEqual([
      'targeting/other-key',
      'targeting/hash-malformed',
    ]);
    expect((await chen.post(`/api/targeting/lists/${id}/run`)).code).toBe(
      'targeting/list-not-checked',
    );
  });
});

describe('a list without numbers', () => {
  test('gives pairs that a person looks at side by side; one person becomes a lead', async () => {
    const village = '仪凤村';
    const household = await aListedHousehold([
      { serial: 301, name: '阿依古丽·买买提', birthDate: '1970-05-06' },
    ]);
    const other = await aListedHousehold([
      { serial: 302, name: '谭国强', birthDate: '1980-01-02' },
    ]);
    const id = await aList('registrations', chen, '工商登记');
    await deliver(id, [
      '法定代表人,出生日期,住址,企业名称',
      `阿依古丽,1970-05-06,下南乡${village},便民小店`,
      `譚國強,1980-02-01,下南乡${village},国强砖厂`,
      '查无此人,1990-01-01,别处,远方公司',
      '甲,,,没有名字的公司',
    ]);
    const { list: checked } = await carryOut(id, 'check');
    expect(checked).toMatchObject({ form: 'name', counts: { pairs: 2, hits: 0 } });
    const { list } = await carryOut(id, 'run');
    expect(list.counts).toMatchObject({ pairs: 2, hits: 0, newLeads: 0 });
    expect(await leadOf(household)).toBeUndefined();

    const { body } = await chen.get(`/api/targeting/pairs?area=${county}&list=${id}`);
    expect(body.items).toHaveLength(2);
    const find = (name: string) =>
      body.items.find((pair: { known: { name: string } }) => pair.known.name === name);
    const long = find('阿依古丽·买买提');
    expect(long.agreements).toMatchObject({ name: 'part', birth: 'same', place: 'village' });
    expect(find('谭国强').agreements).toMatchObject({ name: 'variant', birth: 'swapped' });
    const say = (pair: { id: string }, verdict: string, by = chen) =>
      by.post(`/api/targeting/pairs/${pair.id}/verdict`, { verdict });
    expect((await say(long, 'same', sun)).code).toBe('targeting/no-such-pair');
    const same = await say(long, 'same');
    expect(same.body.lead).toBe((await leadOf(household)).id);
    expect((await leadOf(household)).items).toMatchObject([{ object: '便民小店', way: 'name' }]);
    expect((await say(find('谭国强'), 'different')).body.lead).toBeNull();
    expect((await say(long, 'different')).code).toBe('targeting/pair-decided');
    expect(await leadOf(other)).toBeUndefined();
  });

  test('is compared one county at a time', async () => {
    const city = await aColleague(app, {
      username: 'wide',
      displayName: '宽',
      title: '',
      role: 'county',
      area: '4512',
    });
    const id = await aList('registrations');
    await deliver(id, ['姓名,企业名称', '覃大山,便民小店']);
    await app.owner.query(`update targeting_list set area_code = '4512' where id = $1`, [id]);
    expect((await city.post(`/api/targeting/lists/${id}/check`)).code).toBe(
      'targeting/area-too-wide',
    );
  });

  test('that gives more pairs than anybody can look at is refused', () => {
    const person = { county: 451226, household_id: '', area_code: places.village };
    const crowd = Array.from({ length: 200 }, (_, index) => ({
      ...person,
      id: String(index),
      name: '王一',
      birth_date: '1970-01-01',
    }));
    const find = pairFinder(crowd, () => '');
    const entry = {
      ...{ row: 2, citizen: undefined, hash: undefined, check: '', name: '王一' },
      ...{ birthDate: plainDate('1970-01-01'), place: '', object: '', since: undefined },
    };
    for (let row = 0; row < 100; row += 1) expect(find(entry)).toHaveLength(200);
    expect(() => find(entry)).toThrow('targeting/too-many-pairs');
  });
});
