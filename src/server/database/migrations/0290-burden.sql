-- What went out as a report: a book that was printed, a list as a spreadsheet, a notice, a chart. Insert-only;
-- `cells` came from what was recorded before, `typed` were written by hand into that one report.
create table kernel_output (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  kind text collate "C" not null,
  cells bigint not null,
  typed bigint not null default 0,
  account uuid,
  made_at timestamptz not null,
  primary key (county, id),
  constraint counts_of_cells_are_not_negative check (cells >= 0 and typed >= 0)
);
comment on column kernel_output.county is 'Nought where the report is of more than a county.';
create index kernel_output_made on kernel_output (county, made_at);
create index kernel_output_area on kernel_output (area_code);

-- What was typed, by whose level, on which page and for which campaign, by month, for counties, townships and
-- villages; made again from what was recorded whenever a county has something new.
create table insight_burden (
  county integer not null,
  area_code text collate "C" not null,
  month date not null,
  level text collate "C" not null,
  page text collate "C" not null,
  -- Empty where it belongs to none.
  campaign text collate "C" not null default '',
  entries bigint not null,
  typed bigint not null,
  again bigint not null,
  primary key (county, area_code, month, level, page, campaign),
  constraint no_more_was_asked_twice_than_typed check (again between 0 and typed)
);
create index insight_burden_area on insight_burden (area_code, month);

create table insight_burden_output (
  county integer not null,
  area_code text collate "C" not null,
  month date not null,
  kind text collate "C" not null,
  outputs bigint not null,
  cells bigint not null,
  typed bigint not null,
  primary key (county, area_code, month, kind)
);
create index insight_burden_output_area on insight_burden_output (area_code, month);

-- Fields that one level was asked for twice of one household within a year, without a reason.
create table insight_burden_again (
  county integer not null,
  year smallint not null,
  level text collate "C" not null,
  household_id uuid not null,
  -- Of whom; the household's own id where it is a value of the household.
  subject_id uuid not null,
  field text collate "C" not null,
  area_code text collate "C" not null,
  page text collate "C" not null,
  times integer not null,
  first_on date not null,
  last_on date not null,
  first_by text not null,
  last_by text not null,
  primary key (county, year, level, household_id, subject_id, field),
  constraint twice_is_more_than_once check (times > 1)
);
create index insight_burden_again_area on insight_burden_again (area_code, year, household_id, field);

create table insight_burden_mark (
  county integer primary key,
  area_code text collate "C" not null,
  last_event uuid not null,
  kept_on date not null,
  kept_at timestamptz not null
);

-- How much a level may be asked in a year. Insert-only: the newest of a level holds.
create table insight_burden_budget (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  level text collate "C" not null,
  fields integer,
  rounds integer,
  reason text not null,
  account uuid not null,
  account_name text not null,
  set_at timestamptz not null,
  primary key (county, id),
  constraint budget_is_not_negative check (fields >= 0 and rounds >= 0)
);
comment on column insight_burden_budget.fields is 'Fields a unit of the level in a year; null where there is no limit.';
create index insight_burden_budget_area on insight_burden_budget (area_code, level, set_at desc);

do $policies$
declare
  owned record;
begin
  for owned in
    select * from (values
      ('insight_burden', false, false),
      ('insight_burden_output', false, false), ('insight_burden_again', true, false),
      ('insight_burden_mark', false, true), ('insight_burden_budget', false, true)
    ) as owned (relation, of_household, told_below)
  loop
    execute format('alter table %I enable row level security', owned.relation);
    execute format('alter table %I force row level security', owned.relation);
    execute format($policy$
      create policy area_scope on %I using (
        (area_code >= (select current_setting('app.low', true))
          and area_code < (select current_setting('app.high', true))
          and ((select current_setting('app.spans', true)) = ''
            or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
          %s)
        and %s)$policy$,
      owned.relation,
      -- What holds for a county is told to its townships and villages as well.
      case when owned.told_below then $below$
        or length((select current_setting('app.low', true))) > 6
          and area_code = left((select current_setting('app.low', true)), 6)
        $below$ else '' end,
      case when owned.of_household then $households$
        ((select current_setting('app.households', true)) = ''
          or household_id = any (array(select unnest(string_to_array(current_setting('app.households', true), ',')::uuid[]))))
        $households$ else $whole$ (select current_setting('app.households', true)) = '' $whole$ end);
  end loop;
end
$policies$;
alter table kernel_output enable row level security;
alter table kernel_output force row level security;
-- Whoever sees named households only prints their books as well, and reads none of these rows.
create policy area_scope on kernel_output using (
  area_code >= (select current_setting('app.low', true))
  and area_code < (select current_setting('app.high', true))
  and ((select current_setting('app.spans', true)) = ''
    or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
  and (select current_setting('app.households', true)) = '')
  with check (
    area_code >= (select current_setting('app.low', true))
    and area_code < (select current_setting('app.high', true)));
grant select, insert on kernel_output to bangfu_app;
grant select, insert, delete on insight_burden to bangfu_app;
grant select, insert, delete on insight_burden_output to bangfu_app;
grant select, insert, delete on insight_burden_again to bangfu_app;
grant select, insert, update on insight_burden_mark to bangfu_app;
grant select, insert on insight_burden_budget to bangfu_app;
