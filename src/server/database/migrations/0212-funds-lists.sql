-- Payments to households by list: drawn up by a department, checked line by line, approved by others, posted
-- by a job, answered by the bank, and confirmed or disputed by the household itself.
create table funds_list (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  title text not null,
  holder text not null default '',
  source text not null,
  purpose text not null,
  from_area text collate "C" not null,
  from_project uuid,
  benefit text,
  period text not null,
  document text not null,
  pay_on date not null,
  state text not null,
  lines integer not null default 0,
  held integer not null default 0,
  total_fen bigint not null default 0,
  checked_at timestamptz,
  author uuid not null,
  author_name text not null,
  created_at timestamptz not null,
  approvals_needed integer not null default 1,
  approval_level text not null default 'county',
  approvals jsonb not null default '[]',
  returned_reason text,
  job uuid,
  answered_at timestamptz,
  retry_of uuid,
  primary key (county, id),
  constraint list_state_is_known check (state in
    ('draft', 'checking', 'checked', 'waiting', 'posting', 'posted', 'answered', 'discarded'))
);
comment on table funds_list is 'A list of payments to households out of one purse.';
create index funds_list_area on funds_list (area_code, created_at desc, id);

create table funds_payment (
  county integer not null,
  id uuid not null,
  list_id uuid not null,
  position integer not null,
  household_no text collate "C" not null,
  household_id uuid,
  area_code text collate "C" not null,
  name text not null default '',
  amount_fen bigint not null,
  account_mask text,
  account_hash bytea,
  state text not null,
  problems text[] not null default '{}',
  entry_id uuid,
  paid_on date,
  bank_note text,
  word text,
  word_said text,
  word_by_name text,
  word_at timestamptz,
  word_answer text,
  word_answered_by text,
  primary key (county, id),
  constraint payment_stands_once_in_its_list unique (county, list_id, position),
  constraint paid_amount_is_positive check (amount_fen > 0),
  constraint payment_state_is_known check (state in ('listed', 'held', 'posted', 'paid', 'failed')),
  constraint word_is_known check (word in ('confirmed', 'disputed'))
);
comment on table funds_payment is 'One line of a list; what was found against it; what the bank and the household said.';
create index funds_payment_household on funds_payment (county, household_id) where household_id is not null;
create index funds_payment_account on funds_payment (county, account_hash) where account_hash is not null;
create index funds_payment_disputed on funds_payment (area_code, word_at desc) where word = 'disputed';
create index funds_payment_area on funds_payment (area_code, state);

do $policies$
begin
  alter table funds_list enable row level security;
  alter table funds_list force row level security;
  create policy area_scope on funds_list using (
    area_code >= current_setting('app.low', true)
    and area_code < current_setting('app.high', true)
    and ((select case when current_setting('app.spans', true) = '' then 1 end) is not null
      or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
    and (select case when current_setting('app.households', true) = '' then 1 end) is not null);
  alter table funds_payment enable row level security;
  alter table funds_payment force row level security;
  create policy area_scope on funds_payment using (
    area_code >= current_setting('app.low', true)
    and area_code < current_setting('app.high', true)
    and ((select case when current_setting('app.spans', true) = '' then 1 end) is not null
      or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
    and ((select case when current_setting('app.households', true) = '' then 1 end) is not null
      or household_id = any (array(select unnest(string_to_array(current_setting('app.households', true), ',')::uuid[])))));
end
$policies$;
grant select, insert, update on funds_list to bangfu_app;
grant select, insert, update, delete on funds_payment to bangfu_app;
