-- Rules the register is held against: how many records each concerns and how many do not keep it, by day,
-- for counties, townships and villages. What lies above sums its counties.
create table insight_quality (
  county integer not null,
  area_code text collate "C" not null,
  rule text collate "C" not null,
  day date not null,
  checked bigint not null,
  failing bigint not null,
  primary key (county, area_code, rule, day),
  constraint no_more_fail_than_were_checked check (failing between 0 and checked)
);
comment on table insight_quality is 'Counted from the register of a county when it has new events, one row a day.';
create index insight_quality_area on insight_quality (area_code, day);

create table insight_quality_mark (
  county integer primary key,
  area_code text collate "C" not null,
  last_event uuid not null,
  kept_on date not null,
  kept_at timestamptz not null
);
comment on table insight_quality_mark is 'The newest event of a county when its register was last held against the rules.';

alter table insight_quality enable row level security;
alter table insight_quality force row level security;
create policy area_scope on insight_quality using (
  area_code >= (select current_setting('app.low', true))
  and area_code < (select current_setting('app.high', true))
  and ((select current_setting('app.spans', true)) = ''
    or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
  and (select current_setting('app.households', true)) = '');
alter table insight_quality_mark enable row level security;
alter table insight_quality_mark force row level security;
-- When a county was counted is told to its townships and villages as well.
create policy area_scope on insight_quality_mark using (
  (area_code >= (select current_setting('app.low', true))
    and area_code < (select current_setting('app.high', true))
    or length((select current_setting('app.low', true))) > 6
      and area_code = left((select current_setting('app.low', true)), 6))
  and (select current_setting('app.households', true)) = '');

grant select, insert, update, delete on insight_quality to bangfu_app;
grant select, insert, update on insight_quality_mark to bangfu_app;
