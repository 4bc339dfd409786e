-- Projects of assistance and what they are made of: acts are insert-only, the step is their fold and only
-- kept beside them. What was paid for a project stands in the ledger alone, under the project's own accounts.
create table funds_project (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  number text not null,
  title text not null,
  kind text not null,
  level text not null,
  mode text not null,
  year integer not null,
  planned_fen bigint not null,
  holder text not null default '',
  arrangement text not null default '',
  money text not null default '',
  organiser text not null default '',
  implementer text not null default '',
  due_on date,
  acceptance text not null default '',
  mechanism text not null default '',
  link text,
  local_labour boolean not null default false,
  is_demonstration boolean not null default false,
  expected_households integer,
  expected_persons integer,
  expected_effect text not null default '',
  latitude double precision,
  longitude double precision,
  step text not null,
  step_on date not null,
  percent integer not null default 0,
  contractor text,
  contract_fen bigint,
  accepted_fen bigint,
  actual_effect text not null default '',
  workers integer not null default 0,
  wages_fen bigint not null default 0,
  applied_on date,
  version integer not null default 1,
  author uuid not null,
  author_name text not null,
  changed_by_name text not null,
  created_at timestamptz not null,
  primary key (county, id),
  constraint planned_is_positive check (planned_fen > 0),
  constraint mode_is_known check (mode in ('ordinary', 'buildThenSubsidize')),
  constraint level_is_known check (level in ('household', 'village', 'county')),
  constraint step_is_known check (step in ('library', 'applied', 'reviewed', 'approved', 'tendered',
    'building', 'accepted', 'settled', 'handedOver', 'stopped')),
  constraint percent_is_a_share check (percent between 0 and 100),
  constraint accepted_is_within_plan check (accepted_fen is null or accepted_fen between 0 and planned_fen),
  constraint place_is_whole check ((latitude is null) = (longitude is null)
    and (latitude is null or (latitude between 0 and 60 and longitude between 70 and 140)))
);
comment on table funds_project is 'A project; step, percent, contract and what was recognised are folds of its acts.';
create index funds_project_area on funds_project (area_code, created_at desc, id);
create index funds_project_step on funds_project (step, area_code);
create unique index funds_project_number on funds_project (county, number);

create table funds_project_act (
  county integer not null,
  project_id uuid not null,
  position integer not null,
  area_code text collate "C" not null,
  kind text not null,
  done_on date not null,
  passes boolean not null,
  milestone_id uuid,
  facts jsonb not null,
  account uuid not null,
  account_name text not null,
  office text not null,
  recorded_at timestamptz not null,
  primary key (county, project_id, position),
  constraint act_is_of_a_project foreign key (county, project_id) references funds_project (county, id),
  constraint act_is_known check (kind in ('enter', 'apply', 'review', 'approve', 'tender', 'start', 'report',
    'check', 'accept', 'settle', 'handOver', 'stop'))
);
comment on table funds_project_act is 'Insert-only: what was done with a project, by whom, on which day.';

create table funds_project_line (
  county integer not null,
  project_id uuid not null,
  position integer not null,
  area_code text collate "C" not null,
  source text not null,
  purpose text not null,
  amount_fen bigint not null,
  primary key (county, project_id, position),
  constraint line_is_of_a_project foreign key (county, project_id) references funds_project (county, id),
  constraint line_amount_is_positive check (amount_fen > 0)
);
comment on table funds_project_line is 'A budget line: each keeps the channel and the use of its money.';

create table funds_project_milestone (
  county integer not null,
  id uuid not null,
  project_id uuid not null,
  position integer not null,
  area_code text collate "C" not null,
  title text not null,
  due_on date,
  share_fen bigint not null,
  reached_on date,
  primary key (county, id),
  constraint milestone_is_of_a_project foreign key (county, project_id) references funds_project (county, id),
  constraint share_is_positive check (share_fen > 0)
);
comment on table funds_project_milestone is 'What money hangs on: paid when it was checked, or after acceptance.';
create index funds_project_milestone_of on funds_project_milestone (county, project_id, position);

create table funds_project_output (
  county integer not null,
  project_id uuid not null,
  position integer not null,
  area_code text collate "C" not null,
  product text not null,
  unit text not null,
  planned double precision not null,
  added double precision,
  total double precision,
  primary key (county, project_id, position),
  constraint output_is_of_a_project foreign key (county, project_id) references funds_project (county, id),
  constraint output_is_positive check (planned > 0),
  constraint total_is_no_less_than_new check (added is null or total is null or total >= added)
);
comment on table funds_project_output is 'What is built or grown: planned, new, and the total it comes to, each by itself.';

create table funds_project_household (
  county integer not null,
  id uuid not null,
  project_id uuid not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  primary key (county, id),
  constraint beneficiary_is_of_a_project foreign key (county, project_id) references funds_project (county, id)
);
comment on table funds_project_household is 'A household a project is for.';
create index funds_project_household_of on funds_project_household (county, project_id, household_id);
create index funds_project_household_household on funds_project_household (county, household_id);
create index funds_project_household_area on funds_project_household (area_code);

-- A payment for a project names the milestone it is for.
alter table funds_order add column milestone_id uuid;
create index funds_order_milestone on funds_order (county, milestone_id) where milestone_id is not null;

do $policies$
declare
  owned text;
begin
  foreach owned in array array['funds_project', 'funds_project_act', 'funds_project_line',
    'funds_project_milestone', 'funds_project_output'] loop
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
  alter table funds_project_household enable row level security;
  alter table funds_project_household force row level security;
  create policy area_scope on funds_project_household using (
    area_code >= current_setting('app.low', true)
    and area_code < current_setting('app.high', true)
    and ((select case when current_setting('app.spans', true) = '' then 1 end) is not null
      or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
    and ((select case when current_setting('app.households', true) = '' then 1 end) is not null
      or household_id = any (array(select unnest(string_to_array(current_setting('app.households', true), ',')::uuid[])))));
end
$policies$;
grant select, insert, update on funds_project, funds_project_milestone, funds_project_output to bangfu_app;
grant select, insert on funds_project_act to bangfu_app;
grant select, insert, delete on funds_project_line, funds_project_household to bangfu_app;
grant delete on funds_project_milestone, funds_project_output to bangfu_app;
