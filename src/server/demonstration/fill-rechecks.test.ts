import { expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { inScope } from '#server/database/connect.ts';
import { insertHouseholds } from '#server/registry/bulk.store.ts';
import { toHouseholdRows } from '#server/registry/to-household-rows.ts';
import { anApp } from '#tests/world/app.ts';
import { places } from '#tests/world/cast.ts';
import { installHousePack } from '#tests/world/house-pack.ts';
import { aHousehold, today } from '#tests/world/household.ts';
import { fillRechecks } from './fill-rechecks.ts';

const { platform, owner } = await anApp({ routes: [] });

test('the demonstration re-checks once, marks every verdict as invented, and repeats the same ones', async () => {
  await installHousePack(platform);
  const rows = Array.from({ length: 40 }, (_, index) =>
    toHouseholdRows(
      aHousehold({ areaCode: places.village, houseArea: index * 2, television: index % 2 === 0 }),
      { secrets: platform.secrets, today },
    ),
  );
  await inScope(platform.db, everything, (tx) => insertHouseholds(tx, rows));
  const county = areaCode('451226');

  const first = await fillRechecks(platform, county);
  const verdicts = await owner.query('select * from targeting_recheck order by household_id');
  const again = await fillRechecks(platform, county);
  await owner.query(
    `delete from targeting_recheck; delete from kernel_setting where key = 'demonstration.rechecked'`,
  );
  await fillRechecks(platform, county);
  const repeated = await owner.query('select * from targeting_recheck order by household_id');

  expect([first, again]).toEqual([40, 0]);
  expect(verdicts.rows.every((row) => row.is_invented)).toBe(true);
  expect(repeated.rows).toEqual(verdicts.rows);
});
