import { Client } from 'pg';
import { beforeAll, expect, test, vi } from 'vitest';
import type { JobKind } from '#server/jobs/jobs.ts';
import { anApp } from '#tests/world/app.ts';
import { aRegistered, manyRegistered, movableDay } from '#tests/world/casework-world.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { batchJob } from './batch-job.ts';
import { caseworkRoutes } from './casework.routes.ts';

/** Every statement that is sent; sessions keep what they find here when they are opened. */
const queries = vi.spyOn(Client.prototype, 'query');

/** What happens once the first chunk of a batch is committed, while the rest still waits. */
let midway = async (): Promise<void> => undefined;
const app = await anApp({
  routes: caseworkRoutes,
  jobKinds: (platform) => [interrupted(batchJob(platform))],
});
const setDay = movableDay(app);
const lin = app.as('lin');
const vote = { due: 30, present: 24, for: 20, against: 3, abstained: 1, secret: false };

beforeAll(async () => {
  setDay('2016-09-01');
  await installForPlace(app.platform, 'huaihua-2015', { isUndemanding: true });
});

async function aCase(): Promise<string> {
  const household = await aRegistered(app, { stage: 'SURVEYED' });
  const begun = await lin.post(`/api/casework/households/${household}/cases`, {
    process: 'identification',
  });
  return begun.body.id;
}

function interrupted({ kind, run }: JobKind): JobKind {
  return {
    kind,
    run: (work) =>
      run({
        ...work,
        async chunk(once) {
          const result = await work.chunk(once);
          const event = midway;
          midway = async () => undefined;
          await event();
          return result;
        },
      }),
  };
}

async function act(id: string, outcome: string, more: object = {}) {
  const { body } = await lin.get(`/api/casework/cases/${id}`);
  const asked = { seen: body.position, step: body.open.id, outcome, ...more };
  return lin.post(`/api/casework/cases/${id}/acts`, asked);
}

const read = async (id: string) => (await lin.get(`/api/casework/cases/${id}`)).body;

/** As the county publishes it: the same packs with another version and another text. */
async function publish(version: string, changed: (path: string, text: string) => string) {
  await installForPlace(app.platform, 'huaihua-2015', {
    isUndemanding: true,
    changed: (path, text) =>
      path.endsWith('/pack.yaml')
        ? text.replace(/^version: .*$/m, `version: ${version}`)
        : changed(path, text),
  });
}

test('a vote without a quorum says how many must come, in both languages', async () => {
  const id = await aCase();
  const first = await read(id);
  await act(id, first.open.outcomes[0].id);
  let now = await read(id);
  while (now.open.kind !== 'meeting') {
    await act(id, now.open.outcomes[0].id);
    now = await read(id);
  }
  const short = { ...vote, present: 10, for: 8, against: 1, abstained: 1 };
  const refused = await act(id, now.open.outcomes[0].id, { meeting: short });

  expect(refused.code).toBe('casework/no-quorum');
  expect(refused.body.error.message).toContain('10');
});

test('a holiday added afterwards moves the last day of cases that begin under it, and of no other', async () => {
  const before = await aCase();
  const due = (await read(before)).clock.dueOn;
  await publish('9.1.0', (path, text) =>
    path.startsWith('china-2014/parameters/')
      ? text.replace("'2016-09-15',", "'2016-09-02', '2016-09-05', '2016-09-06', '2016-09-15',")
      : text,
  );
  const later = await aCase();

  expect((await read(before)).clock.dueOn).toBe(due);
  expect((await read(later)).clock.dueOn > due).toBe(true);
});

test('a pack published midway leaves a case under the steps it began with', async () => {
  const before = await aCase();
  const { pack, line } = await read(before);
  await publish('9.2.0', (path, text) =>
    path.startsWith('huaihua-2015/processes/')
      ? text.replace(/^( {4,8})title: \{ zh: ([^,]+), en/m, '$1title: { zh: 新$2, en')
      : text,
  );
  const now = await read(before);
  const later = await read(await aCase());

  expect(now.pack.edition).toBe(pack.edition);
  expect(now.line).toEqual(line);
  expect(later.pack.edition).not.toBe(pack.edition);
  const moved = await act(before, now.open.outcomes[0].id);
  expect(moved.status).toBe(200);
});

/** Acts of each case of a batch, and what its acts and its place in the queue come to, counted. */
async function fatesOf(batch: string) {
  const { rows } = await app.owner.query(
    `select c.pack_edition as edition, c.step, c.position,
       (select count(*)::integer from casework_act a
        where a.county = c.county and a.case_id = c.id and a.kind = 'decide') as decided,
       count(*)::integer as cases
     from casework_batch_record r join casework_case c on c.county = r.county and c.id = r.case_id
     where r.batch = $1 and r.state = 'decided' group by 1, 2, 3, 4 order by 2`,
    [batch],
  );
  return rows;
}

test('a pack published in the middle of a batch changes no case of it: each keeps its version and is decided once', async () => {
  const size = 150;
  const ids: string[] = [];
  for (const household of await manyRegistered(app, { stage: 'SURVEYED' }, size)) {
    const { body } = await lin.post(`/api/casework/households/${household}/cases`, {
      process: 'identification',
    });
    ids.push(body.id);
  }
  const spare = await aCase();
  const { edition } = (await read(spare)).pack;
  const applied = { process: 'identification', step: 'application', outcome: 'applied' };
  const batch = await lin.post('/api/casework/batches', { ...applied, select: { ids } });
  let waiting = 0;
  midway = async () => {
    waiting = (await lin.get(`/api/casework/batches/${batch.body.id}`)).body.waiting;
    // From now on who applies is voted on at once, without a nomination by the group.
    await publish('9.3.0', (path, text) =>
      path === 'huaihua-2015/processes/identification.yaml'
        ? text.replace(/(id: applied,.*) to: nomination/, '$1 to: vote')
        : text,
    );
  };
  await app.runJobs();

  expect(waiting).toBe(size - 100);
  const { body } = await lin.get(`/api/casework/batches/${batch.body.id}`);
  expect(body).toMatchObject({ total: size, waiting: 0, decided: size, refused: 0 });
  const kept = { edition, step: 'nomination', position: 2, decided: 1, cases: size };
  expect(await fatesOf(batch.body.id)).toEqual([kept]);

  // One batch over cases of both versions: each goes where its own version leads.
  const late = await aCase();
  const mixed = await lin.post('/api/casework/batches', {
    ...applied,
    select: { ids: [spare, late] },
  });
  await app.runJobs();
  expect((await fatesOf(mixed.body.id)).map((one) => [one.edition === edition, one.step])).toEqual([
    [true, 'nomination'],
    [false, 'vote'],
  ]);
});

test('who works for the place of a case is asked only where its open step could be left without anybody', async () => {
  const isAsked = async (work: () => Promise<unknown>) => {
    queries.mockClear();
    await work();
    return queries.mock.calls.some(([query]) => JSON.stringify(query).includes('access_people'));
  };
  const id = await aCase();
  expect(await isAsked(() => read(id))).toBe(false);
  expect(await isAsked(() => act(id, 'applied'))).toBe(false);
  await act(id, 'nominated', { meeting: vote });
  expect(await isAsked(() => act(id, 'passed', { meeting: vote }))).toBe(true);
  expect(await read(id)).toMatchObject({ open: { id: 'committeeReview' } });
  expect(await isAsked(() => read(id))).toBe(true);
});
