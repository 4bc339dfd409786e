import { beforeAll, describe, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { registerDimensions } from '#domain/insight/explore/dimensions.ts';
import { areaCode, spanOf } from '#domain/kernel/area-code.ts';
import type { HouseholdValues } from '#domain/registry/household.ts';
import { inScope } from '#server/database/connect.ts';
import { installPack } from '#server/policy/pack-library.ts';
import { insertHouseholds } from '#server/registry/bulk.store.ts';
import { registryHouseholdRoutes } from '#server/registry/household.routes.ts';
import { toHouseholdRows } from '#server/registry/to-household-rows.ts';
import { anApp } from '#tests/world/app.ts';
import { type CastName, county, places } from '#tests/world/cast.ts';
import { aHousehold, today } from '#tests/world/household.ts';
import { shipped, shippedTexts } from '#tests/world/shipped-packs.ts';
import { keepAllMovements } from '../charts/keep-movements.ts';
import { exploreRoutes } from './explore.routes.ts';
import { keepAllCrosses } from './keep-crosses.ts';
import { countRegisterCells, type RegisterCell, readKeptCells } from './register-cells.store.ts';

const app = await anApp({ routes: [...exploreRoutes, ...registryHouseholdRoutes] });
const { platform } = app;

const at = (areaCode: string, values: HouseholdValues) => aHousehold({ areaCode, ...values });
const several = (count: number, areaCode: string, values: HouseholdValues) =>
  Array.from({ length: count }, () => at(areaCode, values));

const homes = [
  ...several(7, places.village, { stage: 'LISTED', primaryCause: 'ILLNESS', houseGrade: 'D' }),
  ...several(6, places.village, { stage: 'EXIT_ANNOUNCED', primaryCause: 'SCHOOLING' }),
  ...several(2, places.otherVillage, { stage: 'EXIT_ANNOUNCED', primaryCause: 'ILLNESS' }),
  ...several(9, places.farVillage, { stage: 'LISTED', primaryCause: 'ILLNESS' }),
  at(places.farVillage, { stage: 'LISTED' }),
  at(places.village, { stage: 'SURVEYED', primaryCause: 'ILLNESS' }),
];

beforeAll(async () => {
  for (const id of ['china-2014', 'huanjiang-2016']) {
    const pack = shipped.get(id);
    if (pack !== undefined) await installPack(platform.db, shippedTexts(id), pack);
  }
  await platform.packs.reload();
  const all = [...homes, at(places.neighbourVillage, { stage: 'LISTED', primaryCause: 'WATER' })];
  const rows = all.map((record) => toHouseholdRows(record, { secrets: platform.secrets, today }));
  await inScope(platform.db, everything, (tx) => insertHouseholds(tx, rows));
  await keepAllMovements(platform);
  await keepAllCrosses(platform);
});

interface Cell {
  readonly kind: string;
  readonly n: number | null;
  readonly hidden?: boolean;
  readonly text?: { readonly zh: string };
  readonly opens?: { readonly page: string; readonly filter: Record<string, string> } | null;
}
interface Row {
  readonly id: string;
  readonly cells: readonly Cell[];
}

const ask = async (who: CastName, query: Readonly<Record<string, string>>) =>
  app.as(who).get(`/api/insight/explore?${new URLSearchParams(query)}`);
const rowsOf = (body: { panel: { table: { rows: Row[] } } }) => body.panel.table.rows;
const numbersOf = (row: Row | undefined) => row?.cells.slice(1).map(({ n }) => n);

describe('exploring', () => {
  test('a county is counted by rows and columns, and the whole is the sum of its parts', async () => {
    const { body } = await ask('chen', { rows: 'part', columns: 'stage', area: county });

    const total = rowsOf(body).find(({ id }) => id === 'total');
    expect(numbersOf(total)).toEqual([17, 8, 25]);
    const home = rowsOf(body).find(({ id }) => id === places.township);
    expect(numbersOf(home)).toEqual([7, 8, 15]);
  });

  test('every number leads to a list of exactly so many households', async () => {
    const queries: readonly Readonly<Record<string, string>>[] = [
      { rows: 'cause', columns: 'grade' },
      { rows: 'band', columns: 'size' },
      { rows: 'part', columns: 'cause', stage: 'EXIT_ANNOUNCED' },
      { indicator: 'poor', rows: 'village' },
      { indicator: 'exited', rows: 'cause' },
    ];
    for (const query of queries) {
      const { body } = await ask('chen', query);
      let followed = 0;
      for (const row of rowsOf(body)) {
        for (const cell of row.cells) {
          if (cell.kind !== 'number' || cell.opens == null) continue;
          const { page, filter, area } = cell.opens as NonNullable<Cell['opens']> & {
            area: string;
          };
          expect(page).toBe('households');
          const counted = await app
            .as('chen')
            .get(`/api/registry/households/count?${new URLSearchParams({ area, ...filter })}`);
          expect(counted.body.households, `${JSON.stringify(query)} ${row.id}`).toBe(cell.n);
          followed += 1;
        }
      }
      expect(followed).toBeGreaterThan(2);
    }
  });

  test('what is kept of a county says the same as the register itself, for every two features', async () => {
    const spans = [spanOf(areaCode(county))];
    const sorted = (cells: readonly RegisterCell[]) =>
      [...cells].sort((one, other) =>
        `${one.row} ${one.column}` < `${other.row} ${other.column}` ? -1 : 1,
      );
    const pairs = registerDimensions.flatMap((rows, at) =>
      registerDimensions.slice(at + 1).map((columns) => ({ rows, columns })),
    );
    await inScope(platform.db, everything, async (tx) => {
      for (const { rows, columns } of pairs) {
        const asked = { spans, rows, columns, conditions: {}, digits: 6 };
        const kept = await readKeptCells(tx, { ...asked, asked: [rows, columns] });
        const counted = await countRegisterCells(tx, asked);
        expect(sorted(kept), `${rows} ${columns}`).toEqual(sorted(counted));
      }
    });
    const city = await ask('tang', { rows: 'cause', stage: 'LISTED' });
    expect(numbersOf(rowsOf(city.body).find(({ id }) => id === 'total'))).toEqual([18]);
  });

  test('above a county three features are not crossed, and the answer says what to do', async () => {
    const { status, body } = await ask('lu', { rows: 'cause', columns: 'stage', grade: 'D' });

    expect(status).toBe(422);
    expect(body.error.code).toBe('insight/cross-too-fine');
    expect((await ask('chen', { rows: 'cause', columns: 'stage', grade: 'D' })).status).toBe(200);
  });

  test('what joined and left stands by month, and opens the households that did', async () => {
    const { body } = await ask('chen', { indicator: 'joined', rows: 'month' });
    const total = rowsOf(body).find(({ id }) => id === 'total');
    expect(numbersOf(total)).toEqual([25]);

    const list = await app.as('chen').get('/api/insight/explore/households?what=joined&limit=200');
    expect(list.body.items).toHaveLength(25);
    const standing = await app
      .as('chen')
      .get(`/api/insight/explore/households?what=standingPoor&to=${today.slice(0, 7)}&limit=200`);
    expect(standing.body.items).toHaveLength(17);
    const wide = await app.as('lu').get('/api/insight/explore/households?what=left&area=45');
    expect(wide.body.error.code).toBe('insight/moved-too-wide');
  });

  test('a list goes on where it ended', async () => {
    const seen: string[] = [];
    let cursor = '';
    for (;;) {
      const { body } = await app
        .as('chen')
        .get(`/api/insight/explore/households?what=joined&limit=10${cursor}`);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      if (body.next === null) break;
      cursor = `&cursor=${body.next}`;
    }
    expect(new Set(seen).size).toBe(25);
  });

  test('the neighbouring county is in no number, and may not be asked', async () => {
    const { body } = await ask('sun', { rows: 'cause' });
    expect(numbersOf(rowsOf(body).find(({ id }) => id === 'total'))).toEqual([1]);
    expect((await ask('sun', { rows: 'cause', area: county })).status).toBe(403);
    const choices = await app.as('sun').get('/api/insight/explore/choices?indicator=registered');
    expect(choices.text).not.toContain('ILLNESS');
  });

  test('a table that leaves the house hides small numbers when asked to, in its file too', async () => {
    const asked = { rows: 'part', columns: 'stage', masked: 'true' };
    const { body } = await ask('chen', { ...asked, rows: 'cause' });
    expect(body.masked).toBe(true);
    expect(body.hidden).toBeGreaterThan(1);
    const cells = rowsOf(body).flatMap(({ cells: all }) =>
      all.filter(({ kind }) => kind === 'number'),
    );
    expect(cells.some(({ n }) => n !== null && n > 0 && n < 5)).toBe(false);
    for (const cell of cells) if (cell.hidden) expect(cell.n).toBeNull();

    const { text } = await app
      .as('chen')
      .get(
        `/api/insight/explore/file?${new URLSearchParams({ ...asked, rows: 'cause', format: 'csv' })}`,
      );
    expect(text).toContain('*');
  });
});
