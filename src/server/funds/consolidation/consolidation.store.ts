// SQL of money put together: what departments gave by year, whom each source reached, changes of use, projects
// with money of several sources. Reads only.
import { sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';

export interface GrantRow {
  readonly year: number;
  readonly source: string;
  readonly department: string;
  readonly amount: string;
}

/** What sources gave, by the department its paper names; accounts of sources are few. */
export async function listGrants(
  tx: Tx,
  { low, high }: AreaSpan,
  until: string,
): Promise<readonly GrantRow[]> {
  const { rows } = await sql<GrantRow>`
    select extract(year from d.true_on)::int as year, a.source, a.holder as department,
      (-sum(d.amount_fen))::text as amount
    from funds_account a join lateral (
      select true_on, amount_fen from funds_day where county = a.county and account_id = a.id
      union all
      select true_on, amount_fen from funds_delta where county = a.county and account_id = a.id) d on true
    where a.area_code >= ${low} and a.area_code < ${high} and a.kind = 'source'
      and d.true_on <= ${until}::date
    group by 1, 2, 3 having sum(d.amount_fen) <> 0`.execute(tx);
  return rows;
}

/** What sources gave in a period, as a figure counts it. */
export async function sumGranted(
  tx: Tx,
  asked: {
    readonly span: AreaSpan;
    readonly sources: readonly string[];
    readonly from: string;
    readonly until: string;
  },
): Promise<bigint> {
  const { span, sources, from, until } = asked;
  const { rows } = await sql<{ amount: string }>`
    select coalesce(-sum(d.amount_fen), 0)::text as amount
    from funds_account a join lateral (
      select true_on, amount_fen from funds_day where county = a.county and account_id = a.id
      union all
      select true_on, amount_fen from funds_delta where county = a.county and account_id = a.id) d on true
    where a.area_code >= ${span.low} and a.area_code < ${span.high} and a.kind = 'source'
      and a.source = any(${[...sources]}::text[])
      and d.true_on >= ${from}::date and d.true_on <= ${until}::date`.execute(tx);
  return BigInt(rows[0]?.amount ?? '0');
}

export interface Reached {
  readonly source: string;
  readonly villages: number;
  readonly households: number;
}

/**
 * Villages and households that money was paid in, of each source together with its parts: from what is kept by
 * month and by household and what is not folded into it yet. What was taken back altogether reached nobody.
 * Sources go by numbers there: half a million rows are put in order by them.
 */
export async function countReached(
  tx: Tx,
  { low, high }: AreaSpan,
  pairs: readonly (readonly [part: string, whole: string])[],
): Promise<readonly Reached[]> {
  const wholes = [...new Set(pairs.map(([, whole]) => whole))];
  const { rows } = await sql<{ whole: number; villages: number; households: number }>`
    with pair as (
      select part, whole
      from unnest(${pairs.map(([part]) => part)}::text[],
        ${pairs.map(([, whole]) => wholes.indexOf(whole))}::integer[]) as g (part, whole)
    ), fresh as materialized (
      select a.source, left(a.area_code, 12) as village, a.household, d.amount_fen
      from funds_delta d join funds_account a on a.county = d.county and a.id = d.account_id
      where a.kind = 'spent' and a.area_code >= ${low} and a.area_code < ${high}
    ), villages as (
      select whole, count(*)::int as number from (
        select p.whole, v.village from (
          select source, area_code as village, amount_fen from funds_flow
          where kind = 'spent' and area_code >= ${low} and area_code < ${high}
          union all
          select source, village, amount_fen from fresh) v
        join pair p on p.part = v.source
        where length(v.village) >= 12 group by 1, 2 having sum(v.amount_fen) > 0) each_one
      group by 1
    ), households as (
      select whole, count(*)::int as number from (
        select p.whole, h.household from (
          select source, household, amount_fen from funds_household_year
          where area_code >= ${low} and area_code < ${high}
          union all
          select source, household, amount_fen from fresh where household is not null) h
        join pair p on p.part = h.source
        group by 1, 2 having sum(h.amount_fen) > 0) each_one
      group by 1
    )
    select coalesce(v.whole, h.whole) as whole, coalesce(v.number, 0) as villages,
      coalesce(h.number, 0) as households
    from villages v full join households h on h.whole = v.whole`.execute(tx);
  return rows.map(({ whole, ...reached }) => ({ source: wholes[whole] ?? '', ...reached }));
}

export interface Repurposed {
  readonly entry: string;
  readonly on: string;
  readonly document: string;
  readonly amount: string;
  readonly source: string;
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly sum: string;
}

export async function listRepurposed(
  tx: Tx,
  { low, high }: AreaSpan,
  { until, limit }: { readonly until: string; readonly limit: number },
): Promise<readonly Repurposed[]> {
  const { rows } = await sql<Repurposed>`
    select e.id::text as entry, e.true_on::text as "on", e.document, e.amount_fen::text as amount,
      f.source, f.purpose as "from", t.purpose as "to", (count(*) over ())::int as count,
      (sum(e.amount_fen) over ())::text as sum
    from funds_entry e
    join lateral (
      select a.source, a.purpose from funds_line l join funds_account a on a.county = l.county and a.id = l.account_id
      where l.county = e.county and l.entry_id = e.id and l.amount_fen < 0 order by l.position limit 1) f on true
    join lateral (
      select a.purpose from funds_line l join funds_account a on a.county = l.county and a.id = l.account_id
      where l.county = e.county and l.entry_id = e.id and l.amount_fen > 0 order by l.position limit 1) t on true
    where e.area_code >= ${low} and e.area_code < ${high} and e.kind = 'repurpose' and e.true_on <= ${until}::date
      and not exists (select from funds_entry r where r.county = e.county and r.reverses = e.id)
    order by e.true_on desc, e.id limit ${limit}`.execute(tx);
  return rows;
}

export interface Bundles {
  readonly projects: number;
  readonly bundled: number;
  readonly special: string;
  readonly others: string;
}

/** Projects by the sources of their budget; the money of others is that beside special funds. */
export async function sumBundles(
  tx: Tx,
  { low, high }: AreaSpan,
  special: readonly string[],
): Promise<Bundles> {
  const { rows } = await sql<Bundles>`
    with each as (
      select l.project_id, count(distinct l.source) as sources, sum(l.amount_fen) as whole,
        coalesce(sum(l.amount_fen) filter (where l.source = any(${[...special]}::text[])), 0) as special
      from funds_project_line l
      join funds_project p on p.county = l.county and p.id = l.project_id and p.step <> 'stopped'
      where l.area_code >= ${low} and l.area_code < ${high}
      group by l.county, l.project_id)
    select count(*)::int as projects, (count(*) filter (where sources > 1))::int as bundled,
      coalesce(sum(special), 0)::text as special,
      coalesce(sum(whole - special) filter (where special > 0), 0)::text as others
    from each`.execute(tx);
  return rows[0] ?? { projects: 0, bundled: 0, special: '0', others: '0' };
}
