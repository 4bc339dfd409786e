-- The ledger of money: entries and their lines are insert-only, an account is found by what it stands for,
-- and what an account holds on a day is the sum of its days. Days are kept as deltas written with each
-- posting and folded by a timer, so that postings never queue for one row.
create table funds_account (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  kind text not null,
  source text not null,
  purpose text not null,
  holder text not null,
  project_id uuid,
  household_id uuid,
  primary key (county, id)
);
comment on table funds_account is 'What money is at a place: kind, source, purpose, area, holder, project, household.';
create unique index funds_account_key on funds_account
  (county, area_code, kind, source, purpose, holder, project_id, household_id) nulls not distinct;
create index funds_account_area on funds_account (area_code, kind);
create index funds_account_household on funds_account (county, household_id) where household_id is not null;
create index funds_account_project on funds_account (county, project_id) where project_id is not null;

create table funds_entry (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  kind text not null,
  true_on date not null,
  document text not null,
  memo text not null,
  amount_fen bigint not null,
  author uuid not null,
  author_name text not null,
  approvers jsonb not null,
  reverses uuid,
  cause text,
  recorded_at timestamptz not null,
  primary key (county, id),
  constraint amount_is_positive check (amount_fen > 0)
);
comment on table funds_entry is 'Insert-only: one posting with its document, day, author and approvers. amount_fen is the sum of its gains.';
create unique index funds_entry_reversed_once on funds_entry (county, reverses) where reverses is not null;
create index funds_entry_area on funds_entry (area_code, true_on desc, id);
create index funds_entry_document on funds_entry (county, document, true_on);

create table funds_line (
  county integer not null,
  entry_id uuid not null,
  position integer not null,
  account_id uuid not null,
  household_id uuid,
  area_code text collate "C" not null,
  true_on date not null,
  amount_fen bigint not null,
  primary key (county, entry_id, position),
  constraint line_is_of_an_entry foreign key (county, entry_id) references funds_entry (county, id),
  constraint line_is_of_an_account foreign key (county, account_id) references funds_account (county, id),
  constraint line_is_not_nothing check (amount_fen <> 0)
);
comment on table funds_line is 'Insert-only: what an account gains (plus) or gives (minus). The lines of an entry sum to zero.';
create index funds_line_account on funds_line (county, account_id, true_on desc, entry_id);
create index funds_line_household on funds_line (county, household_id, true_on desc) where household_id is not null;

create table funds_day (
  county integer not null,
  account_id uuid not null,
  true_on date not null,
  amount_fen bigint not null,
  primary key (county, account_id, true_on)
);
comment on table funds_day is 'What an account gained on a day, folded from funds_delta.';

create table funds_delta (
  county integer not null,
  account_id uuid not null,
  true_on date not null,
  amount_fen bigint not null
);
comment on table funds_delta is 'What was posted and is not folded into funds_day yet.';
create index funds_delta_account on funds_delta (county, account_id, true_on);

create table funds_period (
  county integer not null,
  area_code text collate "C" not null,
  month date not null,
  act integer not null,
  state text not null,
  account uuid not null,
  account_name text not null,
  reason text not null,
  recorded_at timestamptz not null,
  primary key (county, area_code, month, act),
  constraint state_is_known check (state in ('closed', 'opened'))
);
comment on table funds_period is 'Insert-only: a month of a county was closed, or opened again with a reason.';

do $policies$
declare
  owned text;
begin
  foreach owned in array array['funds_account', 'funds_line'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format($policy$
      create policy area_scope on %I using (
        area_code >= current_setting('app.low', true)
        and area_code < current_setting('app.high', true)
        and ((select case when current_setting('app.spans', true) = '' then 1 end) is not null
          or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
        and ((select case when current_setting('app.households', true) = '' then 1 end) is not null
          or household_id = any (array(select unnest(string_to_array(current_setting('app.households', true), ',')::uuid[])))))
      $policy$, owned);
  end loop;
  foreach owned in array array['funds_entry', 'funds_period'] loop
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
  -- Days carry no area of their own: whoever sees the account sees its days.
  foreach owned in array array['funds_day', 'funds_delta'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format($policy$
      create policy account_scope on %I using (exists (
        select from funds_account a where a.county = %I.county and a.id = %I.account_id))
      $policy$, owned, owned, owned);
  end loop;
end
$policies$;
grant select, insert on funds_account, funds_entry, funds_line, funds_period to bangfu_app;
grant select, insert, update on funds_day to bangfu_app;
grant select, insert, delete on funds_delta to bangfu_app;
