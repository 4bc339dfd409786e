-- What a run's scores add up to, for every area from the province to the township, so that nobody
-- scans a province to draw a histogram; and ranges of doubles that rules may rely on.

create table targeting_tally (
  run_id uuid not null,
  area_code text collate "C" not null,
  key text collate "C" not null,
  households bigint not null,
  primary key (run_id, area_code, key)
);
comment on table targeting_tally is 'key: points:<whole points>, veto:<position>, scored, undetermined, vetoed, within, beyond, near.';
alter table targeting_tally enable row level security;
alter table targeting_tally force row level security;
create policy area_scope on targeting_tally using (
  area_code >= (select current_setting('app.low', true))
  and area_code < (select current_setting('app.high', true))
  and ((select current_setting('app.spans', true)) = ''
    or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
  and (select current_setting('app.households', true)) = '');
grant select, insert, delete on targeting_tally to bangfu_app;

-- A range excludes NaN and infinities, which would otherwise be guarded against on every row.
alter table registry_household
  add constraint house_area_is_plausible check (house_area between 0 and 100000),
  add constraint arable_land_is_plausible check (arable_land between 0 and 100000),
  add constraint irrigated_land_is_plausible check (irrigated_land between 0 and 100000),
  add constraint forest_land_is_plausible check (forest_land between 0 and 100000),
  add constraint returned_forest_land_is_plausible check (returned_forest_land between 0 and 100000),
  add constraint orchard_land_is_plausible check (orchard_land between 0 and 100000),
  add constraint grassland_is_plausible check (grassland between 0 and 100000),
  add constraint water_surface_is_plausible check (water_surface between 0 and 100000),
  add constraint road_distance_is_plausible check (road_distance between 0 and 100000);
