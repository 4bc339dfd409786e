-- Areas, households, persons and what happened to them. Every household-owned table begins its key
-- with the registration county, which never changes; area_code is where the household lives now and
-- decides scope. No business triggers: the same schema is distributed by county on Citus.

create table registry_area (
  code text collate "C" not null,
  valid_from date not null default '0001-01-01',
  valid_to date,
  parent text collate "C" not null,
  level text not null,
  name text not null,
  full_name text not null,
  pinyin text collate "C" not null default '',
  initials text collate "C" not null default '',
  source text not null,
  primary key (code, valid_from),
  constraint area_ends_after_it_begins check (valid_to is null or valid_to > valid_from)
);
comment on table registry_area is 'Division codes, dated: valid_from inclusive, valid_to exclusive. Public data, so no row security.';
create index registry_area_parent on registry_area (parent, code);
create index registry_area_name on registry_area ((name collate "C"), code);
create index registry_area_pinyin on registry_area (pinyin, code);
create index registry_area_initials on registry_area (initials, code);
grant select, insert, update, delete on registry_area to bangfu_app;

create table registry_area_revision (
  id text primary key,
  county text collate "C" not null,
  on_date date,
  after_date date,
  by_date date not null,
  kind text not null,
  from_codes text[] not null,
  to_codes text[] not null,
  note_zh text not null,
  note_en text not null,
  source text not null,
  verified boolean not null,
  applied_at timestamptz,
  constraint kind_is_known check (kind in ('split', 'merge', 'rename', 'recode', 'new', 'abolished'))
);
comment on column registry_area_revision.by_date is 'First published edition that shows the new state: it counts from here when on_date is unknown.';
grant select, insert, update on registry_area_revision to bangfu_app;

create table registry_area_boundary (
  code text collate "C" primary key,
  geometry jsonb not null,
  source text not null,
  loaded_at timestamptz not null default now()
);
comment on table registry_area_boundary is 'Outlines a county loaded itself, WGS84; nothing is shipped.';
grant select, insert, update, delete on registry_area_boundary to bangfu_app;

create table registry_household (
  county integer not null,
  id uuid not null,
  version integer not null default 1,
  household_no text collate "C" not null,
  area_code text collate "C" not null,
  address text,
  phone_sealed bytea,
  phone_hash bytea,
  phone_mask text,
  bank text,
  bank_account_sealed bytea,
  bank_account_hash bytea,
  bank_account_mask text,
  stage text collate "C" not null default 'SURVEYED',
  standard text collate "C",
  attribute text collate "C",
  poverty_status text collate "C",
  not_exited_reason text collate "C",
  primary_cause text collate "C",
  other_causes text[],
  primary_measure text collate "C",
  surveyed_on date,
  listed_on date,
  exited_on date,
  house_area double precision,
  house_structure text collate "C",
  house_built_year integer,
  house_grade text collate "C",
  relocation text collate "C",
  arable_land double precision,
  irrigated_land double precision,
  forest_land double precision,
  returned_forest_land double precision,
  orchard_land double precision,
  grassland double precision,
  water_surface double precision,
  in_mutual_fund boolean,
  in_cooperative boolean,
  electricity text collate "C",
  fuel text collate "C",
  drinking_water text collate "C",
  water_safe boolean,
  sanitary_toilet boolean,
  television boolean,
  road_surface text collate "C",
  road_distance double precision,
  military_family boolean,
  head_name text,
  head_key text collate "C",
  head_pinyin text collate "C",
  head_initials text collate "C",
  members integer not null default 0,
  labourers integer,
  migrant_workers integer,
  students integer,
  chronically_ill integer,
  severely_ill integer,
  disabled integer,
  elderly integer,
  children integer,
  dibao_members integer,
  income_year integer,
  income_per_head_fen bigint,
  item_01 smallint, item_02 smallint, item_03 smallint, item_04 smallint, item_05 smallint,
  item_06 smallint, item_07 smallint, item_08 smallint, item_09 smallint, item_10 smallint,
  item_11 smallint, item_12 smallint, item_13 smallint, item_14 smallint, item_15 smallint,
  item_16 smallint, item_17 smallint, item_18 smallint, item_19 smallint, item_20 smallint,
  item_21 smallint, item_22 smallint, item_23 smallint, item_24 smallint, item_25 smallint,
  item_26 smallint, item_27 smallint, item_28 smallint, item_29 smallint, item_30 smallint,
  item_31 smallint, item_32 smallint, item_33 smallint, item_34 smallint, item_35 smallint,
  item_36 smallint, item_37 smallint, item_38 smallint, item_39 smallint, item_40 smallint,
  extras jsonb,
  content_digest bytea,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  primary key (county, id),
  constraint household_no_is_unique unique (county, household_no),
  constraint household_id_carries_its_county
    check (county = ('x' || substr(id::text, 1, 6))::bit(24)::integer),
  constraint stage_is_known check (stage in
    ('SURVEYED', 'LISTED', 'EXIT_APPLIED', 'EXIT_VERIFIED', 'EXIT_STANDARD', 'EXIT_ANNOUNCED')),
  constraint at_most_two_other_causes check (cardinality(other_causes) <= 2),
  constraint area_is_below_a_county check (length(area_code) >= 9)
);
comment on column registry_household.county is 'Registration county: in every key and id, never changed. A household that moves changes area_code.';
comment on column registry_household.head_key is 'Name of the head as searched: spaces and middle dots removed.';
comment on column registry_household.content_digest is 'Keyed digest of what the last import said of this household, so that repeating a file changes nothing.';
create index registry_household_area on registry_household (area_code, household_no, id);
create index registry_household_area_income on registry_household (area_code, income_per_head_fen, id);
create index registry_household_filter on registry_household (stage, primary_cause, income_per_head_fen, id);
create index registry_household_stage_no on registry_household (stage, household_no, id);
create index registry_household_income on registry_household (income_per_head_fen, id);
create index registry_household_no on registry_household (household_no, id);
create index registry_household_head on registry_household (head_key, id);
create index registry_household_pinyin on registry_household (head_pinyin, id);
create index registry_household_initials on registry_household (head_initials, id);

create table registry_person (
  county integer not null,
  id uuid not null,
  household_id uuid not null,
  version integer not null default 1,
  area_code text collate "C" not null,
  position smallint not null default 1,
  name text not null,
  name_key text collate "C" not null,
  sex text collate "C",
  identity_sealed bytea,
  identity_hash bytea,
  identity_mask text,
  identity_kind text collate "C",
  birth_date date,
  relation text collate "C",
  ethnicity text collate "C",
  education text collate "C",
  school_stage text collate "C",
  health text[],
  labour text collate "C",
  work_place text collate "C",
  work_months integer,
  dibao boolean,
  medical_insurance boolean,
  pension_insurance boolean,
  primary_measure text collate "C",
  joined_on date,
  joined_reason text collate "C",
  left_on date,
  left_reason text collate "C",
  extras jsonb,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  primary key (county, id),
  constraint person_belongs_to_a_household
    foreign key (county, household_id) references registry_household (county, id),
  constraint person_id_carries_its_county
    check (county = ('x' || substr(id::text, 1, 6))::bit(24)::integer)
);
create index registry_person_household on registry_person (county, household_id);
create index registry_person_identity on registry_person (identity_hash) where identity_hash is not null;
create index registry_person_name on registry_person (name_key, id);

create table registry_person_key (
  identity_hash bytea not null,
  county integer not null,
  person_id uuid not null,
  household_id uuid not null,
  primary key (identity_hash, county, person_id)
);
comment on table registry_person_key is 'Where a hashed identity number is registered, for uniqueness and matching; distributed by the hash, so no area and no name.';

create table registry_event (
  county integer not null,
  id uuid not null,
  household_id uuid not null,
  person_id uuid,
  area_code text collate "C" not null,
  kind text not null,
  true_from date not null,
  recorded_at timestamptz not null default now(),
  author uuid,
  author_name text not null default '',
  typist uuid,
  typist_name text,
  source text not null,
  reason text not null default '',
  base_version integer,
  version integer not null,
  changes jsonb not null,
  primary key (county, id),
  constraint event_belongs_to_a_household
    foreign key (county, household_id) references registry_household (county, id)
);
comment on table registry_event is 'Insert-only. changes: [{field, from, to, observedOn?, source?}]; rows of household and person are projections of it.';
comment on column registry_event.author_name is 'As signed: an author may have no account, and accounts above are not seen from below.';
create index registry_event_household on registry_event (county, household_id, recorded_at);

create table registry_income_entry (
  county integer not null,
  id uuid not null,
  household_id uuid not null,
  person_id uuid,
  area_code text collate "C" not null,
  year integer not null,
  kind text collate "C" not null,
  amount_fen bigint not null,
  note text not null default '',
  observed_from date,
  observed_to date,
  source text not null,
  author uuid,
  recorded_at timestamptz not null default now(),
  reverses uuid,
  primary key (county, id),
  constraint income_belongs_to_a_household
    foreign key (county, household_id) references registry_household (county, id),
  constraint amount_is_positive check (amount_fen >= 0)
);
comment on table registry_income_entry is 'Insert-only along the national income tree. A correction reverses an entry and adds another.';
create index registry_income_entry_household on registry_income_entry (county, household_id, year);

create table registry_income_year (
  county integer not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  year integer not null,
  wage_fen bigint not null,
  business_fen bigint not null,
  property_fen bigint not null,
  transfer_fen bigint not null,
  cost_fen bigint not null,
  members integer not null,
  net_fen bigint not null,
  per_head_fen bigint,
  primary key (county, household_id, year),
  constraint income_year_belongs_to_a_household
    foreign key (county, household_id) references registry_household (county, id),
  constraint net_is_income_less_cost
    check (net_fen = wage_fen + business_fen + property_fen + transfer_fen - cost_fen)
);
comment on table registry_income_year is 'Computed from the entries whenever one is added; nobody types it.';

create table registry_conflict (
  county integer not null,
  id uuid not null,
  household_id uuid not null,
  person_id uuid,
  area_code text collate "C" not null,
  kind text not null,
  field text not null,
  sides jsonb not null,
  owner uuid,
  owner_role text not null,
  due_on date,
  opened_at timestamptz not null default now(),
  resolved_at timestamptz,
  resolved_by uuid,
  resolution jsonb,
  primary key (county, id),
  constraint conflict_belongs_to_a_household
    foreign key (county, household_id) references registry_household (county, id),
  constraint kind_is_known check (kind in ('value', 'identity', 'identity-elsewhere'))
);
comment on table registry_conflict is 'Two sources that disagree: both values are kept, somebody owns the question.';
create index registry_conflict_open on registry_conflict (area_code, opened_at) where resolved_at is null;
create index registry_conflict_household on registry_conflict (county, household_id);

create table registry_external_id (
  county integer not null,
  household_id uuid not null,
  person_id uuid,
  area_code text collate "C" not null,
  system text collate "C" not null,
  value text collate "C" not null,
  primary key (county, system, value, household_id)
);
create index registry_external_id_household on registry_external_id (county, household_id);

create table registry_count (
  area_code text collate "C" not null,
  metric text collate "C" not null,
  key text collate "C" not null,
  households bigint not null,
  persons bigint not null,
  primary key (area_code, metric, key)
);
comment on table registry_count is 'Kept counts of every area at every level, compacted from the deltas.';

create table registry_count_delta (
  id bigint generated always as identity primary key,
  area_code text collate "C" not null,
  metric text collate "C" not null,
  key text collate "C" not null,
  households bigint not null,
  persons bigint not null
);
comment on table registry_count_delta is 'Insert-only, in the transaction of the change, by village; a job folds them into registry_count.';
create index registry_count_delta_area on registry_count_delta (area_code);

create table registry_count_snapshot (
  month date not null,
  area_code text collate "C" not null,
  metric text collate "C" not null,
  key text collate "C" not null,
  households bigint not null,
  persons bigint not null,
  primary key (area_code, metric, month, key)
);
comment on table registry_count_snapshot is 'registry_count as it stood when a month closed.';

-- The same scope on every household-owned table: a range of area codes the index can use, then the
-- spans inside it and the set of households, each decided once per statement.
do $policies$
declare
  owned record;
begin
  for owned in
    select * from (values
      ('registry_household', 'id'), ('registry_person', 'household_id'),
      ('registry_event', 'household_id'), ('registry_income_entry', 'household_id'),
      ('registry_income_year', 'household_id'), ('registry_conflict', 'household_id'),
      ('registry_external_id', 'household_id')
    ) as owned (relation, household)
  loop
    execute format('alter table %I enable row level security', owned.relation);
    execute format('alter table %I force row level security', owned.relation);
    execute format($policy$
      create policy area_scope on %I using (
        area_code >= (select current_setting('app.low', true))
        and area_code < (select current_setting('app.high', true))
        and ((select current_setting('app.spans', true)) = ''
          or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
        and ((select current_setting('app.households', true)) = ''
          or %I = any (array(select unnest(string_to_array(current_setting('app.households', true), ',')::uuid[]))))
      )$policy$, owned.relation, owned.household);
  end loop;
  for owned in
    select * from (values
      ('access_account'), ('audit_entry'), ('jobs_run'),
      ('registry_count'), ('registry_count_delta'), ('registry_count_snapshot')
    ) as owned (relation)
  loop
    execute format('alter table %I enable row level security', owned.relation);
    execute format('alter table %I force row level security', owned.relation);
    execute format($policy$
      create policy area_scope on %I using (
        area_code >= (select current_setting('app.low', true))
        and area_code < (select current_setting('app.high', true))
        and ((select current_setting('app.spans', true)) = ''
          or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
      )$policy$, owned.relation);
  end loop;
end
$policies$;

-- Keys are seen within one's own county. A hit elsewhere discloses only that there is one.
alter table registry_person_key enable row level security;
alter table registry_person_key force row level security;
create policy county_scope on registry_person_key using (
  to_char(county, 'FM000000') collate "C" >= left((select current_setting('app.low', true)), 6) collate "C"
  and to_char(county, 'FM000000') collate "C" < (select current_setting('app.high', true)) collate "C");
create function registry_identity_elsewhere(hash bytea, own_county integer) returns boolean
  language sql stable
  set app.low = '' set app.high = ':' set app.spans = '' set app.households = ''
  as $$
    select exists (
      select 1 from registry_person_key
      where identity_hash = hash and county <> own_county)
  $$;

-- The same for a whole import, in one call.
create function registry_identities_elsewhere(hashes bytea[], own_county integer) returns setof bytea
  language sql stable
  set app.low = '' set app.high = ':' set app.spans = '' set app.households = ''
  as $$
    select distinct identity_hash from registry_person_key
    where identity_hash = any(hashes) and county <> own_county
  $$;

-- Who is limited to a set of households sees no counts at all, nor writes any.
create policy whole_areas_only on registry_count as restrictive
  using ((select current_setting('app.households', true)) = '');
create policy whole_areas_only on registry_count_snapshot as restrictive
  using ((select current_setting('app.households', true)) = '');

grant select, insert, update on registry_household to bangfu_app;
grant select, insert, update on registry_person to bangfu_app;
grant select, insert, delete on registry_person_key to bangfu_app;
grant select, insert, update (area_code) on registry_event to bangfu_app;
grant select, insert, update (area_code) on registry_income_entry to bangfu_app;
grant select, insert, update, delete on registry_income_year to bangfu_app;
grant select, insert, update on registry_conflict to bangfu_app;
grant select, insert, update, delete on registry_external_id to bangfu_app;
grant select, insert, update, delete on registry_count to bangfu_app;
grant select, insert, update, delete on registry_count_delta to bangfu_app;
grant select, insert, update, delete on registry_count_snapshot to bangfu_app;
