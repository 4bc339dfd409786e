// SQL of the books as people read them: sums of places from the folded tally and what is not folded yet,
// lines behind a number, balances with the day their oldest yuan came. Reads only.
import { type RawBuilder, sql } from 'kysely';
import type { AccountKind } from '#domain/funds/account.ts';
import { linesOfStage, type StageLines } from '#domain/funds/stages.ts';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { Tx } from '#server/database/connect.ts';
import { countyOfIdIn } from '#server/kernel/county-of-id.store.ts';

/** Sums of places to a day, folded or not; `t` has county, area_code, kind, source, purpose, true_on, amount_fen. */
function tallied({ low, high }: AreaSpan, on: PlainDate): RawBuilder<unknown> {
  return sql`(
    select area_code, kind, source, purpose, true_on, amount_fen from funds_tally
    where area_code >= ${low} and area_code < ${high} and true_on <= ${on}::date
    union all
    select left(a.area_code, 12), a.kind, a.source, a.purpose, d.true_on, d.amount_fen
    from funds_delta d join funds_account a on a.county = d.county and a.id = d.account_id
    where a.area_code >= ${low} and a.area_code < ${high} and d.true_on <= ${on}::date
  ) as t`;
}

export interface KindSum {
  readonly kind: AccountKind;
  readonly source: string;
  readonly purpose: string;
  /** The place one level down that it belongs to; the area itself where it is held there. */
  readonly place: string;
  readonly amount: bigint;
}

export async function sumByKind(
  tx: Tx,
  { span, on, placeLength }: { span: AreaSpan; on: PlainDate; placeLength: number },
): Promise<readonly KindSum[]> {
  const { rows } = await sql<Omit<KindSum, 'amount'> & { amount: string }>`
    select kind, source, purpose, left(area_code, ${placeLength}) as place, sum(amount_fen)::text as amount
    from ${tallied(span, on)}
    group by 1, 2, 3, 4 having sum(amount_fen) <> 0`.execute(tx);
  return rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));
}

/** Months add up to what has arrived and been paid by then: what went behind loans is paid, too. */
export async function sumByMonth(
  tx: Tx,
  { span, on }: { span: AreaSpan; on: PlainDate },
): Promise<readonly { month: string; arrived: number; paid: number }[]> {
  const paid = linesOfStage.paid.kinds;
  const { rows } = await sql<{ month: string; arrived: string; paid: string }>`
    select to_char(true_on, 'YYYY-MM') as month,
      (-coalesce(sum(amount_fen) filter (where kind in ('source', 'appropriated')), 0))::text as arrived,
      coalesce(sum(amount_fen) filter (where kind = any (${paid}::text[])), 0)::text as paid
    from ${tallied(span, on)}
    where kind = any (${['source', 'appropriated', ...paid]}::text[])
    group by 1 order by 1`.execute(tx);
  return rows.map(({ month, arrived, paid }) => ({
    month,
    arrived: Number(arrived),
    paid: Number(paid),
  }));
}

/** How many households were paid, by village and use. */
export async function countPaidHouseholds(
  tx: Tx,
  { low, high }: AreaSpan,
): Promise<readonly { place: string; purpose: string; households: number }[]> {
  const { rows } = await sql<{ place: string; purpose: string; households: number }>`
    select left(area_code, 12) as place, purpose, count(distinct household)::int as households
    from funds_account
    where area_code >= ${low} and area_code < ${high} and kind = 'spent' and household is not null
    group by 1, 2`.execute(tx);
  return rows;
}

export interface LineQuestion {
  readonly span: AreaSpan;
  /** The county it lies in, undefined of wider areas. */
  readonly county: number | undefined;
  readonly stage: StageLines | undefined;
  readonly kind: string | undefined;
  readonly source: string | undefined;
  readonly purpose: string | undefined;
  readonly account: string | undefined;
  readonly project: string | undefined;
  readonly reached: 'households' | 'others' | undefined;
  readonly since: string | undefined;
  readonly on: string | undefined;
  readonly after: readonly [string, string, number] | undefined;
  readonly limit: number;
}

export interface FoundLine {
  readonly entry: string;
  readonly position: number;
  readonly on: string;
  readonly entryKind: string;
  readonly document: string;
  readonly memo: string;
  readonly amount: string;
  readonly account: string;
  readonly kind: AccountKind;
  readonly source: string;
  readonly purpose: string;
  readonly area: string;
  readonly holder: string;
  readonly project: string | null;
  readonly household: string | null;
  readonly householdName: string | null;
}

const lineColumns = sql`l.entry_id as entry, l.position, l.true_on::text as "on", l.entry_kind as "entryKind",
      l.document, l.memo, l.amount_fen::text as amount, a.id as account, a.kind, a.source, a.purpose,
      a.area_code as area, a.holder, a.project_id as project, a.household, h.head_name as "householdName"`;

export async function listLines(tx: Tx, asked: LineQuestion): Promise<readonly FoundLine[]> {
  const { span, after, stage } = asked;
  const ofAccount = [
    ...(stage === undefined ? [] : [sql`and a.kind = any(${[...stage.kinds]}::text[])`]),
    ...(asked.kind === undefined ? [] : [sql`and a.kind = ${asked.kind}`]),
    ...(asked.source === undefined ? [] : [sql`and a.source = ${asked.source}`]),
    ...(asked.purpose === undefined ? [] : [sql`and a.purpose = ${asked.purpose}`]),
    ...(asked.project === undefined ? [] : [sql`and a.project_id = ${asked.project}::uuid`]),
    ...(asked.reached === undefined
      ? []
      : [sql`and (a.household is not null) = ${asked.reached === 'households'}`]),
  ];
  // The page is found by the lines alone, in their order, and accounts and names are joined to it: joined
  // first, every line of the county would be sorted.
  const { rows } = await sql<FoundLine>`
    with page as materialized (
      select l.* from funds_line l
      where l.area_code >= ${span.low} and l.area_code < ${span.high}
        ${asked.county === undefined ? sql`` : sql`and l.county = ${asked.county}`}
        ${stage?.acts ? sql`and l.act = any(${[...stage.acts]}::text[])` : sql``}
        ${asked.account === undefined ? sql`` : sql`and l.account_id = ${asked.account}::uuid`}
        ${asked.on === undefined ? sql`` : sql`and l.true_on <= ${asked.on}::date`}
        ${asked.since === undefined ? sql`` : sql`and l.true_on >= ${asked.since}::date`}
        ${
          ofAccount.length === 0
            ? sql``
            : sql`and exists (select 1 from funds_account a
                where a.county = l.county and a.id = l.account_id ${sql.join(ofAccount, sql` `)})`
        }
        ${
          after === undefined
            ? sql``
            : sql`and l.true_on <= ${after[0]}::date and (l.true_on < ${after[0]}::date
                or (l.entry_id, l.position) > (${after[1]}::uuid, ${after[2]}::int))`
        }
      order by l.true_on desc, l.entry_id, l.position limit ${asked.limit})
    select ${lineColumns}
    from page l
    join funds_account a on a.county = l.county and a.id = l.account_id
    left join registry_household h on h.county = a.county and h.id = a.household
    order by l.true_on desc, l.entry_id, l.position`.execute(tx);
  const sign = BigInt(stage?.sign ?? 1);
  return rows.map((row) => ({ ...row, amount: String(sign * BigInt(row.amount)) }));
}

export interface FoundAccount {
  readonly id: string;
  readonly county: number;
  readonly kind: AccountKind;
  readonly source: string;
  readonly purpose: string;
  readonly area: string;
  readonly holder: string;
  readonly project: string | null;
  readonly household: string | null;
}

const accountColumns = sql`a.id, a.county, a.kind, a.source, a.purpose, a.area_code as area, a.holder,
  a.project_id as project, a.household`;

export async function findAccount(tx: Tx, id: string): Promise<FoundAccount | undefined> {
  const { rows } = await sql<FoundAccount>`
    select ${accountColumns} from funds_account a
    where a.county = ${countyOfIdIn(sql`${id}`)} and a.id = ${id}::uuid`.execute(tx);
  return rows[0];
}

export interface HeldAccount extends FoundAccount {
  readonly balance: string;
  readonly since: string;
}

/**
 * Accounts that hold money one can dispose of, with the day the oldest yuan of the balance came: what comes
 * in first goes out first, so the balance is made of the latest gains.
 */
export async function listHeld(
  tx: Tx,
  {
    span,
    on,
    limit,
    kinds = heldKinds,
  }: { span: AreaSpan; on: PlainDate; limit: number; kinds?: readonly AccountKind[] },
): Promise<readonly HeldAccount[]> {
  const { rows } = await sql<HeldAccount>`
    with ${agedAccounts(span, on, kinds)}
    select ${accountColumns}, a.balance::text, a.since::text as since
    from aged a order by a.since, a.id limit ${limit}`.execute(tx);
  return rows;
}

export interface HeldBy {
  readonly area: string;
  readonly holder: string;
  readonly accounts: number;
  /** The day its oldest yuan came. */
  readonly since: string;
  /** What has lain up to each of the days, and longer. */
  readonly amounts: readonly number[];
}

/** All that lies in an area by who holds it, in classes of days; whose money is the oldest stands first. */
export async function sumHeldByOwner(
  tx: Tx,
  { span, on, ages }: { span: AreaSpan; on: PlainDate; ages: readonly number[] },
): Promise<readonly HeldBy[]> {
  const days = sql`(${on}::date - a.since)`;
  const bounds = [-1, ...ages];
  const classes = bounds.map((above, index) => {
    const most = ages[index];
    const upTo = most === undefined ? sql`` : sql`and ${days} <= ${most}::int`;
    return sql`coalesce(sum(a.balance) filter (where ${days} > ${above}::int ${upTo}), 0)::float8`;
  });
  const { rows } = await sql<HeldBy>`
    with ${agedAccounts(span, on)}
    select a.area_code as area, a.holder, count(*)::int as accounts, min(a.since)::text as since,
      jsonb_build_array(${sql.join(classes)}) as amounts
    from aged a group by 1, 2
    order by min(a.since), 1, 2`.execute(tx);
  return rows;
}

const heldKinds: readonly AccountKind[] = ['appropriated', 'treasury', 'allocated'];

/** `aged` has each account with something left: its balance and the day the oldest yuan of it came. */
function agedAccounts(
  span: AreaSpan,
  on: PlainDate,
  kinds: readonly AccountKind[] = heldKinds,
): RawBuilder<unknown> {
  return sql`
    held as (
      select a.* from funds_account a
      where a.area_code >= ${span.low} and a.area_code < ${span.high}
        and a.kind = any(${[...kinds]}::text[])
    ), days as (
      select county, account_id, true_on, sum(amount_fen) as amount from (
        select d.county, d.account_id, d.true_on, d.amount_fen
        from funds_day d join held a on a.county = d.county and a.id = d.account_id
        where d.true_on <= ${on}::date
        union all
        select d.county, d.account_id, d.true_on, d.amount_fen
        from funds_delta d join held a on a.county = d.county and a.id = d.account_id
        where d.true_on <= ${on}::date
      ) as both_of group by 1, 2, 3
    ), later as (
      select d.*, sum(d.amount) over (partition by d.county, d.account_id) as balance,
        coalesce(sum(d.amount) filter (where d.amount > 0) over (
          partition by d.county, d.account_id order by d.true_on desc
          rows between unbounded preceding and 1 preceding), 0) as gained_later
      from days d
    ), oldest as (
      select county, account_id, balance,
        min(true_on) filter (where amount > 0 and gained_later < balance) as since
      from later where balance > 0 group by county, account_id, balance
    ), aged as (
      select a.*, o.balance, o.since
      from oldest o join funds_account a on a.county = o.county and a.id = o.account_id
    )`;
}

/** Every line of an entry, under the scope of whoever asks. */
export async function listEntryLines(
  tx: Tx,
  { county, id }: { readonly county: number; readonly id: string },
): Promise<readonly FoundLine[]> {
  const { rows } = await sql<FoundLine>`
    select ${lineColumns}
    from funds_line l
    join funds_account a on a.county = l.county and a.id = l.account_id
    left join registry_household h on h.county = a.county and h.id = a.household
    where l.county = ${county} and l.entry_id = ${id}::uuid
    order by l.position`.execute(tx);
  return rows;
}
