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

export async function insertUnits(tx: Tx, units: readonly UnitRecord[]): Promise<void> {
  if (units.length === 0) return;
  await tx
    .insertInto('workforce_unit')
    .values(units.map((unit) => ({ ...unit })))
    .execute();
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

export async function findUnitByName(
  tx: Tx,
  { county, name, kind }: Pick<UnitRecord, 'county' | 'name' | 'kind'>,
): Promise<UnitRecord | undefined> {
  return tx
    .selectFrom('workforce_unit')
    .selectAll()
    .where('county', '=', county)
    .where('name', '=', name)
    .where('kind', '=', kind)
    .executeTakeFirst();
}

export interface UnitView extends UnitRecord {
  readonly helpers: number;
}

export async function listUnitRows(
  tx: Tx,
  asked: {
    readonly span: AreaSpan;
    readonly kind: string | undefined;
    readonly after: readonly [string, string] | undefined;
    readonly limit: number;
  },
): Promise<readonly UnitView[]> {
  const { span, kind, after, limit } = asked;
  const { rows } = await sql<UnitView>`
    select u.*, (select count(*)::integer from workforce_helper h
      where h.county = u.county and h.unit_id = u.id and h.left_on is null) as helpers
    from workforce_unit u
    where u.to_on is null and u.area_code >= ${span.low} and u.area_code < ${span.high}
      ${kind === undefined ? sql`` : sql`and u.kind = ${kind}`}
      ${after === undefined ? sql`` : sql`and (u.kind, u.id) > (${after[0]}, ${after[1]}::uuid)`}
    order by u.kind, u.id
    limit ${limit}`.execute(tx);
  return rows;
}

export async function sumUnits(
  tx: Tx,
  span: AreaSpan,
): Promise<
  readonly {
    readonly kind: string;
    readonly units: number;
    readonly capital_fen: number | null;
    readonly members: number | null;
    readonly joined_households: number | null;
  }[]
> {
  const { rows } = await sql<{
    kind: string;
    units: number;
    capital_fen: number | null;
    members: number | null;
    joined_households: number | null;
  }>`
    select kind, count(*)::integer as units, sum(capital_fen)::bigint as capital_fen,
      sum(members)::integer as members, sum(joined_households)::integer as joined_households
    from workforce_unit
    where to_on is null and area_code >= ${span.low} and area_code < ${span.high}
    group by kind order by kind`.execute(tx);
  return rows;
}
