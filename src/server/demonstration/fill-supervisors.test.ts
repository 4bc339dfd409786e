import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shippedPacks } from '#server/policy/read-pack-folders.ts';
import { anApp } from '#tests/world/app.ts';
import { fillSupervisors } from './fill-supervisors.ts';
import { readDemonstration } from './read-demonstration.ts';

const { platform, owner } = await anApp({ routes: [] });

test('[TL-35] the demonstration has village supervisors and what they reported, made once and marked', async () => {
  const files = readDemonstration(join(shippedPacks, 'huanjiang-2016'));

  const made = await fillSupervisors(platform, files);
  const again = await fillSupervisors(platform, files);

  expect(made).toBeGreaterThan(0);
  expect(again).toBe(0);
  const { rows } = await owner.query(
    `select count(*)::integer as reports, count(answer)::integer as answered,
       count(*) filter (where answer is null and due_on < '2016-09-30')::integer as late,
       bool_and(length(area_code) = 6) as heard_by_the_county
     from publicity_report`,
  );
  expect(rows).toEqual([{ reports: 6, answered: 2, late: 1, heard_by_the_county: true }]);
  const { rows: silent } = await owner.query(
    `select 1 from publicity_report r where not exists (
       select 1 from publicity_slip s
       where s.supervisor_id = r.supervisor_id and r.filed_on between s.made_on and s.until)`,
  );
  expect(silent).toEqual([]);
  const { rows: sealed } = await owner.query('select words_sealed from publicity_report');
  const words = sealed.map((row) => platform.secrets.open('publicity_report', row.words_sealed));
  expect(words.every((one) => one.includes('虚构'))).toBe(true);
});
