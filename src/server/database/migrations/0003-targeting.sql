-- Scores are rows of a run, never updates of households. A run names the pack version that decided it.

create table targeting_run (
  id uuid primary key,
  area_code text collate "C" not null,
  pack text not null,
  pack_version text not null,
  sheet text not null,
  as_of date not null,
  state text not null,
  job uuid,
  account uuid,
  cut_off double precision,
  scored bigint,
  undetermined bigint,
  vetoed bigint,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  constraint state_is_known check (state in ('running', 'done', 'failed', 'cancelled'))
);
create index targeting_run_area on targeting_run (area_code, started_at desc);

create table targeting_score (
  county integer not null,
  run_id uuid not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  total double precision,
  items double precision[] not null,
  vetoes smallint[] not null,
  undetermined boolean not null,
  primary key (county, run_id, household_id)
);
comment on table targeting_score is 'items in the order of the sheet; total is null when an item is undetermined; vetoes are positions in the sheet''s list.';
create index targeting_score_rank on targeting_score (run_id, total, household_id);
create index targeting_score_area on targeting_score (run_id, area_code);

alter table targeting_run enable row level security;
alter table targeting_run force row level security;
create policy area_scope on targeting_run using (
  area_code >= (select current_setting('app.low', true))
  and area_code < (select current_setting('app.high', true)));
create policy of_an_area_above on targeting_run for select using (
  starts_with((select current_setting('app.low', true)), area_code)
  and (select current_setting('app.low', true)) <> '');
comment on policy of_an_area_above on targeting_run is 'A village reads the run of its county, but only its own scores.';

alter table targeting_score enable row level security;
alter table targeting_score force row level security;
create policy area_scope on targeting_score using (
  area_code >= (select current_setting('app.low', true))
  and area_code < (select current_setting('app.high', true))
  and ((select current_setting('app.spans', true)) = ''
    or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
  and ((select current_setting('app.households', true)) = ''
    or household_id = any (array(select unnest(string_to_array(current_setting('app.households', true), ',')::uuid[])))));

grant select, insert, update on targeting_run to bangfu_app;
grant select, insert, update, delete on targeting_score to bangfu_app;
