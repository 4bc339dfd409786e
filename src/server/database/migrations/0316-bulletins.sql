-- Monthly bulletins: their content as it was made, the two people who signed it, the file that was set then.
create table insight_bulletin (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  month date not null,
  edition integer not null,
  token text not null,
  content jsonb not null,
  hash text not null,
  data_day date not null,
  account uuid not null,
  account_name text not null,
  made_at timestamptz not null,
  first_by uuid,
  first_name text,
  first_at timestamptz,
  second_by uuid,
  second_name text,
  second_at timestamptz,
  digest bytea,
  file bytea,
  primary key (county, id),
  constraint token_is_long check (length(token) >= 22),
  constraint month_begins_on_its_first_day check (extract(day from month) = 1),
  constraint two_people_sign check (first_by <> second_by),
  constraint first_signature_is_whole
    check ((first_by is null) = (first_at is null) and (first_by is null) = (first_name is null)),
  constraint second_signature_is_whole
    check ((second_by is null) = (second_at is null) and (second_by is null) = (second_name is null)),
  constraint second_follows_the_first check (second_by is null or first_by is not null),
  constraint signed_has_its_file check ((second_by is null) = (file is null))
);
comment on table insight_bulletin is 'A bulletin as it was made; corrected by another edition, never changed.';
create unique index insight_bulletin_token on insight_bulletin (token);
create unique index insight_bulletin_edition on insight_bulletin (area_code, month, edition);

alter table insight_bulletin enable row level security;
alter table insight_bulletin force row level security;
create policy area_scope on insight_bulletin using (
  area_code >= (select current_setting('app.low', true))
  and area_code < (select current_setting('app.high', true))
  and ((select current_setting('app.spans', true)) = ''
    or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
  and (select current_setting('app.households', true)) = '');
grant select, insert on insight_bulletin to bangfu_app;
grant update (first_by, first_name, first_at, second_by, second_name, second_at, digest, file)
  on insight_bulletin to bangfu_app;
