import { expect, test } from 'vitest';
import { areaCode } from '#domain/kernel/area-code.ts';
import { batchJob } from '#server/casework/batch-job.ts';
import { campaignRoutes } from '#server/casework/campaign.routes.ts';
import { campaignJob } from '#server/casework/campaign-job.ts';
import { caseworkRoutes } from '#server/casework/casework.routes.ts';
import { anApp } from '#tests/world/app.ts';
import { county } from '#tests/world/cast.ts';
import { aDemonstrationCounty, perVillage } from '#tests/world/demonstration-county.ts';
import { fillBatch, fillCampaign } from './fill-campaign.ts';

const app = await anApp({
  routes: [...caseworkRoutes, ...campaignRoutes],
  jobKinds: (platform) => [campaignJob(platform), batchJob(platform)],
});
const { platform } = app;

test('the demonstration has a re-check of one village, and a batch of it with two leads and one case somebody else came to first, each once', async () => {
  expect(await fillCampaign(platform, areaCode(county))).toBeUndefined();
  await aDemonstrationCounty(app);

  const village = await fillCampaign(platform, areaCode(county));
  const batched = await fillBatch(platform);
  expect(village).toBe('451226100201');
  expect(await fillCampaign(platform, areaCode(county))).toBeUndefined();
  expect([batched, await fillBatch(platform)]).toEqual([perVillage - 5, 0]);

  const chen = app.as('chen');
  const { items } = (await chen.get('/api/casework/campaigns')).body;
  expect(items).toHaveLength(1);
  expect(items[0].title).toContain('虚构');
  const { body: campaign } = await chen.get(`/api/casework/campaigns/${items[0].id}`);
  expect(campaign).toMatchObject({ state: 'open', opened: perVillage, passedOver: 0 });
  expect(campaign.sum).toMatchObject({ open: { households: 8 }, kept: { households: 16 } });
  const { rows } = await app.owner.query('select id from casework_batch');
  expect(rows).toHaveLength(1);
  const { body: batch } = await chen.get(`/api/casework/batches/${rows[0].id}`);
  expect(batch).toMatchObject({ by: '覃志明', waiting: 0, decided: perVillage - 6, refused: 1 });
  expect(batch.refusals[0].code).toBe('casework/acted-meanwhile');
  expect((await app.as('sun').get('/api/casework/campaigns')).body.items).toEqual([]);
}, 120_000);
