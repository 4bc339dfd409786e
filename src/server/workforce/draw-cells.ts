// Cells are drawn, redrawn, given an officer and given up. A hamlet lies in one cell: whoever draws holds the
// village, so that two drawings at once cannot both take it.
import type { InputOf, OutputOf } from '#contract/route.ts';
import type { drawCell, giveUpCell, nameOfficer, redrawCell } from '#contract/workforce-grid.ts';
import { permissionsOf } from '#domain/access/permission.ts';
import { areaCode, countyNumberOf, isWithin, levelOf, spanOf } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { heldBy } from '#domain/workforce/grid.ts';
import * as refusals from '#domain/workforce/grid-refusals.ts';
import { type AccountRow, findAccount } from '#server/access/account.store.ts';
import type { Context } from '#server/http/context.ts';
import {
  type CellRecord,
  findCell,
  insertCells,
  keepOfficer,
  listCells,
  lockVillage,
  saveCell,
} from './grid.store.ts';
import { placesOfVillage } from './grid.ts';
import { countByCell } from './incident.store.ts';

export async function draw(
  context: Context,
  { body }: InputOf<typeof drawCell>,
): Promise<OutputOf<typeof drawCell>> {
  const { tx, today, area } = context;
  const county = countyNumberOf(area);
  if (county === undefined || levelOf(area) !== 'village') return refuse(refusals.cellOfNoVillage);
  await lockVillage(tx, area);
  const places = await freePlaces(context, area, body.places, undefined);
  const officer =
    body.officer === undefined ? undefined : await officerOf(context, area, body.officer);
  const id = context.newId(county);
  await insertCells(tx, [
    {
      county,
      id,
      version: 1,
      area_code: area,
      name: body.name,
      places,
      officer_name: officer?.name ?? null,
      officer_account: officer?.account ?? null,
      officer_since: officer === undefined ? null : today,
      patrolled_on: null,
      from_on: today,
      to_on: null,
    },
  ]);
  context.note({ area, subject: `cell:${id}`, facts: { places: places.length } });
  return { id };
}

async function freePlaces(
  context: Context,
  village: string,
  asked: readonly string[],
  own: string | undefined,
): Promise<string[]> {
  const { tx } = context;
  const known = await placesOfVillage(context, areaCode(village));
  const cells = await listCells(tx, spanOf(areaCode(village)));
  const places = [...new Set(asked)];
  for (const place of places) {
    const here = known.find(({ code }) => code === place);
    if (here === undefined) return refuse(refusals.cellPlaceUnknown, { place });
    const other = heldBy(place, cells, own);
    if (other !== undefined) {
      refuse(refusals.cellOverlaps, { place: here.name, cell: other.name });
    }
  }
  return places;
}

export async function redraw(
  context: Context,
  { params, body }: InputOf<typeof redrawCell>,
): Promise<OutputOf<typeof redrawCell>> {
  const { tx } = context;
  const cell = await cellInForce(context, params.id);
  if (cell.version !== body.version) refuse(refusals.cellChanged, { cell: cell.name });
  const places =
    body.places === undefined
      ? cell.places
      : await freePlaces(context, cell.area_code, body.places, cell.id);
  await saveCell(tx, cell, {
    version: cell.version + 1,
    name: body.name ?? cell.name,
    places,
  });
  noteCell(context, cell, { places: places.length });
  return { id: cell.id };
}

export async function nameOfficerOf(
  context: Context,
  { params, body }: InputOf<typeof nameOfficer>,
): Promise<OutputOf<typeof nameOfficer>> {
  const { tx, today } = context;
  const cell = await cellInForce(context, params.id);
  const officer = await officerOf(context, cell.area_code, body);
  if (cell.officer_name !== null && cell.officer_since !== null) {
    await keepOfficer(tx, {
      county: cell.county,
      id: context.newId(cell.county),
      cell_id: cell.id,
      area_code: cell.area_code,
      name: cell.officer_name,
      account: cell.officer_account,
      from_on: cell.officer_since,
      to_on: today,
    });
  }
  await saveCell(tx, cell, {
    version: cell.version + 1,
    officer_name: officer.name,
    officer_account: officer.account,
    officer_since: today,
  });
  noteCell(context, cell);
  return { id: cell.id };
}

export async function giveUp(
  context: Context,
  { params }: InputOf<typeof giveUpCell>,
): Promise<OutputOf<typeof giveUpCell>> {
  const { tx, today } = context;
  const cell = await cellInForce(context, params.id);
  const span = spanOf(areaCode(cell.area_code));
  const open = (await countByCell(tx, span, today)).find((one) => one.cell === cell.id)?.open ?? 0;
  if (open > 0) refuse(refusals.cellHasOpenEvents, { cell: cell.name, count: open });
  await saveCell(tx, cell, { version: cell.version + 1, to_on: today });
  noteCell(context, cell);
  return { id: cell.id };
}

async function cellInForce(context: Context, id: string): Promise<CellRecord> {
  const { tx } = context;
  const found = (await findCell(tx, id)) ?? refuse(refusals.noSuchCell);
  await lockVillage(tx, found.area_code);
  const cell = (await findCell(tx, id, 'locked')) ?? refuse(refusals.noSuchCell);
  if (cell.to_on !== null) refuse(refusals.cellEnded, { cell: cell.name, on: cell.to_on });
  return cell;
}

function noteCell(context: Context, cell: CellRecord, facts: Record<string, unknown> = {}): void {
  context.note({ area: areaCode(cell.area_code), subject: `cell:${cell.id}`, facts });
}

export interface Named {
  readonly name: string;
  readonly account: string | null;
}

/** Somebody with an account who can log a patrol of this village, or a name without one. */
export async function officerOf(
  { tx }: Pick<Context, 'tx'>,
  village: string,
  { name, account }: Named,
): Promise<Named> {
  if (account === null) return name === '' ? refuse(refusals.noSuchOfficer) : { name, account };
  const found = await findAccount(tx, account);
  const seesHere = found?.areas.some((own) => isWithin(areaCode(village), own)) ?? false;
  if (found === undefined || !seesHere || !mayPatrol(found)) return refuse(refusals.noSuchOfficer);
  return { name: found.displayName, account: found.id };
}

function mayPatrol({ role }: Pick<AccountRow, 'role'>): boolean {
  return permissionsOf(role).includes('workforce.visit');
}
