// All SQL of the ledger: accounts found or made, entries and lines inserted, balances of any day from the
// kept days and what is not folded into them yet.
import { sql } from 'kysely';
import { type AccountKey, accountText } from '#domain/funds/account.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { Tx } from '#server/database/connect.ts';

export interface StoredAccount extends AccountKey {
  readonly id: string;
  readonly county: number;
}

interface AccountRow {
  readonly county: number;
  readonly id: string;
  readonly area_code: string;
  readonly kind: string;
  readonly source: string;
  readonly purpose: string;
  readonly holder: string;
  readonly project_id: string | null;
  readonly household: string | null;
}

/** The accounts of these keys, made where they are missing; by `accountText`. */
export async function openAccounts(
  tx: Tx,
  county: number,
  keys: readonly AccountKey[],
  newId: () => string,
): Promise<ReadonlyMap<string, StoredAccount>> {
  const given = sql`unnest(
    ${keys.map(() => newId())}::uuid[], ${keys.map((key) => key.area)}::text[], ${keys.map((key) => key.kind)}::text[],
    ${keys.map((key) => key.source)}::text[], ${keys.map((key) => key.purpose)}::text[],
    ${keys.map((key) => key.holder)}::text[], ${keys.map((key) => key.project)}::uuid[],
    ${keys.map((key) => key.household)}::uuid[]
  ) as g (id, area_code, kind, source, purpose, holder, project_id, household)`;
  const isMeant = sql`a.county = ${county} and a.area_code = g.area_code and a.kind = g.kind
    and a.source = g.source and a.purpose = g.purpose and a.holder = g.holder
    and a.project_id is not distinct from g.project_id
    and a.household is not distinct from g.household`;
  await sql`
    insert into funds_account (county, id, area_code, kind, source, purpose, holder, project_id, household)
    select ${county}, g.id, g.area_code, g.kind, g.source, g.purpose, g.holder, g.project_id, g.household
    from ${given}
    where not exists (select from funds_account a where ${isMeant})
    on conflict do nothing`.execute(tx);
  const { rows } = await sql<AccountRow>`
    select a.county, a.id, a.area_code, a.kind, a.source, a.purpose, a.holder, a.project_id, a.household
    from ${given} join funds_account a on ${isMeant}`.execute(tx);
  const accounts = rows.map(accountOf);
  return new Map(accounts.map((account) => [accountText(account), account]));
}

/** Holds accounts until the transaction ends, in one order, so that two postings never wait for each other. */
export async function lockAccounts(
  tx: Tx,
  county: number,
  accounts: readonly string[],
): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(hashtextextended(id::text, ${county}))
    from (select unnest(${[...accounts].sort()}::uuid[]) as id) as held`.execute(tx);
}

export interface DayAmount {
  readonly account: string;
  readonly on: PlainDate;
  readonly amount: bigint;
}

/** The least each account holds on any day from its first given one on, with what is to be posted, and when. */
export async function leastBalances(
  tx: Tx,
  county: number,
  asked: readonly DayAmount[],
): Promise<readonly { account: string; on: PlainDate; least: bigint }[]> {
  const { rows } = await sql<{ account: string; day: PlainDate; least: string }>`
    with asked as (
      select account, day, amount from unnest(
        ${asked.map((one) => one.account)}::uuid[], ${asked.map((one) => one.on)}::date[],
        ${asked.map((one) => String(one.amount))}::bigint[]) as a (account, day, amount)
    ), first as (select account, min(day) as day from asked group by account),
    days as (
      select d.account_id as account, d.true_on as day, d.amount_fen as amount
      from funds_day d join first f on f.account = d.account_id where d.county = ${county}
      union all
      select d.account_id, d.true_on, d.amount_fen
      from funds_delta d join first f on f.account = d.account_id where d.county = ${county}
      union all
      select account, day, amount from asked
    ), sums as (
      select account, day, sum(sum(amount)) over (partition by account order by day) as held
      from days group by account, day
    )
    select distinct on (s.account) s.account, s.day::text as day, s.held::text as least
    from sums s join first f on f.account = s.account and s.day >= f.day
    order by s.account, s.held, s.day`.execute(tx);
  return rows.map(({ account, day, least }) => ({ account, on: day, least: BigInt(least) }));
}

export interface EntryRow {
  readonly county: number;
  readonly id: string;
  readonly area_code: string;
  readonly kind: string;
  readonly true_on: string;
  readonly document: string;
  readonly memo: string;
  readonly amount_fen: number;
  readonly author: string;
  readonly author_name: string;
  readonly approvers: unknown;
  readonly reverses: string | null;
  readonly cause: string | null;
  readonly recorded_at: string;
}

export interface LineRow {
  readonly entry: string;
  readonly position: number;
  readonly account: string;
  readonly household: string | null;
  readonly area: string;
  readonly on: PlainDate;
  readonly amount: bigint;
  /** Kind, paper and memo of the entry, said again for whoever sees the line alone. */
  readonly kind: string;
  /** The kind a reversal takes back, else the kind. */
  readonly act: string;
  readonly document: string;
  readonly memo: string;
  readonly reverses: string | null;
}

/** Entries with their lines and the deltas of their accounts, in three statements however many. */
export async function insertEntries(
  tx: Tx,
  county: number,
  entries: readonly EntryRow[],
  lines: readonly LineRow[],
): Promise<void> {
  await sql`
    insert into funds_entry (county, id, area_code, kind, true_on, document, memo, amount_fen, author,
      author_name, approvers, reverses, cause, recorded_at)
    select ${county}, e.id, e.area_code, e.kind, e.true_on, e.document, e.memo, e.amount_fen, e.author,
      e.author_name, e.approvers, e.reverses, e.cause, e.recorded_at
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as e (
      id uuid, area_code text, kind text, true_on date, document text, memo text, amount_fen bigint,
      author uuid, author_name text, approvers jsonb, reverses uuid, cause text, recorded_at timestamptz)`.execute(
    tx,
  );
  const given = sql`unnest(
    ${lines.map((line) => line.entry)}::uuid[], ${lines.map((line) => line.position)}::int[],
    ${lines.map((line) => line.account)}::uuid[], ${lines.map((line) => line.household)}::uuid[],
    ${lines.map((line) => line.area)}::text[], ${lines.map((line) => line.on)}::date[],
    ${lines.map((line) => String(line.amount))}::bigint[], ${lines.map((line) => line.kind)}::text[],
    ${lines.map((line) => line.document)}::text[], ${lines.map((line) => line.memo)}::text[],
    ${lines.map((line) => line.act)}::text[], ${lines.map((line) => line.reverses)}::uuid[]
  ) as l (entry, position, account, household, area, day, amount, kind, document, memo, act, reverses)`;
  await sql`
    with lines as (
      insert into funds_line (county, entry_id, position, account_id, household, area_code, true_on,
        amount_fen, entry_kind, document, memo, act, reverses)
      select ${county}, l.entry, l.position, l.account, l.household, l.area, l.day, l.amount, l.kind,
        l.document, l.memo, l.act, l.reverses
      from ${given}
      returning account_id, true_on, amount_fen
    )
    insert into funds_delta (county, account_id, true_on, amount_fen)
    select ${county}, account_id, true_on, sum(amount_fen)::bigint from lines group by account_id, true_on`.execute(
    tx,
  );
}

/** What an account holds at the end of a day. */
export async function balanceOf(
  tx: Tx,
  { county, account, on }: { county: number; account: string; on: PlainDate },
): Promise<bigint> {
  const { rows } = await sql<{ held: string }>`
    select coalesce(sum(amount_fen), 0)::text as held from (
      select amount_fen from funds_day
      where county = ${county} and account_id = ${account} and true_on <= ${on}::date
      union all
      select amount_fen from funds_delta
      where county = ${county} and account_id = ${account} and true_on <= ${on}::date
    ) as days`.execute(tx);
  return BigInt(rows[0]?.held ?? '0');
}

/** The same sum from the lines themselves, as a proof. */
export async function balanceFromLines(
  tx: Tx,
  { county, account, on }: { county: number; account: string; on: PlainDate },
): Promise<bigint> {
  const { rows } = await sql<{ held: string }>`
    select coalesce(sum(amount_fen), 0)::text as held from funds_line
    where county = ${county} and account_id = ${account} and true_on <= ${on}::date`.execute(tx);
  return BigInt(rows[0]?.held ?? '0');
}

/** Months of these areas that are closed: `451226 2016-08`. */
export async function closedMonths(
  tx: Tx,
  area: string,
  months: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ month: string }>`
    select month from (
      select distinct on (p.month) to_char(p.month, 'YYYY-MM') as month, p.state
      from funds_period p
      where p.area_code = ${area.slice(0, 6)} and to_char(p.month, 'YYYY-MM') = any(${[...months]}::text[])
      order by p.month, p.act desc
    ) as latest where state = 'closed'`.execute(tx);
  return new Set(rows.map(({ month }) => month));
}

/** Postings of a document on a day with the same amount, that were not taken back. */
export async function sameEntries(
  tx: Tx,
  county: number,
  asked: readonly { document: string; on: PlainDate; amount: bigint }[],
): Promise<readonly { document: string; on: string; amount: string }[]> {
  const { rows } = await sql<{ document: string; on: string; amount: string }>`
    select e.document, e.true_on::text as "on", e.amount_fen::text as amount
    from unnest(
      ${asked.map((one) => one.document)}::text[], ${asked.map((one) => one.on)}::date[],
      ${asked.map((one) => String(one.amount))}::bigint[]) as g (document, day, amount)
    join funds_entry e on e.county = ${county} and e.document = g.document and e.true_on = g.day
      and e.amount_fen = g.amount and e.kind <> 'correct'
    where not exists (
      select from funds_entry r where r.county = e.county and r.reverses = e.id)`.execute(tx);
  return rows;
}

function accountOf(row: AccountRow): StoredAccount {
  return {
    id: row.id,
    county: row.county,
    kind: row.kind as StoredAccount['kind'],
    source: row.source,
    purpose: row.purpose,
    area: row.area_code as StoredAccount['area'],
    holder: row.holder,
    project: row.project_id,
    household: row.household,
  };
}

/** The account of a key, if there is one. */
export async function findAccountId(
  tx: Tx,
  county: number,
  key: AccountKey,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from funds_account
    where county = ${county} and area_code = ${key.area} and kind = ${key.kind}
      and source = ${key.source} and purpose = ${key.purpose} and holder = ${key.holder}
      and project_id is not distinct from ${key.project}::uuid
      and household is not distinct from ${key.household}::uuid`.execute(tx);
  return rows[0]?.id;
}
