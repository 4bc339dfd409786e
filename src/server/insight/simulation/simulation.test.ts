import { beforeAll, describe, expect, test } from 'vitest';
import type { Simulation } from '#contract/insight-simulation.ts';
import { everything } from '#domain/access/scope.ts';
import type { HouseholdValues } from '#domain/registry/household.ts';
import { inScope } from '#server/database/connect.ts';
import { insertHouseholds } from '#server/registry/bulk.store.ts';
import { toHouseholdRows } from '#server/registry/to-household-rows.ts';
import { insertRechecks } from '#server/targeting/recheck.store.ts';
import { anApp } from '#tests/world/app.ts';
import { places } from '#tests/world/cast.ts';
import { installHousePack } from '#tests/world/house-pack.ts';
import { aHousehold, anId, aPerson, today } from '#tests/world/household.ts';
import { simulationRoutes } from './simulation.routes.ts';

const app = await anApp({ routes: simulationRoutes });
const { platform } = app;

// Points: houseArea / members below 10 gives 10, below 30 gives 40, else 60; a television 40. The line
// is 50, from above 500 square metres a house is a palace.
const two = () => [
  aPerson({ ethnicity: 'HAN' }),
  aPerson({ relation: 'SPOUSE', ethnicity: 'MAONAN', sex: 'FEMALE' }),
];
const register = {
  hut: [{ houseArea: 8, television: false, primaryCause: 'ILLNESS' }, [aPerson()]],
  cabin: [{ houseArea: 40, television: false, primaryCause: 'ILLNESS' }, two()],
  bright: [{ houseArea: 9, television: true, primaryCause: 'LABOUR' }, [aPerson()]],
  house: [{ houseArea: 80, television: false, primaryCause: null }, two()],
  palace: [{ houseArea: 900, television: false, primaryCause: 'ILLNESS' }, [aPerson()]],
  untold: [{ houseArea: null, television: true, primaryCause: 'LABOUR' }, [aPerson()]],
  rich: [{ houseArea: 80, television: true, primaryCause: 'LABOUR' }, [aPerson()]],
} as const satisfies Record<
  string,
  readonly [HouseholdValues, readonly ReturnType<typeof aPerson>[]]
>;

const households = Object.fromEntries(
  Object.entries(register).map(([name, [values, persons]]) => {
    const areaCode = name === 'house' ? places.farVillage : places.village;
    return [name, aHousehold({ areaCode, ...values }, persons)] as const;
  }),
);
const nameOf = (id: string) =>
  Object.entries(households).find(([, record]) => record.id === id)?.[0] ?? id;

const benefits = new Map([
  [
    'benefits/help.yaml',
    `benefits:
  - { id: allowance, title: { zh: 补助, en: Allowance }, kind: cash, to: person, who: { zh: 在册, en: Listed }, amount: allowanceAmount, source: { document: book }, verified: true }
  - { id: repair, title: { zh: 修房, en: Repair }, kind: cash, to: household, who: { zh: 房小, en: Small }, eligible: 'houseArea < 20', amount: repairAmount, source: { document: book }, verified: true }
  - { id: advice, title: { zh: 咨询, en: Advice }, kind: service, to: household, who: { zh: 在册, en: Listed }, source: { document: book }, verified: true }
`,
  ],
  [
    'parameters/help.yaml',
    `parameters:
  - { id: allowanceAmount, title: { zh: 补助标准, en: Rate }, unit: yuan/person/month, values: [{ from: '2015-01-01', value: 10.5, source: { document: book }, verified: true }] }
  - { id: repairAmount, title: { zh: 修房补助, en: Repair }, unit: yuan/household, values: [{ from: '2015-01-01', value: 1000, source: { document: book }, verified: true }] }
`,
  ],
]);

beforeAll(async () => {
  await installHousePack(platform, benefits);
  const rows = Object.values(households).map((record) =>
    toHouseholdRows(record, { secrets: platform.secrets, today }),
  );
  const verdicts = { hut: true, cabin: false, house: true, rich: false, bright: true } as const;
  await inScope(platform.db, everything, async (tx) => {
    await insertHouseholds(tx, rows);
    await insertRechecks(
      tx,
      Object.entries(verdicts).map(([name, isPoor]) => ({
        county: 451226,
        id: anId(),
        household_id: households[name]?.id ?? '',
        area_code: String(households[name]?.values.areaCode),
        checked_on: '2016-09-01',
        is_poor: isPoor,
        is_invented: true,
        source: '复核组',
      })),
    );
  });
});

const trial = (changes: readonly object[], more: object = {}) =>
  ({ changes: JSON.stringify(changes), ...more }) as Record<string, string>;

const tried = async (changes: readonly object[], more: object = {}): Promise<Simulation> => {
  const answer = await app.as('chen').get('/api/insight/simulations', trial(changes, more));
  expect(answer.code ?? answer.status).toBe(200);
  return answer.body;
};

const listedBy = async (changes: readonly object[], more: object): Promise<readonly string[]> => {
  const { body } = await app
    .as('chen')
    .get('/api/insight/simulations/households', trial(changes, more));
  return body.items.map(({ household }: { household: string }) => nameOf(household));
};

describe('who enters and who leaves', () => {
  test('[HJ-74] with nothing changed nobody moves, and both sides are the register as it is', async () => {
    const answer = await tried([]);

    expect(answer.base).toEqual(answer.variant);
    expect(answer.base).toMatchObject({
      cutOff: 50,
      listed: { households: 3, persons: 4 },
      beyond: 2,
      vetoed: 1,
      undetermined: 1,
    });
    expect(answer.enters).toEqual({ households: 0, persons: 0 });
    expect(answer.byCause).toEqual([]);
  });

  test('[HJ-69] a higher line lets in those between the two lines, by place, cause, ethnic group and size', async () => {
    const answer = await tried([{ kind: 'cutOff', value: 60 }]);

    expect(answer.enters).toEqual({ households: 1, persons: 2 });
    expect(answer.leaves).toEqual({ households: 0, persons: 0 });
    const byPlace = answer.byArea.map(({ code, listed, enters }) => [
      code,
      listed.households,
      enters.households,
    ]);
    expect(byPlace).toEqual([
      [places.farVillage.slice(0, 9), 0, 1],
      [places.village.slice(0, 9), 3, 0],
    ]);
    expect(answer.byCause).toMatchObject([{ key: '', enters: { households: 1, persons: 2 } }]);
    expect(answer.byEthnicity.map(({ key, enters }) => [key, enters.persons])).toEqual([
      ['HAN', 1],
      ['MAONAN', 1],
    ]);
    expect(answer.bySize).toMatchObject([{ key: '2', enters: { households: 1, persons: 2 } }]);
    expect(await listedBy([{ kind: 'cutOff', value: 60 }], { group: 'enters' })).toEqual(['house']);
  });

  test('a lower line puts out those above it', async () => {
    const changes = [{ kind: 'cutOff', value: 40 }];
    const answer = await tried(changes);

    expect(answer.leaves).toEqual({ households: 1, persons: 1 });
    expect(await listedBy(changes, { group: 'leaves' })).toEqual(['bright']);
  });

  test('a veto taken off, one made stricter and an item of other weight move whom they touch', async () => {
    const open = await tried([
      { kind: 'veto', veto: 'palace', rule: null },
      { kind: 'cutOff', value: 60 },
    ]);
    const strict = await tried([{ kind: 'veto', veto: 'palace', rule: 'houseArea >= 40' }]);
    const light = await tried([{ kind: 'weight', item: 'room', factor: 0.5 }]);
    const unseen = await tried([{ kind: 'points', item: 'television', at: 0, points: 0 }]);

    expect(open.enters.households).toBe(2);
    expect(open.variant.vetoed).toBe(0);
    expect(strict.leaves.households).toBe(1);
    expect(strict.variant.vetoed).toBe(4);
    // Room 5, 20, 5 + 40, 30, 30, 30 + 40.
    expect(light.enters.households).toBe(1);
    expect(light.variant.listed.households).toBe(4);
    expect(unseen.variant.listed.households).toBe(3);
    expect(unseen.distribution.find(({ points }) => points === 60)?.variant.beyond).toBe(2);
  });

  test('the households of an outcome, of a cause and of a bar are listed and paged', async () => {
    expect(await listedBy([], { group: 'listed', cause: 'ILLNESS' })).toEqual(['hut', 'cabin']);
    expect(await listedBy([], { group: 'vetoed' })).toEqual(['palace']);
    expect(await listedBy([], { group: 'undetermined' })).toEqual(['untold']);
    expect(await listedBy([], { group: 'listed', points: 40 })).toEqual(['cabin']);
    expect(await listedBy([], { group: 'listed', ethnicity: 'MAONAN' })).toEqual(['cabin']);
    const first = await app
      .as('chen')
      .get('/api/insight/simulations/households', { group: 'listed', limit: '2' });
    const second = await app.as('chen').get('/api/insight/simulations/households', {
      group: 'listed',
      limit: '2',
      cursor: first.body.next,
    });

    expect(first.body.items).toHaveLength(2);
    expect(
      second.body.items.map(({ household }: { household: string }) => nameOf(household)),
    ).toEqual(['bright']);
    expect(second.body.next).toBeNull();
  });
});

describe('what hangs on a single item', () => {
  test('near misses are the households within the margin, with the item that would flip each', async () => {
    const answer = await tried([], { margin: 10 });
    const { body } = await app
      .as('chen')
      .get('/api/insight/simulations/households', { group: 'near', margin: '10' });

    expect(answer.variant.near).toBe(3);
    const flips = Object.fromEntries(
      body.items.map(({ household, flip }: { household: string; flip: object }) => [
        nameOf(household),
        flip,
      ]),
    );
    expect(flips).toMatchObject({
      cabin: { kind: 'item', id: 'room', from: 40, to: 60 },
      bright: { kind: 'item', id: 'room', from: 10, to: 40 },
      house: { kind: 'item', id: 'room', from: 60, to: 40 },
    });
  });

  test('where the only veto is all that keeps a household out, the veto is named', async () => {
    const { body } = await app
      .as('chen')
      .get(
        '/api/insight/simulations/households',
        trial([{ kind: 'cutOff', value: 60 }], { group: 'vetoed' }),
      );

    expect(body.items).toMatchObject([{ flip: { kind: 'veto', id: 'palace' } }]);
  });
});

describe('what it costs and how well it finds the poor', () => {
  test('the yearly cost is what the listed are entitled to, with what was assumed', async () => {
    const { cost } = await tried([
      { kind: 'cutOff', value: 60 },
      { kind: 'benefit', benefit: 'repair', amount: 2000 },
    ]);

    // Four persons listed at 126 yuan a year and two small houses at 1,000; then six persons and 2,000.
    expect(cost.baseFen).toBe(4 * 12_600 + 2 * 100_000);
    expect(cost.variantFen).toBe(6 * 12_600 + 2 * 200_000);
    expect(cost.lines.map(({ id, assumptions }) => [id, assumptions])).toEqual([
      ['allowance', ['everyMember', 'everyListed']],
      ['repair', ['oneOff']],
    ]);
    expect(cost.uncounted).toMatchObject([{ id: 'advice', why: 'noAmount' }]);
  });

  test('an amount given to an entitlement without one is counted, another rule of who is entitled too', async () => {
    const { cost } = await tried([
      { kind: 'benefit', benefit: 'advice', amount: 100 },
      { kind: 'benefit', benefit: 'repair', eligible: 'houseArea < 9' },
    ]);

    const fen = Object.fromEntries(cost.lines.map(({ id, variant }) => [id, variant?.fen]));
    expect(fen).toEqual({ allowance: 4 * 12_600, repair: 100_000, advice: 3 * 10_000 });
  });

  test('errors are counted against the re-checked, each rate with its own denominator and interval', async () => {
    const { errors } = await tried([{ kind: 'cutOff', value: 60 }]);

    expect(errors).toMatchObject({
      rechecked: 5,
      invented: 5,
      from: '2016-09-01',
      sources: ['复核组'],
    });
    expect(errors?.base).toMatchObject({
      inclusion: { hits: 1, of: 3 },
      exclusion: { hits: 1, of: 3 },
      omission: { hits: 1, of: 2 },
    });
    expect(errors?.variant).toMatchObject({
      inclusion: { hits: 1, of: 4, share: 0.25 },
      exclusion: { hits: 0, of: 3, low: 0 },
      omission: { hits: 0, of: 1 },
    });
  });
});

test('the rules that can be changed come with their values in force, their words and their marks', async () => {
  const { body } = await app.as('chen').get('/api/insight/simulations/rules');

  expect(body.sheet).toMatchObject({ cutOff: 50, direction: 'lowerIsPoorer', verified: false });
  expect(body.sheet.items[0].points.map(({ words }: { words: object }) => words)).toMatchObject([
    { en: expect.stringContaining('House area') },
    { en: expect.stringContaining('30') },
    { zh: '' },
  ]);
  expect(body.sheet.vetoes[0].words.zh).toContain('住房面积');
  expect(body.benefits).toMatchObject([
    { id: 'allowance', amount: 10.5, eligible: null },
    { id: 'repair', amount: 1000, eligible: 'houseArea < 20' },
    { id: 'advice', amount: null },
  ]);
});

describe('what is refused', () => {
  test('a change of something the rules do not have, and one that does not hold, say so in words', async () => {
    const ask = (changes: readonly object[]) =>
      app.as('chen').get('/api/insight/simulations', trial(changes));
    const unknown = await ask([{ kind: 'parameter', id: 'moonPhase', value: 1 }]);
    const broken = await ask([{ kind: 'veto', veto: 'palace', rule: 'houseArea > nowhere' }]);
    const entitled = await ask([{ kind: 'benefit', benefit: 'repair', eligible: 'houseArea' }]);
    const text = await app.as('chen').get('/api/insight/simulations', { changes: '[{' });
    const shape = await ask([{ kind: 'magic' }]);

    expect([unknown.code, broken.code, entitled.code]).toEqual(
      Array(3).fill('insight/change-does-not-hold'),
    );
    expect(broken.text).toContain('nowhere');
    expect([text.code, shape.code]).toEqual(Array(2).fill('insight/unreadable-changes'));
  });

  test('where no sheet is in force the rules say which places have one', async () => {
    const simulated = await app.as('sun').get('/api/insight/simulations');
    const { body } = await app.as('sun').get('/api/insight/simulations/rules');

    expect(simulated.code).toBe('targeting/no-sheet');
    expect(body).toMatchObject({ sheet: null, places: [] });
  });

  test('a part of the area is listed by the rules of the area, a part elsewhere is refused', async () => {
    const listed = (part: string) =>
      app.as('chen').get('/api/insight/simulations/households', { group: 'all', part });
    const far = await listed(places.farVillage);
    const elsewhere = await listed(places.neighbourVillage);

    expect(far.body.items.map(({ household }: { household: string }) => nameOf(household))).toEqual(
      ['house'],
    );
    expect(elsewhere.code).toBe('access/outside-area');
  });

  test('the neighbouring county is refused everywhere, and whoever may not simulate', async () => {
    for (const path of ['', '/rules', '/households']) {
      const answer = await app
        .as('sun')
        .get(`/api/insight/simulations${path}`, { area: places.village });
      expect(answer.code).toBe('access/outside-area');
      expect((await app.as('lin').get(`/api/insight/simulations${path}`)).code).toBe(
        'access/not-permitted',
      );
    }
  });
});

// Last, since it adds a household.
test('a supervisor of two townships tries rules on these and on no household between them', async () => {
  const between = aHousehold({ areaCode: places.thirdVillage, houseArea: 8, television: false });
  await inScope(platform.db, everything, (tx) =>
    insertHouseholds(tx, [toHouseholdRows(between, { secrets: platform.secrets, today })]),
  );

  const { body } = await app.as('du').get('/api/insight/simulations');
  const list = await app.as('du').get('/api/insight/simulations/households', { group: 'all' });
  const county = await app.as('chen').get('/api/insight/simulations');

  expect(body.households).toBe(7);
  expect(list.body.items).toHaveLength(7);
  expect(county.body.households).toBe(8);
});
