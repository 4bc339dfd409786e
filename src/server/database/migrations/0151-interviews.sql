-- One rater's sheet at one visit of a case: the answers as they were given, and, once finished, what the
-- sheet made of them under the edition of the case. A finished one changes no more.
create table casework_assessment (
  county integer not null,
  id uuid not null,
  case_id uuid not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  step text not null,
  sheet text,
  account uuid not null,
  account_name text not null,
  begun_at timestamptz not null,
  answers jsonb not null default '{}',
  done_at timestamptz,
  total double precision,
  points jsonb,
  vetoes text[],
  missing text[],
  event uuid,
  -- Position of the act that was decided on it.
  act integer,
  primary key (county, id),
  constraint assessment_is_of_a_case
    foreign key (county, case_id) references casework_case (county, id)
);
comment on table casework_assessment is 'One rater’s answers at one visit, and the score they came to.';
create unique index casework_assessment_one_open on casework_assessment (county, case_id, account)
  where done_at is null;
create index casework_assessment_case on casework_assessment (county, case_id, begun_at);
create index casework_assessment_area on casework_assessment (area_code);

-- Which files an act rests on.
create table casework_act_file (
  county integer not null,
  case_id uuid not null,
  position integer not null,
  attachment_id uuid not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  primary key (county, case_id, position, attachment_id),
  constraint file_is_of_an_act
    foreign key (county, case_id, position) references casework_act (county, case_id, position),
  constraint file_is_an_attachment
    foreign key (county, attachment_id) references kernel_attachment (county, id)
);
comment on table casework_act_file is 'Insert-only: the files somebody had before them when they acted.';
create index casework_act_file_attachment on casework_act_file (county, attachment_id);
create index casework_act_file_area on casework_act_file (area_code);

do $policies$
declare
  owned text;
begin
  foreach owned in array array['casework_assessment', 'casework_act_file'] loop
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
grant select, insert, update on casework_assessment to bangfu_app;
grant select, insert on casework_act_file to bangfu_app;
