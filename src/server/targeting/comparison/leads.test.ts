import { beforeAll, describe, expect, test } from 'vitest';
import { caseworkRoutes } from '#server/casework/casework.routes.ts';
import { anApp } from '#tests/world/app.ts';
import type { Caller } from '#tests/world/caller.ts';
import { movableDay } from '#tests/world/casework-world.ts';
import { county, neighbour, places } from '#tests/world/cast.ts';
import { comparisonWorld, heading, numberOf } from '#tests/world/comparison-world.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { compareListJob } from './compare-list.ts';
import { comparisonRoutes } from './comparison.routes.ts';

const app = await anApp({
  demonstration: true,
  routes: [...comparisonRoutes, ...caseworkRoutes],
  jobKinds: (platform) => [compareListJob(platform)],
});
const setDay = movableDay(app);
const [chen, fang, lin, zhao, sun, yang, ma] = (
  ['chen', 'fang', 'lin', 'zhao', 'sun', 'yang', 'ma'] as const
).map((name) => app.as(name)) as [Caller, Caller, Caller, Caller, Caller, Caller, Caller];
const { aListedHousehold, aList, compared, leadOf, rowOf } = comparisonWorld(app);

beforeAll(async () => {
  await installForPlace(app.platform, 'jiangjin-2015');
  setDay('2016-09-01');
});

describe('a lead', () => {
  test('[JJ-25] a false vehicle match is rebutted, decided by a second person, and the household stays', async () => {
    const household = await aListedHousehold([{ serial: 401, name: '罗阿甲' }]);
    const before = await rowOf(household);
    await compared([heading, `罗阿甲,${numberOf(401)},桂M40100,2009-05-01`]);
    const lead = await leadOf(household, lin);
    const [hit] = lead.items;
    const path = `/api/targeting/leads/${lead.id}`;
    const say = (body: object, by = lin) =>
      by.post(`${path}/answer`, { seen: lead.position, ...body });
    const scrapped = [{ hit: hit.id, answer: 'scrapped' }];

    expect(lead).toMatchObject({ mayAnswer: true, mayDecide: false });
    expect((await say({ answers: [] })).code).toBe('targeting/hits-unanswered');
    expect((await say({ answers: [{ hit: hit.id, answer: 'fate' }] })).code).toBe(
      'targeting/no-such-rebuttal',
    );
    expect((await say({ answers: scrapped })).code).toBe('targeting/evidence-missing');
    expect((await say({ answers: scrapped, seen: 9, evidence: '证明' })).code).toBe(
      'targeting/lead-moved-on',
    );
    expect((await say({ answers: scrapped, evidence: '证明' }, sun)).code).toBe(
      'targeting/no-such-lead',
    );
    const tooEarly = await chen.post(`${path}/verdict`, {
      seen: lead.position,
      verdicts: [{ hit: hit.id, verdict: 'overturned' }],
      reason: '证明属实',
    });
    expect(tooEarly.code).toBe('targeting/lead-not-answered');
    const answered = await say({ answers: scrapped, evidence: '报废机动车回收证明，2014年5月' });
    expect(answered.body).toMatchObject({ state: 'answered', mayDecide: false });
    expect((await say({ answers: scrapped, evidence: '再说' })).code).toBe(
      'targeting/lead-not-open',
    );

    const decide = (body: object, by = chen) =>
      by.post(`${path}/verdict`, { seen: answered.body.position, ...body });
    expect((await decide({ reason: ' ' })).code).toBe('targeting/lead-reason-missing');
    expect((await decide({ verdicts: [], reason: '查' })).code).toBe('targeting/hits-undecided');
    const returned = await decide({ reason: '请附回收证明的编号' });
    expect(returned.body).toMatchObject({ state: 'open' });
    const again = await say({
      answers: scrapped,
      evidence: '回收证明第 0412 号',
      seen: returned.body.position,
    });
    const decided = await decide({
      seen: again.body.position,
      verdicts: [{ hit: hit.id, verdict: 'overturned' }],
      reason: '证明属实，车已报废',
    });
    expect(decided.body).toMatchObject({ state: 'decided', outcome: 'cleared' });
    expect(await rowOf(household)).toEqual(before);
    expect((await rowOf(household)).stage).toBe('LISTED');
    const { body: counts } = await chen.get(`/api/targeting/leads/counts?area=${places.village}`);
    const source = counts.sources.find(
      (one: { list: string | null; kind: { id: string } }) =>
        one.kind.id === 'vehicles' && one.list === null,
    );
    expect(source.overturned).toBeGreaterThanOrEqual(1);
    const { rows } = await app.owner.query(
      'select kind from targeting_lead_act where lead_id = $1 order by position',
      [lead.id],
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['open', 'answer', 'return', 'answer', 'decide']);
  });

  test('nobody decides what they answered, and an upheld lead only offers the processes of the pack', async () => {
    const household = await aListedHousehold([{ serial: 402, name: '罗阿乙' }]);
    await compared([heading, `罗阿乙,${numberOf(402)},桂M40200,2016-05-01`]);
    const lead = await leadOf(household, lin);
    const answers = lead.items.map(({ id }: { id: string }) => ({ hit: id, answer: 'itIsSo' }));
    await app.owner.query('update targeting_lead set answered_by = $1 where id = $2', [
      [app.accounts.chen.id],
      lead.id,
    ]);
    const answered = await lin.post(`/api/targeting/leads/${lead.id}/answer`, {
      seen: lead.position,
      answers,
    });
    const verdicts = answers.map(({ hit }: { hit: string }) => ({ hit, verdict: 'upheld' }));
    const body = { seen: answered.body.position, verdicts, reason: '车属实' };
    const path = `/api/targeting/leads/${lead.id}`;

    expect((await chen.get(path)).body).toMatchObject({ mayDecide: false });
    expect((await chen.get(path)).body.barred.zh).toContain('另一人');
    expect((await chen.post(`${path}/verdict`, body)).code).toBe('targeting/own-answer');
    const decided = await fang.post(`${path}/verdict`, body);
    expect(decided.body).toMatchObject({ state: 'decided', outcome: 'confirmed' });
    expect((await rowOf(household)).stage).toBe('LISTED');
    const cases = await fang.get(`/api/casework/households/${household}`);
    expect(cases.body.items).toEqual([]);
    expect(cases.body.processes.length).toBeGreaterThan(0);
  });

  test('[JJ-25] the department or the bank whose list opened it neither answers nor decides it: one person of the place answers, a second decides', async () => {
    const qian = app.as('qian');
    const household = await aListedHousehold([{ serial: 405, name: '罗阿己' }]);
    await compared([heading, `罗阿己,${numberOf(405)},桂M40500,2016-05-01`]);
    const lead = await leadOf(household, lin);
    const path = `/api/targeting/leads/${lead.id}`;
    const answers = lead.items.map(({ id }: { id: string }) => ({ hit: id, answer: 'itIsSo' }));
    const verdicts = answers.map(({ hit }: { hit: string }) => ({ hit, verdict: 'upheld' }));
    for (const of of [yang, qian]) {
      const answered = await of.post(`${path}/answer`, { seen: lead.position, answers });
      expect(answered.code).toBe('access/not-permitted');
      const decided = await of.post(`${path}/verdict`, {
        seen: lead.position,
        verdicts,
        reason: '属实',
      });
      expect(decided.code).toBe('access/not-permitted');
    }
    const { body } = await lin.post(`${path}/answer`, { seen: lead.position, answers });
    expect(body.state).toBe('answered');
    const verdict = { seen: body.position, verdicts, reason: '属实' };
    for (const of of [yang, qian]) {
      expect((await of.post(`${path}/verdict`, verdict)).code).toBe('access/not-permitted');
    }
    expect((await fang.post(`${path}/verdict`, verdict)).body.state).toBe('decided');
    const { rows } = await app.owner.query(
      `select kind, account from targeting_lead_act where lead_id = $1 and kind in ('answer', 'decide')`,
      [lead.id],
    );
    expect(new Set(rows.map(({ account }) => account)).size).toBe(2);
  });

  test('sent back while another is open, it would be a second: refused', async () => {
    const household = await aListedHousehold([{ serial: 403, name: '罗阿丙' }]);
    await compared([heading, `罗阿丙,${numberOf(403)},桂M40300,2016-05-01`]);
    const lead = await leadOf(household, lin);
    const answers = lead.items.map(({ id }: { id: string }) => ({ hit: id, answer: 'itIsSo' }));
    const { body } = await zhao.post(`/api/targeting/leads/${lead.id}/answer`, {
      seen: lead.position,
      answers,
    });
    await compared([heading, `罗阿丙,${numberOf(403)},县医院,2016-05-01`], 'payroll');
    const back = await chen.post(`/api/targeting/leads/${lead.id}/verdict`, {
      seen: body.position,
      reason: '再查',
    });
    expect(back.code).toBe('targeting/other-lead-open');
  });

  test('late, it turns red and is told to the township, then to the county', async () => {
    const household = await aListedHousehold([{ serial: 404, name: '罗阿丁' }]);
    await compared([heading, `罗阿丁,${numberOf(404)},桂M40400,2016-05-01`]);
    const due = (await leadOf(household)).clock.dueOn;
    expect(due).toBe('2016-09-18');
    setDay('2016-09-20');
    const { body } = await chen.get(
      `/api/targeting/leads?area=${places.village}&colour=overdue&state=open&kind=vehicles`,
    );
    const late = body.items.find((row: { household: string }) => row.household === household);
    expect(late.clock).toMatchObject({ colour: 'overdue', lateDays: 2, told: 'township' });
    setDay('2016-11-20');
    expect((await leadOf(household)).clock.told).toBe('county');
    setDay('2016-09-01');
  });
});

describe('who sees what', () => {
  test('the neighbouring county, a department and a household see only what is theirs', async () => {
    const mine = await aList('pensions', yang, '养老金名册');
    const ours = await aList('pensions', chen, '县里的名册');

    expect((await yang.get(`/api/targeting/lists?area=${county}`)).body.items).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: mine })]),
    );
    const theirs = (await yang.get('/api/targeting/lists')).body.items;
    expect(theirs.map((list: { id: string }) => list.id)).not.toContain(ours);
    expect((await yang.get(`/api/targeting/lists/${ours}`)).code).toBe('targeting/no-such-list');
    expect((await yang.get('/api/targeting/leads')).code).toBe('access/not-permitted');
    expect((await sun.get(`/api/targeting/lists/${mine}`)).code).toBe('targeting/no-such-list');
    expect((await sun.get(`/api/targeting/leads?area=${county}`)).status).toBe(403);
    expect((await sun.get(`/api/targeting/leads?area=${neighbour}`)).body.items).toEqual([]);
    const [lead] = (await chen.get('/api/targeting/leads')).body.items;
    expect((await sun.get(`/api/targeting/leads/${lead.id}`)).code).toBe('targeting/no-such-lead');
    expect((await ma.get(`/api/targeting/leads/${lead.id}`)).code).toBe('targeting/no-such-lead');
    const none = await chen.get(`/api/targeting/households/${app.platform.newId(451226)}/leads`);
    expect(none.code).toBe('targeting/no-such-household');
  });
});
