// SQL of what stands beside the plans of the demonstration's households: yearly targets, plans of villages, needs that
// somebody noted. All of it is made from the households that were staged for the plans.
import { sql } from 'kysely';
import type { DemonstrationPlaces } from '#server/access/demonstration-accounts.ts';
import type { Tx } from '#server/database/connect.ts';
import { decider, writer } from './fill-assistance.store.ts';
import { idOf } from './fill-help.store.ts';

const county = sql.lit(451226);

/** Yearly targets of one township; elsewhere the villages have theirs. */
export async function insertTargets(tx: Tx, { township }: DemonstrationPlaces): Promise<void> {
  await sql`
    insert into assistance_target (county, id, plan_id, line, household_id, area_code, kind, metric,
      due_on, value, unit)
    select ${county}, ${idOf(sql`'target ' || s.household::text || y.year::text`)}, s.plan,
      ${idOf(sql`'target line ' || s.household::text || y.year::text`)}, s.household, s.area, 'year',
      'incomePerHead', make_date(y.year, 12, 31), y.value, '元'
    from staged_help s
    cross join (values (2016, 3000), (2018, 4500)) as y (year, value)
    where s.area >= ${township} and s.area < ${`${township}:`}`.execute(tx);
}

/** A plan for every village, with how many are to exit by year. */
export async function insertVillagePlans(
  tx: Tx,
  asked: { readonly pack: string; readonly edition: string },
): Promise<void> {
  await sql`
    create temporary table staged_village on commit drop as
    select left(area, 12) as area, count(*)::integer as households,
      count(*) filter (where stage = 'EXIT_ANNOUNCED')::integer as exited
    from staged_help group by 1`.execute(tx);
  await sql`
    insert into assistance_plan (county, id, area_code, number, state, from_year, to_year, goal,
      pack, edition, made_by, made_by_name, made_at, submitted_by, submitted_by_name, submitted_at,
      decided_by, decided_by_name, decided_at)
    select ${county}, ${idOf(sql`'village plan ' || v.area`)}, v.area, 1, 'approved', 2016, 2018,
      '三年整村脱贫：路、水、电、房到户，村有一项带得动的产业', ${asked.pack}, ${asked.edition},
      ${writer}, '驻村工作队', timestamptz '2016-02-20 01:00Z', ${writer}, '驻村工作队',
      timestamptz '2016-03-01 02:00Z', ${decider}, '乡镇扶贫工作站', timestamptz '2016-03-10 02:00Z'
    from staged_village v`.execute(tx);
  await sql`
    insert into assistance_measure (county, id, plan_id, line, area_code, position, code, goal,
      focus, method, owner, due_on, judged_by, quantity, unit, state, is_current)
    select ${county}, ${idOf(sql`'village measure ' || v.area`)}, ${idOf(sql`'village plan ' || v.area`)},
      ${idOf(sql`'village line ' || v.area`)}, v.area, 0, 'INDUSTRY', '桑园连片，户均3亩以上', '桑蚕',
      '合作社加基地加农户，统一小蚕共育', '驻村工作队', date '2017-12-20', '看在册户参与面',
      v.households * 3, '亩', 'underway', true
    from staged_village v`.execute(tx);
  await sql`
    insert into assistance_target (county, id, plan_id, line, area_code, kind, metric, title, due_on,
      value, unit, done_on, done_by_name)
    select ${county}, ${idOf(sql`'village target ' || v.area || t.title || t.due::text`)},
      ${idOf(sql`'village plan ' || v.area`)},
      ${idOf(sql`'village target line ' || v.area || t.title || t.due::text`)}, v.area, t.kind,
      t.metric, t.title, t.due, case t.kind when 'year' then ceil(v.households * t.share) end,
      case t.kind when 'year' then '户' end,
      case when t.done then date '2016-05-20' end, case when t.done then '驻村工作队' end
    from staged_village v
    cross join (values
      ('year', 'exitedHouseholds', '', date '2016-12-31', 0.06, false),
      ('year', 'exitedHouseholds', '', date '2018-12-31', 1.0, false),
      ('milestone', 'milestone', '逐户核定措施', date '2016-05-31', null, true),
      ('milestone', 'milestone', '桑苗下地', date '2016-08-31', null, false),
      ('milestone', 'milestone', '小蚕共育室建成', date '2017-03-31', null, false))
      as t (kind, metric, title, due, share, done)`.execute(tx);
}

export async function insertNeeds(tx: Tx, { township }: DemonstrationPlaces): Promise<void> {
  await sql`
    insert into assistance_need (county, id, household_id, area_code, words, noted_on, noted_by_name)
    select ${county}, ${idOf(sql`'need ' || s.household::text`)}, s.household, s.area,
      (array['缺发展产业的本钱', '想学电焊', '屋前到村道还有一段泥路', '老人看病路远'])[1 + s.luck % 4],
      date '2016-08-20', s.owner
    from staged_help s
    where s.area >= ${township} and s.area < ${`${township}:`} and s.luck < 40`.execute(tx);
}
