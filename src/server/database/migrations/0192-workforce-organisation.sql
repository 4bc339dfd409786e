-- Who answers for whom: posts that the pack asks for in a county, a township or a village, with the
-- person who holds each and since when; grid cells made of hamlets; pledges; meetings and what they
-- resolved; supervisors of a village who report to the county without an account.
create table workforce_posting (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  staffing text not null,
  post text not null,
  holder_name text not null,
  title text not null default '',
  helper_id uuid,
  unit_id uuid,
  duty text not null default '',
  from_on date not null,
  to_on date,
  ended_reason text,
  entered_by uuid not null,
  primary key (county, id),
  constraint posting_is_of_a_helper
    foreign key (county, helper_id) references workforce_helper (county, id),
  constraint posting_is_of_a_unit foreign key (county, unit_id) references workforce_unit (county, id),
  constraint tenure_ends_after_it_begins check (to_on is null or to_on >= from_on)
);
comment on table workforce_posting is 'Who holds a post, from when to when. staffing and post are rows of the pack, or a grid cell and its officer.';
create index workforce_posting_area on workforce_posting (area_code, staffing, post, from_on);
create index workforce_posting_helper on workforce_posting (county, helper_id) where to_on is null;

create table workforce_cell (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  name text not null,
  areas text[] not null,
  from_on date not null,
  to_on date,
  primary key (county, id),
  constraint cell_lies_in_a_village check (length(area_code) = 12),
  constraint cell_has_areas check (cardinality(areas) > 0)
);
comment on column workforce_cell.areas is 'Codes of the hamlets and groups it is made of; a hamlet belongs to one cell.';
create index workforce_cell_area on workforce_cell (area_code, id) where to_on is null;

create table workforce_incident (
  county integer not null,
  id uuid not null,
  cell_id uuid not null,
  area_code text collate "C" not null,
  kind text not null,
  words text not null,
  found_on date not null,
  found_by_name text not null,
  sent_to text,
  sent_on date,
  closed_on date,
  outcome text,
  primary key (county, id),
  constraint incident_is_of_a_cell foreign key (county, cell_id) references workforce_cell (county, id),
  constraint incident_kind_is_known check (kind in ('patrol', 'event')),
  constraint closed_with_an_outcome check ((closed_on is null) = (outcome is null))
);
comment on table workforce_incident is 'What the officer of a cell found on patrol: sent to whom it concerns, and closed with an outcome.';
create index workforce_incident_area on workforce_incident (area_code, found_on desc, id);

create table workforce_pledge (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  matrix text not null,
  party text not null,
  office integer not null,
  signer_name text not null,
  signed_on date not null,
  entered_by uuid not null,
  primary key (county, id)
);
comment on table workforce_pledge is 'One signature under a pledge of responsibility; office counts the signers of the party as the pack lists them.';
create unique index workforce_pledge_once on workforce_pledge (county, matrix, area_code, party, office);
create index workforce_pledge_area on workforce_pledge (area_code, matrix);

create table workforce_meeting (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  kind text not null,
  title text not null,
  held_on date not null,
  present integer,
  chair text not null default '',
  entered_by uuid not null,
  primary key (county, id),
  constraint meeting_kind_is_known
    check (kind in ('leadingGroup', 'joint', 'training', 'campaign', 'study'))
);
create index workforce_meeting_area on workforce_meeting (area_code, held_on desc, id);

create table workforce_resolution (
  county integer not null,
  id uuid not null,
  meeting_id uuid not null,
  area_code text collate "C" not null,
  words text not null,
  owner text not null,
  due_on date not null,
  done_on date,
  taken_by text,
  primary key (county, id),
  constraint resolution_is_of_a_meeting
    foreign key (county, meeting_id) references workforce_meeting (county, id)
);
comment on column workforce_resolution.taken_by is 'The task on a list that it became.';
create index workforce_resolution_meeting on workforce_resolution (county, meeting_id);
create index workforce_resolution_open on workforce_resolution (area_code, due_on, id) where done_on is null;

create table workforce_supervisor (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  village text collate "C" not null,
  name text not null,
  from_on date not null,
  to_on date not null,
  code_hash bytea,
  code_until date,
  primary key (county, id),
  constraint term_ends_after_it_begins check (to_on > from_on),
  constraint kept_by_the_county check (length(area_code) = 6)
);
comment on table workforce_supervisor is 'Appointed for a term and a village. The row is the county''s: village and township do not see who reports.';
create index workforce_supervisor_area on workforce_supervisor (area_code, village, id);
create unique index workforce_supervisor_code on workforce_supervisor (code_hash) where code_hash is not null;

create table workforce_report (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  village text collate "C" not null,
  supervisor_id uuid not null,
  words text not null,
  received_on date not null,
  answer text,
  answered_on date,
  answered_by_name text,
  primary key (county, id),
  constraint report_is_of_a_supervisor
    foreign key (county, supervisor_id) references workforce_supervisor (county, id),
  constraint heard_by_the_county check (length(area_code) = 6)
);
create index workforce_report_area on workforce_report (area_code, received_on desc, id);

do $policies$
declare
  owned text;
begin
  foreach owned in array array['workforce_posting', 'workforce_cell', 'workforce_incident',
    'workforce_pledge', 'workforce_meeting', 'workforce_resolution', 'workforce_supervisor',
    'workforce_report'] loop
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
grant select, insert, update on workforce_posting to bangfu_app;
grant select, insert, update on workforce_cell to bangfu_app;
grant select, insert, update on workforce_incident to bangfu_app;
grant select, insert on workforce_pledge to bangfu_app;
grant select, insert on workforce_meeting to bangfu_app;
grant select, insert, update on workforce_resolution to bangfu_app;
grant select, insert, update on workforce_supervisor to bangfu_app;
grant select, insert, update on workforce_report to bangfu_app;
