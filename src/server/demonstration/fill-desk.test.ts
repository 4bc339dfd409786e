import { join } from 'node:path';
import { expect, test } from 'vitest';
import { areaCode } from '#domain/kernel/area-code.ts';
import { shippedPacks } from '#server/policy/read-pack-folders.ts';
import { glassRoutes } from '#server/registry/glass.routes.ts';
import { scoreAreaJob } from '#server/targeting/score-area.ts';
import { targetingRoutes } from '#server/targeting/targeting.routes.ts';
import { pairingJob } from '#server/workforce/propose.ts';
import { visitRoutes } from '#server/workforce/visits.routes.ts';
import { anApp } from '#tests/world/app.ts';
import { county } from '#tests/world/cast.ts';
import { aDemonstrationCounty, perVillage } from '#tests/world/demonstration-county.ts';
import { fillDesk } from './fill-desk.ts';
import { fillHelp } from './fill-help.ts';
import { readDemonstration } from './read-demonstration.ts';

const app = await anApp({
  routes: [...glassRoutes, ...targetingRoutes, ...visitRoutes],
  jobKinds: (platform) => [scoreAreaJob(platform), pairingJob(platform)],
});
const { platform } = app;

test('the demonstration has scores counted by the register, pairs proposed for who has nobody, and a household read outside one’s area, told to the county, once', async () => {
  await aDemonstrationCounty(app, { supervised: 3 });
  // Everybody gets a helper but those of one who left, in the township of the supervisor.
  await fillHelp(platform, readDemonstration(join(shippedPacks, 'huanjiang-2016')));

  expect(await fillDesk(platform, areaCode(county))).toBe(true);
  expect(await fillDesk(platform, areaCode(county))).toBe(false);

  await app.runJobs();
  const chen = app.as('chen');
  const runs = (await chen.get('/api/targeting/runs')).body.items;
  expect(runs).toHaveLength(1);
  expect(runs[0]).toMatchObject({ areaCode: county, state: 'done' });
  expect(runs[0].scored).toBe(2 * perVillage);
  const proposed = (await chen.get('/api/workforce/proposals')).body.items;
  expect(proposed).toMatchObject([{ state: 'open', households: 3, madeBy: '覃志明' }]);
  const read = (await chen.get('/api/registry/glass')).body.items;
  expect(read).toHaveLength(1);
  expect(read[0]).toMatchObject({ by: '谭美玲', reason: expect.stringContaining('虚构') });
}, 120_000);
