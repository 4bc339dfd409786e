import { expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { inScope } from '#server/database/connect.ts';
import { anApp } from '#tests/world/app.ts';
import { jobRoutes } from './job.routes.ts';

const app = await anApp({ routes: jobRoutes, jobKinds: () => [] });
const { platform } = app;

async function waiting() {
  return inScope(platform.db, everything, (tx) =>
    platform.jobs.enqueue(tx, {
      kind: 'test.waits',
      areaCode: '451226',
      account: app.accounts.chen.id,
      scope: everything,
      input: {},
      now: platform.clock.now(),
    }),
  );
}

test('a run is seen and cancelled by who may, and stays in the list with its state', async () => {
  const id = await waiting();

  const before = await app.as('chen').get(`/api/jobs/runs/${id}`);
  const cancelled = await app.as('chen').post(`/api/jobs/runs/${id}/cancellation`, {});
  const list = await app.as('chen').get('/api/jobs/runs');

  expect(before.body.state).toBe('queued');
  expect(cancelled.body.state).toBe('cancelled');
  expect(list.body.items.map((item: { id: string }) => item.id)).toContain(id);
});

test('jobs/no-such-run: to the neighbour and to who sees named households only it does not exist', async () => {
  const id = await waiting();

  for (const who of ['sun', 'he'] as const) {
    const { status, body } = await app.as(who).get(`/api/jobs/runs/${id}`);
    expect(status).toBe(404);
    expect(body.error.code).toBe('jobs/no-such-run');
    expect((await app.as(who).get('/api/jobs/runs')).body.items).toEqual([]);
  }
});
