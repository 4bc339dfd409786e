-- What projects left behind: operating, public or handed to households. Acts are insert-only; what an asset
-- earned is shared out by a list of households, approved by another, posted in the same transaction.
create table funds_asset (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  project_id uuid,
  title text not null,
  kind text not null,
  value_fen bigint not null,
  formed_on date not null,
  owner text not null default '',
  keeper text not null default '',
  state text not null,
  state_on date not null,
  counted_year integer,
  shared_fen bigint not null default 0,
  disposed_fen bigint,
  author uuid not null,
  created_at timestamptz not null,
  primary key (county, id),
  constraint asset_kind_is_known check (kind in ('operating', 'public', 'household')),
  constraint asset_state_is_known check (state in ('formed', 'confirmed', 'handedOver', 'idle', 'disposed')),
  constraint asset_value_is_positive check (value_fen > 0)
);
comment on table funds_asset is 'What assistance built or bought; its state is the fold of its acts.';
create index funds_asset_area on funds_asset (area_code, created_at desc, id);
create index funds_asset_project on funds_asset (county, project_id) where project_id is not null;

create table funds_asset_act (
  county integer not null,
  asset_id uuid not null,
  position integer not null,
  area_code text collate "C" not null,
  kind text not null,
  done_on date not null,
  facts jsonb not null,
  account uuid not null,
  account_name text not null,
  recorded_at timestamptz not null,
  primary key (county, asset_id, position),
  constraint act_is_of_an_asset foreign key (county, asset_id) references funds_asset (county, id),
  constraint asset_act_is_known check (kind in
    ('form', 'confirm', 'handOver', 'keepUp', 'rest', 'resume', 'share', 'count', 'dispose'))
);
comment on table funds_asset_act is 'Insert-only: what was done with an asset, by whom, on which day.';

create table funds_asset_share (
  county integer not null,
  id uuid not null,
  asset_id uuid not null,
  area_code text collate "C" not null,
  done_on date not null,
  document text not null,
  payer text not null,
  total_fen bigint not null,
  state text not null,
  entry_id uuid,
  author uuid not null,
  author_name text not null,
  answered_by_name text,
  reason text,
  created_at timestamptz not null,
  primary key (county, id),
  constraint share_is_of_an_asset foreign key (county, asset_id) references funds_asset (county, id),
  constraint asset_share_is_positive check (total_fen > 0),
  constraint asset_share_state_is_known check (state in ('waiting', 'posted', 'refused'))
);
comment on table funds_asset_share is 'What an asset earned and is to be shared out: waits for another person, then is posted.';
create index funds_asset_share_of on funds_asset_share (county, asset_id, created_at);

create table funds_asset_share_row (
  county integer not null,
  id uuid not null,
  share_id uuid not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  amount_fen bigint not null,
  primary key (county, id),
  constraint row_is_of_a_share foreign key (county, share_id) references funds_asset_share (county, id),
  constraint row_amount_is_positive check (amount_fen > 0)
);
comment on table funds_asset_share_row is 'What a household gets of it.';
create index funds_asset_share_row_of on funds_asset_share_row (county, share_id);
create index funds_asset_share_row_household on funds_asset_share_row (county, household_id);

do $policies$
declare
  owned text;
begin
  foreach owned in array array['funds_asset', 'funds_asset_act', 'funds_asset_share'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format($policy$
      create policy area_scope on %I using (
        area_code >= current_setting('app.low', true)
        and area_code < current_setting('app.high', true)
        and ((select case when current_setting('app.spans', true) = '' then 1 end) is not null
          or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
        and (select case when current_setting('app.households', true) = '' then 1 end) is not null)
      $policy$, owned);
  end loop;
  alter table funds_asset_share_row enable row level security;
  alter table funds_asset_share_row force row level security;
  create policy area_scope on funds_asset_share_row using (
    area_code >= current_setting('app.low', true)
    and area_code < current_setting('app.high', true)
    and ((select case when current_setting('app.spans', true) = '' then 1 end) is not null
      or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
    and ((select case when current_setting('app.households', true) = '' then 1 end) is not null
      or household_id = any (array(select unnest(string_to_array(current_setting('app.households', true), ',')::uuid[])))));
end
$policies$;
grant select, insert, update on funds_asset, funds_asset_share to bangfu_app;
grant select, insert on funds_asset_act, funds_asset_share_row to bangfu_app;
