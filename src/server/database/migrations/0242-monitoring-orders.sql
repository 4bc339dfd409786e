-- Follow-up orders: one order goes to villages, townships or units; each of them is a part that is whole by
-- itself, because whoever receives it does not see the issuer's rows. Circulars say who was late, once.
create table monitoring_order (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  number integer not null,
  title text not null,
  words text not null,
  basis text not null default '',
  basis_link text,
  issued_by uuid not null,
  issued_by_name text not null,
  issued_on date not null,
  due_on date not null,
  closed_on date,
  primary key (county, id),
  constraint order_is_due_after_it_is_issued check (due_on >= issued_on)
);
create unique index monitoring_order_number on monitoring_order (county, number);
create index monitoring_order_area on monitoring_order (area_code, issued_on desc, id);

create table monitoring_order_part (
  county integer not null,
  id uuid not null,
  order_id uuid not null,
  area_code text collate "C" not null,
  kind text not null,
  name text not null,
  account uuid,
  number integer not null,
  title text not null,
  words text not null,
  basis text not null default '',
  issuer text not null,
  issuer_area text collate "C" not null,
  issued_on date not null,
  due_on date not null,
  state text not null,
  position integer not null,
  received_on date,
  reported_on date,
  reported_by uuid,
  report text,
  done_on date,
  urged integer not null default 0,
  primary key (county, id),
  constraint part_is_of_an_order foreign key (county, order_id) references monitoring_order (county, id),
  constraint part_goes_to_an_area_or_a_unit check (kind in ('area', 'unit')),
  constraint part_state_is_known check (state in ('issued', 'received', 'reported', 'returned', 'done')),
  constraint report_has_its_day check ((report is null) = (reported_on is null))
);
comment on table monitoring_order_part is 'What one village, township or unit was told to do, and how far it has come.';
create index monitoring_order_part_order on monitoring_order_part (county, order_id);
create index monitoring_order_part_area on monitoring_order_part (area_code, due_on, id) where state <> 'done';
create index monitoring_order_part_account on monitoring_order_part (account) where account is not null;

create table monitoring_order_act (
  county integer not null,
  part_id uuid not null,
  position integer not null,
  area_code text collate "C" not null,
  act text not null,
  words text not null default '',
  account uuid,
  account_name text not null,
  acted_on date not null,
  acted_at timestamptz not null,
  primary key (county, part_id, position),
  constraint order_act_is_of_a_part
    foreign key (county, part_id) references monitoring_order_part (county, id),
  constraint order_act_is_known check (act in ('issue', 'receive', 'report', 'urge', 'return', 'done'))
);
comment on table monitoring_order_act is 'Insert-only.';

create table monitoring_circular (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  number integer not null,
  title text not null,
  words text not null,
  issued_on date not null,
  issued_by uuid not null,
  issued_by_name text not null,
  office text not null,
  lines jsonb not null,
  primary key (county, id)
);
comment on table monitoring_circular is 'Insert-only: who was late on the day it was issued, as it was read out.';
create unique index monitoring_circular_number on monitoring_circular (county, number);
create index monitoring_circular_area on monitoring_circular (area_code, issued_on desc, id);

do $policies$
declare
  owned text;
begin
  foreach owned in array array['monitoring_order', 'monitoring_order_part', 'monitoring_order_act'] loop
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
alter table monitoring_circular enable row level security;
alter table monitoring_circular force row level security;
-- A circular is read in every place below the one that issued it.
create policy area_scope on monitoring_circular using (
  (area_code >= current_setting('app.low', true) and area_code < current_setting('app.high', true)
      and ((select case when current_setting('app.spans', true) = '' then 1 end) is not null
        or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
    or length(current_setting('app.low', true)) > length(area_code)
      and area_code = left(current_setting('app.low', true), length(area_code)))
  and (select case when current_setting('app.households', true) = '' then 1 end) is not null);
grant select, insert, update on monitoring_order to bangfu_app;
grant select, insert, update on monitoring_order_part to bangfu_app;
grant select, insert on monitoring_order_act to bangfu_app;
grant select, insert on monitoring_circular to bangfu_app;
