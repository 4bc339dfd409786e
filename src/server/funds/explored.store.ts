// Sums of the books as they are explored: by place, use, source and month, from the folded tally and what is not
// folded yet; and how many households were paid, within a county. Reads only.
import { sql } from 'kysely';
import type { AccountKind } from '#domain/funds/account.ts';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';

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

export async function countPayees(
  tx: Tx,
  {
    span: { low, high },
    digits,
    by,
  }: { readonly span: AreaSpan; readonly digits: number; readonly by: Cuts },
): Promise<
  readonly {
    readonly place: string;
    readonly purpose: string;
    readonly source: string;
    readonly households: number;
  }[]
> {
  const purpose = by.purpose ? sql`purpose` : sql`''`;
  const source = by.source ? sql`source` : sql`''`;
  const { rows } = await sql<{
    place: string;
    purpose: string;
    source: string;
    households: number;
  }>`
    select left(area_code, ${digits}) as place, ${purpose} as purpose, ${source} as source,
      count(distinct household)::integer as households
    from funds_account
    where area_code >= ${low} and area_code < ${high} and household is not null
    group by 1, 2, 3`.execute(tx);
  return rows;
}
