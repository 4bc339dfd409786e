-- The planning board: in which year a village is planned to leave poverty, and which units are placed on it.
-- Insert-only: the newest placement of a thing holds, and every earlier one stays to be read.
create table insight_placement (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  kind text not null,
  subject text collate "C" not null,
  year smallint,
  account uuid not null,
  account_name text not null,
  placed_at timestamptz not null,
  primary key (county, id),
  constraint kind_is_known check (kind in ('village', 'unit')),
  constraint a_village_is_placed_in_a_year_or_taken_out check (kind = 'village' or year is null),
  constraint year_is_near check (year between 2010 and 2060)
);
comment on table insight_placement is 'subject: the code of a village, or the id of a unit of workforce; area_code: the village it stands on, or the county where a unit was taken off.';
create index insight_placement_area on insight_placement (area_code, kind, placed_at desc);
create index insight_placement_subject on insight_placement (county, kind, subject, placed_at desc);

alter table insight_placement enable row level security;
alter table insight_placement force row level security;
create policy area_scope on insight_placement using (
  area_code >= (select current_setting('app.low', true))
  and area_code < (select current_setting('app.high', true))
  and ((select current_setting('app.spans', true)) = ''
    or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
  and (select current_setting('app.households', true)) = '');
grant select, insert on insight_placement to bangfu_app;
