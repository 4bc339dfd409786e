import { expect, test } from 'vitest';
import { areaCode } from '#domain/kernel/area-code.ts';
import { accuracyRoutes } from '#server/insight/accuracy/accuracy.routes.ts';
import { supervisionRoutes } from '#server/supervision/supervision.routes.ts';
import { anApp } from '#tests/world/app.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { aTownship } from '#tests/world/supervision-world.ts';
import { fillChecks } from './fill-checks.ts';

const app = await anApp({ routes: [...supervisionRoutes, ...accuracyRoutes] });

test('the demonstration has one finished round whose draw anybody can prove, marked as invented', async () => {
  await installForPlace(app.platform, 'huanjiang-2016');
  await aTownship(app, { hamlets: 3, households: 5 });
  const county = areaCode('451226');

  const first = await fillChecks(app.platform, county);
  const again = await fillChecks(app.platform, county);

  expect([first, again]).toEqual([2, 0]);
  const { items } = (await app.as('chen').get('/api/supervision/campaigns')).body;
  const finished = items.find(({ state }: { state: string }) => state === 'closed');
  expect(finished).toMatchObject({ isInvented: true, households: 8, scored: 16, due: 16 });
  const proof = await app.as('chen').get(`/api/supervision/campaigns/${finished.id}/proof`);
  expect(proof.body).toMatchObject({ seedHolds: true, frameHolds: true, sampleHolds: true });
  const report = await app.as('chen').get(`/api/supervision/campaigns/${finished.id}/report`);
  expect(report.body.agreement.households).toBe(8);
  // What was asked again counts as a field check once the round is closed; that of the open one is blind.
  const { items: eight } = (await app.as('chen').get('/api/insight/accuracies')).body;
  const facts = eight.find(({ id }: { id: string }) => id === 'facts');
  const asked = report.body.askedAgain.reduce(
    (sum: number, { answers }: { answers: number }) => sum + answers,
    0,
  );
  expect(asked).toBeGreaterThan(0);
  expect(facts.field.share).toMatchObject({ of: asked, right: asked });
});
