import { beforeAll, describe, expect, test } from 'vitest';
import { anApp } from '#tests/world/app.ts';
import { aColleague, aRegistered, movableDay } from '#tests/world/casework-world.ts';
import { places } from '#tests/world/cast.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { visitRoutes } from './visits.routes.ts';
import { workforceRoutes } from './workforce.routes.ts';

const app = await anApp({ routes: [...workforceRoutes, ...visitRoutes] });
const setDay = movableDay(app);
const zhao = app.as('zhao');
const lin = app.as('lin');

beforeAll(() => installForPlace(app.platform, 'jiangjin-2015'));

async function aHelper(name: string, more: object = {}): Promise<string> {
  const { body } = await zhao.post('/api/workforce/helpers', {
    name,
    rank: 'CADRE',
    area: places.village,
    ...more,
  });
  return body.id;
}

async function paired(helper: string, areaCode: string = places.village): Promise<string> {
  const household = await aRegistered(app, { stage: 'LISTED', areaCode });
  const { code } = await app
    .as('chen')
    .post(`/api/workforce/households/${household}/pairing`, { helper });
  expect(code).toBeUndefined();
  return household;
}

const visit = (household: string, body: object, by = zhao) =>
  by.post(`/api/workforce/households/${household}/visits`, { on: '2016-09-30', ...body });
const help = async (household: string, by = lin) =>
  (await by.get(`/api/workforce/households/${household}`)).body;

describe('a visit', () => {
  test('[JJ-10] is due by the end of every month, moves the day on site and not by telephone', async () => {
    setDay('2016-08-10');
    const household = await paired(await aHelper('江一'));
    expect((await help(household)).helper.dueOn).toBe('2016-08-31');
    setDay('2016-09-30');

    expect((await help(household)).helper.lateDays).toBe(30);
    const called = await visit(household, { way: 'telephone' });
    expect(called.body.nextDueOn).toBe('2016-08-31');
    const due = await lin.get(`/api/workforce/due?area=${places.village}&state=overdue`);
    expect(due.body.items.map((one: { household: string }) => one.household)).toContain(household);
    const came = await visit(household, { note: '在家' });
    expect(came.body).toMatchObject({ nextDueOn: '2016-10-31', doubts: [] });
    expect((await help(household)).visits).toHaveLength(2);
  });

  test('is not logged for a day that has not come, nor for one long past', async () => {
    const household = await paired(await aHelper('江二'));

    const tomorrow = await visit(household, { on: '2016-10-01' });
    expect(tomorrow.code).toBe('workforce/visit-in-future');
    expect(tomorrow.body.error.message).toContain('2016-10-01');
    expect((await visit(household, { on: '2015-01-01' })).code).toBe('workforce/visit-too-early');
  });

  test('at two ends of a county within ten minutes is kept with the sentence that doubts it', async () => {
    const helper = await aHelper('江三');
    const near = await paired(helper);
    const far = await paired(helper, places.farVillage);
    await visit(near, { at: '09:00', position: { longitude: 108.12345, latitude: 24.98765 } });

    const second = await visit(far, { at: '09:08' }, app.as('chen'));

    expect(second.body.doubts[0].zh).toContain('相隔 8 分钟');
    const doubted = await app.as('chen').get('/api/workforce/visits/doubted?area=451226');
    expect(doubted.body.items[0].household).toBe(far);
    const { rows } = await app.owner.query(
      'select longitude, latitude from workforce_visit where household_id = $1',
      [near],
    );
    expect(rows[0]).toEqual({ longitude: 108.12, latitude: 24.99 });
  });

  test('logged twice by a device is one visit, and its id belongs to one household', async () => {
    const helper = await aHelper('江四');
    const [household, other] = [await paired(helper), await paired(helper)];
    const id = app.platform.newId(451226);
    const body = { id, findings: [{ kind: 'need', words: '缺化肥' }] };

    const first = await visit(household, body);
    const again = await visit(household, body);

    expect(first.body.repeated).toBe(false);
    expect(again.body).toMatchObject({ id, repeated: true });
    expect((await help(household)).visits).toHaveLength(1);
    expect((await visit(other, body)).code).toBe('workforce/visit-of-another');
  });

  test('finds a change that becomes an event, and a problem that stays open until it is settled', async () => {
    const household = await paired(await aHelper('江五'));
    await visit(household, {
      findings: [
        { kind: 'change', words: '换了自来水', field: 'waterSafe', to: true },
        { kind: 'problem', words: '屋顶漏雨' },
      ],
    });

    const { rows } = await app.owner.query(
      `select source, reason from registry_event where household_id = $1 and kind = 'household.changed'`,
      [household],
    );
    expect(rows).toEqual([{ source: 'visit', reason: '换了自来水' }]);
    const list = await lin.get(`/api/workforce/findings?area=${places.village}&kind=problem`);
    const found = list.body.items.find((one: { household: string }) => one.household === household);
    expect(found.words).toBe('屋顶漏雨');
    const settle = () => lin.post(`/api/workforce/findings/${found.id}/closing`, {});
    expect((await settle()).code).toBeUndefined();
    expect((await settle()).code).toBe('workforce/no-such-finding');
  });

  test('is logged by the helper who has the household, and by nobody else’s helper', async () => {
    const helper = await aHelper('江六');
    const household = await paired(helper);
    const stranger = await aColleague(app, {
      username: 'jiang7',
      displayName: '江七',
      title: '',
      role: 'helper',
      area: places.village,
      sees: [household],
    });
    await aHelper('江七', {});
    const own = (
      await zhao.post('/api/workforce/helpers', {
        name: '江八',
        rank: 'CADRE',
        area: places.village,
      })
    ).body.id;
    const version = (await zhao.get(`/api/workforce/helpers/${own}`)).body.version;
    await app.owner.query(
      `update workforce_helper set account = (select id from access_account where username = 'jiang7') where id = $1`,
      [own],
    );

    const answer = await visit(household, {}, stranger);

    expect(version).toBe(1);
    expect(answer.code).toBe('workforce/visit-not-yours');
  });

  test('a unit whose people were never on site is named, and its interview kept with the outcome', async () => {
    const unit = app.platform.newId(451226);
    await app.owner.query(
      `insert into workforce_unit (county, id, area_code, name, kind, from_on)
       values (451226, $1, $2, '县某局', 'office', '2016-01-01')`,
      [unit, places.township],
    );
    await paired(await aHelper('江九', { unit }));

    const counts = (await zhao.get(`/api/workforce/due/counts?area=${places.township}`)).body;
    expect(counts.units).toContainEqual(
      expect.objectContaining({ id: unit, neverOnSite: 1, lastInterviewOn: null }),
    );
    const talk = (on: string) =>
      zhao.post('/api/workforce/interviews', {
        unit,
        on,
        reason: '无人到户',
        outcome: '十月十五日前全部到户',
        mendBy: '2016-10-15',
      });
    expect((await talk('2016-12-01')).code).toBe('workforce/interview-in-future');
    expect((await talk('2016-09-29')).code).toBeUndefined();
    const { items } = (await zhao.get(`/api/workforce/interviews?area=${places.township}`)).body;
    expect(items[0]).toMatchObject({ unit: '县某局', mendBy: '2016-10-15' });
  });
});
