// The grid as it stands: of a county or township by the places below, of a village cell by cell, with what
// lies in no cell.
import { z } from 'zod';
import type { InputOf, OutputOf } from '#contract/route.ts';
import type {
  CellRow,
  CellView,
  Grid,
  getCell,
  getGrid,
  listCellHouseholds,
} from '#contract/workforce-grid.ts';
import { type AreaCode, areaCode, levelOf, spanOf } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { shortNameOf } from '#domain/registry/area.ts';
import { type CellPlace, checkGrid } from '#domain/workforce/grid.ts';
import { noSuchCell } from '#domain/workforce/grid-refusals.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { listAreaChildren, listAreas } from '#server/registry/area.store.ts';
import { nameAreas } from '#server/registry/area-names.ts';
import { countyOrBelow } from './coverage.ts';
import {
  type CellRecord,
  countByPlace,
  countGrid,
  findCell,
  listCells,
  listFormerOfficers,
  listHouseholdsOf,
  listPatrols,
} from './grid.store.ts';
import { countByCell, countIncidents, listIncidentRows } from './incident.store.ts';
import { incidentViews } from './incident-view.ts';

export async function gridOf(context: Context, _input: InputOf<typeof getGrid>): Promise<Grid> {
  const area = countyOrBelow(context.area);
  const level = levelOf(area);
  const mayDraw = context.may('workforce.manage');
  if (level === 'county' || level === 'township') {
    return { ...(await gridBelow(context, area)), mayDraw };
  }
  const village = areaCode(area.slice(0, 12));
  return { ...(await gridOfVillage(context, village)), mayDraw };
}

async function gridBelow(context: Context, area: AreaCode): Promise<Omit<Grid, 'mayDraw'>> {
  const { tx, today, scope } = context;
  const span = spanOf(area);
  const digits = levelOf(area) === 'county' ? 9 : 12;
  const [children, counts, events] = [
    await listAreaChildren(tx, area, today),
    await countGrid(tx, { span, digits }),
    await countIncidents(tx, { span, digits, today }),
  ];
  const below = children.map(({ code, name }) => {
    const count = counts.find(({ place }) => place === code);
    const own = events.filter(({ place, state }) => place === code && state !== 'closed');
    return {
      code,
      name: shortNameOf(name),
      cells: count?.cells ?? 0,
      officers: count?.officers ?? 0,
      households: count?.households ?? 0,
      uncovered: count?.uncovered ?? 0,
      open: sum(own, 'count'),
      late: sum(own, 'late'),
      patrolledOn: count?.patrolled_on ?? null,
    };
  });
  // Whoever sees households by name only has cells of their own and no sums of others.
  const isWhole = scope.households === null;
  return {
    cells: sum(below, 'cells'),
    officers: sum(below, 'officers'),
    households: sum(below, 'households'),
    uncovered: sum(below, 'uncovered'),
    open: sum(below, 'open'),
    late: sum(below, 'late'),
    below: isWhole ? [...below].sort(worstFirst) : [],
    items: isWhole ? [] : await cellRows(context, await listCells(tx, span)),
    holes: [],
  };
}

/** Most events overdue first, then most households in no cell, then most events open; else as places stand. */
function worstFirst(one: Grid['below'][number], other: Grid['below'][number]): number {
  return other.late - one.late || other.uncovered - one.uncovered || other.open - one.open;
}

async function gridOfVillage(context: Context, village: AreaCode): Promise<Omit<Grid, 'mayDraw'>> {
  const { tx, scope } = context;
  const cells = await listCells(tx, spanOf(village));
  const places = await placesOfVillage(context, village);
  const { holes, covered, uncovered } = checkGrid(cells, places);
  const items = await cellRows(context, cells);
  return {
    cells: cells.length,
    officers: cells.filter(({ officer_name }) => officer_name !== null).length,
    households: covered + uncovered,
    uncovered,
    open: sum(items, 'open'),
    late: sum(items, 'late'),
    below: [],
    items,
    holes: scope.households === null ? [...holes] : [],
  };
}

/** Hamlets in force, and whatever else households are entered in. */
export async function placesOfVillage(
  { tx, today }: Pick<Context, 'tx' | 'today'>,
  village: AreaCode,
): Promise<readonly CellPlace[]> {
  const hamlets = await listAreaChildren(tx, village, today);
  const counts = await countByPlace(tx, spanOf(village));
  const named = new Map<string, string>(hamlets.map(({ code, name }) => [code, name]));
  const codes = [
    ...new Set([...hamlets.map(({ code }) => code), ...counts.map((one) => one.place)]),
  ];
  const [own] = codes.includes(village) ? await listAreas(tx, [village], today) : [];
  return codes.sort().map((code) => ({
    code,
    name: named.get(code) ?? (code === village ? shortNameOf(own?.name ?? code) : code),
    households: counts.find(({ place }) => place === code)?.households ?? 0,
  }));
}

async function cellRows(context: Context, cells: readonly CellRecord[]): Promise<CellRow[]> {
  const { tx, today, actor } = context;
  if (cells.length === 0) return [];
  const villages = [...new Set(cells.map(({ area_code }) => area_code))];
  const named = await nameAreas(tx, villages, today);
  const events = await countByCell(tx, boundsOf(villages), today);
  const places: CellPlace[] = [];
  for (const village of villages) {
    places.push(...(await placesOfVillage(context, areaCode(village))));
  }
  return cells.map((cell) => {
    const own = places.filter(({ code }) => cell.places.includes(code));
    const count = events.find((one) => one.cell === cell.id);
    return {
      id: cell.id,
      version: cell.version,
      name: cell.name,
      areaCode: cell.area_code,
      township: named(cell.area_code).township,
      village: named(cell.area_code).village,
      places: own,
      households: sum(own, 'households'),
      officer: cell.officer_name,
      officerSince: cell.officer_since,
      isMine: cell.officer_account === actor.account,
      patrolledOn: cell.patrolled_on,
      open: count?.open ?? 0,
      late: count?.late ?? 0,
    };
  });
}

function boundsOf(villages: readonly string[]) {
  const sorted = [...villages].sort();
  return { low: sorted[0] ?? '', high: `${sorted.at(-1) ?? ''}:` };
}

export async function cellOne(
  context: Context,
  { params }: InputOf<typeof getCell>,
): Promise<CellView> {
  const { tx, today } = context;
  const cell = (await findCell(tx, params.id)) ?? refuse(noSuchCell);
  const [row] = await cellRows(context, [cell]);
  if (row === undefined) return refuse(noSuchCell);
  const filter = {
    span: spanOf(areaCode(cell.area_code)),
    isLate: false,
    account: undefined,
    cell: cell.id,
    today,
    after: undefined,
    limit: 50,
  };
  const incidents = [
    ...(await listIncidentRows(tx, { ...filter, isClosed: false })),
    ...(await listIncidentRows(tx, { ...filter, isClosed: true, limit: 20 })),
  ];
  const mayPatrol = cell.to_on === null && cell.officer_name !== null;
  return {
    ...row,
    endedOn: cell.to_on,
    officers: (await listFormerOfficers(tx, cell)).map(({ name, from_on, to_on }) => ({
      name,
      from: from_on,
      to: to_on,
    })),
    patrols: (await listPatrols(tx, cell)).map((one) => ({
      id: one.id,
      on: one.patrolled_on,
      by: one.account_name,
      note: one.note,
      events: one.events,
    })),
    incidents: await incidentViews(context, incidents),
    mayDraw: cell.to_on === null && context.may('workforce.manage'),
    mayPatrol,
  };
}

const Keys = z.tuple([z.string(), z.string()]);

export async function householdsOfCell(
  { tx }: Context,
  { params, query }: InputOf<typeof listCellHouseholds>,
): Promise<OutputOf<typeof listCellHouseholds>> {
  const cell = (await findCell(tx, params.id)) ?? refuse(noSuchCell);
  const rows = await listHouseholdsOf(tx, cell, {
    after: readCursor(query.cursor, Keys),
    limit: query.limit + 1,
  });
  const page = pageFrom(rows, query.limit, (row) => [row.area_code, row.household_no]);
  return {
    items: page.items.map((row) => ({
      household: row.id,
      householdNo: row.household_no,
      headName: row.head_name,
      members: row.members,
      areaCode: row.area_code,
      isRegistered: row.stage !== 'SURVEYED',
    })),
    next: page.next,
  };
}

function sum<Key extends string>(rows: readonly Record<Key, number>[], key: Key): number {
  return rows.reduce((all, row) => all + row[key], 0);
}
