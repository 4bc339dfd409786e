// Sums of the books as they are explored: by place, use, source and month, from the folded tally and what is not
// folded yet; and how many households were paid, within a county. Reads only.
import { type RawBuilder, sql } from 'kysely';
import type { AccountKind } from '#domain/funds/account.ts';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';
import { inSpans } from '#server/registry/in-spans.store.ts';

interface Cuts {
  readonly purpose: boolean;
  readonly source: boolean;
  readonly month: boolean;
}

export interface ExploredSum {
  readonly place: string;
  /** '' where it is not asked for. */
  readonly purpose: string;
  readonly source: string;
  readonly month: string;
  readonly kind: AccountKind;
  readonly amount: bigint;
}

interface ExploredQuestion {
  readonly span: AreaSpan;
  readonly digits: number;
  readonly on: string;
  /** YYYY-MM, both included. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly by: Cuts;
}

export async function sumExplored(
  tx: Tx,
  { span: { low, high }, digits, on, from, to, by }: ExploredQuestion,
): Promise<readonly ExploredSum[]> {
  const purpose = by.purpose ? sql`purpose` : sql`''`;
  const source = by.source ? sql`source` : sql`''`;
  const month = by.month ? sql`to_char(true_on, 'YYYY-MM')` : sql`''`;
  const since = `${from ?? '0001-01'}-01`;
  const until =
    to === undefined ? sql`${on}::date + 1` : sql`${`${to}-01`}::date + interval '1 month'`;
  const { rows } = await sql<Omit<ExploredSum, 'amount'> & { amount: string }>`
    select left(area_code, ${digits}) as place, ${purpose} as purpose, ${source} as source, ${month} as month,
      kind, sum(amount_fen)::text as amount
    from (
      select area_code, kind, source, purpose, true_on, amount_fen from funds_tally
      where area_code >= ${low} and area_code < ${high}
      union all
      select left(a.area_code, 12), a.kind, a.source, a.purpose, d.true_on, d.amount_fen
      from funds_delta d join funds_account a on a.county = d.county and a.id = d.account_id
      where a.area_code >= ${low} and a.area_code < ${high}
    ) as t
    where true_on >= ${since}::date and true_on < ${until} and true_on <= ${on}::date
    group by 1, 2, 3, 4, 5 having sum(amount_fen) <> 0`.execute(tx);
  return rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));
}

export type PaidCut = 'place' | 'purpose' | 'source' | 'month' | 'year';

interface PaidQuestion {
  readonly spans: readonly AreaSpan[];
  readonly digits: number;
  readonly on: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly rows: PaidCut;
  readonly columns: PaidCut | undefined;
  readonly where: Readonly<Partial<Record<PaidCut, string>>>;
}

export interface PaidHouseholds {
  /** Null for a total. */
  readonly row: string | null;
  /** '' where there are no columns. */
  readonly column: string | null;
  readonly households: number;
}

/** Households that money moved for, each once in every cell and every total; within a county. */
export async function countPaid(tx: Tx, asked: PaidQuestion): Promise<readonly PaidHouseholds[]> {
  const { spans, digits, on, from, to, rows: row, columns, where } = asked;
  const cuts: Readonly<Record<PaidCut, RawBuilder<string>>> = {
    place: sql`left(a.area_code, ${sql.lit(digits)})`,
    purpose: sql`a.purpose`,
    source: sql`a.source`,
    month: sql`to_char(m.true_on, 'YYYY-MM')`,
    year: sql`to_char(m.true_on, 'YYYY')`,
  };
  const column = columns === undefined ? sql<string>`''` : cuts[columns];
  const since = `${from ?? '0001-01'}-01`;
  const until =
    to === undefined ? sql`${on}::date + 1` : sql`${`${to}-01`}::date + interval '1 month'`;
  const conditions = Object.entries(where).map(
    ([cut, key]) => sql`and ${cuts[cut as PaidCut]} = ${key}`,
  );
  const { rows } = await sql<PaidHouseholds>`
    with own as (
      select county, id, area_code, purpose, source, household from funds_account a
      where household is not null and ${inSpans(spans, sql.ref('area_code'))}
    ), paid as (
      select ${cuts[row]} as r, ${column} as c, a.household
      from own a join (
        select county, account_id, true_on, amount_fen from funds_day
        union all select county, account_id, true_on, amount_fen from funds_delta
      ) as m on m.county = a.county and m.account_id = a.id
      where m.true_on >= ${since}::date and m.true_on < ${until} and m.true_on <= ${on}::date
        ${sql.join(conditions, sql` `)}
      group by r, c, a.id, a.household having sum(m.amount_fen) <> 0
    )
    select case when grouping(r) = 0 then r end as row, case when grouping(c) = 0 then c end as column,
      count(distinct household)::integer as households
    from paid group by grouping sets ((r, c), (r), (c), ())`.execute(tx);
  return rows;
}
