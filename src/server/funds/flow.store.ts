// SQL of the flow of funds: kept sums by month and what is not folded into them yet. Reads only.
import { sql } from 'kysely';
import type { AccountKind } from '#domain/funds/account.ts';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';
import { countyOfIdIn } from '#server/kernel/county-of-id.store.ts';

export interface FlowSum {
  readonly place: string;
  readonly source: string;
  readonly purpose: string;
  readonly project: string;
  readonly kind: AccountKind;
  readonly toHouseholds: boolean;
  readonly amount: string;
}

interface Asked {
  readonly span: AreaSpan;
  /** First days of the first and the last month. */
  readonly from: string;
  readonly to: string;
}

export async function sumFlow(
  tx: Tx,
  { span, from, to, placeLength }: Asked & { readonly placeLength: number },
): Promise<readonly FlowSum[]> {
  const { rows } = await sql<FlowSum>`
    select left(area_code, ${placeLength}) as place, source, purpose, project, kind,
      to_households as "toHouseholds", sum(amount_fen)::text as amount
    from (
      select area_code, source, purpose, project, kind, to_households, amount_fen from funds_flow
      where area_code >= ${span.low} and area_code < ${span.high}
        and month >= ${from}::date and month <= ${to}::date
      union all
      select a.area_code, a.source, a.purpose, coalesce(a.project_id::text, ''), a.kind,
        a.household is not null, d.amount_fen
      from funds_delta d join funds_account a on a.county = d.county and a.id = d.account_id
      where a.area_code >= ${span.low} and a.area_code < ${span.high}
        and a.kind in ('spent', 'riskFund', 'lent', 'written', 'bank')
        and d.true_on >= ${from}::date and d.true_on < ${to}::date + interval '1 month'
    ) as f
    group by 1, 2, 3, 4, 5, 6 having sum(amount_fen) <> 0
    order by 1, 2, 3, 4, 5, 6`.execute(tx);
  return rows;
}

/** Where money ends: kept by month in `funds_flow`. */
const isPaid = sql`kind in ('spent', 'riskFund', 'lent', 'written', 'bank')`;

export interface MonthProgress {
  readonly month: string;
  readonly planned: string;
  readonly arrived: string;
  readonly paid: string;
}

/** What was planned for a year, arrived and was paid in each month of it. */
export async function sumYear(
  tx: Tx,
  { span, from, to }: Asked,
): Promise<readonly MonthProgress[]> {
  const { rows } = await sql<MonthProgress>`
    select to_char(true_on, 'YYYY-MM') as month,
      coalesce(sum(amount_fen) filter (where kind = 'planned'), 0)::text as planned,
      (-coalesce(sum(amount_fen) filter (where kind in ('source', 'appropriated')), 0))::text as arrived,
      coalesce(sum(amount_fen) filter (where ${isPaid}), 0)::text as paid
    from (
      select kind, true_on, amount_fen from funds_tally
      where area_code >= ${span.low} and area_code < ${span.high}
        and true_on >= ${from}::date and true_on < ${to}::date + interval '1 month'
        and kind in ('planned', 'source', 'appropriated')
      union all
      select kind, month, amount_fen from funds_flow
      where area_code >= ${span.low} and area_code < ${span.high}
        and month >= ${from}::date and month <= ${to}::date and ${isPaid}
      union all
      select a.kind, d.true_on, d.amount_fen
      from funds_delta d join funds_account a on a.county = d.county and a.id = d.account_id
      where a.area_code >= ${span.low} and a.area_code < ${span.high}
        and d.true_on >= ${from}::date and d.true_on < ${to}::date + interval '1 month'
    ) as t
    where kind in ('planned', 'source', 'appropriated') or ${isPaid}
    group by 1 order by 1`.execute(tx);
  return rows;
}

export async function titlesOfProjects(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; title: string }>`
    select p.id, p.title from unnest(${[...ids]}::uuid[]) as g (id)
    join funds_project p on p.county = ${countyOfIdIn(sql`g.id`)} and p.id = g.id`.execute(tx);
  return new Map(rows.map(({ id, title }) => [id, title]));
}
