-- Tasks of policy documents and promises of departments: who answers for each at which level, how far it
-- has come, and its parts in the places below. Progress is insert-only and rolls up to the whole.
create table monitoring_document (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  title text not null,
  number text not null default '',
  issued_on date,
  primary key (county, id)
);
comment on table monitoring_document is 'Policy documents that tasks and promises come from.';
create unique index monitoring_document_title on monitoring_document (county, title, number);
create index monitoring_document_area on monitoring_document (area_code, issued_on);

create table monitoring_task (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  kind text not null,
  parent_id uuid,
  document_id uuid,
  document text not null default '',
  clause text not null default '',
  title text not null,
  method text not null default '',
  unit text not null default '',
  target double precision,
  start_on date not null,
  due_on date not null,
  stage text,
  done_on date,
  entered_by uuid,
  primary key (county, id),
  constraint task_kind_is_known check (kind in ('task', 'promise')),
  constraint task_is_due_after_it_starts check (due_on >= start_on),
  constraint target_is_positive check (target > 0),
  constraint promise_has_a_stage check ((kind = 'promise') = (stage is not null))
);
comment on column monitoring_task.document is 'Title of the document, whole where its row is out of sight.';
create index monitoring_task_area on monitoring_task (area_code, kind, due_on, id);
create index monitoring_task_parent on monitoring_task (county, parent_id) where parent_id is not null;

create table monitoring_task_owner (
  county integer not null,
  id uuid not null,
  task_id uuid not null,
  area_code text collate "C" not null,
  level text not null,
  name text not null,
  account uuid,
  primary key (county, id),
  constraint owner_is_of_a_task foreign key (county, task_id) references monitoring_task (county, id)
);
create unique index monitoring_task_owner_once on monitoring_task_owner (county, task_id, level, name);
create index monitoring_task_owner_account on monitoring_task_owner (account) where account is not null;
create index monitoring_task_owner_area on monitoring_task_owner (area_code);

create table monitoring_progress (
  county integer not null,
  id uuid not null,
  task_id uuid not null,
  area_code text collate "C" not null,
  quantity double precision not null,
  stage text,
  words text not null,
  evidence text not null default '',
  reported_on date not null,
  account uuid,
  account_name text not null,
  recorded_at timestamptz not null,
  primary key (county, id),
  constraint progress_is_of_a_task foreign key (county, task_id) references monitoring_task (county, id)
);
comment on table monitoring_progress is 'Insert-only: what was done more of a task since the report before.';
create index monitoring_progress_task on monitoring_progress (county, task_id, reported_on);
create index monitoring_progress_area on monitoring_progress (area_code);

do $policies$
declare
  owned text;
begin
  foreach owned in array array['monitoring_document', 'monitoring_task', 'monitoring_task_owner',
    'monitoring_progress'] loop
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
grant select, insert on monitoring_document to bangfu_app;
grant select, insert, update on monitoring_task to bangfu_app;
grant select, insert, delete on monitoring_task_owner to bangfu_app;
grant select, insert on monitoring_progress to bangfu_app;
