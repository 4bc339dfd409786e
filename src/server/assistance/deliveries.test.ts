import { beforeAll, describe, expect, test } from 'vitest';
import { householdWriteRoutes } from '#server/registry/household-write.routes.ts';
import { anApp } from '#tests/world/app.ts';
import { measureOf, planned } from '#tests/world/assistance-world.ts';
import { aColleague, aRegistered, manyRegistered } from '#tests/world/casework-world.ts';
import { county, places } from '#tests/world/cast.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { assistanceRoutes } from './assistance.routes.ts';

const app = await anApp({ routes: [...assistanceRoutes, ...householdWriteRoutes] });
const lin = app.as('lin');
const zhao = app.as('zhao');
const chen = app.as('chen');
const yang = app.as('yang');

beforeAll(() => installForPlace(app.platform, 'gansu-2015'));

const poor = (more: object = {}) => aRegistered(app, { stage: 'LISTED', ...more });
const recorded = (household: string, body: object, by = lin) =>
  by.post(`/api/assistance/households/${household}/benefits`, { code: 'INDUSTRY', ...body });
const act = (id: string, what: string, body: object, by = lin) =>
  by.post(`/api/assistance/benefits/${id}/${what}`, body);
const personOf = async (household: string): Promise<string> => {
  const { rows } = await app.owner.query('select id from registry_person where household_id = $1', [
    household,
  ]);
  return rows[0].id;
};

describe('something delivered', () => {
  test('is recorded once, by whoever delivers it, and a second time names the first', async () => {
    const household = await poor();
    const body = { title: '良种仔猪', deliveredOn: '2016-09-01', promisedFen: 120000 };

    const first = await recorded(household, body);

    expect(first.body).toMatchObject({ state: 'delivered', deliverer: '下南乡仪凤村第一书记' });
    const again = await recorded(household, { ...body, deliveredOn: '2016-09-05' });
    expect(again.code).toBe('assistance/recorded-already');
    expect(again.body.error.message).toContain('2016-09-01');
    expect((await recorded(household, { ...body, deliveredOn: '2016-10-01' })).code).toBe(
      'assistance/delivered-in-future',
    );
  });

  test('[GS-52] is for whom the rules name: entitled by status, and a person where it is for one', async () => {
    const household = await poor();
    const { body: page } = await lin.get(`/api/assistance/households/${household}`);
    const insured = page.choices.benefits.filter(
      (one: { kind: string }) => one.kind === 'insurance',
    );

    expect(insured.length).toBeGreaterThan(0);
    expect(insured.every((one: { who: { zh: string } }) => one.who.zh !== '')).toBe(true);
    const personal = page.choices.benefits.find((one: { to: string }) => one.to === 'person');
    const asked = { code: personal.measure ?? 'OTHER', benefit: personal.id };
    expect((await recorded(household, asked)).code).toBe('assistance/person-needed');
    const given = await recorded(household, { ...asked, person: await personOf(household) });
    expect(given.body.personName).not.toBeNull();
  });

  test('cannot reach the dead or those who left before, and says since when', async () => {
    const household = await poor();
    const person = await personOf(household);
    await app.owner.query(
      `update registry_person set left_on = '2016-08-01', left_reason = 'DIED' where id = $1`,
      [person],
    );

    const dead = await recorded(household, { person, deliveredOn: '2016-09-01' });

    expect(dead.code).toBe('assistance/recipient-dead');
    expect(dead.body.error.message).toContain('2016-08-01');
    expect((await recorded(household, { deliveredOn: '2016-09-01' })).code).toBe(
      'assistance/recipient-dead',
    );
    expect((await recorded(household, { person, deliveredOn: '2016-07-01' })).status).toBe(200);
    await app.owner.query(`update registry_person set left_reason = 'MOVED_OUT' where id = $1`, [
      person,
    ]);
    expect(
      (await recorded(household, { person, title: '化肥', deliveredOn: '2016-09-01' })).code,
    ).toBe('assistance/recipient-gone');
    expect((await act(app.platform.newId(451226), 'delivery', { on: '2016-09-01' })).code).toBe(
      'assistance/no-such-benefit',
    );
  });

  test('changes the register by an event, and opens a conflict where the register knows otherwise', async () => {
    const household = await poor({ houseGrade: 'D' });
    const { body: house } = await recorded(household, { code: 'HOUSING', title: '危房改造' });
    const result = { field: 'houseGrade', to: 'A' };

    const moved = await act(house.id, 'delivery', { on: '2016-09-20', result });

    expect(moved.body.conflicts).toEqual([]);
    expect(moved.body.result).toMatchObject({ changed: true });
    expect(moved.body.result.before.zh).not.toBe(moved.body.result.now.zh);
    const { body: water } = await recorded(household, { code: 'OTHER', title: '饮水工程' });
    const { rows } = await app.owner.query('select version from registry_household where id = $1', [
      household,
    ]);
    await lin.patch(`/api/registry/households/${household}`, {
      baseVersion: rows[0].version,
      changes: [{ field: 'waterSafe', to: false }],
      trueFrom: '2016-09-28',
      source: 'visit',
    });
    const other = await act(water.id, 'delivery', {
      on: '2016-09-25',
      result: { field: 'waterSafe', to: true },
    });
    expect(other.body.conflicts).toHaveLength(1);
    const { rows: kept } = await app.owner.query(
      'select water_safe from registry_household where id = $1',
      [household],
    );
    expect(kept).toEqual([{ water_safe: false }]);
  });
});

describe('what comes in stages', () => {
  test('[GS-53] [GS-54] training is attended, assessed, certified, in this order, by programme', async () => {
    const household = await poor();
    const person = await personOf(household);
    const { body: page } = await lin.get(`/api/assistance/households/${household}`);
    const training = page.choices.benefits.find((one: { kind: string }) => one.kind === 'training');
    const list = page.choices.details.find((one: { id: string }) => one.id === 'trainingProgramme');
    expect(list.codes).toHaveLength(5);
    const body = {
      code: training?.measure ?? 'EMPLOYMENT',
      benefit: training?.id ?? null,
      person,
      details: { trainingProgramme: list.codes[0].code },
    };
    expect(
      (await recorded(household, { ...body, details: { trainingProgramme: 'JUGGLING' } })).code,
    ).toBe('assistance/unknown-detail');
    const { body: course } = await recorded(household, body);
    const stage = (code: string) => act(course.id, 'delivery', { on: '2016-09-10', stage: code });

    const early = await stage('CERTIFIED');

    expect(early.code).toBe('assistance/stage-out-of-order');
    expect(early.body.error.message).toContain('培训');
    await stage('TRAINED');
    const assessed = await stage('ASSESSED');
    expect(assessed.body.stages.map((one: { reachedOn: string | null }) => one.reachedOn)).toEqual([
      '2016-09-10',
      '2016-09-10',
      null,
    ]);
    const { body: sums } = await chen.get(`/api/assistance/summary?area=${county}`);
    const funnel = sums.funnels.find((one: { id: string }) => one.id === 'training');
    expect(funnel.stages.map((one: { count: number }) => one.count)).toEqual([1, 1, 0]);
  });

  test('[HJ-15] [GS-38] [GS-39] [GS-40] relocation goes through four stages, with how and on whose land, counted by household and person', async () => {
    for (const mode of ['CONCENTRATED', 'SCATTERED']) {
      const household = await poor();
      const { body: page } = await lin.get(`/api/assistance/households/${household}`);
      const codes = (id: string) =>
        page.choices.details
          .find((one: { id: string }) => one.id === id)
          .codes.map((one: { code: string }) => one.code);
      expect(codes('resettlement')).toContain(mode);
      const { body: move } = await recorded(household, {
        code: 'RELOCATION',
        title: '易地扶贫搬迁',
        details: { resettlement: mode, landSource: codes('landSource')[0] },
      });
      await act(move.id, 'delivery', { on: '2016-05-01' });
      if (mode === 'CONCENTRATED') await act(move.id, 'delivery', { on: '2016-09-01' });
    }

    const { body } = await chen.get(`/api/assistance/summary?area=${county}`);

    const funnel = body.funnels.find((one: { id: string }) => one.id === 'relocation');
    expect(funnel.stages.map((one: { count: number }) => one.count)).toEqual([2, 1, 0, 0]);
    expect(
      funnel.details.reduce((sum: number, one: { households: number }) => sum + one.households, 0),
    ).toBe(4);
    expect(
      funnel.details.every(
        (one: { households: number; persons: number }) => one.persons >= one.households,
      ),
    ).toBe(true);
  });
});

describe('the household', () => {
  test('confirms what arrived and disputes what did not; who delivered it does not settle that', async () => {
    const household = await poor();
    const ma = await aColleague(app, {
      username: 'own-house',
      displayName: '马阿妹',
      title: '',
      role: 'household',
      area: places.village,
      sees: [household],
    });
    const { body: pigs } = await recorded(household, { title: '仔猪' });
    expect((await act(pigs.id, 'answer', { arrived: true }, ma)).code).toBe(
      'assistance/not-delivered',
    );
    await act(pigs.id, 'delivery', { on: '2016-09-01' }, zhao);
    expect((await act(pigs.id, 'answer', { arrived: false }, ma)).status).toBe(400);

    const disputed = await act(pigs.id, 'answer', { arrived: false, words: '只到一头' }, ma);

    expect(disputed.body).toMatchObject({ state: 'disputed', answeredOn: '2016-09-30' });
    const { body: list } = await chen.get(`/api/assistance/disputes?area=${county}`);
    expect(list.items.map((one: { id: string }) => one.id)).toContain(pigs.id);
    expect(list.all).toBe(list.items.length);
    expect((await act(pigs.id, 'settlement', { arrived: true, words: '已核' }, zhao)).code).toBe(
      'assistance/own-delivery',
    );
    const settled = await act(pigs.id, 'settlement', { arrived: false, words: '补发一头' }, chen);
    expect(settled.body).toMatchObject({ state: 'promised', deliveredOn: null });
    expect((await act(pigs.id, 'settlement', { arrived: true, words: '再核' }, chen)).code).toBe(
      'assistance/nothing-disputed',
    );
    expect((await act(pigs.id, 'delivery', { on: '2016-09-29' }, ma)).status).toBe(403);
  });
});

describe('a department’s list', () => {
  const open = (body: object = {}, by = chen) =>
    by.post('/api/assistance/lists', {
      area: county,
      code: 'EDUCATION',
      year: 2016,
      department: 'yang',
      promisedFen: 150000,
      ...body,
    });

  test('is made from the plans in force, marked by hand and by sheet, confirmed once, and leaves out the dead', async () => {
    const households = await manyRegistered(app, { stage: 'LISTED' }, 4);
    for (const household of households) await planned(app, household, [measureOf('EDUCATION')]);
    const { body: list } = await open();
    expect(list).toMatchObject({ rows: 4, state: 'open', deliverer: '县教育局资助中心' });
    expect((await open()).code).toBe('assistance/list-is-empty');
    const { body: page } = await yang.get(`/api/assistance/lists/${list.id}`);
    const [first, second, third, fourth] = page.items;
    const mark = (benefit: string, body: object, by = yang) =>
      by.post(`/api/assistance/lists/${list.id}/rows/${benefit}`, body);
    expect((await mark(first.benefit, { deliveredOn: '2016-10-02' })).code).toBe(
      'assistance/delivered-in-future',
    );
    await mark(first.benefit, { deliveredOn: null, leftOutReason: '已毕业' });
    expect((await mark(list.id, { deliveredOn: null })).code).toBe('assistance/no-such-benefit');
    const csv = `户编号,日期,金额\n${second.householdNo},2016-09-12,1600\n不存在,2016-09-12,\n${third.householdNo},明天,\n`;
    const sheet = { name: '名单.csv', bytes: Buffer.from(csv) };
    const upload = await yang.upload(`/api/assistance/lists/${list.id}/sheet`, sheet);
    expect(upload.body).toMatchObject({ marked: 1, leftOut: 0 });
    expect(upload.body.refused.map((one: { row: number }) => one.row)).toEqual([3, 4]);
    const wrong = { name: '别的.csv', bytes: Buffer.from('姓名,金额\n甲,1\n') };
    expect((await yang.upload(`/api/assistance/lists/${list.id}/sheet`, wrong)).code).toBe(
      'assistance/file-unreadable',
    );
    await app.owner.query(
      `update registry_person p set left_on = '2016-08-01', left_reason = 'DIED'
       from assistance_benefit b where b.id = $1 and p.household_id = b.household_id`,
      [fourth.benefit],
    );

    const done = await yang.post(`/api/assistance/lists/${list.id}/confirmation`, {
      on: '2016-09-20',
    });

    expect(done.body).toMatchObject({ state: 'confirmed', delivered: 2, leftOut: 2 });
    expect(done.body.refused[0].problem.zh).toContain('去世');
    const { body: after } = await chen.get(`/api/assistance/lists/${list.id}`);
    const byId = new Map(
      after.items.map((one: { benefit: string }) => [one.benefit, one] as const),
    );
    expect(byId.get(second.benefit)).toMatchObject({
      deliveredOn: '2016-09-12',
      deliveredFen: 160000,
    });
    expect(byId.get(third.benefit)).toMatchObject({
      deliveredOn: '2016-09-20',
      deliveredFen: 150000,
    });
    expect((await mark(first.benefit, { deliveredOn: '2016-09-20' })).code).toBe(
      'assistance/list-closed',
    );
    const { bytes } = await yang.get(`/api/assistance/lists/${list.id}/sheet`);
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
  });

  test('is seen by its department and whoever planned it, and by no other', async () => {
    const [household = ''] = await manyRegistered(app, { stage: 'LISTED' }, 1);
    await planned(app, household, [measureOf('MEDICAL')]);
    const { body: list } = await open({ code: 'MEDICAL' });
    const health = await aColleague(app, {
      username: 'health',
      displayName: '罗敏',
      title: '县卫计局',
      role: 'department',
      area: county,
    });

    expect((await health.get(`/api/assistance/lists/${list.id}`)).code).toBe(
      'assistance/no-such-list',
    );
    expect((await health.get('/api/assistance/lists')).body).toMatchObject({
      items: [],
      departments: [],
    });
    expect((await app.as('sun').get(`/api/assistance/lists/${list.id}`)).status).toBe(404);
    const { body: mine } = await yang.get('/api/assistance/lists');
    expect(mine.items.map((one: { id: string }) => one.id)).toContain(list.id);
    const { body: all } = await chen.get('/api/assistance/lists');
    expect(all.departments.map((one: { username: string }) => one.username)).toContain('yang');
    expect((await open({ department: 'sun' })).code).toBe('assistance/no-such-department');
  });

  test('that is longer than a department can go through is refused and never cut; lists are read page by page', async () => {
    const [household = ''] = await manyRegistered(app, { stage: 'LISTED' }, 1);
    await planned(app, household, [measureOf('MEDICAL')]);
    await app.owner.query(
      `insert into assistance_measure
       select r.* from assistance_measure m cross join generate_series(1, 20000) as g,
         lateral jsonb_populate_record(m,
           jsonb_build_object('id', gen_random_uuid(), 'line', gen_random_uuid(), 'g', g)) as r
       where m.household_id = $1`,
      [household],
    );
    const long = await open({ code: 'MEDICAL' });
    expect(long.code).toBe('assistance/list-too-long');
    expect(long.text).toContain('20000');

    const { body: all } = await chen.get('/api/assistance/lists');
    const { body: first } = await chen.get('/api/assistance/lists', { limit: 1 });
    const next = { limit: 1, cursor: first.next };
    const { body: second } = await chen.get('/api/assistance/lists', next);
    expect([...first.items, ...second.items]).toEqual(all.items.slice(0, 2));
    expect(all.next).toBeNull();
  });
});
