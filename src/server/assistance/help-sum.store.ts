// Sums of help, kept by village. A change marks its village; marked ones are counted in the statement that
// reads, and anew by a timer. Hamlets, and whoever sees named households only, are counted from the rows.
import { type RawBuilder, sql } from 'kysely';
import { type AreaSpan, villageDigits } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';
import { villageHouseholds } from '#server/registry/village-households.store.ts';

export type SumKind = 'plan' | 'late' | 'cell' | 'primary' | 'delivery' | 'detail';

export interface HelpSum {
  /** Of plans and what is late: the area one level below; of the others the whole. */
  readonly area: string;
  readonly kind: SumKind;
  /** What is counted, as `assistance_sum.key` says; empty of what is late. */
  readonly key: readonly (string | null)[];
  readonly households: number;
  readonly persons: number;
  readonly promised_fen: number;
  readonly delivered_fen: number;
}

/** Sums of each of these areas, which have so many digits or fewer, from plans, measures and benefits. */
function countedIn(areas: RawBuilder<unknown>, digits: number): RawBuilder<unknown> {
  const here = (alias: string) => {
    const code = sql.ref(`${alias}.area_code`);
    return sql`${code} >= d.area_code and ${code} < d.area_code || ':'
      and left(${code}, ${sql.lit(digits)}) = d.area_code`;
  };
  return sql`
    select d.area_code, c.* from (${areas}) as d (area_code)
    cross join lateral (
      select 'plan' as kind, array[p.state] as key, count(distinct h.id) as households, 0::numeric as persons,
        0::numeric as promised_fen, 0::numeric as delivered_fen
      from assistance_plan p
      join registry_household h on h.county = p.county and h.id = p.household_id
      where ${here('p')} and p.state in ('approved', 'submitted')
        and h.stage not in ('SURVEYED', 'EXIT_ANNOUNCED')
      group by p.state
      union all
      select 'late', array[l.due_on::text], count(*), 0, 0, 0
      from (select m.county, m.household_id, min(m.due_on) as due_on from assistance_measure m
        where ${here('m')} and m.is_current and m.state in ('planned', 'underway')
          and m.household_id is not null and m.due_on is not null
        group by 1, 2) l
      join registry_household h on h.county = l.county and h.id = l.household_id
      where h.stage not in ('SURVEYED', 'EXIT_ANNOUNCED')
      group by l.due_on
      union all
      select 'cell', array[h.primary_cause, m.code], count(*), sum(h.members), 0, 0
      from (select distinct m.county, m.household_id, m.code from assistance_measure m
        where ${here('m')} and m.is_current and m.household_id is not null and m.state <> 'stopped') m
      join registry_household h on h.county = m.county and h.id = m.household_id
      group by h.primary_cause, m.code
      union all
      select 'primary', array[h.primary_measure], count(*), sum(h.members), 0, 0
      from (select distinct m.county, m.household_id from assistance_measure m
        where ${here('m')} and m.is_current and m.household_id is not null and m.state <> 'stopped') m
      join registry_household h on h.county = m.county and h.id = m.household_id
      group by h.primary_measure
      union all
      select 'delivery', array[b.code, b.kind, b.state, b.stage], count(*), 0,
        coalesce(sum(b.promised_fen), 0), coalesce(sum(b.delivered_fen), 0)
      from assistance_benefit b where ${here('b')}
      group by b.code, b.kind, b.state, b.stage
      union all
      select 'detail', array[b.code, b.kind, t.key, t.value], count(distinct b.household_id),
        sum(case when b.person_id is null then h.members else 1 end), 0, 0
      from assistance_benefit b
      cross join lateral jsonb_each_text(b.details) t
      join registry_household h on h.county = b.county and h.id = b.household_id
      where ${here('b')} and b.details <> '{}' and b.state <> 'leftOut' and b.delivered_on is not null
      group by b.code, b.kind, t.key, t.value
    ) as c`;
}

export interface SumsAsked {
  readonly span: AreaSpan;
  /** Digits of the areas one level below. */
  readonly digits: number;
  readonly today: string;
  /** All of them where none is named. */
  readonly kinds?: readonly SumKind[];
}

async function added(
  tx: Tx,
  lines: RawBuilder<unknown>,
  { digits, today, kinds }: SumsAsked,
): Promise<readonly HelpSum[]> {
  // Added up by hash first: sorting thousands of keys to group them takes three times as long.
  const { rows } = await sql<HelpSum>`
    with added as materialized (select case when kind in ('plan', 'late') then left(area_code, ${sql.lit(digits)}) else '' end as area,
      kind, case when kind = 'late' then '{}'::text[] else key end as key,
      sum(households)::integer as households, sum(persons)::integer as persons,
      sum(promised_fen)::bigint as promised_fen, sum(delivered_fen)::bigint as delivered_fen
    from (${lines}) as l
    where (kind <> 'late' or key[1] < ${today})
      ${kinds === undefined ? sql`` : sql`and kind = any(${[...kinds]}::text[])`}
    group by 1, 2, 3)
    select * from added order by area, kind, key`.execute(tx);
  return rows;
}

/** Of villages and wider areas, from what is kept and what was changed since, of one moment. */
export function listKeptSums(tx: Tx, asked: SumsAsked): Promise<readonly HelpSum[]> {
  const { low, high } = asked.span;
  const due = sql`select distinct area_code from kernel_changed_village
    where area_code >= ${low} and area_code < ${high}`;
  return added(
    tx,
    sql`
      select s.area_code, s.kind, s.key, s.households, s.persons, s.promised_fen, s.delivered_fen
      from assistance_sum s
      where s.area_code >= ${low} and s.area_code < ${high}
        and s.area_code not in (${due})
      union all ${countedIn(due, villageDigits)}`,
    asked,
  );
}

/** The same from the rows themselves: for hamlets, and for whoever sees named households only. */
export function countSums(tx: Tx, asked: SumsAsked): Promise<readonly HelpSum[]> {
  const { span, digits } = asked;
  const areas = sql`select distinct left(area_code, ${sql.lit(digits)}) from registry_household
    where area_code >= ${span.low} and area_code < ${span.high}`;
  return added(tx, countedIn(areas, digits), asked);
}

export interface RegisteredCount {
  readonly area: string;
  readonly registered: number;
}

/** Households on the register that have not exited, one level below, from the kept counts of the register. */
export async function countKeptRegistered(
  tx: Tx,
  { span, digits }: Omit<SumsAsked, 'today'>,
): Promise<readonly RegisteredCount[]> {
  const { rows } = await sql<RegisteredCount>`
    select left(area_code, ${sql.lit(digits)}) as area, sum(households)::integer as registered
    from ${villageHouseholds(span, ['SURVEYED', 'EXIT_ANNOUNCED'])} as c
    group by 1 having sum(households) > 0 order by 1`.execute(tx);
  return rows;
}

/** The same from the households themselves. */
export async function countRegistered(
  tx: Tx,
  { span, digits }: Omit<SumsAsked, 'today'>,
): Promise<readonly RegisteredCount[]> {
  const { rows } = await sql<RegisteredCount>`
    select left(area_code, ${sql.lit(digits)}) as area, count(*)::integer as registered
    from registry_household
    where area_code >= ${span.low} and area_code < ${span.high}
      and stage not in ('SURVEYED', 'EXIT_ANNOUNCED')
    group by 1 order by 1`.execute(tx);
  return rows;
}

/** Villages counted anew in one go. */
const villagesAtOnce = 200;

/** Counts marked villages anew; one at a time does so, and undefined says that it was another. */
export async function keepSums(tx: Tx): Promise<number | undefined> {
  const lock = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(1650552423, 319) as mine`.execute(tx);
  if (lock.rows[0]?.mine !== true) return undefined;
  // A mark is taken before its village is counted: what changes in between marks it again.
  const { rows } = await sql<{ area_code: string }>`
    delete from kernel_changed_village where area_code in (
      select distinct area_code from kernel_changed_village limit ${villagesAtOnce})
    returning area_code`.execute(tx);
  const villages = [...new Set(rows.map(({ area_code }) => area_code))];
  if (villages.length === 0) return 0;
  await sql`delete from assistance_sum where area_code = any(${villages}::text[])`.execute(tx);
  await sql`
    insert into assistance_sum (area_code, kind, key, households, persons, promised_fen, delivered_fen)
    ${countedIn(sql`select unnest(${villages}::text[])`, villageDigits)}`.execute(tx);
  return villages.length;
}
