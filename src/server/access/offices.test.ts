import { beforeAll, describe, expect, test } from 'vitest';
import { anApp } from '#tests/world/app.ts';
import { movableDay } from '#tests/world/casework-world.ts';
import { county, places } from '#tests/world/cast.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { accessRoutes } from './access.routes.ts';

const app = await anApp({ routes: accessRoutes });
const setDay = movableDay(app);
const chen = app.as('chen');
const lin = app.accounts.lin.id;

const of = (account: string) => `/api/access/accounts/${account}/offices`;
const give = (office: string, more: object = {}) =>
  chen.post(of(lin), { office, area: places.village, ...more });

beforeAll(() => installForPlace(app.platform, 'gansu-2015'));

describe('an office', () => {
  test('[HJ-04] [GS-73] [HH-36] is chosen from those the rules in force ask for, with its name', async () => {
    const { body } = await chen.get('/api/access/offices', { area: places.village });

    expect(body.items).toContainEqual({
      office: 'VILLAGE_SECRETARY',
      title: { zh: '村党支部书记', en: 'Village Party secretary' },
    });
    expect(body.items.map((one: { office: string }) => one.office)).not.toContain('HOUSEHOLD');
  });

  test('[HJ-04] is given from a day, ended on its last day and stays to be read', async () => {
    setDay('2016-09-01');
    const given = await give('VILLAGE_SECRETARY');
    expect(given.body.items).toMatchObject([
      { office: 'VILLAGE_SECRETARY', area: places.village, from: '2016-09-01', inForce: true },
    ]);

    const [{ id }] = given.body.items;
    const ended = await chen.put(`${of(lin)}/${id}/end`, { until: '2016-09-10' });
    expect(ended.body.items[0]).toMatchObject({ until: '2016-09-10', inForce: true });
    setDay('2016-09-11');
    expect((await chen.get(of(lin))).body.items[0].inForce).toBe(false);
    expect((await give('VILLAGE_SECRETARY')).body.items).toHaveLength(2);
  });

  test('is not given twice at once, nor outside the account’s areas, nor where no rule knows it', async () => {
    expect((await give('VILLAGE_SECRETARY', { from: '2016-10-01' })).code).toBe(
      'access/office-held-already',
    );
    expect((await give('TEA_MASTER')).code).toBe('access/no-such-office');
    expect((await give('TEAM_LEADER', { area: places.otherVillage })).code).toBe(
      'access/office-elsewhere',
    );
    expect((await give('TEAM_LEADER', { from: '2016-09-10', until: '2016-09-01' })).code).toBe(
      'access/office-ends-too-early',
    );
  });

  test('is ended only by its own account, by who manages the area, and not before it began', async () => {
    const [{ id }] = (await chen.get(of(lin))).body.items;
    const until = (day: string) => chen.put(`${of(lin)}/${id}/end`, { until: day });

    expect((await until('2016-01-01')).code).toBe('access/office-ends-too-early');
    expect((await chen.put(`${of(app.accounts.zhao.id)}/${id}/end`, {})).code).toBe(
      'access/no-such-tenure',
    );
    expect((await app.as('sun').put(`${of(lin)}/${id}/end`, {})).code).toBe(
      'access/no-such-tenure',
    );
    expect((await app.as('sun').get(of(lin))).code).toBe('access/no-such-account');
    expect((await app.as('wu').get(of(lin))).status).toBe(403);
  });

  test('is one’s own colleague’s to give: nobody gives one to themselves', async () => {
    const own = await chen.post(of(app.accounts.chen.id), { office: 'COUNTY_HEAD', area: county });
    expect(own.code).toBe('access/own-account');
  });
});
