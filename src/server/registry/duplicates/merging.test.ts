import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PersonValues } from '#domain/registry/household.ts';
import { samplePart } from '#server/supervision/merge-sample.ts';
import { pairingsPart } from '#server/workforce/merge-pairings.ts';
import { anApp } from '#tests/world/app.ts';
import { places } from '#tests/world/cast.ts';
import { anIdentity, aPerson } from '#tests/world/household.ts';
import { head, mergingWorld } from '#tests/world/merging-world.ts';

const app = await anApp({ planted: true, demonstration: true });
const [lin, zhao, chen] = [app.as('lin'), app.as('zhao'), app.as('chen')];
const sun = app.as('sun');
const { aStored, aPair, merge, undo, registerOf, cards, expectCountsTrue, recount } =
  mergingWorld(app);

beforeAll(() => {
  Object.assign(app.platform, { mergeParts: [pairingsPart, samplePart] });
});

test('two records become one: values, members, years and everything that hangs on the other; the other is gone from sight', async () => {
  const identity = anIdentity('1968-05-12', 901);
  const kept = await aStored(
    { houseArea: 60, phone: '13800000001' },
    [head({ identity }), aPerson({ name: '韦美莲', relation: 'SPOUSE', birthDate: '1970-02-03' })],
    [[2015, 3000]],
  );
  const gone = await aStored(
    { houseArea: 80, waterSafe: true },
    [head({ identity }), aPerson({ name: '覃小军', relation: 'SON', birthDate: '2004-05-06' })],
    [
      [2014, 2000],
      [2015, 9000],
    ],
  );
  const pair = await aPair(kept.id, gone.id);

  const seen = await chen.get(`/api/registry/duplicates/${pair}`, { keep: kept.id });
  expect(seen?.body.comparison).toMatchObject({
    kept: kept.id,
    needsSecond: false,
    fates: [
      { gone: gone.persons[0], fate: 'same', kept: kept.persons[0] },
      { gone: gone.persons[1], fate: 'joins' },
    ],
    years: [
      { year: 2015, proposed: 'kept' },
      { year: 2014, proposed: 'gone' },
    ],
  });
  const merged = await merge(pair, kept.id, { fields: { houseArea: 'gone' } });
  expect(merged?.status).toBe(200);

  const { body: card } = await chen.get(`/api/registry/households/${kept.id}`);
  expect(card.values).toMatchObject({ houseArea: 80, waterSafe: true, phone: '138****0001' });
  expect(card.members.map(({ values }: { values: PersonValues }) => values.name)).toEqual([
    '覃大山',
    '韦美莲',
    '覃小军',
  ]);
  expect(
    card.incomeYears.map(({ year, netFen }: { year: number; netFen: number }) => [year, netFen]),
  ).toEqual([
    [2014, 200000],
    [2015, 300000],
  ]);
  expect(card.latestChange.kind).toBe('household.merged');
  const absent = await chen.get(`/api/registry/households/${gone.id}`);
  expect([absent?.code, absent?.body.error.details]).toEqual([
    'registry/household-merged',
    { household: kept.id },
  ]);
  expect(absent?.body.error.message).toContain(card.values.householdNo);
  const list = await chen.get('/api/registry/households', { area: places.village, limit: '200' });
  expect(list?.text).not.toContain(gone.id);
  await expectCountsTrue();
});

describe('undone', () => {
  test('a merge gives back every row of every capability, and both cards as they were', async () => {
    const [planted = '', plantedToo = ''] = app.planted.home.households;
    await app.owner.query("update registry_household set stage = 'LISTED' where id = any($1)", [
      [planted, plantedToo],
    ]);
    await recount();
    const kept = await aStored({ stage: 'EXIT_APPLIED' }, [head()], [[2015, 100]]);
    const ids = [kept.id, planted];
    const before = await registerOf(ids);
    const read = await cards(ids);
    const pair = await aPair(kept.id, planted);

    const drawn = await merge(pair, kept.id);
    expect([drawn?.code, drawn?.body.error.message]).toEqual([
      'registry/merge-still-open',
      expect.stringContaining('核查轮次'),
    ]);
    await app.owner.query('update supervision_campaign set closed_at = drawn_at');
    await chen.post(`/api/registry/duplicates/${pair}/return`, { reason: '轮次结束后再办' });
    const merged = await merge(pair, kept.id);
    expect([merged?.code, merged?.body.pair?.state]).toEqual([undefined, 'merged']);
    const between = await registerOf(ids);
    expect(between).not.toEqual(before);
    expect(merged?.body.merged.moved.length).toBeGreaterThan(3);
    await expectCountsTrue();
    const undone = await undo(pair);
    expect(undone?.status).toBe(200);

    expect(await registerOf(ids)).toEqual(before);
    expect(await cards(ids)).toEqual(read);
    await expectCountsTrue();
  });

  const value = fc.record({
    houseArea: fc.option(fc.integer({ min: 1, max: 300 }), { nil: null }),
    arableLand: fc.option(fc.integer({ min: 1, max: 30 }), { nil: null }),
    waterSafe: fc.option(fc.boolean(), { nil: null }),
    phone: fc.option(fc.constantFrom('13800000001', '13900000002'), { nil: null }),
    primaryCause: fc.option(fc.constantFrom('ILLNESS', 'LAND'), { nil: null }),
  });
  const side = fc.record({
    value,
    heads: fc.constantFrom('覃大山', '覃达山', '蒙阿妹'),
    others: fc.subarray(['韦美莲', '覃小军', '覃小妹']),
    years: fc.uniqueArray(fc.constantFrom(2013, 2014, 2015), { maxLength: 3 }),
  });

  test('a merge of any two records, by any choices, leaves the register as it was, in rows, figures and counts', async () => {
    const stored = ({
      value: values,
      heads,
      others,
      years,
    }: typeof side extends fc.Arbitrary<infer S> ? S : never) =>
      aStored(
        values,
        [
          head({ name: heads, education: heads === '覃大山' ? 'JUNIOR' : 'PRIMARY' }),
          ...others.map((name) => aPerson({ name, relation: 'OTHER', birthDate: '1990-01-02' })),
        ],
        years.map((year) => [year, year]),
      );
    await fc.assert(
      fc.asyncProperty(
        side,
        side,
        fc.array(fc.constantFrom('kept', 'gone'), { minLength: 8, maxLength: 8 }),
        fc.boolean(),
        async (left, right, sides, leavesOut) => {
          const [kept, gone] = [await stored(left), await stored(right)];
          const ids = [kept.id, gone.id];
          const [before, read] = [await registerOf(ids), await cards(ids)];
          const pair = await aPair(kept.id, gone.id);
          const fields = ['houseArea', 'arableLand', 'waterSafe', 'phone', 'primaryCause'];
          const { body } = await chen.get(`/api/registry/duplicates/${pair}`, { keep: kept.id });
          const members = body.comparison.fates.map((fate: { gone: string; fate: string }) =>
            leavesOut && fate.fate === 'joins' ? { gone: fate.gone, fate: 'leftOut' } : fate,
          );

          const merged = await merge(pair, kept.id, {
            fields: Object.fromEntries(fields.map((field, index) => [field, sides[index]])),
            years: { 2013: sides[5], 2014: sides[6], 2015: sides[7] },
            members,
          });
          expect(merged?.status).toBe(200);
          await expectCountsTrue();
          expect((await undo(pair))?.status).toBe(200);

          expect(await registerOf(ids)).toEqual(before);
          expect(await cards(ids)).toEqual(read);
          await expectCountsTrue();
        },
      ),
      { numRuns: 12 },
    );
  });

  test('what was recorded since of the one that stayed is kept; what was recorded of people who came is in the way', async () => {
    const kept = await aStored({ houseArea: 60, arableLand: 3 }, [head()]);
    const gone = await aStored({ houseArea: 80, arableLand: 5 }, [
      head({ name: '蒙阿妹' }),
      aPerson({ name: '覃小军', relation: 'SON', birthDate: '2004-05-06' }),
    ]);
    const pair = await aPair(kept.id, gone.id);
    await merge(pair, kept.id, { fields: { houseArea: 'gone', arableLand: 'gone' } });
    const { body: card } = await chen.get(`/api/registry/households/${kept.id}`);
    const said = { trueFrom: '2016-09-30', source: 'visit', reason: '入户' };
    await chen.patch(`/api/registry/households/${kept.id}`, {
      baseVersion: card.version,
      changes: [{ field: 'arableLand', to: 7 }],
      ...said,
    });

    const changed = await chen.patch(`/api/registry/persons/${gone.persons[1]}`, {
      baseVersion: card.version + 1,
      changes: [{ field: 'education', to: 'PRIMARY' }],
      ...said,
    });
    expect(changed?.status).toBe(200);
    const refused = await undo(pair);
    expect([refused?.code, refused?.body.error.message]).toEqual([
      'registry/merge-built-on',
      expect.stringContaining('覃小军'),
    ]);
    await app.owner.query(
      "delete from registry_event where household_id = $1 and kind = 'person.changed'",
      [kept.id],
    );
    expect((await undo(pair))?.status).toBe(200);
    const after = await chen.get(`/api/registry/households/${kept.id}`);
    expect(after?.body.values).toMatchObject({ houseArea: 60, arableLand: 7 });
    const history = await chen.get(`/api/registry/households/${kept.id}/at`, {
      trueOn: '2016-09-30',
    });
    expect(history?.body.values).toMatchObject({ houseArea: 60, arableLand: 7 });
    expect(history?.body.members).toHaveLength(1);
  });
});

test('a household that went on into a third one comes back only after that one is taken apart', async () => {
  const [first, second, third] = [
    await aStored({}, [head()]),
    await aStored({}, [head()]),
    await aStored({}, [head()]),
  ];
  const [early, late] = [await aPair(first.id, second.id), await aPair(second.id, third.id)];
  await merge(early, second.id);
  await merge(late, third.id);

  const absent = await chen.get(`/api/registry/households/${first.id}`);
  expect(absent.body.error.details).toEqual({ household: third.id });
  expect((await undo(early)).code).toBe('registry/no-such-pair');
  expect((await undo(late)).status).toBe(200);
  expect((await undo(early)).status).toBe(200);
  await expectCountsTrue();
});

test('where both had a helper, the one that stays keeps its own; undone, the other pairing goes on', async () => {
  const paired = app.planted.home.households[0] ?? '';
  await app.owner.query(
    "update workforce_handover set state = 'withdrawn' where state = 'offered'",
  );
  const gone = await aStored({ stage: 'LISTED' }, [head()]);
  await app.owner.query(
    `insert into workforce_pairing (county, id, household_id, area_code, helper_id, helper_name,
       helper_rank, from_on, made_by, made_by_name)
     select county, $2, $2, area_code, helper_id, helper_name, helper_rank, from_on, made_by, made_by_name
     from workforce_pairing where household_id = $1 and to_on is null`,
    [paired, gone.id],
  );
  const open = async () => {
    const { rows } = await app.owner.query(
      'select household_id, to_on from workforce_pairing where household_id = any($1) order by to_on',
      [[paired, gone.id]],
    );
    return rows.filter((row) => row.to_on === null).map((row) => row.household_id);
  };
  await app.owner.query('update supervision_campaign set closed_at = drawn_at');
  const pair = await aPair(paired, gone.id);

  expect((await merge(pair, paired)).body.pair?.state).toBe('merged');
  expect(await open()).toEqual([paired]);
  await undo(pair);

  expect(new Set(await open())).toEqual(new Set([paired, gone.id]));
});

describe('who may', () => {
  test('a listed household is merged by two persons, and not by one twice', async () => {
    const kept = await aStored({ stage: 'LISTED' }, [head()]);
    const gone = await aStored({}, [head()]);
    const pair = await aPair(kept.id, gone.id);
    const fates = [{ gone: gone.persons[0], fate: 'same', kept: kept.persons[0] }];
    const body = { kept: kept.id, choices: { members: fates }, reason: '重复登记', position: 1 };

    const proposed = await zhao.post(`/api/registry/duplicates/${pair}/merge`, body);
    expect(proposed?.body.pair.state).toBe('proposed');
    const own = await zhao.post(`/api/registry/duplicates/${pair}/confirmation`, { position: 2 });
    expect(own?.code).toBe('registry/own-proposal');
    const late = await chen.post(`/api/registry/duplicates/${pair}/confirmation`, { position: 1 });
    expect(late?.code).toBe('registry/pair-not-open');
    const returned = await chen.post(`/api/registry/duplicates/${pair}/return`, {
      reason: '请再核对',
    });
    expect(returned?.body.pair.state).toBe('open');
    await zhao.post(`/api/registry/duplicates/${pair}/merge`, { ...body, position: 3 });
    await chen.patch(`/api/registry/households/${gone.id}`, {
      baseVersion: 1,
      changes: [{ field: 'houseArea', to: 99 }],
      ...{ trueFrom: '2016-09-30', source: 'visit', reason: '入户' },
    });
    const changed = await chen.post(`/api/registry/duplicates/${pair}/confirmation`, {
      position: 4,
    });
    expect(changed?.code).toBe('registry/pair-changed');
  });

  test('a village sees the pair and decides nothing; the neighbouring county does not see it', async () => {
    const [one, other] = [await aStored({}, [head()]), await aStored({}, [head()])];
    const pair = await aPair(one.id, other.id);

    expect((await lin.get(`/api/registry/duplicates/${pair}`))?.body.may).toEqual({
      decide: false,
      confirm: false,
      return: false,
      reopen: false,
      undo: false,
    });
    expect(
      (await lin.post(`/api/registry/duplicates/${pair}/different`, { reason: '不是' }))?.status,
    ).toBe(403);
    expect((await sun.get(`/api/registry/duplicates/${pair}`))?.code).toBe('registry/no-such-pair');
    expect(
      (await sun.post(`/api/registry/duplicates/${pair}/undo`, { reason: '撤销' }))?.code,
    ).toBe('registry/no-such-pair');
  });

  test('two counties are not merged, nor a household with itself, nor the further one into the earlier', async () => {
    const one = await aStored({ stage: 'LISTED' }, [head()]);
    const other = await aStored({}, [head()]);
    const far = app.planted.neighbour.households[0] ?? '';
    const name = (a: string, b: string) =>
      chen.post(`/api/registry/households/${a}/duplicates`, { other: b, reason: '重复' });

    expect((await name(one.id, far))?.code).toBe('registry/two-counties');
    expect((await name(one.id, one.id))?.code).toBe('registry/same-household');
    const pair = await aPair(one.id, other.id);
    const wrong = await chen.post(`/api/registry/duplicates/${pair}/merge`, {
      kept: other.id,
      choices: { members: [{ gone: one.persons[0], fate: 'same', kept: other.persons[0] }] },
      reason: '重复登记',
      position: 1,
    });
    expect(wrong?.code).toBe('registry/keep-the-further');
    const unclear = await chen.post(`/api/registry/duplicates/${pair}/merge`, {
      kept: one.id,
      choices: { members: [] },
      reason: '重复登记',
      position: 1,
    });
    expect(unclear?.code).toBe('registry/wrong-member');
  });
});

test('what was found to be different is remembered, and can be opened again', async () => {
  const [one, other] = [await aStored({}, [head()]), await aStored({}, [head()])];
  const pair = await aPair(one.id, other.id);

  const different = await chen.post(`/api/registry/duplicates/${pair}/different`, {
    reason: '父子两户',
  });
  expect(different?.body.pair.state).toBe('different');
  const open = await chen.get('/api/registry/duplicates', {
    household: one.id,
    state: 'open',
  });
  expect(open?.body.items).toEqual([]);
  const again = await chen.post(`/api/registry/duplicates/${pair}/reopening`, {
    reason: '再核对',
  });
  expect(again?.body.pair.state).toBe('open');
  expect(again?.body.acts.map(({ kind }: { kind: string }) => kind)).toEqual([
    'named',
    'different',
    'reopened',
  ]);
});

test('a number that was merged away leads to the household it became, and is not given out again', async () => {
  const kept = await aStored({}, [head()]);
  const gone = await aStored(
    { householdNo: `${places.otherVillage}9998`, areaCode: places.otherVillage },
    [head()],
  );
  await merge(await aPair(kept.id, gone.id), kept.id);

  const register = (householdNo?: string) =>
    chen.post('/api/registry/households', {
      area: places.otherVillage,
      ...(householdNo === undefined ? {} : { householdNo }),
      values: {},
      persons: [{ values: { name: '卢新', relation: 'HEAD' } }],
      incomes: [],
      ...{ trueFrom: '2016-09-30', source: 'visit', reason: '新登记' },
    });
  expect((await register(`${places.otherVillage}9998`))?.code).toBe('registry/household-no-taken');
  const next = await register();
  const card = await chen.get(`/api/registry/households/${next?.body.household}`);
  expect(card?.body.values.householdNo).toBe(`${places.otherVillage}9999`);
});
