-- What is planned for a household or a village, what of it reached people, and what they say of it. Causes
-- and the primary measure stand in the register and nowhere here; money is posted by another capability
-- against the id of a benefit. A measure and a benefit keep their line through every version of a plan.
create table assistance_plan (
  county integer not null,
  id uuid not null,
  household_id uuid,
  area_code text collate "C" not null,
  number integer not null,
  revision integer not null default 1,
  state text not null,
  from_year smallint not null,
  to_year smallint not null,
  goal text not null default '',
  primary_measure text collate "C",
  pack text not null,
  edition text not null,
  made_by uuid not null,
  made_by_name text not null,
  made_at timestamptz not null,
  submitted_by uuid,
  submitted_by_name text,
  submitted_at timestamptz,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  reason text not null default '',
  primary key (county, id),
  constraint plan_is_of_a_household
    foreign key (county, household_id) references registry_household (county, id),
  constraint plan_state_is_known
    check (state in ('draft', 'submitted', 'returned', 'approved', 'replaced')),
  constraint plan_ends_after_it_begins check (to_year >= from_year),
  constraint nobody_approves_their_own_plan
    check (state not in ('approved', 'replaced') or (decided_by <> made_by and decided_by <> submitted_by))
);
comment on column assistance_plan.household_id is 'Null for the plan of a village, whose code is area_code.';
create unique index assistance_plan_approved on assistance_plan (county, household_id)
  where state = 'approved' and household_id is not null;
create unique index assistance_plan_open on assistance_plan (county, household_id)
  where state in ('draft', 'submitted', 'returned') and household_id is not null;
create unique index assistance_plan_village_approved on assistance_plan (county, area_code)
  where state = 'approved' and household_id is null;
create unique index assistance_plan_village_open on assistance_plan (county, area_code)
  where state in ('draft', 'submitted', 'returned') and household_id is null;
create index assistance_plan_household on assistance_plan (county, household_id, number desc);
create index assistance_plan_waiting on assistance_plan (area_code, submitted_at, id)
  where state = 'submitted';
create index assistance_plan_area on assistance_plan (area_code, state) include (household_id);

create table assistance_measure (
  county integer not null,
  id uuid not null,
  plan_id uuid not null,
  line uuid not null,
  household_id uuid,
  area_code text collate "C" not null,
  position smallint not null,
  code text collate "C" not null,
  benefit text collate "C",
  goal text not null,
  focus text not null default '',
  method text not null default '',
  owner text not null default '',
  due_on date,
  judged_by text not null default '',
  quantity double precision,
  unit text,
  promised_fen bigint,
  field text,
  expected text,
  suggested_by text,
  is_current boolean not null default false,
  state text not null default 'planned',
  state_on date,
  primary key (county, id),
  constraint measure_is_of_a_plan foreign key (county, plan_id) references assistance_plan (county, id),
  constraint measure_state_is_known check (state in ('planned', 'underway', 'done', 'stopped')),
  constraint promised_money_is_not_negative check (promised_fen >= 0)
);
comment on column assistance_measure.line is 'The same through every version of the plan: what was delivered hangs on it.';
comment on column assistance_measure.is_current is 'Of the plan that is approved now; sums and lists read these alone.';
comment on column assistance_measure.field is 'Field of the register that it is to change, and to what.';
create index assistance_measure_plan on assistance_measure (county, plan_id, position);
create index assistance_measure_line on assistance_measure (county, line) where is_current;
create index assistance_measure_household on assistance_measure (county, household_id) where is_current;
create index assistance_measure_area on assistance_measure (area_code, code) include (household_id)
  where is_current;
create index assistance_measure_due on assistance_measure (area_code, due_on, id)
  where is_current and state in ('planned', 'underway');

create table assistance_target (
  county integer not null,
  id uuid not null,
  plan_id uuid not null,
  line uuid not null,
  household_id uuid,
  area_code text collate "C" not null,
  kind text not null,
  metric text not null,
  title text not null default '',
  due_on date not null,
  value double precision,
  unit text,
  done_on date,
  done_by_name text,
  primary key (county, id),
  constraint target_is_of_a_plan foreign key (county, plan_id) references assistance_plan (county, id),
  constraint target_kind_is_known check (kind in ('year', 'milestone'))
);
comment on table assistance_target is 'Yearly targets, whose actual is computed, and milestones, which somebody reports.';
create index assistance_target_plan on assistance_target (county, plan_id, due_on);

create table assistance_progress (
  county integer not null,
  id uuid not null,
  line uuid not null,
  household_id uuid,
  area_code text collate "C" not null,
  state text not null,
  on_day date not null,
  words text not null default '',
  account uuid not null,
  account_name text not null,
  recorded_at timestamptz not null,
  primary key (county, id)
);
comment on table assistance_progress is 'How a measure went on, insert-only.';
create index assistance_progress_line on assistance_progress (county, line, recorded_at desc);

create table assistance_need (
  county integer not null,
  id uuid not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  list text collate "C",
  code text collate "C",
  words text not null default '',
  finding_id uuid,
  noted_on date not null,
  noted_by_name text not null,
  met_on date,
  met_by_name text,
  primary key (county, id),
  constraint need_is_of_a_household
    foreign key (county, household_id) references registry_household (county, id),
  constraint need_is_named check (code is not null or words <> '')
);
create index assistance_need_household on assistance_need (county, household_id, noted_on desc);
create unique index assistance_need_once on assistance_need (county, household_id, list, code)
  where met_on is null and code is not null;

create table assistance_list (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  title text not null,
  code text collate "C" not null,
  benefit text collate "C",
  year smallint not null,
  deliverer text not null,
  account uuid,
  state text not null,
  made_by uuid not null,
  made_by_name text not null,
  made_at timestamptz not null,
  confirmed_by uuid,
  confirmed_by_name text,
  confirmed_at timestamptz,
  primary key (county, id),
  constraint list_state_is_known check (state in ('open', 'confirmed', 'withdrawn'))
);
comment on table assistance_list is 'What a department is asked to confirm: who was to receive what.';
comment on column assistance_list.account is 'The account of the department that confirms it.';
create index assistance_list_area on assistance_list (area_code, made_at desc, id);
create index assistance_list_account on assistance_list (account, state);

create table assistance_benefit (
  county integer not null,
  id uuid not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  person_id uuid,
  person_name text,
  line uuid,
  list_id uuid,
  code text collate "C" not null,
  benefit text collate "C",
  kind text not null,
  title text not null,
  year smallint not null,
  quantity double precision,
  unit text,
  promised_fen bigint,
  promised_on date not null,
  state text not null,
  stage text,
  delivered_on date,
  delivered_fen bigint,
  deliverer text not null default '',
  left_out_reason text not null default '',
  answered_on date,
  field text,
  result text,
  details jsonb not null default '{}',
  recorded_at timestamptz not null,
  primary key (county, id),
  constraint benefit_is_of_a_household
    foreign key (county, household_id) references registry_household (county, id),
  constraint benefit_state_is_known
    check (state in ('promised', 'delivered', 'confirmed', 'disputed', 'leftOut')),
  constraint sums_are_not_negative check (promised_fen >= 0 and delivered_fen >= 0),
  constraint what_was_delivered_has_a_day
    check (state not in ('delivered', 'confirmed') or delivered_on is not null)
);
comment on column assistance_benefit.promised_fen is 'What was promised; money itself is posted by the ledger, which names this row.';
comment on column assistance_benefit.details is 'Codes by list of the pack: which programme of training, how somebody is resettled, on whose land.';
comment on column assistance_benefit.stage is 'The last stage reached, of what has stages: training, relocation, houses, posts.';
create index assistance_benefit_household on assistance_benefit (county, household_id, promised_on desc);
create index assistance_benefit_list on assistance_benefit (county, list_id, area_code, id)
  where list_id is not null;
create index assistance_benefit_area on assistance_benefit (area_code, code, state);
create index assistance_benefit_disputed on assistance_benefit (area_code, answered_on, id)
  where state = 'disputed';
create unique index assistance_benefit_once
  on assistance_benefit (county, household_id, person_id, code, benefit, year, title) nulls not distinct
  where state <> 'leftOut';

create table assistance_step (
  county integer not null,
  id uuid not null,
  benefit_id uuid not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  act text not null,
  stage text,
  on_day date not null,
  words text not null default '',
  account uuid not null,
  account_name text not null,
  recorded_at timestamptz not null,
  primary key (county, id),
  constraint step_is_of_a_benefit
    foreign key (county, benefit_id) references assistance_benefit (county, id),
  constraint act_is_known
    check (act in ('promise', 'deliver', 'stage', 'confirm', 'dispute', 'settle', 'leaveOut', 'result'))
);
comment on table assistance_step is 'What happened to a benefit, insert-only; its state is kept beside it.';
create index assistance_step_benefit on assistance_step (county, benefit_id, recorded_at);

create table assistance_print (
  county integer not null,
  id uuid not null,
  household_id uuid,
  area_code text collate "C" not null,
  paper text not null,
  format text not null,
  pages integer not null,
  households integer not null,
  digest bytea not null,
  account uuid not null,
  account_name text not null,
  printed_at timestamptz not null,
  job uuid,
  primary key (county, id)
);
comment on table assistance_print is 'What was printed when and by whom, with the digest of the file; the file itself is made anew.';
create index assistance_print_household on assistance_print (county, household_id, printed_at desc);
create index assistance_print_area on assistance_print (area_code, printed_at desc);

create table assistance_print_part (
  county integer not null,
  print_id uuid not null,
  part smallint not null,
  area_code text collate "C" not null,
  bytes bytea not null,
  primary key (county, print_id, part)
);
comment on table assistance_print_part is 'A file made by a job, in parts, until it is fetched or a week old.';
create index assistance_print_part_area on assistance_print_part (area_code);

do $policies$
declare
  owned record;
begin
  for owned in
    select * from (values
      ('assistance_plan', true), ('assistance_measure', true), ('assistance_target', true),
      ('assistance_progress', true), ('assistance_need', true), ('assistance_benefit', true),
      ('assistance_step', true), ('assistance_print', true), ('assistance_list', false),
      ('assistance_print_part', false)
    ) as owned (relation, of_household)
  loop
    execute format('alter table %I enable row level security', owned.relation);
    execute format('alter table %I force row level security', owned.relation);
    execute format($policy$
      create policy area_scope on %I using (
        area_code >= current_setting('app.low', true)
        and area_code < current_setting('app.high', true)
        and ((select case when current_setting('app.spans', true) = '' then 1 end) is not null
          or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
        %s)$policy$,
      owned.relation,
      case when owned.of_household then $households$
        and ((select case when current_setting('app.households', true) = '' then 1 end) is not null
          or household_id = any (array(select unnest(string_to_array(current_setting('app.households', true), ',')::uuid[]))))
        $households$ else $whole$
        and (select case when current_setting('app.households', true) = '' then 1 end) is not null
        $whole$ end);
  end loop;
end
$policies$;
grant select, insert, update on assistance_plan to bangfu_app;
grant select, insert, update, delete on assistance_measure to bangfu_app;
grant select, insert, update, delete on assistance_target to bangfu_app;
grant select, insert on assistance_progress to bangfu_app;
grant select, insert, update on assistance_need to bangfu_app;
grant select, insert, update on assistance_list to bangfu_app;
grant select, insert, update on assistance_benefit to bangfu_app;
grant select, insert on assistance_step to bangfu_app;
grant select, insert on assistance_print to bangfu_app;
grant select, insert, delete on assistance_print_part to bangfu_app;
