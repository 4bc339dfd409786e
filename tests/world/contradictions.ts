// What must not be in a demonstration county, as a sentence each with the rows that would belie it: days out of order,
// people who judge themselves, two pages that tell one thing differently.

function before(table: string, key: string, day: string, order: string): string {
  return `select * from (select *, lag(${day}) over (partition by county, ${key} order by ${order}) as earlier
    from ${table}) as t where ${day} < earlier`;
}

function dayOf(instant: string): string {
  return `(${instant} at time zone 'Asia/Shanghai')::date`;
}

/** Each asks for the rows in which it is not so. */
export const contradictions: Readonly<Record<string, string>> = {
  'a household signs in as one of its members': `select username from access_account a
      where role = 'household' and not exists (select from registry_person p
        where p.household_id = any(a.households) and p.name = a.display_name and p.left_on is null)`,
  'nobody joins a household before being born, or leaves it before joining': `select id from registry_person
      where joined_on < birth_date or left_on < coalesce(joined_on, birth_date)`,
  'children learn by their age': `select id from registry_person where
      school_stage = 'PRIMARY' and birth_date not between date '2016-09-30' - interval '13 years'
        and date '2016-09-30' - interval '5 years'
      or school_stage like 'UNIVERSITY%' and birth_date > date '2016-09-30' - interval '17 years'`,
  'nobody under sixteen works away': `select id from registry_person
      where work_place is not null and birth_date > date '2016-09-30' - interval '16 years'`,
  'events of a household are recorded in the order of its versions': before(
    'registry_event',
    'household_id',
    'recorded_at',
    'version',
  ),
  'nothing is recorded before it is so': `select id from registry_event
      where ${dayOf('recorded_at')} < true_from`,
  'an income is recorded after its period, with an event that says who asked': `select e.id
      from registry_income_entry e where ${dayOf('e.recorded_at')} <= e.observed_to
        or not exists (select from registry_event v where v.county = e.county
          and v.household_id = e.household_id and v.recorded_at = e.recorded_at
          and v.author_name <> '' and v.source = e.source and v.true_from > e.observed_to)`,
  'a household is listed after its survey, and exits after that': `select id from registry_household
      where listed_on < surveyed_on or exited_on < listed_on`,
  'acts of a case come in the order of their days': before(
    'casework_act',
    'case_id',
    'true_on',
    'position',
  ),
  'acts of a case are recorded in their order': before(
    'casework_act',
    'case_id',
    'recorded_at',
    'position',
  ),
  'a case and the register date a verification, and what both sides signed, the same': `
      select k.id from casework_case k
      join lateral (select
          min(a.true_on) filter (where a.step = 'homeVerification' and a.outcome = 'meets') as verified_on,
          min(b.true_on) as signed_on
        from casework_act a
        left join casework_act b on b.county = a.county and b.case_id = a.case_id
          and b.step = 'villageNotice'
        where a.county = k.county and a.case_id = k.id) c on true
      join lateral (select
          min(e.true_from) filter (where e.changes @> '[{"field": "stage", "to": "EXIT_VERIFIED"}]') as verified_on,
          min(e.true_from) filter (where e.changes @> '[{"field": "stage", "to": "EXIT_STANDARD"}]') as met_on
        from registry_event e where e.county = k.county and e.household_id = k.household_id
          and e.kind = 'household.stage') r on true
      where k.process = 'householdExit' and (c.verified_on is distinct from r.verified_on
        and c.verified_on is not null or c.signed_on < r.met_on)`,
  'nobody reviews or decides what they decided earlier in the case': `
      select later.case_id from casework_act later
      join casework_act earlier using (county, case_id)
      where later.kind = 'decide' and earlier.kind = 'decide' and not earlier.is_typed
        and later.position > earlier.position and later.account = earlier.account
        and later.step in ('townshipReview', 'countyReview', 'countyDecision', 'countyApproval', 'reassessment', 'townshipCheck')
        and earlier.step <> later.step
        and not exists (select from casework_act between_them
          where between_them.county = later.county and between_them.case_id = later.case_id
            and between_them.kind = 'decide' and between_them.step = earlier.step
            and between_them.position > earlier.position
            and between_them.position < later.position)`,
  'a notice is posted on its first day and ends after that': `select id from publicity_notice
      where last_day < first_day or ${dayOf('posted_at')} <> first_day`,
  'objections are raised while the notice hangs and answered afterwards': `select o.id
      from publicity_objection o join publicity_notice n on n.county = o.county and n.id = o.notice_id
      where o.filed_on not between n.first_day and n.last_day or o.answered_on < o.filed_on`,
  'assessments are made between the draw and the end of their round': `select r.id
      from supervision_rating r join supervision_campaign c on c.id = r.campaign_id
      where r.scored_on < c.drawn_on or r.scored_on > c.closed_on`,
  'leads are decided after they were opened': `select id from targeting_lead
      where decided_on < opened_on`,
  'nobody is paired with a household, or goes there, before it is listed': `select p.id
      from workforce_pairing p join registry_household h on h.county = p.county and h.id = p.household_id
      where p.from_on < h.listed_on
      union all select v.id from workforce_visit v
      join registry_household h on h.county = v.county and h.id = v.household_id
      where v.visited_on < h.listed_on`,
  'nobody visits before being paired': `select v.id from workforce_visit v
      where not exists (select from workforce_pairing p where p.household_id = v.household_id
        and p.helper_id = v.helper_id and p.from_on <= v.visited_on
        and (p.to_on is null or p.to_on >= v.visited_on))`,
  'nobody visits while on leave, before coming or after leaving': `select v.id from workforce_visit v
      join workforce_helper h on h.county = v.county and h.id = v.helper_id
      where v.visited_on between h.away_from and coalesce(h.away_to, v.visited_on)
        or v.visited_on < h.joined_on or v.visited_on > h.left_on`,
  'plans are approved by others than wrote them, after they were handed in': `select id
      from assistance_plan where decided_by = made_by or submitted_at < made_at
        or decided_at < submitted_at`,
  'who moved lives in a house that was built for it, and moved on the day the register says': `
      select b.id from assistance_benefit b
      join registry_household h on h.county = b.county and h.id = b.household_id
      where b.code = 'RELOCATION' and b.stage is not null
        and (h.house_built_year < extract(year from b.delivered_on) or h.house_grade in ('C', 'D')
          or not exists (select from registry_event e where e.county = h.county
            and e.household_id = h.id and e.true_from = b.delivered_on
            and e.changes @> '[{"field": "houseBuiltYear"}]'))`,
  'nothing is given to a household before it is listed, or its plan decided': `select b.id
      from assistance_benefit b
      join registry_household h on h.county = b.county and h.id = b.household_id
      join assistance_measure m on m.county = b.county and m.line = b.line and m.is_current
      join assistance_plan p on p.county = m.county and p.id = m.plan_id
      where least(b.promised_on, b.delivered_on) < greatest(h.listed_on, ${dayOf('p.decided_at')})`,
  'a measure is done where what it promised came, or the loan was lent': `select m.id
      from assistance_measure m where m.is_current and m.household_id is not null and m.state = 'done'
        and not exists (select from assistance_benefit b where b.county = m.county
          and b.line = m.line and b.delivered_on <= m.state_on)
        and not exists (select from funds_loan l where m.code = 'CREDIT' and l.county = m.county
          and l.household_id = m.household_id and l.lent_on <= m.state_on)`,
  'a measure of which something came is no longer only planned': `select m.id
      from assistance_measure m join assistance_benefit b on b.county = m.county and b.line = m.line
      where m.is_current and m.state = 'planned' and b.delivered_on is not null
      union all select m.id from assistance_measure m
      join funds_loan l on l.county = m.county and l.household_id = m.household_id
      where m.is_current and m.code = 'CREDIT' and m.state = 'planned' and l.lent_on is not null`,
  'a house that was repaired and accepted is not dangerous': `select b.id
      from assistance_benefit b join registry_household h on h.county = b.county and h.id = b.household_id
      where b.code = 'HOUSING' and b.stage in ('ACCEPTED', 'LIVED_IN') and h.house_grade in ('C', 'D')`,
  'what was promised comes before it is delivered, and is answered after that': `select id
      from assistance_benefit where delivered_on < promised_on or answered_on < delivered_on`,
  'lists are approved by others than drew them up, before they are paid': `select p.id
      from funds_payment p join funds_list l on l.county = p.county and l.id = p.list_id
      where p.paid_on is not null and (p.paid_on < ${dayOf('l.created_at')}
        or jsonb_array_length(l.approvals) < l.approvals_needed
        or exists (select from jsonb_array_elements(l.approvals) a
          where a ->> 'account' = l.author::text
            or p.paid_on < ${dayOf("(a ->> 'at')::timestamptz")}))`,
  'orders of money are approved by others than entered them': `select id from funds_order o
      where state = 'posted' and jsonb_array_length(approvals) < approvals_needed
        and approvals_needed > 0 and approvals <> '[]'
        or exists (select from jsonb_array_elements(o.approvals) a where a ->> 'account' = o.author::text)`,
  'acts of a loan come in the order of their days': before(
    'funds_loan_act',
    'loan_id',
    'true_on',
    'position',
  ),
  'credit is graded before a loan is asked for, and a loan is due after it was lent': `select l.id
      from funds_loan l where l.lent_on < l.asked_on or l.due_on < l.lent_on or l.state = 'lent'
        and not exists (select from funds_loan_grade g where g.household_id = l.household_id
          and g.graded_on <= l.asked_on)`,
  'nobody is refused a loan for an age of under sixty': `select l.id from funds_loan l
      where l.refusal = 'AGE' and not exists (select from registry_person p where p.county = l.county
        and p.household_id = l.household_id and p.relation = 'HEAD'
        and p.birth_date < l.asked_on - interval '60 years')`,
  'acts of a project come in the order of their days': before(
    'funds_project_act',
    'project_id',
    'done_on',
    'position',
  ),
  'a project is reviewed by one and approved by another, neither of whom applied': `select a.project_id
      from funds_project_act a join funds_project_act b using (county, project_id, account)
      where a.kind in ('review', 'approve') and b.kind in ('enter', 'apply', 'review') and a.kind <> b.kind`,
  'an asset is there before anything happens to it': `select a.asset_id from funds_asset_act a
      join funds_asset s on s.county = a.county and s.id = a.asset_id where a.done_on < s.formed_on`,
  'problems are mended after they were assigned and closed after that': `select id
      from monitoring_problem where assigned_on < registered_on or mended_on < assigned_on
        or closed_on < mended_on`,
  'orders are reported after they were received, and closed after that': `select id
      from monitoring_order_part where received_on < issued_on or reported_on < received_on
        or done_on < reported_on`,
  'postings, ties and cells end after they began': `
      select id from workforce_posting where to_on < from_on
      union all select id from workforce_tie where to_on < from_on
      union all select id from workforce_cell where to_on < from_on or patrolled_on < from_on`,
  'nothing of a bulletin is signed by one person, nor before it was made': `select id
      from insight_bulletin where second_by = first_by or first_at < made_at or second_at < first_at`,
};
