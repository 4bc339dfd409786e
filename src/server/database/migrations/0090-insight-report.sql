-- Reports of figures somebody saved: the table as it was pasted. It is checked again whenever it is opened.

create table insight_report (
  id uuid primary key,
  area_code text collate "C" not null,
  account uuid not null,
  account_name text not null,
  title text not null,
  content text not null,
  saved_at timestamptz not null,
  published_at timestamptz,
  constraint title_is_short check (length(title) between 1 and 80),
  constraint content_is_bounded check (length(content) between 1 and 200000)
);
create index insight_report_area on insight_report (area_code, saved_at desc, id desc);

alter table insight_report enable row level security;
alter table insight_report force row level security;
create policy area_scope on insight_report using (
  area_code >= (select current_setting('app.low', true))
  and area_code < (select current_setting('app.high', true))
  and ((select current_setting('app.spans', true)) = ''
    or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
  and (select current_setting('app.households', true)) = '');

grant select, insert, update on insight_report to bangfu_app;
