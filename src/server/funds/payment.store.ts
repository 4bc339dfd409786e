// All SQL of lines of payment lists: taken in, checked as a set, chosen for posting, answered, worded.
import { CompiledQuery, sql } from 'kysely';
import type { Tx } from '#server/database/connect.ts';
import type { ListRow } from './list.store.ts';

type ListKey = Pick<ListRow, 'county' | 'id'>;

export interface NewPayment {
  readonly id: string;
  readonly position: number;
  readonly householdNo: string;
  readonly name: string;
  readonly amount: bigint;
}

export async function deletePayments(tx: Tx, { county, id }: ListKey): Promise<void> {
  await sql`delete from funds_payment where county = ${county} and list_id = ${id}::uuid`.execute(
    tx,
  );
}

export async function insertPayments(
  tx: Tx,
  { county, id, area_code }: Pick<ListRow, 'county' | 'id' | 'area_code'>,
  payments: readonly NewPayment[],
): Promise<void> {
  await sql`
    insert into funds_payment (county, id, list_id, position, household_no, area_code, name, amount_fen, state)
    select ${county}, p.id, ${id}::uuid, p.position, p.household_no, ${area_code}, p.name, p.amount, 'listed'
    from unnest(
      ${payments.map((one) => one.id)}::uuid[], ${payments.map((one) => one.position)}::int[],
      ${payments.map((one) => one.householdNo)}::text[], ${payments.map((one) => one.name)}::text[],
      ${payments.map((one) => String(one.amount))}::bigint[]
    ) as p (id, position, household_no, name, amount)`.execute(tx);
}

/** The first text of `checkPayments` that an entitlement's SQL may use. */
export const firstEntitlementParameter = 8;

export interface Entitlement {
  /** SQL of three values over the columns of a household; null where no rule says who. */
  readonly sql: string | null;
  readonly parameters: readonly string[];
  readonly least: bigint | null;
  readonly most: bigint | null;
}

/**
 * Finds every line's household and everything that stands against paying it, in one statement. Only
 * households of the list's own area can be found. People are gathered by household first: asked for line by
 * line, 50,000 lines went through every person of the county each.
 */
export async function checkPayments(
  tx: Tx,
  list: ListRow,
  { span, entitlement }: { span: { low: string; high: string }; entitlement: Entitlement },
): Promise<void> {
  const { least, most } = entitlement;
  const entitled = entitlement.sql ?? `(stage <> 'SURVEYED')`;
  const lacks = entitlement.sql === null ? 'notListed' : 'notEntitled';
  await stageLines(tx, list);
  const text = `
    with homes as (
      select id, area_code, household_no, members, bank_account_hash, bank_account_mask, ${entitled} as entitled
      from registry_household
      where county = $1 and area_code >= $3 and area_code < $4
        and household_no in (select household_no from funds_check_line)
      offset 0
    ), people as (
      select q.household_id, array_agg(q.name) filter (where q.name is not null) as names,
        coalesce(array_agg(q.name) filter (where q.left_reason = 'DIED'), '{}') as dead
      from registry_person q where q.county = $1 and q.household_id in (select id from homes)
      group by q.household_id
    ), sharing as (
      select h.bank_account_hash as hash from registry_household h
      where h.county = $1 and h.bank_account_hash in (
        select bank_account_hash from homes where bank_account_hash is not null)
      group by 1 having count(*) > 1
    ), found as (
      select l.id, h.id as household, h.area_code, h.bank_account_mask, h.bank_account_hash,
        array_remove(array[
          case when h.id is null then 'unknownHousehold' end,
          case when h.entitled is false then '${lacks}' end,
          case when h.id is not null and h.entitled is null then 'entitlementUnknown' end,
          case when $5::bigint is not null and l.amount_fen < $5::bigint
            or $6::bigint is not null and l.amount_fen > $6::bigint then 'wrongAmount' end,
          case when l.name = any(q.dead) or h.members = 0 and q.dead <> '{}' then 'dead' end,
          case when h.members = 0 and coalesce(q.dead, '{}') = '{}' then 'absent' end,
          case when h.id is not null and b.from_project is not null and not exists (select from
            funds_project_household g where g.county = $1 and g.project_id = b.from_project and g.household_id = h.id)
            then 'notInProject' end,
          case when l.turn > 1 then 'twice' end,
          case when exists (
              select from funds_payment o join funds_list b on b.county = o.county and b.id = o.list_id
              where o.county = $1 and o.household_id = h.id and o.list_id <> $2::uuid
                and o.state in ('posted', 'paid') and b.period = $7
                and b.benefit is not distinct from (select benefit from funds_list where county = $1 and id = $2::uuid)
                and b.purpose = (select purpose from funds_list where county = $1 and id = $2::uuid)
                and (b.benefit is not null or o.amount_fen = l.amount_fen))
            then 'paidBefore' end,
          case when h.id is not null and h.bank_account_hash is null then 'noAccount' end,
          case when h.bank_account_hash in (select hash from sharing) then 'sharedAccount' end,
          case when l.name <> '' and h.id is not null and l.name <> all(coalesce(q.names, '{}'))
            then 'nameDiffers' end
        ], null) as problems
      from funds_check_line l join funds_list b on b.county = $1 and b.id = $2::uuid left join homes h on h.household_no = l.household_no
      left join people q on q.household_id = h.id
    )
    update funds_payment p set household_id = f.household, area_code = coalesce(f.area_code, p.area_code),
      account_mask = f.bank_account_mask, account_hash = f.bank_account_hash, problems = f.problems,
      state = case when cardinality(f.problems) = 0 then 'listed' else 'held' end
    from found f where p.county = $1 and p.id = f.id`;
  await tx.executeQuery(
    CompiledQuery.raw(text, [
      list.county,
      list.id,
      span.low,
      span.high,
      least === null ? null : String(least),
      most === null ? null : String(most),
      list.period,
      ...entitlement.parameters,
    ]),
  );
}

/**
 * The lines of a list that was written a moment ago, in a table of this transaction: of this one the planner
 * is told how long it is, and does not meet 50,000 lines with 18,000 households one by one.
 */
async function stageLines(tx: Tx, { county, id }: ListKey): Promise<void> {
  await sql`drop table if exists funds_check_line`.execute(tx);
  await sql`
    create temporary table funds_check_line on commit drop as
    select p.id, p.position, p.household_no, p.name, p.amount_fen,
      row_number() over (partition by p.household_no, p.name order by p.position) as turn
    from funds_payment p where p.county = ${county} and p.list_id = ${id}::uuid`.execute(tx);
  await sql`analyze funds_check_line`.execute(tx);
}

/** Takes lines for what they are: their households found by number, nothing checked. */
export async function placePayments(tx: Tx, { county, id }: ListKey): Promise<void> {
  await sql`
    update funds_payment p set household_id = h.id, area_code = h.area_code,
      account_mask = h.bank_account_mask, account_hash = h.bank_account_hash
    from registry_household h
    where p.county = ${county} and p.list_id = ${id}::uuid
      and h.county = p.county and h.household_no = p.household_no`.execute(tx);
}

export interface ListSums {
  readonly lines: number;
  readonly held: number;
  readonly total: number;
}

export async function sumPayments(tx: Tx, { county, id }: ListKey): Promise<ListSums> {
  const { rows } = await sql<ListSums>`
    select count(*)::int as lines, (count(*) filter (where state = 'held'))::int as held,
      coalesce(sum(amount_fen) filter (where state <> 'held'), 0)::float8 as total
    from funds_payment where county = ${county} and list_id = ${id}::uuid`.execute(tx);
  return rows[0] ?? { lines: 0, held: 0, total: 0 };
}

export interface DuePayment {
  readonly id: string;
  readonly position: number;
  readonly household: string;
  readonly area: string;
  readonly amount: string;
}

export async function nextToPost(
  tx: Tx,
  { county, id }: ListKey,
  most: number,
): Promise<readonly DuePayment[]> {
  const { rows } = await sql<DuePayment>`
    select id, position, household_id as household, area_code as area, amount_fen::text as amount
    from funds_payment
    where county = ${county} and list_id = ${id}::uuid and state = 'listed'
    order by position limit ${most} for update`.execute(tx);
  return rows;
}

export async function markPosted(
  tx: Tx,
  county: number,
  posted: readonly { readonly id: string; readonly entry: string }[],
  on: string,
): Promise<void> {
  await sql`
    update funds_payment p set state = 'posted', entry_id = g.entry, paid_on = ${on}::date
    from unnest(${posted.map((one) => one.id)}::uuid[], ${posted.map((one) => one.entry)}::uuid[])
      as g (id, entry)
    where p.county = ${county} and p.id = g.id`.execute(tx);
}

export interface BankLine {
  readonly position: number;
  readonly name: string | null;
  readonly bank: string | null;
  readonly account: Buffer | null;
  readonly account_mask: string | null;
  readonly amount: string;
  readonly id: string;
  readonly entry: string | null;
}

/** Lines that are at the bank, by their number. */
export async function listAtBank(tx: Tx, { county, id }: ListKey): Promise<readonly BankLine[]> {
  const { rows } = await sql<BankLine>`
    select p.id, p.position, coalesce(nullif(p.name, ''), h.head_name) as name, h.bank,
      h.bank_account_sealed as account, p.account_mask, p.amount_fen::text as amount, p.entry_id as entry
    from funds_payment p
    left join registry_household h on h.county = p.county and h.id = p.household_id
    where p.county = ${county} and p.list_id = ${id}::uuid and p.state = 'posted'
    order by p.position`.execute(tx);
  return rows;
}

export async function markAnswered(
  tx: Tx,
  county: number,
  answered: readonly { readonly id: string; readonly isPaid: boolean; readonly note: string }[],
): Promise<void> {
  await sql`
    update funds_payment p
    set state = case when g.paid then 'paid' else 'failed' end, bank_note = nullif(g.note, '')
    from unnest(${answered.map((one) => one.id)}::uuid[], ${answered.map((one) => one.isPaid)}::boolean[],
      ${answered.map((one) => one.note)}::text[]) as g (id, paid, note)
    where p.county = ${county} and p.id = g.id`.execute(tx);
}

export async function copyFailed(
  tx: Tx,
  { county, from, to }: { county: number; from: string; to: Pick<ListRow, 'id' | 'area_code'> },
  newIds: readonly string[],
): Promise<void> {
  await sql`
    insert into funds_payment (county, id, list_id, position, household_no, area_code, name, amount_fen, state)
    select ${county}, i.id, ${to.id}::uuid, f.place, f.household_no, ${to.area_code}, f.name, f.amount_fen, 'listed'
    from (
      select *, row_number() over (order by position)::int as place from funds_payment
      where county = ${county} and list_id = ${from}::uuid and state = 'failed'
    ) as f
    join unnest(${[...newIds]}::uuid[]) with ordinality as i (id, place) on i.place = f.place`.execute(
    tx,
  );
}
