// All SQL of entrusted operation: contracts, yearly returns, and how contracts are wound down.
import { type RawBuilder, sql } from 'kysely';
import type { ReturnState, WayOut } from '#domain/funds/loans/entrusted.ts';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { Tx } from '#server/database/connect.ts';
import { countyOfIdIn } from '#server/kernel/county-of-id.store.ts';

export interface Party {
  readonly zh: string;
  readonly en: string;
  readonly name: string;
  readonly duty: string;
}

export interface ContractRow {
  readonly county: number;
  readonly loan_id: string;
  readonly household_id: string;
  readonly area_code: string;
  readonly bank_id: string | null;
  readonly operator: string;
  readonly parties: readonly Party[];
  readonly document: string;
  readonly principal_fen: number;
  readonly yield_ppm: number;
  readonly from_on: PlainDate;
  readonly until_on: PlainDate;
  readonly how: WayOut | null;
  readonly agreed_on: PlainDate | null;
  readonly settled_on: PlainDate | null;
}

export interface ShownContract extends ContractRow {
  readonly lender: string;
  readonly owed_fen: number;
  readonly household_no: string;
  readonly head_name: string;
}

type NewContract = Omit<ContractRow, 'how' | 'agreed_on' | 'settled_on'>;

export async function insertContract(
  tx: Tx,
  { parties, ...contract }: NewContract,
  returns: readonly { readonly year: number; readonly dueOn: string; readonly due: bigint }[],
): Promise<void> {
  await tx
    .insertInto('funds_loan_entrusted')
    .values({ ...contract, parties: JSON.stringify(parties) })
    .execute();
  const { county, loan_id, household_id, area_code, bank_id } = contract;
  if (returns.length === 0) return;
  await tx
    .insertInto('funds_loan_return')
    .values(
      returns.map(({ year, dueOn, due }) => ({
        ...{ county, loan_id, household_id, area_code, bank_id, year },
        due_on: dueOn,
        due_fen: Number(due),
      })),
    )
    .execute();
}

const columns = sql`c.*, c.from_on::text as from_on, c.until_on::text as until_on,
  c.agreed_on::text as agreed_on, c.settled_on::text as settled_on, c.principal_fen::float8 as principal_fen,
  l.lender, l.owed_fen::float8 as owed_fen, h.household_no, h.head_name`;
const joinedTo = (contracts: RawBuilder<unknown>) => sql`${contracts} c
  join funds_loan l on l.county = c.county and l.id = c.loan_id
  join registry_household h on h.county = c.county and h.id = c.household_id`;

export async function findContract(tx: Tx, loan: string): Promise<ShownContract | undefined> {
  const { rows } = await sql<ShownContract>`
    select ${columns} from ${joinedTo(sql`funds_loan_entrusted`)}
    where c.county = ${countyOfIdIn(sql`${loan}`)} and c.loan_id = ${loan}::uuid`.execute(tx);
  return rows[0];
}

/** Whether anything was due by a day and is not paid. */
const inArrears = (on: PlainDate) => sql`exists (
  select from funds_loan_return r
  where r.county = c.county and r.loan_id = c.loan_id and r.paid_fen < r.due_fen and r.due_on <= ${on}::date
    and (c.settled_on is null or r.due_on <= c.settled_on))`;

interface ContractQuestion {
  readonly span: AreaSpan;
  readonly on: PlainDate;
  readonly show: 'all' | 'arrears' | 'open';
  readonly loan: string | undefined;
}

function askedFor({ span, on, show, loan }: ContractQuestion): RawBuilder<unknown> {
  return sql`c.area_code >= ${span.low} and c.area_code < ${span.high} and c.from_on <= ${on}::date
        ${show === 'arrears' ? sql`and ${inArrears(on)}` : sql``}
        ${show === 'open' ? sql`and c.settled_on is null` : sql``}
        ${loan === undefined ? sql`` : sql`and c.loan_id = ${loan}::uuid`}`;
}

/** All of them together, as their rows show them. */
export async function sumListed(
  tx: Tx,
  asked: ContractQuestion,
): Promise<{ readonly contracts: number; readonly principal: number; readonly owed: number }> {
  const { rows } = await sql<{ contracts: number; principal: number; owed: number }>`
    select count(*)::int as contracts, coalesce(sum(c.principal_fen), 0)::float8 as principal,
      coalesce(sum(l.owed_fen), 0)::float8 as owed
    from funds_loan_entrusted c join funds_loan l on l.county = c.county and l.id = c.loan_id
    where ${askedFor(asked)}`.execute(tx);
  return rows[0] ?? { contracts: 0, principal: 0, owed: 0 };
}

export async function listContracts(
  tx: Tx,
  asked: ContractQuestion & {
    readonly after: readonly [string, string] | undefined;
    readonly limit: number;
  },
): Promise<readonly ShownContract[]> {
  const { after } = asked;
  const { rows } = await sql<ShownContract>`
    with page as (
      select c.* from funds_loan_entrusted c
      where ${askedFor(asked)}
        ${
          after === undefined
            ? sql``
            : sql`and (c.from_on, c.loan_id) > (${after[0]}::date, ${after[1]}::uuid)`
        }
      order by c.from_on, c.loan_id limit ${asked.limit})
    select ${columns} from ${joinedTo(sql`page`)}
    order by c.from_on, c.loan_id`.execute(tx);
  return rows;
}

export interface StoredReturn extends ReturnState {
  readonly loan: string;
}

export async function listReturns(
  tx: Tx,
  contracts: readonly Pick<ContractRow, 'county' | 'loan_id'>[],
): Promise<readonly StoredReturn[]> {
  if (contracts.length === 0) return [];
  const { rows } = await sql<{
    loan: string;
    year: number;
    due_on: PlainDate;
    due: string;
    paid: string;
  }>`
    select r.loan_id as loan, r.year, r.due_on::text as due_on, r.due_fen::text as due, r.paid_fen::text as paid
    from unnest(${contracts.map(({ county }) => county)}::int[], ${contracts.map((one) => one.loan_id)}::uuid[])
      as g (county, loan)
    join funds_loan_return r on r.county = g.county and r.loan_id = g.loan
    order by r.loan_id, r.year`.execute(tx);
  return rows.map(({ loan, year, due_on: dueOn, due, paid }) => ({
    loan,
    year,
    dueOn,
    due: BigInt(due),
    paid: BigInt(paid),
  }));
}

export async function setPaid(
  tx: Tx,
  { county, loan_id }: Pick<ContractRow, 'county' | 'loan_id'>,
  laid: readonly { readonly year: number; readonly paid: bigint }[],
): Promise<void> {
  await sql`
    update funds_loan_return r set paid_fen = g.paid
    from unnest(${laid.map(({ year }) => year)}::int[], ${laid.map(({ paid }) => String(paid))}::bigint[])
      as g (year, paid)
    where r.county = ${county} and r.loan_id = ${loan_id}::uuid and r.year = g.year`.execute(tx);
}

export async function updateContract(
  tx: Tx,
  { county, loan_id }: Pick<ContractRow, 'county' | 'loan_id'>,
  change: Partial<Pick<ContractRow, 'how' | 'agreed_on' | 'settled_on'>>,
): Promise<void> {
  await tx
    .updateTable('funds_loan_entrusted')
    .set(change)
    .where('county', '=', county)
    .where('loan_id', '=', loan_id)
    .execute();
}

export interface ContractSums {
  readonly contracts: number;
  readonly principal: number;
  readonly due: number;
  readonly paid: number;
  readonly arrears: number;
  readonly late: number;
  readonly open: number;
  readonly agreed: number;
  readonly settled: number;
}

export async function sumContracts(
  tx: Tx,
  { low, high }: AreaSpan,
  on: PlainDate,
): Promise<ContractSums | undefined> {
  const { rows } = await sql<ContractSums>`
    with own as (
      select c.* from funds_loan_entrusted c
      where c.area_code >= ${low} and c.area_code < ${high} and c.from_on <= ${on}::date
    ), fallen as (
      select r.loan_id, sum(r.due_fen) as due, sum(r.paid_fen) as paid
      from funds_loan_return r join own on own.county = r.county and own.loan_id = r.loan_id
      where r.due_on <= ${on}::date and (own.settled_on is null or r.due_on <= own.settled_on) group by 1
    )
    select count(*)::int as contracts, coalesce(sum(own.principal_fen), 0)::float8 as principal,
      coalesce(sum(f.due), 0)::float8 as due, coalesce(sum(f.paid), 0)::float8 as paid,
      coalesce(sum(f.due - f.paid), 0)::float8 as arrears,
      (count(*) filter (where f.due > f.paid))::int as late,
      (count(*) filter (where own.agreed_on is null and own.settled_on is null))::int as open,
      (count(*) filter (where own.agreed_on is not null and own.settled_on is null))::int as agreed,
      (count(*) filter (where own.settled_on is not null))::int as settled
    from own left join fallen f on f.loan_id = own.loan_id`.execute(tx);
  return rows[0];
}
