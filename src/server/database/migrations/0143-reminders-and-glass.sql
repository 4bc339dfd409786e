-- What fell due is told inside the product; what somebody has read is all that is kept of it.
create table casework_reminder_read (
  account uuid not null,
  key text collate "C" not null,
  read_at timestamptz not null,
  primary key (account, key)
);
comment on table casework_reminder_read is 'Reminders an account has read; the reminders themselves follow from the cases.';
alter table casework_reminder_read enable row level security;
alter table casework_reminder_read force row level security;
create policy one_s_own on casework_reminder_read using (
  account = (select nullif(current_setting('app.account', true), ''))::uuid);
grant select, insert on casework_reminder_read to bangfu_app;

-- Breaking the glass: one household outside one's area is opened with a reason, for a while. The row lies in
-- the household's area, so that its county sees who did it, and is seen by whoever did.
create table registry_glass (
  county integer not null,
  id uuid not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  account uuid not null,
  account_name text not null,
  account_title text not null,
  account_role text not null,
  reason text not null,
  opened_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (county, id),
  constraint glass_is_of_a_household
    foreign key (county, household_id) references registry_household (county, id)
);
comment on table registry_glass is 'Insert-only: who opened which household outside their area, why and until when.';
create index registry_glass_area on registry_glass (area_code, opened_at desc);
create index registry_glass_account on registry_glass (account, opened_at desc);
alter table registry_glass enable row level security;
alter table registry_glass force row level security;
create policy area_or_own on registry_glass for select using (
  (area_code >= (select current_setting('app.low', true))
    and area_code < (select current_setting('app.high', true))
    and ((select current_setting('app.spans', true)) = ''
      or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
    and ((select current_setting('app.households', true)) = ''))
  or account = (select nullif(current_setting('app.account', true), ''))::uuid);
create policy by_oneself on registry_glass for insert with check (
  account = (select nullif(current_setting('app.account', true), ''))::uuid
  or (select current_setting('app.low', true)) = '');
grant select, insert on registry_glass to bangfu_app;
