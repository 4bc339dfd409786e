import { beforeAll, describe, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { accuracies, accuracyIds } from '#domain/insight/accuracy/accuracies.ts';
import type { HouseholdValues } from '#domain/registry/household.ts';
import { inScope } from '#server/database/connect.ts';
import { insertHouseholds } from '#server/registry/bulk.store.ts';
import { toHouseholdRows } from '#server/registry/to-household-rows.ts';
import { anApp } from '#tests/world/app.ts';
import { county, places } from '#tests/world/cast.ts';
import { aHousehold, anId, today } from '#tests/world/household.ts';
import { shipped } from '#tests/world/shipped-packs.ts';
import { keepAllQuality } from '../quality/keep-quality.ts';
import { accuracyRoutes } from './accuracy.routes.ts';

const app = await anApp({ routes: accuracyRoutes });
const { platform } = app;
const at = (areaCode: string, values: HouseholdValues) => aHousehold({ areaCode, ...values });
const homes = [
  at(places.village, { stage: 'LISTED', primaryCause: 'WATER', houseGrade: 'D' }),
  at(places.village, { stage: 'LISTED', primaryCause: 'ILLNESS' }),
  at(places.farVillage, { stage: 'LISTED' }),
];

beforeAll(async () => {
  const all = [...homes, at(places.neighbourVillage, { stage: 'LISTED', primaryCause: 'WATER' })];
  const rows = all.map((record) => toHouseholdRows(record, { secrets: platform.secrets, today }));
  await inScope(platform.db, everything, (tx) => insertHouseholds(tx, rows));
  await keepAllQuality(platform);
});

const ask = async (who: 'chen' | 'sun' | 'lu', area?: string) =>
  (await app.as(who).get(`/api/insight/accuracies${area === undefined ? '' : `?area=${area}`}`))
    .body;
const of = (body: { items: { id: string }[] }, id: string) =>
  body.items.find((one) => one.id === id) as never as Record<
    'machine' | 'department' | 'field',
    { share?: { right: number; of: number; interval: unknown }; why?: { zh: string } }
  >;

/** One answer of a verification in the field. */
async function asked(household: (typeof homes)[number], field: string, value: unknown) {
  await inScope(platform.db, everything, (tx) =>
    tx
      .insertInto('supervision_entry')
      .values({
        county: Number(county),
        id: anId(Number(county)),
        household_id: household.id,
        area_code: places.village,
        verification: 'sixChecks',
        method: 'visit',
        informant: '户主',
        informant_key: 'head',
        documents: [],
        answers: JSON.stringify([{ field, value }]),
        note: '',
        asked_on: today,
        account: anId(Number(county)),
        account_name: '核查员',
        recorded_at: '2016-09-20T00:00:00.000Z',
      })
      .execute(),
  );
}

describe('eight accuracies', () => {
  test('are the eight that Gansu names, in their order [GS-09]', () => {
    const set = shipped
      .get('gansu-2015')
      ?.rows.indicators.find(({ row }) => row.id === 'eightAccuracies');
    expect(set?.row.indicators.map(({ id }) => id)).toEqual([...accuracyIds]);
    expect(set?.row.indicators.map(({ title }) => title.zh)).toEqual(
      accuracies.map(({ title }) => title.zh),
    );
  });

  test('three numbers stand apart; what nothing counts says why [GS-10] [GS-11] [GS-12]', async () => {
    const before = await ask('chen');
    expect(of(before, 'causes').machine.share).toMatchObject({ of: 4 * 3, right: 4 * 3 - 2 });
    expect(of(before, 'causes').department.why?.zh).toContain('不涉及');
    expect(of(before, 'causes').field.why?.zh).toContain('还没有');
    expect(of(before, 'identified').department.why?.zh).toContain('还没有比对');

    const [first, second] = homes;
    if (first === undefined || second === undefined) throw new Error('two homes');
    await asked(first, 'primaryCause', 'WATER');
    await asked(second, 'primaryCause', 'SCHOOLING');
    const after = await ask('chen');
    expect(of(after, 'causes').field.share).toMatchObject({ right: 1, of: 2 });
    expect(of(after, 'causes').field.share?.interval).not.toBeNull();
    expect(of(after, 'causes').machine).toEqual(of(before, 'causes').machine);
    expect(of(after, 'facts').field.share).toMatchObject({ right: 1, of: 2 });
  });

  test('what visits before an exit found stands beside what the register says, item by item, the newest of each [GS-12]', async () => {
    expect(of(await ask('chen'), 'inAndOut').field.why?.zh).toContain('入户核验');
    const [home] = homes;
    if (home === undefined) throw new Error('a home');
    const [number, id] = [Number(county), anId(Number(county))];
    await app.owner.query(
      `insert into casework_case (county, id, household_id, area_code, pack, pack_edition, process, begun_on,
         begun_by, position, step, step_since, waits_for)
       values ($1, $2, $3, $4, 'p', '1', 'exit', $5, $2, 1, 'visit', $5, '{township}')`,
      [number, id, home.id, places.village, today],
    );
    const found = (place: number, item: string, [holds, computed]: readonly (boolean | null)[]) =>
      app.owner.query(
        `insert into casework_check (county, case_id, place, household_id, area_code, step, item, seen, holds, note,
           computed, register, paper, seen_on, account, account_name, recorded_at)
         values ($1, $2, $3, $4, $5, 'visit', $6, 0, $7, '', $8, $9, '一号', $10, $2, '核验员', now())`,
        [
          number,
          id,
          place,
          home.id,
          places.village,
          item,
          holds,
          computed,
          JSON.stringify([{ id: item }]),
          today,
        ],
      );
    await found(1, 'incomeOverLine', [false, true]);
    await found(2, 'houseSafe', [false, true]);
    await found(3, 'waterSafe', [true, null]);
    // Looked at again: the newest counts.
    await found(4, 'incomeOverLine', [true, true]);

    const after = await ask('chen');

    expect(of(after, 'inAndOut').field.share).toMatchObject({ right: 1, of: 2 });
    expect(of(after, 'incomeAndSpending').field.share).toMatchObject({ right: 1, of: 1 });
    expect(of(after, 'plans').field.why?.zh).toContain('户里答不出');
    expect(of(await ask('sun'), 'inAndOut').field.why).toBeDefined();
  });

  test('the neighbour’s checks are not in them, and above a county a county is asked for', async () => {
    expect(of(await ask('sun'), 'causes').field.why).toBeDefined();
    expect(of(await ask('sun'), 'causes').machine.share).toMatchObject({ of: 4, right: 4 });
    expect(await ask('lu', '45')).toMatchObject({ isWide: true, items: [] });
  });
});
