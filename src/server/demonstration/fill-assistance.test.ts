import { join } from 'node:path';
import { expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { huanjiangPlaces } from '#server/access/demonstration-accounts.ts';
import { inScope } from '#server/database/connect.ts';
import { shippedPacks } from '#server/policy/read-pack-folders.ts';
import { insertHouseholds } from '#server/registry/bulk.store.ts';
import { toHouseholdRows } from '#server/registry/to-household-rows.ts';
import { anApp } from '#tests/world/app.ts';
import { aColleague } from '#tests/world/casework-world.ts';
import { aHousehold, aPerson } from '#tests/world/household.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { fillAssistance } from './fill-assistance.ts';
import { readDemonstration } from './read-demonstration.ts';

const { calibration } = readDemonstration(join(shippedPacks, 'huanjiang-2016'));

test('[HJ-12] [HJ-13] plans of the demonstration keep the primary measures of the register, add others beside them, and are made once', async () => {
  const app = await anApp({ routes: [] });
  await installForPlace(app.platform, 'huanjiang-2016');
  await aColleague(app, {
    username: 'department',
    displayName: '蒙晓燕',
    title: '县教育局',
    role: 'department',
    area: huanjiangPlaces.county,
  });
  const batches = calibration.published.batches.map(({ measure }) => measure);
  const rows = batches.flatMap((measure, batch) =>
    Array.from({ length: 12 }, (_, at) =>
      toHouseholdRows(
        aHousehold(
          {
            areaCode: `${huanjiangPlaces.village}`,
            stage: 'LISTED',
            primaryMeasure: measure,
            arableLand: 2,
            houseGrade: at % 2 === 0 ? 'D' : 'B',
            householdNo: `${batch}-${at}`,
          },
          [aPerson()],
        ),
        { secrets: app.platform.secrets, today: plainDate('2016-09-30') },
      ),
    ),
  );
  await inScope(app.platform.db, everything, (tx) => insertHouseholds(tx, rows));

  expect(await fillAssistance(app.platform, huanjiangPlaces)).toBeGreaterThanOrEqual(rows.length);

  expect(await fillAssistance(app.platform, huanjiangPlaces)).toBe(0);
  const { rows: primary } = await app.owner.query(
    `select h.primary_measure, count(distinct h.id)::integer as households
     from registry_household h join assistance_measure m on m.household_id = h.id and m.is_current
       and m.code = h.primary_measure group by 1`,
  );
  expect(new Map(primary.map((one) => [one.primary_measure, one.households]))).toEqual(
    new Map(batches.map((measure) => [measure, 12])),
  );
  const { rows: overlap } = await app.owner.query(
    `select count(*)::integer as measures, count(distinct household_id)::integer as households
     from assistance_measure where is_current and household_id is not null`,
  );
  expect(overlap[0].measures).toBeGreaterThan(overlap[0].households);
  const { rows: wrong } = await app.owner.query(
    `select id from assistance_benefit where delivered_on > '2016-09-30'
     union all select id from assistance_measure where is_current and state = 'planned' and state_on is not null
     union all select b.id from assistance_benefit b join assistance_measure m on m.line = b.line
       and m.is_current where m.state = 'planned' and b.state <> 'promised' and b.code <> 'EDUCATION'`,
  );
  expect(wrong).toEqual([]);
}, 120_000);
