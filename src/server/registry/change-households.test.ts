import { beforeEach, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { shownValue } from '#domain/registry/event.ts';
import { foldEvents } from '#domain/registry/fold-events.ts';
import type { HouseholdRecord, PersonRecord } from '#domain/registry/household.ts';
import { temporarySecrets } from '#server/access/secrets.ts';
import { inScope } from '#server/database/connect.ts';
import { aDatabase } from '#tests/world/database.ts';
import { aHousehold, anId, anIdentity, aPerson, today } from '#tests/world/household.ts';
import { insertHouseholds } from './bulk.store.ts';
import { changeHouseholds, type StatedHousehold } from './change-households.ts';
import { countNow, countsOf } from './count.store.ts';
import { listEvents } from './event.store.ts';
import { getHousehold } from './household.store.ts';
import { toHouseholdRows } from './to-household-rows.ts';

const { db } = await aDatabase();
const secrets = temporarySecrets();
const county = [areaCode('451226')];

let record: HouseholdRecord;
let head: PersonRecord;

beforeEach(async () => {
  head = aPerson({ identity: anIdentity('1968-05-12'), birthDate: '1968-05-12' });
  const wife = aPerson({ name: '韦美莲', relation: 'SPOUSE', sex: 'FEMALE', identity: null });
  record = aHousehold({ houseArea: 80, arableLand: 3, phone: '13877812345' }, [head, wife], {
    incomes: [{ id: anId(), year: 2015, kind: 'crop', amountFen: 300_000 }],
  });
  await inScope(db, everything, (tx) =>
    insertHouseholds(tx, [toHouseholdRows(record, { secrets, today })]),
  );
});

const said = (changes: Partial<StatedHousehold>): StatedHousehold => ({
  id: record.id,
  values: {},
  persons: [],
  incomes: [],
  trueFrom: plainDate('2016-06-01'),
  ...changes,
});

const state = (stated: StatedHousehold, source = 'department:housing', isDryRun = false) =>
  inScope(db, everything, async (tx) => {
    const signed = {
      recordedAt: '2016-09-30T03:00:00Z',
      author: null,
      authorName: '陈国强',
      source,
    };
    const [fate] = await changeHouseholds(tx, [stated], {
      secrets,
      today,
      signed,
      isDryRun,
      newId: anId,
    });
    return fate;
  });

const stored = () =>
  inScope(db, everything, async (tx) => {
    const household = await getHousehold(tx, record.id);
    const events = await listEvents(tx, household);
    const conflicts = await tx
      .selectFrom('registry_conflict')
      .where('household_id', '=', record.id)
      .selectAll()
      .execute();
    const kept = await countsOf(tx, county);
    const counted = await countNow(tx, county);
    return { household, events, conflicts, kept, counted };
  });

/** Rows are what the events say, and counts what the rows say. */
async function expectWhole() {
  const { household, events, kept, counted } = await stored();
  const folded = foldEvents(events);
  for (const [field, held] of folded.household) {
    expect([field, shownValue(household.values[field])]).toEqual([field, shownValue(held.value)]);
  }
  for (const person of household.persons) {
    for (const [field, held] of folded.persons.get(person.id) ?? []) {
      expect(shownValue(person.values[field])).toEqual(shownValue(held.value));
    }
  }
  const sorted = (lines: readonly object[]) => lines.map((line) => JSON.stringify(line)).sort();
  expect(sorted(kept)).toEqual(sorted(counted));
}

test('a source that says what is known changes nothing and leaves no event', async () => {
  const fate = await state(
    said({
      values: { houseArea: 80, phone: '138 7781 2345' },
      persons: [{ values: { ...head.values } }],
      incomes: [{ year: 2015, kind: 'crop', amountFen: 300_000 }],
    }),
  );

  expect(fate).toEqual({ household: record.id, changes: [], conflicts: 0 });
  expect((await stored()).events).toHaveLength(1);
  await expectWhole();
});

test('what a source says of a later day replaces what was known, with its source', async () => {
  const fate = await state(said({ values: { houseArea: 120, primaryCause: 'LAND' } }));

  expect(fate).toMatchObject({ changes: ['primaryCause', 'houseArea'], conflicts: 0 });
  const { household, events } = await stored();
  expect(household).toMatchObject({ version: 2, values: { houseArea: 120, primaryCause: 'LAND' } });
  expect(events[1]).toMatchObject({ kind: 'household.imported', source: 'department:housing' });
  await expectWhole();
});

test('what it says of an earlier day enters history and leaves today alone [HJ-71]', async () => {
  await state(said({ values: { houseArea: 60 }, trueFrom: plainDate('2014-01-01') }));

  const { household, events } = await stored();
  expect(household.values.houseArea).toBe(80);
  const before = foldEvents(events, { trueOn: plainDate('2015-01-01') });
  expect(before.household.get('houseArea')?.value).toBe(60);
  await expectWhole();
});

test('two sources that disagree about the same day are a question with both sides, asked once', async () => {
  const other = said({ values: { houseArea: 95 }, trueFrom: plainDate('2015-11-02') });

  const fate = await state(other);
  const again = await state(other);

  expect(fate).toMatchObject({ changes: [], conflicts: 1 });
  expect(again).toMatchObject({ conflicts: 0 });
  const { household, conflicts } = await stored();
  expect(household.values.houseArea).toBe(80);
  expect(conflicts).toHaveLength(1);
  expect(conflicts[0]).toMatchObject({ field: 'houseArea', owner_role: 'township' });
  expect(conflicts[0]?.sides).toMatchObject([
    { value: 80, current: true, source: 'visit' },
    { value: 95, current: false, source: 'department:housing' },
  ]);
});

test('the same source about the same day corrects itself', async () => {
  const fate = await state(
    said({ values: { houseArea: 95 }, trueFrom: plainDate('2015-11-02') }),
    'visit',
  );

  expect(fate).toMatchObject({ changes: ['houseArea'], conflicts: 0 });
  expect((await stored()).household.values.houseArea).toBe(95);
});

test('members are known by number or name, and who is new joins', async () => {
  const fate = await state(
    said({
      persons: [
        { values: { ...head.values, name: '覃大山', labour: 'WEAK' } },
        { values: { name: '韦 美莲', labour: 'NONE' } },
        {
          values: { name: '覃小军', relation: 'SON', birthDate: '2008-01-02', health: ['HEALTHY'] },
        },
      ],
    }),
  );

  const { household } = await stored();
  expect(household.persons).toHaveLength(3);
  expect(household.values).toMatchObject({ members: 3, children: 1, labourers: 1 });
  expect(fate?.changes).toHaveLength(3 + 1);
  await expectWhole();
});

test('a second head is a question, not a second head', async () => {
  const fate = await state(said({ persons: [{ values: { name: '韦美莲', relation: 'HEAD' } }] }));

  expect(fate).toMatchObject({ changes: [], conflicts: 1 });
  expect((await stored()).household.values.headName).toBe('覃大山');
});

test('incomes stated otherwise are taken back and entered anew', async () => {
  await state(said({ incomes: [{ year: 2015, kind: 'crop', amountFen: 400_000 }] }));

  const { household, events } = await stored();
  expect(household.values).toMatchObject({ incomeYear: 2015, incomePerHead: 200_000 });
  const entries = await inScope(db, everything, (tx) =>
    tx
      .selectFrom('registry_income_entry')
      .where('household_id', '=', record.id)
      .selectAll()
      .execute(),
  );
  expect(entries).toHaveLength(3);
  expect(events[1]?.changes).toMatchObject([{ income: { year: 2015, amountFen: 400_000 } }]);
  await expectWhole();
});

test('a dry run tells the same and writes nothing', async () => {
  const stated = said({ values: { houseArea: 120 }, persons: [{ values: { name: '新人' } }] });

  const dry = await state(stated, 'department:housing', true);

  expect(dry?.changes).toHaveLength(2);
  const { household, events } = await stored();
  expect(household).toMatchObject({ version: 1, values: { houseArea: 80 } });
  expect(events).toHaveLength(1);
});

test('a household that moved takes along all it owns', async () => {
  await state(said({ values: { areaCode: '451226101203' } }));

  const rows = await inScope(db, everything, (tx) =>
    tx
      .selectFrom('registry_event')
      .where('household_id', '=', record.id)
      .select('area_code')
      .execute(),
  );
  expect(new Set(rows.map((row) => row.area_code))).toEqual(new Set(['451226101203']));
  await expectWhole();
});
