import { beforeAll, describe, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import type { HouseholdValues, PersonRecord } from '#domain/registry/household.ts';
import { inScope } from '#server/database/connect.ts';
import { anApp } from '#tests/world/app.ts';
import { places } from '#tests/world/cast.ts';
import { aHousehold, anIdentity, aPerson, today } from '#tests/world/household.ts';
import { insertHouseholds } from '../bulk.store.ts';
import { householdWriteRoutes } from '../household-write.routes.ts';
import { toHouseholdRows } from '../to-household-rows.ts';
import { duplicateRoutes } from './duplicate.routes.ts';
import { duplicatesJob } from './search-duplicates.ts';

const app = await anApp({
  demonstration: true,
  routes: [...duplicateRoutes, ...householdWriteRoutes],
  jobKinds: (platform) => [duplicatesJob(platform)],
});
const [lin, chen, sun] = [app.as('lin'), app.as('chen'), app.as('sun')];
const { secrets } = app.platform;

async function aStored(values: HouseholdValues, persons: readonly PersonRecord[]): Promise<string> {
  const record = aHousehold({ areaCode: places.village, ...values }, persons);
  await inScope(app.db, everything, (tx) =>
    insertHouseholds(tx, [toHouseholdRows(record, { secrets, today })]),
  );
  return record.id;
}

let serial = 500;
/** Nobody of the same number as anybody else. */
const one = (name: string, birthDate: string, more: object = {}) => {
  serial += 1;
  return aPerson({ name, birthDate, identity: anIdentity(birthDate, serial), ...more });
};

const found: Record<string, string> = {};

beforeAll(async () => {
  const shared = anIdentity('1960-01-02', 77);
  const store = async (name: string, values: HouseholdValues, persons: readonly PersonRecord[]) => {
    found[name] = await aStored(values, persons);
  };
  await store('number', {}, [aPerson({ name: '蒙大贵', identity: shared })]);
  await store('numberToo', { areaCode: places.farVillage }, [
    aPerson({ name: '蒙太贵', identity: shared }),
  ]);
  await store('sound', {}, [one('覃达山', '1955-03-04')]);
  await store('soundToo', {}, [one('覃大山', '1955-03-04')]);
  await store('long', {}, [one('阿依古丽·买买提', '1980-05-06')]);
  await store('longToo', {}, [one('阿依古丽', '1980-05-06')]);
  await store('variant', { phone: '13800000009' }, [one('韋肖國', '1971-07-08')]);
  await store('variantToo', { phone: '13800000009' }, [one('韦萧国', '1971-08-07')]);
  await store('namesake', {}, [one('韦秀英', '1950-01-01')]);
  await store('namesakeToo', { areaCode: places.farVillage }, [one('韦秀英', '1982-09-09')]);
  await store('left', {}, [
    one('卢有才', '1940-02-02', { leftOn: '2016-01-01', leftReason: 'DIED' }),
    one('卢小才', '1970-02-02'),
  ]);
  await store('leftToo', {}, [one('卢有才', '1940-02-02')]);
  for (const index of [1, 2, 3, 4, 5, 6]) {
    await store(`office${index}`, { bankAccount: '6222000000000001' }, [
      one(`罗${String.fromCodePoint(0x4e00 + index * 91)}`, `19${50 + index}-01-0${index}`),
    ]);
  }
});

async function search(area: string = places.village.slice(0, 6)) {
  const started = await chen.post('/api/registry/duplicates/search', { area });
  expect(started.status).toBe(200);
  await app.runJobs();
  const { rows } = await app.owner.query(
    'select state, result, failure from jobs_run where id = $1',
    [started.body.job],
  );
  return rows[0];
}

const pairs = async () =>
  (await chen.get('/api/registry/duplicates', { state: 'open', limit: '200' })).body.items;
const namesOf = (pair: { one: { id: string }; other: { id: string } }) =>
  Object.keys(found)
    .filter((name) => [pair.one.id, pair.other.id].includes(found[name] ?? ''))
    .join(' ');

describe('a search', () => {
  test('is counted before it runs, by each key, without being run', async () => {
    const { body } = await chen.get('/api/registry/duplicates/estimate', { area: '451226' });

    expect(body).toMatchObject({
      persons: 18,
      candidates: { number: 1, nameAndBirth: 2, phone: 1, account: 0 },
    });
    expect(await pairs()).toEqual([]);
  });

  test('finds who is registered twice, by number, sound, variant characters and the first part of a long name, the surest first', async () => {
    const run = await search();
    expect(run).toMatchObject({ state: 'done' });

    const list = await pairs();
    expect(list.map(namesOf)).toEqual(['number numberToo', ...list.slice(1).map(namesOf)]);
    expect(list.map(namesOf).sort()).toEqual(
      ['long longToo', 'number numberToo', 'sound soundToo', 'variant variantToo'].sort(),
    );
    const of = (names: string) => list.find((pair: never) => namesOf(pair) === names);
    expect(of('number numberToo').rank).toBe('certain');
    expect(of('sound soundToo').reasons).toMatchObject([
      { kind: 'person', name: 'homophone', birth: 'same' },
    ]);
    expect(of('variant variantToo').reasons).toMatchObject([
      { kind: 'person', name: 'variant', birth: 'swapped' },
      { kind: 'phone' },
    ]);
    expect(of('long longToo').reasons).toMatchObject([{ name: 'part', birth: 'same' }]);
  });

  test('asks nothing twice: what was found to be different stays so', async () => {
    const [first] = await pairs();
    await chen.post(`/api/registry/duplicates/${first.id}/different`, {
      reason: '两人同号，已更正',
    });
    const before = await pairs();

    const run = await search();
    expect(run.result).toMatchObject({ added: 0 });
    expect(await pairs()).toEqual(before);
    expect((await chen.get('/api/registry/duplicates/counts')).body).toMatchObject({
      open: before.length,
      different: 1,
    });
  });

  test('belongs to a county: the neighbour has neither pairs nor a search here', async () => {
    expect((await sun.get('/api/registry/duplicates')).body.items).toEqual([]);
    const here = await sun.post('/api/registry/duplicates/search', { area: '451226' });
    expect([403, 404]).toContain(here.status);
    expect(
      (await lin.post('/api/registry/duplicates/search', { area: places.village })).status,
    ).toBe(403);
  });
});

test('a search that would meet more pairs than anybody can look at is refused, with the remedy', async () => {
  const household = found.number ?? '';
  await app.owner.query(
    `insert into registry_person (county, id, household_id, area_code, name, name_key, birth_date)
     select county, overlay(md5(n::text) placing left(id::text, 6) from 1 for 6)::uuid, id, area_code,
       '同名', '同名', '1970-01-01'
     from registry_household, generate_series(1, 2010) n where id = $1`,
    [household],
  );

  const run = await search();
  expect([run.state, JSON.stringify(run)]).toEqual([
    'failed',
    expect.stringContaining('registry/too-many-candidates'),
  ]);
  await app.owner.query("delete from registry_person where name = '同名'");
});

test('before somebody is entered, who is like them is shown to whoever may see them', async () => {
  const look = (who: typeof lin) =>
    who.post('/api/registry/duplicates/look', {
      area: places.village,
      persons: [{ name: '覃大衫', birthDate: '1955-03-04' }, { name: '谁也不是' }],
    });

  const { body } = await look(lin);
  expect(
    body.found.map(({ asked, name, agreement }: Record<string, unknown>) => [
      asked,
      name,
      agreement,
    ]),
  ).toEqual([
    [0, expect.stringMatching(/覃[大达]山/), 'homophone'],
    [0, expect.stringMatching(/覃[大达]山/), 'homophone'],
  ]);
  const elsewhere = await sun.post('/api/registry/duplicates/look', {
    area: places.neighbourVillage,
    persons: [{ name: '覃大山', birthDate: '1955-03-04' }],
  });
  expect(elsewhere.body.found).toEqual([]);
});

test('a number registered in two counties is a question in both, and neither learns of the other household', async () => {
  const identity = anIdentity('1966-06-06', 66);
  const far = await aStored({ areaCode: places.neighbourVillage }, [
    aPerson({ name: '外县人', identity }, 451225),
  ]);

  const registered = await lin.post('/api/registry/households', {
    area: places.village,
    values: {},
    persons: [{ values: { name: '蒙阿花', relation: 'HEAD', identity } }],
    incomes: [],
    ...{ trueFrom: '2016-09-30', source: 'visit', reason: '新登记' },
  });
  expect(registered.body.conflicts).toHaveLength(1);

  const conflictsOf = async (who: typeof lin) =>
    (await who.get('/api/registry/conflicts', { kind: 'identity-elsewhere', limit: '200' })).body
      .items;
  const [here] = await conflictsOf(chen);
  const [there] = await conflictsOf(sun);
  expect([here.household.id, here.sides[0].household]).toEqual([registered.body.household, null]);
  expect([there.household.id, there.sides[0].household]).toEqual([far, null]);
  expect(JSON.stringify(there)).not.toContain('蒙阿花');
  expect(JSON.stringify(here)).not.toContain('外县人');
});
