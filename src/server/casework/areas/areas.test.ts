import { beforeAll, describe, expect, test } from 'vitest';
import { attachmentRoutes } from '#server/registry/attachment.routes.ts';
import { indicatorRoutes } from '#server/registry/indicator.routes.ts';
import { anApp } from '#tests/world/app.ts';
import type { Caller } from '#tests/world/caller.ts';
import { aColleague, manyRegistered, movableDay } from '#tests/world/casework-world.ts';
import { county, places } from '#tests/world/cast.ts';
import { answerChecklist, answerItem } from '#tests/world/checklist.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { caseworkRoutes } from '../casework.routes.ts';

const app = await anApp({ routes: [...caseworkRoutes, ...indicatorRoutes, ...attachmentRoutes] });
const setDay = movableDay(app);
const lin = app.as('lin');
const zhao = app.as('zhao');
const chen = app.as('chen');
const fang = app.as('fang');
const ofVillage = `/api/casework/areas/${places.village}/cases`;

beforeAll(async () => {
  setDay('2016-09-01');
  await installForPlace(app.platform, 'huanjiang-2016');
  await manyRegistered(app, { stage: 'LISTED' }, 6);
});

async function act(id: string, by: Caller, outcome: string, more: object = {}) {
  const { body } = await chen.get(`/api/casework/cases/${id}`);
  return by.post(`/api/casework/cases/${id}/acts`, {
    seen: body.position,
    step: body.open.id,
    outcome,
    ...more,
  });
}

/** As the owner of the set enters it. */
async function enter(set: string, area: string, values: Readonly<Record<string, string>>) {
  const { rows } = await app.owner.query('select id from access_account where username = $1', [
    'chen',
  ]);
  for (const [indicator, value] of Object.entries(values)) {
    await app.owner.query(
      `insert into registry_indicator
         (county, id, area_code, set_id, indicator_id, value, as_of, evidence, account, account_name, entered_at)
       values (451226, $1, $2, $3, $4, $5, '2016-08-20', '公安户籍年报', $6, '陈国强', now())`,
      [app.platform.newId(451226), area, set, indicator, Number(value), rows[0].id],
    );
  }
}

const elevenHaves = {
  specialIndustry: '1',
  safeHouses: '98',
  insured: '99',
  inSchool: '1',
  villageRoad: '4',
  safeWater: '97',
  power: '100',
  publicServices: '1',
  television: '99',
  collectiveIncome: '30000',
  goodCommittee: '1',
};
let poor = 0;

describe('the exit of a village', () => {
  let id = '';

  test('[GS-65] is begun once, for a village and by the rules for villages', async () => {
    const offered = await lin.get(ofVillage);
    const begun = await lin.post(ofVillage, { process: 'villageExit' });
    const again = await lin.post(ofVillage, { process: 'villageExit' });
    const wrong = await lin.post(ofVillage, { process: 'householdExit' });
    const county2 = await app.as('sun').post(ofVillage, { process: 'villageExit' });
    id = begun.body.id;

    expect(offered.body.processes.map((one: { id: string }) => one.id)).toEqual(['villageExit']);
    expect(begun.status).toBe(200);
    expect(again.code).toBe('casework/already-open');
    expect(wrong.code).toBe('casework/no-such-process');
    expect(county2.status).toBe(403);
    const { body } = await lin.get(`/api/casework/cases/${id}`);
    expect(body).toMatchObject({ household: null, areaName: '仪凤村' });
  });

  test('stands in the queue of whose turn it is, with its village for a name', async () => {
    await act(id, lin, 'applied');
    const { body } = await zhao.get('/api/casework/cases', { limit: '200' });
    const mine = body.items.find((one: { id: string }) => one.id === id);

    expect(mine).toMatchObject({ areaName: '仪凤村', household: null, isMine: true });
  });

  test('an indicator nobody entered is unknown, says so and blocks', async () => {
    const { body } = await zhao.get(`/api/casework/cases/${id}/checks`);
    const incidence = body.items.at(-1);
    const refused = await answerItem(zhao, id, 'incidence');
    const blocked = await act(id, zhao, 'meets');

    expect(body.items).toHaveLength(12);
    expect(body.items[0].register.values[0].shown.zh).toBe('未填报');
    expect(incidence).toMatchObject({
      id: 'incidence',
      limit: { below: 3 },
      register: { holds: null, figure: null },
    });
    poor = Number(incidence.register.values[0].value);
    expect(poor).toBeGreaterThanOrEqual(6);
    expect(refused.code).toBe('casework/value-missing');
    expect(blocked.code).toBe('casework/checks-open');
  });

  test('[GS-65] the register and the indicators decide, item by item; who checks may not overrule a limit', async () => {
    await enter('elevenHaves', places.village, { ...elevenHaves, safeWater: '80' });
    await enter('villageIncidence', places.village, { ruralPopulation: String(poor * 100) });
    const short = await answerItem(zhao, id, 'safeWater', { holds: true });
    await answerChecklist(zhao, id);
    const refused = await act(id, zhao, 'meets');
    await enter('elevenHaves', places.village, { safeWater: '97' });
    await answerItem(zhao, id, 'safeWater');
    const { body } = await zhao.get(`/api/casework/cases/${id}/checks`);

    expect(
      short.body.items.find((one: { id: string }) => one.id === 'safeWater').answer,
    ).toMatchObject({ holds: false, register: { figure: 80 } });
    expect(refused.code).toBe('casework/check-not-met');
    expect(body.items.at(-1).answer).toMatchObject({ holds: true, register: { figure: 1 } });
    expect((await act(id, zhao, 'meets')).body.open.id).toBe('townshipNotice');
  });

  test('is posted, decided and announced by the next ones, and not begun again', async () => {
    const { body } = await zhao.get(`/api/casework/cases/${id}`);
    await zhao.post(`/api/casework/cases/${id}/posting`, { seen: body.position, place: '乡政府' });
    setDay('2016-09-20');
    await act(id, zhao, 'undisputed');
    const approved = await act(id, chen, 'approved');
    const announced = await act(id, fang, 'announced');
    const again = await lin.post(ofVillage, { process: 'villageExit' });

    expect(approved.body.open.id).toBe('countyAnnouncement');
    expect(announced.body.end.id).toBe('exited');
    expect(again.code).toBe('casework/already-left');
  });

  test('every village is listed with its incidence, its limit and where its exit stands', async () => {
    const { body } = await chen.get('/api/casework/exits', { area: county });
    const ours = body.items.find((one: { area: string }) => one.area === places.village);
    const other = body.items.find((one: { area: string }) => one.area === places.otherVillage);
    const neighbour = await app.as('sun').get('/api/casework/exits', { area: county });

    expect(body).toMatchObject({ limit: 3, limitVerified: true });
    expect(ours).toMatchObject({ poorPersons: poor, incidence: 1, holds: true });
    expect(ours.case).toMatchObject({ end: { zh: '已退出' }, hasLeft: true });
    expect(other).toMatchObject({
      ruralPopulation: null,
      incidence: null,
      holds: null,
      case: null,
    });
    expect(body.items[0]).toMatchObject({ area: county, level: 'county' });
    expect(neighbour.status).toBe(403);
  });

  test('whoever sees one household sees no case of the village', async () => {
    const own = await app.as('ma').get(`/api/casework/cases/${id}`);

    expect(own.code).toBe('casework/no-such-case');
  });
});

test('[GS-65] a county exits by city, province and the evaluation of the State, no one person for two of them', async () => {
  setDay('2016-09-20');
  const people = new Map<string, Caller>();
  for (const [name, role, area] of [
    ['city', 'city', '4512'],
    ['checker', 'province', '45'],
    ['decider', 'province', '45'],
    ['group', 'province', '45'],
  ] as const) {
    people.set(
      name,
      await aColleague(app, { username: name, displayName: `${name}某`, title: '', role, area }),
    );
  }
  const by = (name: string) => people.get(name) ?? chen;
  const begun = await chen.post(`/api/casework/areas/${county}/cases`, { process: 'countyExit' });
  const { id } = begun.body;
  await act(id, chen, 'applied');
  const unknown = await answerItem(by('city'), id, 'countyIncidenceBelow');
  await enter('countyIncidence', county, { countyRuralPopulation: '100000' });
  await answerChecklist(by('city'), id);
  await act(id, by('city'), 'passed');
  await act(id, by('checker'), 'meets');
  const { body } = await by('checker').get(`/api/casework/cases/${id}`);
  await by('checker').post(`/api/casework/cases/${id}/posting`, {
    seen: body.position,
    place: '省政府网站',
  });
  setDay('2016-10-10');
  await act(id, by('checker'), 'undisputed');
  const own = await act(id, by('checker'), 'approved');
  await act(id, by('decider'), 'approved');
  const decided = await act(id, by('decider'), 'passes');
  await enter('evaluationRates', county, {
    compositeIncidence: '1.2',
    wrongExitRate: '0.5',
    omissionRate: '0.4',
    recognitionRate: '93',
  });
  await answerChecklist(by('group'), id);
  await act(id, by('group'), 'passes');
  const exited = await act(id, by('decider'), 'exited');

  expect(unknown.code).toBe('casework/value-missing');
  expect(own.code).toBe('casework/own-work');
  expect(decided.code).toBe('casework/own-work');
  expect(exited.body.end.id).toBe('exited');
});
