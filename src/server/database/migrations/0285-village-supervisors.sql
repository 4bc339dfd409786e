-- Village supervisors. Who was appointed for which village is known there; by which code they report and
-- what they said are rows of the county, which village and township do not see. The two tables made in
-- advance, which nothing ever wrote, are made anew.
drop table workforce_report;
drop table workforce_supervisor;

create table workforce_supervisor (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  name text not null,
  from_on date not null,
  to_on date not null,
  appointed_on date not null,
  appointed_by uuid not null,
  appointed_by_name text not null,
  ended_on date,
  ended_reason text,
  primary key (county, id),
  constraint supervises_a_village check (length(area_code) = 12),
  constraint term_ends_after_it_begins check (to_on > from_on),
  constraint ended_with_a_reason check ((ended_on is null) = (ended_reason is null))
);
comment on table workforce_supervisor is 'Appointed for a term and a village, without an account.';
create index workforce_supervisor_area on workforce_supervisor (area_code, to_on desc, id);

create table publicity_slip (
  county integer not null,
  supervisor_id uuid not null,
  area_code text collate "C" not null,
  code_hash bytea not null,
  until date not null,
  made_on date not null,
  made_by uuid not null,
  primary key (county, supervisor_id),
  constraint kept_by_the_county check (length(area_code) = 6)
);
comment on table publicity_slip is 'The code a village supervisor reports by, as a keyed hash; a new one takes the place of the old one.';
create unique index publicity_slip_code on publicity_slip (code_hash);
create index publicity_slip_area on publicity_slip (area_code);

create table publicity_report (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  village text collate "C" not null,
  supervisor_id uuid not null,
  number text not null,
  kind text not null,
  words_sealed bytea not null,
  place_sealed bytea not null,
  filed_on date not null,
  filed_at timestamptz not null,
  due_on date,
  picture uuid,
  handed_to text,
  handed_id uuid,
  handed_on date,
  handed_by_name text,
  answer text,
  answered_on date,
  answered_by uuid,
  answered_by_name text,
  primary key (county, id),
  constraint heard_by_the_county check (length(area_code) = 6),
  constraint number_is_the_reports_own unique (county, number),
  constraint handed_to_is_known check (handed_to in ('problem', 'order')),
  constraint handed_to_something check ((handed_to is null) = (handed_id is null)),
  constraint answered_by_somebody check ((answer is null) = (answered_on is null))
);
comment on table publicity_report is 'What a village supervisor reports, sealed; seen by the county alone.';
create index publicity_report_area on publicity_report (area_code, due_on, id) where answer is null;
create index publicity_report_filed on publicity_report (area_code, filed_on desc, id);
create index publicity_report_supervisor on publicity_report (county, supervisor_id, filed_at desc);

do $policies$
declare
  owned text;
begin
  foreach owned in array array['workforce_supervisor', 'publicity_slip', 'publicity_report'] loop
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
end
$policies$;
grant select, insert, update on workforce_supervisor to bangfu_app;
grant select, insert, update on publicity_slip to bangfu_app;
grant select, insert, update on publicity_report to bangfu_app;
