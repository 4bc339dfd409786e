-- Department comparison. A list of a department is described here; its rows are never stored: a run reads
-- the file into a temporary table, writes what matched, and deletes the file and the key. What matched is a
-- hit of a lead, one lead for a household; a lead is answered by one person and decided by another.
create table targeting_list (
  id uuid primary key,
  area_code text collate "C" not null,
  kind text collate "C" not null,
  title text not null,
  account uuid not null,
  account_name text not null,
  state text not null,
  key_sealed bytea,
  key_given_at timestamptz,
  file_name text,
  file_kept boolean not null default false,
  format text,
  sheet text,
  sheets jsonb not null default '[]',
  heading_row integer,
  columns jsonb not null default '[]',
  sample jsonb not null default '[]',
  counts jsonb,
  problems jsonb not null default '[]',
  failure jsonb,
  job uuid,
  created_at timestamptz not null,
  finished_at timestamptz,
  constraint state_is_known check
    (state in ('empty', 'uploaded', 'checking', 'checked', 'comparing', 'done', 'failed', 'cancelled'))
);
comment on table targeting_list is 'A list of a department: what it is, how its columns are read, what came of it. Not its rows.';
create index targeting_list_area on targeting_list (area_code, created_at desc, id desc);
create index targeting_list_account on targeting_list (account, created_at desc, id desc);

create table targeting_lead (
  county integer not null,
  id uuid not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  state text not null,
  opened_on date not null,
  since date not null,
  due_on date,
  position integer not null,
  answered_by uuid[] not null default '{}',
  outcome text,
  decided_on date,
  primary key (county, id),
  constraint lead_is_of_a_household
    foreign key (county, household_id) references registry_household (county, id),
  constraint state_is_known check (state in ('open', 'answered', 'decided')),
  constraint outcome_is_known check (outcome in ('cleared', 'confirmed')),
  constraint lead_is_decided_or_open check ((state = 'decided') = (outcome is not null))
);
comment on table targeting_lead is 'What departments'' lists say of one household: a question, never a verdict.';
create unique index targeting_lead_one_open on targeting_lead (county, household_id) where state = 'open';
create index targeting_lead_household on targeting_lead (county, household_id, opened_on desc);
create index targeting_lead_due on targeting_lead (state, due_on, id);
create index targeting_lead_area on targeting_lead (area_code, id);

create table targeting_hit (
  county integer not null,
  id uuid not null,
  lead_id uuid not null,
  list_id uuid not null,
  household_id uuid not null,
  person_id uuid not null,
  area_code text collate "C" not null,
  kind text collate "C" not null,
  list_title text not null,
  row_no integer not null,
  object text not null,
  object_since date,
  way text not null,
  answer text,
  verdict text,
  primary key (county, id),
  constraint hit_is_of_a_lead
    foreign key (county, lead_id) references targeting_lead (county, id),
  constraint way_is_known check (way in ('number', 'hash', 'name')),
  constraint verdict_is_known check (verdict in ('overturned', 'upheld'))
);
comment on table targeting_hit is 'One row of a list found in the register; kept with its lead. Rows that matched nobody are not kept.';
create index targeting_hit_lead on targeting_hit (county, lead_id);
create index targeting_hit_list on targeting_hit (list_id);
create index targeting_hit_area on targeting_hit (area_code);

create table targeting_lead_act (
  county integer not null,
  lead_id uuid not null,
  position integer not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  kind text not null,
  account uuid,
  account_name text not null,
  true_on date not null,
  recorded_at timestamptz not null,
  reason text not null,
  evidence text not null default '',
  said jsonb not null default '[]',
  primary key (county, lead_id, position),
  constraint act_is_of_a_lead
    foreign key (county, lead_id) references targeting_lead (county, id),
  constraint kind_is_known check (kind in ('open', 'answer', 'return', 'decide'))
);
comment on table targeting_lead_act is 'Insert-only: who said what of a lead. said: [{hit, answer | verdict}].';
create index targeting_lead_act_area on targeting_lead_act (area_code);

create table targeting_pair (
  county integer not null,
  id uuid not null,
  list_id uuid not null,
  household_id uuid not null,
  person_id uuid not null,
  area_code text collate "C" not null,
  row_no integer not null,
  name text not null,
  birth_date date,
  place text not null,
  object text not null,
  object_since date,
  weight double precision not null,
  agreements jsonb not null,
  verdict text,
  decided_by uuid,
  decided_by_name text,
  decided_on date,
  primary key (county, id),
  constraint pair_is_of_a_household
    foreign key (county, household_id) references registry_household (county, id),
  constraint verdict_is_known check (verdict in ('same', 'different'))
);
comment on table targeting_pair is 'A row without a number that may be a person of the register: a person decides whether it is.';
create index targeting_pair_open on targeting_pair (area_code, weight desc, id) where verdict is null;
create index targeting_pair_list on targeting_pair (list_id);

alter table targeting_list enable row level security;
alter table targeting_list force row level security;
create policy area_scope on targeting_list using (
  area_code >= (select current_setting('app.low', true))
  and area_code < (select current_setting('app.high', true))
  and ((select current_setting('app.spans', true)) = ''
    or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
  and (select current_setting('app.households', true)) = '');

do $policies$
declare
  owned text;
begin
  foreach owned in array array['targeting_lead', 'targeting_hit', 'targeting_lead_act', 'targeting_pair'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format($policy$
      create policy area_scope on %I using (
        area_code >= current_setting('app.low', true)
        and area_code < current_setting('app.high', true)
        and ((select case when current_setting('app.spans', true) = '' then 1 end) is not null
          or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
        and ((select case when current_setting('app.households', true) = '' then 1 end) is not null
          or household_id = any (array(select unnest(string_to_array(current_setting('app.households', true), ',')::uuid[])))))
      $policy$, owned);
  end loop;
end
$policies$;
grant select, insert, update, delete on targeting_list to bangfu_app;
grant select, insert, update on targeting_lead to bangfu_app;
grant select, insert, update on targeting_hit to bangfu_app;
grant select, insert on targeting_lead_act to bangfu_app;
grant select, insert, update, delete on targeting_pair to bangfu_app;
