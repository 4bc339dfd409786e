import { expect, test } from 'vitest';
import { caseworkRoutes } from '#server/casework/casework.routes.ts';
import { anApp } from '#tests/world/app.ts';
import { aRegistered } from '#tests/world/casework-world.ts';
import { places } from '#tests/world/cast.ts';
import { glassRoutes } from './glass.routes.ts';
import { registryHouseholdRoutes } from './household.routes.ts';

const app = await anApp({
  routes: [...glassRoutes, ...registryHouseholdRoutes, ...caseworkRoutes],
});
const [chen, lin, sun, zhao] = [app.as('chen'), app.as('lin'), app.as('sun'), app.as('zhao')];
const reason = '户主来我县申请，核对原籍登记';

async function numberOf(household: string): Promise<string> {
  const { rows } = await app.owner.query(
    'select household_no from registry_household where id = $1',
    [household],
  );
  return rows[0].household_no;
}

test('a household outside is opened with a reason, read alone, told to its county, and closes by itself', async () => {
  const household = await aRegistered(app, { areaCode: places.village, stage: 'LISTED' });
  const householdNo = await numberOf(household);

  expect((await sun.post('/api/registry/glass', { householdNo, reason: '看看' })).status).toBe(400);
  const opened = await sun.post('/api/registry/glass', { householdNo, reason });
  expect(opened.body).toMatchObject({ isOpen: true, householdNo });
  const seen = await sun.get(`/api/registry/glass/${opened.body.id}`);
  expect(seen.body.card).toMatchObject({ id: household });

  // Nothing else opens by it.
  expect((await sun.get(`/api/registry/households/${household}`)).code).toBe(
    'registry/no-such-household',
  );
  const listed = await sun.get('/api/registry/households', { limit: '200' });
  expect(JSON.stringify(listed.body)).not.toContain(household);
  expect((await zhao.get(`/api/registry/glass/${opened.body.id}`)).code).toBe(
    'registry/no-such-glass',
  );

  const told = await chen.get('/api/casework/reminders');
  expect(told.body.items[0]).toMatchObject({
    kind: 'glass',
    isRead: false,
    words: expect.stringContaining(reason),
  });
  await chen.post('/api/casework/reminders/read', { keys: [told.body.items[0].key] });
  expect((await chen.get('/api/casework/reminders')).body.items[0].isRead).toBe(true);
  // To its county it is not over yet either, though the county does not read by it.
  expect((await chen.get('/api/registry/glass')).body.items[0]).toMatchObject({
    reason,
    householdNo,
    isOpen: false,
    isOver: false,
  });
  const { rows } = await app.owner.query(
    `select act from audit_entry where subject = $1 and act like '%glass' order by at`,
    [`household:${household}`],
  );
  expect(rows.map(({ act }) => act)).toEqual(['registry.break-glass', 'registry.read-glass']);

  app.clock.advance(31 * 60);
  expect((await sun.get(`/api/registry/glass/${opened.body.id}`)).code).toBe('registry/glass-over');
  expect((await sun.get('/api/registry/glass')).body.items[0]).toMatchObject({
    isOpen: false,
    isOver: true,
  });
});

test('what lies in one’s area needs no glass, a number must exist, and a village may not break it', async () => {
  const household = await aRegistered(app, { areaCode: places.village, stage: 'LISTED' });
  const householdNo = await numberOf(household);

  expect((await chen.post('/api/registry/glass', { householdNo, reason })).code).toBe(
    'registry/glass-not-needed',
  );
  expect((await sun.post('/api/registry/glass', { householdNo: '451226999', reason })).code).toBe(
    'registry/no-such-number',
  );
  expect((await lin.post('/api/registry/glass', { householdNo, reason })).status).toBe(403);
});
