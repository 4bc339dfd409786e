import { beforeAll, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { inScope } from '#server/database/connect.ts';
import { insertHouseholds } from '#server/registry/bulk.store.ts';
import { toHouseholdRows } from '#server/registry/to-household-rows.ts';
import { anApp } from '#tests/world/app.ts';
import { places } from '#tests/world/cast.ts';
import { installHousePack } from '#tests/world/house-pack.ts';
import { aHousehold, today } from '#tests/world/household.ts';
import { simulationRoutes } from './simulation.routes.ts';

const app = await anApp({ routes: simulationRoutes });
const { platform } = app;

beforeAll(async () => {
  await installHousePack(platform);
  const records = [8, 80].map((houseArea) =>
    aHousehold({ areaCode: places.village, houseArea, television: false }),
  );
  await inScope(platform.db, everything, (tx) =>
    insertHouseholds(
      tx,
      records.map((record) => toHouseholdRows(record, { secrets: platform.secrets, today })),
    ),
  );
});

const wider = {
  area: '451226',
  name: '放宽十分',
  reasons: '会上有人问',
  changes: [{ kind: 'cutOff', value: 60 }],
};

test('[HJ-74] a trial is kept with who, why and the numbers of the day, and others in the area open it', async () => {
  const saved = await app.as('chen').post('/api/insight/trials', wider);
  const read = await app.as('lu').get(`/api/insight/trials/${saved.body.id}`);
  const { body: list } = await app.as('tang').get('/api/insight/trials');

  expect(saved.status).toBe(200);
  expect(read.body).toMatchObject({
    name: '放宽十分',
    reasons: '会上有人问',
    changes: wider.changes,
    on: today,
    pack: { id: 'small-house', version: '1.0.0' },
    own: false,
    enters: { households: 1, persons: 1 },
    result: { base: { cutOff: 50 }, variant: { cutOff: 60, listed: { households: 2 } } },
  });
  expect(list.items.map(({ name }: { name: string }) => name)).toContain('放宽十分');
});

test('saving leaves an act with counts and without reasons, and nothing in the register', async () => {
  const before = await app.owner.query(
    'select md5(string_agg(h::text, $1)) from registry_household h',
    [''],
  );

  await app.as('chen').post('/api/insight/trials', wider);

  const acts = await app.owner.query(
    `select act, facts from audit_entry where act = 'insight.save-trial' order by at desc limit 1`,
  );
  const after = await app.owner.query(
    'select md5(string_agg(h::text, $1)) from registry_household h',
    [''],
  );
  expect(acts.rows[0]).toMatchObject({
    act: 'insight.save-trial',
    facts: { pack: 'small-house', enters: 1, leaves: 0 },
  });
  expect(JSON.stringify(acts.rows[0])).not.toContain('会上有人问');
  expect(after.rows).toEqual(before.rows);
});

test('a trial is deleted by who saved it and by nobody else', async () => {
  const { body } = await app.as('chen').post('/api/insight/trials', wider);
  const path = `/api/insight/trials/${body.id}`;

  const other = await app.as('tang').delete(path);
  const own = await app.as('chen').delete(path);
  const again = await app.as('chen').get(path);

  expect(other.code).toBe('insight/not-your-trial');
  expect(own.status).toBe(204);
  expect(again.code).toBe('insight/no-such-trial');
});

test('the neighbouring county neither sees, opens, deletes nor saves a trial here', async () => {
  const { body } = await app.as('chen').post('/api/insight/trials', wider);

  const list = await app.as('sun').get('/api/insight/trials');
  const read = await app.as('sun').get(`/api/insight/trials/${body.id}`);
  const removed = await app.as('sun').delete(`/api/insight/trials/${body.id}`);
  const saved = await app.as('sun').post('/api/insight/trials', wider);

  expect(list.body.items).toEqual([]);
  expect([read.code, removed.code]).toEqual(['insight/no-such-trial', 'insight/no-such-trial']);
  expect(saved.code).toBe('access/outside-area');
});

test('a list of trials is paged, newest first', async () => {
  for (const name of ['一', '二', '三']) {
    await app.as('chen').post('/api/insight/trials', { ...wider, name });
  }

  const first = await app.as('chen').get('/api/insight/trials', { limit: '2' });
  const second = await app
    .as('chen')
    .get('/api/insight/trials', { limit: '50', cursor: first.body.next });

  const names = [...first.body.items, ...second.body.items].map(({ id }: { id: string }) => id);
  expect(new Set(names).size).toBe(names.length);
  expect(first.body.items).toHaveLength(2);
  expect(second.body.next).toBeNull();
});
