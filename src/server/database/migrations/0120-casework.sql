-- A case is one run of a process of a pack over one household; what was done in it are insert-only rows,
-- and its state is their fold. The case row keeps what the queue asks for: the open step, its last day
-- and whose turn it is, written in the transaction of the act that changed them.
create table casework_case (
  county integer not null,
  id uuid not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  pack text not null,
  pack_edition text not null,
  process text not null,
  begun_on date not null,
  begun_by uuid not null,
  position integer not null,
  step text,
  step_since date not null,
  due_on date,
  waits_for text[] not null,
  end_id text,
  ended_on date,
  primary key (county, id),
  constraint case_is_of_a_household
    foreign key (county, household_id) references registry_household (county, id),
  constraint case_is_open_or_ended check ((step is null) = (end_id is not null))
);
comment on table casework_case is 'One run of a process over one household, under the edition of the pack it began with.';
create unique index casework_case_one_open on casework_case (county, household_id, process)
  where step is not null;
create index casework_case_household on casework_case (county, household_id, begun_on desc);
create index casework_case_area on casework_case (area_code, id) where step is not null;
create index casework_case_due on casework_case (due_on, id) where step is not null;

create table casework_act (
  county integer not null,
  case_id uuid not null,
  position integer not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  kind text not null,
  step text not null,
  account uuid not null,
  account_name text not null,
  capacity text not null,
  is_typed boolean not null,
  true_on date not null,
  recorded_at timestamptz not null,
  reason text not null,
  outcome text,
  meeting jsonb,
  place text,
  objection integer,
  verdict text,
  objector text,
  primary key (county, case_id, position),
  constraint act_is_of_a_case
    foreign key (county, case_id) references casework_case (county, id),
  constraint kind_is_known
    check (kind in ('begin', 'decide', 'sign', 'post', 'object', 'answer', 'withdraw')),
  constraint verdict_is_known check (verdict in ('upheld', 'rejected'))
);
comment on table casework_act is 'Insert-only: what was done in a case, by whom, in which capacity and why.';
create index casework_act_area on casework_act (area_code);

do $policies$
declare
  owned text;
begin
  foreach owned in array array['casework_case', 'casework_act'] loop
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
grant select, insert, update on casework_case to bangfu_app;
grant select, insert on casework_act to bangfu_app;
