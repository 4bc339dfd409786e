// SQL of the demonstration's plans and deliveries, each kind in one statement, with chance that repeats (a
// digest of household and measure).
import { type RawBuilder, sql } from 'kysely';
import type { DemonstrationPlaces } from '#server/access/demonstration-accounts.ts';
import type { Tx } from '#server/database/connect.ts';
import { markVillagesOf } from '#server/kernel/changed-village.store.ts';
import { idOf } from './fill-help.store.ts';

const county = sql.lit(451226);

export const writer = idOf(sql`'plan writer'`);
export const decider = idOf(sql`'plan decider'`);

/** 0 to 99, the same at every fill. */
function chance(text: RawBuilder<unknown>): RawBuilder<number> {
  return sql`(('x' || substr(md5(${text}), 1, 7))::bit(28)::integer % 100)`;
}

/** Registered households with what their plans are made of, for the length of the transaction. */
export async function stageHouseholds(tx: Tx, { township }: DemonstrationPlaces): Promise<number> {
  await sql`
    create temporary table staged_help on commit drop as
    select x.*, x.area >= ${township} and x.area < ${`${township}:`} and x.luck < 6
      and x.stage = 'LISTED' as revised
    from (
    select h.id as household, h.area_code as area, h.stage, h.head_name, h.primary_measure,
      h.primary_cause, h.members, h.labourers, h.students, h.arable_land, h.house_grade,
      coalesce(h.chronically_ill, 0) + coalesce(h.severely_ill, 0) as ill,
      coalesce(h.dibao_members, 0) as dibao, coalesce(w.helper_name, '驻村工作队') as owner,
      ${chance(sql`'help ' || h.id::text`)} as luck, ${idOf(sql`'plan ' || h.id::text`)} as plan,
      coalesce(h.primary_measure, (select min(p.primary_measure) from registry_person p
        where p.county = h.county and p.household_id = h.id and p.left_on is null)) as first_measure
    from registry_household h
    left join workforce_pairing w
      on w.county = h.county and w.household_id = h.id and w.to_on is null
    where h.county = ${county} and h.stage <> 'SURVEYED') x`.execute(tx);
  await sql`analyze staged_help`.execute(tx);
  const { rows } = await sql<{ staged: number }>`
    select count(*)::integer as staged from staged_help`.execute(tx);
  return rows[0]?.staged ?? 0;
}

/** One for each household; of some the next version waits for a decision. */
export async function insertPlans(
  tx: Tx,
  { pack, edition }: { readonly pack: string; readonly edition: string },
): Promise<number> {
  const { rows } = await sql<{ plans: number }>`
    with made as (
      insert into assistance_plan (county, id, household_id, area_code, number, state, from_year,
        to_year, goal, primary_measure, pack, edition, made_by, made_by_name, made_at, submitted_by,
        submitted_by_name, submitted_at, decided_by, decided_by_name, decided_at)
      select ${county}, v.id, s.household, s.area, v.number, v.state, 2016, 2018,
        case when s.stage = 'EXIT_ANNOUNCED' then '2016年脱贫，之后两年巩固' else '2018年底前稳定脱贫' end,
        s.first_measure, ${pack}, ${edition}, ${writer}, s.owner, v.made, ${writer}, s.owner,
        v.made + interval '9 days', v.decider, v.decider_name, v.decided
      from staged_help s
      cross join lateral (
        select s.plan as id, 1 as number, 'approved' as state, timestamptz '2016-02-20 01:00Z' as made,
          ${decider} as decider, '乡镇扶贫工作站' as decider_name, timestamptz '2016-03-10 02:00Z' as decided
        union all
        select ${idOf(sql`'plan two ' || s.household::text`)}, 2, 'submitted',
          timestamptz '2016-09-18 01:00Z', null, null, null
        where s.revised) v
      returning 1)
    select count(*)::integer as plans from made`.execute(tx);
  return rows[0]?.plans ?? 0;
}

/**
 * The primary one, and what else the household's own facts call for. A measure is done where what it promised came: a
 * household moved when the register says so, credit is the loan it was lent, and a house that is still dangerous is
 * being built.
 */
export async function stageMeasures(tx: Tx, { township }: DemonstrationPlaces): Promise<void> {
  await sql`
    create temporary table staged_measure on commit drop as
    select x.*, case
        when x.code = 'CREDIT' and not x.came then case when x.asked then 'underway' else 'planned' end
        when x.came and not (x.code = 'HOUSING' and x.dangerous)
          and (x.code = 'CREDIT' or x.stage = 'EXIT_ANNOUNCED' or x.due < date '2016-09-30') then 'done'
        when x.came or x.due < date '2016-09-30' or x.luck % 3 <> 0 then 'underway'
        else 'planned' end as state
    from (
    select s.household, s.area, s.plan, s.stage, s.owner, s.revised, c.code, c.code = s.first_measure as is_first,
      s.house_grade in ('C', 'D') as dangerous, l.line, l.luck, d.due, m.moved_on, n.asked, n.lent_on, e.listed,
      case
        when c.code = 'CREDIT' then n.lent_on is not null
        when c.code = 'RELOCATION' then m.moved_on is not null
        when e.listed then false
        when s.stage = 'EXIT_ANNOUNCED' then true
        when d.due < date '2016-09-30' then l.luck < 88
        else l.luck % 3 <> 0 and (c.code = 'EDUCATION' or l.chance < 70) end as came,
      l.chance
    from staged_help s
    cross join lateral (
      select distinct code from (values
        (s.first_measure),
        (case when s.labourers > 0 and s.arable_land > 0 and s.luck < 30 then 'INDUSTRY' end),
        (case when s.students > 0 and s.luck % 10 < 3 then 'EDUCATION' end),
        (case when s.ill > 0 and s.luck % 10 < 2 then 'MEDICAL' end),
        (case when s.dibao > 0 and s.luck % 10 < 4 then 'DIBAO' end),
        (case when s.house_grade = 'D' and s.luck % 10 < 5 then 'HOUSING' end),
        (case when s.labourers > 0 and s.luck between 70 and 77 then 'CREDIT' end)) as v (code)
      where code is not null) c
    cross join lateral (select ${idOf(sql`'line ' || s.household::text || c.code`)} as line,
      ${chance(sql`s.household::text || c.code`)} as luck,
      ${chance(sql`'came ' || s.household::text || c.code`)} as chance) l
    cross join lateral (
      select (array[date '2016-06-30', date '2016-08-31', date '2016-11-30', date '2016-12-20',
        date '2017-06-30', date '2017-12-20'])[1 + l.luck % 6] as due) d
    cross join lateral (
      select c.code = 'EDUCATION' and s.area >= ${township} and s.area < ${`${township}:`} as listed) e
    left join lateral (
      select min(v.true_from) as moved_on from registry_event v
      where c.code = 'RELOCATION' and v.county = ${county} and v.household_id = s.household
        and v.kind = 'household.changed' and v.changes @> '[{"field": "houseBuiltYear"}]') m on true
    left join lateral (
      select min(f.lent_on) as lent_on,
        coalesce(bool_or(f.state in ('applied', 'approved')), false) as asked
      from funds_loan f
      where c.code = 'CREDIT' and f.county = ${county} and f.household_id = s.household) n on true) x`.execute(
    tx,
  );
  await sql`analyze staged_measure`.execute(tx);
}

export async function insertMeasures(tx: Tx): Promise<void> {
  await sql`
    insert into assistance_measure (county, id, plan_id, line, household_id, area_code, position,
      code, benefit, goal, focus, method, owner, due_on, judged_by, quantity, unit, promised_fen,
      field, expected, suggested_by, is_current, state, state_on)
    select ${county}, p.id, p.plan, m.line, m.household, m.area,
      case when m.is_first then 0 else w.place end, m.code, w.benefit, w.goal, w.focus, w.method,
      coalesce(w.office, m.owner), m.due, w.judged, w.quantity, w.unit, w.fen, w.field, w.expected,
      case when m.code in ('INDUSTRY', 'CREDIT') then 'labourLand' end, p.is_current, m.state,
      case when m.state = 'planned' then null when m.code = 'CREDIT' and m.state = 'done' then m.lent_on
        else least(m.due, date '2016-09-20') end
    from staged_measure m
    cross join lateral (
      select m.line as id, m.plan, true as is_current
      union all
      select ${idOf(sql`'measure two ' || m.line::text`)},
        ${idOf(sql`'plan two ' || m.household::text`)}, false
      where m.revised) p
    join (values
      ('INDUSTRY', 1, null, '新种桑园或红心香柚3亩，年增收1500元以上', '桑蚕、香柚', '送苗到户，合作社收购，技术员每月到户一次', '年底看存活率和售出金额', 3.0, '亩', 90000, null, null, null),
      ('EMPLOYMENT', 2, 'skillTraining', '一人学会一门手艺，转移就业6个月以上', '青壮年劳动力', '免费职业技能培训，招聘会送岗到村', '看证书和务工证明', 1.0, '人', null, null, null, '县人社局'),
      ('RELOCATION', 3, null, '搬入安置点新房，后续有产业、有岗位', '石山区不具备发展条件的屯', '集中安置，落实搬迁补助，旧宅复垦', '入住并稳定半年', 1.0, '户', 2400000, null, null, '县移民局'),
      ('ECOLOGY', 4, 'forestRanger', '一人当护林员，年工资性收入稳定', '林区在册贫困户', '签订管护合同，按月考勤发放', '看考勤和工资发放', 1.0, '人', 600000, null, null, '县林业局'),
      ('EDUCATION', 5, null, '子女不因贫失学', '在校子女', '雨露计划和学费减免，跟踪到毕业', '看在校证明和补助到账', 1.0, '人', 150000, null, null, '县教育局'),
      ('MEDICAL', 6, null, '大病有救助，恢复劳动能力', '长期慢性病和大病成员', '参保、门诊慢病卡、医疗救助', '看报销和恢复情况', 1.0, '户', null, null, null, '县卫计局'),
      ('DIBAO', 7, null, '应保尽保', '无劳动能力成员', '按类别发放低保金，每年复核', '看按月到账', 1.0, '户', 200000, null, null, '县民政局'),
      ('HOUSING', 8, null, '住上安全住房', 'C、D级危房', '维修或重建，竣工后验收', '鉴定为A、B级', 1.0, '户', 2000000, 'houseGrade', 'A', '县住建局'),
      ('CREDIT', 9, 'interestSubsidy', '得到发展产业的本钱', '有劳动力、有项目的户', '评级授信，5万元以内，财政贴息', '看贷款用途和还款', 1.0, '笔', 5000000, null, null, null))
      as w (code, place, benefit, goal, focus, method, judged, quantity, unit, fen, field, expected, office)
      on w.code = m.code`.execute(tx);
}

/** The education office confirmed the spring; the autumn of one township waits for it. */
export async function insertLists(
  tx: Tx,
  asked: { readonly places: DemonstrationPlaces; readonly department: string },
): Promise<void> {
  await sql`
    insert into assistance_list (county, id, area_code, title, code, year, deliverer, account, state,
      made_by, made_by_name, made_at, confirmed_by, confirmed_by_name, confirmed_at)
    select ${county}, ${idOf(sql`'list ' || l.key`)}, l.area, l.title, 'EDUCATION', l.year, '县教育局',
      ${asked.department}::uuid, l.state, ${idOf(sql`'list writer'`)}, '县扶贫办', l.made,
      case l.state when 'confirmed' then ${asked.department}::uuid end,
      case l.state when 'confirmed' then '蒙晓燕' end,
      case l.state when 'confirmed' then l.made + interval '12 days' end
    from (values
      ('spring', '451226', '2016年春季教育扶智帮助', 2016, 'confirmed', timestamptz '2016-03-11 02:00Z'),
      ('autumn', ${asked.places.township}, '2016年秋季教育扶智帮助', 2016, 'open', timestamptz '2016-09-20 02:00Z'))
      as l (key, area, title, year, state, made)`.execute(tx);
}

/** What the measures in force promised, and how much of it came; some said that it did not. */
export async function insertBenefitsOfMeasures(tx: Tx): Promise<void> {
  await sql`
    create temporary table staged_benefit on commit drop as
    select m.household, m.area, m.line, m.code, ${idOf(sql`'benefit ' || m.line::text`)} as id, m.listed,
      e.day, f.state, k.kind, k.title, k.office, k.fen, k.quantity, k.unit, k.benefit, k.stages,
      case when f.state <> 'promised' and k.stages is not null
        then least(case when m.code = 'HOUSING' and m.dangerous then 2 else cardinality(k.stages) end,
          1 + m.chance % (cardinality(k.stages) + 1)) end as reached
    from staged_measure m
    join (values
      ('INDUSTRY', 'goods', '桑苗、果苗发放', '县农业局', 90000, 3.0, '亩', null, null),
      ('EMPLOYMENT', 'training', '免费职业技能培训', '县人社局', null, 1.0, '人', 'skillTraining', array['TRAINED', 'ASSESSED', 'CERTIFIED']),
      ('RELOCATION', 'cash', '移民搬迁补助', '县移民局', 2400000, 1.0, '户', null, array['MOVED', 'SETTLED', 'DEVELOPING', 'PROSPERING']),
      ('ECOLOGY', 'work', '护林员岗位', '县林业局', 600000, 1.0, '人', 'forestRanger', array['APPOINTED']),
      ('EDUCATION', 'cash', '教育扶智帮助', '县教育局', 150000, 1.0, '户', null, null),
      ('MEDICAL', 'insurance', '医疗救助', '县卫计局', null, 1.0, '户', null, null),
      ('DIBAO', 'cash', '低保金', '县民政局', 200000, 1.0, '户', null, null),
      ('HOUSING', 'cash', '危房改造补助', '县住建局', 2000000, 1.0, '户', null, array['STARTED', 'FINISHED', 'ACCEPTED', 'LIVED_IN']))
      as k (code, kind, title, office, fen, quantity, unit, benefit, stages) on k.code = m.code
    cross join lateral (
      select case m.code when 'EDUCATION' then date '2016-03-24' when 'RELOCATION' then m.moved_on
        else date '2016-04-01' + m.chance % 70 end as day) e
    cross join lateral (
      select case when not m.came then 'promised' when m.chance = 3 then 'disputed'
        when m.chance % 4 = 1 then 'confirmed' else 'delivered' end as state) f
    where m.listed or m.came`.execute(tx);
  await sql`analyze staged_benefit`.execute(tx);
  await sql`
    insert into assistance_benefit (county, id, household_id, area_code, line, list_id, code, benefit,
      kind, title, year, quantity, unit, promised_fen, promised_on, state, stage, delivered_on,
      delivered_fen, deliverer, answered_on, recorded_at)
    select ${county}, b.id, b.household, b.area, b.line,
      case when b.listed then ${idOf(sql`'list autumn'`)}
        when b.code = 'EDUCATION' then ${idOf(sql`'list spring'`)} end,
      b.code, b.benefit, b.kind, b.title, 2016, b.quantity, b.unit, b.fen, date '2016-03-10',
      b.state, b.stages[b.reached], case when b.state <> 'promised' then b.day end,
      case when b.state <> 'promised' then b.fen end,
      case when b.state <> 'promised' then b.office else '' end,
      case when b.state in ('confirmed', 'disputed') then b.day + 20 end,
      case when b.state = 'promised' then date '2016-03-10' else b.day end + time '08:00'
    from staged_benefit b`.execute(tx);
}

/** Every village where something is planned: its sums are counted once all of it is there. */
export async function markPlanned(tx: Tx): Promise<void> {
  await markVillagesOf(tx, sql`select area_code from assistance_plan where county = ${county}`);
}

/** The acts behind what came, in one township, and behind every dispute. */
export async function insertSteps(tx: Tx, { township }: DemonstrationPlaces): Promise<void> {
  await sql`
    insert into assistance_step (county, id, benefit_id, household_id, area_code, act, stage, on_day,
      words, account, account_name, recorded_at)
    select ${county}, ${idOf(sql`'step ' || b.id::text || a.act || coalesce(a.stage, '')`)}, b.id,
      b.household, b.area, a.act, a.stage, a.day, a.words, ${idOf(sql`'deliverer'`)}, a.name,
      a.day + time '09:00'
    from staged_benefit b
    cross join lateral (
      select 'deliver' as act, null as stage, b.day, '' as words, b.office as name
      where b.state <> 'promised' and b.reached is null
      union all
      select 'stage', s.stage, b.day + 14 * (s.place::integer - 1), '', b.office
      from unnest(b.stages) with ordinality as s (stage, place)
      where s.place <= b.reached
      union all
      select case b.state when 'confirmed' then 'confirm' else 'dispute' end, null, b.day + 20,
        case b.state when 'disputed' then '数目对不上，只到了一部分' else '' end, '农户'
      where b.state in ('confirmed', 'disputed')) a
    where b.state = 'disputed' or b.area >= ${township} and b.area < ${`${township}:`}`.execute(tx);
}
