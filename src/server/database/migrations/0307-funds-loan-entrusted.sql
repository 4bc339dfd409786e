-- Entrusted operation: a loan of a household that others run for it. The contract names six parties and what
-- each is bound to; a yearly return is due until it ends. From the day the rules forbid it none is begun, and
-- each old one is wound down: used by the household itself, or paid back.
create table funds_loan_entrusted (
  county integer not null,
  loan_id uuid not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  bank_id uuid,
  operator text not null,
  parties jsonb not null,
  document text not null,
  principal_fen bigint not null,
  yield_ppm integer not null,
  from_on date not null,
  until_on date not null,
  how text,
  agreed_on date,
  settled_on date,
  primary key (county, loan_id),
  constraint contract_is_of_a_loan foreign key (county, loan_id) references funds_loan (county, id),
  constraint way_out_is_known check (how in ('ownUse', 'recovery'))
);
comment on table funds_loan_entrusted is 'A contract of entrusted operation, and how it is wound down.';
create index funds_loan_entrusted_area on funds_loan_entrusted (area_code, from_on, loan_id);

create table funds_loan_return (
  county integer not null,
  loan_id uuid not null,
  year integer not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  bank_id uuid,
  due_on date not null,
  due_fen bigint not null,
  paid_fen bigint not null default 0,
  primary key (county, loan_id, year),
  constraint return_is_of_a_contract foreign key (county, loan_id)
    references funds_loan_entrusted (county, loan_id),
  constraint no_return_is_paid_twice check (paid_fen between 0 and due_fen)
);
comment on table funds_loan_return is 'What an operator owes a household for a year, and what it paid.';

do $policies$
declare
  owned text;
begin
  foreach owned in array array['funds_loan_entrusted', 'funds_loan_return'] loop
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
        and ((select count(*) from funds_loan_officer o
            where o.account = (select nullif(current_setting('app.account', true), ''))::uuid) = 0
          or bank_id = any (array(select o.bank_id from funds_loan_officer o
            where o.account = (select nullif(current_setting('app.account', true), ''))::uuid))))
      $policy$, owned);
  end loop;
end
$policies$;
grant select, insert, update on funds_loan_entrusted, funds_loan_return to bangfu_app;
