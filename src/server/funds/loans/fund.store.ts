// SQL of the risk fund: what its accounts hold, and what stands as lost for a loan.
import { sql } from 'kysely';
import type { Holding } from '#domain/funds/loans/risk-fund.ts';
import type { AreaCode, AreaSpan } from '#domain/kernel/area-code.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { Tx } from '#server/database/connect.ts';

/** What the fund of a county holds on a day, by where it came from; the oldest name first. */
export async function listHoldings(
  tx: Tx,
  { county, on }: { readonly county: AreaCode; readonly on: PlainDate },
): Promise<readonly Holding[]> {
  return holdings(tx, sql`a.kind = 'riskFund' and a.area_code = ${county}`, { county, on });
}

/** What stands as lost for a household, drawn from the fund for this lender. */
export async function listWritten(
  tx: Tx,
  asked: {
    readonly county: AreaCode;
    readonly on: PlainDate;
    readonly household: string;
    readonly lender: string;
    readonly purpose: string;
  },
): Promise<readonly Holding[]> {
  const { household, lender, purpose, county, on } = asked;
  const only = sql`a.kind = 'written' and a.purpose = ${purpose} and a.holder = ${lender}
    and a.household = ${household}::uuid`;
  return holdings(tx, only, { county, on });
}

async function holdings(
  tx: Tx,
  only: ReturnType<typeof sql>,
  { county, on }: { readonly county: AreaCode; readonly on: PlainDate },
): Promise<readonly Holding[]> {
  const { rows } = await sql<{ source: string; amount: string }>`
    with own as (select a.county, a.id, a.source from funds_account a where a.county = ${Number(county)} and ${only}),
    days as (
      select o.source, d.amount_fen from own o join funds_day d on d.county = o.county and d.account_id = o.id
      where d.true_on <= ${on}::date
      union all
      select o.source, d.amount_fen from own o join funds_delta d on d.county = o.county and d.account_id = o.id
      where d.true_on <= ${on}::date
    )
    select source, sum(amount_fen)::text as amount from days group by 1 having sum(amount_fen) > 0 order by 1`.execute(
    tx,
  );
  return rows.map(({ source, amount }) => ({ source, amount: BigInt(amount) }));
}

export interface FundFlows {
  readonly paid_out: number;
  readonly recovered: number;
  readonly borne_by_banks: number;
  readonly claims: number;
}

/** What the fund paid and got back, by the papers that were posted. */
export async function sumFundFlows(tx: Tx, { low, high }: AreaSpan): Promise<FundFlows> {
  const { rows } = await sql<FundFlows>`
    select
      coalesce(sum((facts->>'fund')::bigint) filter (where kind = 'claim'), 0)::float8 as paid_out,
      coalesce(sum((facts->>'fund')::bigint) filter (where kind = 'recovery'), 0)::float8 as recovered,
      coalesce(sum((facts->>'bank')::bigint) filter (where kind = 'claim'), 0)::float8 as borne_by_banks,
      (count(*) filter (where kind = 'claim'))::int as claims
    from funds_loan_paper
    where area_code >= ${low} and area_code < ${high} and state = 'posted'
      and kind in ('claim', 'recovery')`.execute(tx);
  return rows[0] ?? { paid_out: 0, recovered: 0, borne_by_banks: 0, claims: 0 };
}

/** What was paid in, ever, by source. */
export async function listPaidIn(tx: Tx, { low, high }: AreaSpan): Promise<readonly Holding[]> {
  const { rows } = await sql<{ source: string; amount: string }>`
    select a.source, sum(l.amount_fen)::text as amount
    from funds_line l join funds_account a on a.county = l.county and a.id = l.account_id
    where l.area_code >= ${low} and l.area_code < ${high} and a.kind = 'riskFund' and l.act = 'contribute'
    group by 1 order by 1`.execute(tx);
  return rows.map(({ source, amount }) => ({ source, amount: BigInt(amount) }));
}

/** What came back of a covered loan so far, posted or waiting. */
export async function recoveredOf(
  tx: Tx,
  { county, loan }: { readonly county: number; readonly loan: string },
): Promise<number> {
  const { rows } = await sql<{ amount: number }>`
    select coalesce(sum(amount_fen), 0)::float8 as amount from funds_loan_paper
    where county = ${county} and loan_id = ${loan}::uuid and kind = 'recovery'
      and state in ('waiting', 'posted')`.execute(tx);
  return rows[0]?.amount ?? 0;
}

export async function hasOpenClaim(
  tx: Tx,
  { county, loan }: { readonly county: number; readonly loan: string },
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from funds_loan_paper
    where county = ${county} and loan_id = ${loan}::uuid and kind = 'claim' and state = 'waiting' limit 1`.execute(
    tx,
  );
  return rows.length > 0;
}

/** Principal owed to all lenders of a county on a day, whoever asks: from the books. */
export async function sumLent(tx: Tx, { low, high }: AreaSpan, on: PlainDate): Promise<bigint> {
  const { rows } = await sql<{ lent: string }>`
    select coalesce(sum(amount_fen), 0)::text as lent from (
      select amount_fen from funds_tally
      where area_code >= ${low} and area_code < ${high} and kind = 'lent' and true_on <= ${on}::date
      union all
      select d.amount_fen from funds_delta d
      join funds_account a on a.county = d.county and a.id = d.account_id
      where a.area_code >= ${low} and a.area_code < ${high} and a.kind = 'lent' and d.true_on <= ${on}::date
    ) as t`.execute(tx);
  return BigInt(rows[0]?.lent ?? '0');
}
