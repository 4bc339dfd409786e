// All SQL of data quality: one statement holds a county's register against every rule and keeps the sums
// of its areas; others add sums up and list the households behind a number, by the same text of the rule.
import { type RawBuilder, sql } from 'kysely';
import type { QualityRuleId } from '#domain/insight/quality/rules.ts';
import { type AreaCode, type AreaSpan, countyNumberOf } from '#domain/kernel/area-code.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { Tx } from '#server/database/connect.ts';
import { inSpans } from '#server/registry/in-spans.store.ts';
import { newestEvents } from '../newest-events.store.ts';

/** What rules are read against besides the register. */
export interface QualityStandard {
  readonly today: PlainDate;
  /** The poverty line a person; null where no pack states one, and then nobody is held against it. */
  readonly lineFen: number | null;
}

type Test = (standard: QualityStandard) => RawBuilder<unknown>;

const count = (column: 'disabled' | 'students') => sql`coalesce(h.${sql.ref(column)}, 0)`;
const ageOver = ({ today }: QualityStandard, years: number) =>
  sql`p.birth_date <= (${today}::date - ${`${years} years`}::interval)`;

/** True where a household `h` does not keep the rule; `h.alike` counts those of its village that say the same. */
const householdTests: Readonly<Record<string, Test>> = {
  causeBlank: () => sql`h.primary_cause is null`,
  incomeUnknown: () => sql`h.income_per_head_fen is null`,
  noHead: () => sql`h.head_name is null`,
  illnessWithoutIll: () =>
    sql`coalesce(h.primary_cause = 'ILLNESS', false)
      and coalesce(h.chronically_ill, 0) + coalesce(h.severely_ill, 0) = 0`,
  disabilityWithoutDisabled: () =>
    sql`coalesce(h.primary_cause = 'DISABILITY', false) and ${count('disabled')} = 0`,
  schoolingWithoutPupil: () =>
    sql`coalesce(h.primary_cause = 'SCHOOLING', false) and ${count('students')} = 0`,
  impossibleHouse: () => sql`coalesce(h.house_area > 200 * greatest(h.members, 1), false)`,
  staleSurvey: ({ today }) =>
    sql`coalesce(h.surveyed_on < ${today}::date - interval '1 year', true)`,
  openConflict: () =>
    sql`exists (select from registry_conflict c
      where c.county = h.county and c.household_id = h.id and c.resolved_at is null)`,
  copiedAnswers: () => sql`h.alike >= 5`,
};

const exitedTests: Readonly<Record<string, Test>> = {
  exitedInDangerousHouse: () => sql`coalesce(h.house_grade in ('C', 'D'), false)`,
  exitedUnsafeWater: () => sql`coalesce(not h.water_safe, false)`,
  exitedBelowLine: ({ lineFen }) =>
    sql`coalesce(h.income_per_head_fen < ${lineFen}::bigint, false)`,
  justOverLine: ({ lineFen }) =>
    sql`coalesce(h.income_per_head_fen between ${lineFen}::bigint
      and (${lineFen}::bigint * 21) / 20, false)`,
};

const male = sql`('SON', 'SON_IN_LAW', 'GRANDSON', 'MATERNAL_GRANDSON', 'FATHER', 'FATHER_IN_LAW',
  'GRANDFATHER', 'MATERNAL_GRANDFATHER', 'BROTHER')`;
const female = sql`('DAUGHTER', 'DAUGHTER_IN_LAW', 'GRANDDAUGHTER', 'MATERNAL_GRANDDAUGHTER', 'MOTHER',
  'MOTHER_IN_LAW', 'GRANDMOTHER', 'MATERNAL_GRANDMOTHER', 'SISTER')`;

/** True where a member `p` does not keep the rule. */
const personTests: Readonly<Record<string, Test>> = {
  identityMissing: () => sql`p.identity_hash is null`,
  ethnicityBlank: () => sql`p.ethnicity is null`,
  insuranceBlank: () => sql`p.medical_insurance is null`,
  childAsLabour: (standard) =>
    sql`coalesce(p.labour in ('NORMAL', 'SKILLED') and not (${ageOver(standard, 16)}), false)`,
  pupilAtWork: () =>
    sql`coalesce(p.school_stage in ('PRIMARY', 'JUNIOR_7', 'JUNIOR_8', 'JUNIOR_9')
      and p.work_months > 0, false)`,
  workWithoutLabour: () => sql`coalesce(p.labour = 'NONE' and p.work_months > 0, false)`,
  relationAgainstSex: () =>
    sql`coalesce((p.relation in ${male} and p.sex = 'FEMALE')
      or (p.relation in ${female} and p.sex = 'MALE'), false)`,
  schoolAgeNotAtSchool: (standard) =>
    sql`coalesce(${ageOver(standard, 7)} and not (${ageOver(standard, 16)})
      and coalesce(p.school_stage, 'NOT_IN_SCHOOL') = 'NOT_IN_SCHOOL', false)`,
  oldAsOrdinaryLabour: (standard) =>
    sql`coalesce(p.labour in ('NORMAL', 'SKILLED') and ${ageOver(standard, 60)}, false)`,
  notInsured: () => sql`coalesce(not p.medical_insurance, false)`,
};

/** Registered households of some areas, each with how many of its village give the same answers. */
const registered = (where: RawBuilder<unknown>) => sql`
  select h.*, case when h.income_per_head_fen is null then 0 else count(*) over (
    partition by left(h.area_code, 12), h.income_per_head_fen, h.house_area, h.arable_land) end as alike
  from registry_household h where h.stage <> 'SURVEYED' and ${where}`;

function valuesOf(tests: Readonly<Record<string, Test>>, standard: QualityStandard) {
  return sql.join(Object.entries(tests).map(([id, test]) => sql`(${id}::text, ${test(standard)})`));
}

/** Holds a county's register against every rule; the sums of a day replace those counted on it before. */
export async function keepQuality(
  tx: Tx,
  county: number,
  { now, ...standard }: QualityStandard & { readonly now: string },
): Promise<void> {
  const { today } = standard;
  await sql`delete from insight_quality where county = ${county} and day = ${today}::date`.execute(
    tx,
  );
  await sql`
    insert into insight_quality (county, area_code, rule, day, checked, failing)
    with household as materialized (${registered(sql`h.county = ${county}`)}),
    told as (
      select left(h.area_code, 12) as village, r.rule, r.fails
      from household h cross join lateral (values ${valuesOf(householdTests, standard)}) as r (rule, fails)
      union all
      select left(h.area_code, 12), r.rule, r.fails
      from household h cross join lateral (values ${valuesOf(exitedTests, standard)}) as r (rule, fails)
      where h.stage = 'EXIT_ANNOUNCED'
      union all
      select left(h.area_code, 12), r.rule, r.fails
      from household h
      join registry_person p on p.county = h.county and p.household_id = h.id and p.left_on is null
      cross join lateral (values ${valuesOf(personTests, standard)}) as r (rule, fails)
    ), summed as (
      select village, rule, count(*) as checked, count(*) filter (where fails) as failing
      from told group by village, rule
    )
    select ${county}, left(village, level.digits), rule, ${today}::date, sum(checked), sum(failing)
    from summed cross join (values (6), (9), (12)) as level (digits)
    group by 2, 3`.execute(tx);
  await sql`
    insert into insight_quality_mark (county, area_code, last_event, kept_on, kept_at)
    select ${county}, to_char(${county}::integer, 'FM000000'),
      (select id from registry_event where county = ${county} order by id desc limit 1),
      ${today}::date, ${now}::timestamptz
    on conflict (county) do update set
      last_event = excluded.last_event, kept_on = excluded.kept_on, kept_at = excluded.kept_at`.execute(
    tx,
  );
}

/** Counties with newer events than were counted, or not counted on this day, and left alone for a while. */
export async function listCountiesToCount(
  tx: Tx,
  { today, before }: { readonly today: PlainDate; readonly before: string },
): Promise<readonly number[]> {
  const { rows } = await sql<{ county: number }>`
    select newest.county from ${newestEvents} as newest
    left join insight_quality_mark m on m.county = newest.county
    where m.county is null or m.kept_on <> ${today}::date
      or (m.last_event <> newest.id and m.kept_at < ${before}::timestamptz)`.execute(tx);
  return rows.map(({ county }) => county);
}

export interface QualitySum {
  readonly area: string;
  readonly rule: string;
  readonly checked: number;
  readonly failing: number;
}

/** The newest sums, by area of so many digits; those above a county are added up from counties. */
export async function sumQuality(
  tx: Tx,
  { spans, digits }: { readonly spans: readonly AreaSpan[]; readonly digits: number },
): Promise<readonly QualitySum[]> {
  const { rows } = await sql<QualitySum>`
    select left(q.area_code, ${digits}) as area, q.rule,
      sum(q.checked)::bigint as checked, sum(q.failing)::bigint as failing
    from insight_quality q
    join insight_quality_mark m on m.county = q.county and m.kept_on = q.day
    where ${inSpans(spans, sql.ref('q.area_code'))} and length(q.area_code) = ${Math.max(6, digits)}
    group by 1, 2`.execute(tx);
  return rows;
}

export interface QualityDay extends QualitySum {
  readonly day: string;
}

/** The sums of an area that is kept itself, by day, oldest first. */
export async function listQualityDays(
  tx: Tx,
  area: AreaCode,
  since: PlainDate,
): Promise<readonly QualityDay[]> {
  const { rows } = await sql<QualityDay>`
    select area_code as area, rule, day, sum(checked)::bigint as checked, sum(failing)::bigint as failing
    from insight_quality where area_code = ${area} and day >= ${since}::date
    group by area_code, rule, day order by day`.execute(tx);
  return rows;
}

/** When the counties of an area were last counted: the one that waits longest. */
export async function findCountedAt(
  tx: Tx,
  area: AreaCode,
  span: AreaSpan,
): Promise<string | null> {
  const county = countyNumberOf(area);
  const { rows } = await sql<{ at: string | null }>`
    select min(kept_at) as at from insight_quality_mark
    where ${
      county === undefined
        ? sql`area_code >= ${span.low} and area_code < ${span.high}`
        : sql`county = ${county}`
    }`.execute(tx);
  return rows[0]?.at ?? null;
}

export interface FailingRow {
  readonly id: string;
  readonly household_no: string;
  readonly head_name: string | null;
  readonly area_code: string;
  readonly persons: readonly string[];
}

export interface FailingQuestion {
  readonly rule: QualityRuleId;
  readonly standard: QualityStandard;
  readonly spans: readonly AreaSpan[];
  readonly after?: readonly [string, string, string];
  readonly limit: number;
}

/** Households that do not keep a rule as they stand now, village by village. */
export async function listFailingRows(
  tx: Tx,
  { rule, standard, spans, after, limit }: FailingQuestion,
): Promise<readonly FailingRow[]> {
  const beyond =
    after === undefined
      ? sql`true`
      : sql`(h.area_code, h.household_no, h.id) > (${after[0]}, ${after[1]}, ${after[2]}::uuid)`;
  const here = inSpans(spans, sql.ref('h.area_code'));
  const personTest = personTests[rule];
  const { rows } =
    personTest === undefined
      ? await sql<FailingRow>`
          select h.id, h.household_no, h.head_name, h.area_code, array[]::text[] as persons
          from (${registered(here)}) as h
          where ${beyond} and ${householdTestOf(rule, standard)}
          order by h.area_code, h.household_no, h.id limit ${limit}`.execute(tx)
      : await sql<FailingRow>`
          select h.id, h.household_no, h.head_name, h.area_code, found.names as persons
          from registry_household h
          cross join lateral (
            select array_agg(p.name order by p.position) as names from registry_person p
            where p.county = h.county and p.household_id = h.id and p.left_on is null
              and ${personTest(standard)}
          ) as found
          where h.stage <> 'SURVEYED' and ${here} and ${beyond} and found.names is not null
          order by h.area_code, h.household_no, h.id limit ${limit}`.execute(tx);
  return rows;
}

/** The same households by their ids alone. */
export async function listFailingIds(
  tx: Tx,
  question: Omit<FailingQuestion, 'after' | 'limit'>,
): Promise<readonly string[]> {
  const rows = await listFailingRows(tx, { ...question, limit: failingMost });
  return rows.map(({ id }) => id);
}

/** More than a county has registered. */
const failingMost = 200_000;

function householdTestOf(rule: QualityRuleId, standard: QualityStandard): RawBuilder<unknown> {
  const exited = exitedTests[rule];
  if (exited !== undefined) return sql`h.stage = 'EXIT_ANNOUNCED' and ${exited(standard)}`;
  const test = householdTests[rule];
  if (test === undefined) throw new Error(`no text for the rule ${rule}`);
  return test(standard);
}

/** Names of rules that have a text, for the test that compares them with those that have words. */
export const writtenRules: readonly string[] = [
  ...Object.keys(householdTests),
  ...Object.keys(exitedTests),
  ...Object.keys(personTests),
];
