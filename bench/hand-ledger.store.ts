// A county's books full of payments, made by the database itself, and the questions put to them as somebody
// would write them by hand: what the product is compared with.
import { sql } from 'kysely';
import type { Tx } from '#server/database/connect.ts';

/** An id of the county, as the application makes them. */
const newId = (county: string) =>
  `(left(${county}, 6) || right(overlay(gen_random_uuid()::text placing '8' from 15 for 1), 30))::uuid`;

const signed = `'00000000-0000-8000-8000-000000000000'::uuid, '测试', '[]'::jsonb`;

/**
 * So many payments of one county out of a purse for each township and source, each to a household; indexes are
 * made after the rows. Only ever in a database of the bench.
 */
export function ledgerStatements(county: string, total: number): readonly string[] {
  const sources = 10;
  const hex = `lpad(to_hex(${Number(county)}), 6, '0')`;
  return [
    `create temporary table bench_index as
     select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
     from pg_index where indrelid in ('funds_line'::regclass, 'funds_entry'::regclass) and not indisprimary`,
    `do $$ declare one record; begin
       for one in select name from bench_index loop execute 'drop index ' || one.name; end loop;
     end $$`,
    'alter table funds_line drop constraint line_is_of_an_entry, drop constraint line_is_of_an_account',
    `create temporary table bench_home as
     select id as household, left(area_code, 12) as village, left(area_code, 9) as township,
       row_number() over (order by id) - 1 as n
     from registry_household where county = ${Number(county)}`,
    `create temporary table bench_purse as
     select t.township, s.n as source_n, 'social/bench' || s.n as source, ${newId(hex)} as purse,
       ${newId(hex)} as arrival, ${newId(hex)} as allocation, ${newId(hex)} as origin, ${newId(hex)} as treasury
     from (select distinct township from bench_home) as t cross join generate_series(1, ${sources}) as s (n)`,
    `create temporary table bench_account as
     select h.household, h.village, h.n, p.source_n, p.purse, p.source, ${newId(hex)} as account
     from bench_home h join bench_purse p on p.township = h.township
     and p.source_n <= ceil(${total}::float8 / (select count(*) from bench_home))`,
    `insert into funds_account (county, id, area_code, kind, source, purpose, holder, household)
     select ${Number(county)}, origin, township, 'source', source, 'INDUSTRY', '', null::uuid from bench_purse
     union all select ${Number(county)}, treasury, township, 'treasury', source, 'INDUSTRY', '', null from bench_purse
     union all select ${Number(county)}, purse, township, 'allocated', source, 'INDUSTRY', '', null from bench_purse
     union all select ${Number(county)}, account, village, 'spent', source, 'INDUSTRY', '', household from bench_account`,
    `create temporary table bench_pay as
     select ${newId(hex)} as entry, a.account, a.purse, a.household, a.village,
       10000 + (g % 50) * 100 as amount, date '2016-02-01' + (g % 240)::int as day, g
     from generate_series(0, ${total} - 1) as g
     join bench_home h on h.n = g % (select count(*) from bench_home)
     join bench_account a on a.household = h.household
       and a.source_n = 1 + (g / (select count(*) from bench_home)) % least(${sources},
         ceil(${total}::float8 / (select count(*) from bench_home)))::int`,
    `create temporary table bench_need as select purse, sum(amount) as amount from bench_pay group by purse`,
    `create temporary table bench_move as
     select p.arrival as entry, 'arrive' as kind, date '2016-01-05' as day, p.township, p.origin as giver,
       p.treasury as taker, n.amount + 100000 as amount from bench_purse p join bench_need n on n.purse = p.purse
     union all
     select p.allocation, 'allocate', date '2016-01-15', p.township, p.treasury, p.purse, n.amount + 50000
     from bench_purse p join bench_need n on n.purse = p.purse`,
    `insert into funds_entry (county, id, area_code, kind, true_on, document, memo, amount_fen, author, author_name, approvers, recorded_at)
     select ${Number(county)}, entry, '${county}', kind, day, '测' || left(entry::text, 13), '', amount, ${signed}, now() from bench_move
     union all
     select ${Number(county)}, entry, '${county}', 'pay', day, '测' || g, '测试', amount, ${signed}, now() from bench_pay`,
    `insert into funds_line (county, entry_id, position, account_id, household, area_code, true_on, amount_fen, entry_kind, act, document, memo)
     select ${Number(county)}, entry, 1, giver, null::uuid, township, day, -amount, kind, kind, '测', '' from bench_move
     union all select ${Number(county)}, entry, 2, taker, null, township, day, amount, kind, kind, '测', '' from bench_move
     union all select ${Number(county)}, entry, 1, purse, null, left(village, 9), day, -amount, 'pay', 'pay', '测' || g, '测试' from bench_pay
     union all select ${Number(county)}, entry, 2, account, household, village, day, amount, 'pay', 'pay', '测' || g, '测试' from bench_pay`,
    `do $$ declare one record; begin
       for one in select definition from bench_index loop execute one.definition; end loop;
     end $$`,
    `insert into funds_day (county, account_id, true_on, amount_fen)
     select l.county, l.account_id, l.true_on, sum(l.amount_fen) from funds_line l
     join funds_account a on a.county = l.county and a.id = l.account_id
     where a.source like 'social/bench%' group by 1, 2, 3`,
    `insert into funds_tally (county, area_code, kind, source, purpose, true_on, amount_fen)
     select a.county, left(a.area_code, 12), a.kind, a.source, a.purpose, d.true_on, sum(d.amount_fen)
     from funds_day d join funds_account a on a.county = d.county and a.id = d.account_id
     where a.source like 'social/bench%' group by 1, 2, 3, 4, 5, 6`,
    `insert into funds_flow (county, area_code, month, source, purpose, kind, to_households, amount_fen)
     select a.county, left(a.area_code, 12), date_trunc('month', d.true_on)::date, a.source, a.purpose, a.kind,
       a.household is not null, sum(d.amount_fen)
     from funds_day d join funds_account a on a.county = d.county and a.id = d.account_id
     where a.source like 'social/bench%' and a.kind = 'spent' group by 1, 2, 3, 4, 5, 6, 7`,
    `insert into funds_household_year (county, household, year, source, area_code, amount_fen)
     select a.county, a.household, extract(year from d.true_on)::int, a.source, a.area_code, sum(d.amount_fen)
     from funds_day d join funds_account a on a.county = d.county and a.id = d.account_id
     where a.source like 'social/bench%' and a.kind = 'spent' and a.household is not null group by 1, 2, 3, 4, 5`,
    'analyze funds_account, funds_entry, funds_line, funds_day, funds_tally, funds_flow, funds_household_year',
  ];
}

export interface BenchPurse {
  readonly purse: string;
  readonly arrival: string;
  readonly payment: string;
}

/** Some purses with the entry by which their money arrived and one of the last payments out of them. */
export async function somePurses(tx: Tx, county: number): Promise<readonly BenchPurse[]> {
  const { rows } = await sql<BenchPurse>`
    select a.id as purse, (
      select g.entry_id from funds_line t
      join funds_line g on g.county = t.county and g.account_id = t.account_id and g.act = 'arrive'
      where t.county = a.county and t.act = 'allocate' and t.amount_fen < 0 and t.entry_id = (
        select l.entry_id from funds_line l
        where l.county = a.county and l.account_id = a.id and l.amount_fen > 0 limit 1)
      limit 1) as arrival, (
      select l.entry_id from funds_line l
      where l.county = a.county and l.account_id = a.id and l.amount_fen < 0
      order by l.true_on desc, l.entry_id desc limit 1) as payment
    from funds_account a
    where a.county = ${county} and a.kind = 'allocated' and a.source like 'social/bench%'
      and exists (select from funds_line l
        where l.county = a.county and l.account_id = a.id and l.amount_fen < 0)
    order by a.id limit 20`.execute(tx);
  return rows;
}

/** The flow of a county added up from its lines. */
export async function flowByHand(tx: Tx, county: number): Promise<number> {
  const { rows } = await sql`
    select left(a.area_code, 9), a.source, a.purpose, a.kind, a.household is not null, sum(l.amount_fen)
    from funds_line l join funds_account a on a.county = l.county and a.id = l.account_id
    where l.county = ${county} and a.kind = 'spent' and l.true_on >= '2016-01-01' and l.true_on < '2016-10-01'
    group by 1, 2, 3, 4, 5`.execute(tx);
  return rows.length;
}

/** Accounts of these whose kept days are not the sum of their lines. */
export async function countApart(
  tx: Tx,
  county: number,
  accounts: readonly string[],
): Promise<number> {
  const { rows } = await sql<{ apart: number }>`
    select count(*)::int as apart from unnest(${[...accounts]}::uuid[]) as g (id)
    where (select coalesce(sum(amount_fen), 0) from funds_line l where l.county = ${county} and l.account_id = g.id)
      <> (select coalesce(sum(amount_fen), 0) from (
        select amount_fen from funds_day d where d.county = ${county} and d.account_id = g.id
        union all
        select amount_fen from funds_delta d where d.county = ${county} and d.account_id = g.id) as kept)`.execute(
    tx,
  );
  return rows[0]?.apart ?? 0;
}

export interface BenchPayee {
  readonly no: string;
}

export async function somePayees(
  tx: Tx,
  county: number,
  most: number,
): Promise<readonly BenchPayee[]> {
  const { rows } = await sql<BenchPayee>`
    select household_no as no from registry_household
    where county = ${county} and stage <> 'SURVEYED' order by household_no limit ${most}`.execute(
    tx,
  );
  return rows;
}
