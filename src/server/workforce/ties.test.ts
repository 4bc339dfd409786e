import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import type { HouseholdRecord } from '#domain/registry/household.ts';
import { inScope } from '#server/database/connect.ts';
import { insertHouseholds } from '#server/registry/bulk.store.ts';
import { toHouseholdRows } from '#server/registry/to-household-rows.ts';
import { anApp } from '#tests/world/app.ts';
import { movableDay } from '#tests/world/casework-world.ts';
import { county, places } from '#tests/world/cast.ts';
import { aHousehold, anId, aPerson, today } from '#tests/world/household.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { organisationRoutes } from './organisation.routes.ts';
import { tieRoutes } from './ties.routes.ts';
import { visitRoutes } from './visits.routes.ts';

const app = await anApp({ routes: [...tieRoutes, ...organisationRoutes, ...visitRoutes] });
const setDay = movableDay(app);
const [chen, zhao, lin, sun, ma] = [
  app.as('chen'),
  app.as('zhao'),
  app.as('lin'),
  app.as('sun'),
  app.as('ma'),
];
const units = '/api/workforce/units';
const ways = ['job', 'order', 'dividend', 'land', 'advice'] as const;

const income = (year: number, yuan: number) => ({
  id: anId(),
  year,
  kind: 'migrant' as const,
  amountFen: yuan * 100,
  note: '',
});
const poor = (no: string, areaCode: string, yuan: readonly [number, number]) =>
  aHousehold({ areaCode, householdNo: no, stage: 'LISTED' }, [aPerson(), aPerson()], {
    incomes: [income(2014, yuan[0]), income(2015, yuan[1])],
  });
const homes: readonly HouseholdRecord[] = [
  poor('D1', places.village, [4000, 7000]),
  poor('D2', places.village, [6000, 7000]),
  poor('D3', places.otherVillage, [5000, 5000]),
  poor('D4', places.farVillage, [5000, 5000]),
];

beforeAll(async () => {
  await installForPlace(app.platform, 'jiangjin-2015');
  setDay('2016-09-30');
  const { secrets } = app.platform;
  await inScope(app.db, everything, (tx) =>
    insertHouseholds(
      tx,
      homes.map((record) => toHouseholdRows(record, { secrets, today })),
    ),
  );
});

async function aUnit(name: string, more: object = {}): Promise<string> {
  const entered = await chen.post(units, { area: county, name, kind: 'cooperative', ...more });
  return entered.body.id;
}
const lead = (unit: string, householdNo: string, way: string, more: object = {}, by = chen) =>
  by.post(`${units}/${unit}/ties`, { householdNo, way, from: '2015-03-01', ...more });
const page = async (unit: string, by = chen) => (await by.get(`${units}/${unit}`)).body;
const summary = async (area: string = county, by = chen) =>
  (await by.get('/api/workforce/ties', { area })).body;

describe('a household is led by a firm or a co-operative', () => {
  test('[HJ-44] [JJ-34] once for each way, counted once however many lead it, and never more than are registered', async () => {
    const [first, second] = [await aUnit('仪凤牛业合作社'), await aUnit('下南核桃合作社')];
    expect((await lead(first, 'D1', 'job')).status).toBe(200);
    expect((await lead(first, 'D1', 'dividend', { yearlyFen: 80_000 })).status).toBe(200);
    await lead(second, 'D1', 'order');
    await lead(second, 'D2', 'order');
    const twice = await lead(first, 'D1', 'job');
    expect(twice.code).toBe('workforce/tie-refused');
    expect(twice.text).toContain('已经由这个主体');

    const here = await summary();
    expect(here).toMatchObject({ households: 2, ties: 4, units: 2, registered: 4 });
    expect(here.sentence.zh).toBe('带动 2 户（去重），4 户次，占在册 4 户的 50.0%。');
    expect(here.ways.find(({ way }: { way: string }) => way === 'dividend')).toMatchObject({
      ties: 1,
      households: 1,
      yearlyFen: 80_000,
    });
    expect(here.byArea).toMatchObject([
      { code: places.township, households: 2, ties: 4, registered: 3 },
    ]);
    const { items, sums } = (await chen.get(units)).body;
    expect(items.map(({ led }: { led: number }) => led).sort()).toEqual([1, 2]);
    expect(sums).toMatchObject([{ kind: 'cooperative', led: 2 }]);
  });

  test('[JJ-34] its page counts it village by village and says by which method the gain of incomes was computed', async () => {
    const unit = await aUnit('收入合作社', { kind: 'enterprise' });
    await lead(unit, 'D1', 'land');
    await lead(unit, 'D2', 'land');
    await lead(unit, 'D3', 'job');
    await lead(unit, 'D4', 'job', { from: '2016-02-01' });

    const view = await page(unit);
    expect(view).toMatchObject({ households: 4, persons: 8, ties: 4 });
    expect(view.byVillage.map(({ code }: { code: string }) => code).sort()).toEqual(
      [places.village, places.otherVillage, places.farVillage].sort(),
    );
    // D4 was led only after the year was over: (7000+7000+5000 − 4000−6000−5000) ÷ 6 people.
    expect(view.gain).toMatchObject({ year: 2015, households: 3, gainFen: 66_667 });
    expect(view.gain.method.zh).toContain('入社贫困户当年与上年');
    expect(await page(unit, zhao)).toMatchObject({ households: 3, ties: 3 });
    expect(await page(unit, lin)).toMatchObject({ households: 2, ties: 2, area: places.village });
  });

  test('ends on a day with a reason, and stays to be read on the page of the household', async () => {
    const unit = await aUnit('到期合作社');
    const tie = (await lead(unit, 'D3', 'land', { terms: '三亩，三年', yearlyFen: 150_000 })).body;
    const end = (body: object, by = chen) => by.post(`/api/workforce/ties/${tie.id}/end`, body);
    expect((await end({ on: '2015-01-01', reason: '合同到期' })).code).toBe(
      'workforce/tie-turned-round',
    );
    expect((await end({ on: '2016-12-01', reason: '合同到期' })).code).toBe(
      'workforce/tie-turned-round',
    );
    expect((await end({ on: '2016-08-31', reason: '合同到期' }, sun)).code).toBe(
      'workforce/no-such-tie',
    );
    expect((await end({ on: '2016-08-31', reason: '合同到期' })).status).toBe(200);
    expect((await end({ on: '2016-08-31', reason: '合同到期' })).code).toBe('workforce/tie-ended');
    expect(await page(unit)).toMatchObject({ households: 0, ties: 0, gain: null });
    const home = homes[2]?.id ?? '';
    const { ties } = (await chen.get(`/api/workforce/households/${home}`)).body;
    expect(ties.at(-1)).toMatchObject({
      unitName: '到期合作社',
      terms: '三亩，三年',
      yearlyFen: 150_000,
      to: '2016-08-31',
    });
    expect((await lead(unit, 'D3', 'land')).status).toBe(200);
  });

  test('[HJ-44] a stated number above the register is refused: it is household-times', async () => {
    const refused = await chen.post(units, {
      area: county,
      name: '带动31725户公司',
      kind: 'enterprise',
      joinedHouseholds: 31_725,
    });
    expect(refused.code).toBe('workforce/more-than-registered');
    expect(refused.text).toContain('31725');
    expect(await aUnit('带动4户公司', { joinedHouseholds: 4 })).toBeTruthy();
  });
});

describe('the list', () => {
  test('[JJ-34] [HJ-43] comes in as the sheet that goes out, and each row that cannot be taken says why', async () => {
    const unit = await aUnit('名单合作社');
    const heads = '带动主体,户编号,户主,带动方式,约定年收益（元）,开始日期';
    const file = (...rows: string[]) => ({
      name: '带动.csv',
      bytes: Buffer.from([heads, ...rows].join('\n')),
    });
    const url = `/api/workforce/ties/file?area=${county}`;
    const sent = await chen.upload(
      url,
      file(
        '名单合作社,D1,某,土地流转,1200,2016-01-05',
        '名单合作社,D2,某,订单收购,,',
        '名单合作社,D2,某,订单收购,,',
        '没有的合作社,D3,某,务工,,',
        '名单合作社,没有的户,某,养鱼,三千块,2030-01-01',
      ),
    );
    expect(sent.body.entered).toBe(2);
    expect(sent.body.refused.map(({ row }: { row: number }) => row)).toEqual([4, 5, 6]);
    expect(sent.body.refused[2].why).toHaveLength(4);
    const headless = { name: '带动.csv', bytes: Buffer.from('谁,哪户\n甲,D1\n') };
    expect((await chen.upload(url, headless)).code).toBe('workforce/tie-headings-missing');
    const elsewhere = file('名单合作社,D4,某,务工,,');
    expect(
      (await zhao.upload('/api/workforce/ties/file', elsewhere)).body.refused[0].why[0].zh,
    ).toContain('没有户编号“D4”');

    const out = await chen.get('/api/workforce/ties/file', { area: county, unit });
    expect(out.status).toBe(200);
    const { rows } = await app.owner.query(
      'select way, yearly_fen, from_on::text from workforce_tie where unit_id = $1 order by way',
      [unit],
    );
    expect(rows.map(({ way }) => way)).toEqual(['land', 'order']);
    expect(Number(rows[0].yearly_fen)).toBe(120_000);
    expect(rows[0].from_on).toBe('2016-01-05');
  }, 60_000);

  test('[HJ-44] whatever ties are entered and ended, households led are at most the register and at most the ties', async () => {
    const [left, right] = [await aUnit('甲公司'), await aUnit('乙公司')];
    const entered: string[] = [];
    const step = fc.record({
      unit: fc.constantFrom(left, right),
      no: fc.constantFrom('D1', 'D2', 'D3', 'D4'),
      way: fc.constantFrom(...ways),
      ends: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        for (const { unit, no, way, ends } of steps) {
          const done = await lead(unit, no, way);
          if (done.status === 200) entered.push(done.body.id);
          const last = ends ? entered.pop() : undefined;
          if (last !== undefined) {
            await chen.post(`/api/workforce/ties/${last}/end`, { on: today, reason: '试' });
          }
        }
        const { households, ties, registered, byArea } = await summary();
        expect(households).toBeLessThanOrEqual(registered);
        expect(households).toBeLessThanOrEqual(ties);
        const sum = byArea.reduce(
          (all: number, one: { households: number }) => all + one.households,
          0,
        );
        expect(sum).toBe(households);
      }),
      { numRuns: 8 },
    );
  }, 180_000);
});

describe('who sees what', () => {
  test('the neighbouring county, a household and nobody see no tie and no unit', async () => {
    const unit = await aUnit('县里的合作社');
    await lead(unit, 'D1', 'advice');

    expect((await app.nobody.get(`${units}/${unit}`)).code).toBe('access/sign-in-needed');
    expect((await sun.get(`${units}/${unit}`)).code).toBe('workforce/no-such-unit');
    expect((await sun.get(`${units}/${unit}/ties`)).code).toBe('workforce/no-such-unit');
    expect((await lead(unit, 'D1', 'order', {}, sun)).code).toBe('workforce/no-such-unit');
    expect((await sun.get('/api/workforce/ties', { area: county })).code).toBe(
      'access/outside-area',
    );
    expect(await summary('451225', sun)).toMatchObject({ households: 0, ties: 0 });
    expect((await ma.get(`${units}/${unit}`)).code).toBe('access/not-permitted');
  });
});
