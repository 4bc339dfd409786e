import { beforeAll, describe, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import type { ChartCell, ChartContent, ChartPanel } from '#domain/insight/charts/chart-shape.ts';
import type { HouseholdValues } from '#domain/registry/household.ts';
import { inScope } from '#server/database/connect.ts';
import { installPack } from '#server/policy/pack-library.ts';
import { insertHouseholds } from '#server/registry/bulk.store.ts';
import { compactCounts } from '#server/registry/fold-counts.ts';
import { registryHouseholdRoutes } from '#server/registry/household.routes.ts';
import { toHouseholdRows } from '#server/registry/to-household-rows.ts';
import { anApp } from '#tests/world/app.ts';
import { county, places } from '#tests/world/cast.ts';
import { aHousehold, today } from '#tests/world/household.ts';
import { shipped, shippedTexts } from '#tests/world/shipped-packs.ts';
import { chartRoutes } from './charts.routes.ts';
import { keepAllMovements } from './keep-movements.ts';

const app = await anApp({ routes: [...chartRoutes, ...registryHouseholdRoutes] });
const { platform } = app;
const eight = [
  'statusMap',
  'targetChart',
  'dutyChart',
  'policyChart',
  'workflowChart',
  'fundsChart',
  'layoutChart',
  'scheduleChart',
];

const at = (areaCode: string, values: HouseholdValues) => aHousehold({ areaCode, ...values });

/** What the printing stands for, as the page says it. */
function rangeIn(why: string): { readonly low: number; readonly high: number } | undefined {
  const found = /印出的数代表 (?<sign>[≥≤] )?(?<first>[\d,.]+)(?:–(?<second>[\d,.]+))?/.exec(
    why,
  )?.groups;
  if (found === undefined) return undefined;
  const number = (text = '') => Number(text.replaceAll(',', ''));
  const first = number(found.first);
  if (found.sign === '≥ ') return { low: first, high: Infinity };
  if (found.sign === '≤ ') return { low: 0, high: first };
  return { low: first, high: found.second === undefined ? first : number(found.second) };
}

async function store(records: readonly ReturnType<typeof aHousehold>[]) {
  const rows = records.map((record) =>
    toHouseholdRows(record, { secrets: platform.secrets, today }),
  );
  await inScope(platform.db, everything, (tx) => insertHouseholds(tx, rows));
}

beforeAll(async () => {
  for (const id of ['china-2014', 'huanjiang-2016', 'gansu-2015', 'tongliao-2015', 'tea-club']) {
    const pack = shipped.get(id);
    if (pack !== undefined) await installPack(platform.db, shippedTexts(id), pack);
  }
  await platform.packs.reload();
  await store([
    at(places.village, { stage: 'SURVEYED' }),
    at(places.village, { stage: 'LISTED', primaryCause: 'ILLNESS', primaryMeasure: 'INDUSTRY' }),
    at(places.village, { stage: 'EXIT_ANNOUNCED', primaryCause: 'ILLNESS' }),
    at(places.otherVillage, { stage: 'EXIT_APPLIED', primaryMeasure: 'EDUCATION' }),
    at(places.farVillage, { stage: 'LISTED', primaryMeasure: 'INDUSTRY' }),
    at(places.neighbourVillage, { stage: 'LISTED', primaryCause: 'WATER' }),
  ]);
  await compactCounts(platform.db);
  await keepAllMovements(platform);
});

const address = (chart: string, pack = 'huanjiang-2016') => `/api/insight/charts/${pack}/${chart}`;

async function contentOf(chart: string, query = ''): Promise<ChartContent> {
  const { status, body } = await app.as('chen').get(`${address(chart)}${query}`);
  expect(status).toBe(200);
  return body.content;
}

function panelOf({ panels }: ChartContent, datum: string): ChartPanel {
  const panel = panels.find((one) => one.datum === datum);
  if (panel === undefined) throw new Error(`no panel ${datum}`);
  return panel;
}

const numbersOf = (cells: readonly ChartCell[]) =>
  cells.flatMap((cell) => (cell.kind === 'number' ? [cell.n] : []));

describe('charts of a pack', () => {
  test('the eight charts of the county are listed in the order of the pack, those of other places after them [HJ-10]', async () => {
    const { body } = await app.as('chen').get('/api/insight/charts');

    expect(body.sets[0].charts.map(({ id }: { id: string }) => id)).toEqual(eight);
    expect(body.sets[0].own).toBe(true);
    const five = body.sets.find(({ id }: { id: string }) => id === 'fiveCharts');
    expect(five).toMatchObject({ own: false, charts: { length: 5 } });
  });

  test('each of the eight is drawn, or says what it is missing [HJ-10]', async () => {
    for (const id of eight) {
      const { panels, gaps } = await contentOf(id);

      expect(panels.length, id).toBeGreaterThan(0);
      for (const panel of panels) {
        expect(panel.definition.zh, id).not.toBe('');
        expect(panel.source.en, id).not.toBe('');
      }
      for (const gap of gaps) expect(gap.why.zh, id).not.toBe('');
    }
    const { gaps } = await contentOf('fundsChart');
    expect(gaps.find(({ datum }) => datum === 'fundFlow')?.why.zh).toContain('账上还没有');
  });

  test('where we stand: township by township, and their sum', async () => {
    const { table } = panelOf(await contentOf('statusMap'), 'stages');

    const row = (id: string) => numbersOf(table?.rows.find((one) => one.id === id)?.cells ?? []);
    expect(row(places.township)).toEqual([4, 3, 3, 2, 1, 1, 1]);
    expect(row(places.otherTownship)).toEqual([1, 1, 1, 0, 0, 0, 0]);
    expect(row('total')).toEqual([5, 4, 4, 2, 1, 1, 1]);
  });

  test('every number that names a list is the number of that list, on all eight charts [HJ-10]', async () => {
    for (const id of eight) {
      const { panels } = await contentOf(id);
      const counted = panels.flatMap(({ table }) =>
        (table?.rows ?? []).flatMap((row) =>
          row.cells.flatMap((cell, index) =>
            cell.kind === 'number' && cell.opens?.page === 'households'
              ? [{ cell, unit: table?.columns[index]?.unit }]
              : [],
          ),
        ),
      );
      for (const { cell, unit } of counted) {
        const query = new URLSearchParams({ ...cell.opens?.filter, area: cell.opens?.area ?? '' });
        const { body } = await app.as('chen').get(`/api/registry/households/count?${query}`);
        expect(unit === 'person' ? body.persons : body.households, `${id} ${query}`).toBe(cell.n);
      }
    }
  });

  test('measures stand beside what was assigned, in the county the pack is made for [HJ-12]', async () => {
    const { drawing } = panelOf(await contentOf('targetChart'), 'measures');

    expect(drawing).toMatchObject({ kind: 'bars' });
    const bars = drawing?.kind === 'bars' ? drawing.bars : [];
    expect(bars[0]).toMatchObject({ n: 2, planned: 4162 });
    const village = panelOf(await contentOf('targetChart', `?area=${places.village}`), 'measures');
    expect(village.drawing?.kind === 'bars' && village.drawing.bars[0]?.planned).toBeNull();
  });

  test('of documents as many are drawn as are listed, and as many as the words say [HJ-06]', async () => {
    const { drawing, table, definition } = panelOf(await contentOf('policyChart'), 'documents');

    const tiers = drawing?.kind === 'tiers' ? drawing.tiers : [];
    const drawn = tiers.flatMap(({ boxes }) => boxes).length;
    expect(drawn).toBeGreaterThan(5);
    expect(table?.rows).toHaveLength(drawn);
    expect(definition.zh).toContain(`${drawn} 份`);
    expect(definition.en).toContain(`${drawn} documents`);
    for (const { title, boxes } of tiers) expect(title.zh).toMatch(`，${boxes.length} 份`);
    // On paper the boxes stand alone: each says how many rules cite it, as its row does.
    const cited = table?.rows.map(({ cells }) => numbersOf(cells)[0] ?? 0) ?? [];
    expect(Math.max(...cited)).toBeGreaterThan(1);
    for (const [at, { text }] of tiers.flatMap(({ boxes }) => boxes).entries()) {
      expect(text.zh).toContain(cited[at] === 0 ? '没有规则引用' : `${cited[at]} 条规则引用`);
    }
  });

  test('what a chart says it shows promises no number: a number is counted where it is drawn', () => {
    for (const [id, { rows }] of shipped) {
      for (const { shows } of rows.chartSets.flatMap(({ row }) => row.charts)) {
        expect(shows.zh, id).not.toMatch(/\d/);
        expect(shows.en, id).not.toMatch(/\d/);
      }
    }
  });

  test('assigned numbers have columns only where something was assigned', async () => {
    const columnsOf = async (query: string) =>
      panelOf(await contentOf('targetChart', query), 'measures').table?.columns.length;

    expect(await columnsOf('')).toBe(5);
    expect(await columnsOf(`?area=${places.village}`)).toBe(3);
  });

  test('of a task that is due by a day nobody is told when it began', async () => {
    const { drawing, table } = panelOf(await contentOf('scheduleChart'), 'schedule');

    const spells = drawing?.kind === 'spells' ? drawing.spells : [];
    const at = spells.findIndex(({ to }) => to === '2014-05-31');
    expect(spells[at]?.from).toBe('2014-05-31');
    expect(table?.rows[at]?.cells[1]).toMatchObject({ text: { zh: '' } });
    expect(spells.find(({ to }) => to === '2016-12-31')?.from).toBe('2016-01-01');
  });

  test('a number is held against what was published: it agrees, differs, or cannot be compared', async () => {
    const { checks } = await contentOf('statusMap');

    const check = (figure: string) => checks.find((one) => one.figure === figure);
    expect(check('registeredHouseholds')).toMatchObject({ live: 4, verdict: 'differs' });
    expect(check('registeredHouseholds')?.why.zh).toContain('18,350–18,449');
    const funds = await contentOf('fundsChart');
    expect(funds.checks.every(({ verdict }) => verdict === 'cannot')).toBe(true);
  });

  test('on all eight charts every published figure the pack names agrees with the number, or the page says why it does not [HJ-10]', async () => {
    const declared = shipped.get('huanjiang-2016')?.rows.chartSets ?? [];
    let compared = 0;
    let held = 0;
    for (const id of eight) {
      const chart = declared.flatMap(({ row }) => row.charts).find((one) => one.id === id);
      const { checks } = await contentOf(id);
      expect(checks.map(({ figure }) => figure)).toEqual(
        chart?.published.map(({ figure }) => figure),
      );
      for (const { figure, live, printed, verdict, why } of checks) {
        compared += 1;
        expect(why.zh, `${id} ${figure}`).not.toBe('');
        expect(why.en, `${id} ${figure}`).not.toBe('');
        // A verdict rests on both numbers; where one is missing none is given.
        if (verdict === 'cannot')
          expect([live === null, printed === ''], `${id} ${figure}`).toContain(true);
        else expect(live, `${id} ${figure}`).not.toBeNull();
        // What differs names the interval of what was printed and the number as it is now.
        if (verdict === 'differs') expect(why.zh).toMatch(/印出的数代表 .+，现在是 .+/);
        const range = rangeIn(why.zh);
        if (live === null || range === undefined) continue;
        held += 1;
        const isInside = range.low <= live && live <= range.high;
        expect(isInside, `${id} ${figure} ${why.zh}`).toBe(verdict === 'agrees');
      }
    }
    expect(compared).toBeGreaterThan(25);
    expect(held).toBeGreaterThan(10);
  });

  test('the balance of the year closes with what is there now [GS-06] [GS-20]', async () => {
    const { drawing } = panelOf(await contentOf('statusMap'), 'inAndOut');

    const steps = drawing?.kind === 'balance' ? drawing.steps : [];
    const [opening, ...rest] = steps.map(({ n, role }) => (role === 'out' ? -n : n));
    const closing = rest.pop();
    expect(rest.reduce((sum, n) => sum + n, opening ?? 0)).toBe(closing);
    expect(closing).toBe(3);
  });

  test('the five charts of a village are the same form in every county: names only in the village [GS-26] [GS-18] [GS-19] [GS-21] [GS-22]', async () => {
    const get = async (chart: string, query: string) =>
      (await app.as('chen').get(`${address(chart, 'gansu-2015')}${query}`)).body.content;

    const village = await get('householdTargets', `?area=${places.village}`);
    expect(village.panels[0].table.rows).toHaveLength(2);
    expect(village.panels[0].table.rows[0].cells[0].kind).toBe('household');
    const county = await get('householdTargets', '');
    expect(county.panels).toEqual([]);
    expect(county.gaps[0].why.zh).toBe('逐户的表到村才有。');
    expect(county.gaps[0].remedy.zh).toContain('选一个村');
    for (const chart of ['poorMap', 'causesTable', 'inOutChart', 'villageTargets']) {
      expect((await get(chart, `?area=${places.village}`)).panels.length, chart).toBeGreaterThan(0);
    }
  });

  test('the monitor of three levels shows who has been silent [TL-08]', async () => {
    const { body } = await app.as('chen').get(address('bannerMonitor', 'tongliao-2015'));

    const [network] = body.content.panels;
    expect(network.datum).toBe('network');
    expect(network.table.columns[3].title.zh).toBe('没有动静');
  });

  test('the tables leave as a workbook, as text with separators, and as data', async () => {
    const file = async (format: string) =>
      app.as('chen').get(`${address('statusMap')}/file?format=${format}`);

    expect((await file('csv')).text).toContain('合计,5,4,4,2,1,1,1');
    const json = JSON.parse((await file('json')).text);
    expect(json.hash).toMatch(/^[0-9a-f]{64}$/);
    expect((await file('xlsx')).status).toBe(200);
    const names = `${address('householdTargets', 'gansu-2015')}/file?format=csv`;
    const none = await app.as('chen').get(names);
    expect(none.body.error.code).toBe('insight/chart-has-no-table');
    expect(none.body.error.message).toContain('选一个村');
  });

  test('a chart nobody declares is not found', async () => {
    const { status, body } = await app.as('chen').get(address('ninthChart'));

    expect(status).toBe(404);
    expect(body.error.code).toBe('insight/no-such-chart');
  });
});

describe('approval', () => {
  test('one person puts a chart forward, another approves it, and it stands beside the live one [HJ-78]', async () => {
    const proposed = await app
      .as('chen')
      .post(`${address('statusMap')}/versions`, { note: '九月例会' });
    const { id } = proposed.body;
    const approval = `/api/insight/chart-versions/${id}/approval`;

    const own = await app.as('chen').post(approval, {});
    expect(own.body.error.code).toBe('insight/own-chart-version');
    expect((await app.as('fang').post(approval, {})).status).toBe(200);
    const again = await app.as('fang').post(approval, {});
    expect(again.body.error.code).toBe('insight/chart-version-decided');

    const same = await app.as('chen').get(`/api/insight/chart-versions/${id}`);
    expect(same.body).toMatchObject({ differences: [], version: { isCurrent: true } });
    await store([at(places.village, { stage: 'LISTED' })]);
    const changed = await app.as('chen').get(`/api/insight/chart-versions/${id}`);
    expect(changed.body.version).toMatchObject({ isCurrent: false, approver: '方丽华' });
    const listed = changed.body.differences.filter(
      (one: { row: { zh: string }; column: { zh: string } }) =>
        one.row.zh === '合计' && one.column.zh === '在册户',
    );
    expect(listed).toMatchObject([{ before: 4, now: 5 }]);
  });

  test('nobody approves or reads a version of another county', async () => {
    const { body } = await app.as('chen').post(`${address('layoutChart')}/versions`, {});

    for (const answer of [
      await app.as('sun').get(`/api/insight/chart-versions/${body.id}`),
      await app.as('sun').post(`/api/insight/chart-versions/${body.id}/approval`, {}),
    ]) {
      expect(answer.status).toBe(404);
      expect(answer.body.error.code).toBe('insight/no-such-chart-version');
    }
  });
});

describe('boards', () => {
  test('a phone learns whether a wall still holds, and no number', async () => {
    const board = await app
      .as('chen')
      .post(`${address('layoutChart')}/boards`, { paper: 'A0', area: places.otherTownship });
    const ask = () => app.nobody.get(`/api/insight/boards/${board.body.token}`);

    expect((await ask()).body.state).toBe('current');
    await store([at(places.farVillage, { stage: 'LISTED', primaryMeasure: 'INDUSTRY' })]);
    app.clock.advance(61);
    const changed = await ask();
    expect(changed.body.state).toBe('changed');
    expect(Object.keys(changed.body).sort()).toEqual(['checkedAt', 'printedAt', 'state']);
    const nothing = await app.nobody.get('/api/insight/boards/nothing-0123456789abcdef');
    expect(nothing.body.state).toBe('unknown');
  });

  test('a board of an approved version holds until another is approved', async () => {
    const propose = async () =>
      (await app.as('chen').post(`${address('dutyChart')}/versions`, {})).body.id;
    const approve = (id: string) =>
      app.as('fang').post(`/api/insight/chart-versions/${id}/approval`, {});
    const first = await propose();
    await approve(first);
    const board = await app
      .as('chen')
      .post(`${address('dutyChart')}/boards`, { paper: 'A3', version: first });
    const ask = () => app.nobody.get(`/api/insight/boards/${board.body.token}`);

    expect((await ask()).body.state).toBe('current');
    await approve(await propose());
    app.clock.advance(61);
    expect((await ask()).body.state).toBe('superseded');
  });

  test('who sees a part of a county prints no board of the whole', async () => {
    const { status, body } = await app.as('du').post(`${address('statusMap')}/boards`, {
      paper: 'A4',
    });

    expect(status).toBe(409);
    expect(body.error.code).toBe('insight/chart-of-part');
  });
});

test('the neighbouring county gets no chart of this one, and a helper none at all', async () => {
  expect((await app.as('sun').get(`${address('statusMap')}?area=${county}`)).status).toBe(403);
  const own = await app.as('sun').get(address('causesTable', 'gansu-2015'));
  expect(own.text).not.toContain('ILLNESS');
  expect((await app.as('he').get(address('statusMap'))).status).toBe(403);
  expect((await app.nobody.get(address('statusMap'))).status).toBe(401);
});
