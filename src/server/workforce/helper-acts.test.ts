import { beforeAll, describe, expect, test } from 'vitest';
import { anApp } from '#tests/world/app.ts';
import { aColleague, aRegistered, manyRegistered } from '#tests/world/casework-world.ts';
import { places } from '#tests/world/cast.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { workforceRoutes } from './workforce.routes.ts';

const app = await anApp({ routes: workforceRoutes });
const zhao = app.as('zhao');
const chen = app.as('chen');

beforeAll(() => installForPlace(app.platform, 'huanjiang-2016'));

const listed = (values: object = {}) => aRegistered(app, { stage: 'LISTED', ...values });

async function aHelper(name: string, more: object = {}): Promise<string> {
  const { body, code } = await zhao.post('/api/workforce/helpers', {
    name,
    rank: 'STAFF',
    area: places.village,
    ...more,
  });
  expect(code).toBeUndefined();
  return body.id;
}

const pair = (household: string, helper: string, by = zhao) =>
  by.post(`/api/workforce/households/${household}/pairing`, { helper });
const coverage = async (area: string = places.village) =>
  (await zhao.get(`/api/workforce/coverage?area=${area}`)).body;
const helperOf = async (id: string, by = zhao) =>
  (await by.get(`/api/workforce/helpers/${id}`)).body;

describe('helpers and their households', () => {
  test('[HJ-23] a helper of staff rank has six households and no seventh', async () => {
    const helper = await aHelper('覃六户');
    for (let count = 0; count < 6; count += 1) {
      expect((await pair(await listed(), helper)).code).toBeUndefined();
    }

    const seventh = await pair(await listed(), helper);

    expect(seventh.code).toBe('workforce/no-room');
    expect(seventh.body.error.message).toContain('一般干部');
    expect(await helperOf(helper)).toMatchObject({ households: 6, quota: 6 });
    const { items } = (await zhao.get(`/api/workforce/helpers?area=${places.village}&name=覃六`))
      .body;
    expect(items).toHaveLength(1);
  });

  test('[HJ-24] who has no helper stands in the alarm by household and by person, and leaves it once paired', async () => {
    const before = await coverage();
    const household = await listed();
    const alarmed = await coverage();
    const uncovered = await zhao.get(`/api/workforce/uncovered?area=${places.village}&limit=200`);

    expect(alarmed.none).toBe(before.none + 1);
    expect(alarmed.persons).toBe(before.persons + 1);
    expect(alarmed.coveredPersons).toBe(before.coveredPersons);
    expect(uncovered.body.items.map((one: { household: string }) => one.household)).toContain(
      household,
    );
    await pair(household, await aHelper('韦一'));
    expect(await coverage()).toMatchObject({
      none: before.none,
      covered: before.covered + 1,
      coveredPersons: before.coveredPersons + 1,
    });
  });

  test('[HJ-24] capacity below the households says how many helpers of which rank are missing', async () => {
    await manyRegistered(app, { stage: 'LISTED' }, 30);

    const { missing, capacity, households } = await coverage();

    const lacking = households - capacity;
    expect(lacking).toBeGreaterThan(0);
    expect(missing.households).toBe(lacking);
    expect(missing.byRank).toEqual([
      expect.objectContaining({ rank: 'DIVISION', helpers: Math.ceil(lacking / 10) }),
      expect.objectContaining({ rank: 'SECTION', helpers: Math.ceil(lacking / 8) }),
      expect.objectContaining({ rank: 'STAFF', helpers: Math.ceil(lacking / 6) }),
    ]);
  });

  test('kin are not helped, nor households that are not listed, and one has a single helper', async () => {
    const helper = await aHelper('谭亲');
    const own = await listed();
    await zhao.send({
      method: 'PUT',
      url: `/api/workforce/helpers/${helper}/kin`,
      payload: { households: [own] },
    });
    const other = await aHelper('谭外');

    expect((await pair(own, helper)).code).toBe('workforce/is-kin');
    const { body } = await zhao.get(`/api/workforce/households/${own}/candidates?name=谭`);
    const barred = body.items.find((one: { id: string }) => one.id === helper).barred;
    expect(barred.zh).toContain('亲属');
    expect((await pair(own, other)).code).toBeUndefined();
    expect((await pair(own, helper)).code).toBe('workforce/already-paired');
    const surveyed = await aRegistered(app, { stage: 'SURVEYED' });
    expect((await pair(surveyed, other)).code).toBe('workforce/not-listed');
  });

  test('what the rules do not know is refused by name', async () => {
    const enter = (more: object) =>
      zhao.post('/api/workforce/helpers', {
        name: '莫',
        rank: 'STAFF',
        area: places.village,
        ...more,
      });

    expect((await enter({ rank: 'EMPEROR' })).code).toBe('workforce/unknown-rank');
    expect((await enter({ languages: ['KLINGON'] })).code).toBe('workforce/unknown-language');
    expect((await enter({ unit: app.accounts.chen.id })).code).toBe('workforce/no-such-unit');
    expect((await enter({ account: 'chen' })).code).toBe('workforce/no-such-account');
    expect((await chen.get('/api/workforce/coverage?area=451226')).code).toBeUndefined();
    expect((await app.as('lu').get('/api/workforce/coverage?area=45')).code).toBe(
      'workforce/county-needed',
    );
    expect((await zhao.get(`/api/workforce/helpers/${app.accounts.chen.id}`)).code).toBe(
      'workforce/no-such-helper',
    );
  });

  test('a change is based on what was seen', async () => {
    const helper = await aHelper('莫改');
    const url = `/api/workforce/helpers/${helper}`;
    const change = (version: number, title: string) =>
      zhao.send({ method: 'PATCH', url, payload: { version, title } });

    expect((await change(1, '副站长')).body.title).toBe('副站长');
    expect((await change(1, '站长')).code).toBe('workforce/changed-meanwhile');
  });
});

describe('a household goes to the next helper', () => {
  test('who has it answers for it until the next one accepts, and their accounts follow', async () => {
    const [first, second] = await Promise.all(
      ['luo', 'meng'].map((username) =>
        aColleague(app, {
          username,
          displayName: username,
          title: '',
          role: 'helper',
          area: places.village,
          sees: [],
        }),
      ),
    );
    const from = await aHelper('罗甲', { account: 'luo' });
    const to = await aHelper('蒙乙', { account: 'meng' });
    expect(
      (
        await zhao.post('/api/workforce/helpers', {
          name: '重',
          rank: 'STAFF',
          area: places.village,
          account: 'luo',
        })
      ).code,
    ).toBe('workforce/account-taken');
    const household = await listed();
    await pair(household, from);
    const offer = (helper: string) =>
      zhao.post(`/api/workforce/households/${household}/handover`, { helper, reason: '离得近' });
    const sees = async (who = first) => (await who?.get(`/api/workforce/helpers/${from}`))?.body;

    expect((await sees()).helped).toHaveLength(1);
    expect((await offer(from)).code).toBe('workforce/same-helper');
    const { id } = (await offer(to)).body;
    expect((await offer(to)).code).toBe('workforce/offer-open');
    expect((await sees()).helped[0].offeredTo).toBe('蒙乙');
    const waiting = (await second?.get('/api/workforce/handovers'))?.body.items;
    expect(waiting).toHaveLength(1);
    const answer = (body: object, who = second) =>
      who?.post(`/api/workforce/handovers/${id}/answer`, body);
    expect((await answer({ accept: true }, first))?.code).toBe('workforce/no-such-handover');
    expect((await answer({ accept: false }))?.code).toBe('workforce/reason-missing');
    expect((await answer({ accept: true }))?.code).toBeUndefined();

    expect((await second?.get(`/api/workforce/helpers/${to}`))?.body.helped).toHaveLength(1);
    expect((await sees()).helped).toEqual([]);
    expect((await answer({ accept: true }))?.code).toBe('workforce/no-such-handover');
    expect(await helperOf(from)).toMatchObject({ households: 0 });
    expect(await helperOf(to)).toMatchObject({ households: 1 });
    const end = () =>
      zhao.post(`/api/workforce/households/${household}/pairing/end`, { reason: '户已迁走' });
    expect((await end()).code).toBeUndefined();
    expect((await end()).code).toBe('workforce/not-paired');
    expect((await offer(to)).code).toBe('workforce/not-paired');
  });

  test('leave without a stand-in is an alarm, with one it is not, and nobody who is away takes a household', async () => {
    const away = await aHelper('卢休');
    const standIn = await aHelper('卢代');
    const household = await listed();
    await pair(household, away);
    const before = await coverage();
    const leave = (body: object) => zhao.post(`/api/workforce/helpers/${away}/leave`, body);

    expect((await leave({ from: '2016-09-30', to: '2016-09-01' })).code).toBe(
      'workforce/leave-backwards',
    );
    expect((await leave({ from: '2016-09-30', standIn: away })).code).toBe(
      'workforce/stand-in-unfit',
    );
    await leave({ from: '2016-09-30' });
    expect((await coverage()).away).toBe(before.away + 1);
    expect((await pair(await listed(), away)).code).toBe('workforce/helper-away');
    await leave({ from: '2016-09-30', to: '2016-10-20', standIn });
    expect(await coverage()).toMatchObject({ away: before.away, standIn: before.standIn + 1 });
    expect((await helperOf(standIn)).helped[0]).toMatchObject({ forName: '卢休' });
    await zhao.post(`/api/workforce/helpers/${away}/return`, {});
    expect((await zhao.post(`/api/workforce/helpers/${away}/return`, {})).code).toBe(
      'workforce/not-away',
    );
    expect((await coverage()).standIn).toBe(before.standIn);
  });

  test('who leaves with a successor keeps the households until they are taken; without one they are an alarm', async () => {
    const leaver = await aHelper('石离');
    const next = await aHelper('石接');
    const full = await aHelper('石满');
    for (let count = 0; count < 6; count += 1) await pair(await listed(), full);
    const household = await listed();
    await pair(household, leaver);
    const depart = (successor: string | null) =>
      zhao.post(`/api/workforce/helpers/${leaver}/departure`, { reason: '调动', successor });

    expect((await depart(full)).code).toBe('workforce/successor-unfit');
    await depart(next);
    expect((await helperOf(next)).offers).toHaveLength(1);
    expect((await helperOf(leaver)).helped).toHaveLength(1);
    const before = await coverage();
    await depart(null);
    expect((await coverage()).none).toBe(before.none + 1);
    expect((await helperOf(next)).offers).toEqual([]);
    expect((await depart(null)).code).toBe('workforce/helper-left');
  });

  test('[TL-11] where a rank answers for a village or a banner, it has no households', async () => {
    const other = await anApp({ routes: workforceRoutes });
    await installForPlace(other.platform, 'tongliao-2015');
    const by = other.as('zhao');
    const { body } = await by.post('/api/workforce/helpers', {
      name: '巴特',
      rank: 'DIVISION',
      area: places.village,
    });
    const household = await aRegistered(other, { stage: 'LISTED' });

    const answer = await by.post(`/api/workforce/households/${household}/pairing`, {
      helper: body.id,
    });

    expect(answer.code).toBe('workforce/rank-has-none');
    const { ranks } = (await by.get(`/api/workforce/coverage?area=${places.village}`)).body;
    expect(ranks.map((one: { quota: number }) => one.quota)).toEqual([0, 0, 10]);
  });
});
