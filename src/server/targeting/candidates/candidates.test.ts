import { beforeAll, describe, expect, test } from 'vitest';
import { caseworkRoutes } from '#server/casework/casework.routes.ts';
import { anApp } from '#tests/world/app.ts';
import type { Caller } from '#tests/world/caller.ts';
import { aRegistered, movableDay } from '#tests/world/casework-world.ts';
import { county, places } from '#tests/world/cast.ts';
import { answerChecklist } from '#tests/world/checklist.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { candidateRoutes } from './candidates.routes.ts';

const app = await anApp({ routes: [...candidateRoutes, ...caseworkRoutes] });
const setDay = movableDay(app);
const lin = app.as('lin');
const zhao = app.as('zhao');
const chen = app.as('chen');
const path = '/api/targeting/candidates';
const households: Record<string, string> = {};

async function aHouse(name: string, { over = true } = {}) {
  const id = await aRegistered(app, { stage: 'LISTED', houseGrade: 'A' });
  await app.owner.query(
    `update registry_household set head_name = $3, income_year = 2015, income_per_head_fen = $2,
       item_02 = 1, item_03 = 1, item_04 = 1, item_05 = 1 where id = $1`,
    [id, over ? 900_000 : 100_000, name],
  );
  households[name] = id;
}

beforeAll(async () => {
  setDay('2016-02-01');
  await installForPlace(app.platform, 'gansu-2015');
  await aHouse('达标甲');
  await aHouse('达标乙');
  await aHouse('未达标丙', { over: false });
});

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
const named = (body: any, name: string) =>
  [...body.items, ...body.removed, ...body.others].find(
    (one: { headName: string }) => one.headName === name,
  );
const onList = (body: { items: { headName: string }[] }) => body.items.map((one) => one.headName);

describe('the yearly list of candidates for exit', () => {
  let id = '';

  test('[GS-77] is drawn from the register by the rule of the pack, beside the target number', async () => {
    const drawn = await lin.post(path, { area: places.village, year: 2016, target: 2 });
    id = drawn.body.id;
    const { body } = await lin.get(`${path}/${id}`);

    expect(onList(body)).toEqual(expect.arrayContaining(['达标甲', '达标乙']));
    expect(onList(body)).not.toContain('未达标丙');
    expect(body).toMatchObject({
      year: 2016,
      state: 'draft',
      target: 2,
      rule: { key: 'outcome.householdExit.homeCheck.meets' },
      mayChange: true,
      mayDecide: false,
    });
    expect(named(body, '未达标丙').holds).toBe(false);
    expect(named(body, '达标甲')).toMatchObject({ kind: 'drawn', standing: 'notBegun' });
  });

  test('is one for each village and year, drawn by the village or its township', async () => {
    const again = await lin.post(path, { area: places.village, year: 2016 });
    const wide = await zhao.post(path, { area: places.township, year: 2016 });
    const county1 = await chen.post(path, { area: places.otherVillage, year: 2016 });
    const neighbour = await app.as('sun').post(path, { area: places.village, year: 2017 });

    expect(again.code).toBe('targeting/candidates-exist');
    expect(wide.code).toBe('targeting/candidates-of-a-village');
    expect(county1.code).toBe('targeting/not-the-drawer');
    expect(neighbour.status).toBe(403);
  });

  test('[GS-77] is put right by hand, each change with its reason, and what was taken off stays in sight', async () => {
    const change = (name: string, kind: string, reason = '') =>
      lin.post(`${path}/${id}/changes`, { household: households[name], kind, reason });

    const silent = await change('达标乙', 'removed');
    const twice = await change('达标甲', 'added', '已经在了');
    await change('达标乙', 'removed', '儿子刚考上大学，支出大');
    const { body } = await change('未达标丙', 'added', '分红年底到账');

    expect(silent.code).toBe('targeting/change-unreasoned');
    expect(twice.code).toBe('targeting/not-on-the-list');
    expect(onList(body)).not.toContain('达标乙');
    expect(body.removed).toMatchObject([{ headName: '达标乙', reason: '儿子刚考上大学，支出大' }]);
    expect(named(body, '未达标丙')).toMatchObject({ kind: 'added', reason: '分红年底到账' });
  });

  test('is approved by somebody above who neither drew nor changed it, and then stays', async () => {
    const decide = (by: Caller, verdict: string, reason = '') =>
      by.post(`${path}/${id}/decision`, { verdict, reason });

    const early = await decide(zhao, 'approved');
    await lin.post(`${path}/${id}/submission`);
    const village = await decide(lin, 'approved');
    const unreasoned = await decide(zhao, 'returned');
    await decide(zhao, 'returned', '丙户要补分红凭证');
    await zhao.post(`${path}/${id}/changes`, {
      household: households.达标乙,
      kind: 'added',
      reason: '助学金已落实',
    });
    await lin.post(`${path}/${id}/submission`);
    const own = await decide(zhao, 'approved');
    const approved = await decide(chen, 'approved');
    const late = await lin.post(`${path}/${id}/changes`, {
      household: households.达标乙,
      kind: 'removed',
      reason: '又不算了',
    });

    expect(early.code).toBe('targeting/not-submitted');
    expect(village.code).toBe('targeting/not-the-approver');
    expect(unreasoned.code).toBe('targeting/return-unreasoned');
    expect(own.code).toBe('targeting/own-list');
    expect(approved.body).toMatchObject({ state: 'approved', decided: { by: '陈国强' } });
    expect(late.code).toBe('targeting/not-a-draft');
  });

  test('[GS-77] says what became of each: not begun, under way, exited, stays', async () => {
    const begin = async (name: string) =>
      (
        await lin.post(`/api/casework/households/${households[name]}/cases`, {
          process: 'householdExit',
        })
      ).body.id;
    const act = async (one: string, outcome: string, more: object = {}) => {
      const { body } = await lin.get(`/api/casework/cases/${one}`);
      return lin.post(`/api/casework/cases/${one}/acts`, {
        seen: body.position,
        step: body.open.id,
        outcome,
        ...more,
      });
    };
    const meeting = { due: 30, present: 24, for: 20, against: 3, abstained: 1, secret: false };
    setDay('2016-09-01');
    const open = await begin('达标甲');
    await act(open, 'proposed', { meeting });
    await answerChecklist(lin, open);
    await act(open, 'meets');
    const ended = await begin('未达标丙');
    await act(ended, 'proposed', { meeting });
    await act(ended, 'falls', { reason: '收入没有过线' });

    const { body } = await chen.get(`${path}/${id}`);
    const { body: rows } = await chen.get(path, { area: county, year: 2016 });
    const row = rows.items.find((one: { area: string }) => one.area === places.village);

    expect(named(body, '达标甲')).toMatchObject({
      standing: 'underWay',
      case: open,
      step: { zh: '村级3方逐户签字' },
    });
    expect(named(body, '未达标丙').standing).toBe('stayed');
    expect(named(body, '达标乙').standing).toBe('notBegun');
    expect(row.list).toMatchObject({
      state: 'approved',
      target: 2,
      standings: { underWay: 1, stayed: 1 },
    });
    expect(row.list.households).toBe(body.items.length);
    expect(
      rows.items.find((one: { area: string }) => one.area === places.otherVillage).list,
    ).toBeNull();
  });

  test('is taken away as a spreadsheet, and read by nobody elsewhere', async () => {
    const file = await chen.get(`${path}/${id}/file`);
    const neighbour = await app.as('sun').get(`${path}/${id}`);

    expect(file.headers['content-type']).toContain('spreadsheetml');
    expect(file.bytes.subarray(0, 2).toString()).toBe('PK');
    expect(neighbour.code).toBe('targeting/no-such-candidates');
  });
});

test('rules without an exit draw no list', async () => {
  setDay('2013-02-01');
  const none = await zhao.post(path, { area: places.otherVillage, year: 2014 });
  setDay('2016-02-01');

  expect(none.code).toBe('targeting/no-candidate-rule');
});
