// SQL of folding: what postings left as deltas becomes the days of accounts, the sums of places by day and by
// month, and what each household was paid in a year, all of one moment.
import { sql } from 'kysely';
import type { Tx } from '#server/database/connect.ts';

/** Folds what was posted into the days of accounts and the sums of places and households; the number of deltas, undefined when another process is at it. */
export async function foldDays(tx: Tx): Promise<number | undefined> {
  const lock = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(1650552423, 9) as mine`.execute(tx);
  if (lock.rows[0]?.mine !== true) return undefined;
  const { rows } = await sql<{ folded: number }>`
    with moved as (
      delete from funds_delta returning county, account_id, true_on, amount_fen
    ), kept as (
      insert into funds_day (county, account_id, true_on, amount_fen)
      select county, account_id, true_on, sum(amount_fen) from moved group by 1, 2, 3
      on conflict (county, account_id, true_on)
      do update set amount_fen = funds_day.amount_fen + excluded.amount_fen
    ), tallied as (
      insert into funds_tally (county, area_code, kind, source, purpose, true_on, amount_fen)
      select m.county, left(a.area_code, 12), a.kind, a.source, a.purpose, m.true_on, sum(m.amount_fen)
      from moved m join funds_account a on a.county = m.county and a.id = m.account_id
      group by 1, 2, 3, 4, 5, 6
      on conflict (county, area_code, kind, source, purpose, true_on)
      do update set amount_fen = funds_tally.amount_fen + excluded.amount_fen
    ), flowed as (
      insert into funds_flow (county, area_code, month, source, purpose, project, kind, to_households, amount_fen)
      select m.county, left(a.area_code, 12), date_trunc('month', m.true_on)::date, a.source, a.purpose,
        coalesce(a.project_id::text, ''), a.kind, a.household is not null, sum(m.amount_fen)
      from moved m join funds_account a on a.county = m.county and a.id = m.account_id
      where a.kind in ('spent', 'riskFund', 'lent', 'written', 'bank')
      group by 1, 2, 3, 4, 5, 6, 7, 8
      on conflict (county, area_code, month, source, purpose, project, kind, to_households)
      do update set amount_fen = funds_flow.amount_fen + excluded.amount_fen
    ), given as (
      insert into funds_household_year (county, household, year, source, area_code, amount_fen)
      select m.county, a.household, extract(year from m.true_on)::int, a.source, a.area_code, sum(m.amount_fen)
      from moved m join funds_account a on a.county = m.county and a.id = m.account_id
      where a.kind = 'spent' and a.household is not null
      group by 1, 2, 3, 4, 5
      on conflict (county, household, year, source, area_code)
      do update set amount_fen = funds_household_year.amount_fen + excluded.amount_fen
    )
    select count(*)::int as folded from moved`.execute(tx);
  return rows[0]?.folded ?? 0;
}
