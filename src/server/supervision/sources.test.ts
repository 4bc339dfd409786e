import { beforeAll, describe, expect, test } from 'vitest';
import { batchJob } from '#server/casework/batch-job.ts';
import { caseworkRoutes } from '#server/casework/casework.routes.ts';
import { anApp } from '#tests/world/app.ts';
import type { Caller } from '#tests/world/caller.ts';
import { aColleague } from '#tests/world/casework-world.ts';
import { places } from '#tests/world/cast.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { aTownship } from '#tests/world/supervision-world.ts';
import { kinGuard } from './kin-guard.ts';
import { supervisionRoutes } from './supervision.routes.ts';

const app = await anApp({
  routes: [...supervisionRoutes, ...caseworkRoutes],
  jobKinds: (platform) => [batchJob(platform)],
});
const [lin, zhao, sun, chen] = (['lin', 'zhao', 'sun', 'chen'] as const).map((name) =>
  app.as(name),
) as [Caller, Caller, Caller, Caller];
let households: readonly string[] = [];

test('where the rules name no verifications none is entered', async () => {
  const [household = ''] = await aTownship(app, { hamlets: 1, households: 1 });

  const answer = await enter(household, { method: 'neighbourCheck' });

  expect(answer.code).toBe('supervision/no-verification');
});

async function enter(household: string, more: object, by: Caller = lin) {
  return by.post(`/api/supervision/households/${household}/entries`, {
    method: 'neighbourCheck',
    informant: '邻居韦',
    askedOn: '2016-09-20',
    answers: [{ field: 'houseArea', value: 30 }],
    ...more,
  });
}

/** A case whose first visit is finished and waits for its verdict. */
async function interviewed(household: string): Promise<string> {
  await app.owner.query(`update registry_household set stage = 'SURVEYED' where id = $1`, [
    household,
  ]);
  const { body: begun } = await lin.post(`/api/casework/households/${household}/cases`, {
    process: 'identification',
  });
  const interview = `/api/casework/cases/${begun.id}/interview`;
  for (const question of (await lin.get(interview)).body.questions) {
    const value = question.known?.value ?? (question.kind === 'remark' ? '无' : null);
    await lin.send({
      method: 'PUT',
      url: `${interview}/answers/${question.id}`,
      payload: { value },
    });
  }
  await lin.post(`${interview}/completion`, {});
  return begun.id;
}

async function inBatch(ids: readonly string[], step: string, outcome: string) {
  const asked = { process: 'identification', step, outcome, select: { ids } };
  const { body } = await lin.post('/api/casework/batches', asked);
  await app.runJobs();
  return (await lin.get(`/api/casework/batches/${body.id}`)).body;
}

const datum = (body: { data: { field: string }[] }, field: string) =>
  body.data.find((one) => one.field === field);

describe('the five verifications', () => {
  beforeAll(async () => {
    await installForPlace(app.platform, 'huanjiang-2016');
    households = await aTownship(app, { hamlets: 2, households: 8 });
  });

  test('[HJ-59] every value stands with its sources, or marked single-source', async () => {
    const [household = ''] = households;

    const { body } = await lin.get(`/api/supervision/households/${household}/sources`);

    expect(body.methods.map(({ id }: { id: string }) => id)).toEqual([
      'documentCheck',
      'neighbourCheck',
      'telephoneCheck',
      'crossCheck',
      'repeatCheck',
    ]);
    expect(datum(body, 'houseArea')).toMatchObject({ standing: 'singleSource', agreeing: 1 });
    expect(body.standing.missing).toHaveLength(5);
  });

  test('[HJ-54] papers seen are entered by kind, and what they say counts as a source', async () => {
    const [, household = ''] = households;

    const bare = await enter(household, { method: 'documentCheck', informant: '' });
    const seen = await enter(household, {
      method: 'documentCheck',
      informant: '',
      documents: ['householdBook', 'houseDeed'],
      answers: [{ field: 'houseArea', value: 160 }],
    });

    expect(bare.code).toBe('supervision/documents-missing');
    expect(datum(seen.body, 'houseArea')).toMatchObject({ standing: 'agreed', agreeing: 2 });
    expect(
      seen.body.documents.filter(({ seenOn }: { seenOn: string | null }) => seenOn !== null),
    ).toHaveLength(2);
  });

  test('[HJ-55] a neighbour is named to officials, not to the household', async () => {
    const [, , household = ''] = households;
    await enter(household, {});
    const family = await aColleague(app, {
      username: 'family',
      displayName: '本户',
      title: '',
      role: 'household',
      area: places.village,
      sees: [household],
    });

    const own = await family.get(`/api/supervision/households/${household}/sources`);
    const theirs = await zhao.get(`/api/supervision/households/${household}/sources`);

    expect(own.text).not.toContain('邻居韦');
    expect(datum(own.body, 'houseArea')).toMatchObject({ entries: [{ informant: null }] });
    expect(datum(theirs.body, 'houseArea')).toMatchObject({ entries: [{ informant: '邻居韦' }] });
  });

  test('[HJ-56] members called one after another are compared, the number at home among it', async () => {
    const [, , , household = ''] = households;
    const call = (informant: string, members: number) =>
      enter(household, {
        method: 'telephoneCheck',
        informant,
        answers: [{ field: 'members', value: members }],
      });

    expect((await call('', 1)).code).toBe('supervision/informant-missing');
    await call('户主', 1);
    const { body } = await call('儿子', 3);

    expect(datum(body, 'members')).toMatchObject({
      standing: 'disputed',
      agreeing: 2,
      differing: 1,
    });
    expect(datum(body, 'members')).toMatchObject({ conflict: null });
    expect(body.standing).toMatchObject({ passes: false, disputed: 1 });
  });

  test('an answer that differs opens one question of the register with an owner, and changes nothing', async () => {
    const [, , , , household = ''] = households;

    const first = await enter(household, { answers: [{ field: 'houseArea', value: 77 }] });
    await enter(household, { informant: '邻居覃', answers: [{ field: 'houseArea', value: 78 }] });

    expect(datum(first.body, 'houseArea')).toMatchObject({ registered: 30, standing: 'disputed' });
    const { rows } = await app.owner.query(
      'select field, owner_role, sides from registry_conflict where household_id = $1',
      [household],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ field: 'houseArea', owner_role: 'township' });
    expect(rows[0].sides[1]).toMatchObject({ value: 77, source: '邻里核验', authorName: '林桂英' });
  });

  test('kin of a village cadre does not pass before another team has scored it', async () => {
    const [, , , , , household = ''] = households;
    const mark = (isKin: boolean) =>
      zhao.post(`/api/supervision/households/${household}/kin`, {
        isKin,
        cadre: '村主任覃某',
        relation: '兄弟',
      });

    const marked = (await mark(true)).body;
    expect(marked.standing).toMatchObject({ passes: false, isKin: true, secondScores: 0 });
    expect(marked.standing.why.zh).toContain('村干部亲属必须两次评分');
    const released = (await mark(false)).body;
    expect(released.standing).toMatchObject({ passes: true, isKin: false });
  });

  test('kin of a cadre is held at the step of verification until a second team has scored, one by one and in a batch', async () => {
    const [, , , , , , kin = '', other = ''] = households;
    Object.assign(app.platform, { stepGuards: [kinGuard] });
    await zhao.post(`/api/supervision/households/${kin}/kin`, {
      isKin: true,
      cadre: '村支书韦某',
      relation: '堂弟',
    });
    const ids = [await interviewed(kin), await interviewed(other)];
    await inBatch(ids, 'firstVisit', 'scored');
    const { rows } = await app.owner.query(
      'select act from casework_assessment where case_id = any($1)',
      [ids],
    );
    const [id = ''] = ids;
    const { body } = await lin.get(`/api/casework/cases/${id}`);
    const agrees = { seen: body.position, step: body.open.id, outcome: 'agrees' };

    const held = await lin.post(`/api/casework/cases/${id}/acts`, agrees);
    const together = await inBatch(ids, 'verification', 'agrees');

    expect(rows).toEqual([{ act: 2 }, { act: 2 }]);
    expect(held.code).toBe('supervision/kin-needs-second-score');
    expect(together).toMatchObject({
      decided: 1,
      refusals: [{ case: id, code: 'supervision/kin-needs-second-score' }],
    });
  });

  test.each([
    ['a method the pack does not have', { method: 'lieDetector' }, 'supervision/no-such-method'],
    ['a second score typed by hand', { method: 'crossCheck' }, 'supervision/no-such-method'],
    ['nothing said', { answers: [] }, 'supervision/nothing-said'],
    ['a day to come', { askedOn: '2016-10-01' }, 'supervision/asked-in-future'],
    ['a sealed number', { answers: [{ field: 'phone', value: '1' }] }, 'supervision/unknown-field'],
    [
      'a value that does not fit',
      { answers: [{ field: 'houseArea', value: -1 }] },
      'registry/invalid-value',
    ],
  ] as const)('%s is refused', async (_, more, code) => {
    const [household = ''] = households;

    expect((await enter(household, more)).code).toBe(code);
  });

  test('the neighbouring county sees no sources and enters none', async () => {
    const [household = ''] = households;

    expect((await sun.get(`/api/supervision/households/${household}/sources`)).status).toBe(404);
    expect((await enter(household, {}, sun)).status).toBe(404);
  });

  test('[HJ-25] [HJ-26] a village needs two teams; members come from four origins', async () => {
    const team = (name: string, origin: string) =>
      zhao.post('/api/supervision/teams', {
        area: places.village,
        name,
        members: [
          { name: '甲', origin },
          { name: '乙', origin: 'township' },
        ],
      });
    const roster = async () =>
      (await chen.get('/api/supervision/teams', { area: places.township })).body;

    expect(await roster()).toMatchObject({ least: 2, villages: 2, short: 2, members: 0 });
    await team('一分队', 'region');
    expect(await roster()).toMatchObject({ short: 2, members: 2 });
    await team('二分队', 'county');
    const { short, byOrigin } = await roster();
    expect(short).toBe(1);
    expect(byOrigin).toEqual([
      { origin: 'region', members: 1 },
      { origin: 'city', members: 0 },
      { origin: 'county', members: 1 },
      { origin: 'township', members: 2 },
    ]);
    const wrong = await zhao.post('/api/supervision/teams', {
      area: places.township,
      name: '三分队',
      members: [{ name: '甲', origin: 'city' }],
    });
    expect(wrong.code).toBe('supervision/team-of-a-village');
  });
});
