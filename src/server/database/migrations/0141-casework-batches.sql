-- A batch is one verdict over many cases at one step, with exceptions one by one. Each record is decided in
-- a transaction with what it did to its case, or refused with the sentence of the rule; a run that was
-- killed goes on with those that still wait.
create table casework_batch (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  account uuid not null,
  account_name text not null,
  process text not null,
  step text not null,
  act text not null,
  outcome text not null,
  reason text not null,
  place text not null,
  meeting jsonb,
  total integer not null,
  job uuid,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (county, id),
  constraint act_is_known check (act in ('decide', 'post'))
);
comment on table casework_batch is 'One verdict over many cases at one step.';
create index casework_batch_area on casework_batch (area_code, created_at desc);

create table casework_batch_record (
  county integer not null,
  batch uuid not null,
  case_id uuid not null,
  place integer not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  seen integer not null,
  outcome text not null,
  reason text not null,
  state text not null default 'waiting',
  code text,
  message jsonb,
  primary key (county, batch, case_id),
  constraint record_is_of_a_case
    foreign key (county, case_id) references casework_case (county, id),
  constraint state_is_known check (state in ('waiting', 'decided', 'refused')),
  constraint refused_has_a_sentence check ((state = 'refused') = (message is not null))
);
comment on table casework_batch_record is 'What a batch is to do to one case, and what came of it.';
create index casework_batch_record_state on casework_batch_record (batch, state, place);

alter table casework_batch enable row level security;
alter table casework_batch force row level security;
create policy area_scope on casework_batch using (
  area_code >= (select current_setting('app.low', true))
  and area_code < (select current_setting('app.high', true))
  and ((select current_setting('app.spans', true)) = ''
    or kernel_in_spans(area_code, (select current_setting('app.spans', true))) or
    account = (select nullif(current_setting('app.account', true), ''))::uuid)
  and ((select current_setting('app.households', true)) = ''
    or account = (select nullif(current_setting('app.account', true), ''))::uuid));
alter table casework_batch_record enable row level security;
alter table casework_batch_record force row level security;
create policy area_scope on casework_batch_record using (
  area_code >= current_setting('app.low', true)
  and area_code < current_setting('app.high', true)
  and ((select case when current_setting('app.spans', true) = '' then 1 end) is not null
    or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
  and ((select case when current_setting('app.households', true) = '' then 1 end) is not null
    or household_id = any (array(select unnest(string_to_array(current_setting('app.households', true), ',')::uuid[])))));
grant select, insert, update on casework_batch to bangfu_app;
grant select, insert, update on casework_batch_record to bangfu_app;
