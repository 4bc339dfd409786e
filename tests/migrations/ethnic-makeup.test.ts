// Households registered before the column existed get it from their members, as a new one would.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { inScope } from '#server/database/connect.ts';
import { insertHouseholds } from '#server/registry/bulk.store.ts';
import { toHouseholdRows } from '#server/registry/to-household-rows.ts';
import { anApp } from '#tests/world/app.ts';
import { aHousehold, aPerson, today } from '#tests/world/household.ts';

const { platform, owner } = await anApp({ routes: [] });
const file = new URL(
  '../../src/server/database/migrations/0070-registry-ethnic-makeup.sql',
  import.meta.url,
);

test('a household gets its members by ethnic group, those who left are not counted', async () => {
  const records = [
    aHousehold({}, [
      aPerson({ ethnicity: 'ZHUANG' }),
      aPerson({ relation: 'SPOUSE', ethnicity: 'HAN' }),
      aPerson({ relation: 'SON', ethnicity: 'ZHUANG' }),
      aPerson({ relation: 'DAUGHTER', ethnicity: null }),
      aPerson({ relation: 'FATHER', ethnicity: 'YAO', leftOn: '2015-01-01' }),
    ]),
    aHousehold({}, [aPerson({ ethnicity: 'MAONAN' })]),
  ];
  await inScope(platform.db, everything, (tx) =>
    insertHouseholds(
      tx,
      records.map((record) => toHouseholdRows(record, { secrets: platform.secrets, today })),
    ),
  );
  const makeups = async () => {
    const { rows } = await owner.query(
      'select id, ethnic_makeup from registry_household order by id',
    );
    return rows;
  };
  const asRegistered = await makeups();

  await owner.query('alter table registry_household drop column ethnic_makeup');
  await owner.query(readFileSync(file, 'utf8'));

  expect(asRegistered.map((row) => row.ethnic_makeup)).toEqual([':1,HAN:1,ZHUANG:2', 'MAONAN:1']);
  expect(await makeups()).toEqual(asRegistered);
});
