import fc from 'fast-check';
import { expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { areaCode, spanOf } from '#domain/kernel/area-code.ts';
import { addDays, type PlainDate } from '#domain/kernel/plain-date.ts';
import { deriveFigures } from '#domain/registry/derived.ts';
import { formRule } from '#domain/registry/form-rule.ts';
import type { PersonRecord } from '#domain/registry/household.ts';
import { temporarySecrets } from '#server/access/secrets.ts';
import { inScope } from '#server/database/connect.ts';
import { aDatabase } from '#tests/world/database.ts';
import { aHousehold, aPerson, today } from '#tests/world/household.ts';
import { insertHouseholds } from './bulk.store.ts';
import { listDerivedFigures, refreshDerivedFigures } from './derived.store.ts';
import { compactCounts } from './fold-counts.ts';
import { keepDay } from './keep-day.ts';
import { memberFacts } from './member-figures.ts';
import { toHouseholdRows } from './to-household-rows.ts';

const { db } = await aDatabase();
const secrets = temporarySecrets();
const county = spanOf(areaCode('451226'));

const day = fc.integer({ min: -36_000, max: 0 }).map((days) => addDays(today, days) as string);
const unknown = <Value>(known: fc.Arbitrary<Value>) => fc.option(known, { freq: 6, nil: null });
const person = fc.record({
  name: fc.constantFrom('覃大山', '韦美莲', '卢志强'),
  identity: fc.constant(null),
  relation: fc.constantFrom('HEAD', 'SPOUSE', 'SON', 'MOTHER'),
  birthDate: unknown(
    fc.oneof(day, fc.constantFrom('2000-02-29', '2000-09-30', '1956-09-30', '1956-10-01')),
  ),
  labour: unknown(fc.constantFrom('NORMAL', 'SKILLED', 'WEAK', 'LOST', 'NONE')),
  workPlace: unknown(fc.constantFrom('COUNTY', 'ELSEWHERE')),
  schoolStage: unknown(fc.constantFrom('NOT_IN_SCHOOL', 'PRIMARY', 'PRESCHOOL')),
  health: unknown(fc.subarray(['HEALTHY', 'CHRONIC', 'SEVERE', 'DISABLED'])),
  dibao: unknown(fc.boolean()),
  joinedOn: fc.option(day, { freq: 3, nil: null }),
  leftOn: fc.option(day, { freq: 4, nil: null }),
});

async function store(people: readonly (readonly PersonRecord[])[], on: PlainDate) {
  const records = people.map((persons) => aHousehold({}, persons));
  const rows = records.map((record) => toHouseholdRows(record, { secrets, today: on }));
  await inScope(db, everything, (tx) => insertHouseholds(tx, rows));
  return records;
}

test('the SQL of the derived figures says what the function says, for any household on any day', async () => {
  const families = fc.sample(fc.array(person, { minLength: 1, maxLength: 6 }), {
    numRuns: 400,
    seed: 7,
  });
  const records = await store(
    families.map((family) => family.map((values) => aPerson(values))),
    today,
  );

  for (const on of [today, addDays(today, -400), addDays(today, -5000)]) {
    const found = await inScope(db, everything, (tx) => listDerivedFigures(tx, county, on));
    const byId = new Map(found.map(({ county: _, id, ...figures }) => [id, figures]));
    for (const record of records) {
      const expected = deriveFigures(record.persons.map(memberFacts), on, formRule);
      if (expected.members === 0) expect(byId.has(record.id)).toBe(false);
      else expect(byId.get(record.id)).toEqual(expected);
    }
  }
});

test('a year later those who turned sixteen or sixty are counted anew, and only where that changed', async () => {
  const [turning, steady] = await store(
    [
      [
        aPerson({ birthDate: '1956-12-01' }),
        aPerson({ relation: 'SON', birthDate: '2000-12-01', labour: null }),
      ],
      [aPerson({ birthDate: '1970-01-01' })],
    ],
    today,
  );
  const later = addDays(today, 365);

  const changed = await inScope(db, everything, (tx) => refreshDerivedFigures(tx, county, later));
  const again = await inScope(db, everything, (tx) => refreshDerivedFigures(tx, county, later));

  expect(changed).toBeGreaterThan(0);
  expect(again).toBe(0);
  const rows = await inScope(db, everything, (tx) =>
    tx
      .selectFrom('registry_household')
      .where('id', 'in', [turning?.id ?? '', steady?.id ?? ''])
      .select(['id', 'elderly', 'children', 'labourers'])
      .execute(),
  );
  expect(rows.find((row) => row.id === turning?.id)).toMatchObject({
    elderly: 1,
    children: 0,
    labourers: null,
  });
  expect(rows.find((row) => row.id === steady?.id)).toMatchObject({ elderly: 0, labourers: 1 });
});

test('a day is kept once: the first round brings the figures up to date, the second has nothing to do', async () => {
  await store([[aPerson({ birthDate: '1956-11-11' })]], today);
  await compactCounts(db);
  const tomorrow = addDays(today, 100);

  const first = await keepDay(db, tomorrow);
  const second = await keepDay(db, tomorrow);

  expect(first).toBeGreaterThan(0);
  expect(second).toBe(0);
});
