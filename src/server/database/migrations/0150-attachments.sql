-- Files handed in as evidence. They are kept in the database: so they share the transaction, the row
-- security and the backup of what they prove, and a file without its row, or the other way round, cannot be.
-- A file is kept once in a county by a keyed hash of its bytes, sealed like an identity number.
create table kernel_file (
  county integer not null,
  hash bytea not null,
  sealed bytea not null,
  kept_at timestamptz not null,
  primary key (county, hash)
);
comment on table kernel_file is 'Bytes of attachments, stripped of metadata and sealed; each file once in a county.';
alter table kernel_file alter column sealed set storage external;

create table kernel_attachment (
  county integer not null,
  id uuid not null,
  household_id uuid,
  area_code text collate "C" not null,
  subject text collate "C" not null,
  kind text not null,
  shows_person boolean not null,
  file_name text not null,
  file_type text not null,
  bytes integer not null,
  hash bytea not null,
  account uuid not null,
  account_name text not null,
  attached_at timestamptz not null,
  is_evidence boolean not null default false,
  primary key (county, id),
  constraint attachment_has_its_file
    foreign key (county, hash) references kernel_file (county, hash) deferrable initially deferred,
  constraint attachment_is_not_empty check (bytes > 0)
);
comment on table kernel_attachment is 'Which file belongs to what: a household or an area, and within it a case, a visit, a project.';
create index kernel_attachment_household on kernel_attachment (county, household_id, attached_at);
create index kernel_attachment_subject on kernel_attachment (county, subject, attached_at);
create index kernel_attachment_area on kernel_attachment (area_code);
create index kernel_attachment_file on kernel_attachment (county, hash);

alter table kernel_attachment enable row level security;
alter table kernel_attachment force row level security;
create policy area_scope on kernel_attachment using (
  area_code >= current_setting('app.low', true)
  and area_code < current_setting('app.high', true)
  and ((select case when current_setting('app.spans', true) = '' then 1 end) is not null
    or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
  and ((select case when current_setting('app.households', true) = '' then 1 end) is not null
    or household_id = any (array(select unnest(string_to_array(current_setting('app.households', true), ',')::uuid[])))));

-- A file is seen by whoever sees an attachment of it; what belongs to nothing is seen by the housekeeping.
alter table kernel_file enable row level security;
alter table kernel_file force row level security;
create policy attached on kernel_file using (
  exists (
    select from kernel_attachment a where a.county = kernel_file.county and a.hash = kernel_file.hash)
  or (current_setting('app.low', true) = '' and current_setting('app.spans', true) = ''
    and current_setting('app.households', true) = ''));

grant select, insert, delete on kernel_file to bangfu_app;
-- A lock of a row asks for the right to write one column of it.
grant update (kept_at) on kernel_file to bangfu_app;
grant select, insert, delete on kernel_attachment to bangfu_app;
grant update (is_evidence, area_code) on kernel_attachment to bangfu_app;
