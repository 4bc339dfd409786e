-- An account stands for offices of its area from a day on and until a day: what a step of a case asks for
-- is an office, not a role. An office that was ended stays, for it says who signed as what.
create table access_office (
  county integer not null,
  id uuid not null,
  account uuid not null references access_account (id),
  area_code text collate "C" not null,
  office text not null,
  from_on date not null,
  until_on date,
  primary key (county, id),
  constraint office_ends_after_it_began check (until_on is null or until_on >= from_on)
);
comment on table access_office is 'Which office an account holds where and when; until_on is its last day.';
create index access_office_account on access_office (account);
create index access_office_area on access_office (area_code);

alter table access_office enable row level security;
alter table access_office force row level security;
-- Who holds an office above one is known below it: the village knows its county's secretary.
create policy area_scope on access_office for select using (
  (area_code >= (select current_setting('app.low', true))
    and area_code < (select current_setting('app.high', true))
    and ((select current_setting('app.spans', true)) = ''
      or kernel_in_spans(area_code, (select current_setting('app.spans', true)))))
  or starts_with((select current_setting('app.low', true)), area_code)
  or account = (select nullif(current_setting('app.account', true), ''))::uuid);
create policy given_in_area on access_office for insert with check (
  area_code >= (select current_setting('app.low', true))
  and area_code < (select current_setting('app.high', true)));
create policy ended_in_area on access_office for update using (
  area_code >= (select current_setting('app.low', true))
  and area_code < (select current_setting('app.high', true)));
grant select, insert, update on access_office to bangfu_app;
