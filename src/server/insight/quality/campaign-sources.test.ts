import { beforeAll, expect, test } from 'vitest';
import { campaignRoutes } from '#server/casework/campaign.routes.ts';
import { campaignJob } from '#server/casework/campaign-job.ts';
import { caseworkRoutes } from '#server/casework/casework.routes.ts';
import { compareListJob } from '#server/targeting/comparison/compare-list.ts';
import { comparisonRoutes } from '#server/targeting/comparison/comparison.routes.ts';
import { leadSource } from '#server/targeting/comparison/lead-source.ts';
import { anApp } from '#tests/world/app.ts';
import { aRegistered, movableDay } from '#tests/world/casework-world.ts';
import { county } from '#tests/world/cast.ts';
import { comparisonWorld, heading, numberOf } from '#tests/world/comparison-world.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { qualitySource } from './quality-source.ts';

const app = await anApp({
  demonstration: true,
  routes: [...comparisonRoutes, ...caseworkRoutes, ...campaignRoutes],
  jobKinds: (platform) => [compareListJob(platform), campaignJob(platform)],
});
Object.assign(app.platform, { householdSources: [leadSource, qualitySource] });
const setDay = movableDay(app);
const chen = app.as('chen');
const { aListedHousehold, compared } = comparisonWorld(app);
const process = 'householdExit';

beforeAll(async () => {
  await installForPlace(app.platform, 'jiangjin-2015');
  setDay('2016-09-01');
});

const count = (query: object) =>
  chen.get('/api/casework/campaign-choice', { area: county, process, ...query });

async function begun(source: object) {
  const { body } = await chen.post('/api/casework/campaigns', {
    area: county,
    title: '再看一次',
    process,
    source,
  });
  await app.runJobs();
  return (await chen.get(`/api/casework/campaigns/${body.id}`)).body;
}

async function householdsOf(campaign: string): Promise<readonly string[]> {
  const { rows } = await app.owner.query(
    'select household_id from casework_campaign_case where campaign_id = $1',
    [campaign],
  );
  return rows.map((row: { household_id: string }) => row.household_id);
}

test('[JJ-25] a round is begun for the households with leads from one list, and removes nobody by itself', async () => {
  const hit = await aListedHousehold([{ serial: 801, name: '罗阿辛' }]);
  await aListedHousehold([{ serial: 802, name: '罗阿壬' }]);
  const list = await compared([heading, `罗阿辛,${numberOf(801)},桂M80100,2009-05-01`]);
  const before = await count({ source: 'leads', key: list.id });
  const campaign = await begun({ kind: 'leads', key: list.id });
  const { rows } = await app.owner.query('select stage from registry_household where id = $1', [
    hit,
  ]);
  const neighbour = await app.as('sun').get('/api/casework/campaign-choice', {
    area: '451225',
    process,
    source: 'leads',
    key: list.id,
  });

  expect(before.body).toMatchObject({ households: 1, opens: 1 });
  expect(before.body.choice).toMatchObject({ kind: 'leads', title: { zh: list.title } });
  expect(campaign).toMatchObject({ opened: 1, choice: { kind: 'leads', key: list.id } });
  expect(await householdsOf(campaign.id)).toEqual([hit]);
  expect(rows[0].stage).toBe('LISTED');
  expect(neighbour.status).toBeGreaterThanOrEqual(400);
});

test('a round is begun for the households that do not keep a rule of data quality', async () => {
  const wrong = await aRegistered(app, { stage: 'LISTED', houseArea: 4000 });
  await aRegistered(app, { stage: 'LISTED', houseArea: 80 });
  const before = await count({ source: 'quality', key: 'impossibleHouse' });
  const campaign = await begun({ kind: 'quality', key: 'impossibleHouse' });
  const unknown = await count({ source: 'quality', key: 'noSuchRule' });

  expect(before.body).toMatchObject({ households: 1, opens: 1 });
  expect(campaign.choice.title.zh).not.toBe('');
  expect(await householdsOf(campaign.id)).toEqual([wrong]);
  expect(unknown.code).toBe('casework/no-such-source');
});
