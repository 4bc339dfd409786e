import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shippedPacks } from '#server/policy/read-pack-folders.ts';
import { anApp } from '#tests/world/app.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { fillWork } from './fill-work.ts';
import { readDemonstration } from './read-demonstration.ts';

const { platform, owner } = await anApp({ routes: [] });

test('the demonstration has problems in all states and indicators of its villages, made once and marked', async () => {
  await installForPlace(platform, 'huanjiang-2016');
  const files = readDemonstration(join(shippedPacks, 'huanjiang-2016'));

  const made = await fillWork(platform, files);
  const again = await fillWork(platform, files);

  expect([made, again]).toEqual([60, 0]);
  const { rows: states } = await owner.query(
    `select state, count(*)::integer from monitoring_problem group by 1 order by 1`,
  );
  expect(states.map(({ state }) => state)).toEqual([
    'assigned',
    'closed',
    'mended',
    'registered',
    'verified',
  ]);
  const { rows: odd } = await owner.query(
    `select p.title from monitoring_problem p where words not like '%虚构%' or position <> (
       select count(*) from monitoring_problem_act a where a.county = p.county and a.problem_id = p.id)
     or exists (select from monitoring_problem_act a where a.problem_id = p.id and a.acted_on > '2016-09-30')`,
  );
  expect(odd).toEqual([]);
  const { rows: parts } = await owner.query(
    `select state, count(*)::integer from monitoring_order_part group by 1 order by 1`,
  );
  expect(parts.map(({ state }) => state)).toEqual(['done', 'issued', 'received', 'reported']);
  const { rows: kinds } = await owner.query(
    `select kind, count(*)::integer as count, count(done_on)::integer as done from monitoring_task group by 1 order by 1`,
  );
  expect(kinds).toEqual([
    { kind: 'promise', count: 8, done: 2 },
    { kind: 'task', count: 8, done: 0 },
  ]);
  const { rows: held } = await owner.query(
    `select staffing, count(*)::integer as count, bool_and(title like '%虚构%') as marked
     from workforce_posting where staffing = 'commandSeats' group by 1`,
  );
  expect(held).toEqual([{ staffing: 'commandSeats', count: 15, marked: true }]);
  const { rows: cells } = await owner.query(
    `select count(*)::integer as count, bool_and(evidence like '%虚构%') as marked from registry_indicator`,
  );
  expect(cells[0].count).toBeGreaterThan(20);
  expect(cells[0].marked).toBe(true);
});
