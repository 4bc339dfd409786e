import { expect, test } from 'vitest';
import { everything, scopeOfAreas } from '#domain/access/scope.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { temporarySecrets } from '#server/access/secrets.ts';
import { inScope } from '#server/database/connect.ts';
import { aDatabase } from '#tests/world/database.ts';
import { aHousehold, anId, anIdentity, aPerson, aVillage, today } from '#tests/world/household.ts';
import { insertHouseholds } from './bulk.store.ts';
import { countNow, countsOf } from './count.store.ts';
import { compactCounts } from './fold-counts.ts';
import { toHouseholdRows } from './to-household-rows.ts';

const { db } = await aDatabase();
const secrets = temporarySecrets();
const context = { secrets, today };

test('households stored in bulk are sealed, keyed for search, and counted [HJ-47]', async () => {
  const identity = anIdentity('1970-01-01');
  const head = aPerson({ name: '韦 美莲', identity, birthDate: '1970-01-01' });
  const child = aPerson({
    name: '韦小军',
    relation: 'SON',
    birthDate: '2008-03-04',
    labour: null,
    schoolStage: 'PRIMARY',
    identity: null,
  });
  const record = aHousehold({ phone: '13877812345', primaryCause: 'ILLNESS' }, [head, child], {
    incomes: [{ id: anId(), year: 2015, kind: 'migrant', amountFen: 500_001 }],
  });

  await inScope(db, everything, (tx) => insertHouseholds(tx, [toHouseholdRows(record, context)]));

  const row = await inScope(db, everything, (tx) =>
    tx
      .selectFrom('registry_household')
      .where('id', '=', record.id)
      .selectAll()
      .executeTakeFirstOrThrow(),
  );
  expect(row).toMatchObject({
    head_name: '韦 美莲',
    head_key: '韦美莲',
    head_pinyin: 'weimeilian',
    head_initials: 'wml',
    members: 2,
    labourers: 1,
    students: 1,
    children: 1,
    income_year: 2015,
    income_per_head_fen: 250_001,
    phone_mask: '138****2345',
    version: 1,
  });
  expect(secrets.open('phone', row.phone_sealed ?? Buffer.alloc(0))).toBe('13877812345');
  const event = await inScope(db, everything, (tx) =>
    tx
      .selectFrom('registry_event')
      .where('household_id', '=', record.id)
      .selectAll()
      .executeTakeFirstOrThrow(),
  );
  expect(JSON.stringify(event.changes)).not.toContain(identity);
  expect(JSON.stringify(event.changes)).not.toContain('13877812345');
});

test('what is kept of an area equals what is counted there, before and after folding', async () => {
  const records = Array.from({ length: 60 }, (_, index) =>
    aHousehold(
      {
        areaCode: index % 3 === 0 ? '451226101203' : aVillage,
        stage: index % 4 === 0 ? 'SURVEYED' : 'EXIT_APPLIED',
        primaryCause: index % 2 === 0 ? 'LAND' : null,
        primaryMeasure: index % 5 === 0 ? null : 'INDUSTRY',
      },
      [aPerson(), aPerson({ relation: 'SPOUSE', primaryMeasure: 'DIBAO' })],
      { incomes: [{ id: anId(), year: 2015, kind: 'crop', amountFen: index * 20_000 }] },
    ),
  );
  const rows = records.map((record) => toHouseholdRows(record, context));

  const stored = await inScope(db, everything, (tx) => insertHouseholds(tx, rows));
  const area = [areaCode('451226')];
  const pending = await inScope(db, everything, (tx) => countsOf(tx, area));
  const folded = await compactCounts(db);
  const kept = await inScope(db, everything, (tx) => countsOf(tx, area));
  const counted = await inScope(db, everything, (tx) => countNow(tx, area));

  expect(stored).toEqual([]);
  expect(folded).toBeGreaterThan(0);
  expect(sorted(pending)).toEqual(sorted(counted));
  expect(sorted(kept)).toEqual(sorted(counted));
  const village = scopeOfAreas([areaCode(aVillage)], null);
  const own = await inScope(db, village, (tx) => countsOf(tx, [areaCode(aVillage)]));
  expect(sorted(own)).toEqual(sorted(await inScope(db, village, (tx) => countNow(tx, area))));
});

test('an identity number that is registered already is told with its holder, elsewhere without', async () => {
  const identity = anIdentity('1955-07-07', 77);
  const first = aHousehold({}, [aPerson({ identity, birthDate: '1955-07-07' })]);
  const second = aHousehold({}, [aPerson({ identity, birthDate: '1955-07-07' })]);
  const neighbour = aHousehold({ areaCode: '451225100200' }, [
    aPerson({ identity, birthDate: '1955-07-07' }, 451225),
  ]);

  const store = (record: typeof first) =>
    inScope(db, everything, (tx) => insertHouseholds(tx, [toHouseholdRows(record, context)]));
  const [one, two, three] = [await store(first), await store(second), await store(neighbour)];

  expect(one).toEqual([]);
  expect(two).toEqual([
    {
      person: second.persons[0]?.id,
      household: second.id,
      others: [{ person: first.persons[0]?.id, household: first.id }],
      elsewhere: false,
    },
  ]);
  expect(three).toMatchObject([{ others: [], elsewhere: true }]);
});

function sorted<Line extends { metric: string; key: string }>(
  lines: readonly Line[],
): readonly Line[] {
  return [...lines].sort((a, b) => (a.metric + a.key < b.metric + b.key ? -1 : 1));
}
