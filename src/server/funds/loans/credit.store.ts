// SQL of households' credit: grades, why no loan is asked for, and associations of villages.
import { type RawBuilder, sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { Tx } from '#server/database/connect.ts';

/** Registered households of an area with the latest that was said of each; `h`, `g`, `s`, `asked`. */
const households = ({ low, high }: AreaSpan): RawBuilder<unknown> => sql`(
  select h.county, h.id, h.area_code, h.household_no, h.head_name, g.grade, g.limit_fen,
    g.graded_on, s.reason, l.household_id is not null as asked
  from registry_household h
  left join (
    select distinct on (household_id) county, household_id, grade, limit_fen, graded_on from funds_loan_grade
    where area_code >= ${low} and area_code < ${high} order by household_id, graded_on desc, id desc
  ) g on g.county = h.county and g.household_id = h.id
  left join (
    select distinct on (household_id) county, household_id, reason from funds_loan_silence
    where area_code >= ${low} and area_code < ${high} order by household_id, said_on desc, id desc
  ) s on s.county = h.county and s.household_id = h.id
  left join (
    select distinct county, household_id from funds_loan where area_code >= ${low} and area_code < ${high}
  ) l on l.county = h.county and l.household_id = h.id
  where h.area_code >= ${low} and h.area_code < ${high} and h.stage <> 'SURVEYED'
) as c`;

/** The same household by household, for a page that ends soon. */
const oneByOne = ({ low, high }: AreaSpan): RawBuilder<unknown> => sql`(
  select h.county, h.id, h.area_code, h.household_no, h.head_name, g.grade, g.limit_fen,
    g.graded_on, s.reason, l.household_id is not null as asked
  from registry_household h
  left join lateral (
    select grade, limit_fen, graded_on from funds_loan_grade
    where county = h.county and household_id = h.id order by graded_on desc, id desc limit 1
  ) g on true
  left join lateral (
    select reason from funds_loan_silence
    where county = h.county and household_id = h.id order by said_on desc, id desc limit 1
  ) s on true
  left join lateral (
    select household_id from funds_loan where county = h.county and household_id = h.id limit 1
  ) l on true
  where h.area_code >= ${low} and h.area_code < ${high} and h.stage <> 'SURVEYED'
) as c`;

export interface CreditSum {
  readonly place: string;
  readonly registered: number;
  readonly rated: number;
  readonly effective: number;
  readonly limits: number;
  readonly never_asked: number;
  readonly unexplained: number;
}

export async function sumCredit(
  tx: Tx,
  span: AreaSpan,
  length: number,
): Promise<readonly CreditSum[]> {
  const { rows } = await sql<CreditSum>`
    select left(c.area_code, ${length}) as place, count(*)::int as registered, count(c.grade)::int as rated,
      (count(*) filter (where c.limit_fen > 0))::int as effective,
      coalesce(sum(c.limit_fen), 0)::float8 as limits,
      (count(*) filter (where not c.asked))::int as never_asked,
      (count(*) filter (where not c.asked and c.reason is null))::int as unexplained
    from ${households(span)} group by 1 order by 1`.execute(tx);
  return rows;
}

export async function countCodes(
  tx: Tx,
  span: AreaSpan,
): Promise<readonly { kind: 'grade' | 'reason'; code: string; households: number }[]> {
  const { rows } = await sql<{ kind: 'grade' | 'reason'; code: string; households: number }>`
    select 'grade' as kind, c.grade as code, count(*)::int as households
    from ${households(span)} where c.grade is not null group by 2
    union all
    select 'reason', c.reason, count(*)::int from ${households(span)}
    where c.reason is not null and not c.asked group by 2
    order by 3 desc, 2`.execute(tx);
  return rows;
}

export interface CreditRow {
  readonly id: string;
  readonly area_code: string;
  readonly household_no: string;
  readonly head_name: string;
  readonly grade: string | null;
  readonly limit_fen: number | null;
  readonly graded_on: PlainDate | null;
  readonly reason: string | null;
}

const shown: Readonly<Record<string, RawBuilder<unknown>>> = {
  rated: sql`c.grade is not null`,
  unrated: sql`c.grade is null`,
  noCredit: sql`c.limit_fen = 0`,
  neverAsked: sql`not c.asked`,
  unexplained: sql`not c.asked and c.reason is null`,
};

export interface CreditQuestion {
  readonly span: AreaSpan;
  readonly show: string;
  readonly grade: string | undefined;
  readonly reason: string | undefined;
}

function askedFor({ show, grade, reason }: CreditQuestion): RawBuilder<unknown> {
  return sql`${shown[show] ?? sql`true`}
      ${grade === undefined ? sql`` : sql`and c.grade = ${grade}`}
      ${reason === undefined ? sql`` : sql`and c.reason = ${reason} and not c.asked`}`;
}

/** All of them together, as their rows show them. */
export async function sumCreditRows(
  tx: Tx,
  asked: CreditQuestion,
): Promise<{ readonly households: number; readonly limit: number }> {
  const { rows } = await sql<{ households: number; limit: number }>`
    select count(*)::int as households, coalesce(sum(c.limit_fen), 0)::float8 as "limit"
    from ${households(asked.span)} where ${askedFor(asked)}`.execute(tx);
  return rows[0] ?? { households: 0, limit: 0 };
}

export async function listCreditRows(
  tx: Tx,
  asked: CreditQuestion & { readonly after: string | undefined; readonly limit: number },
): Promise<readonly CreditRow[]> {
  const { rows } = await sql<CreditRow>`
    select c.id, c.area_code, c.household_no, c.head_name, c.grade, c.limit_fen::float8 as limit_fen,
      c.graded_on::text as graded_on, c.reason
    from ${oneByOne(asked.span)}
    where ${askedFor(asked)}
      ${asked.after === undefined ? sql`` : sql`and c.household_no > ${asked.after}`}
    order by c.household_no limit ${asked.limit}`.execute(tx);
  return rows;
}

interface Said {
  readonly county: number;
  readonly id: string;
  readonly household_id: string;
  readonly area_code: string;
  readonly words: string;
  readonly account: string;
  readonly account_name: string;
  readonly recorded_at: string;
}

export async function insertGrade(
  tx: Tx,
  grade: Said & { readonly grade: string; readonly limit_fen: number; readonly graded_on: string },
): Promise<void> {
  await tx.insertInto('funds_loan_grade').values(grade).execute();
}

export async function insertSilence(
  tx: Tx,
  silence: Said & { readonly reason: string; readonly said_on: string },
): Promise<void> {
  await tx.insertInto('funds_loan_silence').values(silence).execute();
}

export interface HouseholdSaid {
  readonly grade: string | null;
  readonly limit_fen: number | null;
  readonly graded_on: PlainDate | null;
  readonly graded_by: string | null;
  readonly reason: string | null;
  readonly said_on: PlainDate | null;
}

export async function findSaid(
  tx: Tx,
  { county, id }: { readonly county: number; readonly id: string },
): Promise<HouseholdSaid | undefined> {
  const { rows } = await sql<HouseholdSaid>`
    select g.grade, g.limit_fen::float8 as limit_fen, g.graded_on::text as graded_on, g.account_name as graded_by,
      s.reason, s.said_on::text as said_on
    from (select 1) as one
    left join lateral (select * from funds_loan_grade where county = ${county} and household_id = ${id}::uuid
      order by graded_on desc, id desc limit 1) g on true
    left join lateral (select * from funds_loan_silence where county = ${county} and household_id = ${id}::uuid
      order by said_on desc, id desc limit 1) s on true`.execute(tx);
  return rows[0];
}
