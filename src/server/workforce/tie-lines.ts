// Lines of ties, typed or from a sheet, looked at together and entered in one go: units, households and
// open ties are read once for all of them.
import { type AreaCode, countyNumberOf, spanOf } from '#domain/kernel/area-code.ts';
import {
  type KnownUnit,
  type RefusedTie,
  readTies,
  type TieLine,
  tieKey,
} from '#domain/workforce/tie-rows.ts';
import type { Context } from '#server/http/context.ts';
import { findByNumber, insertTies, listOpenKeys, type TieRecord } from './tie.store.ts';
import { findUnitsByName } from './unit.store.ts';

export interface EnteredTies {
  readonly entered: readonly TieRecord[];
  readonly refused: readonly RefusedTie[];
}

export async function enterLines(
  context: Context,
  area: AreaCode,
  lines: readonly TieLine[],
  units?: readonly KnownUnit[],
): Promise<EnteredTies> {
  const { tx, today, actor } = context;
  const county = countyNumberOf(area) ?? 0;
  const households = await findByNumber(
    tx,
    { county, span: spanOf(area) },
    lines.map(({ householdNo }) => householdNo),
  );
  const open = await listOpenKeys(
    tx,
    county,
    [...households.values()].map(({ id }) => id),
  );
  const { ties, refused } = readTies(lines, {
    units:
      units ?? (await findUnitsByName(tx, county, [...new Set(lines.map(({ unit }) => unit))])),
    households,
    open: new Set(open.map((one) => tieKey(one.unit_id, one.household_id, one.way))),
    today,
  });
  const rows = ties.map(
    ({ unit, household, way, yearlyFen, terms, from }): TieRecord => ({
      county,
      id: context.newId(county),
      household_id: household.id,
      area_code: household.area,
      unit_id: unit.id,
      unit_name: unit.name,
      way,
      yearly_fen: yearlyFen,
      terms,
      from_on: from,
      to_on: null,
      ended_reason: null,
      entered_by: actor.account,
      entered_by_name: actor.displayName,
    }),
  );
  const kept = new Set(await insertTies(tx, rows));
  return { entered: rows.filter(({ id }) => kept.has(id)), refused };
}
