-- Exploring the indicators: what two features of households make together, kept by county so that a province
-- is read and never scanned; views somebody saved; lists of accounts that get a view by the clock.

create table insight_cross (
  county integer not null,
  area_code text collate "C" not null,
  first text collate "C" not null,
  second text collate "C" not null,
  first_key text collate "C" not null,
  second_key text collate "C" not null,
  households bigint not null,
  persons bigint not null,
  exited bigint not null,
  primary key (county, first, second, first_key, second_key)
);
comment on table insight_cross is 'Registered households of a county by every two features, counted again when it has new events.';
create index insight_cross_pair on insight_cross (first, second, area_code);

create table insight_cross_mark (
  county integer primary key,
  area_code text collate "C" not null,
  last_event uuid not null,
  kept_at timestamptz not null
);
comment on table insight_cross_mark is 'The newest event that the kept crosses of a county include.';

create table insight_view (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  title text not null,
  question jsonb not null,
  role text,
  account uuid not null,
  account_name text not null,
  saved_at timestamptz not null,
  primary key (county, id),
  constraint title_is_short check (length(title) between 1 and 60)
);
comment on table insight_view is 'A question somebody saved: no number stands in it. Shared with a role, it is seen by that role in the area and below.';
create index insight_view_area on insight_view (area_code, saved_at desc);

create table insight_schedule (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  view_id uuid not null,
  every text not null,
  format text not null,
  accounts uuid[] not null,
  next_on date not null,
  account uuid not null,
  account_name text not null,
  created_at timestamptz not null,
  stopped_at timestamptz,
  last_on date,
  delivered integer not null default 0,
  left_out integer not null default 0,
  primary key (county, id),
  constraint view_is_saved foreign key (county, view_id) references insight_view (county, id) on delete cascade,
  constraint every_is_known check (every in ('day', 'week', 'month')),
  constraint format_is_known check (format in ('pdf', 'xlsx')),
  constraint somebody_gets_it check (cardinality(accounts) between 1 and 50)
);
comment on table insight_schedule is 'Who gets a saved view by the clock, in which form.';
create index insight_schedule_next on insight_schedule (next_on) where stopped_at is null;

create table insight_delivery (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  schedule_id uuid not null,
  account uuid not null,
  title text not null,
  format text not null,
  data_day date not null,
  made_at timestamptz not null,
  masked boolean not null,
  digest bytea not null,
  file bytea not null,
  opened_at timestamptz,
  primary key (county, id)
);
comment on table insight_delivery is 'What one account was sent, made in that account''s own scope; nobody else opens it.';
create unique index insight_delivery_once on insight_delivery (schedule_id, account, data_day);
create index insight_delivery_account on insight_delivery (account, made_at desc);

do $policies$
declare
  owned text;
begin
  foreach owned in array array['insight_cross', 'insight_cross_mark', 'insight_schedule'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format($policy$
      create policy area_scope on %I using (
        area_code >= (select current_setting('app.low', true))
        and area_code < (select current_setting('app.high', true))
        and ((select current_setting('app.spans', true)) = ''
          or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
        and (select current_setting('app.households', true)) = '')
      $policy$, owned);
  end loop;
end
$policies$;

alter table insight_view enable row level security;
alter table insight_view force row level security;
-- A shared view comes down: it is seen from every area inside the one it was saved for.
create policy area_scope on insight_view using (
  (area_code >= (select current_setting('app.low', true))
    and area_code < (select current_setting('app.high', true))
    and ((select current_setting('app.spans', true)) = ''
      or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
    or role is not null
      and length((select current_setting('app.low', true))) >= length(area_code)
      and left((select current_setting('app.low', true)), length(area_code)) = area_code)
  and (select current_setting('app.households', true)) = '');

alter table insight_delivery enable row level security;
alter table insight_delivery force row level security;
create policy own_only on insight_delivery
  using (account = (select nullif(current_setting('app.account', true), ''))::uuid);

grant select, insert, update, delete on insight_cross, insight_cross_mark to bangfu_app;
grant select, insert, delete on insight_view to bangfu_app;
grant select, insert, delete on insight_schedule to bangfu_app;
grant update (next_on, stopped_at, last_on, delivered, left_out) on insight_schedule to bangfu_app;
grant select, insert on insight_delivery to bangfu_app;
grant update (opened_at) on insight_delivery to bangfu_app;
