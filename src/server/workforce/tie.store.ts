// All SQL of ties of units to households: rows, and sums that count each household once.
import { type RawBuilder, sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';

export interface TieRecord {
  readonly county: number;
  readonly id: string;
  readonly household_id: string;
  readonly area_code: string;
  readonly unit_id: string;
  readonly unit_name: string;
  readonly way: string;
  readonly yearly_fen: number | null;
  readonly terms: string;
  readonly from_on: string;
  readonly to_on: string | null;
  readonly ended_reason: string | null;
  readonly entered_by: string;
  readonly entered_by_name: string;
}

export interface TieListed extends TieRecord {
  readonly household_no: string;
  readonly head_name: string | null;
}

/** So many rows fit the parameters of one statement. */
const chunk = 1000;

/** Ids of those entered; one that is open already, entered meanwhile by somebody else, is left out. */
export async function insertTies(tx: Tx, rows: readonly TieRecord[]): Promise<readonly string[]> {
  const entered: string[] = [];
  for (let from = 0; from < rows.length; from += chunk) {
    const kept = await tx
      .insertInto('workforce_tie')
      .values(rows.slice(from, from + chunk).map((row) => ({ ...row })))
      .onConflict((on) =>
        on
          .columns(['county', 'unit_id', 'household_id', 'way'])
          .where('to_on', 'is', null)
          .doNothing(),
      )
      .returning('id')
      .execute();
    entered.push(...kept.map(({ id }) => id));
  }
  return entered;
}

export async function findTie(
  tx: Tx,
  { county, id }: { readonly county: number; readonly id: string },
): Promise<TieRecord | undefined> {
  const row = await tx
    .selectFrom('workforce_tie')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row;
}

export async function endTieRow(
  tx: Tx,
  { county, id }: Pick<TieRecord, 'county' | 'id'>,
  { on, reason }: { readonly on: string; readonly reason: string },
): Promise<void> {
  await tx
    .updateTable('workforce_tie')
    .set({ to_on: on, ended_reason: reason })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}

export interface TieQuestion {
  readonly county: number;
  readonly span: AreaSpan;
  readonly unit?: string | undefined;
  readonly after?: readonly [string, string] | undefined;
  readonly limit: number;
}

/** Open ones, place by place. */
export async function listTieRows(
  tx: Tx,
  { county, span, unit, after, limit }: TieQuestion,
): Promise<readonly TieListed[]> {
  const { rows } = await sql<TieListed>`
    select t.*, h.household_no, h.head_name
    from workforce_tie t
    join registry_household h on h.county = t.county and h.id = t.household_id
    where t.county = ${county} and t.to_on is null
      and t.area_code >= ${span.low} and t.area_code < ${span.high}
      ${unit === undefined ? sql`` : sql`and t.unit_id = ${unit}::uuid`}
      ${after === undefined ? sql`` : sql`and (t.area_code, t.id) > (${after[0]}, ${after[1]}::uuid)`}
    order by t.area_code, t.id
    limit ${limit}`.execute(tx);
  return rows;
}

/** All of a household, open ones first. */
export async function listTiesOf(
  tx: Tx,
  { county, id }: { readonly county: number; readonly id: string },
): Promise<readonly TieRecord[]> {
  return tx
    .selectFrom('workforce_tie')
    .selectAll()
    .where('county', '=', county)
    .where('household_id', '=', id)
    .orderBy(sql`to_on is not null`)
    .orderBy('from_on', 'desc')
    .orderBy('id')
    .limit(50)
    .execute();
}

/** Households of an area by their number. */
export async function findByNumber(
  tx: Tx,
  { county, span }: { readonly county: number; readonly span: AreaSpan },
  numbers: readonly string[],
): Promise<ReadonlyMap<string, { readonly id: string; readonly area: string }>> {
  const { rows } = await sql<{ no: string; id: string; area: string }>`
    select household_no as no, id, area_code as area from registry_household
    where county = ${county} and household_no = any (${[...numbers]}::text[])
      and area_code >= ${span.low} and area_code < ${span.high}`.execute(tx);
  return new Map(rows.map(({ no, id, area }) => [no, { id, area }]));
}

/** Ties that are open for these households. */
export async function listOpenKeys(
  tx: Tx,
  county: number,
  households: readonly string[],
): Promise<readonly Pick<TieRecord, 'unit_id' | 'household_id' | 'way'>[]> {
  const { rows } = await sql<Pick<TieRecord, 'unit_id' | 'household_id' | 'way'>>`
    select unit_id, household_id, way from workforce_tie
    where county = ${county} and household_id = any (${[...households]}::uuid[]) and to_on is null`.execute(
    tx,
  );
  return rows;
}

interface Counted {
  readonly span: AreaSpan;
  readonly unit?: string | undefined;
}

const openIn = ({ span, unit }: Counted) => sql`
  to_on is null and area_code >= ${span.low} and area_code < ${span.high}
  ${unit === undefined ? sql`` : sql`and unit_id = ${unit}::uuid`}`;

/** Each household once in each line, whoever leads it and in how many ways. */
export interface LedSum {
  /** A place of so many digits, a way, a unit. */
  readonly by: 'place' | 'way' | 'unit';
  readonly key: string;
  readonly households: number;
  readonly ties: number;
  readonly yearly: number;
}

/** A household lies in one place: its places add up to all that are led. Ways and units overlap and do not. */
export async function sumLed(
  tx: Tx,
  { digits, ...asked }: Counted & { readonly digits: number },
): Promise<readonly LedSum[]> {
  const line = (by: LedSum['by'], key: RawBuilder<unknown>) => sql`
    select ${sql.lit(by)} as by, key, count(*)::integer as households, sum(ties)::integer as ties,
      coalesce(sum(yearly), 0)::double precision as yearly
    from (select ${key} as key, household_id, count(*) as ties, sum(yearly_fen) as yearly
      from open group by 1, 2) as led
    group by key`;
  // Households are told apart by hash, of one reading of the ties; a distinct count would sort them each time.
  const { rows } = await sql<LedSum>`
    with open as materialized (
      select household_id, unit_id, way, yearly_fen, area_code from workforce_tie where ${openIn(asked)}
    )
    ${line('place', sql`left(area_code, ${sql.lit(digits)})`)}
    union all ${line('way', sql`way`)}
    union all ${line('unit', sql`unit_id::text`)}
    order by by, households desc, key`.execute(tx);
  return rows;
}

/** Persons of the households a unit leads. */
export async function countLedPersons(
  tx: Tx,
  asked: Counted & { readonly unit: string },
): Promise<number> {
  const { rows } = await sql<{ persons: number }>`
    select coalesce(sum(h.members), 0)::integer as persons
    from (select distinct county, household_id from workforce_tie where ${openIn(asked)}) led
    join registry_household h on h.county = led.county and h.id = led.household_id`.execute(tx);
  return rows[0]?.persons ?? 0;
}

export interface LedByUnits {
  readonly by: 'unit' | 'kind';
  readonly key: string;
  readonly households: number;
}

/** Of each unit, and of firms, co-operatives and so on: one that two firms lead is one household of firms. */
export async function countLedByUnits(tx: Tx, span: AreaSpan): Promise<readonly LedByUnits[]> {
  const { rows } = await sql<LedByUnits>`
    with led as materialized (
      select county, unit_id, household_id from workforce_tie where ${openIn({ span })}
      group by county, unit_id, household_id
    )
    select 'unit' as by, unit_id::text as key, count(*)::integer as households
    from led group by unit_id
    union all
    select 'kind', kind, count(*)::integer
    from (select u.kind, led.household_id from led
      join workforce_unit u on u.county = led.county and u.id = led.unit_id
      group by u.kind, led.household_id) as once
    group by kind`.execute(tx);
  return rows;
}

export interface LedGain {
  readonly year: number;
  readonly households: number;
  readonly before: number;
  readonly now: number;
}

/**
 * Income per head of those led, in the latest year the register knows of any of them and in the year
 * before: only households known in both count, and only ties that were there before that year was over.
 */
export async function gainOfLed(tx: Tx, asked: Counted): Promise<LedGain | undefined> {
  const { rows } = await sql<LedGain>`
    with led as (
      select county, household_id, min(from_on) as since from workforce_tie where ${openIn(asked)}
      group by 1, 2
    ), latest as (
      select max(i.year) as year from led
      join registry_income_year i on i.county = led.county and i.household_id = led.household_id
      where i.members > 0 and led.since <= make_date(i.year, 12, 31)
    )
    select l.year, count(*)::integer as households,
      round(sum(b.net_fen)::numeric / sum(b.members))::double precision as before,
      round(sum(n.net_fen)::numeric / sum(n.members))::double precision as now
    from latest l
    join led on led.since <= make_date(l.year, 12, 31)
    join registry_income_year n on n.county = led.county and n.household_id = led.household_id
      and n.year = l.year and n.members > 0
    join registry_income_year b on b.county = led.county and b.household_id = led.household_id
      and b.year = l.year - 1 and b.members > 0
    group by 1`.execute(tx);
  return rows[0];
}
