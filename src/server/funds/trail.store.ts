// SQL of trails: lines of an account laid end to end, gains above, gives below, and what of one side a
// stretch of the other is. Reads only. What was taken back is left out with what took it back.
import { type RawBuilder, sql } from 'kysely';
import type { EntryKind } from '#domain/funds/entry.ts';
import type { Stretch } from '#domain/funds/trail.ts';
import type { Tx } from '#server/database/connect.ts';
import type { FoundLine } from './books.store.ts';

export interface AskedStretch extends Stretch {
  readonly account: string;
}

/** `l`: lines of the asked accounts with where each ends; `w`: the asked stretches in the same measure. */
function laidOut(county: number, asked: readonly AskedStretch[]): RawBuilder<unknown> {
  return sql`
    asked as (
      select * from unnest(
        ${asked.map((_, index) => index)}::int[], ${asked.map((one) => one.account)}::uuid[],
        ${asked.map((one) => one.entry)}::uuid[], ${asked.map((one) => one.position)}::int[],
        ${asked.map((one) => String(one.low))}::bigint[], ${asked.map((one) => String(one.high))}::bigint[]
      ) as a (n, account, entry, position, low, high)
    ), accounts as (
      select distinct account from asked
    ), back as materialized (
      select l.account_id as account, l.reverses as entry
      from accounts s join funds_line l on l.county = ${county} and l.account_id = s.account
      where l.reverses is not null
    ), lines as materialized (
      ${oneSide(county, 'gains')} union all ${oneSide(county, 'gives')}
    ), wanted as materialized (
      select a.n, l.account, l.ends - l.size + a.low as low, l.ends - l.size + a.high as high
      from asked a
      join lines l on l.account = a.account and l.entry = a.entry and l.position = a.position
    )`;
}

/** All of it stands in the index of that side: an account may have tens of thousands of lines. */
function oneSide(county: number, side: 'gains' | 'gives'): RawBuilder<unknown> {
  const size = side === 'gains' ? sql`l.amount_fen` : sql`(-l.amount_fen)`;
  const isSide = side === 'gains' ? sql`l.amount_fen > 0` : sql`l.amount_fen < 0`;
  return sql`
      select l.account_id as account, l.entry_id as entry, l.position, l.act, l.true_on,
        ${side === 'gains' ? sql`''::text as memo, ''::text as document` : sql`l.memo, l.document`},
        ${side === 'gains'}::boolean as gained, ${size} as size,
        sum(${size}) over (
          partition by l.account_id order by l.true_on, l.entry_id, l.position)::bigint as ends
      from accounts s
      join funds_line l on l.county = ${county} and l.account_id = s.account and ${isSide}
      where l.reverses is null
        and not exists (select from back b where b.account = l.account_id and b.entry = l.entry_id)`;
}

const meets = sql`l.account = w.account and l.ends > w.low and l.ends - l.size < w.high`;
const low = sql`(greatest(w.low, l.ends - l.size) - (l.ends - l.size))`;
const high = sql`(least(w.high, l.ends) - (l.ends - l.size))`;

export interface MetStretch extends Stretch {
  /** Which of the asked stretches it is a part of. */
  readonly n: number;
}

/** The gains that stretches of gives were drawn from. */
export async function drawnFrom(
  tx: Tx,
  county: number,
  asked: readonly AskedStretch[],
): Promise<readonly MetStretch[]> {
  const { rows } = await sql<MetRow>`
    with ${laidOut(county, asked)}
    select w.n, l.entry, l.position, (${low})::text as low, (${high})::text as high
    from wanted w join lines l on ${meets} and l.gained
    order by w.n, l.ends`.execute(tx);
  return rows.map(metOf);
}

interface MetRow {
  readonly n: number;
  readonly entry: string;
  readonly position: number;
  readonly low: string;
  readonly high: string;
}

export interface PaidTogether {
  readonly n: number;
  readonly memo: string;
  readonly on: string;
  readonly document: string;
  readonly amount: bigint;
  readonly whole: bigint;
  readonly count: number;
}

/** A payment that was drawn from several of the stretches is counted with the first of them alone. */
function isFirst(asked: readonly AskedStretch[]): RawBuilder<unknown> {
  const areApart = new Set(asked.map(({ account }) => account)).size === asked.length;
  return areApart
    ? sql`true`
    : sql`not exists (
        select from wanted v
        where v.account = w.account and v.low < w.low and l.ends > v.low and l.ends - l.size < v.high)`;
}

/** The gives that stretches of gains went into: payments by title and day, everything else one by one. */
export async function wentInto(
  tx: Tx,
  county: number,
  asked: readonly AskedStretch[],
  most: number,
): Promise<{ readonly met: readonly MetStretch[]; readonly paid: readonly PaidTogether[] }> {
  const first = isFirst(asked);
  const { rows } = await sql<
    MetRow & {
      readonly act: EntryKind;
      readonly memo: string;
      readonly on: string;
      readonly document: string;
      readonly amount: string;
      readonly whole: string;
      readonly count: number;
    }
  >`
    with ${laidOut(county, asked)}
    select w.n, l.act, case when l.act = 'pay' then null else l.entry end as entry,
      case when l.act = 'pay' then 0 else l.position end as position,
      l.memo, l.true_on::text as "on", min(l.document) as document,
      min(${low})::text as low, max(${high})::text as high,
      sum(${high} - ${low})::text as amount,
      coalesce(sum(l.size) filter (where ${first}), 0)::text as whole,
      (count(*) filter (where ${first}))::int as count
    from wanted w join lines l on ${meets} and not l.gained
    group by w.n, l.act, 3, 4, l.memo, l.true_on
    order by w.n, l.true_on, 3 limit ${most}`.execute(tx);
  return {
    met: rows.filter(({ act }) => act !== 'pay').map(metOf),
    paid: rows
      .filter(({ act }) => act === 'pay')
      .map((row) => ({
        n: row.n,
        memo: row.memo,
        on: row.on,
        document: row.document,
        amount: BigInt(row.amount),
        whole: BigInt(row.whole),
        count: row.count,
      })),
  };
}

function metOf({ n, entry, position, low: from, high: to }: MetRow): MetStretch {
  return { n, entry, position, low: BigInt(from), high: BigInt(to) };
}

export interface FoundPayment {
  readonly entry: string;
  readonly document: string;
  readonly on: string;
  readonly amount: string;
  readonly whole: string;
  readonly area: string;
  readonly household: string | null;
  readonly householdName: string | null;
  readonly householdNo: string | null;
  readonly holder: string;
}

export async function listPaidFrom(
  tx: Tx,
  county: number,
  asked: readonly AskedStretch[],
  only: {
    readonly memo: string;
    readonly on: string;
    readonly after?: string;
    readonly limit: number;
  },
): Promise<readonly FoundPayment[]> {
  const { memo, on, after, limit } = only;
  const { rows } = await sql<FoundPayment>`
    with ${laidOut(county, asked)}, paid as (
      select l.entry, l.document, l.true_on, l.size, sum(${high} - ${low}) as part
      from wanted w join lines l on ${meets} and not l.gained
      where l.act = 'pay' and l.memo = ${memo} and l.true_on = ${on}::date
        ${after === undefined ? sql`` : sql`and l.entry > ${after}::uuid`}
      group by 1, 2, 3, 4 order by l.entry limit ${limit}
    )
    select p.entry, p.document, p.true_on::text as "on", p.part::text as amount, p.size::text as whole,
      a.area_code as area, a.household, h.head_name as "householdName", h.household_no as "householdNo", a.holder
    from paid p
    join lateral (
      select account_id from funds_line t
      where t.county = ${county} and t.entry_id = p.entry and t.amount_fen > 0 order by t.position limit 1
    ) as t on true
    join funds_account a on a.county = ${county} and a.id = t.account_id
    left join registry_household h on h.county = a.county and h.id = a.household
    order by p.entry`.execute(tx);
  return rows;
}

export interface TrailRow extends FoundLine {
  readonly act: EntryKind;
}

/** Every line of these entries that the reader may see. */
export async function linesOfEntries(
  tx: Tx,
  county: number,
  entries: readonly string[],
): Promise<readonly TrailRow[]> {
  const { rows } = await sql<TrailRow>`
    select l.entry_id as entry, l.position, l.true_on::text as "on", l.entry_kind as "entryKind", l.act,
      l.document, l.memo, l.amount_fen::text as amount, a.id as account, a.kind, a.source, a.purpose,
      a.area_code as area, a.holder, a.project_id as project, a.household, h.head_name as "householdName"
    from funds_line l
    join funds_account a on a.county = l.county and a.id = l.account_id
    left join registry_household h on h.county = a.county and h.id = a.household
    where l.county = ${county} and l.entry_id = any(${[...entries]}::uuid[])
    order by l.entry_id, l.position`.execute(tx);
  return rows;
}

export interface SignedEntry {
  readonly id: string;
  readonly author_name: string;
  readonly approvers: readonly { readonly name: string; readonly office: string }[];
}

/** Who entered and approved; entries of a wider area than the reader's are not among them. */
export async function signaturesOf(
  tx: Tx,
  county: number,
  entries: readonly string[],
): Promise<ReadonlyMap<string, SignedEntry>> {
  const { rows } = await sql<SignedEntry>`
    select id, author_name, approvers from funds_entry
    where county = ${county} and id = any(${[...entries]}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Whether somebody took the entry back. */
export async function isTakenBack(tx: Tx, county: number, entry: string): Promise<boolean> {
  const { rows } = await sql<{ back: boolean }>`
    select exists (
      select from funds_line l
      join funds_line r on r.county = l.county and r.account_id = l.account_id and r.reverses = l.entry_id
      where l.county = ${county} and l.entry_id = ${entry}::uuid) as back`.execute(tx);
  return rows[0]?.back === true;
}
