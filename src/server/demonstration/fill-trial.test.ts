import { expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { inScope } from '#server/database/connect.ts';
import { boardRoutes } from '#server/insight/board/board.routes.ts';
import { insertHouseholds } from '#server/registry/bulk.store.ts';
import { toHouseholdRows } from '#server/registry/to-household-rows.ts';
import { anApp } from '#tests/world/app.ts';
import { county, places } from '#tests/world/cast.ts';
import { installHousePack } from '#tests/world/house-pack.ts';
import { aHousehold, today } from '#tests/world/household.ts';
import { fillTrial } from './fill-trial.ts';

const app = await anApp({ routes: boardRoutes });
const { platform } = app;

test('the demonstration keeps one trial, counted by the register, once and marked as invented, for the board to lay over its villages', async () => {
  expect(await fillTrial(platform, areaCode(county))).toBe(0);
  await installHousePack(platform);
  const rows = [8, 40, 80].map((houseArea) =>
    toHouseholdRows(aHousehold({ areaCode: places.village, houseArea, television: false }), {
      secrets: platform.secrets,
      today,
    }),
  );
  await inScope(platform.db, everything, (tx) => insertHouseholds(tx, rows));

  await fillTrial(platform, areaCode(county));
  await fillTrial(platform, areaCode(county));

  const { scenarios } = (await app.as('chen').get('/api/insight/board')).body;
  expect(scenarios).toHaveLength(1);
  expect(scenarios[0].name).toContain('虚构');
  const asked = { area: county, trial: scenarios[0].id };
  const laid = await app.as('chen').get('/api/insight/board/scenario', asked);
  expect(laid.status).toBe(200);
  expect((await app.as('sun').get('/api/insight/board')).body.scenarios).toEqual([]);
});
