-- A signature may stand for further offices of its party, rest on a household's own word that somebody
-- else entered, and be one line of a roster. Who vouched for what is asked for ever: signatures have their
-- own index.
alter table casework_act
  add column also text[] not null default '{}',
  add column proof jsonb,
  add column roster uuid;
create index casework_act_signed on casework_act (area_code, true_on desc, case_id)
  where kind = 'sign';
create index casework_act_roster on casework_act (roster) where roster is not null;

create table casework_roster (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  pack text not null,
  pack_edition text not null,
  process text not null,
  step text not null,
  account uuid not null,
  account_name text not null,
  capacity text not null,
  also text[] not null,
  signed_on date not null,
  recorded_at timestamptz not null,
  signed integer not null,
  left_out integer not null,
  primary key (county, id)
);
comment on table casework_roster is 'Insert-only: one signer''s sheet over many households of one step; its lines are the acts that name it.';
create index casework_roster_area on casework_roster (area_code, signed_on desc);

-- The household's one-time code: known to whoever holds its account, told to whoever enters its word.
create table casework_code (
  county integer not null,
  case_id uuid not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  digest bytea not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  tries integer not null default 0,
  primary key (county, case_id),
  constraint code_is_of_a_case foreign key (county, case_id) references casework_case (county, id)
);
comment on table casework_code is 'One-time code of a case by which a household confirms; kept as a keyed digest.';

create policy area_scope on casework_roster using (
  area_code >= (select current_setting('app.low', true))
  and area_code < (select current_setting('app.high', true))
  and ((select current_setting('app.spans', true)) = ''
    or kernel_in_spans(area_code, (select current_setting('app.spans', true)))));
create policy whole_areas_only on casework_roster as restrictive
  using ((select current_setting('app.households', true)) = '');
create policy area_scope on casework_code using (
  area_code >= current_setting('app.low', true)
  and area_code < current_setting('app.high', true)
  and ((select case when current_setting('app.spans', true) = '' then 1 end) is not null
    or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
  and ((select case when current_setting('app.households', true) = '' then 1 end) is not null
    or household_id = any (array(select unnest(string_to_array(current_setting('app.households', true), ',')::uuid[])))));
alter table casework_roster enable row level security;
alter table casework_roster force row level security;
alter table casework_code enable row level security;
alter table casework_code force row level security;
grant select, insert on casework_roster to bangfu_app;
grant select, insert, update, delete on casework_code to bangfu_app;
