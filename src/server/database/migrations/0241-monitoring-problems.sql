-- Problems on the list: registered, assigned with a day, mended, verified by another person, closed and
-- reopened with their history. Acts are insert-only; the row beside them is where the problem stands.
create table monitoring_problem (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  household_id uuid,
  number integer not null,
  list text not null,
  title text not null,
  words text not null default '',
  source text not null,
  source_id uuid,
  state text not null,
  phase text not null,
  position integer not null,
  owner_account uuid,
  owner_name text,
  registered_on date not null,
  registered_by uuid,
  assigned_on date,
  due_on date,
  mended_on date,
  mended_by uuid,
  closed_on date,
  reopened integer not null default 0,
  urged integer not null default 0,
  primary key (county, id),
  constraint problem_source_is_known
    check (source in ('person', 'visit', 'check', 'order', 'report')),
  constraint problem_phase_is_known
    check (phase in ('open', 'assigned', 'mended', 'verified', 'closed')),
  constraint closed_problem_has_its_day check ((phase = 'closed') = (closed_on is not null)),
  constraint assigned_problem_has_owner_and_day
    check (phase <> 'assigned' or (owner_name is not null and due_on is not null))
);
comment on table monitoring_problem is 'Where a problem of the list stands; its acts are the truth of how it came there.';
create unique index monitoring_problem_number on monitoring_problem (county, number);
create index monitoring_problem_open on monitoring_problem (area_code, due_on, id) where phase <> 'closed';
create index monitoring_problem_household on monitoring_problem (county, household_id)
  where household_id is not null;
create index monitoring_problem_owner on monitoring_problem (owner_account, due_on)
  where phase <> 'closed';

create table monitoring_problem_act (
  county integer not null,
  problem_id uuid not null,
  position integer not null,
  area_code text collate "C" not null,
  household_id uuid,
  act text not null,
  state text not null,
  words text not null default '',
  owner_name text,
  due_on date,
  account uuid,
  account_name text not null,
  acted_on date not null,
  acted_at timestamptz not null,
  primary key (county, problem_id, position),
  constraint act_is_of_a_problem
    foreign key (county, problem_id) references monitoring_problem (county, id),
  constraint problem_act_is_known
    check (act in ('register', 'advance', 'back', 'reopen', 'reassign', 'urge', 'remark'))
);
comment on table monitoring_problem_act is 'Insert-only: everything that was done about a problem.';
create index monitoring_problem_act_day on monitoring_problem_act (area_code, acted_on)
  where act in ('register', 'reopen') or act = 'advance';

-- Says nothing of any area, and whoever sees a part of a county still numbers for the whole of it.
create table monitoring_number (
  county integer not null,
  kind text not null,
  last integer not null,
  primary key (county, kind),
  constraint number_kind_is_known check (kind in ('problem', 'order', 'circular'))
);
comment on table monitoring_number is 'The last number given in a county, of problems, orders and circulars.';
grant select, insert, update on monitoring_number to bangfu_app;

do $policies$
declare
  owned text;
begin
  foreach owned in array array['monitoring_problem', 'monitoring_problem_act'] loop
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
grant select, insert, update on monitoring_problem to bangfu_app;
grant select, insert on monitoring_problem_act to bangfu_app;
