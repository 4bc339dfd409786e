// Whatever is done with helpers, nobody is without one unseen; kept counts say what the rows say.
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { areaCode, spanOf } from '#domain/kernel/area-code.ts';
import { inScope, type Tx } from '#server/database/connect.ts';
import { householdWriteRoutes } from '#server/registry/household-write.routes.ts';
import { anApp } from '#tests/world/app.ts';
import { aRegistered } from '#tests/world/casework-world.ts';
import { places } from '#tests/world/cast.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { countKeptCoverage, countKeptDue } from './cover-count.store.ts';
import { countCoverage } from './coverage.store.ts';
import { countDueByUnit } from './due.store.ts';
import { compactCover } from './fold-cover.ts';
import { visitRoutes } from './visits.routes.ts';
import { workforceRoutes } from './workforce.routes.ts';

const app = await anApp({ routes: [...workforceRoutes, ...visitRoutes, ...householdWriteRoutes] });
const chen = app.as('chen');
const day = '2016-09-30';
const span = spanOf(areaCode('451226'));

beforeAll(() => installForPlace(app.platform, 'huanjiang-2016'));

const counted = <Result>(work: (tx: Tx) => Promise<Result>) =>
  inScope(app.platform.db, everything, work);

async function aHelper(name: string, area: string = places.village): Promise<string> {
  const { body } = await chen.post('/api/workforce/helpers', { name, rank: 'DIVISION', area });
  return body.id;
}

const pair = (household: string, helper: string) =>
  chen.post(`/api/workforce/households/${household}/pairing`, { helper });

/** Who has nobody on the day, from who is there: written without the rows of cover. */
async function withoutAnybody(): Promise<readonly string[]> {
  const { rows } = await app.owner.query(
    `with present as (
       select id from workforce_helper where left_on is null
         and not (away_from is not null and away_from <= $1 and (away_to is null or away_to >= $1)))
     select h.id from registry_household h where h.county = 451226 and h.stage <> 'SURVEYED'
       and not exists (
         select from workforce_pairing p join workforce_helper w on w.county = p.county and w.id = p.helper_id
         where p.household_id = h.id and p.to_on is null
           and (w.id in (select id from present) or w.stand_in in (select id from present)))
     order by h.id`,
    [day],
  );
  return rows.map(({ id }) => id);
}

async function expectSeen(): Promise<void> {
  const { body } = await chen.get('/api/workforce/uncovered', { area: '451226', limit: '200' });
  const alarmed = body.items.map((one: { household: string }) => one.household).sort();
  expect(alarmed).toEqual(await withoutAnybody());
  const cover = (await chen.get('/api/workforce/coverage', { area: '451226' })).body;
  expect(cover.none + cover.away).toBe(alarmed.length);
  expect(cover.covered).toBe(cover.households - alarmed.length);
  const asked = { span, digits: 9, today: day };
  expect(await counted((tx) => countKeptCoverage(tx, asked))).toEqual(
    await counted((tx) => countCoverage(tx, asked)),
  );
  const byId = (rows: readonly { id: string }[]) =>
    [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(byId(await counted((tx) => countKeptDue(tx, { span, today: day })))).toEqual(
    byId(await counted((tx) => countDueByUnit(tx, { span, today: day }))),
  );
}

const acts = ['pair', 'end', 'offer', 'accept', 'leave', 'standIn', 'back', 'depart', 'succeed'];
const step = fc.record({ act: fc.constantFrom(...acts), one: fc.nat(3), other: fc.nat(3) });

async function carryOut(
  { act, one, other }: { act: string; one: number; other: number },
  { helpers, households }: { helpers: readonly string[]; households: readonly string[] },
): Promise<void> {
  const [helper, next, household] = [helpers[one], helpers[other], households[one]];
  const to = (what: string) => `/api/workforce/helpers/${helper}/${what}`;
  const of = (what: string) => `/api/workforce/households/${household}/${what}`;
  // What is refused changes nothing, and is part of the game.
  if (act === 'pair') await pair(household ?? '', next ?? '');
  if (act === 'end') await chen.post(of('pairing/end'), { reason: '户已迁走' });
  if (act === 'offer') await chen.post(of('handover'), { helper: next, reason: '离得近' });
  if (act === 'leave') await chen.post(to('leave'), { from: day });
  if (act === 'standIn')
    await chen.post(to('leave'), { from: day, to: '2016-10-09', standIn: next });
  if (act === 'back') await chen.post(to('return'), {});
  if (act === 'depart') await chen.post(to('departure'), { reason: '调动', successor: null });
  if (act === 'succeed') await chen.post(to('departure'), { reason: '调动', successor: next });
  if (act !== 'accept') return;
  const { items } = (await chen.get('/api/workforce/handovers', { area: '451226' })).body;
  const id = items[other % Math.max(1, items.length)]?.id;
  if (id !== undefined) await chen.post(`/api/workforce/handovers/${id}/answer`, { accept: true });
}

test('[HJ-24] whatever hand-overs, leaves and departures: nobody is uncovered without an alarm', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 12 }), async (steps) => {
      const helpers: string[] = [];
      const households: string[] = [];
      for (const name of ['韦甲', '覃乙', '谭丙', '卢丁']) {
        helpers.push(await aHelper(name));
        households.push(await aRegistered(app, { stage: 'LISTED' }));
        await pair(households.at(-1) ?? '', helpers.at(-1) ?? '');
      }
      for (const one of steps) await carryOut(one, { helpers, households });
      await expectSeen();
      await compactCover(app.platform.db);
      await expectSeen();
    }),
    { numRuns: 6 },
  );
}, 120_000);

test('[HJ-24] whoever stands in and goes away or leaves stands in no longer, and the alarm says so', async () => {
  const [away, first, second] = [
    await aHelper('莫休'),
    await aHelper('莫一'),
    await aHelper('莫二'),
  ];
  const household = await aRegistered(app, { stage: 'LISTED' });
  await pair(household, away);
  const isAlarmed = async () => {
    const { body } = await chen.get(`/api/workforce/uncovered?area=${places.village}&limit=200`);
    return body.items.some((one: { household: string }) => one.household === household);
  };
  const leave = (helper: string, body: object) =>
    chen.post(`/api/workforce/helpers/${helper}/leave`, { from: day, ...body });

  await leave(away, { standIn: first });
  expect(await isAlarmed()).toBe(false);
  await leave(first, { to: '2016-10-09' });
  expect(await isAlarmed()).toBe(true);
  await leave(away, { standIn: second });
  expect(await isAlarmed()).toBe(false);
  await chen.post(`/api/workforce/helpers/${second}/departure`, { reason: '退休' });
  expect(await isAlarmed()).toBe(true);
});

test('pair, offer, visits and findings follow a household that moves, in lists and counts', async () => {
  const household = await aRegistered(app, { stage: 'LISTED' });
  const helper = await aHelper('石随', places.township);
  await pair(household, helper);
  await chen.post(`/api/workforce/households/${household}/visits`, {
    on: day,
    findings: [{ kind: 'problem', words: '屋顶漏雨' }],
  });
  await chen.post(`/api/workforce/households/${household}/handover`, {
    helper: await aHelper('石接', places.otherTownship),
    reason: '户已搬迁',
  });
  await compactCover(app.platform.db);
  const shown = async (area: string) => {
    const due = await chen.get('/api/workforce/due', { area, limit: '200' });
    const counts = await chen.get('/api/workforce/due/counts', { area });
    const found = await chen.get('/api/workforce/findings', { area });
    const has = ({ items }: { items: readonly { household: string }[] }) =>
      items.some((one) => one.household === household);
    return [has(due.body), has(found.body), counts.body.households];
  };
  const [, , near] = await shown(places.township);
  const [, , far] = await shown(places.otherTownship);

  const moved = await chen.post(`/api/registry/households/${household}/move`, {
    trueFrom: '2016-09-28',
    source: 'visit',
    reason: '易地搬迁',
    area: places.farVillage,
  });

  expect(moved.status).toBe(200);
  expect(await shown(places.township)).toEqual([false, false, near - 1]);
  expect(await shown(places.otherTownship)).toEqual([true, true, far + 1]);
  for (const table of ['pairing', 'visit', 'finding', 'handover']) {
    const { rows } = await app.owner.query(
      `select distinct area_code from workforce_${table} where household_id = $1`,
      [household],
    );
    expect([table, rows]).toEqual([table, [{ area_code: places.farVillage }]]);
  }
  await expectSeen();
});

test('due within seven days begins tomorrow; today has its own list', async () => {
  const due = async (state: string) =>
    (await chen.get('/api/workforce/due', { area: places.otherTownship, state, limit: '200' })).body
      .items;
  const days: string[] = ['2016-09-29', day, '2016-10-01', '2016-10-07', '2016-10-08'];
  for (const on of days) {
    const household = await aRegistered(app, { stage: 'LISTED', areaCode: places.farVillage });
    await pair(household, await aHelper(`期${on}`, places.otherTownship));
    await app.owner.query('update workforce_pairing set due_on = $1 where household_id = $2', [
      on,
      household,
    ]);
  }
  const daysOf = async (state: string) => [
    ...new Set((await due(state)).map((one: { dueOn: string }) => one.dueOn)),
  ];

  expect(await daysOf('soon')).toEqual(['2016-10-01', '2016-10-07']);
  expect(await daysOf('today')).toEqual([day]);
  expect(await daysOf('overdue')).toEqual(['2016-09-29']);
  await expectSeen();
});
