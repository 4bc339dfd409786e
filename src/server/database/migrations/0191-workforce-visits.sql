-- Visits to households, insert-only; what was found in one stands as rows of its own, which other
-- capabilities take over. Ids come from the device, so that repeating one changes nothing.
create table workforce_visit (
  county integer not null,
  id uuid not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  helper_id uuid,
  helper_name text not null,
  unit_id uuid,
  account uuid,
  visited_on date not null,
  minute smallint,
  recorded_at timestamptz not null,
  way text not null,
  note text not null default '',
  longitude double precision,
  latitude double precision,
  findings smallint not null default 0,
  doubts jsonb,
  primary key (county, id),
  constraint visit_is_of_a_household
    foreign key (county, household_id) references registry_household (county, id),
  constraint way_is_known check (way in ('onSite', 'telephone', 'elsewhere')),
  constraint minute_is_of_a_day check (minute between 0 and 1439),
  constraint position_is_coarse check (
    (longitude is null) = (latitude is null)
    and longitude = round(longitude::numeric, 2)::double precision
    and latitude = round(latitude::numeric, 2)::double precision)
);
comment on column workforce_visit.longitude is 'Given freely and kept to a hundredth of a degree, about a kilometre.';
comment on column workforce_visit.doubts is 'What speaks against it, as sentences; a doubt is a question, never a verdict.';
create index workforce_visit_household on workforce_visit (county, household_id, visited_on desc);
create index workforce_visit_helper on workforce_visit (county, helper_id, visited_on desc);
create index workforce_visit_doubted on workforce_visit (area_code, visited_on desc, id)
  where doubts is not null;

create table workforce_finding (
  county integer not null,
  id uuid not null,
  visit_id uuid not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  kind text not null,
  words text not null,
  found_on date not null,
  found_by_name text not null,
  event_id uuid,
  taken_by text,
  taken_id uuid,
  closed_on date,
  primary key (county, id),
  constraint finding_is_of_a_visit foreign key (county, visit_id) references workforce_visit (county, id),
  constraint finding_kind_is_known check (kind in ('change', 'need', 'problem', 'warning'))
);
comment on column workforce_finding.event_id is 'The event of the register that a change became.';
comment on column workforce_finding.taken_by is 'Capability and row that took it over: a need in a plan, a problem on the list.';
create index workforce_finding_household on workforce_finding (county, household_id, found_on desc);
create index workforce_finding_open on workforce_finding (area_code, found_on desc, id)
  where closed_on is null;

create table workforce_interview (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  unit_id uuid not null,
  unit_name text not null,
  held_on date not null,
  held_by_name text not null,
  reason text not null,
  outcome text not null,
  mend_by date,
  account uuid not null,
  primary key (county, id),
  constraint interview_is_with_a_unit
    foreign key (county, unit_id) references workforce_unit (county, id)
);
comment on table workforce_interview is 'What was said to a unit whose people are late or were never on site, and what came of it.';
create index workforce_interview_unit on workforce_interview (county, unit_id, held_on desc);

do $policies$
declare
  owned record;
begin
  for owned in
    select * from (values
      ('workforce_visit', true), ('workforce_finding', true), ('workforce_interview', false)
    ) as owned (relation, of_household)
  loop
    execute format('alter table %I enable row level security', owned.relation);
    execute format('alter table %I force row level security', owned.relation);
    execute format($policy$
      create policy area_scope on %I using (
        area_code >= current_setting('app.low', true)
        and area_code < current_setting('app.high', true)
        and ((select case when current_setting('app.spans', true) = '' then 1 end) is not null
          or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
        %s)$policy$,
      owned.relation,
      case when owned.of_household then $households$
        and ((select case when current_setting('app.households', true) = '' then 1 end) is not null
          or household_id = any (array(select unnest(string_to_array(current_setting('app.households', true), ',')::uuid[]))))
        $households$ else $whole$
        and (select case when current_setting('app.households', true) = '' then 1 end) is not null
        $whole$ end);
  end loop;
end
$policies$;
grant select, insert on workforce_visit to bangfu_app;
grant select, insert, update on workforce_finding to bangfu_app;
grant select, insert on workforce_interview to bangfu_app;
