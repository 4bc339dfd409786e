-- Targets of loans: what was assigned from above and what a place set itself, in yuan or in households, each
-- from its paper, so that a rate of completion always has its base.
create table funds_loan_target (
  county integer not null,
  area_code text collate "C" not null,
  year integer not null,
  kind text not null,
  measure text not null,
  position integer not null,
  value bigint not null,
  document text not null,
  account uuid not null,
  account_name text not null,
  recorded_at timestamptz not null,
  primary key (county, area_code, year, kind, measure, position),
  constraint kind_is_known check (kind in ('assigned', 'own')),
  constraint measure_is_known check (measure in ('amount', 'households')),
  constraint target_is_positive check (value > 0)
);
comment on table funds_loan_target is 'Insert-only: a target of loans of an area and a year, fen or households; the latest counts.';

alter table funds_loan_target enable row level security;
alter table funds_loan_target force row level security;
create policy area_scope on funds_loan_target using (
  area_code >= current_setting('app.low', true)
  and area_code < current_setting('app.high', true)
  and ((select case when current_setting('app.spans', true) = '' then 1 end) is not null
    or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
  and (select case when current_setting('app.households', true) = '' then 1 end) is not null);
grant select, insert on funds_loan_target to bangfu_app;
