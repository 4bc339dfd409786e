// All SQL of looks over the books: one is begun, fills itself rule by rule, and takes the place of the one
// before when it is whole. What is read here was kept; no line is.
import { type RawBuilder, sql } from 'kysely';
import { type FindingRule, keptPerPlace, type PaymentRule } from '#domain/funds/finding.ts';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';
import { type Asked, type FindingRow, questionedBy } from './finding.store.ts';

export interface LookKey {
  readonly county: number;
  readonly id: string;
}

export interface LookRow extends LookKey {
  readonly area_code: string;
  readonly state: 'running' | 'kept';
  readonly job: string | null;
  readonly true_on: string;
  readonly begun_at: string;
  readonly account_name: string;
}

/** False where another look of the county is under way. */
export async function insertLook(tx: Tx, look: Omit<LookRow, 'state'>): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    insert into funds_finding_look (county, id, area_code, state, job, true_on, begun_at, account_name)
    values (${look.county}, ${look.id}::uuid, ${look.area_code}, 'running', ${look.job}::uuid, ${look.true_on}::date,
      ${look.begun_at}::timestamptz, ${look.account_name})
    on conflict (county, state) do nothing returning id`.execute(tx);
  return rows.length > 0;
}

/** Looks of an area, or of the county that a narrower area lies in. */
export async function listLooks(tx: Tx, area: string): Promise<readonly LookRow[]> {
  const county = area.slice(0, 6);
  const { rows } = await sql<LookRow>`
    select county, id, area_code, state, job, true_on::text as true_on, begun_at, account_name
    from funds_finding_look where area_code >= ${county} and area_code < ${`${county}:`}
    order by begun_at`.execute(tx);
  return rows;
}

/**
 * A county with money in its books that nobody has looked at on this day. One after the other: other work does
 * not wait behind the looks of a whole province.
 */
export async function findCountyToLookAt(tx: Tx, today: string): Promise<string | undefined> {
  const { rows } = await sql<{ area: string }>`
    select left(a.area_code, 6) as area from funds_account a
    where a.kind = 'source' and length(a.area_code) >= 6
      and not exists (select from funds_finding_look k where k.state = 'running')
      and not exists (
        select from funds_finding_look k where k.county = a.county and k.true_on >= ${today}::date)
    order by 1 limit 1`.execute(tx);
  return rows[0]?.area;
}

/** What a rule questions now becomes part of a look: sums of every place, and its largest. */
export function keepRule(tx: Tx, look: LookKey, rule: PaymentRule, asked: Asked): Promise<number> {
  return keep(tx, look, rule, questionedBy(rule, asked));
}

/** The same of what was found by other means. */
export function keepRows(
  tx: Tx,
  look: LookKey,
  rule: FindingRule,
  rows: readonly FindingRow[],
): Promise<number> {
  return keep(
    tx,
    look,
    rule,
    sql`select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
      key text, "on" text, amount text, payments int, entries text[], area text, households text[],
      holder text, document text, facts jsonb)`,
  );
}

async function keep(
  tx: Tx,
  { county, id }: LookKey,
  rule: FindingRule,
  found: RawBuilder<unknown>,
): Promise<number> {
  const { rows } = await sql<{ found: number }>`
    with placed as materialized (
      select f.*, left(f.area, 12) as place, row_number() over (
        partition by left(f.area, 12) order by f.amount::bigint desc, f.key collate "C" desc) as in_place
      from (${found}) as f
    ), summed as (
      insert into funds_finding_sum (county, look_id, rule, area_code, findings, amount_fen)
      select ${county}, ${id}::uuid, ${rule}, place, count(*), sum(amount::bigint) from placed group by place
      returning findings
    ), kept as (
      insert into funds_finding (county, look_id, rule, number, area_code, key, true_on, amount_fen, payments,
        entries, households, holder, document, facts)
      select ${county}, ${id}::uuid, ${rule}, row_number() over (order by amount::bigint desc, key), area, key,
        "on"::date, amount::bigint, payments, entries, households, holder, document, facts
      from placed where in_place <= ${keptPerPlace}
    )
    select coalesce(sum(findings), 0)::int as found from summed`.execute(tx);
  return rows[0]?.found ?? 0;
}

/** A look that is whole takes the place of the one before. */
export async function settleLook(tx: Tx, { county, id }: LookKey): Promise<void> {
  await deleteLook(tx, county, 'kept');
  await sql`
    update funds_finding_look set state = 'kept', job = null
    where county = ${county} and id = ${id}::uuid`.execute(tx);
}

/** A look goes with all it had found. */
export async function deleteLook(tx: Tx, county: number, state: LookRow['state']): Promise<void> {
  const its = sql`county = ${county} and look_id in (
    select id from funds_finding_look where county = ${county} and state = ${state})`;
  await sql`delete from funds_finding where ${its}`.execute(tx);
  await sql`delete from funds_finding_sum where ${its}`.execute(tx);
  await sql`delete from funds_finding_look where county = ${county} and state = ${state}`.execute(
    tx,
  );
}

const isKept = (alias: string) => sql`exists (
  select from funds_finding_look k
  where k.county = ${sql.ref(`${alias}.county`)} and k.id = ${sql.ref(`${alias}.look_id`)} and k.state = 'kept')`;

export interface RuleCount {
  readonly rule: FindingRule;
  readonly count: number;
  readonly amount: number;
}

export async function countKept(tx: Tx, { low, high }: AreaSpan): Promise<readonly RuleCount[]> {
  const { rows } = await sql<RuleCount>`
    select s.rule, sum(s.findings)::int as count, sum(s.amount_fen)::float8 as amount
    from funds_finding_sum s
    where s.area_code >= ${low} and s.area_code < ${high} and ${isKept('s')}
    group by s.rule`.execute(tx);
  return rows;
}

export async function listKept(
  tx: Tx,
  rule: FindingRule,
  asked: {
    readonly span: AreaSpan;
    /** Amount and key of the last one that was read. */
    readonly after?: readonly [string, string] | undefined;
    readonly limit: number;
  },
): Promise<readonly FindingRow[]> {
  const { span, after, limit } = asked;
  const { rows } = await sql<FindingRow>`
    select f.key, f.true_on::text as "on", f.amount_fen::text as amount, f.payments, f.entries,
      f.area_code as area, f.households, f.holder, f.document, f.facts
    from funds_finding f
    where f.rule = ${rule} and f.area_code >= ${span.low} and f.area_code < ${span.high} and ${isKept('f')}
      ${after === undefined ? sql`` : sql`and (f.amount_fen, f.key) < (${after[0]}::bigint, ${after[1]})`}
    order by f.amount_fen desc, f.key desc limit ${limit}`.execute(tx);
  return rows;
}

/** Entries of a county recorded after a moment, as far as they are worth counting. */
export async function countEntriesSince(
  tx: Tx,
  county: number,
  { at, most }: { readonly at: string; readonly most: number },
): Promise<number> {
  const { rows } = await sql<{ since: number }>`
    select count(*)::int as since from (
      select from funds_entry where county = ${county} and recorded_at > ${at}::timestamptz
      limit ${most}) as later`.execute(tx);
  return rows[0]?.since ?? 0;
}
