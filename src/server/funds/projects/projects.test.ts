import { beforeAll, describe, expect, test } from 'vitest';
import { attachmentRoutes } from '#server/registry/attachment.routes.ts';
import { anApp } from '#tests/world/app.ts';
import { aRegistered } from '#tests/world/casework-world.ts';
import { county, places } from '#tests/world/cast.ts';
import { aPaper, fundsWorld } from '#tests/world/funds-world.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { aRoad, projectWorld } from '#tests/world/project-world.ts';
import { bookRoutes } from '../books.routes.ts';
import { listRoutes } from '../list.routes.ts';
import { checkListJob, postListJob } from '../list-jobs.ts';
import { projectRoutes } from './project.routes.ts';

const app = await anApp({
  routes: [...bookRoutes, ...listRoutes, ...attachmentRoutes, ...projectRoutes],
  jobKinds: (platform) => [checkListJob(platform), postListJob(platform)],
});
const { chen, fang, order, answer, done } = fundsWorld(app);
const { at, entered, act, verdict, read, well, approved, building, photographed, accepted } =
  projectWorld(app);
const sun = app.as('sun');
const zhao = app.as('zhao');
const yang = app.as('yang');

const road = { source: 'pooledFunds', purpose: 'INFRASTRUCTURE' };

beforeAll(async () => {
  await installForPlace(app.platform, 'huanjiang-2016');
  await done({ kind: 'appropriate', amount: 9_000_000_00, ...road });
  await done({ kind: 'arrive', amount: 9_000_000_00, ...road });
});

const given = (project: string, amount: number, more: object = {}) =>
  done({ kind: 'allocate', amount, to: { area: places.village, project }, ...road, ...more });

const payment = (project: string, milestone: string | null, amount: number, more: object = {}) => ({
  kind: 'pay',
  amount,
  on: '2016-09-20',
  document: aPaper('发票'),
  from: { kind: 'allocated', area: places.village, project },
  to: { area: places.village, holder: '环江路桥公司', project, milestone },
  ...road,
  ...more,
});

describe('a project', () => {
  test('is closed to whoever is not signed in and to the neighbouring county, in lists and counts too', async () => {
    const id = await entered();

    expect((await app.nobody.get(at(id))).status).toBe(401);
    expect((await sun.get(at(id))).code).toBe('funds/no-such-project');
    expect((await act(id, { act: 'apply' }, sun)).code).toBe('funds/no-such-project');
    expect((await sun.get('/api/funds/projects', {})).body.items).toEqual([]);
    expect((await sun.get('/api/funds/projects/counts', {})).body.projects).toBe(0);
    expect((await sun.get('/api/funds/projects', { area: county })).status).toBe(403);
  });

  test('is built first and paid after its acceptance, and every step of it is on record [JJ-21] [HH-16]', async () => {
    const id = await building();
    await given(id, 900_000_00);
    const { milestones } = await read(id);
    const [ground, surface] = milestones;

    const early = await order(payment(id, ground.id, 100_00));
    expect(early.code).toBe('funds/not-accepted');
    expect((await act(id, { act: 'settle' })).code).toBe('funds/wrong-project-step');
    expect((await verdict(id, { act: 'accept', amount: 1 })).code).toBe('funds/no-photograph');
    await photographed(id);
    expect((await verdict(id, { act: 'accept', amount: 1 })).code).toBe(
      'funds/output-not-reported',
    );
    const outputs = [{ position: 1, added: 3, total: 11.5 }];
    await well(act(id, { act: 'report', percent: 90, outputs, workers: 6, wages: 12_000_00 }));
    const failed = { act: 'accept', passes: false, amount: 0, note: '路肩没有压实' };
    expect((await well(verdict(id, failed))).step).toBe('building');
    await well(verdict(id, { act: 'accept', amount: 880_000_00 }));

    await done(payment(id, ground.id, 300_000_00));
    expect((await act(id, { act: 'settle' })).code).toBe('funds/not-settled');
    await done(payment(id, surface.id, 580_000_00));
    await well(act(id, { act: 'settle', on: '2016-09-25' }));
    const over = await well(
      act(id, { act: 'handOver', on: '2016-09-28', to: '仪凤村委会', effect: '五个屯通车' }),
    );

    expect(over).toMatchObject({
      step: 'handedOver',
      accepted: 880_000_00,
      paid: 880_000_00,
      allocated: 900_000_00,
      workers: 6,
      wages: 12_000_00,
      actualEffect: '五个屯通车',
      outputs: [{ product: '硬化道路', planned: 3, added: 3, total: 11.5 }],
    });
    expect(over.acts.map(({ kind }: { kind: string }) => kind)).toEqual(
      'enter apply review approve tender start report accept accept settle handOver'.split(' '),
    );
    expect((await order(payment(id, surface.id, 100))).code).toBe('funds/project-closed');
  });

  test('that waits for its approval is judged by a second and a third person, and a township leaves large sums to the county', async () => {
    const id = await entered();
    await well(act(id, { act: 'apply' }));

    expect((await verdict(id, { act: 'review' }, zhao)).code).toBe('funds/own-project');
    await well(verdict(id, { act: 'review' }));
    expect((await verdict(id, { act: 'approve' })).code).toBe('funds/own-project');
    const township = await entered({ planned: 900_000_00 }, chen);
    await well(act(township, { act: 'apply' }, chen));
    await well(verdict(township, { act: 'review' }, fang));
    expect((await verdict(township, { act: 'approve' }, zhao)).code).toBe(
      'funds/project-level-too-low',
    );
  });

  test('gets a number of its township, which knows of no other’s', async () => {
    const whole = await entered({ area: county, title: '全县培训' }, chen);
    const other = await entered({ area: places.otherVillage }, chen);
    const own = await entered();

    expect((await read(whole)).number).toMatch(/^2016-000-\d{4}$/);
    expect((await read(other)).number).toMatch(/^2016-202-\d{4}$/);
    expect((await read(own)).number > (await read(other)).number).toBe(true);
  });

  test('that was sent back says why, and is changed by whoever read its last version', async () => {
    const id = await entered();
    await well(act(id, { act: 'apply' }));
    const bare = await verdict(id, { act: 'review', passes: false });
    expect(bare.code).toBe('funds/reason-needed');
    expect((await zhao.put(at(id), { ...draft(), version: 2 })).code).toBe('funds/project-fixed');
    await well(verdict(id, { act: 'review', passes: false, note: '造价偏高' }));
    const { version } = await read(id);

    const changed = await zhao.put(at(id), { ...draft(), title: '改后的路', version });
    expect(changed.body).toMatchObject({ title: '改后的路', step: 'library' });
    expect((await zhao.put(at(id), { ...draft(), version })).code).toBe('funds/project-changed');
  });

  test.each<[string, object, string]>([
    ['kind', { kind: 'CASTLE' }, 'funds/unknown-kind'],
    ['model of linkage', { link: 'MAGIC' }, 'funds/unknown-kind'],
    ['source', { lines: [{ ...road, source: 'moon', amount: 1 }] }, 'funds/unknown-source'],
  ])('of a %s that the rules do not name is refused', async (_, more, code) => {
    expect((await zhao.post('/api/funds/projects', { ...aRoad, ...more })).code).toBe(code);
  });

  test('whose parts do not sum up, or whose day is still to come, is refused where it stands', async () => {
    const uneven = await entered({ planned: 900_001_00 });
    expect((await act(uneven, { act: 'apply' })).code).toBe('funds/lines-uneven');
    const open = await entered({ mechanism: '' });
    const answered = await act(open, { act: 'apply' });
    expect(answered.code).toBe('funds/project-incomplete');
    expect(answered.text).toContain('机制');
    expect((await act(open, { act: 'apply', on: '2030-01-01' })).code).toBe('funds/day-ahead');
  });

  test('reports what its list knows, new and total apart [HJ-40]', async () => {
    const id = await building();
    const report = (position: number, added: number, total: number) =>
      act(id, { act: 'report', percent: 10, outputs: [{ position, added, total }] });

    expect((await report(2, 1, 1)).code).toBe('funds/no-such-output');
    expect((await report(1, 5, 4)).code).toBe('funds/total-below-new');
    expect((await well(report(1, 2, 9))).outputs).toMatchObject([{ added: 2, total: 9 }]);
  });
});

describe('the money of a project', () => {
  test('keeps to its budget line, its own purse and its milestones', async () => {
    const id = await building({ mode: 'ordinary' });
    const other = await building({ mode: 'ordinary' });
    const { milestones } = await read(id);
    const [ground] = milestones;
    const most = { kind: 'allocate', to: { area: places.village, project: id }, ...road };
    expect((await order({ ...most, amount: 900_001_00 })).code).toBe('funds/over-project-line');
    await given(id, 500_000_00);

    expect((await order(payment(id, null, 100))).code).toBe('funds/milestone-needed');
    expect((await order(payment(id, other, 100))).code).toBe('funds/no-such-milestone');
    expect((await order(payment(id, ground.id, 100))).code).toBe('funds/milestone-open');
    await well(verdict(id, { act: 'check', milestone: ground.id }));
    expect((await order(payment(id, ground.id, 300_001_00))).code).toBe('funds/over-milestone');
    const stranger = { to: { area: places.village, project: other, milestone: ground.id } };
    expect((await order(payment(id, ground.id, 100, stranger))).code).toBe('funds/other-project');
    expect((await act(id, { act: 'stop', note: '选址不当' })).code).toBe('funds/money-held');

    const entry = await done(payment(id, ground.id, 300_000_00));
    expect((await read(id)).milestones[0]).toMatchObject({ paid: 300_000_00, share: 300_000_00 });
    const back = { on: '2016-09-25', reason: '发票作废' };
    expect((await fang.post(`/api/funds/entries/${entry}/reversal`, back)).code).toBeUndefined();
    expect(await read(id)).toMatchObject({ paid: 0, milestones: [{ paid: 0 }, { paid: 0 }] });
  });

  test('is not posted where the ground was lost between entering and approving', async () => {
    const id = await building({ mode: 'ordinary' });
    await given(id, 600_000_00);
    const [ground] = (await read(id)).milestones;
    await well(verdict(id, { act: 'check', milestone: ground.id }));
    const waiting = await order(payment(id, ground.id, 100_00));
    await well(verdict(id, { act: 'check', passes: false, milestone: ground.id, note: '塌方' }));

    expect((await answer(waiting.body.id)).code).toBe('funds/milestone-open');
  });

  test('never exceeds what was recognised at the acceptance', async () => {
    const id = await accepted({}, 400_000_00);
    await given(id, 900_000_00);
    const [ground, surface] = (await read(id)).milestones;
    await done(payment(id, ground.id, 300_000_00));

    expect((await order(payment(id, surface.id, 200_000_00))).code).toBe('funds/over-accepted');
  });

  test('reaches by list the households it is for and nobody else', async () => {
    const id = await accepted({
      level: 'village',
      lines: [{ ...road, amount: 900_000_00 }],
    });
    await given(id, 900_000_00);
    const inside = await aPayee('6228000000009991');
    const outside = await aPayee('6228000000009992');
    expect((await zhao.post(at(id, '/households'), { add: [inside.no] })).code).toBe(
      'funds/project-fixed',
    );
    await app.owner.query(
      `insert into funds_project_household (county, id, project_id, household_id, area_code)
       values ($1, $2, $3, $4, $5)`,
      [Number(county), app.platform.newId(Number(county)), id, inside.id, places.village],
    );
    const { purses } = (await chen.get('/api/funds/purses', { area: county })).body;
    const purse = purses.find((one: { project: string }) => one.project === id).id;
    const list = await well(
      chen.post('/api/funds/lists', {
        area: county,
        title: '投劳补助',
        document: aPaper('名册'),
        payOn: '2016-09-20',
        purse,
      }),
    );
    const csv = ['户编号,金额', `${inside.no},100`, `${outside.no},100`].join('\n');
    await chen.upload(`/api/funds/lists/${list.id}/file`, {
      name: '名册.csv',
      bytes: Buffer.from(csv),
    });
    await well(chen.post(`/api/funds/lists/${list.id}/check`));
    await app.runJobs();

    const { items } = (await chen.get(`/api/funds/lists/${list.id}/payments`, {})).body;
    expect(items.map(({ problems }: { problems: string[] }) => problems)).toEqual([
      [],
      ['notInProject'],
    ]);
    await well(chen.post(`/api/funds/lists/${list.id}/submission`));
    await well(fang.post(`/api/funds/lists/${list.id}/answer`, { approve: true }));
    await app.runJobs();
    const placed = (await chen.get(at(id, '/households'), {})).body.items;
    expect(placed).toMatchObject([{ id: inside.id, received: 100_00 }]);
    const straight = {
      ...payment(id, (await read(id)).milestones[0].id, 100),
      to: { project: id, household: outside.id, milestone: (await read(id)).milestones[0].id },
    };
    const asked = await order(straight);
    expect((await answer(asked.body.id)).code).toBe('funds/stranger-household');
  });
});

describe('projects together', () => {
  test('count each household once, however many projects it is in [HH-14]', async () => {
    const before = (await chen.get('/api/funds/projects/counts', {})).body;
    const homes = [await aPayee('6228000000008881'), await aPayee('6228000000008882')];
    const add = homes.map(({ no }) => no);
    const one = await entered({ level: 'household', kind: 'CROPS', year: 2015 });
    const other = await entered({ level: 'household', kind: 'CROPS', year: 2015, title: '另一个' });
    for (const id of [one, other]) await well(zhao.post(at(id, '/households'), { add }));

    const after = (await chen.get('/api/funds/projects/counts', {})).body;
    expect(after.households - before.households).toBe(2);
    expect(after.placements - before.placements).toBe(4);
    expect((await read(one)).signalsOpen).toMatchObject([
      { signal: 'twice', others: [{ id: other }] },
    ]);
    const { items } = (await chen.get('/api/funds/projects', { signal: 'twice', year: 2015 })).body;
    expect(items.map(({ id }: { id: string }) => id).sort()).toEqual([one, other].sort());
    const strange = await zhao.post(at(one, '/households'), { add: ['999', '998'] });
    expect(strange.code).toBe('funds/households-unknown');
    expect(strange.text).toContain('998, 999');
  });

  test('that lie below the line of a tender each and above it together are shown as split', async () => {
    const parts = { ...sized(1_200_000_00), kind: 'WATER', area: places.otherVillage };
    const before = (await chen.get('/api/funds/projects/counts', {})).body.split;
    const one = await entered({ ...parts, title: '一期' });
    const other = await entered({ ...parts, title: '二期' });
    await well(act(one, { act: 'apply', on: '2016-03-01' }));
    expect((await read(one)).signals).toEqual([]);
    await well(act(other, { act: 'apply', on: '2016-06-01' }));

    const { signalsOpen } = await read(one);
    expect(signalsOpen).toMatchObject([
      { signal: 'split', verified: false, others: [{ id: other, planned: 1_200_000_00 }] },
    ]);
    const { items } = (await chen.get('/api/funds/projects', { signal: 'split', kind: 'WATER' }))
      .body;
    expect(items).toHaveLength(2);
    expect((await chen.get('/api/funds/projects/counts', {})).body.split - before).toBe(2);
    await well(act(other, { act: 'stop', note: '并入一期' }));
    expect((await read(one)).signals).toEqual([]);
  });

  test('from the line of a tender on need a public one', async () => {
    const id = await approved(sized(2_000_000_00));
    const tender = { act: 'tender', contractor: '某公司', document: '合同', amount: 1 };

    expect((await act(id, { ...tender, isPublic: false })).code).toBe('funds/tender-needed');
    const high = { ...tender, isPublic: true, amount: 2_000_001_00 };
    expect((await act(id, high)).code).toBe('funds/contract-too-high');
  });

  test('are seen by a department as far as they are its own, and go out as a spreadsheet', async () => {
    const own = await entered({ title: '雨露计划培训', kind: 'TRAINING' }, yang);

    const { items } = (await yang.get('/api/funds/projects', {})).body;
    expect(items.map(({ id }: { id: string }) => id)).toEqual([own]);
    expect((await yang.get(at(await entered()))).code).toBe('funds/no-such-project');
    const file = await yang.get('/api/funds/projects/file', {});
    expect(file.status).toBe(200);
    expect(file.bytes.subarray(0, 2).toString()).toBe('PK');
  });

  test('that are past their day and not accepted are late', async () => {
    const late = await entered({ dueOn: '2016-05-01', title: '拖期的路' });

    const { items } = (await chen.get('/api/funds/projects', { late: 'true' })).body;
    expect(items).toContainEqual(expect.objectContaining({ id: late, isLate: true }));
    const page = (await chen.get('/api/funds/projects', { limit: 1 })).body;
    expect(page.items).toEqual([expect.objectContaining({ id: late })]);
    const rest = (await chen.get('/api/funds/projects', { limit: 200, cursor: page.next })).body;
    const all = (await chen.get('/api/funds/projects', { limit: 200 })).body.items;
    expect([...page.items, ...rest.items]).toEqual(all);
    const choices = (await chen.get('/api/funds/projects/choices', {})).body;
    expect(choices).toMatchObject({ tenderFrom: 2_000_000_00, tenderVerified: false });
  });
});

function draft() {
  const { area: _area, ...rest } = aRoad;
  return rest;
}

function sized(planned: number) {
  return {
    planned,
    lines: [{ ...road, amount: planned }],
    milestones: [{ title: '完工', share: planned }],
  };
}

async function aPayee(bankAccount: string): Promise<{ id: string; no: string }> {
  const id = await aRegistered(app, { stage: 'LISTED', bankAccount });
  const { rows } = await app.owner.query(
    'select household_no as no from registry_household where id = $1',
    [id],
  );
  return { id, no: rows[0].no };
}
