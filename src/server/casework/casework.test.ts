import { beforeAll, describe, expect, test } from 'vitest';
import { anApp } from '#tests/world/app.ts';
import type { Answer, Caller } from '#tests/world/caller.ts';
import { aColleague, aRegistered, movableDay } from '#tests/world/casework-world.ts';
import { places } from '#tests/world/cast.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { caseworkRoutes } from './casework.routes.ts';

const app = await anApp({ routes: caseworkRoutes });
const setDay = movableDay(app);
const vote = { due: 30, present: 24, for: 20, against: 3, abstained: 1, secret: true };
const [lin, zhao, chen, fang] = (['lin', 'zhao', 'chen', 'fang'] as const).map((name) =>
  app.as(name),
) as [Caller, Caller, Caller, Caller];
let wei: Caller;

beforeAll(async () => {
  await installForPlace(app.platform, 'huaihua-2015');
  wei = await aColleague(app, {
    username: 'wei',
    displayName: '韦主任',
    title: '村委会主任',
    role: 'village',
    area: places.village,
  });
});

async function begin(household: string, by: Caller = lin): Promise<string> {
  const { body, code } = await by.post(`/api/casework/households/${household}/cases`, {
    process: 'identification',
  });
  expect(code).toBeUndefined();
  return body.id;
}

async function read(id: string, by: Caller = chen) {
  return (await by.get(`/api/casework/cases/${id}`)).body;
}

async function act(id: string, by: Caller, outcome: string, more: object = {}): Promise<Answer> {
  const { position, open } = await read(id);
  return by.post(`/api/casework/cases/${id}/acts`, {
    seen: position,
    step: open.id,
    outcome,
    ...more,
  });
}

async function post(id: string, by: Caller): Promise<Answer> {
  const { position } = await read(id);
  return by.post(`/api/casework/cases/${id}/posting`, { seen: position, place: '乡政府公示栏' });
}

async function answerObjection(id: string, by: Caller, verdict: string, reason: string) {
  const { position, objections } = await read(id);
  const at = objections.findLast((one: { answer: unknown }) => one.answer === null)?.position ?? 99;
  return by.post(`/api/casework/cases/${id}/objections/${at}/answer`, {
    seen: position,
    verdict,
    reason,
  });
}

async function stageOf(household: string): Promise<string> {
  const { rows } = await app.owner.query('select stage from registry_household where id = $1', [
    household,
  ]);
  return rows[0].stage;
}

/** As far as the notice in the township. */
async function toNotice(household: string): Promise<string> {
  const id = await begin(household);
  await act(id, lin, 'applied', { capacity: 'HOUSEHOLD' });
  await act(id, lin, 'nominated', { meeting: vote });
  await act(id, lin, 'passed', { meeting: vote });
  const reviewed = await act(id, wei, 'passed');
  expect(reviewed.body.open.id).toBe('townshipNotice');
  return id;
}

describe('seven steps', () => {
  test('[HH-04] [HH-05] lead from an application through vote, notice and two objections to the list', async () => {
    setDay('2016-09-01');
    const household = await aRegistered(app, { stage: 'SURVEYED' });
    const id = await toNotice(household);

    expect((await act(id, zhao, 'undisputed')).code).toBe('casework/not-posted');
    expect((await lin.post(`/api/casework/cases/${id}/objections`, { text: '有车' })).code).toBe(
      'casework/not-posted',
    );
    expect((await post(id, zhao)).body.open.notice).toMatchObject({
      firstDay: '2016-09-01',
      lastDay: '2016-09-07',
    });
    expect((await post(id, zhao)).code).toBe('casework/posted-already');
    setDay('2016-09-07');
    expect((await act(id, zhao, 'undisputed')).code).toBe('casework/notice-stands');
    await lin.post(`/api/casework/cases/${id}/objections`, {
      text: '他家有小汽车',
      forAnother: true,
    });
    setDay('2016-09-08');
    expect((await act(id, zhao, 'undisputed')).code).toBe('casework/objection-open');
    expect((await answerObjection(id, zhao, 'rejected', ' ')).code).toBe('casework/reason-missing');
    const upheld = await answerObjection(id, zhao, 'upheld', '车辆属实，重新审查');
    expect(upheld.body.open.id).toBe('committeeReview');
    expect((await answerObjection(id, zhao, 'rejected', '晚了')).code).toBe(
      'casework/not-a-notice',
    );

    await act(id, wei, 'passed');
    await post(id, zhao);
    await zhao.post(`/api/casework/cases/${id}/objections`, { text: '还有房' });
    expect((await answerObjection(id, zhao, 'rejected', '查过')).code).toBe(
      'casework/own-objection',
    );
    const mo = await aColleague(app, {
      username: 'mo',
      displayName: '莫副站长',
      title: '',
      role: 'township',
      area: places.township,
    });
    await answerObjection(id, mo, 'rejected', '房屋是父母的');
    expect((await answerObjection(id, mo, 'rejected', '房屋是父母的')).code).toBe(
      'casework/no-such-objection',
    );
    setDay('2016-09-15');
    await act(id, zhao, 'undisputed');
    await act(id, chen, 'passed');
    expect((await act(id, chen, 'announced')).code).toBe('casework/own-work');
    const ended = await act(id, fang, 'announced');

    expect(ended.body.end.title.zh).toBe('列为扶贫对象');
    expect(ended.body.step).toBeNull();
    expect(await stageOf(household)).toBe('LISTED');
    const { rows } = await app.owner.query(
      `select kind, source from registry_event where household_id = $1 and kind = 'household.stage'`,
      [household],
    );
    expect(rows).toEqual([{ kind: 'household.stage', source: `case:${id}` }]);
    expect((await act(id, fang, 'announced').catch(() => undefined))?.code).toBeUndefined();
    const late = await fang.post(`/api/casework/cases/${id}/withdrawal`, {
      seen: ended.body.position,
      reason: '改主意',
    });
    expect(late.code).toBe('casework/ended');
  });

  test('[HH-05] a refusal needs its reason, and the household that applied reads it', async () => {
    setDay('2016-09-01');
    const household = await aRegistered(app, { stage: 'SURVEYED' });
    const own = await aColleague(app, {
      username: `own${household.slice(-4)}`,
      displayName: '户主',
      title: '',
      role: 'household',
      area: places.village,
      sees: [household],
    });
    const id = await begin(household, own);
    await act(id, own, 'applied');

    expect(
      (await act(id, lin, 'declined', { meeting: { ...vote, for: 1, against: 22 } })).code,
    ).toBe('casework/reason-missing');
    await act(id, lin, 'declined', {
      meeting: { ...vote, for: 1, against: 22 },
      reason: '儿子在县城有房',
    });

    const seen = await read(id, own);
    expect(seen.end.title.zh).toContain('未列入');
    expect(seen.acts.at(-1)).toMatchObject({ reason: '儿子在县城有房', meeting: { for: 1 } });
    expect(await stageOf(household)).toBe('SURVEYED');
  });

  test('[HH-04] a vote needs its figures, a quorum and more than half, and is not turned round', async () => {
    setDay('2016-09-01');
    const id = await begin(await aRegistered(app, { stage: 'SURVEYED' }));
    await act(id, lin, 'applied');

    const tried = async (outcome: string, meeting: object | undefined) =>
      (await act(id, lin, outcome, { meeting, reason: '理由' })).code;
    expect(await tried('nominated', undefined)).toBe('casework/meeting-missing');
    expect(await tried('nominated', { ...vote, for: 30 })).toBe('casework/votes-do-not-add-up');
    expect(await tried('nominated', { ...vote, present: 19, for: 17, against: 1 })).toBe(
      'casework/no-quorum',
    );
    expect(await tried('nominated', { ...vote, for: 12, against: 11 })).toBe(
      'casework/not-carried',
    );
    expect(await tried('declined', vote)).toBe('casework/carried');
    expect(await tried('elected', vote)).toBe('casework/no-such-outcome');
    expect(await tried('nominated', { ...vote, present: 20, for: 11, against: 8 })).toBeUndefined();
  });
});

describe('who and when', () => {
  test('others are told whose step it is, and nobody reviews their own work', async () => {
    setDay('2016-09-01');
    const id = await begin(await aRegistered(app, { stage: 'SURVEYED' }));
    expect((await act(id, chen, 'applied')).code).toBe('casework/not-the-actor');
    await act(id, lin, 'applied');
    await act(id, lin, 'nominated', { meeting: vote });
    await act(id, lin, 'passed', { meeting: vote });

    expect((await act(id, lin, 'passed')).code).toBe('casework/own-work');
    expect((await read(id, lin)).open).toMatchObject({
      capacities: [],
      barred: { zh: '“村民代表评议和票决”是您自己办的，“村委会审查”要由另一人来审。请交给同事。' },
    });
    expect((await read(id, wei)).open.capacities).toHaveLength(1);
  });

  test('a village office of one person is not stuck: its township reviews what that person did, and nobody else may', async () => {
    setDay('2016-09-01');
    const only = await aColleague(app, {
      username: 'only',
      displayName: '独村干部',
      title: '村支书',
      role: 'village',
      area: places.otherVillage,
    });
    const household = await aRegistered(app, {
      stage: 'SURVEYED',
      areaCode: places.otherVillage,
    });
    const id = await begin(household, only);
    await act(id, only, 'applied');
    expect((await read(id)).open.takenOver).toBeNull();
    await act(id, only, 'nominated', { meeting: vote });
    await act(id, only, 'passed', { meeting: vote });

    expect((await act(id, only, 'passed')).code).toBe('casework/office-alone');
    expect((await read(id, only)).open).toMatchObject({
      capacities: [],
      takenOver: { zh: '乡镇人民政府' },
    });
    expect((await act(id, chen, 'passed')).code).toBe('casework/not-the-actor');
    const queue = (await zhao.get('/api/casework/cases?whose=mine&limit=200')).body.items;
    expect(queue.map((one: { id: string }) => one.id)).toContain(id);
    const reviewed = await act(id, zhao, 'passed');
    expect(reviewed.body.acts.at(-1)).toMatchObject({
      by: '赵立新',
      capacity: { zh: '乡镇人民政府' },
    });
    expect(reviewed.body.open.id).toBe('townshipNotice');
    expect(reviewed.body.open.takenOver).toBeNull();
  });

  test('of two who act at once the second is refused with what the first did', async () => {
    setDay('2016-09-01');
    const id = await begin(await aRegistered(app, { stage: 'SURVEYED' }));
    const { position } = await read(id);
    const body = { seen: position, step: 'application', outcome: 'applied' };

    const answers = await Promise.all([
      lin.post(`/api/casework/cases/${id}/acts`, body),
      wei.post(`/api/casework/cases/${id}/acts`, body),
    ]);

    const refused = answers.find(({ status }) => status !== 200);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(refused?.code).toBe('casework/acted-meanwhile');
    expect(refused?.body.error.details.since).toMatchObject([
      { kind: 'decide', outcome: 'applied' },
    ]);
  });

  test('a household has one open case of a process, begins none it cannot, and may withdraw', async () => {
    setDay('2016-09-01');
    const household = await aRegistered(app, { stage: 'SURVEYED' });
    const id = await begin(household);
    const begun = async (process: string) =>
      (await lin.post(`/api/casework/households/${household}/cases`, { process })).code;

    expect(await begun('identification')).toBe('casework/already-open');
    expect(await begun('householdExit')).toBe('casework/not-at-this-stage');
    expect(await begun('microcreditGrant')).toBe('casework/no-such-process');
    const { position } = await read(id);
    const withdraw = (by: Caller, reason: string) =>
      by.post(`/api/casework/cases/${id}/withdrawal`, { seen: position, reason });
    expect((await withdraw(wei, '重了')).code).toBe('casework/not-yours-to-withdraw');
    expect((await withdraw(lin, '')).code).toBe('casework/reason-missing');
    expect((await withdraw(lin, '本人不愿意')).body.end.title.zh).toBe('已撤回');
    expect(await begun('identification')).toBeUndefined();
    const { body } = await lin.get(`/api/casework/households/${household}`);
    expect(body.items.map(({ end }: { end: unknown }) => end === null)).toEqual([true, false]);
  });

  test('the queue holds what waits for one’s role, the latest first, paged, with counts by colour', async () => {
    setDay('2016-08-01');
    const old = await begin(await aRegistered(app, { stage: 'SURVEYED' }));
    await act(old, lin, 'applied');
    setDay('2016-09-30');
    const fresh = await begin(await aRegistered(app, { stage: 'SURVEYED' }));
    await act(fresh, lin, 'applied');

    const mine = await lin.get('/api/casework/cases', { limit: '200' });
    const ids = mine.body.items.map((one: { id: string }) => one.id);
    expect(ids.indexOf(old)).toBeGreaterThanOrEqual(0);
    expect(ids.indexOf(old)).toBeLessThan(ids.indexOf(fresh));
    const [row] = mine.body.items.filter((one: { id: string }) => one.id === old);
    expect(row.clock).toMatchObject({ colour: 'overdue', told: 'county' });
    const red = await lin.get('/api/casework/cases', { colour: 'overdue', limit: '200' });
    expect(red.body.items.map((one: { id: string }) => one.id)).not.toContain(fresh);
    const first = await lin.get('/api/casework/cases', { limit: '1' });
    const rest = await lin.get('/api/casework/cases', { limit: '200', cursor: first.body.next });
    expect([...first.body.items, ...rest.body.items].map((one) => one.id)).toEqual(ids);
    const counts = await lin.get('/api/casework/counts');
    const nomination = counts.body.items.find(
      ({ step }: { step: { id: string } }) => step.id === 'nomination',
    );
    expect(nomination.overdue).toBeGreaterThan(0);
    expect((await chen.get('/api/casework/cases')).body.items).not.toContainEqual(
      expect.objectContaining({ id: old }),
    );
  });

  test('the neighbouring county sees no case and does nothing in one', async () => {
    setDay('2016-09-01');
    const household = await aRegistered(app, { stage: 'SURVEYED' });
    const id = await begin(household);
    const sun = app.as('sun');

    expect((await app.nobody.get('/api/casework/cases')).code).toBe('access/sign-in-needed');
    expect((await sun.get('/api/casework/cases', { whose: 'all' })).body.items).toEqual([]);
    expect((await sun.get(`/api/casework/cases/${id}`)).code).toBe('casework/no-such-case');
    expect((await sun.get(`/api/casework/households/${household}`)).code).toBe(
      'casework/no-such-household',
    );
    const acted = await sun.post(`/api/casework/cases/${id}/acts`, {
      seen: 1,
      step: 'application',
      outcome: 'applied',
    });
    expect(acted.code).toBe('casework/no-such-case');
  });

  test('an act is entered once however often it is sent, leaves its mark, and no row of it changes', async () => {
    setDay('2016-09-01');
    const id = await begin(await aRegistered(app, { stage: 'SURVEYED' }));
    const send = () =>
      lin.send({
        method: 'POST',
        url: `/api/casework/cases/${id}/acts`,
        headers: { 'idempotency-key': `once ${id}` },
        payload: { seen: 1, step: 'application', outcome: 'applied', reason: '口头申请' },
      });

    expect([(await send()).status, (await send()).status]).toEqual([200, 200]);
    expect((await read(id)).acts).toHaveLength(2);
    const acts = await app.owner.query(
      `select act, facts from audit_entry where subject = $1 order by at`,
      [`case:${id}`],
    );
    expect(acts.rows.map(({ act: name }) => name)).toEqual(['casework.begin', 'casework.act']);
    expect(JSON.stringify(acts.rows)).not.toContain('口头申请');
    const { rows } = await app.owner.query(
      `select has_table_privilege('bangfu_app', 'casework_act', 'update') as update,
        has_table_privilege('bangfu_app', 'casework_act', 'delete') as delete`,
    );
    expect(rows).toEqual([{ update: false, delete: false }]);
  });
});
