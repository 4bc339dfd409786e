// How many households have somebody who answers for them today, how many have not, and the room of the
// helpers. Cover is counted from the rows of pairings on the day asked for, as `coverOn` of the domain says.
import { type RawBuilder, sql } from 'kysely';
import { type AreaCode, type AreaSpan, spanOf } from '#domain/kernel/area-code.ts';
import { formRule } from '#domain/registry/form-rule.ts';
import type { Tx } from '#server/database/connect.ts';

export interface CoverageRecord {
  readonly code: string;
  readonly households: number;
  readonly persons: number;
  readonly covered: number;
  readonly covered_persons: number;
  readonly stand_in: number;
  readonly none: number;
  readonly away: number;
}

export async function countCoverage(
  tx: Tx,
  {
    span,
    digits,
    today,
  }: { readonly span: AreaSpan; readonly digits: number; readonly today: string },
): Promise<readonly CoverageRecord[]> {
  const isOn = awayOn(today);
  const { rows } = await sql<CoverageRecord>`
    select code, sum(households)::integer as households, sum(persons)::integer as persons,
      sum(households) filter (where cover in (1, 2))::integer as covered,
      sum(persons) filter (where cover in (1, 2))::integer as covered_persons,
      coalesce(sum(households) filter (where cover = 2), 0)::integer as stand_in,
      coalesce(sum(households) filter (where cover = 0), 0)::integer as none,
      coalesce(sum(households) filter (where cover = 3), 0)::integer as away
    from (
      select left(h.area_code, ${digits}) as code,
        case when p.id is null then 0 when not ${isOn} then 1
          when p.stand_in is not null then 2 else 3 end as cover,
        count(*) as households, sum(h.members) as persons
      from registry_household h
      left join workforce_pairing p on p.county = h.county and p.household_id = h.id
        and p.to_on is null
      where h.area_code >= ${span.low} and h.area_code < ${span.high} and h.stage <> 'SURVEYED'
      group by 1, 2) as counted
    group by code
    order by code`.execute(tx);
  return rows.map((row) => ({
    ...row,
    covered: row.covered ?? 0,
    covered_persons: row.covered_persons ?? 0,
  }));
}

function awayOn(today: string): RawBuilder<unknown> {
  return sql`(p.away_from is not null and p.away_from <= ${today}::date
    and (p.away_to is null or p.away_to >= ${today}::date))`;
}

export interface UncoveredRecord {
  readonly county: number;
  readonly id: string;
  readonly household_no: string;
  readonly head_name: string | null;
  readonly members: number;
  readonly area_code: string;
  readonly is_away: boolean;
  readonly last_helper: string | null;
  readonly since: string | null;
}

export async function listUncoveredRows(
  tx: Tx,
  asked: {
    readonly span: AreaSpan;
    /** Where the gaps are known to be. */
    readonly villages: readonly string[] | undefined;
    readonly today: string;
    readonly after: readonly [string, string, string] | undefined;
    readonly limit: number;
  },
): Promise<readonly UncoveredRecord[]> {
  const { span, villages, today, after, limit } = asked;
  if (villages?.length === 0) return [];
  // Ranges in the text, not joined: so the planner knows that few villages are few households.
  const places = sql.join(
    (villages?.map((code) => spanOf(code as AreaCode)) ?? [span]).map(
      ({ low, high }) => sql`(h.area_code >= ${low} and h.area_code < ${high})`,
    ),
    sql` or `,
  );
  // The few households of these places are taken first: in the order of the page the planner would walk on
  // through everybody who is covered.
  const { rows } = await sql<UncoveredRecord>`
    with h as materialized (
      select h.county, h.id, h.household_no, h.head_name, h.members, h.area_code
      from registry_household h
      where (${places}) and h.stage <> 'SURVEYED'
        ${after === undefined ? sql`` : sql`and h.area_code >= ${after[0]}`})
    select h.county, h.id, h.household_no, h.head_name, h.members, h.area_code,
      p.id is not null as is_away,
      coalesce(p.helper_name, last.helper_name) as last_helper,
      coalesce(p.away_from, last.to_on) as since
    from h
    left join workforce_pairing p on p.county = h.county and p.household_id = h.id
      and p.to_on is null
    left join lateral (
      select e.helper_name, e.to_on from workforce_pairing e
      where e.county = h.county and e.household_id = h.id and e.to_on is not null
      order by e.from_on desc, e.id desc limit 1) as last on true
    where (p.id is null or (${awayOn(today)} and p.stand_in is null))
      ${after === undefined ? sql`` : sql`and (h.area_code, h.household_no, h.id) > (${after[0]}, ${after[1]}, ${after[2]}::uuid)`}
    order by h.area_code, h.household_no, h.id
    limit ${limit}`.execute(tx);
  return rows;
}

export interface RankRecord {
  readonly rank: string;
  readonly helpers: number;
  readonly households: number;
  readonly away: number;
  readonly loads: readonly number[];
}

/** Helpers of an area by rank and how many households they have: as many rows as there are ranks. */
export async function countRanks(
  tx: Tx,
  { span, today }: { readonly span: AreaSpan; readonly today: string },
): Promise<readonly RankRecord[]> {
  const { rows } = await sql<RankRecord>`
    select h.rank, count(*)::integer as helpers, sum(h.households)::integer as households,
      count(*) filter (where h.away_from <= ${today}::date
        and (h.away_to is null or h.away_to >= ${today}::date))::integer as away,
      array_agg(h.households) as loads
    from workforce_helper h
    where h.left_on is null and h.area_code >= ${span.low} and h.area_code < ${span.high}
    group by h.rank`.execute(tx);
  return rows;
}

export async function countOffers(tx: Tx, span: AreaSpan): Promise<number> {
  const { rows } = await sql<{ offered: number }>`
    select count(*)::integer as offered from workforce_handover
    where state = 'offered' and area_code >= ${span.low} and area_code < ${span.high}`.execute(tx);
  return rows[0]?.offered ?? 0;
}

export interface NeedingRecord {
  readonly id: string;
  readonly area_code: string;
  /** Of the head. */
  readonly people: string | null;
  readonly last_helper: string | null;
}

/** Every household of a span without an open pairing, with what pairing looks at. */
export async function listNeeding(
  tx: Tx,
  where: { readonly county: number; readonly span: AreaSpan; readonly ids?: readonly string[] },
): Promise<readonly NeedingRecord[]> {
  const { county, span, ids } = where;
  const { rows } = await sql<NeedingRecord>`
    select h.id, h.area_code, m.ethnicity as people, last.helper_id as last_helper
    from registry_household h
    left join registry_person m on m.county = h.county and m.household_id = h.id
      and m.relation = ${formRule.head} and m.left_on is null
    left join lateral (
      select e.helper_id from workforce_pairing e
      where e.county = h.county and e.household_id = h.id and e.to_on is not null
      order by e.from_on desc, e.id desc limit 1) as last on true
    where h.county = ${county} and h.area_code >= ${span.low} and h.area_code < ${span.high}
      ${
        ids === undefined
          ? sql`and h.stage <> 'SURVEYED' and not exists (
              select 1 from workforce_pairing p
              where p.county = h.county and p.household_id = h.id and p.to_on is null)`
          : sql`and h.id = any (${[...ids]}::uuid[])`
      }
    order by h.area_code, h.household_no, h.id`.execute(tx);
  return rows;
}

/** Middles of the outlines a county loaded, for distances. */
export async function listPositions(
  tx: Tx,
  span: AreaSpan,
): Promise<readonly { readonly code: string; readonly geometry: unknown }[]> {
  return tx
    .selectFrom('registry_area_boundary')
    .select(['code', 'geometry'])
    .where('code', '>=', span.low)
    .where('code', '<', span.high)
    .execute();
}
