// What the books paid a household, and which measures of its plan that pays for.
import { beforeAll, expect, test } from 'vitest';
import { anApp } from '#tests/world/app.ts';
import { aRegistered } from '#tests/world/casework-world.ts';
import { places } from '#tests/world/cast.ts';
import { fundsWorld } from '#tests/world/funds-world.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { bookRoutes } from './books.routes.ts';
import { listRoutes } from './list.routes.ts';

const app = await anApp({ routes: [...bookRoutes, ...listRoutes] });
const { chen, done, filled } = fundsWorld(app);

beforeAll(() => installForPlace(app.platform, 'huanjiang-2016'));

test.each([
  ['HEALTH', 'MEDICAL'],
  ['LIVING', 'DIBAO'],
  ['HOUSE', 'HOUSING'],
  ['TRAINING', 'EMPLOYMENT'],
  ['EDUCATION', 'EDUCATION'],
] as const)('money for %s pays for the measure %s of the plan', async (purpose, measure) => {
  const household = await aRegistered(app, { stage: 'LISTED' });
  await filled(500_00, { purpose });
  const from = { kind: 'allocated', area: places.township };
  await done({ kind: 'pay', amount: 100_00, purpose, from, to: { household } });

  const { byUse } = (await chen.get(`/api/funds/households/${household}`)).body;

  expect(byUse).toMatchObject([{ use: purpose, measures: [measure], amount: 100_00 }]);
});

test('a use that no pack pairs with a measure stands for itself', async () => {
  const household = await aRegistered(app, { stage: 'LISTED' });
  await filled(500_00, { purpose: 'REWARD' });
  const from = { kind: 'allocated', area: places.township };
  await done({ kind: 'pay', amount: 100_00, purpose: 'REWARD', from, to: { household } });

  const { byUse } = (await chen.get(`/api/funds/households/${household}`)).body;

  expect(byUse).toMatchObject([{ use: 'REWARD', measures: ['REWARD'] }]);
  expect((await app.as('sun').get(`/api/funds/households/${household}`)).status).toBe(404);
});
