-- What a household's credit is rated as, why it asks for no loan, and the mutual-aid associations of villages,
-- which lend to their members. What was said of a household is insert-only; the latest counts.
create table funds_loan_grade (
  county integer not null,
  id uuid not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  grade text not null,
  limit_fen bigint not null,
  graded_on date not null,
  words text not null default '',
  account uuid not null,
  account_name text not null,
  recorded_at timestamptz not null,
  primary key (county, id),
  constraint limit_is_not_negative check (limit_fen >= 0)
);
comment on table funds_loan_grade is 'Insert-only: the credit grade of a household and up to how much it is good for; 0 is no credit.';
create index funds_loan_grade_household on funds_loan_grade (county, household_id, graded_on desc, id desc);
create index funds_loan_grade_area on funds_loan_grade (area_code);

create table funds_loan_silence (
  county integer not null,
  id uuid not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  reason text not null,
  said_on date not null,
  words text not null default '',
  account uuid not null,
  account_name text not null,
  recorded_at timestamptz not null,
  primary key (county, id)
);
comment on table funds_loan_silence is 'Insert-only: why a household asks for no loan, by the list of the pack.';
create index funds_loan_silence_household on funds_loan_silence (county, household_id, said_on desc, id desc);
create index funds_loan_silence_area on funds_loan_silence (area_code);

create table funds_loan_association (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  name text not null,
  founded_on date not null,
  document text not null,
  members integer not null,
  capital_fen bigint not null,
  account_name text not null,
  entered_at timestamptz not null,
  primary key (county, id),
  constraint village_has_one_association unique (county, area_code),
  constraint members_are_counted check (members >= 0 and capital_fen >= 0)
);
comment on table funds_loan_association is 'The mutual-aid association of a village: who founded it, members, capital it lends from.';

do $policies$
declare
  owned text;
begin
  foreach owned in array array['funds_loan_grade', 'funds_loan_silence'] loop
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
  alter table funds_loan_association enable row level security;
  alter table funds_loan_association force row level security;
  create policy area_scope on funds_loan_association using (
    area_code >= current_setting('app.low', true)
    and area_code < current_setting('app.high', true)
    and ((select case when current_setting('app.spans', true) = '' then 1 end) is not null
      or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
    and (select case when current_setting('app.households', true) = '' then 1 end) is not null);
end
$policies$;
grant select, insert on funds_loan_grade, funds_loan_silence to bangfu_app;
grant select, insert, update on funds_loan_association to bangfu_app;
