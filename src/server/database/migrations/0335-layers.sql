-- Pictures of the ground that a county loads itself: orthophotos and terrain cut into tiles, or a tile server of its
-- own. The county's own people and those above it see them, and nobody of another county.
create table insight_layer (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  title text not null,
  kind text not null,
  form text not null,
  source text not null,
  taken_on date,
  is_shifted boolean not null,
  west double precision not null,
  south double precision not null,
  east double precision not null,
  north double precision not null,
  min_zoom smallint not null,
  max_zoom smallint not null,
  tiles integer not null,
  bytes bigint not null default 0,
  is_coarser boolean not null default false,
  address text,
  state text not null,
  job uuid,
  account uuid not null,
  account_name text not null,
  loaded_at timestamptz not null,
  primary key (county, id),
  constraint title_is_short check (length(title) between 1 and 60),
  constraint kind_is_known check (kind in ('imagery', 'terrain')),
  constraint form_is_known check (form in ('geotiff', 'pmtiles', 'server')),
  constraint state_is_known check (state in ('making', 'ready', 'failed', 'cancelled')),
  constraint a_server_has_an_address check ((form = 'server') = (address is not null)),
  constraint ground_has_an_extent check (west < east and south < north),
  constraint zooms_are_in_order check (min_zoom between 0 and max_zoom and max_zoom <= 24)
);
comment on table insight_layer is 'area_code: the county; west to north in WGS84; is_shifted: the tiles lie in GCJ-02 and are moved when they are drawn.';
create index insight_layer_area on insight_layer (area_code, loaded_at desc);

create table insight_layer_tile (
  county integer not null,
  layer uuid not null,
  z smallint not null,
  x integer not null,
  y integer not null,
  area_code text collate "C" not null,
  bytes bytea not null,
  primary key (county, layer, z, x, y),
  constraint layer_is_loaded foreign key (county, layer) references insight_layer (county, id) on delete cascade
);
comment on table insight_layer_tile is 'One picture of 256 by 256, WebP where it was cut here, as it came where it was loaded.';
alter table insight_layer_tile alter column bytes set storage external;

-- A township looks at the picture of its county: a row is seen by whoever may see the county, and by whoever is inside it.
do $$
declare one text;
begin
  foreach one in array array['insight_layer', 'insight_layer_tile'] loop
    execute format('alter table %I enable row level security', one);
    execute format('alter table %I force row level security', one);
    execute format($policy$
      create policy area_scope on %I using (
        (select current_setting('app.households', true)) = ''
        and ((area_code >= (select current_setting('app.low', true))
            and area_code < (select current_setting('app.high', true))
            and ((select current_setting('app.spans', true)) = ''
              or kernel_in_spans(area_code, (select current_setting('app.spans', true)))))
          or ((select current_setting('app.low', true)) >= area_code
            and (select current_setting('app.high', true)) <= area_code || ':')))
      with check (
        area_code >= (select current_setting('app.low', true))
        and area_code < (select current_setting('app.high', true)))$policy$, one);
  end loop;
end $$;
grant select, insert, update, delete on insight_layer to bangfu_app;
grant select, insert, delete on insight_layer_tile to bangfu_app;
