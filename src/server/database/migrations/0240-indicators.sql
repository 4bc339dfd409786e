-- What a village or a county has: entered once by the department that owns the set, with the day it is
-- true on and what proves it. Insert-only; the value of a day is the last one true on or before it.
create table registry_indicator (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  set_id text not null,
  indicator_id text not null,
  value double precision,
  part double precision,
  whole double precision,
  as_of date not null,
  evidence text not null,
  account uuid,
  account_name text not null,
  entered_at timestamptz not null,
  primary key (county, id),
  constraint indicator_is_of_a_county_or_village check (length(area_code) in (6, 12)),
  constraint share_has_both_numbers check ((part is null) = (whole is null)),
  constraint evidence_is_named check (length(evidence) > 0)
);
comment on table registry_indicator is 'Insert-only: one entry of one indicator of one village or county.';
comment on column registry_indicator.value is 'Null where an entry was taken back; yes and no are 1 and 0.';
create index registry_indicator_latest
  on registry_indicator (area_code, set_id, indicator_id, as_of desc, entered_at desc);

create table registry_indicator_owner (
  county integer not null,
  set_id text not null,
  area_code text collate "C" not null,
  account uuid not null,
  account_name text not null,
  unit text not null,
  since date not null,
  primary key (county, set_id),
  constraint owner_is_named_by_a_county check (length(area_code) = 6)
);
comment on table registry_indicator_owner is 'Which account of a department enters a set of indicators of the county.';

alter table registry_indicator enable row level security;
alter table registry_indicator force row level security;
create policy area_scope on registry_indicator using (
  area_code >= current_setting('app.low', true)
  and area_code < current_setting('app.high', true)
  and ((select case when current_setting('app.spans', true) = '' then 1 end) is not null
    or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
  and (select case when current_setting('app.households', true) = '' then 1 end) is not null);
alter table registry_indicator_owner enable row level security;
alter table registry_indicator_owner force row level security;
-- Who answers for a set is told to the townships and villages of the county as well.
create policy area_scope on registry_indicator_owner using (
  (area_code >= current_setting('app.low', true) and area_code < current_setting('app.high', true)
    or length(current_setting('app.low', true)) > 6
      and area_code = left(current_setting('app.low', true), 6))
  and (select case when current_setting('app.households', true) = '' then 1 end) is not null);
grant select, insert on registry_indicator to bangfu_app;
grant select, insert, update on registry_indicator_owner to bangfu_app;
