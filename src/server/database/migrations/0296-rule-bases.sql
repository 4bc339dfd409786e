-- Bases of rules about money that stand in no book: the increment of revenue, idle funds that were recovered.
create table funds_rule_base (
  county integer not null,
  area_code text collate "C" not null,
  rule text not null,
  limit_id text not null,
  year integer not null,
  position integer not null,
  amount_fen bigint not null,
  document text not null,
  account uuid not null,
  account_name text not null,
  recorded_at timestamptz not null,
  primary key (county, area_code, rule, limit_id, year, position),
  constraint base_is_positive check (amount_fen > 0)
);
comment on table funds_rule_base is 'Insert-only: the base of a rule in an area and a year, with its paper; the latest counts.';

alter table funds_rule_base enable row level security;
alter table funds_rule_base force row level security;
create policy area_scope on funds_rule_base using (
  area_code >= current_setting('app.low', true)
  and area_code < current_setting('app.high', true)
  and ((select case when current_setting('app.spans', true) = '' then 1 end) is not null
    or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
  and (select case when current_setting('app.households', true) = '' then 1 end) is not null);
grant select, insert on funds_rule_base to bangfu_app;
