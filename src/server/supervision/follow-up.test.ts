import { beforeAll, describe, expect, test } from 'vitest';
import { anApp } from '#tests/world/app.ts';
import type { Caller } from '#tests/world/caller.ts';
import { places } from '#tests/world/cast.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { aTownship } from '#tests/world/supervision-world.ts';
import { supervisionRoutes } from './supervision.routes.ts';

const app = await anApp({ routes: supervisionRoutes });
const [chen, zhao, fang, sun, ma] = (['chen', 'zhao', 'fang', 'sun', 'ma'] as const).map((name) =>
  app.as(name),
) as [Caller, Caller, Caller, Caller, Caller];

beforeAll(async () => {
  await installForPlace(app.platform, 'huanjiang-2016');
  await aTownship(app, { hamlets: 2, households: 8 });
});

async function plan(more: object = {}): Promise<string> {
  const { body, code } = await chen.post('/api/supervision/campaigns', {
    area: places.township,
    title: '复核',
    population: 'all',
    claim: { right: 0.98, confidence: 0.95 },
    teams: ['一组', '二组'],
    stages: [{ unit: 'household', take: { total: 3 }, how: 'random' }],
    askedAgain: ['houseArea'],
    ...more,
  });
  expect(code).toBeUndefined();
  return body.id;
}

/** Scored by Zhao as poor as can be and by Fang as rich; the answer of the second differs. */
async function scored(): Promise<{ id: string; households: readonly string[] }> {
  const id = await plan();
  const { teams } = (await chen.post(`/api/supervision/campaigns/${id}/draw`, {})).body;
  // The households name none of the county's own items, so their first score could not be told.
  await app.owner.query(
    `update supervision_sample set first_total = 54, first_listed = true,
       first_items = array_fill(3::float8, array[18]) where campaign_id = $1`,
    [id],
  );
  await zhao.post(`/api/supervision/campaigns/${id}/raters`, { code: teams[0].code });
  await fang.post(`/api/supervision/campaigns/${id}/raters`, { code: teams[1].code });
  const { items } = (await chen.get(`/api/supervision/campaigns/${id}/sample`)).body;
  const households = items.map(({ household }: { household: string }) => household);
  for (const household of households) {
    await score(id, household, zhao, Math.min);
    await score(id, household, fang, Math.max);
  }
  return { id, households };
}

async function score(
  id: string,
  household: string,
  by: Caller,
  best: (...points: number[]) => number,
) {
  const url = `/api/supervision/campaigns/${id}/households/${household}`;
  const { sheet } = (await by.get(`${url}/sheet`)).body;
  return by.post(`${url}/ratings`, {
    items: sheet.items.map(({ choices, max }: { choices: { points: number }[]; max: number }) =>
      best(...(choices.length === 0 ? [0, max] : choices.map(({ points }) => points))),
    ),
    answers: [{ field: 'houseArea', value: 44 }],
  });
}

const at = (id: string, path: string) => `/api/supervision/campaigns/${id}/${path}`;

describe('after the scores', () => {
  test('[HJ-65] the report tells difference by rater and item, and where teams settle nothing', async () => {
    const { id } = await scored();

    const { body } = await chen.get(at(id, 'report'));

    expect(body.byRater.map(({ team, n }: { team: string; n: number }) => [team, n])).toEqual([
      ['一组', 3],
      ['二组', 3],
    ]);
    expect(body.byRater[0].mean).toBeLessThan(body.byRater[1].mean);
    expect(body.byItem).toHaveLength(18);
    expect(body.agreement).toMatchObject({ households: 3, within: 0 });
    expect(body.error).toBeNull();
    expect(body.households.every(({ fault }: { fault: null }) => fault === null)).toBe(true);
    expect(body.askedAgain).toMatchObject([{ id: 'houseArea', answers: 6, differing: 6 }]);
    expect(body.drift.map(({ rater }: { rater: string }) => rater).sort()).toEqual([
      '方丽华',
      '赵立新',
    ]);
  });

  test('[HJ-66] an order to recalibrate is answered by its team, which then scores again, once', async () => {
    const { id, households } = await scored();
    const [household = ''] = households;
    const sheet = () => fang.get(at(id, `households/${household}/sheet`));
    const order = {
      team: 'team2',
      items: ['houseBuild'],
      reason: '房屋结构看错',
      dueOn: '2016-10-08',
    };

    expect((await sheet()).code).toBe('supervision/scored-already');
    expect((await chen.post(at(id, 'orders'), { ...order, team: 'team9' })).code).toBe(
      'supervision/no-such-team',
    );
    expect((await chen.post(at(id, 'orders'), { ...order, dueOn: '2016-09-01' })).code).toBe(
      'supervision/order-past-due',
    );
    const { body } = await chen.post(at(id, 'orders'), order);
    const answer = (by: Caller, one: string) =>
      by.post(at(id, `orders/${one}/answer`), { answer: '砖混误作砖木，已重新学习' });

    expect((await answer(zhao, body.id)).code).toBe('supervision/not-in-team');
    expect((await answer(fang, households[0] ?? '')).code).toBe('supervision/no-such-order');
    expect((await answer(fang, body.id)).status).toBe(200);
    expect((await answer(fang, body.id)).code).toBe('supervision/order-answered');
    expect((await sheet()).body).toMatchObject({ round: 2, order: { reason: '房屋结构看错' } });
    await score(id, household, fang, Math.min);
    expect((await sheet()).code).toBe('supervision/scored-already');
    const report = (await chen.get(at(id, 'report'))).body;
    expect(report.orders).toMatchObject([{ team: '二组', households: 3, scoredAgain: 1 }]);
    const again = report.households.find(
      (one: { household: string }) => one.household === household,
    );
    expect(
      again.scores.find(({ team }: { team: string }) => team === '二组').before,
    ).toBeGreaterThan(again.scores.find(({ team }: { team: string }) => team === '二组').total);
  });

  test('the end publishes the figure with its parts; findings become sources and questions', async () => {
    const { id, households } = await scored();
    const [household = ''] = households;
    for (const one of households) {
      await app.owner.query(
        `update supervision_rating set listed = true where campaign_id = $1 and household_id = $2`,
        [id, one],
      );
    }
    const before = (await chen.get(`/api/supervision/households/${household}/sources`)).body;

    const closed = await chen.post(at(id, 'closing'), {});

    expect(closed.body).toMatchObject({ state: 'closed', closedBy: '陈国强' });
    const { figure, judged } = (await chen.get(at(id, 'report'))).body;
    expect(figure).toMatchObject({ denominator: 3, on: '2016-09-30', by: '陈国强' });
    expect(judged.sentence.zh).toContain('这个样本不能证明 98%');
    const after = (await chen.get(`/api/supervision/households/${household}/sources`)).body;
    // Chance may have drawn the household in another round of this file too.
    expect(before.samples).toContainEqual(
      expect.objectContaining({ campaign: id, isClosed: false, outcome: null }),
    );
    expect(
      before.data.find(({ field }: { field: string }) => field === 'houseArea').entries,
    ).toEqual([]);
    const area = after.data.find(({ field }: { field: string }) => field === 'houseArea');
    expect(area).toMatchObject({ standing: 'disputed', differing: 2 });
    expect(area.conflict).not.toBeNull();
    expect(area.registered).not.toBe(44);
    expect((await chen.post(at(id, 'closing'), {})).code).toBe('supervision/closed');
    expect(
      (await chen.post(at(id, 'orders'), { team: 'team1', reason: '再看', dueOn: '2016-10-08' }))
        .code,
    ).toBe('supervision/closed');
  });

  test('a round with scores missing ends only with a reason', async () => {
    const id = await plan();
    await chen.post(at(id, 'draw'), {});

    expect((await chen.post(at(id, 'closing'), {})).code).toBe('supervision/not-all-scored');
    expect((await chen.post(at(id, 'closing'), { reason: '汛期道路不通' })).status).toBe(200);
  });

  test('[HJ-63] villagers who watch are entered session by session; nothing is drawn there', async () => {
    const id = await plan({ design: 'citizenObservation', stages: undefined, teams: ['一组'] });
    const session = {
      area: places.village,
      heldOn: '2016-09-20',
      team: '一组',
      households: 6,
      observers: ['韦大姐', '覃老师'],
    };

    expect((await chen.post(at(id, 'draw'), {})).code).toBe('supervision/nothing-to-draw');
    expect((await zhao.post(at(id, 'sessions'), session)).status).toBe(200);
    expect(
      (await chen.post(at(id, 'sessions'), { ...session, area: places.farVillage })).code,
    ).toBe('supervision/chosen-outside');
    const { body } = await chen.get(at(id, 'report'));
    expect(body.sessions).toMatchObject([{ place: '仪凤村', observers: ['韦大姐', '覃老师'] }]);
    expect((await chen.post(at(id, 'closing'), {})).body.state).toBe('closed');
  });

  test('the report leaves as a spreadsheet, and neither neighbour nor household gets it', async () => {
    const { id } = await scored();

    const file = await chen.get(at(id, 'report/file'));

    expect(file.status).toBe(200);
    expect(file.bytes.subarray(0, 2).toString()).toBe('PK');
    expect((await sun.get(at(id, 'report/file'))).code).toBe('supervision/no-such-campaign');
    expect((await ma.get(at(id, 'report'))).code).toBe('access/not-permitted');
  });

  test('a round whose rules are gone says which to install again', async () => {
    const { id } = await scored();
    await app.owner.query(`update supervision_campaign set pack = 'gone-2016' where id = $1`, [id]);

    const { code, body } = await chen.get(at(id, 'report'));

    expect(code).toBe('supervision/rules-gone');
    expect(body.error.message).toContain('gone-2016');
  });
});
