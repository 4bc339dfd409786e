-- What a visit found, item by item: the answer, the register's values on which it stood that day, and the
-- proof. Answers are only added; the last one given since the step opened stands.
create table casework_check (
  county integer not null,
  case_id uuid not null,
  -- In the order in which they were given, 1 the first of the case.
  place integer not null,
  household_id uuid,
  area_code text collate "C" not null,
  step text not null,
  item text not null,
  -- Acts of the case when it was given: those before the step opened do not count.
  seen integer not null,
  holds boolean not null,
  value double precision,
  note text not null,
  -- What the rules made of the register that day, and the values they read.
  computed boolean,
  register jsonb not null,
  attachment_id uuid,
  paper text not null,
  seen_on date not null,
  account uuid not null,
  account_name text not null,
  recorded_at timestamptz not null,
  primary key (county, case_id, place),
  constraint check_is_of_a_case
    foreign key (county, case_id) references casework_case (county, id),
  constraint proof_is_an_attachment
    foreign key (county, attachment_id) references kernel_attachment (county, id)
);
comment on table casework_check is 'Insert-only: what somebody found of one item of a checklist, with the values it stood on and its proof.';
create index casework_check_area on casework_check (area_code);
alter table casework_check enable row level security;
alter table casework_check force row level security;
create policy area_scope on casework_check using (
  area_code >= current_setting('app.low', true)
  and area_code < current_setting('app.high', true)
  and ((select case when current_setting('app.spans', true) = '' then 1 end) is not null
    or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
  and ((select case when current_setting('app.households', true) = '' then 1 end) is not null
    or household_id = any (array(select unnest(string_to_array(current_setting('app.households', true), ',')::uuid[])))));
grant select, insert on casework_check to bangfu_app;
