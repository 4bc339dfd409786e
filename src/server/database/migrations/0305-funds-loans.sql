-- Loans to households: asked for, answered by a bank, signed, lent, used, repaid. The acts of a loan are
-- insert-only; where it stands is kept beside them. Money moves by entries of the ledger alone, in the same
-- transaction. Whoever is an officer of a bank sees the rows of that bank and no others, by row security.
create table funds_loan_bank (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  name text not null,
  agreement text not null,
  agreed_on date not null,
  agreed_fen bigint not null,
  loss_percent integer not null,
  townships text[] not null,
  entered_by_name text not null,
  entered_at timestamptz not null,
  primary key (county, id),
  constraint bank_stands_once_in_its_county unique (county, name),
  constraint loss_is_a_share check (loss_percent between 0 and 100),
  constraint agreed_amount_is_not_negative check (agreed_fen >= 0)
);
comment on table funds_loan_bank is 'A bank that lends here by a framework agreement. loss_percent is what the risk fund bears of a loss, as agreed with this bank; the bank bears the rest.';

create table funds_loan_officer (
  county integer not null,
  account uuid not null,
  bank_id uuid not null,
  area_code text collate "C" not null,
  account_name text not null,
  primary key (county, account)
);
comment on table funds_loan_officer is 'Whose account works for which bank.';

create table funds_loan (
  county integer not null,
  id uuid not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  bank_id uuid,
  lender text not null,
  mode text not null,
  product text not null,
  pack text not null,
  pack_version text not null,
  purpose text not null,
  asked_fen bigint not null,
  months integer not null,
  asked_on date not null,
  asked_by uuid not null,
  state text not null,
  refusal text,
  approved_fen bigint,
  rate_ppm integer,
  subsidy_ppm integer,
  day_basis integer,
  subsidy_until date,
  contract text,
  insurance text,
  operator text,
  lent_on date,
  due_on date,
  lent_fen bigint not null default 0,
  owed_fen bigint not null default 0,
  claimed_fen bigint not null default 0,
  use_found text,
  primary key (county, id),
  constraint asked_amount_is_positive check (asked_fen > 0),
  constraint nobody_owes_less_than_nothing check (owed_fen >= 0 and owed_fen <= lent_fen),
  constraint loan_state_is_known check (state in
    ('applied', 'approved', 'signed', 'lent', 'settled', 'covered', 'refused', 'withdrawn')),
  constraint use_is_known check (use_found in ('asStated', 'misused'))
);
comment on table funds_loan is 'A loan as it stands. rate_ppm is the yearly rate in millionths, subsidy_ppm what of it is subsidised.';
create index funds_loan_asked on funds_loan (area_code, asked_on desc, id desc);
create index funds_loan_due on funds_loan (area_code, due_on, id) where owed_fen > 0;
create index funds_loan_household on funds_loan (county, household_id);
create index funds_loan_of_bank on funds_loan (county, bank_id, state);

create table funds_loan_act (
  county integer not null,
  loan_id uuid not null,
  position integer not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  bank_id uuid,
  kind text not null,
  true_on date not null,
  amount_fen bigint,
  document text not null default '',
  words text not null default '',
  facts jsonb not null default '{}',
  entry_id uuid,
  account uuid not null,
  account_name text not null,
  recorded_at timestamptz not null,
  primary key (county, loan_id, position),
  constraint act_is_of_a_loan foreign key (county, loan_id) references funds_loan (county, id)
);
comment on table funds_loan_act is 'Insert-only: what was done with a loan, by whom, with the entry that moved its money.';

create table funds_loan_paper (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  kind text not null,
  bank_id uuid,
  loan_id uuid,
  amount_fen bigint not null,
  true_on date not null,
  from_on date,
  until_on date,
  document text not null,
  facts jsonb not null default '{}',
  state text not null,
  approvals_needed integer not null,
  approval_level text not null,
  approvals jsonb not null default '[]',
  entry_id uuid,
  author uuid not null,
  author_name text not null,
  entered_at timestamptz not null,
  ended_by_name text,
  ended_reason text,
  primary key (county, id),
  constraint paper_amount_is_positive check (amount_fen > 0),
  constraint paper_kind_is_known check (kind in ('subsidy', 'deposit', 'claim', 'recovery')),
  constraint paper_state_is_known check (state in ('waiting', 'posted', 'refused', 'withdrawn'))
);
comment on table funds_loan_paper is 'What a bank claims or somebody pays into the risk fund: waits for approval, then stands as an entry.';
create index funds_loan_paper_area on funds_loan_paper (area_code, entered_at desc, id desc);
create index funds_loan_paper_loan on funds_loan_paper (county, loan_id) where loan_id is not null;

create table funds_loan_interest (
  county integer not null,
  paper_id uuid not null,
  loan_id uuid not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  bank_id uuid,
  days integer not null,
  amount_fen bigint not null,
  primary key (county, paper_id, loan_id),
  constraint line_is_of_a_paper foreign key (county, paper_id) references funds_loan_paper (county, id),
  constraint interest_is_positive check (amount_fen > 0)
);
comment on table funds_loan_interest is 'Insert-only: what a subsidy claim asks for one loan.';

do $policies$
declare
  owned text;
  banks constant text := $text$
    ((select count(*) from funds_loan_officer o
        where o.account = (select nullif(current_setting('app.account', true), ''))::uuid) = 0
      or %s = any (array(select o.bank_id from funds_loan_officer o
        where o.account = (select nullif(current_setting('app.account', true), ''))::uuid)))
  $text$;
begin
  foreach owned in array array['funds_loan', 'funds_loan_act', 'funds_loan_interest'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format($policy$
      create policy area_scope on %I using (
        area_code >= current_setting('app.low', true)
        and area_code < current_setting('app.high', true)
        and ((select case when current_setting('app.spans', true) = '' then 1 end) is not null
          or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
        and ((select case when current_setting('app.households', true) = '' then 1 end) is not null
          or household_id = any (array(select unnest(string_to_array(current_setting('app.households', true), ',')::uuid[]))))
        and %s)
      $policy$, owned, format(banks, 'bank_id'));
  end loop;
  alter table funds_loan_paper enable row level security;
  alter table funds_loan_paper force row level security;
  execute format($policy$
    create policy area_scope on funds_loan_paper using (
      area_code >= current_setting('app.low', true)
      and area_code < current_setting('app.high', true)
      and ((select case when current_setting('app.spans', true) = '' then 1 end) is not null
        or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
      and (select case when current_setting('app.households', true) = '' then 1 end) is not null
      and %s)
    $policy$, format(banks, 'bank_id'));
  -- Villages below a county see which banks lend there.
  alter table funds_loan_bank enable row level security;
  alter table funds_loan_bank force row level security;
  execute format($policy$
    create policy area_scope on funds_loan_bank using (
      ((area_code >= current_setting('app.low', true) and area_code < current_setting('app.high', true))
        or area_code = left(current_setting('app.low', true), 6))
      and (select case when current_setting('app.households', true) = '' then 1 end) is not null
      and %s)
    $policy$, format(banks, 'id'));
  -- An officer is known to the row security of the loans, wherever the account itself looks.
  alter table funds_loan_officer enable row level security;
  alter table funds_loan_officer force row level security;
  create policy area_scope on funds_loan_officer using (
    account = (select nullif(current_setting('app.account', true), ''))::uuid
    or (area_code >= current_setting('app.low', true) and area_code < current_setting('app.high', true)
      and (select case when current_setting('app.households', true) = '' then 1 end) is not null));
end
$policies$;
grant select, insert, update on funds_loan_bank, funds_loan_officer, funds_loan, funds_loan_paper to bangfu_app;
grant select, insert on funds_loan_act, funds_loan_interest to bangfu_app;
