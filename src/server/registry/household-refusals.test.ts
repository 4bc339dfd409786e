import { describe, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { inScope } from '#server/database/connect.ts';
import { anApp } from '#tests/world/app.ts';
import { type CastName, places } from '#tests/world/cast.ts';
import { aHousehold, anId, aPerson, today } from '#tests/world/household.ts';
import { insertHouseholds } from './bulk.store.ts';
import { householdWriteRoutes } from './household-write.routes.ts';
import { toHouseholdRows } from './to-household-rows.ts';

const app = await anApp({ routes: householdWriteRoutes, demonstration: true });
const { platform } = app;

const [head, spouse] = [aPerson({ name: '韦一' }), aPerson({ name: '韦二', relation: 'SPOUSE' })];
const home = aHousehold({ areaCode: places.village }, [head, spouse]);
const other = aHousehold({ areaCode: places.village }, [aPerson({ identity: null })]);
await inScope(platform.db, everything, (tx) =>
  insertHouseholds(
    tx,
    [home, other].map((record) => toHouseholdRows(record, { secrets: platform.secrets, today })),
  ),
);

const said = { trueFrom: '2016-09-01', source: 'visit', reason: '入户核对' };
const nobody = anId();
const at = (rest: string) => `/api/registry/households/${home.id}${rest}`;
const changes = { baseVersion: 1, ...said, changes: [{ field: 'television', to: true }] };
const register = {
  area: places.village,
  persons: [{ values: { name: '甲', relation: 'HEAD' } }],
  ...said,
};
const split = { ...said, persons: [spouse.id], head: spouse.id };

/** Each "no" of writing to the register, with what brings it about. */
const refused: readonly [code: string, path: string, body: object, who: CastName][] = [
  ['registry/no-such-income-entry', at(`/income/${nobody}/reversal`), { reason: '重复' }, 'zhao'],
  [
    'registry/income-year-out-of-range',
    at('/income'),
    { year: 2003, kind: 'crop', amountFen: 1, source: 'visit' },
    'zhao',
  ],
  ['registry/area-not-in-force', at('/move'), { ...said, area: '451226202999' }, 'zhao'],
  ['registry/area-beyond-scope', at('/move'), { ...said, area: places.farVillage }, 'zhao'],
  ['registry/named-households-only', at('/move'), { ...said, area: places.otherVillage }, 'he'],
  [
    'registry/household-no-taken',
    '/api/registry/households',
    { ...register, householdNo: home.values.householdNo },
    'zhao',
  ],
  [
    'registry/id-of-another-county',
    '/api/registry/households',
    { ...register, id: anId(451225) },
    'zhao',
  ],
  [
    'registry/wrong-member-reason',
    at('/persons'),
    { ...said, joinedReason: 'DIED', values: { name: '乙' } },
    'zhao',
  ],
  ['registry/someone-stays', at('/split'), { ...split, persons: [head.id, spouse.id] }, 'zhao'],
  ['registry/not-among-them', at('/split'), { ...split, head: head.id }, 'zhao'],
  ['registry/not-present', at('/split'), { ...split, persons: [nobody], head: nobody }, 'zhao'],
  ['registry/person-needed', at('/unmask'), { field: 'identity', purpose: '办理缴费' }, 'zhao'],
  [
    'registry/nothing-to-unmask',
    at('/unmask'),
    { field: 'bankAccount', purpose: '核对账号' },
    'zhao',
  ],
  [
    'registry/no-such-conflict',
    `/api/registry/conflicts/${nobody}/resolution`,
    { choice: 'confirmed', reason: '核对过' },
    'zhao',
  ],
];

describe('a "no" of the register', () => {
  test.each(refused)(
    '%s says what is wrong in the reader’s language',
    async (code, path, body, who) => {
      const answer = await app.as(who).post(path, body);

      expect(answer.body.error.code).toBe(code);
      expect(answer.body.error.message).toMatch(/[。]$/);
      expect(answer.body.error.message).not.toMatch(/\{\w+\}/);
    },
  );

  test('registry/no-such-household and registry/no-such-person tell nothing of what is elsewhere', async () => {
    const elsewhere = anId(451225);
    const household = await app.as('lin').patch(`/api/registry/households/${elsewhere}`, changes);
    const person = await app.as('lin').patch(`/api/registry/persons/${elsewhere}`, changes);

    expect(household.body.error.code).toBe('registry/no-such-household');
    expect(person.body.error.code).toBe('registry/no-such-person');
  });

  test('registry/unknown-column names the columns there are', async () => {
    const { body } = await app.as('chen').get('/api/registry/households/export?columns=secrets');

    expect(body.error.code).toBe('registry/unknown-column');
    expect(body.error.message).toContain('householdNo');
  });

  test('a question is decided once, by its owner, and as it was asked', async () => {
    const write = (to: number, keepBoth: boolean) =>
      app.as('lin').patch(`/api/registry/households/${other.id}`, {
        ...changes,
        keepBoth,
        changes: [{ field: 'houseArea', to }],
      });
    await write(50, false);
    const [conflict] = (await write(60, true)).body.conflicts;
    const decide = (who: 'lin' | 'zhao', body: object) =>
      app
        .as(who)
        .post(`/api/registry/conflicts/${conflict}/resolution`, { reason: '复核', ...body });

    const byVillage = await decide('lin', { choice: 'side', side: 0 });
    const unfit = await decide('zhao', { choice: 'side', side: 7 });
    const first = await decide('zhao', { choice: 'side', side: 0 });
    const again = await decide('zhao', { choice: 'side', side: 1 });

    expect(byVillage.status).toBe(403);
    expect(unfit.body.error.code).toBe('registry/choice-does-not-fit');
    expect(first.status).toBe(200);
    expect(again.body.error.code).toBe('registry/settled-already');
  });

  test('registry/not-yours-to-decide: a question about an identity number is the county’s', async () => {
    const { identity } = head.values;
    const answer = await app.as('lin').patch(`/api/registry/persons/${other.persons[0]?.id}`, {
      ...changes,
      baseVersion: 3,
      changes: [{ field: 'identity', to: identity }],
    });
    const [conflict] = answer.body.conflicts;

    const decided = await app.as('zhao').post(`/api/registry/conflicts/${conflict}/resolution`, {
      choice: 'confirmed',
      reason: '看过证件',
    });

    expect(decided.body.error.code).toBe('registry/not-yours-to-decide');
    expect(countyOfId(conflict)).toBe(451226);
  });
});
