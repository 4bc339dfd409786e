import { beforeAll, expect, test } from 'vitest';
import { registryHouseholdRoutes } from '#server/registry/household.routes.ts';
import { householdWriteRoutes } from '#server/registry/household-write.routes.ts';
import { anApp } from '#tests/world/app.ts';
import type { Caller } from '#tests/world/caller.ts';
import { aColleague, aRegistered, movableDay } from '#tests/world/casework-world.ts';
import { places } from '#tests/world/cast.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { batchJob } from './batch-job.ts';
import { caseworkRoutes } from './casework.routes.ts';

const app = await anApp({
  routes: [...caseworkRoutes, ...registryHouseholdRoutes, ...householdWriteRoutes],
  jobKinds: (platform) => [batchJob(platform)],
});
const setDay = movableDay(app);
const [lin, zhao, chen, sun] = (['lin', 'zhao', 'chen', 'sun'] as const).map((name) =>
  app.as(name),
) as [Caller, Caller, Caller, Caller];
const meeting = { due: 30, present: 24, for: 20, against: 3, abstained: 1, secret: true };
let mo: Caller;

beforeAll(async () => {
  await installForPlace(app.platform, 'jiangjin-2015', { isUndemanding: true });
  mo = await aColleague(app, {
    username: 'mo',
    displayName: '莫站长',
    title: '',
    role: 'township',
    area: places.township,
  });
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

/** As far as the class, through every review before it. */
async function atClassing(): Promise<{ readonly id: string; readonly household: string }> {
  setDay('2016-09-01');
  const household = await aRegistered(app, { stage: 'SURVEYED' });
  const begun = await lin.post(`/api/casework/households/${household}/cases`, {
    process: 'identification',
  });
  const { id } = begun.body;
  await act(id, lin, 'surveyed');
  await act(id, lin, 'nominated', { meeting });
  await act(id, zhao, 'passed');
  await act(id, chen, 'passed');
  await act(id, app.as('fang'), 'noLead');
  const { body } = await chen.get(`/api/casework/cases/${id}`);
  await lin.post(`/api/casework/cases/${id}/posting`, { seen: body.position, place: '村口' });
  setDay('2016-09-20');
  const posted = await act(id, lin, 'undisputed');
  expect(posted.body.open.id).toBe('classing');
  expect(posted.body.helpClass).toBeNull();
  return { id, household };
}

const inClass = (helpClass: string, by = chen) =>
  by.get('/api/registry/households', { area: places.village, registered: 'true', helpClass });

test('[JJ-26] the review ends with a class: it stays on the case, stands in the register, is a filter and is counted', async () => {
  const { id, household } = await atClassing();
  const ended = await act(id, mo, 'classB', { reason: '饮水和住房两难' });
  const card = await chen.get(`/api/registry/households/${household}`);
  const history = await chen.get(`/api/registry/households/${household}/events`);
  const found = await inClass('B');
  const counted = await chen.get('/api/registry/households/count', {
    area: places.village,
    registered: 'true',
    helpClass: 'B',
  });
  const pipeline = await chen.get('/api/casework/pipeline', { area: places.township });

  expect(ended.body).toMatchObject({ end: { id: 'listed' }, helpClass: { zh: 'B类' } });
  expect(card.body).toMatchObject({ stage: 'LISTED', values: { helpClass: 'B' } });
  expect(JSON.stringify(history.body)).toContain(`case:${id}`);
  expect(found.body.items.map((one: { id: string }) => one.id)).toEqual([household]);
  expect((await inClass('A')).body.items).toEqual([]);
  expect(counted.body).toMatchObject({ households: 1, capped: false });
  expect(pipeline.body.classes).toMatchObject([{ id: 'B', title: { zh: 'B类' }, households: 1 }]);
});

test('[JJ-26] a batch gives each record its class, and nobody types one', async () => {
  const made = [await atClassing(), await atClassing(), await atClassing()];
  const [one, other, third] = made.map(({ id }) => id);
  await mo.post('/api/casework/batches', {
    process: 'identification',
    step: 'classing',
    outcome: 'classC',
    select: { ids: [one, other, third] },
    except: [{ id: third, outcome: 'classA', reason: '四难' }],
  });
  await app.runJobs();
  const typed = await lin.patch(`/api/registry/households/${made[0]?.household}`, {
    baseVersion: 2,
    changes: [{ field: 'helpClass', to: 'A' }],
    trueFrom: '2016-09-20',
    source: 'visit',
    reason: '我看是A类',
  });

  expect((await inClass('C')).body.items).toHaveLength(2);
  expect((await inClass('A')).body.items.map(({ id }: { id: string }) => id)).toEqual([
    made[2]?.household,
  ]);
  expect(typed.code).toBe('registry/needs-roster');
  const { body } = await chen.get('/api/casework/pipeline', { area: places.village });
  expect(
    body.classes.map((line: { id: string; households: number }) => [line.id, line.households]),
  ).toEqual([
    ['A', 1],
    ['B', 1],
    ['C', 2],
  ]);
  expect((await inClass('C', sun)).status).toBe(403);
});
