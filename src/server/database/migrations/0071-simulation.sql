-- Households that a second team looked at again, against which rules are tried; and trials that were
-- saved with their reasons and the numbers as they came out. Neither changes anything of the register.
create table targeting_recheck (
  county integer not null,
  id uuid not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  checked_on date not null,
  is_poor boolean not null,
  is_invented boolean not null default false,
  source text not null,
  primary key (county, id),
  constraint recheck_is_of_a_household
    foreign key (county, household_id) references registry_household (county, id)
);
comment on table targeting_recheck is 'Insert-only: the verdict of a second team on one household; the last one counts. Of the demonstration it is invented and says so.';
create index targeting_recheck_household on targeting_recheck (county, household_id, checked_on desc);
create index targeting_recheck_area on targeting_recheck (area_code);
alter table targeting_recheck enable row level security;
alter table targeting_recheck force row level security;
create policy area_scope on targeting_recheck using (
  area_code >= current_setting('app.low', true)
  and area_code < current_setting('app.high', true)
  and ((select case when current_setting('app.spans', true) = '' then 1 end) is not null
    or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
  and ((select case when current_setting('app.households', true) = '' then 1 end) is not null
    or household_id = any (array(select unnest(string_to_array(current_setting('app.households', true), ',')::uuid[])))));
grant select, insert on targeting_recheck to bangfu_app;

create table insight_trial (
  id uuid primary key,
  area_code text collate "C" not null,
  account uuid not null,
  author_name text not null,
  name text not null,
  reasons text not null,
  on_date date not null,
  saved_at timestamptz not null,
  pack text not null,
  pack_version text not null,
  margin double precision not null,
  changes jsonb not null,
  result jsonb not null,
  constraint name_is_written check (name <> '')
);
comment on table insight_trial is 'A trial of rules as it was saved: what was changed, why, and the numbers of that day.';
create index insight_trial_area on insight_trial (area_code, saved_at desc, id);
alter table insight_trial enable row level security;
alter table insight_trial force row level security;
create policy area_scope on insight_trial using (
  area_code >= current_setting('app.low', true)
  and area_code < current_setting('app.high', true)
  and ((select case when current_setting('app.spans', true) = '' then 1 end) is not null
    or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
  and (select current_setting('app.households', true)) = '');
grant select, insert, delete on insight_trial to bangfu_app;
