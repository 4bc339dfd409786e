// All SQL of indicators of villages and counties, and of who owns a set.
import { sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';

export interface IndicatorRecord {
  readonly county: number;
  readonly id: string;
  readonly area_code: string;
  readonly set_id: string;
  readonly indicator_id: string;
  /** Null where an entry was taken back. */
  readonly value: number | null;
  readonly part: number | null;
  readonly whole: number | null;
  readonly as_of: string;
  readonly evidence: string;
  readonly account: string | null;
  readonly account_name: string;
  readonly entered_at: string;
}

const chunkRows = 1000;

export async function insertIndicators(tx: Tx, rows: readonly IndicatorRecord[]): Promise<void> {
  for (let at = 0; at < rows.length; at += chunkRows) {
    await tx
      .insertInto('registry_indicator')
      .values(rows.slice(at, at + chunkRows))
      .execute();
  }
}

/** The value of each indicator of each area on a day, those taken back included. */
export async function listLatestIndicators(
  tx: Tx,
  {
    span,
    set,
    on,
  }: { readonly span: AreaSpan; readonly set?: string | undefined; readonly on: string },
): Promise<readonly IndicatorRecord[]> {
  const { rows } = await sql<IndicatorRecord>`
    select distinct on (area_code, set_id, indicator_id) *
    from registry_indicator
    where area_code >= ${span.low} and area_code < ${span.high}
      and (${set ?? null}::text is null or set_id = ${set ?? null})
      and as_of <= ${on}::date
    order by area_code, set_id, indicator_id, as_of desc, entered_at desc, id desc`.execute(tx);
  return rows;
}

export interface EnteredCount {
  readonly set_id: string;
  readonly is_county: boolean;
  readonly entered: number;
  readonly last_on: string;
}

/** How many cells of each set have a value on a day, and which day is the newest. */
export async function countEntered(
  tx: Tx,
  {
    span,
    on,
    known,
  }: { readonly span: AreaSpan; readonly on: string; readonly known: readonly string[] },
): Promise<readonly EnteredCount[]> {
  const { rows } = await sql<EnteredCount>`
    select set_id, length(area_code) = 6 as is_county, count(*)::integer as entered,
      max(as_of)::text as last_on
    from (
      select distinct on (area_code, set_id, indicator_id) area_code, set_id, indicator_id, value, as_of
      from registry_indicator
      where area_code >= ${span.low} and area_code < ${span.high} and as_of <= ${on}::date
        and set_id || '.' || indicator_id = any(${[...known]}::text[])
      order by area_code, set_id, indicator_id, as_of desc, entered_at desc, id desc
    ) as latest
    where value is not null
    group by 1, 2`.execute(tx);
  return rows;
}

export async function listIndicatorHistory(
  tx: Tx,
  where: { readonly area: string; readonly set: string; readonly indicator: string },
): Promise<readonly IndicatorRecord[]> {
  return tx
    .selectFrom('registry_indicator')
    .selectAll()
    .where('area_code', '=', where.area)
    .where('set_id', '=', where.set)
    .where('indicator_id', '=', where.indicator)
    .orderBy('as_of', 'desc')
    .orderBy('entered_at', 'desc')
    .limit(200)
    .execute();
}

export interface IndicatorOwner {
  readonly set_id: string;
  readonly account: string;
  readonly account_name: string;
  readonly unit: string;
}

export async function listIndicatorOwners(
  tx: Tx,
  county: number,
): Promise<readonly IndicatorOwner[]> {
  return tx
    .selectFrom('registry_indicator_owner')
    .select(['set_id', 'account', 'account_name', 'unit'])
    .where('county', '=', county)
    .execute();
}

export async function saveIndicatorOwner(
  tx: Tx,
  row: IndicatorOwner & {
    readonly county: number;
    readonly area_code: string;
    readonly since: string;
  },
): Promise<void> {
  const { account, account_name, unit, since } = row;
  await tx
    .insertInto('registry_indicator_owner')
    .values(row)
    .onConflict((on) =>
      on.columns(['county', 'set_id']).doUpdateSet({ account, account_name, unit, since }),
    )
    .execute();
}
