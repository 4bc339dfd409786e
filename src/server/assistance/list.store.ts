// All SQL of departments' lists: who is planned to get something and still waits, the rows of a list, and
// what a confirmation makes of them.
import { type RawBuilder, sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import { formRule } from '#domain/registry/form-rule.ts';
import type { Tx } from '#server/database/connect.ts';
import { markVillages } from '#server/kernel/changed-village.store.ts';
import type { BenefitKey, BenefitRecord } from './benefit.store.ts';

export interface ListRecord {
  readonly county: number;
  readonly id: string;
  readonly area_code: string;
  readonly title: string;
  readonly code: string;
  readonly benefit: string | null;
  readonly year: number;
  readonly deliverer: string;
  readonly account: string | null;
  readonly state: string;
  readonly made_by: string;
  readonly made_by_name: string;
  readonly made_at: string;
  readonly confirmed_by: string | null;
  readonly confirmed_by_name: string | null;
  readonly confirmed_at: string | null;
}

export interface CountedList extends ListRecord {
  readonly rows: number;
  readonly delivered: number;
  readonly left_out: number;
}

export type Recipients = 'household' | 'student' | 'labourer' | 'member';

export interface Candidate {
  readonly household_id: string;
  readonly area_code: string;
  readonly line: string;
  readonly promised_fen: number | null;
  readonly person_id: string | null;
  readonly person_name: string | null;
}

/** A department goes through so many rows at most; wider lists are asked for by township. */
export const listRowsMost = 20_000;

/** Whom plans in force promise this to and nobody recorded it for, that year; one more than a list may have. */
export async function listCandidates(
  tx: Tx,
  asked: {
    readonly span: AreaSpan;
    readonly code: string;
    readonly benefit: string | null;
    readonly year: number;
    readonly recipients: Recipients;
  },
): Promise<readonly Candidate[]> {
  const { span, code, benefit, year, recipients } = asked;
  const person: Readonly<Record<Recipients, RawBuilder<unknown>>> = {
    household: sql`false`,
    student: sql`p.school_stage is not null and p.school_stage <> ${formRule.notInSchool}`,
    labourer: sql`p.labour = any (${[...formRule.labour]}::text[])`,
    member: sql`true`,
  };
  const isOne = recipients === 'household';
  const { rows } = await sql<Candidate>`
    select m.household_id, m.area_code, m.line, m.promised_fen, p.id as person_id,
      p.name as person_name
    from assistance_measure m
    ${isOne ? sql`left` : sql`inner`} join registry_person p
      on p.county = m.county and p.household_id = m.household_id and p.left_on is null
      and ${person[recipients]}
    where m.is_current and m.household_id is not null and m.code = ${code}
      and m.state in ('planned', 'underway')
      and m.area_code >= ${span.low} and m.area_code < ${span.high}
      ${benefit === null ? sql`` : sql`and (m.benefit is null or m.benefit = ${benefit})`}
      and not exists (
        select 1 from assistance_benefit b
        where b.county = m.county and b.household_id = m.household_id and b.code = m.code
          and b.year = ${year} and b.state <> 'leftOut'
          and b.benefit is not distinct from ${benefit}
          and b.person_id is not distinct from p.id)
    order by m.area_code, m.household_id
    limit ${listRowsMost + 1}`.execute(tx);
  return rows;
}

export async function insertList(tx: Tx, list: ListRecord): Promise<void> {
  await tx
    .insertInto('assistance_list')
    .values({ ...list })
    .execute();
}

/** So many rows fit the parameters of one statement. */
const chunk = 1000;

export async function insertBenefits(tx: Tx, rows: readonly BenefitRecord[]): Promise<void> {
  for (let from = 0; from < rows.length; from += chunk) {
    await tx
      .insertInto('assistance_benefit')
      .values(
        rows
          .slice(from, from + chunk)
          .map((one) => ({ ...one, details: JSON.stringify(one.details) })),
      )
      .execute();
  }
  await markVillages(
    tx,
    rows.map((one) => one.area_code),
  );
}

export async function findList(
  tx: Tx,
  { county, id }: BenefitKey,
  lock: 'shown' | 'locked' = 'shown',
): Promise<ListRecord | undefined> {
  const query = tx
    .selectFrom('assistance_list')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id);
  return (lock === 'locked' ? query.forUpdate() : query).executeTakeFirst();
}

export async function listCounted(
  tx: Tx,
  asked: {
    readonly span: AreaSpan;
    readonly account: string | undefined;
    readonly id?: string;
    /** When the last one that was read was made, and its id. */
    readonly after?: readonly [string, string] | undefined;
    readonly limit: number;
  },
): Promise<readonly CountedList[]> {
  const { span, account, id, after, limit } = asked;
  const { rows } = await sql<CountedList>`
    select l.*, coalesce(b.rows, 0) as rows, coalesce(b.delivered, 0) as delivered,
      coalesce(b.left_out, 0) as left_out
    from assistance_list l
    left join lateral (
      select count(*)::integer as rows,
        count(*) filter (where state in ('delivered', 'confirmed', 'disputed'))::integer as delivered,
        count(*) filter (where state = 'leftOut')::integer as left_out
      from assistance_benefit where county = l.county and list_id = l.id) b on true
    where l.area_code >= ${span.low} and l.area_code < ${span.high}
      ${account === undefined ? sql`` : sql`and l.account = ${account}::uuid`}
      ${id === undefined ? sql`` : sql`and l.id = ${id}::uuid`}
      ${
        after === undefined
          ? sql``
          : sql`and (l.made_at < ${after[0]}::timestamptz
              or (l.made_at = ${after[0]}::timestamptz and l.id > ${after[1]}::uuid))`
      }
    order by l.made_at desc, l.id
    limit ${limit}`.execute(tx);
  return rows;
}

export interface ListRowRecord {
  readonly id: string;
  readonly county: number;
  readonly household_id: string;
  readonly household_no: string;
  readonly head_name: string | null;
  readonly person_id: string | null;
  readonly person_name: string | null;
  readonly area_code: string;
  readonly members: number;
  readonly promised_fen: number | null;
  readonly state: string;
  readonly delivered_on: string | null;
  readonly delivered_fen: number | null;
  readonly left_out_reason: string;
}

export async function listListRows(
  tx: Tx,
  asked: {
    readonly county: number;
    readonly list: string;
    readonly after?: readonly [string, string] | undefined;
    readonly benefit?: string;
    readonly limit: number;
  },
): Promise<readonly ListRowRecord[]> {
  const { county, list, after, benefit, limit } = asked;
  const { rows } = await sql<ListRowRecord>`
    select b.id, b.county, b.household_id, h.household_no, h.head_name, b.person_id, b.person_name,
      b.area_code, h.members, b.promised_fen, b.state, b.delivered_on, b.delivered_fen,
      b.left_out_reason
    from assistance_benefit b
    join registry_household h on h.county = b.county and h.id = b.household_id
    where b.county = ${county} and b.list_id = ${list}::uuid
      ${benefit === undefined ? sql`` : sql`and b.id = ${benefit}::uuid`}
      ${after === undefined ? sql`` : sql`and (b.area_code, b.id) > (${after[0]}, ${after[1]}::uuid)`}
    order by b.area_code, b.id
    limit ${limit}`.execute(tx);
  return rows;
}

export interface GoneRecord {
  readonly id: string;
  readonly name: string;
  readonly left_on: string;
  readonly left_reason: string | null;
}

/** Rows whose person, or whose last member, had died or left by the day. */
export async function listGone(
  tx: Tx,
  { county, id }: BenefitKey,
  on: string,
): Promise<readonly GoneRecord[]> {
  const { rows } = await sql<GoneRecord>`
    select b.id, p.name, p.left_on, p.left_reason
    from assistance_benefit b
    join lateral (
      select name, left_on, left_reason from registry_person p
      where p.county = b.county and p.household_id = b.household_id
        and (b.person_id is null or p.id = b.person_id)
        and p.left_on <= ${on}::date
      order by p.position limit 1) p on true
    where b.county = ${county} and b.list_id = ${id}::uuid and b.state in ('promised', 'delivered')
      and not exists (
        select 1 from registry_person q
        where q.county = b.county and q.household_id = b.household_id
          and (b.person_id is null or q.id = b.person_id)
          and (q.left_on is null or q.left_on > ${on}::date))`.execute(tx);
  return rows;
}

/** The rows nobody marked count as delivered; the ids of all that now are. */
export async function confirmRows(
  tx: Tx,
  { county, id }: BenefitKey,
  { on, deliverer }: { readonly on: string; readonly deliverer: string },
): Promise<
  readonly {
    readonly id: string;
    readonly household_id: string;
    readonly area_code: string;
    readonly delivered_on: string | null;
  }[]
> {
  const delivered = await tx
    .updateTable('assistance_benefit')
    .set((eb) => ({
      state: 'delivered',
      delivered_on: eb.fn.coalesce('delivered_on', sql<string>`${on}::date`),
      delivered_fen: eb.fn.coalesce('delivered_fen', 'promised_fen'),
      deliverer,
    }))
    .where('county', '=', county)
    .where('list_id', '=', id)
    .where('state', 'in', ['promised', 'delivered'])
    .returning(['id', 'household_id', 'area_code', 'delivered_on'])
    .execute();
  await markVillages(
    tx,
    delivered.map((one) => one.area_code),
  );
  return delivered;
}

export async function updateList(
  tx: Tx,
  { county, id }: BenefitKey,
  columns: Partial<Omit<ListRecord, 'county' | 'id'>>,
): Promise<void> {
  await tx
    .updateTable('assistance_list')
    .set(columns)
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}
