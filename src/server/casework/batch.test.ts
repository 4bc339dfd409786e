import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { inScope, type Tx } from '#server/database/connect.ts';
import { anApp } from '#tests/world/app.ts';
import type { Caller } from '#tests/world/caller.ts';
import { aColleague, aRegistered, movableDay } from '#tests/world/casework-world.ts';
import { places } from '#tests/world/cast.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { batchJob } from './batch-job.ts';
import { caseworkRoutes } from './casework.routes.ts';

const app = await anApp({
  routes: caseworkRoutes,
  jobKinds: (platform) => [batchJob(platform)],
});
const setDay = movableDay(app);
const [lin, zhao, chen, sun] = (['lin', 'zhao', 'chen', 'sun'] as const).map((name) =>
  app.as(name),
) as [Caller, Caller, Caller, Caller];
let wei: Caller;

beforeAll(async () => {
  await installForPlace(app.platform, 'huanjiang-2016', { isUndemanding: true });
  wei = await aColleague(app, {
    username: 'wei',
    displayName: '韦主任',
    title: '村委会主任',
    role: 'village',
    area: places.village,
  });
  setDay('2016-09-01');
});

async function begun(count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let made = 0; made < count; made += 1) {
    const household = await aRegistered(app, { stage: 'SURVEYED' });
    const { body } = await lin.post(`/api/casework/households/${household}/cases`, {
      process: 'identification',
    });
    ids.push(body.id);
  }
  return ids;
}

const scored = { process: 'identification', step: 'firstVisit', outcome: 'scored' };

async function batch(by: Caller, body: object) {
  return by.post('/api/casework/batches', body);
}

async function actsOf(ids: readonly string[]) {
  const { rows } = await app.owner.query(
    `select case_id, count(*)::integer as acts, max(position) as last, max(account_name) as who
     from casework_act where case_id = any($1) group by case_id`,
    [ids],
  );
  return rows;
}

describe('a batch', () => {
  test('decides every record by its own case, exceptions one by one, and says of each refused one why', async () => {
    const ids = await begun(5);
    const [first = '', second = '', third = '', fourth = ''] = ids;
    // One went on meanwhile; one is left to be looked at on its own; one has another outcome without a reason.
    const started = await batch(lin, {
      ...scored,
      select: { ids },
      except: [
        { id: second, outcome: 'absent', reason: '' },
        { id: third, outcome: 'absent', reason: '两次入户无人' },
        { id: fourth, leave: true },
      ],
    });
    await lin.post(`/api/casework/cases/${first}/acts`, {
      seen: 1,
      step: 'firstVisit',
      outcome: 'scored',
    });
    await app.runJobs();

    const { body } = await lin.get(`/api/casework/batches/${started.body.id}`);
    expect(started.body.total).toBe(4);
    expect(body).toMatchObject({ total: 4, waiting: 0, decided: 2, refused: 2 });
    expect(body.outcome.zh).toBe('已评分');
    const why = new Map(body.refusals.map((one: { case: string }) => [one.case, one]));
    expect(why.get(first)).toMatchObject({ code: 'casework/acted-meanwhile' });
    expect(why.get(second)).toMatchObject({
      code: 'casework/reason-missing',
      message: { zh: expect.stringContaining('理由') },
    });
    const seen = await chen.get(`/api/casework/cases/${third}`);
    expect(seen.body.open.id).toBe('firstVisit');
    expect(seen.body.acts.at(-1)).toMatchObject({ reason: '两次入户无人', by: '林桂英' });
    expect((await chen.get(`/api/casework/cases/${fourth}`)).body.acts).toHaveLength(1);
    const file = await lin.get(`/api/casework/batches/${started.body.id}/refused`);
    expect(file.status).toBe(200);
    const { rows } = await app.owner.query(
      `select act, facts from audit_entry where subject = $1 order by at`,
      [`batch:${started.body.id}`],
    );
    expect(rows.map(({ act }) => act)).toEqual([
      'casework.batch',
      'casework.batch-chunk',
      'casework.batch-refused',
    ]);
  });

  test('takes everything of a filter, in the counts as in the list', async () => {
    await begun(3);
    const waiting = await lin.get('/api/casework/cases', { step: 'firstVisit', limit: '200' });
    const started = await batch(lin, { ...scored, select: { all: true } });
    await app.runJobs();

    expect(started.body.total).toBe(waiting.body.items.length);
    const after = await lin.get('/api/casework/counts');
    const steps = after.body.items.map(({ step }: { step: { id: string } }) => step.id);
    expect(steps).not.toContain('firstVisit');
    expect((await batch(lin, { ...scored, select: { all: true } })).code).toBe(
      'casework/nothing-to-decide',
    );
    const listed = await lin.get('/api/casework/batches');
    expect(listed.body.items[0]).toMatchObject({ id: started.body.id, waiting: 0 });
  });

  test('nobody decides their own work in it, notices are posted by it, and what ends a case moves the register', async () => {
    const ids = await begun(2);
    const go = async (by: Caller, step: string, body: object, refusals: string[] = []) => {
      const { body: made, code } = await batch(by, {
        process: 'identification',
        step,
        select: { ids },
        ...body,
      });
      expect(code).toBeUndefined();
      await app.runJobs();
      const seen = (await by.get(`/api/casework/batches/${made.id}`)).body;
      expect([step, seen.refusals.map((one: { code: string }) => one.code)]).toEqual([
        step,
        refusals,
      ]);
    };
    const meeting = { due: 30, present: 24, for: 20, against: 3, abstained: 1, secret: true };
    await go(lin, 'firstVisit', { outcome: 'scored' });
    await go(lin, 'verification', { outcome: 'agrees' });
    await go(lin, 'firstDeliberation', { outcome: 'accepted', meeting });
    await go(zhao, 'reassessment', { outcome: 'holds' });
    await go(lin, 'secondDeliberation', { outcome: 'nominated', meeting });
    await go(lin, 'firstNotice', { act: 'post', place: '村口公示栏' });
    const stands = 'casework/notice-stands';
    await go(lin, 'firstNotice', { outcome: 'undisputed' }, [stands, stands]);
    setDay('2016-09-08');
    await go(lin, 'firstNotice', { outcome: 'undisputed' });
    const alone = 'casework/office-alone';
    await go(zhao, 'townshipReview', { outcome: 'passed' }, [alone, alone]);
    const mo = await aColleague(app, {
      username: 'mo',
      displayName: '莫副站长',
      title: '',
      role: 'township',
      area: places.township,
    });
    await go(mo, 'townshipReview', { outcome: 'passed' });
    await go(zhao, 'secondNotice', { act: 'post', place: '乡政府公示栏' });
    setDay('2016-09-15');
    await go(zhao, 'secondNotice', { outcome: 'undisputed' });
    await go(chen, 'countyReview', { outcome: 'approved' });
    const before = await app.owner.query(
      `select count(*)::integer as events from registry_event where kind = 'household.stage'`,
    );
    await go(chen, 'announcement', { outcome: 'announced' });

    const { rows } = await app.owner.query(
      `select h.stage, h.version, e.source, e.author_name from casework_case c
       join registry_household h on h.county = c.county and h.id = c.household_id
       join registry_event e on e.county = h.county and e.household_id = h.id and e.version = h.version
       where c.id = any($1)`,
      [ids],
    );
    expect(rows.map(({ stage, source }) => [stage, source.slice(0, 5)])).toEqual([
      ['LISTED', 'case:'],
      ['LISTED', 'case:'],
    ]);
    const after = await app.owner.query(
      `select count(*)::integer as events from registry_event where kind = 'household.stage'`,
    );
    expect(after.rows[0].events - before.rows[0].events).toBe(2);
    const { rows: counted } = await app.owner.query(
      `select coalesce(sum(cases), 0)::integer as cases from casework_count_delta where step = 'announcement'`,
    );
    expect(counted).toEqual([{ cases: 0 }]);
    setDay('2016-09-01');
  });

  test('a step that is signed is not decided in a batch', async () => {
    const refused = await batch(chen, {
      process: 'householdExit',
      step: 'dualConfirmation',
      outcome: 'bothSign',
      select: { all: true, whose: 'all' },
    });
    expect(refused.code).toBe('casework/signed-one-by-one');
  });

  test('one that was cancelled goes on with what still waits, by whoever began it and nobody else', async () => {
    const ids = await begun(3);
    const { body } = await batch(lin, { ...scored, select: { ids } });
    await app.owner.query(`update jobs_run set state = 'cancelled' where id = $1`, [body.job]);

    expect((await wei.post(`/api/casework/batches/${body.id}/resumption`)).code).toBe(
      'casework/not-your-batch',
    );
    expect((await sun.get(`/api/casework/batches/${body.id}`)).code).toBe('casework/no-such-batch');
    expect((await lin.post(`/api/casework/batches/${body.id}/resumption`)).status).toBe(200);
    await app.runJobs();
    expect((await lin.get(`/api/casework/batches/${body.id}`)).body.decided).toBe(3);
    expect((await lin.post(`/api/casework/batches/${body.id}/resumption`)).code).toBe(
      'casework/batch-goes-on',
    );
  });

  test('each record is decided exactly once, whatever fails on the way', async () => {
    const job = batchJob(app.platform);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('before', 'within', 'after', 'sound'), { maxLength: 5 }),
        async (faults) => {
          const ids = await begun(6);
          const { body } = await batch(lin, { ...scored, select: { ids } });
          await app.owner.query(`update jobs_run set state = 'done' where id = $1`, [body.job]);
          const left = [...faults];
          for (let tries = 0; tries < 12; tries += 1) {
            const isOver = await attempt(app, job, { id: body.id, faults: left });
            if (isOver) break;
          }
          const acts = await actsOf(ids);
          expect(acts.map((one) => one.acts)).toEqual(ids.map(() => 2));
          const { rows } = await app.owner.query(
            `select state, count(*)::integer as records from casework_batch_record where batch = $1 group by 1`,
            [body.id],
          );
          expect(rows).toEqual([{ state: 'decided', records: 6 }]);
        },
      ),
      { numRuns: 8 },
    );
  });
});

/** Runs the job where its transactions fail as told; true when it came to its end. */
async function attempt(
  { platform }: typeof app,
  job: ReturnType<typeof batchJob>,
  { id, faults }: { readonly id: string; readonly faults: string[] },
): Promise<boolean> {
  const account = await accountOf('lin');
  const work = {
    id: 'run',
    input: { batch: id },
    scope: everything,
    account,
    areaCode: places.village,
    checkpoint: null,
    report: async () => undefined,
    async chunk<Result>(run: (tx: Tx) => Promise<{ readonly result: Result }>): Promise<Result> {
      const fault = faults.shift() ?? 'sound';
      if (fault === 'before') throw new Error('killed before');
      const result = await inScope(platform.db, everything, async (tx) => {
        const made = await run(tx);
        if (fault === 'within') throw new Error('killed within');
        return made.result;
      });
      if (fault === 'after') throw new Error('killed after');
      return result;
    },
  };
  return job.run(work as never).then(
    () => true,
    () => false,
  );
}

async function accountOf(username: string): Promise<string> {
  const { rows } = await app.owner.query('select id from access_account where username = $1', [
    username,
  ]);
  return rows[0].id;
}
