import fc from 'fast-check';
import { expect, test } from 'vitest';
import { everything, scopeOfAreas } from '#domain/access/scope.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import type { CountLine } from '#domain/registry/count.ts';
import { inScope, type Tx } from '#server/database/connect.ts';
import { anApp } from '#tests/world/app.ts';
import { places } from '#tests/world/cast.ts';
import { aHousehold, anId, aPerson, today } from '#tests/world/household.ts';
import { insertHouseholds } from './bulk.store.ts';
import { changeHouseholds } from './change-households.ts';
import {
  appendCountDeltas,
  countNow,
  countsOf,
  foldDeltas,
  hasKeptCounts,
  listCountLines,
  listCounts,
} from './count.store.ts';
import { compactCounts, keepMonth, startFolding } from './fold-counts.ts';
import { householdWriteRoutes } from './household-write.routes.ts';
import { toHouseholdRows } from './to-household-rows.ts';

const app = await anApp({ routes: householdWriteRoutes, demonstration: true });
const { secrets } = app.platform;
const asSystem = <Result>(work: (tx: Tx) => Promise<Result>) => inScope(app.db, everything, work);
const county = areaCode('451226');
const villages = [places.village, places.otherVillage, places.thirdVillage];

async function aStored(areaCode_: string = places.village) {
  const record = aHousehold({ areaCode: areaCode_, stage: 'LISTED', primaryCause: 'LAND' }, [
    aPerson(),
    aPerson({ name: '韦美莲', relation: 'SPOUSE' }),
    aPerson({ name: '覃小军', relation: 'SON', birthDate: '2004-05-06' }),
  ]);
  await asSystem((tx) => insertHouseholds(tx, [toHouseholdRows(record, { secrets, today })]));
  return { id: record.id, persons: record.persons.map((person) => person.id as string) };
}

const lines = (all: readonly CountLine[]) =>
  all.map((line) => `${line.metric} ${line.key} ${line.households} ${line.persons}`).sort();

async function expectCountsTrue() {
  for (const area of ['45', '4512', '451226', places.township, places.otherTownship, ...villages]) {
    const [kept, counted] = await asSystem(async (tx) => [
      await countsOf(tx, [areaCode(area)]),
      await countNow(tx, [areaCode(area)]),
    ]);
    expect([area, lines(kept)]).toEqual([area, lines(counted)]);
  }
}

const operations = [
  'cause',
  'measure',
  'income',
  'join',
  'leave',
  'split',
  'move',
  'import',
  'fold',
] as const;

const said = { source: 'visit', reason: '', trueFrom: '2016-09-01' };

test('kept counts are what a recount gives, at every level, after any operations', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...operations), fc.nat(8)), {
        minLength: 4,
        maxLength: 10,
      }),
      async (steps) => {
        const households = [await aStored(), await aStored(places.otherVillage)];
        for (const [operation, number] of steps) {
          const household = households[number % households.length];
          if (household === undefined) continue;
          await act(operation, number, household, households);
        }
        await expectCountsTrue();
      },
    ),
    { numRuns: 8, seed: 20160930 },
  );
  await compactCounts(app.db);
  await expectCountsTrue();
});

/** Some of these are refused, as when the last member is to leave; then nothing changes, counts included. */
async function act(
  operation: (typeof operations)[number],
  number: number,
  household: { id: string; persons: string[] },
  households: { id: string; persons: string[] }[],
): Promise<void> {
  const { id, persons } = household;
  const path = `/api/registry/households/${id}`;
  const chen = app.as('chen');
  const change = (field: string, to: unknown) =>
    chen.patch(path, { ...said, baseVersion: 999, changes: [{ field, to }] });
  switch (operation) {
    case 'cause':
      await change('primaryCause', ['ILLNESS', 'SKILLS', null][number % 3]);
      return;
    case 'measure':
      await change('primaryMeasure', ['INDUSTRY', 'DIBAO', null][number % 3]);
      return;
    case 'income':
      await chen.post(`${path}/income`, {
        year: 2015,
        kind: number % 2 === 0 ? 'crop' : 'cropCost',
        amountFen: number * 75_000,
        source: 'visit',
      });
      return;
    case 'join':
      await chen.post(`${path}/persons`, {
        ...said,
        joinedReason: 'BORN',
        values: { name: '覃新', relation: 'SON', ethnicity: 'MULAO' },
      });
      return;
    case 'leave':
      await chen.post(`/api/registry/persons/${persons[number % persons.length]}/departure`, {
        ...said,
        leftReason: 'DIED',
      });
      return;
    case 'split': {
      const goes = persons[2];
      const answer = await chen.post(`${path}/split`, { ...said, persons: [goes], head: goes });
      if (answer.status === 200) households.push({ id: answer.body.newHousehold, persons: [] });
      return;
    }
    case 'move':
      await chen.post(`${path}/move`, { ...said, area: villages[number % villages.length] });
      return;
    case 'import':
      await asSystem((tx) =>
        changeHouseholds(
          tx,
          [
            {
              id,
              values: { attribute: ['GENERAL', 'DIBAO'][number % 2] },
              persons: [{ values: { name: '韦美莲', primaryMeasure: 'EDUCATION' } }],
              incomes: [{ year: 2015, kind: 'livestock', amountFen: number * 60_000 }],
              trueFrom: plainDate('2016-09-10'),
            },
          ],
          {
            secrets,
            today,
            newId: anId,
            isDryRun: false,
            signed: { recordedAt: app.clock.now(), author: null, authorName: '陈', source: 'file' },
          },
        ),
      );
      return;
    case 'fold':
      await compactCounts(app.db);
  }
}

test('writers of one village never wait for each other, nor for the folding', async () => {
  const [first, second] = [await aStored(), await aStored()];
  const write = async (tx: Tx, id: string, cause: string) => {
    const before = await listCountLines(tx, 451226, [id]);
    await tx
      .updateTable('registry_household')
      .set({ primary_cause: cause })
      .where('id', '=', id)
      .execute();
    await appendCountDeltas(tx, before, await listCountLines(tx, 451226, [id]));
  };
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let began: () => void = () => undefined;
  const writing = new Promise<void>((resolve) => {
    began = resolve;
  });

  const slow = asSystem(async (tx) => {
    await write(tx, first.id, 'WATER');
    began();
    await held;
  });
  await writing;
  const finished: string[] = [];
  await asSystem((tx) => write(tx, second.id, 'DISASTER')).then(() => finished.push('writer'));
  await compactCounts(app.db).then(() => finished.push('folding'));
  await expectCountsTrue().then(() => finished.push('reading'));
  release();
  await slow;

  expect(finished).toEqual(['writer', 'folding', 'reading']);
  await expectCountsTrue();
});

test('only one process folds at a time; the other goes away', async () => {
  await aStored();

  const [mine, theirs] = await asSystem(async (tx) => {
    const folded = await foldDeltas(tx);
    return [folded, await compactCounts(app.db)];
  });

  expect(mine).toBeGreaterThan(0);
  expect(theirs).toBeUndefined();
});

test('folding goes on by itself until it is stopped', async () => {
  await aStored();
  const stop = startFolding(app.db);

  await expect
    .poll(() => asSystem((tx) => tx.selectFrom('registry_count_delta').selectAll().execute()))
    .toEqual([]);
  await stop();

  await expectCountsTrue();
});

test('a village reads its own counts and nobody else’s; named households see none', async () => {
  await aStored();
  await compactCounts(app.db);
  await aStored(places.farVillage);
  const village = scopeOfAreas([areaCode(places.village)], null);
  const named = { ...village, households: [] };

  const own = await inScope(app.db, village, (tx) => listCounts(tx, [areaCode(places.village)]));
  const others = await inScope(app.db, village, (tx) =>
    countsOf(tx, [areaCode(places.farVillage)]),
  );
  const above = await inScope(app.db, village, (tx) => countsOf(tx, [county], ['total']));
  const limited = await inScope(app.db, named, (tx) => countsOf(tx, [areaCode(places.village)]));

  expect(own.find((line) => line.metric === 'total')?.households).toBeGreaterThan(0);
  expect([others, above, limited]).toEqual([[], [], []]);
  expect(hasKeptCounts(areaCode(places.village))).toBe(true);
  expect(hasKeptCounts(areaCode(`${places.village}001`))).toBe(false);
});

test('the nation is the sum of its provinces', async () => {
  await aStored();

  const [nation, province] = await asSystem(async (tx) => [
    await countsOf(tx, [areaCode('')]),
    await countsOf(tx, [areaCode('45')]),
  ]);

  expect(lines(nation)).toEqual(lines(province));
});

test('a month that has ended keeps its counts, once', async () => {
  await aStored();
  await keepMonth(app.db, plainDate('2016-10-01'));
  const before = await asSystem((tx) =>
    tx.selectFrom('registry_count_snapshot').selectAll().execute(),
  );
  await aStored();
  await keepMonth(app.db, plainDate('2016-10-15'));

  const after = await asSystem((tx) =>
    tx.selectFrom('registry_count_snapshot').selectAll().execute(),
  );
  expect(new Set(after.map((row) => row.month))).toEqual(new Set(['2016-09-01']));
  expect(after).toHaveLength(before.length);
  expect(after.some((row) => row.area_code === '451226' && row.metric === 'total')).toBe(true);
});
