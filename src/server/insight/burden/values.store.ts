// Values of households one by one, as they were typed: what tells whether a field was asked before. Those of a
// registration are read only where a household was changed since; nothing else can repeat them.
import { type RawBuilder, sql } from 'kysely';
import { bySource, type Counted, dayOf, levelOfAccount } from './typed.store.ts';

/** Single values that were typed of a household, where one of them may have been asked before. */
export function valuesSince(counted: Counted): RawBuilder<unknown> {
  const { county, from } = counted;
  const level = levelOfAccount(bySource);
  return sql`
    select x.household_id, v.subject, v.field, left(x.area_code, 12) as area, ${level} as level,
      ${dayOf(sql`x.at`, counted)} as day, x.at, x.author_name as by_name, x.reason <> '' as has_reason,
      'changes' as page, '' as campaign, ''::text as round
    from (
      select e.household_id, e.area_code, e.recorded_at as at, coalesce(e.typist, e.author) as by_account,
        e.source, e.reason, e.author_name, e.changes
      from registry_event e
      where e.county = ${county} and e.recorded_at >= ${from}::date
        and (e.kind in ('household.changed', 'person.changed')
          or e.kind in ('household.registered', 'person.joined') and exists (
            select from registry_event later where later.county = e.county
              and later.household_id = e.household_id and later.recorded_at > e.recorded_at
              and later.kind in ('household.changed', 'person.changed')))
        and not exists (select from casework_assessment s where s.county = e.county and s.event = e.id)
    ) as x
    cross join lateral (
      select coalesce((change->>'person')::uuid, x.household_id) as subject, change->>'field' as field
      from jsonb_array_elements(x.changes) as c (change) where change ? 'field'
      union all
      select coalesce((change->>'person')::uuid, x.household_id), n.name
      from jsonb_array_elements(x.changes) as c (change)
      cross join lateral jsonb_each(change->'entered') as n (name, value)
      where change ? 'entered' and n.value <> 'null'::jsonb
    ) as v
    union all
    select x.household_id, x.household_id, 'answer.' || n.name, left(x.area_code, 12), ${levelOfAccount(sql`'village'`)},
      ${dayOf(sql`x.at`, counted)}, x.at, x.account_name, false, 'interviews', x.campaign, x.case_id::text
    from (
      select s.household_id, s.area_code, coalesce(s.done_at, s.begun_at) as at, s.account as by_account,
        s.account_name, s.answers, s.case_id, coalesce(k.campaign_id::text, '') as campaign
      from casework_assessment s
      left join casework_campaign_case k on k.county = s.county and k.case_id = s.case_id
      where s.county = ${county} and s.begun_at >= ${from}::date
    ) as x
    cross join lateral jsonb_object_keys(x.answers) as n (name)`;
}
