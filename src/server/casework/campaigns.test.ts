import { beforeAll, expect, test } from 'vitest';
import { anApp } from '#tests/world/app.ts';
import type { Caller } from '#tests/world/caller.ts';
import {
  aColleague,
  aRegistered,
  manyRegistered,
  movableDay,
} from '#tests/world/casework-world.ts';
import { places } from '#tests/world/cast.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { campaignRoutes } from './campaign.routes.ts';
import { campaignJob } from './campaign-job.ts';
import { caseworkRoutes } from './casework.routes.ts';

const app = await anApp({
  routes: [...caseworkRoutes, ...campaignRoutes],
  jobKinds: (platform) => [campaignJob(platform)],
});
const setDay = movableDay(app);
const chen = app.as('chen');
const vote = { due: 30, present: 24, for: 20, against: 3, abstained: 1, secret: true };
let people: readonly Caller[];
let listed: readonly string[];
let missed: string;
let month = 9;

beforeAll(async () => {
  await installForPlace(app.platform, 'huaihua-2015');
  const village = { username: 'wei', displayName: '韦主任', title: '', role: 'village' } as const;
  const wei = await aColleague(app, { ...village, area: places.village });
  people = [app.as('lin'), wei, app.as('zhao'), chen, app.as('fang')];
  listed = await Promise.all([1, 2, 3].map(() => aRegistered(app, { stage: 'LISTED' })));
  missed = await aRegistered(app, { stage: 'SURVEYED' });
});

const begin = (body: object = {}) =>
  chen.post('/api/casework/campaigns', {
    area: '451226',
    title: '2015年第一次复查',
    process: 'recheck',
    round: 'firstRound',
    stages: ['LISTED', 'SURVEYED'],
    ...body,
  });
const read = async (id: string) => (await chen.get(`/api/casework/campaigns/${id}`)).body;

/** Takes these outcomes one after another, by whoever may. */
async function go(id: string, outcomes: readonly string[]) {
  for (const outcome of outcomes) {
    for (const by of people) {
      const { body } = await by.get(`/api/casework/cases/${id}`);
      if (body.open === null || body.open.capacities.length === 0) continue;
      if (body.open.kind === 'notice' && body.open.notice === null) {
        await by.post(`/api/casework/cases/${id}/posting`, { seen: body.position, place: '村口' });
        month += 1;
        setDay(`2016-${month}-20`);
      }
      const { position } = (await by.get(`/api/casework/cases/${id}`)).body;
      const acted = await by.post(`/api/casework/cases/${id}/acts`, {
        seen: position,
        step: body.open.id,
        outcome,
        reason: '复查发现',
        ...(body.open.kind === 'meeting' ? { meeting: vote } : {}),
      });
      if (acted.code === undefined) break;
      expect([outcome, acted.code]).toEqual([outcome, 'casework/own-work']);
    }
  }
}

async function caseOf(household: string): Promise<string> {
  const { body } = await chen.get(`/api/casework/households/${household}`);
  return body.items[0].id;
}

test('[HH-09] a round opens a case for every household of its list, once, and says whom it passed over', async () => {
  const list = (await chen.get('/api/casework/campaigns', { area: '451226' })).body;
  expect(list.rounds.map(({ id }: { id: string }) => id)).toEqual([
    'firstRound',
    'secondRound',
    'thirdRound',
  ]);
  expect((await begin({ round: 'fourthRound' })).code).toBe('casework/no-such-round');
  expect((await begin({ process: 'nothing' })).code).toBe('casework/no-such-process');

  const { id } = (await begin()).body;
  await app.runJobs();
  expect(await read(id)).toMatchObject({ state: 'open', opened: 4, passedOver: 0 });
  const again = (await begin({ title: '重复的一轮' })).body;
  await app.runJobs();
  expect(await read(again.id)).toMatchObject({ state: 'open', opened: 0, passedOver: 4 });
  expect((await app.as('sun').get(`/api/casework/campaigns/${id}`)).code).toBe(
    'casework/no-such-campaign',
  );
  expect((await app.as('zhao').post('/api/casework/campaigns', {})).code).toBe(
    'access/not-permitted',
  );
});

test('[HH-09] who is taken out and in is counted by township, and the statement stands when the round ends', async () => {
  const { items } = (await chen.get('/api/casework/campaigns', { area: '451226' })).body;
  const { id } = items.find((one: { title: string }) => one.title === '2015年第一次复查');
  expect((await chen.post(`/api/casework/campaigns/${id}/end`, {})).code).toBe(
    'casework/campaign-open',
  );

  const [first = '', second = '', third = ''] = listed;
  await go(await caseOf(first), ['lead', 'wrong', 'remove', 'undisputed', 'removed']);
  await go(await caseOf(missed), ['lead', 'omitted', 'add', 'undisputed', 'added']);
  await go(await caseOf(second), ['clean']);
  await go(await caseOf(third), ['lead', 'right']);

  const { body } = await chen.post(`/api/casework/campaigns/${id}/end`, {});
  expect(body).toMatchObject({
    state: 'ended',
    endedBy: '陈国强',
    sum: {
      open: { households: 0, persons: 0 },
      out: { households: 1, persons: 1 },
      in: { households: 1, persons: 1 },
      kept: { households: 2, persons: 2 },
    },
  });
  expect(body.townships).toHaveLength(1);
  expect(body.townships[0]).toMatchObject({
    code: places.township,
    sum: { out: { households: 1 } },
  });
  const { rows } = await app.owner.query('select stage from registry_household where id = $1', [
    first,
  ]);
  expect(rows[0].stage).toBe('SURVEYED');
  expect((await chen.post(`/api/casework/campaigns/${id}/end`, {})).code).toBe(
    'casework/campaign-ended',
  );
});

const count = (query: object, by = chen) =>
  by.get('/api/casework/campaign-choice', { area: '451226', process: 'recheck', ...query });

test('[HH-09] a round is begun by a filter of the household list: counted before, and only those are opened', async () => {
  const ids = await manyRegistered(app, { stage: 'LISTED', primaryCause: 'ILLNESS' }, 3);
  await aRegistered(app, { stage: 'LISTED', primaryCause: 'SCHOOLING' });
  const [first = ''] = ids;
  await app.as('lin').post(`/api/casework/households/${first}/cases`, { process: 'recheck' });
  const asked = { cause: 'ILLNESS', registered: 'true' };
  const before = await count(asked);
  const { body } = await begin({ title: '因病的再查一次', stages: undefined, filter: asked });
  await app.runJobs();
  const one = await read(body.id);
  const { rows } = await app.owner.query(
    'select household_id from casework_campaign_case where campaign_id = $1 order by household_id',
    [body.id],
  );

  expect(before.body).toMatchObject({ households: 3, busy: 1, elsewhere: 0, opens: 2 });
  expect(before.body.choice).toMatchObject({ kind: 'filter', filter: { cause: 'ILLNESS' } });
  expect(one).toMatchObject({ state: 'open', opened: 2, passedOver: 1 });
  expect(one.choice).toMatchObject({ kind: 'filter', filter: { cause: 'ILLNESS' } });
  expect(rows.map((row: { household_id: string }) => row.household_id)).toEqual(
    ids.slice(1).toSorted(),
  );
});

test('nobody chosen opens nothing, a province is too wide, and the neighbour counts nothing here', async () => {
  const nobody = await begin({ stages: undefined, filter: { cause: 'NOTHING' } });
  const noStage = await begin({ stages: [] });
  const odd = await begin({ stages: undefined, filter: { membersFrom: 'many' } });
  const unknown = await begin({ stages: undefined, source: { kind: 'leads', key: 'no-list' } });
  const wide = await app
    .as('lu')
    .get('/api/casework/campaign-choice', { area: '45', process: 'recheck', stages: 'LISTED' });
  const neighbour = await count({ stages: 'LISTED' }, app.as('sun'));
  const stages = await count({ stages: 'LISTED' });

  expect(nobody.code).toBe('casework/campaign-of-nobody');
  expect(noStage.code).toBe('casework/campaign-of-nobody');
  expect(odd.code).toBe('casework/campaign-of-nobody');
  expect(unknown.code).toBe('casework/no-such-source');
  expect(['casework/campaign-too-wide', 'access/not-permitted']).toContain(wide.code);
  expect(neighbour.status).toBe(403);
  expect(stages.body.choice).toBeNull();
  expect(stages.body.households).toBeGreaterThanOrEqual(stages.body.opens);
});
