// All SQL of what waits to be paid: subsidies claimed, money for the risk fund, claims on it.
import { sql } from 'kysely';
import type { paperKinds, paperStates } from '#contract/funds-banks.ts';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { Tx } from '#server/database/connect.ts';
import { countyOfIdIn } from '#server/kernel/county-of-id.store.ts';
import type { StoredApproval } from '../order.store.ts';

export interface PaperRow {
  readonly county: number;
  readonly id: string;
  readonly area_code: string;
  readonly kind: (typeof paperKinds)[number];
  readonly bank_id: string | null;
  readonly loan_id: string | null;
  readonly amount_fen: number;
  readonly true_on: PlainDate;
  readonly from_on: PlainDate | null;
  readonly until_on: PlainDate | null;
  readonly document: string;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly state: (typeof paperStates)[number];
  readonly approvals_needed: number;
  readonly approval_level: string;
  readonly approvals: readonly StoredApproval[];
  readonly entry_id: string | null;
  readonly author: string;
  readonly author_name: string;
  readonly entered_at: string;
  readonly ended_by_name: string | null;
  readonly ended_reason: string | null;
}

export interface ShownPaper extends PaperRow {
  readonly lender: string | null;
  readonly head_name: string | null;
  readonly loans: number | null;
}

const columns = sql`p.*, p.amount_fen::float8 as amount_fen, p.true_on::text as true_on,
  p.from_on::text as from_on, p.until_on::text as until_on, b.name as lender, h.head_name,
  case when p.kind = 'subsidy' then (select count(*)::int from funds_loan_interest i
    where i.county = p.county and i.paper_id = p.id) end as loans`;
const joined = sql`funds_loan_paper p
  left join funds_loan_bank b on b.county = p.county and b.id = p.bank_id
  left join funds_loan l on l.county = p.county and l.id = p.loan_id
  left join registry_household h on h.county = l.county and h.id = l.household_id`;

type NewPaper = Omit<
  PaperRow,
  'state' | 'approvals' | 'entry_id' | 'ended_by_name' | 'ended_reason' | 'facts'
> & { readonly facts?: PaperRow['facts'] };

export async function insertPaper(tx: Tx, { facts, ...paper }: NewPaper): Promise<void> {
  await tx
    .insertInto('funds_loan_paper')
    .values({ ...paper, facts: JSON.stringify(facts ?? {}), state: 'waiting' })
    .execute();
}

export async function findPaper(
  tx: Tx,
  id: string,
  lock: 'shown' | 'locked' = 'shown',
): Promise<ShownPaper | undefined> {
  const { rows } = await sql<ShownPaper>`
    select ${columns} from ${joined}
    where p.county = ${countyOfIdIn(sql`${id}`)} and p.id = ${id}::uuid
    ${lock === 'locked' ? sql`for update of p` : sql``}`.execute(tx);
  return rows[0];
}

export async function listPapers(
  tx: Tx,
  asked: {
    readonly span: AreaSpan;
    readonly waiting: boolean;
    readonly kind: string | undefined;
    readonly loan: string | undefined;
    readonly before: readonly [string, string] | undefined;
    readonly limit: number;
  },
): Promise<readonly ShownPaper[]> {
  const { span, before } = asked;
  const { rows } = await sql<ShownPaper>`
    select ${columns} from ${joined}
    where p.area_code >= ${span.low} and p.area_code < ${span.high}
      ${asked.waiting ? sql`and p.state = 'waiting'` : sql``}
      ${asked.kind === undefined ? sql`` : sql`and p.kind = ${asked.kind}`}
      ${asked.loan === undefined ? sql`` : sql`and p.loan_id = ${asked.loan}::uuid`}
      ${
        before === undefined
          ? sql``
          : sql`and (p.entered_at, p.id) < (${before[0]}::timestamptz, ${before[1]}::uuid)`
      }
    order by p.entered_at desc, p.id desc limit ${asked.limit}`.execute(tx);
  return rows;
}

export async function updatePaper(
  tx: Tx,
  { county, id }: Pick<PaperRow, 'county' | 'id'>,
  {
    approvals,
    ...change
  }: Partial<Pick<PaperRow, 'state' | 'entry_id' | 'ended_by_name' | 'ended_reason'>> & {
    readonly approvals?: readonly StoredApproval[];
  },
): Promise<void> {
  await tx
    .updateTable('funds_loan_paper')
    .set({
      ...change,
      ...(approvals === undefined ? {} : { approvals: JSON.stringify(approvals) }),
    })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}

/** What was claimed for a paper goes back to what can be claimed. */
export async function freeInterest(
  tx: Tx,
  { county, id }: Pick<PaperRow, 'county' | 'id'>,
): Promise<void> {
  await sql`
    update funds_loan l set claimed_fen = l.claimed_fen - i.amount_fen
    from funds_loan_interest i
    where i.county = ${county} and i.paper_id = ${id}::uuid and l.county = i.county and l.id = i.loan_id`.execute(
    tx,
  );
}

export interface InterestRow {
  readonly loan_id: string;
  readonly household_id: string;
  readonly area_code: string;
  readonly days: number;
  readonly amount_fen: number;
  readonly household_no: string;
  readonly head_name: string;
}

export async function listInterestLines(
  tx: Tx,
  { county, id }: Pick<PaperRow, 'county' | 'id'>,
  { after, limit }: { readonly after: string | undefined; readonly limit: number | null },
): Promise<readonly InterestRow[]> {
  const { rows } = await sql<InterestRow>`
    select i.loan_id, i.household_id, i.area_code, i.days, i.amount_fen::float8 as amount_fen,
      h.household_no, h.head_name
    from funds_loan_interest i
    join registry_household h on h.county = i.county and h.id = i.household_id
    where i.county = ${county} and i.paper_id = ${id}::uuid
      ${after === undefined ? sql`` : sql`and i.loan_id > ${after}::uuid`}
    order by i.loan_id limit ${limit}::int`.execute(tx);
  return rows;
}

/**
 * The lines of a claim in one statement: interest of the running principal up to the period's end, less that
 * up to its beginning, each cut to the fen once, as `interestBetween` computes it for one loan. What was
 * claimed before of the same days is no part of it.
 */
export async function insertInterest(
  tx: Tx,
  paper: Pick<PaperRow, 'county' | 'id' | 'bank_id' | 'from_on' | 'until_on'>,
): Promise<{ readonly loans: number; readonly total: number }> {
  const { rows } = await sql<{ loans: number; total: number }>`
    with spans as (
      -- Each loan once, its columns carried along: joined again by its id, a loan the statistics do not
      -- know yet would be looked for among all others.
      select own.id, own.household_id, own.area_code, own.bank_id, own.subsidy_ppm, own.day_basis,
        own.lent_on, own.from_day, own.until_day,
        coalesce(sum(m.amount * (own.from_day - m.true_on)) filter (where m.true_on < own.from_day), 0) as fen_days_before,
        coalesce(sum(m.amount * (own.until_day - m.true_on)) filter (where m.true_on < own.until_day), 0) as fen_days
      from (
        select l.*, least(${paper.from_on}::date, l.subsidy_until) as from_day,
          least(${paper.until_on}::date, l.subsidy_until) as until_day
        from funds_loan l
        where l.county = ${paper.county} and l.bank_id = ${paper.bank_id}::uuid
          and l.lent_fen > 0 and l.subsidy_ppm > 0
      ) own
      left join (
        select a.county, a.loan_id, a.true_on,
          case when a.kind in ('lend', 'takeBack') then a.amount_fen else -a.amount_fen end as amount
        from funds_loan_act a where a.kind in ('lend', 'repay', 'takeBack', 'cover')
      ) m on m.county = own.county and m.loan_id = own.id
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9
    ), due as (
      select id, household_id, area_code, bank_id,
        div(fen_days * subsidy_ppm, 1000000 * day_basis) - div(fen_days_before * subsidy_ppm, 1000000 * day_basis) as amount,
        until_day - greatest(from_day, lent_on) as days
      from spans
    ), fresh as (
      select due.* from due
      where due.amount > 0 and not exists (
        select from funds_loan_interest i
        join funds_loan_paper p on p.county = i.county and p.id = i.paper_id
        where i.county = ${paper.county} and i.loan_id = due.id and p.state in ('waiting', 'posted')
          and p.id <> ${paper.id}::uuid and p.from_on < ${paper.until_on}::date and p.until_on > ${paper.from_on}::date)
    ), written as (
      insert into funds_loan_interest (county, paper_id, loan_id, household_id, area_code, bank_id, days, amount_fen)
      select ${paper.county}, ${paper.id}::uuid, id, household_id, area_code, bank_id, days, amount from fresh
      returning loan_id, amount_fen
    ), kept as (
      update funds_loan l set claimed_fen = l.claimed_fen + w.amount_fen
      from written w where l.county = ${paper.county} and l.id = w.loan_id
    )
    select count(*)::int as loans, coalesce(sum(amount_fen), 0)::float8 as total from written`.execute(
    tx,
  );
  return rows[0] ?? { loans: 0, total: 0 };
}

/** The amount of a paper once its lines are known. */
export async function setPaperAmount(
  tx: Tx,
  { county, id }: Pick<PaperRow, 'county' | 'id'>,
  change: Pick<PaperRow, 'amount_fen' | 'approvals_needed' | 'approval_level'>,
): Promise<void> {
  await tx
    .updateTable('funds_loan_paper')
    .set(change)
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}
