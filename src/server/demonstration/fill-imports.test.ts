import { expect, test } from 'vitest';
import { areaCode } from '#domain/kernel/area-code.ts';
import { exchangeRoutes } from '#server/exchange/exchange.routes.ts';
import { anApp } from '#tests/world/app.ts';
import { county } from '#tests/world/cast.ts';
import { aDemonstrationCounty, perVillage } from '#tests/world/demonstration-county.ts';
import { fillImports } from './fill-imports.ts';

const app = await anApp({ demonstration: true, routes: exchangeRoutes });
const { platform, owner } = app;

test('the demonstration has one sheet that was taken with four rows refused, and one that was only tried; the register stays as it was', async () => {
  await aDemonstrationCounty(app);
  const registered = () =>
    owner.query(
      `select h.id, h.version, h.area_code, h.house_area, count(p.id)::integer as people
       from registry_household h left join registry_person p on p.household_id = h.id
       group by h.county, h.id order by h.id`,
    );
  const { rows: before } = await registered();

  expect(await fillImports(platform, areaCode(county))).toBe(2);
  expect(await fillImports(platform, areaCode(county))).toBe(0);

  expect((await registered()).rows).toEqual(before);
  const { items } = (await app.as('chen').get('/api/exchange/imports')).body;
  expect(items).toHaveLength(2);
  const of = (state: string) => items.find((one: { state: string }) => one.state === state);
  expect(of('done')).toMatchObject({
    fileName: expect.stringContaining('虚构'),
    counts: { rows: perVillage, refused: 4, newHouseholds: 0, changedHouseholds: 0 },
  });
  expect(of('checked').counts).toMatchObject({ rows: 7, newHouseholds: 6, refused: 1 });
  const done = (await app.as('chen').get(`/api/exchange/imports/${of('done').id}`)).body;
  expect(done.fileKept).toBe(true);
  expect(done.problemCounts.map(({ code }: { code: string }) => code)).toEqual(
    expect.arrayContaining(['exchange/number-unreadable', 'exchange/code-unknown']),
  );
}, 120_000);
