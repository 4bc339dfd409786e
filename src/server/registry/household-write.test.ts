import { beforeEach, describe, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import type { HouseholdValues } from '#domain/registry/household.ts';
import { inScope } from '#server/database/connect.ts';
import { anApp } from '#tests/world/app.ts';
import { places } from '#tests/world/cast.ts';
import { aHousehold, anIdentity, aPerson, today } from '#tests/world/household.ts';
import { insertHouseholds } from './bulk.store.ts';
import { countNow, countsOf } from './count.store.ts';
import { listEvents } from './event.store.ts';
import { findHousehold } from './household.store.ts';
import { householdWriteRoutes } from './household-write.routes.ts';
import { toHouseholdRows } from './to-household-rows.ts';

const app = await anApp({ routes: householdWriteRoutes, demonstration: true });
const { platform } = app;
const asSystem = <Result>(work: Parameters<typeof inScope<Result>>[2]) =>
  inScope(platform.db, everything, work);

async function stored(values: HouseholdValues = {}, people = [aPerson()]) {
  const record = aHousehold({ areaCode: places.village, ...values }, people);
  const { secrets } = platform;
  await asSystem((tx) => insertHouseholds(tx, [toHouseholdRows(record, { secrets, today })]));
  return record;
}

const family = () => [
  aPerson({ name: '谭永福' }),
  aPerson({ name: '卢秀英', relation: 'SPOUSE', birthDate: '1970-01-02' }),
  aPerson({ name: '谭志强', relation: 'SON', birthDate: '1990-03-04' }),
];

const stateOf = (id: string) => asSystem((tx) => findHousehold(tx, id));
const said = { trueFrom: '2016-09-01', source: 'visit', reason: '入户' };

const change = (id: string, body: object, who: 'lin' | 'zhao' | 'sun' | 'ma' = 'lin') =>
  app.as(who).patch(`/api/registry/households/${id}`, { baseVersion: 1, ...said, ...body });

/** After every test the kept counts are what a recount of everything gives. */
beforeEach(() => async () => {
  const both = await asSystem(async (tx) => ({
    kept: await countsOf(tx, [areaCode('451226')]),
    counted: await countNow(tx, [areaCode('451226')]),
  }));
  const lines = (all: typeof both.kept) =>
    all.map((line) => `${line.metric} ${line.key} ${line.households} ${line.persons}`).sort();
  expect(lines(both.kept)).toEqual(lines(both.counted));
});

describe('a change to a household', () => {
  test('is an event with author, source and reason, and the row follows it [HJ-71]', async () => {
    const { id } = await stored({ houseArea: 80 });

    const answer = await change(id, { changes: [{ field: 'houseArea', from: 80, to: 96 }] });

    const events = await asSystem((tx) => listEvents(tx, { county: countyOfId(id), id }));
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ version: 2, applied: ['houseArea'], historical: [] });
    expect((await stateOf(id))?.values.houseArea).toBe(96);
    expect(events.at(-1)).toMatchObject({
      kind: 'household.changed',
      authorName: '林桂英',
      source: 'visit',
      trueFrom: '2016-09-01',
      changes: [{ field: 'houseArea', from: 80, to: 96 }],
    });
  });

  test('keeps author and typist apart where one enters it for the other', async () => {
    const { id } = await stored();

    await change(id, { authorName: '韦大伯', changes: [{ field: 'television', to: true }] });

    const events = await asSystem((tx) => listEvents(tx, { county: countyOfId(id), id }));
    expect(events.at(-1)).toMatchObject({
      authorName: '韦大伯',
      author: null,
      typistName: '林桂英',
    });
  });

  test('of other fields than somebody else’s merges', async () => {
    const { id } = await stored();
    await change(id, { changes: [{ field: 'houseArea', to: 70 }] });

    const late = await change(id, { changes: [{ field: 'television', to: true }] });

    expect(late.status).toBe(200);
    expect((await stateOf(id))?.values).toMatchObject({ houseArea: 70, television: true });
  });

  test('of the same field is refused with both sides, and nothing is written', async () => {
    const { id } = await stored({ houseArea: 60 });
    await change(id, { changes: [{ field: 'houseArea', to: 70 }] });

    const late = await change(id, {
      changes: [
        { field: 'houseArea', from: 60, to: 75 },
        { field: 'television', to: true },
      ],
    });

    expect(late.status).toBe(409);
    expect(late.body.error.code).toBe('registry/changed-since');
    expect(late.body.error.details).toMatchObject({
      version: 2,
      disjoint: ['television'],
      conflicts: [{ field: 'houseArea', base: 60, mine: 75, theirs: 70, theirsBy: '林桂英' }],
    });
    expect((await stateOf(id))?.values.television).toBeNull();
  });

  test('of the same field can be kept as a question with an owner, who decides it', async () => {
    const { id } = await stored({ houseArea: 60 });
    await change(id, { changes: [{ field: 'houseArea', to: 70 }] });
    const late = await change(id, { keepBoth: true, changes: [{ field: 'houseArea', to: 75 }] });
    const [conflict] = late.body.conflicts;

    const listed = await app.as('zhao').get(`/api/registry/conflicts?household=${id}`);
    const decided = await app.as('zhao').post(`/api/registry/conflicts/${conflict}/resolution`, {
      choice: 'side',
      side: 1,
      reason: '复核过',
    });

    expect(listed.body.items[0].sides.map((side: { value: number }) => side.value)).toEqual([
      70, 75,
    ]);
    expect(decided.body.resolution).toMatchObject({ choice: 'side', authorName: '赵立新' });
    expect((await stateOf(id))?.values.houseArea).toBe(75);
  });

  test('for an earlier day than what is known enters history and leaves today alone', async () => {
    const { id } = await stored({ houseArea: 60 });
    await change(id, { trueFrom: '2016-09-20', changes: [{ field: 'houseArea', to: 90 }] });

    const earlier = await change(id, {
      baseVersion: 2,
      trueFrom: '2016-08-01',
      changes: [{ field: 'houseArea', to: 75 }],
    });

    expect(earlier.body).toMatchObject({ applied: [], historical: ['houseArea'] });
    expect((await stateOf(id))?.values.houseArea).toBe(90);
  });

  test('sent twice by a device is stored once', async () => {
    const { id } = await stored();
    const event = platform.newId(countyOfId(id));
    const body = { event, changes: [{ field: 'television', to: true }] };
    await change(id, body);

    const again = await change(id, body);

    expect(again.body).toMatchObject({ version: 2, event });
  });

  test.each([
    [
      'a code that is not in the list or no code',
      { field: 'houseArea', to: 'big' },
      'registry/invalid-value',
    ],
    [
      'a day to come',
      { field: 'television', to: true, trueFrom: '2016-10-05' },
      'registry/in-the-future',
    ],
    [
      'what the application computes',
      { field: 'members', to: 9 },
      'registry/field-kept-by-application',
    ],
    [
      'the area, which moves',
      { field: 'areaCode', to: places.otherVillage },
      'registry/area-by-move',
    ],
    [
      'the stage, which a roster decides',
      { field: 'stage', to: 'LISTED' },
      'registry/needs-roster',
    ],
  ])(
    'of %s is refused in words',
    async (_, { trueFrom, ...field }: { trueFrom?: string; field: string; to: unknown }, code) => {
      const { id } = await stored();

      const answer = await change(id, {
        changes: [field],
        ...(trueFrom === undefined ? {} : { trueFrom }),
      });

      expect(answer.body.error.code).toBe(code);
      expect((await stateOf(id))?.version).toBe(1);
    },
  );

  test('is not for the neighbouring county, nor for the household itself', async () => {
    const { id } = await stored();
    const body = { changes: [{ field: 'television', to: true }] };

    expect((await change(id, body, 'sun')).status).toBe(404);
    expect((await change(id, body, 'ma')).status).toBe(403);
  });
});

describe('members', () => {
  test('a birth adds a member and every figure follows', async () => {
    const { id } = await stored({}, family());

    const answer = await app.as('lin').post(`/api/registry/households/${id}/persons`, {
      ...said,
      joinedReason: 'BORN',
      values: { name: '谭小燕', sex: 'FEMALE', relation: 'GRANDDAUGHTER', birthDate: '2016-08-30' },
    });

    expect(answer.status).toBe(200);
    expect((await stateOf(id))?.values).toMatchObject({ members: 4, children: 1 });
  });

  test('a head who dies needs a successor among those who stay', async () => {
    const [head, spouse, son] = family();
    if (head === undefined || spouse === undefined || son === undefined)
      throw new Error('no family');
    const { id } = await stored({}, [head, spouse, son]);
    const dies = (more: object) =>
      app.as('lin').post(`/api/registry/persons/${head.id}/departure`, {
        ...said,
        leftReason: 'DIED',
        ...more,
      });

    expect((await dies({})).body.error.code).toBe('registry/head-needed');
    expect((await dies({ newHead: spouse.id })).status).toBe(200);

    expect((await stateOf(id))?.values).toMatchObject({ members: 2, headName: '卢秀英' });
  });

  test('an identity number that somebody else carries opens a question instead of being refused', async () => {
    const identity = anIdentity('1968-05-12', 321);
    await stored({}, [aPerson({ identity })]);
    const { id, persons } = await stored();

    const answer = await app.as('lin').patch(`/api/registry/persons/${persons[0]?.id}`, {
      baseVersion: 1,
      ...said,
      changes: [{ field: 'identity', to: identity }],
    });

    const { body } = await app.as('chen').get(`/api/registry/conflicts?household=${id}`);
    expect(answer.body.conflicts).toHaveLength(1);
    expect(body.items[0]).toMatchObject({ kind: 'identity', ownerRole: 'county' });
    expect(body.items[0].sides).toHaveLength(2);
  });

  test('a split makes two households and nobody is in both', async () => {
    const [head, spouse, son] = family();
    if (head === undefined || spouse === undefined || son === undefined)
      throw new Error('no family');
    const { id } = await stored({ houseArea: 90 }, [head, spouse, son]);

    const answer = await app.as('zhao').post(`/api/registry/households/${id}/split`, {
      ...said,
      persons: [son.id],
      head: son.id,
      values: { houseArea: 30 },
    });

    const [left, made] = [await stateOf(id), await stateOf(answer.body.newHousehold)];
    expect(left?.values.members).toBe(2);
    expect(made?.values).toMatchObject({ members: 1, headName: '谭志强', houseArea: 30 });
  });

  test('a move changes the place and keeps number, history and members', async () => {
    const { id } = await stored({}, family());

    const answer = await app.as('zhao').post(`/api/registry/households/${id}/move`, {
      ...said,
      area: places.otherVillage,
    });

    expect(answer.status).toBe(200);
    expect((await stateOf(id))?.area).toBe(places.otherVillage);
    expect((await change(id, { changes: [{ field: 'television', to: true }] })).status).toBe(404);
  });
});

describe('a registration by hand', () => {
  const register = (body: object, who: 'lin' | 'sun' = 'lin') =>
    app.as(who).post('/api/registry/households', {
      area: places.village,
      persons: [{ values: { name: '覃新户', relation: 'HEAD', sex: 'MALE' } }],
      ...said,
      ...body,
    });

  test('gives a number, an event and the figures in one act', async () => {
    const { status, body } = await register({
      incomes: [{ year: 2016, kind: 'migrant', amountFen: 600_000 }],
    });

    const household = await stateOf(body.household);
    expect(status).toBe(200);
    expect(String(household?.values.householdNo).startsWith(places.village)).toBe(true);
    expect(household?.values).toMatchObject({ members: 1, incomePerHead: 600_000 });
  });

  test('needs exactly one head, a village in force, and one’s own area', async () => {
    const nobody = await register({ persons: [{ values: { name: '甲', relation: 'SON' } }] });

    expect(nobody.body.error.code).toBe('registry/one-head');
    expect((await register({}, 'sun')).status).toBe(403);
  });
});

describe('the income ledger', () => {
  test('computes the yearly figure from entries, and a reversal takes one back', async () => {
    const { id } = await stored({}, [aPerson(), aPerson({ relation: 'SPOUSE', name: '甲' })]);
    const enter = (amountFen: number, kind: string) =>
      app.as('lin').post(`/api/registry/households/${id}/income`, {
        year: 2016,
        kind,
        amountFen,
        source: 'visit',
      });
    await enter(1_200_000, 'migrant');
    const ledger = await enter(200_000, 'cropCost');

    const wrong = ledger.body.entries.find((entry: { kind: string }) => entry.kind === 'cropCost');
    const after = await app
      .as('lin')
      .post(`/api/registry/households/${id}/income/${wrong.id}/reversal`, { reason: '重复登记' });
    const again = await app
      .as('lin')
      .post(`/api/registry/households/${id}/income/${wrong.id}/reversal`, { reason: '再来一次' });

    expect(ledger.body.years[0]).toMatchObject({ netFen: 1_000_000, perHeadFen: 500_000 });
    expect(after.body.years[0]).toMatchObject({ netFen: 1_200_000, perHeadFen: 600_000 });
    expect(again.body.error.code).toBe('registry/reversed-already');
    expect((await stateOf(id))?.values.incomePerHead).toBe(600_000);
  });
});

describe('sealed values', () => {
  test('are shown for a purpose, and who looked is in the audit trail', async () => {
    const identity = anIdentity('1968-05-12', 77);
    const { id, persons } = await stored({}, [aPerson({ identity })]);

    const answer = await app.as('lin').post(`/api/registry/households/${id}/unmask`, {
      field: 'identity',
      person: persons[0]?.id,
      purpose: '办理新农合缴费',
    });

    const { rows } = await app.owner.query(
      `select facts from audit_entry where act = 'registry.unmask' and subject = $1`,
      [`household:${id}`],
    );
    expect(answer.body.value).toBe(identity);
    expect(rows[0].facts).toMatchObject({ field: 'identity', purpose: '办理新农合缴费' });
    expect(JSON.stringify(rows[0])).not.toContain(identity);
  });

  test('need a purpose, and nothing is told to who may not unmask', async () => {
    const { id } = await stored();
    const ask = (who: 'lin' | 'wu') =>
      app.as(who).post(`/api/registry/households/${id}/unmask`, { field: 'phone', purpose: '' });

    expect((await ask('lin')).status).toBe(400);
    expect((await ask('wu')).status).toBe(403);
  });
});
