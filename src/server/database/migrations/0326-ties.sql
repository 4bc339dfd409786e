-- Which firm or co-operative leads which household, and how: by work, orders, a share, land or advice.
-- The unit's name stands in the row, so that a household and its helper read it without seeing the unit.
create table workforce_tie (
  county integer not null,
  id uuid not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  unit_id uuid not null,
  unit_name text not null,
  way text not null,
  yearly_fen bigint,
  terms text not null default '',
  from_on date not null,
  to_on date,
  ended_reason text,
  entered_by uuid not null,
  entered_by_name text not null,
  primary key (county, id),
  constraint tie_is_of_a_unit foreign key (county, unit_id) references workforce_unit (county, id),
  constraint tie_way_is_known check (way in ('job', 'order', 'dividend', 'land', 'advice')),
  constraint tie_income_is_not_negative check (yearly_fen >= 0),
  constraint tie_ends_after_it_begins check (to_on is null or to_on >= from_on),
  constraint tie_ends_with_a_reason check ((to_on is null) = (ended_reason is null))
);
comment on table workforce_tie is 'A household led by a unit, each way for itself. Sums count a household once.';
comment on column workforce_tie.yearly_fen is 'What is agreed a year; what came of it stands in the register''s income.';
create unique index workforce_tie_once on workforce_tie (county, unit_id, household_id, way)
  where to_on is null;
create index workforce_tie_household on workforce_tie (county, household_id);
create index workforce_tie_area on workforce_tie (area_code, id) where to_on is null;
create index workforce_tie_unit on workforce_tie (county, unit_id, area_code, id) where to_on is null;

-- What is offered and wanted of farm produce, and advice on growing: until a day, then it is gone.
create table workforce_market (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  kind text not null,
  product text not null,
  quantity text not null default '',
  words text not null default '',
  contact text not null,
  unit_id uuid,
  unit_name text,
  until_on date not null,
  closed_on date,
  outcome text,
  entered_on date not null,
  entered_by uuid not null,
  entered_by_name text not null,
  primary key (county, id),
  constraint market_is_of_a_unit foreign key (county, unit_id) references workforce_unit (county, id),
  constraint market_kind_is_known check (kind in ('offered', 'wanted', 'advice')),
  constraint closed_with_an_outcome check ((closed_on is null) = (outcome is null))
);
comment on table workforce_market is 'Supply and demand of farm produce and advice on growing, posted by villages, townships and the county.';
create index workforce_market_area on workforce_market (area_code, until_on, id) where closed_on is null;

alter table workforce_tie enable row level security;
alter table workforce_tie force row level security;
create policy area_scope on workforce_tie using (
  area_code >= current_setting('app.low', true)
  and area_code < current_setting('app.high', true)
  and ((select case when current_setting('app.spans', true) = '' then 1 end) is not null
    or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
  and ((select case when current_setting('app.households', true) = '' then 1 end) is not null
    or household_id = any (array(select unnest(string_to_array(current_setting('app.households', true), ',')::uuid[])))));

alter table workforce_market enable row level security;
alter table workforce_market force row level security;
create policy area_scope on workforce_market using (
  area_code >= current_setting('app.low', true)
  and area_code < current_setting('app.high', true)
  and ((select case when current_setting('app.spans', true) = '' then 1 end) is not null
    or kernel_in_spans(area_code, (select current_setting('app.spans', true)))));
-- The board is for everybody: a village, its helpers and its households read what hangs above them, and no
-- further than their county. Only who works there writes.
create policy hangs_above on workforce_market for select using (
  area_code in (
    left(current_setting('app.low', true), 6), left(current_setting('app.low', true), 9)));
create policy whole_areas_write on workforce_market as restrictive for insert
  with check ((select current_setting('app.households', true)) = '');

-- A unit that a township entered leads households of its villages.
create policy of_the_township on workforce_unit for select using (
  area_code = left(current_setting('app.low', true), 9)
  and (select case when current_setting('app.households', true) = '' then 1 end) is not null);

grant select, insert, update on workforce_tie to bangfu_app;
grant select, insert, update on workforce_market to bangfu_app;
