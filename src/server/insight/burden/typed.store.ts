// What counts as typed: one select for each place where people type, of one county since a day. Each gives the
// village (or what lies above it), whose level, the day, the page, the campaign and the number of fields.
// Nothing here is written; `burden.store.ts` sums these and keeps the sums.
import { type RawBuilder, sql } from 'kysely';
import { roles } from '#domain/access/permission.ts';
import { knownActors } from '#domain/casework/who-acts.ts';
import {
  type BurdenLevel,
  type BurdenPage,
  levelOfActor,
  levelOfRole,
  levelOfSource,
} from '#domain/insight/burden/burden.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';

export interface Counted {
  readonly county: number;
  readonly from: PlainDate;
  readonly today: PlainDate;
}

type Sql = RawBuilder<unknown>;

/** A text by another, from a list of pairs; the default where none fits. */
function chosen(by: Sql, pairs: readonly (readonly [string, string])[], otherwise: Sql): Sql {
  const whens = pairs.map(([from, to]) => sql`when ${from}::text then ${to}::text`);
  return sql`(case ${by} ${sql.join(whens, sql` `)} else ${otherwise} end)`;
}

export const levelOfAccount = (otherwise: Sql) =>
  sql`coalesce((select ${chosen(
    sql`a.role`,
    roles.map((role) => [role, levelOfRole(role)]),
    sql`null::text`,
  )} from access_account a where a.id = x.by_account), ${otherwise})`;

const byCapacity = (otherwise: Sql) =>
  chosen(
    sql`x.capacity`,
    knownActors.map((actor) => [actor, levelOfActor(actor)]),
    otherwise,
  );

export const bySource = chosen(sql`x.source`, Object.entries(levelOfSource), sql`'village'`);

/** The day it was recorded; a demonstration stands still, so what is newer counts for its today. */
export const dayOf = (instant: Sql, { today }: Counted) =>
  sql`least((${instant} at time zone 'Asia/Shanghai')::date, ${today}::date)`;

const written = (...columns: readonly string[]) =>
  sql`(${sql.join(
    columns.map((column) => sql`(coalesce(x.${sql.ref(column)}::text, '') <> '')::integer`),
    sql` + `,
  )})`;

interface Source {
  readonly page: BurdenPage;
  readonly level: Sql;
  readonly fields: Sql;
  /** Gives `area_code`, `at` and `by_account`, as `x`. */
  readonly rows: Sql;
  readonly campaign?: Sql;
}

const own = (level: BurdenLevel) => levelOfAccount(sql`${level}::text`);

/** Fields of events; a registration is counted whole and read field by field only where it is asked again. */
function eventSources({ county, from }: Counted): readonly Source[] {
  const rows = (kinds: readonly string[]) => sql`(
    select e.area_code, e.recorded_at as at, coalesce(e.typist, e.author) as by_account, e.source,
      e.reason, e.changes, e.kind
    from registry_event e
    where e.county = ${county} and e.kind = any(${[...kinds]}::text[])
      and e.recorded_at >= ${from}::date
      and not exists (select from casework_assessment s where s.county = e.county and s.event = e.id))`;
  const level = levelOfAccount(bySource);
  const values = sql`(select count(*) from jsonb_array_elements(x.changes) as c (change)
    cross join lateral jsonb_each(case when change ? 'entered' then change->'entered'
      when change ? 'field' then jsonb_build_object('field', 1) else '{}'::jsonb end) as v (name, value)
    where v.value <> 'null'::jsonb and v.name <> 'householdNo')`;
  return [
    { page: 'registration', level, rows: rows(['household.registered']), fields: values },
    {
      page: 'changes',
      level,
      rows: rows([
        'household.changed',
        'household.moved',
        'household.split',
        'person.joined',
        'person.changed',
        'person.left',
        'conflict.resolved',
      ]),
      fields: sql`${values} + ${written('reason')}`,
    },
    {
      page: 'income',
      level,
      rows: rows(['income.recorded', 'income.reversed']),
      fields: sql`3 + ${written('reason')}`,
    },
    {
      // Where an account decided, the act of the case is what was typed.
      page: 'decisions',
      level,
      rows: sql`(select * from ${rows(['household.stage'])} as staged where by_account is null)`,
      fields: sql`1`,
    },
    { page: 'import', level: sql`'file'`, rows: rows(['household.imported']), fields: values },
  ];
}

function caseSources({ county, from }: Counted): readonly Source[] {
  return [
    {
      page: 'cases',
      level: levelOfAccount(byCapacity(sql`'village'`)),
      campaign: sql`x.campaign`,
      // What a batch decided was typed once, and what a campaign opened was not typed.
      rows: sql`(
        select distinct on (coalesce(b.batch, w.case_id), case when b.batch is null then w.position else 0 end)
          w.area_code, w.recorded_at as at, w.account as by_account, w.capacity, w.outcome, w.reason,
          w.place, w.verdict, w.objector, w.meeting, coalesce(k.campaign_id::text, '') as campaign
        from casework_act w
        left join casework_campaign_case k on k.county = w.county and k.case_id = w.case_id
        left join casework_batch_record b on b.county = w.county and b.case_id = w.case_id
          and b.seen + 1 = w.position and b.state = 'decided'
        where w.county = ${county} and w.recorded_at >= ${from}::date
          and not (w.kind = 'begin' and k.case_id is not null)
        order by coalesce(b.batch, w.case_id),
          case when b.batch is null then w.position else 0 end, w.recorded_at)`,
      fields: sql`${written('outcome', 'reason', 'place', 'verdict', 'objector')}
        + (select count(*) from jsonb_object_keys(case when jsonb_typeof(x.meeting) = 'object'
          then x.meeting else '{}'::jsonb end))`,
    },
    {
      page: 'interviews',
      level: own('village'),
      campaign: sql`x.campaign`,
      rows: sql`(
        select s.area_code, coalesce(s.done_at, s.begun_at) as at, s.account as by_account, s.answers,
          coalesce(k.campaign_id::text, '') as campaign
        from casework_assessment s
        left join casework_campaign_case k on k.county = s.county and k.case_id = s.case_id
        where s.county = ${county} and s.begun_at >= ${from}::date)`,
      fields: sql`(select count(*) from jsonb_object_keys(x.answers))`,
    },
    {
      page: 'checks',
      level: own('above'),
      rows: sql`(
        select area_code, recorded_at as at, account as by_account, answers, informant, note
        from supervision_entry where county = ${county} and recorded_at >= ${from}::date)`,
      fields: sql`(select count(*) from jsonb_object_keys(case when jsonb_typeof(x.answers) = 'object'
        then x.answers else '{}'::jsonb end)) + ${written('informant', 'note')}`,
    },
  ];
}

function helpSources({ county, from }: Counted): readonly Source[] {
  return [
    {
      page: 'visits',
      level: own('helper'),
      rows: sql`(
        select area_code, recorded_at as at, account as by_account, visited_on, way, minute, note, findings
        from workforce_visit where county = ${county} and recorded_at >= ${from}::date)`,
      fields: sql`${written('visited_on', 'way', 'minute', 'note')} + 2 * x.findings`,
    },
    {
      page: 'plans',
      level: own('village'),
      rows: sql`(
        select p.area_code, p.made_at as at, p.made_by as by_account, p.goal, p.from_year, p.to_year,
          (select count(*) + coalesce(sum(
            (m.goal <> '')::integer + (m.focus <> '')::integer + (m.method <> '')::integer
            + (m.owner <> '')::integer + (m.due_on is not null)::integer
            + (m.quantity is not null)::integer + (m.promised_fen is not null)::integer), 0)
            from assistance_measure m
            where m.county = p.county and m.plan_id = p.id and (p.number = 1 or not exists (
              select from assistance_measure o
              join assistance_plan q on q.county = o.county and q.id = o.plan_id
              where o.county = m.county and o.line = m.line and q.household_id = p.household_id
                and q.number < p.number))) as measures
        from assistance_plan p where p.county = ${county} and p.made_at >= ${from}::date)`,
      fields: sql`x.measures + case when x.measures = 0 then 0
        else ${written('goal', 'from_year', 'to_year')} end`,
    },
    {
      page: 'deliveries',
      level: chosen(
        sql`x.act`,
        [
          ['confirm', 'household'],
          ['dispute', 'household'],
        ],
        own('department'),
      ),
      rows: sql`(
        select area_code, recorded_at as at, account as by_account, act, on_day, stage, words
        from assistance_step where county = ${county} and recorded_at >= ${from}::date
          and act <> 'promise')`,
      fields: written('on_day', 'stage', 'words'),
    },
  ];
}

function workSources({ county, from }: Counted): readonly Source[] {
  return [
    {
      page: 'indicators',
      level: own('department'),
      rows: sql`(
        select area_code, entered_at as at, account as by_account, part
        from registry_indicator where county = ${county} and entered_at >= ${from}::date)`,
      fields: sql`1 + (x.part is not null)::integer`,
    },
    {
      page: 'problems',
      level: own('township'),
      rows: sql`(
        select area_code, acted_at as at, account as by_account, words, owner_name, due_on
        from monitoring_problem_act where county = ${county} and acted_at >= ${from}::date)`,
      fields: written('words', 'owner_name', 'due_on'),
    },
    {
      page: 'orders',
      level: own('village'),
      rows: sql`(
        select area_code, acted_at as at, account as by_account, words
        from monitoring_order_act where county = ${county} and acted_at >= ${from}::date
          and act in ('report', 'return', 'urge'))`,
      fields: written('words'),
    },
    {
      page: 'tasks',
      level: own('department'),
      rows: sql`(
        select area_code, recorded_at as at, account as by_account, quantity, stage, words, evidence
        from monitoring_progress where county = ${county} and recorded_at >= ${from}::date)`,
      fields: written('quantity', 'stage', 'words', 'evidence'),
    },
    {
      page: 'money',
      level: own('county'),
      rows: sql`(
        select area_code, entered_at as at, author as by_account, true_on, document, memo, source, purpose,
          amount_fen, from_kind, to_area, to_holder
        from funds_order where county = ${county} and entered_at >= ${from}::date)`,
      fields: written(
        'true_on',
        'document',
        'memo',
        'source',
        'purpose',
        'amount_fen',
        'from_kind',
        'to_area',
        'to_holder',
      ),
    },
  ];
}

/** Everything typed, as `(area, level, day, page, campaign, fields)`. */
export function typedSince(counted: Counted): Sql {
  const sources = [
    ...eventSources(counted),
    ...caseSources(counted),
    ...helpSources(counted),
    ...workSources(counted),
  ];
  return sql.join(
    sources.map(
      ({ page, level, fields, rows, campaign }) => sql`
        select left(x.area_code, 12) as area, ${level} as level, ${dayOf(sql`x.at`, counted)} as day,
          ${page}::text as page, ${campaign ?? sql`''`} as campaign, (${fields})::bigint as fields
        from ${rows} as x`,
    ),
    sql` union all `,
  );
}
