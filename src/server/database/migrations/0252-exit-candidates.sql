-- Who is planned to exit this year, by name: a list for each village and year, drawn from the register by
-- the rule of the pack, put right by hand with a reason, approved by somebody above. Entries are only
-- added; the last one about a household says whether it stands on the list.
create table targeting_candidate_list (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  year integer not null,
  pack text not null,
  pack_edition text not null,
  decision text not null,
  target integer,
  state text not null,
  drawn_on date not null,
  drawn_by uuid not null,
  drawn_by_name text not null,
  submitted_by_name text,
  submitted_on date,
  decided_by_name text,
  decided_on date,
  reason text not null default '',
  primary key (county, id),
  constraint list_is_of_a_village check (length(area_code) = 12),
  constraint state_is_known check (state in ('draft', 'submitted', 'approved')),
  constraint target_is_not_negative check (target is null or target >= 0)
);
comment on table targeting_candidate_list is 'Households planned to exit in a year: one list for each village.';
create unique index targeting_candidate_list_of_a_year on targeting_candidate_list (county, area_code, year);

create table targeting_candidate (
  county integer not null,
  list_id uuid not null,
  place integer not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  kind text not null,
  reason text not null,
  account uuid not null,
  account_name text not null,
  entered_on date not null,
  entered_at timestamptz not null,
  primary key (county, list_id, place),
  constraint candidate_is_of_a_list
    foreign key (county, list_id) references targeting_candidate_list (county, id),
  constraint candidate_is_a_household
    foreign key (county, household_id) references registry_household (county, id),
  constraint kind_is_known check (kind in ('drawn', 'added', 'removed')),
  constraint by_hand_has_a_reason check (kind = 'drawn' or reason <> '')
);
comment on table targeting_candidate is 'Insert-only: a household put on a list or taken off it, and why.';
create index targeting_candidate_household on targeting_candidate (county, household_id);
create index targeting_candidate_area on targeting_candidate (area_code);

alter table targeting_candidate_list enable row level security;
alter table targeting_candidate_list force row level security;
create policy area_scope on targeting_candidate_list using (
  area_code >= current_setting('app.low', true)
  and area_code < current_setting('app.high', true)
  and ((select case when current_setting('app.spans', true) = '' then 1 end) is not null
    or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
  and (select case when current_setting('app.households', true) = '' then 1 end) is not null);
alter table targeting_candidate enable row level security;
alter table targeting_candidate force row level security;
create policy area_scope on targeting_candidate using (
  area_code >= current_setting('app.low', true)
  and area_code < current_setting('app.high', true)
  and ((select case when current_setting('app.spans', true) = '' then 1 end) is not null
    or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
  and ((select case when current_setting('app.households', true) = '' then 1 end) is not null
    or household_id = any (array(select unnest(string_to_array(current_setting('app.households', true), ',')::uuid[])))));
grant select, insert, update on targeting_candidate_list to bangfu_app;
grant select, insert on targeting_candidate to bangfu_app;
