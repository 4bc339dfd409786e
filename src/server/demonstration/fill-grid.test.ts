import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shippedPacks } from '#server/policy/read-pack-folders.ts';
import { anApp } from '#tests/world/app.ts';
import { fillGrid } from './fill-grid.ts';
import { readDemonstration } from './read-demonstration.ts';

const { platform, owner } = await anApp({ routes: [] });

test('[HJ-72] the demonstration has a grid with events in every state, made once and marked', async () => {
  const files = readDemonstration(join(shippedPacks, 'huanjiang-2016'));

  const made = await fillGrid(platform, files);
  const again = await fillGrid(platform, files);

  expect(made).toBeGreaterThan(0);
  expect(again).toBe(0);
  const { rows: states } = await owner.query(
    'select distinct state from workforce_incident order by 1',
  );
  expect(states.map(({ state }) => state)).toEqual(['closed', 'found', 'handled', 'sent']);
  const { rows: odd } = await owner.query(
    `select i.id from workforce_incident i
     where words not like '%虚构%' or found_on > '2016-09-30' or position <> (
       select count(*) from workforce_incident_act a where a.county = i.county and a.incident_id = i.id)`,
  );
  expect(odd).toEqual([]);
  const { rows: unwalked } = await owner.query(
    `select i.id from workforce_incident i where not exists (
       select 1 from workforce_patrol p
       where p.id = i.patrol_id and p.cell_id = i.cell_id and p.patrolled_on = i.found_on)
     union all
     select c.id from workforce_cell c where c.patrolled_on is distinct from (
       select max(p.patrolled_on) from workforce_patrol p where p.cell_id = c.id)`,
  );
  expect(unwalked).toEqual([]);
  const { rows: twice } = await owner.query(
    `select place from (select unnest(places) as place from workforce_cell) p group by 1 having count(*) > 1`,
  );
  expect(twice).toEqual([]);
});
