// SQL of the auditor's rules: each one statement over an area's books, the largest amount first. Reads only.
import { type RawBuilder, sql } from 'kysely';
import { type PaymentRule, roundTripDays, splittingDays } from '#domain/funds/finding.ts';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';
import { countyOfIdIn } from '#server/kernel/county-of-id.store.ts';

export interface Asked {
  readonly span: AreaSpan;
  /** From this amount on the county must approve. */
  readonly limit: bigint | null;
}

export interface FindingRow {
  readonly key: string;
  readonly on: string;
  readonly amount: string;
  readonly payments: number;
  readonly entries: readonly string[];
  readonly area: string;
  readonly households: readonly string[];
  readonly holder: string;
  readonly document: string;
  /** What the rule saw: names, days, numbers, for its sentence. */
  readonly facts: Readonly<Record<string, string | number>>;
}

/** Every payment to a household that stands, by list or not. */
function paidIn({ low, high }: AreaSpan): RawBuilder<unknown> {
  return sql`
    back as materialized (
      select county, account_id, reverses from funds_line
      where area_code >= ${low} and area_code < ${high} and reverses is not null
    ), paid as (
      select l.county, l.entry_id, l.household, l.area_code, l.true_on, l.amount_fen, l.document, l.memo,
        p.id as payment, coalesce(p.name, '') as name, coalesce(p.account_hash, h.bank_account_hash) as account,
        coalesce(p.account_mask, h.bank_account_mask) as mask, h.stage, h.head_name
      from funds_line l
      join registry_household h on h.county = l.county and h.id = l.household
      left join funds_payment p on p.county = l.county and p.entry_id = l.entry_id
        and p.household_id = l.household
      where l.area_code >= ${low} and l.area_code < ${high}
        and l.household is not null and l.amount_fen > 0 and l.act = 'pay' and l.reverses is null
        and not exists (
          select from back r
          where r.county = l.county and r.account_id = l.account_id and r.reverses = l.entry_id)
    )`;
}

const oneOfThem = sql`true_on::text as "on", amount_fen::text as amount, 1 as payments,
  array[entry_id::text] as entries, area_code as area, array[household::text] as households, '' as holder, document`;

/** The place that all of a group lies in. */
const commonArea = (code: RawBuilder<unknown>) => sql`case
  when left(min(${code}), 12) = left(max(${code}), 12) then left(min(${code}), 12)
  when left(min(${code}), 9) = left(max(${code}), 9) then left(min(${code}), 9)
  else left(min(${code}), 6) end`;
const commonPlace = commonArea(sql`area_code`);

const firstEntries = sql`(array_agg(entry_id::text order by true_on, entry_id))[1:20] as entries`;

function afterDeath({ span }: Asked): RawBuilder<FindingRow> {
  return sql`
    with ${paidIn(span)}, dead as materialized (
      select county, household_id, name, left_on from registry_person
      where area_code >= ${span.low} and area_code < ${span.high} and left_reason = 'DIED'
    ), met as materialized (
      select paid.*, d.name as who, d.left_on as died
      from dead d
      join paid on paid.county = d.county and paid.household = d.household_id and paid.true_on > d.left_on
    )
    select distinct on (m.entry_id) m.entry_id::text as key, ${oneOfThem},
      jsonb_build_object('who', who, 'died', died) as facts
    from met m
    where who = name or not exists (
      select from registry_person z
      where z.county = m.county and z.household_id = m.household
        and (z.left_on is null or z.left_on >= m.true_on))
    order by m.entry_id, died desc`;
}

function sharedAccount({ span }: Asked): RawBuilder<FindingRow> {
  return sql`
    with ${paidIn(span)}
    select encode(account, 'hex') as key, max(true_on)::text as "on", sum(amount_fen)::text as amount,
      count(*)::int as payments, ${firstEntries}, ${commonPlace} as area,
      (array_agg(distinct household::text))[1:8] as households, '' as holder, min(document) as document,
      jsonb_build_object('mask', min(mask), 'households', count(distinct household)) as facts
    from paid where account is not null
    group by account having count(distinct household) > 1`;
}

function outsideList({ span }: Asked): RawBuilder<FindingRow> {
  return sql`
    with ${paidIn(span)}
    select entry_id::text as key, ${oneOfThem},
      jsonb_build_object('why', case when stage = 'SURVEYED' then 'notRegistered' else 'noList' end) as facts
    from paid where payment is null or stage = 'SURVEYED'`;
}

function splitting({ span, limit }: Asked): RawBuilder<FindingRow> {
  const most = limit === null ? null : String(limit);
  return sql`
    with acts as (
      select o.county, o.entry_id, o.to_area as area_code, o.true_on, o.amount_fen, o.document, o.author_name,
        o.household_id as household, coalesce(nullif(o.to_holder, ''), o.to_area) as receiver, o.to_holder as holder,
        concat_ws('|', o.author, o.kind, o.source, o.purpose, o.to_area, o.to_holder, o.to_project, o.household_id) as same
      from funds_order o
      where o.area_code >= ${span.low} and o.area_code < ${span.high} and o.state = 'posted'
        and o.kind in ('pay', 'allocate') and o.amount_fen < ${most}::bigint
      union all
      select b.county, null, b.from_area, b.pay_on, b.total_fen, b.document, b.author_name, null, b.title, b.holder,
        concat_ws('|', b.author, 'list', b.source, b.purpose, b.from_area, b.holder, b.title)
      from funds_list b
      where b.area_code >= ${span.low} and b.area_code < ${span.high} and b.state in ('posted', 'answered')
        and b.retry_of is null and b.total_fen < ${most}::bigint
    ), begun as (
      select a.*, case when true_on - lag(true_on) over w <= ${splittingDays}::int then 0 else 1 end as begins
      from acts a window w as (partition by county, same order by true_on, document)
    ), runs as (
      select b.*, sum(begins) over (partition by county, same order by true_on, document) as run from begun b
    )
    select md5(same || run) as key, max(true_on)::text as "on", sum(amount_fen)::text as amount,
      count(*)::int as payments,
      coalesce((array_agg(entry_id::text order by true_on) filter (where entry_id is not null))[1:20], '{}') as entries,
      ${commonPlace} as area,
      coalesce((array_agg(distinct household::text) filter (where household is not null))[1:8], '{}') as households,
      min(holder) as holder, min(document) as document,
      jsonb_build_object('who', min(author_name), 'receiver', min(receiver), 'from', min(true_on),
        'to', max(true_on), 'most', max(amount_fen), 'limit', ${most}::bigint,
        'households', count(distinct household)) as facts
    from runs group by same, run having count(*) > 1 and sum(amount_fen) >= ${most}::bigint`;
}

function roundTrip({ span }: Asked): RawBuilder<FindingRow> {
  return sql`
    with paid as (
      select l.county, l.entry_id, a.area_code, l.true_on, l.amount_fen, l.document, a.holder
      from funds_account a join funds_line l on l.county = a.county and l.account_id = a.id
      where a.area_code >= ${span.low} and a.area_code < ${span.high} and a.kind = 'spent' and a.holder <> ''
        and l.amount_fen > 0 and l.reverses is null
        and not exists (
          select from funds_line r
          where r.county = l.county and r.account_id = l.account_id and r.reverses = l.entry_id)
    ), back as (
      select l.county, l.entry_id, l.true_on, -l.amount_fen as amount_fen, l.document, a.source
      from funds_account a join funds_line l on l.county = a.county and l.account_id = a.id
      where a.kind = 'source' and a.source like 'social/%' and l.amount_fen < 0 and l.reverses is null
    )
    select p.entry_id::text as key, p.true_on::text as "on", p.amount_fen::text as amount, 1 as payments,
      array[p.entry_id::text] || (array_agg(b.entry_id::text order by b.true_on))[1:19] as entries,
      p.area_code as area, '{}'::text[] as households, p.holder, p.document,
      jsonb_build_object('returned', sum(b.amount_fen), 'day', min(b.true_on), 'paper', min(b.document)) as facts
    from paid p
    join back b on b.county = p.county and b.source = 'social/' || p.holder
      and b.true_on >= p.true_on and b.true_on <= p.true_on + ${roundTripDays}::int
    group by p.entry_id, p.true_on, p.amount_fen, p.area_code, p.holder, p.document
    having sum(b.amount_fen) * 2 >= p.amount_fen`;
}

function double({ span }: Asked): RawBuilder<FindingRow> {
  return sql`
    with ${paidIn(span)}, papers as (
      select e.document, e.true_on, e.amount_fen, e.kind, ${commonArea(sql`e.area_code`)} as area_code,
        count(*)::int as times,
        (array_agg(e.id::text order by e.recorded_at, e.id))[1:20] as entries
      from funds_entry e
      where e.area_code >= ${span.low} and e.area_code < ${span.high} and e.kind <> 'correct'
        and not exists (select from funds_entry r where r.county = e.county and r.reverses = e.id)
      group by e.document, e.true_on, e.amount_fen, e.kind having count(*) > 1
    )
    select md5(concat_ws('|', document, true_on, amount_fen, kind)) as key, true_on::text as "on",
      (amount_fen * (times - 1))::text as amount, times as payments, entries, area_code as area,
      '{}'::text[] as households, '' as holder, document,
      jsonb_build_object('why', 'paper', 'times', times, 'each', amount_fen) as facts
    from papers
    union all
    select md5(concat_ws('|', household, true_on, amount_fen)), true_on::text,
      (amount_fen * (count(*) - 1))::text, count(*)::int, ${firstEntries}, ${commonPlace},
      array[household::text], '', min(document),
      jsonb_build_object('why', 'household', 'times', count(*), 'each', amount_fen)
    from paid group by household, true_on, amount_fen having count(*) > 1`;
}

const rules: Readonly<Record<PaymentRule, (asked: Asked) => RawBuilder<FindingRow>>> = {
  afterDeath,
  sharedAccount,
  outsideList,
  splitting,
  roundTrip,
  double,
};

/** What a rule questions, counted from the lines themselves. */
export function questionedBy(rule: PaymentRule, asked: Asked): RawBuilder<FindingRow> {
  return rules[rule](asked);
}

export async function countOfRule(
  tx: Tx,
  rule: PaymentRule,
  asked: Asked,
): Promise<{ readonly count: number; readonly amount: number }> {
  const { rows } = await sql<{ count: number; amount: number }>`
    select count(*)::int as count, coalesce(sum(amount::bigint), 0)::float8 as amount
    from (${questionedBy(rule, asked)}) as found`.execute(tx);
  return rows[0] ?? { count: 0, amount: 0 };
}

/** Heads of these households, by id. */
export async function namesOfHouseholds(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string | null; no: string }>`
    select h.id, h.head_name as name, h.household_no as no
    from unnest(${[...new Set(ids)]}::uuid[]) as g (id)
    join registry_household h on h.county = ${countyOfIdIn(sql`g.id`)} and h.id = g.id`.execute(tx);
  return new Map(rows.map(({ id, name, no }) => [id, name ?? no]));
}
