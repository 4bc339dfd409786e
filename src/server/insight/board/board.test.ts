import { beforeAll, describe, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { inScope } from '#server/database/connect.ts';
import { insertHouseholds } from '#server/registry/bulk.store.ts';
import { compactCounts } from '#server/registry/fold-counts.ts';
import { toHouseholdRows } from '#server/registry/to-household-rows.ts';
import { anApp } from '#tests/world/app.ts';
import { county, places } from '#tests/world/cast.ts';
import { aHousehold, anId, today } from '#tests/world/household.ts';
import { keepAllMovements } from '../charts/keep-movements.ts';
import { boardRoutes } from './board.routes.ts';

const app = await anApp({ routes: boardRoutes });
const { platform } = app;
const [unit, foreign] = [anId(Number(county)), anId(451225)];

beforeAll(async () => {
  const several = (count: number, areaCode: string) =>
    Array.from({ length: count }, () => aHousehold({ areaCode, stage: 'LISTED' }));
  const rows = [
    ...several(9, places.village),
    ...several(4, places.farVillage),
    ...several(2, places.neighbourVillage),
  ].map((record) => toHouseholdRows(record, { secrets: platform.secrets, today }));
  await inScope(platform.db, everything, async (tx) => {
    await insertHouseholds(tx, rows);
    for (const [id, area] of [
      [unit, county],
      [foreign, '451225'],
    ] as const) {
      await tx
        .insertInto('workforce_unit')
        .values({
          county: Number(area),
          id,
          area_code: area,
          name: `县水利局${area}`,
          kind: 'office',
          note: '',
          from_on: '2016-01-01',
        })
        .execute();
    }
  });
  await compactCounts(platform.db);
  await keepAllMovements(platform);
  // Eight months in which one household left the village each month.
  await app.owner.query(
    `insert into insight_movement (county, area_code, day, kind, from_stage, to_stage, households, persons)
     select 451226, area, ('2016-01-15'::date + make_interval(months => month))::date, 'household.changed',
       'LISTED', 'EXIT_ANNOUNCED', 1, 3
     from generate_series(0, 7) as month, unnest($1::text[]) as area`,
    [[county, places.township, places.village]],
  );
  await app.owner.query(
    `update insight_movement set day = '2015-12-15' where to_stage = 'LISTED' and county = 451226`,
  );
});

const board = async (who: 'chen' | 'zhao' | 'sun' | 'tang' | 'wu', area?: string) =>
  (await app.as(who).get(`/api/insight/board${area === undefined ? '' : `?area=${area}`}`)).body;
const place = (who: 'chen' | 'sun' | 'wu', body: object) =>
  app.as(who).post('/api/insight/board/placements', body);
const villageOf = (body: { villages: { code: string }[] }, code: string) =>
  body.villages.find((one) => one.code === code) as never as Record<string, unknown>;

/** A project of the county that is not over, in its own village. */
async function aProject(area: string, dueOn: string) {
  const id = anId(Number(county));
  await app.owner.query(
    `insert into funds_project (county, id, area_code, number, title, kind, level, mode, year, planned_fen, due_on,
       step, step_on, author, author_name, changed_by_name, created_at)
     values ($1, $2, $3, '2016-202-0007', '村路', 'road', 'village', 'ordinary', 2016, 100, $4,
       'building', '2016-05-01', $2, '陈国强', '陈国强', now())`,
    [Number(county), id, area, dueOn],
  );
  return id;
}

describe('the planning board', () => {
  test('has every village with what stood at each month’s end and what its pace comes to', async () => {
    const village = villageOf(await board('chen'), places.village);

    const { poor, exited } = village.history as { poor: number[]; exited: number[] };
    expect([poor.at(0), poor.at(-1), exited.at(-1)]).toEqual([9, 1, 8]);
    expect(village.forecast).toMatchObject({ months: 9, perMonth: 8 / 9, done: 2 });
    expect(village.state).toBe('unplanned');
    const far = villageOf(await board('chen'), places.farVillage);
    expect(far.forecast).toBe('nobody-leaves');
  });

  test('a village is planned for a year and moved to another, and who did it is said', async () => {
    expect((await place('chen', { area: places.village, year: 2016 })).status).toBe(204);
    expect(villageOf(await board('chen'), places.village)).toMatchObject({
      year: 2016,
      state: 'on-time',
      placedBy: '陈国强',
    });
    await place('chen', { area: places.farVillage, year: 2017 });
    expect(villageOf(await board('chen'), places.farVillage).state).toBe('behind');
    await place('chen', { area: places.farVillage, year: 2016 });
    expect(villageOf(await board('chen'), places.farVillage).state).toBe('late');

    await place('chen', { area: places.village, year: null });
    expect(villageOf(await board('chen'), places.village)).toMatchObject({ year: null });
    const { rows } = await app.owner.query(
      'select count(*)::integer as acts from insight_placement where subject = $1',
      [places.village],
    );
    expect(rows[0]?.acts).toBe(2);
  });

  test('a unit stands on one village at a time, and is taken off again', async () => {
    const stands = async () =>
      (await board('chen')).units.find(({ id }: { id: string }) => id === unit)?.village;
    expect(await stands()).toBeNull();
    await place('chen', { unit, area: places.village });
    await place('chen', { unit, area: places.farVillage });
    expect(await stands()).toBe(places.farVillage);
    await place('chen', { unit, area: county });
    expect(await stands()).toBeNull();
  });

  test('a project stands in its own village until it is moved, and is late past its day', async () => {
    const id = await aProject(places.village, '2016-06-30');
    const project = async () =>
      (await board('chen')).projects.find((one: { id: string }) => one.id === id);
    expect(await project()).toMatchObject({ village: places.village, isLate: true, title: '村路' });
    await place('chen', { piece: { kind: 'project', id }, area: places.farVillage });
    expect((await project())?.village).toBe(places.farVillage);
    await place('chen', { piece: { kind: 'project', id }, area: county });
    expect((await project())?.village).toBeNull();
    const strange = await place('sun', {
      piece: { kind: 'project', id },
      area: places.neighbourVillage,
    });
    expect(strange.body.error.code).toBe('insight/no-such-piece');
  });

  test('what is no village takes nothing, and a foreign unit is as if it were not there', async () => {
    const wide = await place('chen', { area: places.township, year: 2017 });
    expect(wide.body.error.code).toBe('insight/board-needs-village');
    const strange = await place('chen', { unit: foreign, area: places.village });
    expect(strange.body.error.code).toBe('insight/no-such-piece');
    expect((await place('wu', { area: places.village, year: 2017 })).status).toBe(403);
    expect((await place('sun', { area: places.village, year: 2017 })).status).toBe(403);
    expect((await board('sun')).units.map(({ id }: { id: string }) => id)).toEqual([foreign]);
    const team = { kind: 'team', id: `${places.village}:forces` };
    const none = await place('chen', { piece: team, area: places.village });
    expect(none.body.error.code).toBe('insight/no-such-piece');
    const odd = await place('chen', { piece: { kind: 'team', id: 'x' }, area: places.village });
    expect(odd.status).toBe(400);
  });

  test('a township sees its own villages; a city sees who changes the register and no village', async () => {
    const own = await board('zhao');
    expect(own.villages.map(({ code }: { code: string }) => code)).toEqual([places.village]);

    const city = await board('tang');
    expect(city).toMatchObject({ isWide: true, villages: [], units: [], mayPlace: false });
    const here = city.network.find(({ code }: { code: string }) => code === county);
    expect(here).toMatchObject({ today: 0, lastOn: '2016-08-15', silentDays: 46 });
  });
});
