// SQL of the demonstration's helpers: who they are is invented in the domain, their visits are made here
// in one statement, with chance that repeats (a digest of household and month).
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#server/database/connect.ts';

const county = sql.lit(451226);

/** Helpers were named that autumn; a household has one from the day it is listed on. */
const namedFrom = '2015-09-28';

/** An id of the county from a text, the same at every fill. */
export function idOf(text: RawBuilder<unknown>): RawBuilder<string> {
  return sql`(select ('06e29a' || substr(d, 1, 2) || '-' || substr(d, 3, 4) || '-8' || substr(d, 7, 3)
    || '-8' || substr(d, 10, 3) || '-' || substr(d, 13, 12))::uuid from md5(${text}) as d)`;
}

export async function listRegistered(tx: Tx) {
  const { rows } = await sql<{ id: string; area: string }>`
    select id, area_code as area from registry_household
    where county = ${county} and stage <> 'SURVEYED'
    order by area_code, household_no, id`.execute(tx);
  return rows;
}

export interface FilledHelper {
  readonly id: string;
  readonly unit: string;
  readonly area: string;
  readonly name: string;
  readonly rank: string;
  readonly title: string;
  readonly home: string | null;
  readonly language: string | null;
  readonly account: string | null;
  readonly households: number;
}

export async function insertUnits(
  tx: Tx,
  units: readonly { readonly id: string; readonly name: string }[],
): Promise<void> {
  await sql`
    insert into workforce_unit (county, id, area_code, name, kind, note, from_on)
    select ${county}, u.id, '451226', u.name, 'office', '虚构', '2015-01-01'
    from unnest(${units.map((one) => one.id)}::uuid[], ${units.map((one) => one.name)}::text[])
      as u (id, name)`.execute(tx);
}

export async function insertHelpers(tx: Tx, helpers: readonly FilledHelper[]): Promise<void> {
  const of = <Key extends keyof FilledHelper>(key: Key) => helpers.map((one) => one[key]);
  await sql`
    insert into workforce_helper (county, id, area_code, name, name_key, kind, rank, title, unit_id,
      force, languages, home_village, account, households, joined_on)
    select ${county}, h.id, h.area, h.name, h.name, 'cadre', h.rank, h.title, h.unit, 'leadingGroup',
      case when h.language is null then '{}'::text[] else array[h.language] end, h.home, h.account,
      h.households, ${namedFrom}::date
    from unnest(${of('id')}::uuid[], ${of('area')}::text[], ${of('name')}::text[],
      ${of('rank')}::text[], ${of('title')}::text[], ${of('unit')}::uuid[], ${of('language')}::text[],
      ${of('home')}::text[], ${of('account')}::uuid[], ${of('households')}::integer[])
      as h (id, area, name, rank, title, unit, language, home, account, households)`.execute(tx);
}

/** Pairs for the length of the transaction, from which visits and pairings are made. */
export async function stagePairs(
  tx: Tx,
  pairs: readonly { readonly household: string; readonly area: string; readonly helper: string }[],
): Promise<void> {
  await sql`create temporary table staged_pair on commit drop as
    select p.household, p.area, h.id as helper, h.name, h.rank, h.unit_id as unit,
      h.account is not null as signed_in, coalesce(r.listed_on, h.joined_on) as from_on
    from unnest(${pairs.map((one) => one.household)}::uuid[], ${pairs.map((one) => one.area)}::text[],
      ${pairs.map((one) => one.helper)}::uuid[]) as p (household, area, helper)
    join workforce_helper h on h.county = ${county} and h.id = p.helper
    join registry_household r on r.county = ${county} and r.id = p.household`.execute(tx);
  await sql`analyze staged_pair`.execute(tx);
}

/** Units called in on a day because nobody of theirs had been on site. */
export interface Summons {
  readonly on: string;
  readonly units: readonly { readonly id: string; readonly name: string }[];
}

interface VisitWish {
  readonly absent: string;
  readonly summons: Summons;
}

/**
 * Visits of every month since a household has a helper. Some of each month are missed, and of September only those
 * made so far; one unit was never on site, others not before they were summoned.
 */
export async function insertVisits(tx: Tx, { absent, summons }: VisitWish): Promise<number> {
  const chance = sql`('x' || substr(md5(p.household::text || m.month::text), 1, 7))::bit(28)::integer`;
  const { rows } = await sql<{ visits: number }>`
    with made as (
      insert into workforce_visit (county, id, household_id, area_code, helper_id, helper_name,
        unit_id, visited_on, minute, recorded_at, way, note, findings)
      select ${county}, ${idOf(sql`'visit ' || p.household::text || m.month::text`)}, p.household,
        p.area, p.helper, p.name, p.unit, d.day, 540 + ${chance} % 480,
        d.day + time '18:00', 'onSite', '', 0
      from staged_pair p
      cross join (select generate_series(date '2016-01-01', date '2016-09-01', '1 month')::date as month) m
      cross join lateral (select m.month + ${chance} % 28 as day) d
      where p.unit <> ${absent}::uuid and d.day >= p.from_on
        and (d.day > ${summons.on}::date
          or p.unit <> all(${summons.units.map(({ id }) => id)}::uuid[]))
        and case when m.month = date '2016-09-01' then ${chance} % 100 < case when p.signed_in then 40 else 66 end else ${chance} % 100 < 93 end
      returning 1)
    select count(*)::integer as visits from made`.execute(tx);
  return rows[0]?.visits ?? 0;
}

export async function insertPairingsOfVisits(tx: Tx): Promise<number> {
  const { rows } = await sql<{ pairs: number }>`
    with made as (
      insert into workforce_pairing (county, id, household_id, area_code, helper_id, helper_name,
        helper_rank, unit_id, from_on, why, made_by, made_by_name, last_visit_on, last_on_site_on,
        due_on)
      select ${county}, ${idOf(sql`'pair ' || p.household::text`)}, p.household, p.area, p.helper,
        p.name, p.rank, p.unit, p.from_on, '{}', ${idOf(sql`'demonstration'`)}, '县扶贫办',
        v.last, v.last,
        (date_trunc('month', coalesce(v.last, p.from_on))
          + case when v.last is null then interval '1 month' else interval '2 months' end
          - interval '1 day')::date
      from staged_pair p
      left join (select household_id, max(visited_on) as last from workforce_visit
        where county = ${county} group by household_id) v on v.household_id = p.household
      returning 1)
    select count(*)::integer as pairs from made`.execute(tx);
  return rows[0]?.pairs ?? 0;
}

/** One in some hundred of the last visits found something. */
export async function insertFindings(tx: Tx): Promise<void> {
  const pick = sql`('x' || substr(md5(v.id::text), 1, 7))::bit(28)::integer`;
  await sql`
    insert into workforce_finding (county, id, visit_id, household_id, area_code, kind, words,
      found_on, found_by_name, closed_on)
    select v.county, ${idOf(sql`'finding ' || v.id::text`)}, v.id, v.household_id, v.area_code,
      (array['need', 'problem', 'warning', 'need'])[1 + ${pick} / 400 % 4],
      (array['想养两头牛，缺本钱', '屋顶漏雨，等着修', '男主人摔伤，不能出工', '孩子下学期学费没有着落'])[1 + ${pick} / 400 % 4],
      v.visited_on, v.helper_name,
      case when ${pick} % 3 = 0 then v.visited_on + 5 end
    from workforce_visit v
    where v.county = ${county} and v.visited_on >= date '2016-08-15' and ${pick} % 400 = 0`.execute(
    tx,
  );
}

/** As it was published: so many units on one day. Which they were, and what they said, is invented. */
export async function insertSummons(tx: Tx, { on, units }: Summons): Promise<void> {
  await sql`
    insert into workforce_interview (county, id, area_code, unit_id, unit_name, held_on, held_by_name,
      reason, outcome, account)
    select ${county}, ${idOf(sql`'summoned ' || u.id::text`)}, '451226', u.id, u.name, ${on}::date,
      '县委、县政府', '未到现场联系走访贫困户', '单位负责人当场表态，月底前逐户走访（虚构）',
      ${idOf(sql`'demonstration'`)}
    from unnest(${units.map((one) => one.id)}::uuid[], ${units.map((one) => one.name)}::text[])
      as u (id, name)`.execute(tx);
}

export async function insertInterview(tx: Tx, unit: { id: string; name: string }): Promise<void> {
  await sql`
    insert into workforce_interview (county, id, area_code, unit_id, unit_name, held_on, held_by_name,
      reason, outcome, mend_by, account)
    values (${county}, ${idOf(sql`'interview'`)}, '451226', ${unit.id}::uuid, ${unit.name},
      '2016-09-12', '韦建国', '一季度以来没有人到过户', '单位负责人承诺十月十五日前逐户到户一次', '2016-10-15',
      ${idOf(sql`'demonstration'`)})`.execute(tx);
}

export async function markAway(
  tx: Tx,
  away: { readonly id: string; readonly to: string | null; readonly standIn: string | null },
): Promise<void> {
  // From the day after the last visit of anybody: nobody visits while on leave.
  const change = sql`away_from = '2016-09-29', away_to = ${away.to}::date,
    stand_in = ${away.standIn}::uuid, stand_in_name = (select s.name from workforce_helper s
      where s.county = ${county} and s.id = ${away.standIn}::uuid)`;
  await sql`update workforce_helper set ${change}
    where county = ${county} and id = ${away.id}::uuid`.execute(tx);
  await sql`update workforce_pairing set ${change}
    where county = ${county} and helper_id = ${away.id}::uuid`.execute(tx);
}

/** One household offered to somebody with room. */
export async function insertOffer(
  tx: Tx,
  { from, to, reason }: { readonly from: string; readonly to: string; readonly reason: string },
): Promise<void> {
  await sql`
    insert into workforce_handover (county, id, household_id, area_code, pairing_id, from_helper,
      from_name, to_helper, to_name, reason, offered_on, offered_by_name, state)
    select ${county}, ${idOf(sql`'offer ' || ${from}::text`)}, p.household_id, p.area_code, p.id,
      p.helper_id, p.helper_name, h.id, h.name, ${reason}, '2016-09-26', '谭美玲', 'offered'
    from workforce_pairing p, workforce_helper h
    where p.county = ${county} and p.helper_id = ${from}::uuid and h.county = ${county}
      and h.id = ${to}::uuid
    order by p.household_id limit 1`.execute(tx);
}
