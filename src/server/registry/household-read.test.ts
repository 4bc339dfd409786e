import { expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { householdFields } from '#domain/registry/form.ts';
import type { HouseholdRecord } from '#domain/registry/household.ts';
import { inScope } from '#server/database/connect.ts';
import { anApp } from '#tests/world/app.ts';
import { places } from '#tests/world/cast.ts';
import { aHousehold, anId, aPerson, today } from '#tests/world/household.ts';
import { insertHouseholds } from './bulk.store.ts';
import { registryHouseholdRoutes } from './household.routes.ts';
import { householdWriteRoutes } from './household-write.routes.ts';
import { toHouseholdRows } from './to-household-rows.ts';

const app = await anApp({
  routes: [...registryHouseholdRoutes, ...householdWriteRoutes],
  demonstration: true,
});
const said = { source: 'visit', reason: '入户' };

async function aStored(): Promise<HouseholdRecord> {
  const record = aHousehold(
    {
      areaCode: places.village,
      stage: 'EXIT_APPLIED',
      houseArea: 80,
      phone: '13877812345',
      surveyedOn: '2015-11-02',
      listedOn: '2016-01-15',
    },
    [
      aPerson({ name: '谭永福', birthDate: '1961-02-03' }),
      aPerson({ name: '卢秀英', relation: 'SPOUSE', birthDate: '1964-06-26', health: ['CHRONIC'] }),
      aPerson({ name: '谭小芳', relation: 'DAUGHTER', birthDate: '1997-05-06' }),
    ],
    {
      incomes: [{ id: anId(), year: 2015, kind: 'migrant', amountFen: 800_000, note: '广东' }],
      externalIds: [{ system: 'national', value: '4512260000001' }],
      events: [
        {
          id: anId(),
          kind: 'household.stage',
          trueFrom: plainDate('2016-09-26'),
          recordedAt: '2016-09-26T03:00:00.000Z',
          author: null,
          authorName: '林桂英',
          source: 'application',
          reason: '户主申请脱贫',
          changes: [{ field: 'stage', from: 'LISTED', to: 'EXIT_APPLIED' }],
        },
      ],
    },
  );
  const { secrets } = app.platform;
  await inScope(app.db, everything, (tx) =>
    insertHouseholds(tx, [toHouseholdRows(record, { secrets, today })]),
  );
  return record;
}

const read = (id: string, path = '', query: object = {}) =>
  app.as('lin').get(`/api/registry/households/${id}${path}`, query);

test('the card shows the form, the people, the steps with their days and the source of every value', async () => {
  const record = await aStored();

  const { status, body, text } = await read(record.id);

  expect(status).toBe(200);
  expect(body).toMatchObject({
    version: 2,
    stage: 'EXIT_APPLIED',
    values: { headName: '谭永福', members: 3, chronicallyIll: 1, phone: '138****2345' },
    externalIds: [{ system: 'national', value: '4512260000001', person: null }],
    incomeYears: [{ year: 2015, wageFen: 800_000, members: 3, perHeadFen: 266_667 }],
    latestChange: { kind: 'household.stage', authorName: '林桂英' },
  });
  expect(body.path.map((area: { name: string }) => area.name)).toEqual([
    '环江毛南族自治县',
    '下南乡',
    '仪凤村',
  ]);
  expect(body.members.map((one: { age: number }) => one.age)).toEqual([55, 52, 19]);
  expect(body.steps.map((step: { on: string | null }) => step.on)).toEqual([
    '2015-11-02',
    '2016-01-15',
    '2016-09-26',
    null,
    null,
    null,
  ]);
  expect(body.provenance.stage).toMatchObject({ source: 'application', trueFrom: '2016-09-26' });
  expect(body.provenance.houseArea).toMatchObject({ source: 'visit', authorName: '林村干' });
  expect(body.provenance[`${record.persons[1]?.id}.health`]).toMatchObject({ source: 'visit' });
  expect(text).not.toContain('13877812345');
  expect(text).not.toContain(String(record.persons[0]?.values.identity));
});

test('the groups of the card hold every field of the form once', async () => {
  const { id } = await aStored();

  const { body } = await read(id);

  const grouped = body.groups.flatMap((group: { fields: string[] }) => group.fields);
  expect(new Set(grouped)).toEqual(new Set(householdFields.map((field) => field.name)));
  expect(grouped).toHaveLength(householdFields.length);
});

test('opening a card leaves a mark that says who and which household', async () => {
  const { id } = await aStored();

  await read(id);

  const { rows } = await app.owner.query(
    'select account, act, area_code from audit_entry where subject = $1',
    [`household:${id}`],
  );
  expect(rows).toEqual([
    { account: app.accounts.lin.id, act: 'registry.open', area_code: places.village },
  ]);
});

test('the timeline tells what is true latest first, with words before and after', async () => {
  const record = await aStored();
  const daughter = record.persons[2]?.id ?? '';
  await app.as('lin').post(`/api/registry/persons/${daughter}/departure`, {
    ...said,
    leftReason: 'MARRIED_OUT',
    trueFrom: '2016-08-15',
    authorName: '谭永福',
  });
  await app.as('lin').post(`/api/registry/households/${record.id}/income`, {
    year: 2016,
    kind: 'crop',
    amountFen: 120_000,
    source: 'receipt',
  });

  const { body } = await read(record.id, '/events');

  expect(body.items.map((event: { kind: string }) => event.kind)).toEqual([
    'income.recorded',
    'household.stage',
    'person.left',
    'household.registered',
  ]);
  const [money, , left, first] = body.items;
  expect(money.income).toMatchObject({ year: 2016, kind: 'crop', amountFen: 120_000 });
  expect(left).toMatchObject({
    person: { id: daughter, name: '谭小芳' },
    authorName: '谭永福',
    typistName: '林桂英',
  });
  expect(left.changes).toContainEqual({
    field: 'leftReason',
    person: { id: daughter, name: '谭小芳' },
    type: 'code',
    list: 'memberChange',
    unit: null,
    from: null,
    to: 'MARRIED_OUT',
    observedOn: null,
    source: null,
  });
  expect(first.changes).toContainEqual(
    expect.objectContaining({ field: 'houseArea', from: null, to: 80, unit: 'squareMetre' }),
  );
});

test('the timeline of one field holds only what touched it, page after page', async () => {
  const { id } = await aStored();
  for (const [index, houseArea] of [90, 96, 100].entries()) {
    await app.as('lin').patch(`/api/registry/households/${id}`, {
      ...said,
      baseVersion: 2 + index,
      trueFrom: `2016-0${5 + index}-01`,
      changes: [{ field: 'houseArea', to: houseArea }],
    });
  }

  const first = await read(id, '/events', { field: 'houseArea', limit: 2 });
  const second = await read(id, '/events', {
    field: 'houseArea',
    limit: 2,
    cursor: first.body.next,
  });

  const days = (page: typeof first) =>
    page.body.items.map((one: { trueFrom: string }) => one.trueFrom);
  expect(days(first)).toEqual(['2016-07-01', '2016-06-01']);
  expect(days(second)).toEqual(['2016-05-01', '2015-11-02']);
  expect(second.body.next).toBeNull();
});

test('what was true on a day and what was known on a day are two questions [HJ-71]', async () => {
  const { id } = await aStored();
  app.clock.set('2016-09-28T02:00:00.000Z');
  await app.as('lin').patch(`/api/registry/households/${id}`, {
    ...said,
    baseVersion: 2,
    trueFrom: '2016-03-01',
    changes: [{ field: 'houseArea', to: 120 }],
  });

  const area = async (query: object) => (await read(id, '/at', query)).body.values.houseArea;

  expect(await area({ trueOn: '2016-02-29' })).toBe(80);
  expect(await area({ trueOn: '2016-03-01' })).toBe(120);
  expect(await area({ trueOn: '2016-03-01', knownAt: '2016-09-27' })).toBe(80);
  expect(await area({ trueOn: '2016-03-01', knownAt: '2016-09-28' })).toBe(120);
  expect((await read(id, '/at', { trueOn: '2014-01-01' })).body).toMatchObject({
    existed: false,
    members: [],
  });
});

test('the state on a day counts who was a member then, and the income known then', async () => {
  const record = await aStored();
  const daughter = record.persons[2]?.id ?? '';
  await app.as('lin').post(`/api/registry/persons/${daughter}/departure`, {
    ...said,
    leftReason: 'MARRIED_OUT',
    trueFrom: '2016-08-15',
  });

  const before = await read(record.id, '/at', { trueOn: '2016-08-14' });
  const after = await read(record.id, '/at', { trueOn: '2016-08-15' });
  const unheard = await read(record.id, '/at', { knownAt: '2015-11-01' });

  expect(before.body).toMatchObject({
    values: { members: 3, incomePerHead: 266_667 },
    events: { all: 3 },
  });
  expect(before.body.members).toHaveLength(3);
  expect(after.body.values.members).toBe(2);
  expect(unheard.body.existed).toBe(false);
});

test('who left is told on the card with day and reason, and a split keeps its people in both histories', async () => {
  const record = await aStored();
  const [, , daughter] = record.persons;
  const split = await app.as('chen').post(`/api/registry/households/${record.id}/split`, {
    ...said,
    persons: [daughter?.id],
    head: daughter?.id,
    trueFrom: '2016-09-20',
  });

  const old = await read(record.id);
  const young = await read(split.body.newHousehold);
  const oldBefore = await read(record.id, '/at', { trueOn: '2016-09-19' });

  expect(old.body.members).toHaveLength(2);
  expect(old.body.former).toMatchObject([{ id: daughter?.id, values: { leftReason: 'SPLIT' } }]);
  expect(young.body.members).toMatchObject([{ values: { name: '谭小芳' }, isHead: true }]);
  expect(oldBefore.body.members).toHaveLength(3);
});

test('the ledger offers what can be entered and tells what was taken back', async () => {
  const { id } = await aStored();
  const entered = await app.as('lin').post(`/api/registry/households/${id}/income`, {
    year: 2016,
    kind: 'cropCost',
    amountFen: 10_000,
    source: 'receipt',
  });
  const entry = entered.body.entries.find((one: { year: number }) => one.year === 2016);
  await app.as('lin').post(`/api/registry/households/${id}/income/${entry.id}/reversal`, {
    reason: '记错了',
  });

  const { body } = await read(id, '/income');

  expect(body).toMatchObject({ periodStartMonth: 1, options: { yearTo: 2016 } });
  expect(body.years.map((year: { year: number }) => year.year)).toEqual([2015]);
  expect(body.entries.find((one: { id: string }) => one.id === entry.id)).toMatchObject({
    branch: 'cost',
    authorName: '林桂英',
    reversedBy: expect.any(String),
  });
  expect(body.options.persons).toHaveLength(3);
});

test('a household elsewhere does not exist, nor does a day no calendar has', async () => {
  const { id } = await aStored();

  for (const path of ['', '/events', '/at', '/income']) {
    expect((await app.as('sun').get(`/api/registry/households/${id}${path}`)).code).toBe(
      'registry/no-such-household',
    );
  }
  const noDay = await read(id, '/at', { trueOn: '2016-02-30' });

  expect(noDay.code).toBe('registry/no-such-day');
});
