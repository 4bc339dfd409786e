// All SQL of units: offices that help, co-operatives, firms, funds and partners.
import { sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';

export interface UnitRecord {
  readonly county: number;
  readonly id: string;
  readonly area_code: string;
  readonly name: string;
  readonly kind: string;
  readonly link: string | null;
  readonly capital_fen: number | null;
  readonly members: number | null;
  readonly joined_households: number | null;
  readonly note: string;
  readonly from_on: string;
  readonly to_on: string | null;
}

export async function findUnit(
  tx: Tx,
  { county, id }: { readonly county: number; readonly id: string },
): Promise<UnitRecord | undefined> {
  return tx
    .selectFrom('workforce_unit')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** False where the county has a unit of that name and kind already. */
export async function insertUnit(tx: Tx, row: UnitRecord): Promise<boolean> {
  const kept = await tx
    .insertInto('workforce_unit')
    .values(row)
    .onConflict((on) => on.columns(['county', 'name', 'kind']).doNothing())
    .returning('id')
    .execute();
  return kept.length > 0;
}

export async function listUnitRows(
  tx: Tx,
  { span, kind }: { readonly span: AreaSpan; readonly kind: string | undefined },
): Promise<readonly UnitRecord[]> {
  const found = tx
    .selectFrom('workforce_unit')
    .selectAll()
    .where('area_code', '>=', span.low)
    .where('area_code', '<', span.high)
    .where('to_on', 'is', null);
  return (kind === undefined ? found : found.where('kind', '=', kind))
    .orderBy('kind')
    .orderBy('name')
    .limit(500)
    .execute();
}

/** Units of a county by name, whatever their kind; where two share a name the first entered. */
export async function findUnitsByName(
  tx: Tx,
  county: number,
  names: readonly string[],
): Promise<readonly Pick<UnitRecord, 'id' | 'name'>[]> {
  return tx
    .selectFrom('workforce_unit')
    .select(['id', 'name'])
    .where('county', '=', county)
    .where(sql<boolean>`name = any (${[...names]}::text[])`)
    .where('to_on', 'is', null)
    .orderBy('id')
    .execute();
}

export interface UnitSum {
  readonly kind: string;
  readonly count: number;
  readonly capital: number;
  readonly members: number;
  readonly joined: number;
}

export async function sumUnits(tx: Tx, span: AreaSpan): Promise<readonly UnitSum[]> {
  const { rows } = await sql<UnitSum>`
    select kind, count(*)::integer as count, coalesce(sum(capital_fen), 0)::double precision as capital,
      coalesce(sum(members), 0)::integer as members,
      coalesce(sum(joined_households), 0)::integer as joined
    from workforce_unit
    where area_code >= ${span.low} and area_code < ${span.high} and to_on is null
    group by 1 order by 1`.execute(tx);
  return rows;
}
