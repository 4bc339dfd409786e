import { beforeAll, expect, test } from 'vitest';
import { anApp } from '#tests/world/app.ts';
import type { Caller } from '#tests/world/caller.ts';
import { aColleague, aRegistered, movableDay } from '#tests/world/casework-world.ts';
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
