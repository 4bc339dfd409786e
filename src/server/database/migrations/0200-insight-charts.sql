-- Charts of the packs: what happened by day and area, kept so that a chart reads sums and never events;
-- versions that headquarters approved; wall boards that were printed.

create table insight_movement (
  county integer not null,
  area_code text collate "C" not null,
  day date not null,
  kind text collate "C" not null,
  from_stage text collate "C" not null,
  to_stage text collate "C" not null,
  households bigint not null,
  persons bigint not null,
  primary key (county, area_code, day, kind, from_stage, to_stage)
);
comment on table insight_movement is 'Events of the register by the day they are true from, for counties, townships and villages; made again from the events whenever a county has new ones.';
create index insight_movement_area on insight_movement (area_code, day);

create table insight_movement_mark (
  county integer primary key,
  area_code text collate "C" not null,
  last_event uuid not null,
  kept_on date not null
);
comment on table insight_movement_mark is 'The newest event that the kept movements of a county include.';

create table insight_chart_version (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  pack text not null,
  edition text not null,
  chart text not null,
  content jsonb not null,
  hash text not null,
  note text not null,
  as_of timestamptz not null,
  data_day date not null,
  proposed_by uuid not null,
  proposer text not null,
  proposed_at timestamptz not null,
  approved_by uuid,
  approver text,
  approved_at timestamptz,
  primary key (county, id),
  constraint another_person_approves check (approved_by is null or approved_by <> proposed_by),
  constraint approval_is_whole
    check ((approved_by is null) = (approved_at is null) and (approved_by is null) = (approver is null))
);
comment on table insight_chart_version is 'A chart as it stood when somebody put it before headquarters, and who approved it.';
create index insight_chart_version_chart on insight_chart_version (area_code, pack, chart, proposed_at desc);

create table insight_board (
  county integer not null,
  id uuid not null,
  token text not null,
  area_code text collate "C" not null,
  pack text not null,
  chart text not null,
  hash text not null,
  version_id uuid,
  paper text not null,
  printed_by uuid not null,
  printed_at timestamptz not null,
  primary key (county, id),
  constraint token_is_long check (length(token) >= 22)
);
comment on table insight_board is 'A wall board as printed: what its code is compared with when a phone asks whether it still holds.';
create unique index insight_board_token on insight_board (token);

do $policies$
declare
  owned text;
begin
  foreach owned in array array['insight_movement', 'insight_movement_mark', 'insight_chart_version', 'insight_board'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format($policy$
      create policy area_scope on %I using (
        area_code >= (select current_setting('app.low', true))
        and area_code < (select current_setting('app.high', true))
        and ((select current_setting('app.spans', true)) = ''
          or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
        and (select current_setting('app.households', true)) = '')
      $policy$, owned);
  end loop;
end
$policies$;

grant select, insert, update, delete on insight_movement to bangfu_app;
grant select, insert, update, delete on insight_movement_mark to bangfu_app;
grant select, insert on insight_chart_version to bangfu_app;
grant update (approved_by, approver, approved_at) on insight_chart_version to bangfu_app;
grant select, insert on insight_board to bangfu_app;
