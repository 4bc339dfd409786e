// All SQL of kept sums of what was typed: a county's sums are made again from what was recorded, when it has
// something new; requests add the sums up and list what was asked twice.
import { sql } from 'kysely';
import type { BurdenLevel } from '#domain/insight/burden/burden.ts';
import type { AreaCode } from '#domain/kernel/area-code.ts';
import { type AreaSpan, countyNumberOf } from '#domain/kernel/area-code.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { Tx } from '#server/database/connect.ts';
import { inSpans } from '#server/registry/in-spans.store.ts';
import { newestEvents } from '../newest-events.store.ts';
import { type Counted, typedSince } from './typed.store.ts';
import { valuesSince } from './values.store.ts';

interface Standing {
  readonly county: number;
  /** The day up to which it was counted; null where it never was. */
  readonly kept_on: PlainDate | null;
}

/** Counties where somebody acted since they were counted, or on another day, and left alone for a while. */
export async function listCountiesToSum(
  tx: Tx,
  { today, before }: { readonly today: PlainDate; readonly before: string },
): Promise<readonly Standing[]> {
  const { rows } = await sql<Standing>`
    select newest.county, m.kept_on from ${newestEvents} as newest
    left join insight_burden_mark m on m.county = newest.county
    where m.county is null or m.kept_on <> ${today}::date
      or m.kept_at < ${before}::timestamptz and (m.last_event <> newest.id or exists (
        select from audit_entry a where a.at > m.kept_at and a.chain = newest.county))`.execute(tx);
  return rows;
}

/** Makes the sums of a county again from a first of January on. */
export async function keepBurden(
  tx: Tx,
  { now, ...counted }: Counted & { readonly now: string },
): Promise<void> {
  const { county, from, today } = counted;
  for (const table of ['insight_burden', 'insight_burden_output'] as const) {
    await sql`delete from ${sql.table(table)} where county = ${county} and month >= ${from}::date`.execute(
      tx,
    );
  }
  await sql`delete from insight_burden_again
    where county = ${county} and year >= extract(year from ${from}::date)`.execute(tx);
  await sumTyped(tx, counted);
  await sumOutputs(tx, counted);
  await sql`
    insert into insight_burden_mark (county, area_code, last_event, kept_on, kept_at)
    select ${county}, to_char(${county}::integer, 'FM000000'),
      (select id from registry_event where county = ${county} order by id desc limit 1),
      ${today}::date, ${now}::timestamptz
    on conflict (county) do update set
      last_event = excluded.last_event, kept_on = excluded.kept_on, kept_at = excluded.kept_at`.execute(
    tx,
  );
}

/** Asked twice is what one level typed of one field before, in the same year, and now without a reason. */
async function sumTyped(tx: Tx, counted: Counted): Promise<void> {
  const { county } = counted;
  await sql`
    with said as materialized (
      select v.*, extract(year from v.day)::smallint as year,
        row_number() over same as number,
        lag(v.round) over same as round_before
      from (${valuesSince(counted)}) as v
      window same as (
        partition by v.household_id, v.subject, v.field, v.level, extract(year from v.day)
        order by v.at)
    ), again as materialized (
      select * from said
      where number > 1 and not has_reason and (round = '' or round is distinct from round_before)
    ), told as (
      insert into insight_burden_again (county, year, level, household_id, subject_id, field, area_code,
        page, times, first_on, last_on, first_by, last_by)
      select ${county}, a.year, a.level, a.household_id, a.subject, a.field, max(a.area), max(a.page),
        count(*) + 1, min(f.day), max(a.day), min(f.by_name), (array_agg(a.by_name order by a.at desc))[1]
      from again a
      join said f on f.household_id = a.household_id and f.subject = a.subject and f.field = a.field
        and f.level = a.level and f.year = a.year and f.number = 1
      group by a.year, a.level, a.household_id, a.subject, a.field
    ), lines as (
      select area, level, date_trunc('month', day)::date as month, page, campaign,
        count(*) as entries, sum(fields) as typed, 0::bigint as again
      from (${typedSince(counted)}) as typed where fields > 0
      group by 1, 2, 3, 4, 5
      union all
      select area, level, date_trunc('month', day)::date, page, campaign, 0, 0, count(*)
      from again group by 1, 2, 3, 4, 5
    )
    insert into insight_burden (county, area_code, month, level, page, campaign, entries, typed, again)
    select ${county}, left(area, width.digits), month, level, page, campaign,
      sum(entries), sum(typed), least(sum(again), sum(typed))
    from lines cross join (values (6), (9), (12)) as width (digits)
    where length(area) >= width.digits
    group by 2, 3, 4, 5, 6`.execute(tx);
}

async function sumOutputs(tx: Tx, { county, from, today }: Counted): Promise<void> {
  await sql`
    insert into insight_burden_output (county, area_code, month, kind, outputs, cells, typed)
    select ${county}, left(area_code, width.digits),
      date_trunc('month', least((made_at at time zone 'Asia/Shanghai')::date, ${today}::date))::date,
      kind, count(*), sum(cells), sum(typed)
    from kernel_output cross join (values (6), (9), (12)) as width (digits)
    where county = ${county} and made_at >= ${from}::date and length(area_code) >= width.digits
    group by 2, 3, 4`.execute(tx);
}

export interface BurdenSum {
  readonly area: string;
  readonly level: string;
  readonly month: PlainDate;
  readonly page: string;
  readonly campaign: string;
  readonly entries: number;
  readonly typed: number;
  readonly again: number;
}

interface Asked {
  readonly spans: readonly AreaSpan[];
  /** Digits of the areas whose kept rows are read; those of more than a county are added up from counties. */
  readonly digits: number;
  readonly year: number;
}

/** By area of so many digits, at most of a county's size each. */
export async function sumBurden(
  tx: Tx,
  { spans, digits, year }: Asked,
): Promise<readonly BurdenSum[]> {
  const kept = Math.max(6, digits);
  const { rows } = await sql<BurdenSum>`
    select left(b.area_code, ${digits}) as area, b.level, b.month, b.page, b.campaign,
      sum(b.entries)::bigint as entries, sum(b.typed)::bigint as typed, sum(b.again)::bigint as again
    from insight_burden b
    where length(b.area_code) = ${kept} and ${inSpans(spans, sql`b.area_code`)}
      and b.month >= make_date(${year}, 1, 1) and b.month < make_date(${year + 1}, 1, 1)
    group by 1, 2, 3, 4, 5`.execute(tx);
  return rows;
}

export interface OutputSum {
  readonly kind: string;
  readonly outputs: number;
  readonly cells: number;
  readonly typed: number;
}

export async function sumReports(
  tx: Tx,
  { spans, digits, year }: Asked,
): Promise<readonly OutputSum[]> {
  const { rows } = await sql<OutputSum>`
    select o.kind, sum(o.outputs)::bigint as outputs, sum(o.cells)::bigint as cells,
      sum(o.typed)::bigint as typed
    from insight_burden_output o
    where length(o.area_code) = ${Math.max(6, digits)} and ${inSpans(spans, sql`o.area_code`)}
      and o.month >= make_date(${year}, 1, 1) and o.month < make_date(${year + 1}, 1, 1)
    group by 1 order by 3 desc, 1`.execute(tx);
  return rows;
}

/** When the county of an area was counted; of more than a county, the one counted longest ago. */
export async function findSummedAt(tx: Tx, area: AreaCode): Promise<string | null> {
  const county = countyNumberOf(area);
  const { rows } = await sql<{ at: string | null }>`
    select min(kept_at) as at from insight_burden_mark
    where ${county === undefined ? sql`area_code like ${`${area}%`}` : sql`county = ${county}`}`.execute(
    tx,
  );
  return rows[0]?.at ?? null;
}

export interface CampaignLine {
  readonly id: string;
  readonly title: string;
  readonly by_name: string;
  readonly begun_on: PlainDate;
  readonly process: string;
}

/** Campaigns that were begun in a year within one's areas. */
export async function listCampaignsOfYear(
  tx: Tx,
  { spans, year }: { readonly spans: readonly AreaSpan[]; readonly year: number },
): Promise<readonly CampaignLine[]> {
  const { rows } = await sql<CampaignLine>`
    select c.id, c.title, c.account_name as by_name, c.begun_on, c.process
    from casework_campaign c
    where ${inSpans(spans, sql`c.area_code`)}
      and c.begun_on >= make_date(${year}, 1, 1) and c.begun_on < make_date(${year + 1}, 1, 1)
    order by c.begun_on desc, c.id limit 100`.execute(tx);
  return rows;
}

export interface AgainRow {
  readonly county: number;
  readonly household_id: string;
  readonly subject_id: string;
  readonly field: string;
  readonly level: BurdenLevel;
  readonly page: string;
  readonly times: number;
  readonly first_on: PlainDate;
  readonly last_on: PlainDate;
  readonly first_by: string;
  readonly last_by: string;
  /** Where it stood when it was counted; it may have moved since. */
  readonly kept_area: string;
  readonly area_code: string;
  readonly household_no: string;
  readonly head_name: string | null;
  readonly person_name: string | null;
}

export async function listAgain(
  tx: Tx,
  asked: {
    readonly spans: readonly AreaSpan[];
    readonly year: number;
    readonly level: BurdenLevel | undefined;
    readonly after: readonly string[] | undefined;
    readonly limit: number;
  },
): Promise<readonly AgainRow[]> {
  const { level, after } = asked;
  const { rows } = await sql<AgainRow>`
    select g.*, g.area_code as kept_area, h.area_code, h.household_no, h.head_name, p.name as person_name
    from insight_burden_again g
    join registry_household h on h.county = g.county and h.id = g.household_id
    left join registry_person p on p.county = g.county and p.id = g.subject_id
    where ${inSpans(asked.spans, sql`g.area_code`)} and g.year = ${asked.year}
      and ${level === undefined ? sql`true` : sql`g.level = ${level}`}
      and ${
        after === undefined
          ? sql`true`
          : sql`(g.area_code, g.household_id, g.subject_id, g.field, g.level)
            > (${after[0]}, ${after[1]}::uuid, ${after[2]}::uuid, ${after[3]}, ${after[4]})`
      }
    order by g.area_code, g.household_id, g.subject_id, g.field, g.level
    limit ${asked.limit}`.execute(tx);
  return rows;
}
