import { beforeAll, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { inScope } from '#server/database/connect.ts';
import { insertHouseholds } from '#server/registry/bulk.store.ts';
import { toHouseholdRows } from '#server/registry/to-household-rows.ts';
import { anApp } from '#tests/world/app.ts';
import { county, places } from '#tests/world/cast.ts';
import { installHousePack } from '#tests/world/house-pack.ts';
import { aHousehold, today } from '#tests/world/household.ts';
import { keepAllMovements } from '../charts/keep-movements.ts';
import { simulationRoutes } from '../simulation/simulation.routes.ts';
import { boardRoutes } from './board.routes.ts';

const app = await anApp({ routes: [...simulationRoutes, ...boardRoutes] });
const { platform } = app;
const scenario = '/api/insight/board/scenario';
let trial: string;

beforeAll(async () => {
  await installHousePack(platform);
  const of = (areaCode: string) =>
    [8, 80].map((houseArea) =>
      aHousehold({ areaCode, houseArea, television: false, stage: 'LISTED' }),
    );
  const records = [...of(places.village), ...of(places.farVillage)];
  await inScope(platform.db, everything, (tx) =>
    insertHouseholds(
      tx,
      records.map((record) => toHouseholdRows(record, { secrets: platform.secrets, today })),
    ),
  );
  await keepAllMovements(platform);
  const changes = [{ kind: 'cutOff', value: 60 }];
  const wider = { area: county, name: '放宽十分', reasons: '会上有人问', changes };
  trial = (await app.as('chen').post('/api/insight/trials', wider)).body.id;
});

test('a kept trial is offered on the board of its county and says what it would do to each village', async () => {
  const board = (await app.as('chen').get('/api/insight/board')).body;
  expect(board.scenarios.map(({ name }: { name: string }) => name)).toEqual(['放宽十分']);

  const { body } = await app.as('chen').get(scenario, { area: county, trial });
  expect(body).toMatchObject({ name: '放宽十分', reasons: '会上有人问' });
  const byCode = Object.fromEntries(
    body.villages.map((one: { code: string; enters: number; leaves: number }) => [
      one.code,
      [one.enters, one.leaves],
    ]),
  );
  expect(byCode).toEqual({ [places.village]: [1, 0], [places.farVillage]: [1, 0] });
});

test('a village that enters after the trial was kept counts by the register of today', async () => {
  const more = aHousehold({ areaCode: places.thirdVillage, houseArea: 8, television: false });
  const late = aHousehold({ areaCode: places.thirdVillage, houseArea: 80, television: false });
  await inScope(platform.db, everything, (tx) =>
    insertHouseholds(
      tx,
      [more, late].map((record) => toHouseholdRows(record, { secrets: platform.secrets, today })),
    ),
  );
  const { body } = await app.as('chen').get(scenario, { area: county, trial });
  const third = body.villages.find((one: { code: string }) => one.code === places.thirdVillage);
  expect(third).toMatchObject({ enters: 1, leaves: 0 });
});

test('the neighbouring county finds no such trial, a township is not asked, and whoever may not try rules is refused', async () => {
  expect((await app.as('sun').get(scenario, { area: '451225', trial })).code).toBe(
    'insight/no-such-trial',
  );
  expect((await app.as('sun').get(scenario, { area: county, trial })).code).toBe(
    'access/outside-area',
  );
  expect((await app.as('sun').get('/api/insight/board')).body.scenarios).toEqual([]);
  expect((await app.as('wu').get(scenario, { trial })).status).toBe(403);
});
