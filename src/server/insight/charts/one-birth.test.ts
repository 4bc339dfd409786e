import { beforeAll, expect, test } from 'vitest';
import type { ChartContent } from '#domain/insight/charts/chart-shape.ts';
import { compactCounts } from '#server/registry/fold-counts.ts';
import { registryHouseholdRoutes } from '#server/registry/household.routes.ts';
import { anApp } from '#tests/world/app.ts';
import { measureOf } from '#tests/world/assistance-world.ts';
import { householdRoutes } from '#tests/world/book-doors.ts';
import { aRegistered } from '#tests/world/casework-world.ts';
import { places } from '#tests/world/cast.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { chartRoutes } from './charts.routes.ts';

const app = await anApp({
  routes: [...householdRoutes, ...registryHouseholdRoutes, ...chartRoutes],
});
const [zhao, chen] = [app.as('zhao'), app.as('chen')];

interface Page {
  readonly paper: string;
  readonly parts: readonly {
    readonly rows?: readonly (readonly string[])[];
    readonly facts?: readonly (readonly [string, string])[];
  }[];
}

beforeAll(() => installForPlace(app.platform, 'huanjiang-2016'));

const factOf = (page: Page | undefined, label: string) =>
  page?.parts.flatMap(({ facts }) => facts ?? []).find(([name]) => name === label)?.[1];

/** Registered persons of the village on the first of the county's charts. */
async function drawn(): Promise<number | null | undefined> {
  await compactCounts(app.platform.db);
  const { body } = await chen.get(
    `/api/insight/charts/huanjiang-2016/statusMap?area=${places.township}`,
  );
  const { panels } = body.content as ChartContent;
  const row = panels
    .find(({ datum }) => datum === 'stages')
    ?.table?.rows.find(({ id }) => id === places.otherVillage);
  return row?.cells.flatMap((cell) => (cell.kind === 'number' ? [cell.n] : []))[2];
}

/** Wherever a reader meets the number of people of the household, and what it makes of its income. */
async function seen(household: string) {
  const { body: own } = await zhao.get(`/api/assistance/households/${household}/books`);
  const pages = own.pages as readonly Page[];
  const { body: village } = await zhao.get(`/api/assistance/books?area=${places.otherVillage}`);
  const { body: help } = await zhao.get(`/api/assistance/households/${household}`);
  const { body: card } = await chen.get(`/api/registry/households/${household}`);
  const paper = (name: string) => pages.find((one) => one.paper === name);
  return {
    register: [card.values.members, card.members.length, card.values.incomePerHead],
    card: factOf(paper('card'), '人口'),
    books: ['plan', 'measures', 'ledger'].map((name) => factOf(paper(name), '人口')),
    village: village.page.parts[1].rows.find((row: string[]) => row[0] === '生002')[2],
    plan: help.plan.members,
    perHead: paper('card')?.parts[2]?.rows?.[0]?.[2],
    chart: await drawn(),
  };
}

test('[HH-07] [HJ-10] a birth entered once changes the card, three books, the village register, the chart, the plan’s head count and the income per head, and nothing else is typed', async () => {
  const household = await aRegistered(app, {
    stage: 'LISTED',
    primaryCause: 'CAPITAL',
    areaCode: places.otherVillage,
    householdNo: '生002',
  });
  await zhao.post(`/api/registry/households/${household}/income`, {
    year: 2016,
    kind: 'crop',
    amountFen: 600_000,
    source: 'visit',
  });
  await planInVillage(household);
  const before = await seen(household);
  const typed = async () =>
    (
      await app.owner.query(
        `select (select count(*) from registry_event where household_id = $1)::integer as events,
           (select count(*) from assistance_plan where household_id = $1)::integer as plans,
           (select count(*) from registry_income_entry where household_id = $1)::integer as incomes`,
        [household],
      )
    ).rows[0];
  const written = await typed();

  const born = await zhao.post(`/api/registry/households/${household}/persons`, {
    values: { name: '韦新生', sex: 'MALE', birthDate: '2016-09-01', relation: 'SON' },
    joinedReason: 'BORN',
    trueFrom: '2016-09-01',
    source: 'statement',
    reason: '出生',
  });

  expect(born.code).toBeUndefined();
  expect(before).toEqual({
    register: [1, 1, 600_000],
    card: '1',
    books: ['1', '1', '1'],
    village: '1',
    plan: 1,
    perHead: '6,000',
    chart: 1,
  });
  expect(await seen(household)).toEqual({
    register: [2, 2, 300_000],
    card: '2',
    books: ['2', '2', '2'],
    village: '2',
    plan: 2,
    perHead: '3,000',
    chart: 2,
  });
  expect(await typed()).toEqual({ ...written, events: written.events + 1 });
});

/** Drafted by the township and approved by the county, for a village nobody of the cast works in. */
async function planInVillage(household: string): Promise<void> {
  const { body: begun } = await zhao.post(`/api/assistance/households/${household}/plans`);
  const saved = await zhao.put(`/api/assistance/plans/${begun.id}`, {
    revision: begun.revision,
    fromYear: 2016,
    toYear: 2016,
    goal: '稳定脱贫',
    measures: [measureOf('INDUSTRY')],
  });
  expect(saved.status).toBe(200);
  expect((await zhao.post(`/api/assistance/plans/${begun.id}/submission`)).status).toBe(200);
  const decided = await chen.post(`/api/assistance/plans/${begun.id}/decision`, { approve: true });
  expect(decided.status).toBe(200);
}
