import { beforeAll, expect, test } from 'vitest';
import { duplicateRoutes } from '#server/registry/duplicates/duplicate.routes.ts';
import { anApp } from '#tests/world/app.ts';
import { head, mergingWorld } from '#tests/world/merging-world.ts';
import { plansPart } from './merge-plans.ts';

const app = await anApp({ demonstration: true, routes: duplicateRoutes });
const { aStored, aPair, merge, undo, registerOf } = mergingWorld(app);

beforeAll(() => {
  Object.assign(app.platform, { mergeParts: [plansPart] });
});

test('where both had a plan, the other one is an earlier version; undone, it is in force again', async () => {
  const plan = `insert into assistance_plan (county, id, household_id, area_code, number, state, from_year,
      to_year, pack, edition, made_by, made_by_name, made_at, decided_by)
    select county, $2, id, area_code, 1, 'approved', 2016, 2018, 'p', 'e', id, '林', now(), $2
    from registry_household where id = $1`;
  const [kept, gone] = [await aStored({}, [head()]), await aStored({}, [head()])];
  for (const { id, persons } of [kept, gone]) await app.owner.query(plan, [id, persons[0]]);
  const before = await registerOf([kept.id, gone.id]);
  const pair = await aPair(kept.id, gone.id);

  expect((await merge(pair, kept.id)).body.pair?.state).toBe('merged');
  const { rows } = await app.owner.query(
    'select state from assistance_plan where household_id = $1 order by state',
    [kept.id],
  );
  expect(rows).toEqual([{ state: 'approved' }, { state: 'replaced' }]);
  await undo(pair);

  expect(await registerOf([kept.id, gone.id])).toEqual(before);
});
