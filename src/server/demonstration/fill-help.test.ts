import { join } from 'node:path';
import { expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { areaCode, spanOf } from '#domain/kernel/area-code.ts';
import type { Id } from '#domain/kernel/id.ts';
import { huanjiangPlaces } from '#server/access/demonstration-accounts.ts';
import { inScope } from '#server/database/connect.ts';
import { shippedPacks } from '#server/policy/read-pack-folders.ts';
import { insertHouseholds } from '#server/registry/bulk.store.ts';
import { toHouseholdRows } from '#server/registry/to-household-rows.ts';
import { countKeptCoverage } from '#server/workforce/cover-count.store.ts';
import { countCoverage } from '#server/workforce/coverage.store.ts';
import { anApp, type TestApp } from '#tests/world/app.ts';
import { aColleague } from '#tests/world/casework-world.ts';
import { aHousehold, aPerson, today } from '#tests/world/household.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { shipped } from '#tests/world/shipped-packs.ts';
import { fillHelp } from './fill-help.ts';
import { readDemonstration } from './read-demonstration.ts';

const files = readDemonstration(join(shippedPacks, 'huanjiang-2016'));
const hamlets = [huanjiangPlaces.village, '451226202206', '451226207200'];
const perVillage = 40;

/** The same households in every installation: ids count up. */
async function aFilled(): Promise<TestApp> {
  const app = await anApp({ routes: [] });
  await aColleague(app, {
    username: 'helper',
    displayName: '韦秀清',
    title: '',
    role: 'helper',
    area: huanjiangPlaces.village,
    sees: [],
  });
  const rows = hamlets.flatMap((areaCodeOf, village) =>
    Array.from({ length: perVillage }, (_, at) =>
      toHouseholdRows(
        {
          ...aHousehold(
            {
              areaCode: areaCodeOf,
              stage: 'LISTED',
              listedOn: '2016-01-15',
              householdNo: `${areaCodeOf}${at}`,
            },
            [aPerson()],
          ),
          id: `06e29a00-0000-8000-8000-${String(village * perVillage + at).padStart(12, '0')}` as Id,
        },
        { secrets: app.platform.secrets, today },
      ),
    ),
  );
  await inScope(app.platform.db, everything, (tx) => insertHouseholds(tx, rows));
  await installForPlace(app.platform, 'huanjiang-2016');
  expect(await fillHelp(app.platform, files)).toBeGreaterThan(0);
  return app;
}

async function tablesOf({ owner }: TestApp) {
  const rowsOf = async (what: string) => (await owner.query(what)).rows;
  return {
    pairs: await rowsOf(
      'select household_id, helper_id, helper_name, due_on from workforce_pairing order by 1',
    ),
    visits: await rowsOf(
      'select id, household_id, helper_id, visited_on, minute from workforce_visit order by 1',
    ),
    findings: await rowsOf('select id, kind, words, closed_on from workforce_finding order by 1'),
  };
}

test('help of the demonstration is the same at every fill, made once, and its sums are those of its rows', async () => {
  const [app, other] = [await aFilled(), await aFilled()];
  const { owner, platform } = app;

  expect(await tablesOf(other)).toEqual(await tablesOf(app));
  expect(await fillHelp(platform, files)).toBe(0);

  const { rows: wrong } = await owner.query(
    `select h.name from workforce_helper h where h.households <> (
       select count(*) from workforce_pairing p where p.helper_id = h.id and p.to_on is null)`,
  );
  expect(wrong).toEqual([]);
  const { rows: untrue } = await owner.query(
    `select v.id from workforce_visit v join workforce_pairing p on p.household_id = v.household_id
     where v.visited_on > '2016-09-30' or v.helper_id <> p.helper_id or v.visited_on > p.last_visit_on`,
  );
  expect(untrue).toEqual([]);
  const { rows: early } = await owner.query(
    `select v.id from workforce_visit v join workforce_pairing p on p.household_id = v.household_id
     where v.visited_on < p.from_on`,
  );
  expect(early).toEqual([]);
  const { rows: villages } = await owner.query(
    `select left(v.area_code, 12) as village, count(distinct date_trunc('month', v.visited_on))::integer as months
     from workforce_visit v group by 1`,
  );
  expect(villages.length).toBeGreaterThan(1);
  expect(villages.filter(({ months }) => months !== 9)).toEqual([]);
  const span = spanOf(areaCode('451226'));
  const asked = { span, digits: 9, today: '2016-09-30' };
  const [kept, counted] = await inScope(platform.db, everything, async (tx) => [
    await countKeptCoverage(tx, asked),
    await countCoverage(tx, asked),
  ]);
  expect(kept).toEqual(counted);
  const households = counted.reduce((sum, one) => sum + one.households, 0);
  expect(households).toBe(hamlets.length * perVillage);
  const { rows: pairs } = await owner.query(
    'select count(*)::integer as made from workforce_pairing',
  );
  expect(pairs[0].made + counted.reduce((sum, one) => sum + one.none, 0)).toBe(households);
}, 120_000);

test('[HJ-33] as many units as published were called in that day, and nobody of theirs had been on site before', async () => {
  const { owner } = await aFilled();
  const figure = shipped
    .get('huanjiang-2016')
    ?.rows.figures.find(({ row }) => row.id === 'unitsSummoned')?.row;
  const { rows: called } = await owner.query(
    `select count(distinct unit_id)::integer as units from workforce_interview where held_on = $1`,
    [figure?.on],
  );
  const { rows: early } = await owner.query(
    `select v.id from workforce_visit v
     join workforce_interview i on i.unit_id = v.unit_id and i.held_on = $1
     where v.visited_on <= i.held_on`,
    [figure?.on],
  );

  expect(figure).toMatchObject({ on: '2016-03-15', value: called[0].units });
  expect(called[0].units).toBeGreaterThan(1);
  expect(early).toEqual([]);
}, 120_000);
