import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shippedPacks } from '#server/policy/read-pack-folders.ts';
import { anApp } from '#tests/world/app.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { fillMeetings } from './fill-meetings.ts';
import { readDemonstration } from './read-demonstration.ts';

const { platform, owner } = await anApp({ routes: [] });

test('[TL-34] [HJ-79] the demonstration has meetings with decisions and people who answer for villages, made once and marked', async () => {
  await installForPlace(platform, 'huanjiang-2016');
  const files = readDemonstration(join(shippedPacks, 'huanjiang-2016'));

  const made = await fillMeetings(platform, files);
  const again = await fillMeetings(platform, files);

  expect(made).toBeGreaterThan(5);
  expect(again).toBe(0);
  const { rows } = await owner.query(
    `select count(*)::integer as all, count(done_on)::integer as done,
       count(*) filter (where done_on is null and due_on < '2016-09-30')::integer as late
     from workforce_resolution where words like '%虚构%'`,
  );
  expect(rows).toEqual([{ all: 7, done: 4, late: 2 }]);
  const { rows: held } = await owner.query(
    `select bool_and(title like '%虚构%') as marked, count(*)::integer as count
     from workforce_posting where staffing = 'forces'`,
  );
  expect(held[0]).toMatchObject({ marked: true });
  expect(held[0].count).toBeGreaterThan(5);
});
