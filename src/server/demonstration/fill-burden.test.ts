import { expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { inScope } from '#server/database/connect.ts';
import { foldDeltas } from '#server/registry/count.store.ts';
import { anApp } from '#tests/world/app.ts';
import { aRegistered } from '#tests/world/casework-world.ts';
import { fillBurden } from './fill-burden.ts';

const app = await anApp({ routes: [] });
const { platform, owner } = app;

test('the demonstration has limits of typing and reports that were printed, once, marked as invented', async () => {
  await aRegistered(app, { stage: 'LISTED' });
  await inScope(platform.db, everything, (tx) => foldDeltas(tx));
  const county = areaCode('451226');

  const made = await fillBurden(platform, county);
  const again = await fillBurden(platform, county);

  expect([made, again]).toEqual([5, 0]);
  const { rows } = await owner.query(
    `select level, reason from insight_burden_budget order by level`,
  );
  expect(rows.map(({ level }) => level)).toEqual(['helper', 'household', 'township', 'village']);
  expect(rows.every(({ reason }) => reason.includes('虚构'))).toBe(true);
});
