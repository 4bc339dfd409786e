// What departments and field checks say of the register of a county or less, summed; the rules come from
// what is kept of quality.
import { sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';
import { inSpans } from '#server/registry/in-spans.store.ts';

export interface LeadSums {
  readonly lists: number;
  readonly confirmed: number;
  readonly open: number;
}

/** Lists that were compared here or above, and households of which a list was upheld or is still a question. */
export async function sumLeads(
  tx: Tx,
  { spans, area }: { readonly spans: readonly AreaSpan[]; readonly area: string },
): Promise<LeadSums> {
  const { rows } = await sql<LeadSums>`
    select
      (select count(*) from targeting_list l where l.state = 'done'
        and (${inSpans(spans, sql.ref('l.area_code'))} or left(${area}, length(l.area_code)) = l.area_code))::integer as lists,
      count(distinct household_id) filter (where outcome = 'confirmed')::integer as confirmed,
      count(distinct household_id) filter (where state <> 'decided')::integer as open
    from targeting_lead where ${inSpans(spans, sql.ref('area_code'))}`.execute(tx);
  return rows[0] ?? { lists: 0, confirmed: 0, open: 0 };
}

export interface HelpSums {
  readonly registered: number;
  readonly planned: number;
  readonly due: number;
  readonly delivered: number;
  readonly by_list: number;
  readonly list_confirmed: number;
  readonly answered: number;
  readonly agreed: number;
  readonly measures: number;
  readonly reported: number;
}

/** Plans and deliveries of registered households. */
export async function sumHelp(
  tx: Tx,
  { spans, today }: { readonly spans: readonly AreaSpan[]; readonly today: string },
): Promise<HelpSums | undefined> {
  const place = (column: string) => inSpans(spans, sql.ref(column));
  const { rows } = await sql<HelpSums>`
    select h.registered, p.planned, b.due, b.delivered, b.by_list, b.list_confirmed, b.answered,
      b.agreed, m.measures, m.reported
    from (
      select count(*)::integer as registered from registry_household
      where stage <> 'SURVEYED' and ${place('area_code')}
    ) as h, (
      select count(distinct p.household_id)::integer as planned from assistance_plan p
      where p.household_id is not null and p.state = 'approved' and ${place('p.area_code')}
        and exists (select from assistance_measure m
          where m.county = p.county and m.plan_id = p.id and m.owner <> '' and m.due_on is not null)
    ) as p, (
      select
        count(*) filter (where b.promised_on <= ${today}::date and b.state <> 'leftOut')::integer as due,
        count(*) filter (where b.promised_on <= ${today}::date and b.state in ('delivered', 'confirmed'))::integer as delivered,
        count(*) filter (where b.list_id is not null)::integer as by_list,
        count(*) filter (where b.list_id is not null and l.state = 'confirmed' and b.state <> 'leftOut')::integer as list_confirmed,
        count(*) filter (where b.state in ('confirmed', 'disputed'))::integer as answered,
        count(*) filter (where b.state = 'confirmed')::integer as agreed
      from assistance_benefit b
      left join assistance_list l on l.county = b.county and l.id = b.list_id
      where ${place('b.area_code')}
    ) as b, (
      select count(*)::integer as measures,
        count(*) filter (where m.state in ('underway', 'done', 'stopped'))::integer as reported
      from assistance_measure m
      where m.is_current and m.due_on <= ${today}::date and ${place('m.area_code')}
    ) as m`.execute(tx);
  return rows[0];
}

export interface FieldSums {
  readonly field: string;
  readonly asked: number;
  readonly agreeing: number;
}

/**
 * What was asked in the field beside what the register says now, field by field. Rounds of sampled checks are among
 * them once they are closed; an open one is blind.
 */
export async function sumFieldChecks(
  tx: Tx,
  { spans }: { readonly spans: readonly AreaSpan[] },
): Promise<readonly FieldSums[]> {
  const { rows } = await sql<FieldSums>`
    select a.answer ->> 'field' as field, count(*)::integer as asked,
      count(*) filter (where
        to_jsonb(h) -> lower(regexp_replace(a.answer ->> 'field', '([A-Z])', '_\\1', 'g')) = a.answer -> 'value'
      )::integer as agreeing
    from supervision_entry e
    join registry_household h on h.county = e.county and h.id = e.household_id
    cross join lateral jsonb_array_elements(e.answers) as a (answer)
    where ${inSpans(spans, sql.ref('e.area_code'))} and h.stage <> 'SURVEYED'
    group by 1`.execute(tx);
  return rows;
}

export interface ExitCheckSums {
  readonly asked: number;
  readonly agreeing: number;
  /** Those that read an income. */
  readonly incomes: number;
  readonly incomes_agreeing: number;
}

/** What visits for an exit found, item by item, beside what the rules made of the register; the newest of each. */
export async function sumExitChecks(
  tx: Tx,
  { spans }: { readonly spans: readonly AreaSpan[] },
): Promise<ExitCheckSums> {
  const { rows } = await sql<ExitCheckSums>`
    select count(*)::integer as asked, count(*) filter (where agrees)::integer as agreeing,
      count(*) filter (where of_income)::integer as incomes,
      count(*) filter (where of_income and agrees)::integer as incomes_agreeing
    from (
      select distinct on (county, case_id, item) holds = computed as agrees, computed,
        exists (select from jsonb_array_elements(register) as r (fact)
          where r.fact ->> 'id' like 'income%') as of_income
      from casework_check
      where household_id is not null and ${inSpans(spans, sql.ref('area_code'))}
      order by county, case_id, item, place desc
    ) as c where computed is not null`.execute(tx);
  return rows[0] ?? { asked: 0, agreeing: 0, incomes: 0, incomes_agreeing: 0 };
}

export interface ClosedRound {
  readonly id: string;
  readonly title: string;
  readonly closed_on: string;
  readonly result: unknown;
}

/** The newest round of checks of this area, or of one above, that was closed with a result. */
export async function findClosedRound(tx: Tx, area: string): Promise<ClosedRound | undefined> {
  const { rows } = await sql<ClosedRound>`
    select id, title, closed_on::text as closed_on, result from supervision_campaign
    where closed_at is not null and area_code = ${area} and result -> 'error' is not null
      and jsonb_typeof(result -> 'error') = 'object'
    order by closed_at desc limit 1`.execute(tx);
  return rows[0];
}

export interface FlowSums {
  readonly exited: number;
  readonly by_case: number;
}

/** Announced exits of this year, and those that a case of exit ended with. */
export async function sumFlows(
  tx: Tx,
  { spans, year }: { readonly spans: readonly AreaSpan[]; readonly year: number },
): Promise<FlowSums> {
  const { rows } = await sql<FlowSums>`
    select count(*)::integer as exited,
      count(*) filter (where exists (
        select from casework_case c where c.county = h.county and c.household_id = h.id
          and c.step is null and c.ended_on is not null))::integer as by_case
    from registry_household h
    where h.stage = 'EXIT_ANNOUNCED' and ${inSpans(spans, sql.ref('h.area_code'))}
      and exists (select from registry_event e where e.county = h.county and e.household_id = h.id
        and e.true_from >= ${`${year}-01-01`}::date and e.kind <> 'household.registered')`.execute(
    tx,
  );
  return rows[0] ?? { exited: 0, by_case: 0 };
}
