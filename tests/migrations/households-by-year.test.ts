// Books that were kept before the table existed get what each household was paid in a year from their days, the
// same as folding keeps from then on.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { inScope } from '#server/database/connect.ts';
import { bookRoutes } from '#server/funds/books.routes.ts';
import { foldDays } from '#server/funds/fold-days.store.ts';
import { anApp } from '#tests/world/app.ts';
import { aRegistered } from '#tests/world/casework-world.ts';
import { places } from '#tests/world/cast.ts';
import { fundsWorld } from '#tests/world/funds-world.ts';
import { installForPlace } from '#tests/world/place-pack.ts';

const app = await anApp({ routes: bookRoutes });
const file = new URL(
  '../../src/server/database/migrations/0341-households-by-year.sql',
  import.meta.url,
);

test('each household has what it was paid, by year and source, whenever its books were kept', async () => {
  await installForPlace(app.platform, 'huanjiang-2016');
  const { done, filled } = fundsWorld(app);
  const households = [
    await aRegistered(app, { stage: 'LISTED' }),
    await aRegistered(app, { stage: 'LISTED' }),
  ];
  await filled(100_000_00, { on: '2015-03-01' });
  const from = { kind: 'allocated', area: places.township };
  for (const [index, household] of households.entries()) {
    for (const on of ['2015-06-01', '2015-07-01', '2016-06-01']) {
      await done({ kind: 'pay', amount: (index + 1) * 300_00, on, from, to: { household } });
    }
  }
  await inScope(app.platform.db, everything, foldDays);
  const kept = async () => {
    const { rows } = await app.owner.query(
      'select household, year, source, amount_fen::int as fen from funds_household_year order by 1, 2, 3',
    );
    return rows;
  };
  const folded = await kept();
  await app.owner.query('drop table funds_household_year');
  await app.owner.query(readFileSync(file, 'utf8'));

  expect(await kept()).toEqual(folded);
  expect(folded.map(({ fen }) => fen).sort((one, other) => one - other)).toEqual([
    300_00, 600_00, 600_00, 1200_00,
  ]);
});
