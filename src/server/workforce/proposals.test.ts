import { expect, test } from 'vitest';
import { anApp } from '#tests/world/app.ts';
import { aRegistered } from '#tests/world/casework-world.ts';
import { places } from '#tests/world/cast.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { pairingJob } from './propose.ts';
import { visitRoutes } from './visits.routes.ts';
import { workforceRoutes } from './workforce.routes.ts';

const app = await anApp({
  routes: [...workforceRoutes, ...visitRoutes],
  jobKinds: (platform) => [pairingJob(platform)],
});
const zhao = app.as('zhao');

const ask = (by = zhao) => by.post('/api/workforce/proposals', { area: places.township });
const enter = async (name: string, more: object = {}) =>
  (
    await zhao.post('/api/workforce/helpers', {
      name,
      rank: 'STAFF',
      area: places.township,
      ...more,
    })
  ).body.id as string;

test('without a quota in the rules nothing is proposed', async () => {
  expect((await ask()).code).toBe('workforce/no-quota-rule');
});

test('[HJ-23] [HJ-24] a township pairs a new village by proposal, adjusted and confirmed, and is told whom it lacks', async () => {
  await installForPlace(app.platform, 'huanjiang-2016');
  expect((await ask()).code).toBe('workforce/nothing-to-pair');
  const households: string[] = [];
  for (let count = 0; count < 15; count += 1) {
    households.push(await aRegistered(app, { stage: 'LISTED', areaCode: places.village }));
  }
  const lacking = await ask();
  expect(lacking.code).toBe('workforce/nobody-to-pair');
  expect(lacking.body.error.message).toContain('一般干部 3');
  const near = await enter('近', { homeVillage: places.village });
  const far = await enter('远', { homeVillage: places.farVillage });
  await zhao.send({
    method: 'PUT',
    url: `/api/workforce/helpers/${near}/kin`,
    payload: { households: [households[0]] },
  });

  const { id } = (await ask()).body;
  expect((await zhao.post(`/api/workforce/proposals/${id}/confirmation`, {})).code).toBe(
    'workforce/proposal-closed',
  );
  await app.runJobs();
  const url = `/api/workforce/proposals/${id}`;
  const proposal = (await zhao.get(url)).body;
  const pairs = (await zhao.get(`${url}/pairs?limit=200`)).body.items;
  const of = (helper: string) =>
    pairs.filter((one: { helper: { id: string } | null }) => one.helper?.id === helper);

  expect(proposal).toMatchObject({ state: 'open', households: 15, paired: 12 });
  expect(proposal.missing).toMatchObject({ households: 3 });
  expect(proposal.cost).toBeCloseTo(proposal.bound, 6);
  expect([of(near).length, of(far).length]).toEqual([6, 6]);
  expect(of(near).map((one: { household: string }) => one.household)).not.toContain(households[0]);
  const without = (await zhao.get(`${url}/pairs?only=without`)).body.items;
  expect(without).toHaveLength(3);

  const adjust = (household: string, helper: string | null) =>
    zhao.send({ method: 'PATCH', url: `${url}/pairs/${household}`, payload: { helper } });
  const lone = without.find((one: { household: string }) => one.household !== households[0]);
  expect((await adjust(lone.household, near)).code).toBe('workforce/full-in-proposal');
  expect((await adjust(app.platform.newId(451226), near)).code).toBe('workforce/not-in-proposal');
  const freed = of(far)[0].household;
  expect((await adjust(freed, null)).body).toMatchObject({ helper: null, adjusted: true });

  expect((await zhao.post(`${url}/confirmation`, {})).body).toEqual({ paired: 11, skipped: 0 });
  expect((await zhao.post(`${url}/discard`, {})).code).toBe('workforce/proposal-closed');
  const cover = (await zhao.get(`/api/workforce/coverage?area=${places.township}`)).body;
  expect(cover).toMatchObject({ covered: 11, none: 4 });
  expect((await app.as('sun').get(url)).code).toBe('workforce/no-such-proposal');
}, 60_000);

test('a proposal put away changes nothing', async () => {
  await enter('新', { rank: 'SECTION' });
  const { id } = (await ask()).body;
  await app.runJobs();

  const away = await zhao.post(`/api/workforce/proposals/${id}/discard`, {});

  expect(away.status).toBe(204);
  const { items } = (await zhao.get(`/api/workforce/proposals?area=${places.township}`)).body;
  expect(items[0].state).toBe('discarded');
}, 60_000);
