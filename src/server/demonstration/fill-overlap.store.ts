// SQL of the second demonstration's plans: one for each household that exited, and a line for each measure.
import { type RawBuilder, sql } from 'kysely';
import type { OverlapHousehold } from '#domain/demonstration/overlap.ts';
import type { Tx } from '#server/database/connect.ts';
import { markVillagesOf } from '#server/kernel/changed-village.store.ts';

export async function listExited(tx: Tx, county: number): Promise<readonly OverlapHousehold[]> {
  const { rows } = await sql<OverlapHousehold>`
    select id, members, primary_measure as primary from registry_household
    where county = ${county} and stage = 'EXIT_ANNOUNCED' order by household_no`.execute(tx);
  return rows;
}

interface OverlapMeasures {
  readonly county: number;
  readonly pack: string;
  readonly edition: string;
  readonly measures: readonly {
    readonly household: string;
    readonly code: string;
    readonly isPrimary: boolean;
  }[];
}

/** Ids are digests of what they name, so that every fill makes the same. */
export async function insertOverlap(
  tx: Tx,
  { county, pack, edition, measures }: OverlapMeasures,
): Promise<void> {
  const id = (text: RawBuilder<unknown>) => sql`overlay(overlay(overlay(md5(${text})
    placing lpad(to_hex(${county}::integer), 6, '0') from 1 for 6)
    placing '8' from 13 for 1) placing '8' from 17 for 1)::uuid`;
  await sql`
    create temporary table staged_overlap on commit drop as
    select m.household, m.code, m.is_primary, h.area_code as area,
      ${id(sql`'plan ' || m.household::text`)} as plan
    from unnest(${measures.map(({ household }) => household)}::uuid[],
      ${measures.map(({ code }) => code)}::text[],
      ${measures.map(({ isPrimary }) => isPrimary)}::boolean[]) as m (household, code, is_primary)
    join registry_household h on h.county = ${county} and h.id = m.household`.execute(tx);
  await sql`analyze staged_overlap`.execute(tx);
  await sql`
    insert into assistance_plan (county, id, household_id, area_code, number, state, from_year, to_year,
      goal, primary_measure, pack, edition, made_by, made_by_name, made_at, submitted_by,
      submitted_by_name, submitted_at, decided_by, decided_by_name, decided_at)
    select ${county}, plan, household, area, 1, 'approved', 2015, 2017, '2015年越线，之后巩固（虚构）', code,
      ${pack}, ${edition}, ${id(sql`'writer'`)}, '驻村工作队（虚构）', '2015-02-20 01:00Z',
      ${id(sql`'writer'`)}, '驻村工作队（虚构）', '2015-02-27 01:00Z', ${id(sql`'decider'`)},
      '镇扶贫工作站（虚构）', '2015-03-10 02:00Z'
    from staged_overlap where is_primary`.execute(tx);
  await sql`
    insert into assistance_measure (county, id, plan_id, line, household_id, area_code, position, code,
      goal, focus, method, owner, due_on, judged_by, is_current, state, state_on)
    select ${county}, ${id(sql`'measure ' || s.household::text || s.code`)}, s.plan,
      ${id(sql`'measure ' || s.household::text || s.code`)}, s.household, s.area,
      case when s.is_primary then 0 else w.place end, s.code, w.goal, '', w.method, w.office,
      '2015-12-20', '虚构', true, 'done', '2015-12-20'
    from staged_overlap s
    join (values
      ('INDUSTRY', 1, '发展富硒花椒、茶叶或养殖，年增收3000元以上', '协会、龙头企业带户', '区农委'),
      ('EMPLOYMENT', 2, '一人转移就业6个月以上', '技能培训，进城进园务工', '区人社局'),
      ('RELOCATION', 3, '搬入集中安置点，后续有产业', '高山生态扶贫搬迁、梯度转移', '区发改委'),
      ('EDUCATION', 4, '子女不因贫失学', '免费午餐、减免学费、补助生活费', '区教委'),
      ('MEDICAL', 5, '大病有救助', '小额意外保险、大病补充保险、医疗救助', '区卫计委'),
      ('DIBAO', 6, '应保尽保', '两线合一，按月发放', '区民政局')
    ) as w (code, place, goal, method, office) on w.code = s.code`.execute(tx);
  await markVillagesOf(tx, sql`select area from staged_overlap`);
}
