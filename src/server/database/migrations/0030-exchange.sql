-- Imports of spreadsheets: the file, what its columns mean, what became of each of its rows; and the
-- mappings people saved. Rows name households and members, so they carry the same scope as those do.

create table exchange_import (
  id uuid primary key,
  area_code text collate "C" not null,
  account uuid not null,
  account_name text not null,
  file_name text not null,
  file_bytes bigint not null,
  file_digest bytea not null,
  file_kept boolean not null default true,
  format text not null,
  encoding text,
  sheets jsonb not null,
  sheet text not null,
  heading_row integer not null,
  columns jsonb not null,
  sample jsonb not null,
  profile text,
  income_year integer not null,
  state text not null default 'uploaded',
  notices jsonb not null default '[]',
  problem_counts jsonb not null default '[]',
  counts jsonb,
  failure jsonb,
  job uuid,
  created_at timestamptz not null,
  finished_at timestamptz,
  constraint state_is_known
    check (state in ('uploaded', 'checking', 'checked', 'committing', 'done', 'failed', 'cancelled'))
);
comment on column exchange_import.file_digest is 'Keyed digest of the bytes, to tell that the same file comes again.';
comment on column exchange_import.sample is 'A few rows for the screen; numbers of persons are masked before they are kept.';
create index exchange_import_area on exchange_import (area_code, created_at desc, id desc);
create index exchange_import_created on exchange_import (created_at desc, id desc);

create table exchange_import_row (
  import_id uuid not null,
  row_number integer not null,
  area_code text collate "C" not null,
  outcome text collate "C" not null,
  household_no text not null,
  name text not null,
  county integer,
  household_id uuid,
  changes text[] not null default '{}',
  problems jsonb,
  primary key (import_id, row_number),
  constraint outcome_is_known check (outcome in ('new', 'changed', 'unchanged', 'refused'))
);
comment on table exchange_import_row is 'What happened to each row, or would in a dry run. problems: [{column, field, value, code, severity, facts}], values masked.';
create index exchange_import_row_outcome on exchange_import_row (import_id, outcome, row_number);

create table exchange_profile (
  area_code text collate "C" not null,
  name text not null,
  account uuid not null,
  account_name text not null,
  saved_at timestamptz not null,
  fields jsonb not null,
  primary key (area_code, name),
  constraint name_is_short check (length(name) between 1 and 60)
);
comment on table exchange_profile is 'fields: heading as compared to field, or null for a column that is left out.';

do $policies$
declare
  owned record;
begin
  for owned in
    select * from (values ('exchange_import'), ('exchange_import_row'), ('exchange_profile'))
      as owned (relation)
  loop
    execute format('alter table %I enable row level security', owned.relation);
    execute format('alter table %I force row level security', owned.relation);
    execute format($policy$
      create policy area_scope on %I using (
        area_code >= (select current_setting('app.low', true))
        and area_code < (select current_setting('app.high', true))
        and ((select current_setting('app.spans', true)) = ''
          or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
        and (select current_setting('app.households', true)) = ''
      )$policy$, owned.relation);
  end loop;
end
$policies$;
create policy of_an_area_above on exchange_profile for select using (
  starts_with((select current_setting('app.low', true)), area_code)
  and (select current_setting('app.households', true)) = '');
comment on policy of_an_area_above on exchange_profile is 'A township reads with the mapping its county saved; only the county changes it.';

grant select, insert, update, delete on exchange_import to bangfu_app;
grant select, insert, update, delete on exchange_import_row to bangfu_app;
grant select, insert, update, delete on exchange_profile to bangfu_app;
