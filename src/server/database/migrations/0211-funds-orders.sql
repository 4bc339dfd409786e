-- Money as people move it: an order says what is to be posted, others approve it, and the posting and the
-- order are one transaction. Lines say their paper themselves, since who sees the money of a township does
-- not see the entries of the county. Sums by day, place, source and use are folded with the days.
-- What was spent in a village stays in its books when the household moves: these are no rows that follow it.
alter table funds_account rename column household_id to household;
alter table funds_line rename column household_id to household;
alter table funds_line add column entry_kind text not null default '';
alter table funds_line add column act text not null default '';
alter table funds_line add column document text not null default '';
alter table funds_line add column memo text not null default '';
alter table funds_line alter column entry_kind drop default;
alter table funds_line alter column act drop default;
comment on column funds_line.act is 'Kind of the entry; of a reversal, the kind of what it takes back.';
alter table funds_line alter column document drop default;
alter table funds_line alter column memo drop default;
create index funds_line_area on funds_line (area_code, true_on desc, entry_id, position);
-- What came in, in order: the lots from which what went out is drawn.
create index funds_line_gain on funds_line (county, account_id, true_on, entry_id, position)
  include (amount_fen) where amount_fen > 0;

create table funds_tally (
  county integer not null,
  area_code text collate "C" not null,
  kind text not null,
  source text not null,
  purpose text not null,
  true_on date not null,
  amount_fen bigint not null,
  primary key (county, area_code, kind, source, purpose, true_on)
);
comment on table funds_tally is 'What accounts of a place down to the village gained on a day, together; folded with funds_day.';
create index funds_tally_area on funds_tally (area_code, true_on);

create table funds_order (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  kind text not null,
  true_on date not null,
  document text not null,
  memo text not null default '',
  source text not null,
  purpose text not null,
  amount_fen bigint not null,
  from_kind text not null,
  from_area text collate "C" not null,
  from_holder text not null default '',
  from_project uuid,
  to_area text collate "C" not null,
  to_holder text not null default '',
  to_purpose text,
  to_project uuid,
  household_id uuid,
  again text,
  state text not null,
  approvals_needed integer not null,
  approval_level text not null,
  approvals jsonb not null default '[]',
  entry_id uuid,
  author uuid not null,
  author_name text not null,
  entered_at timestamptz not null,
  ended_at timestamptz,
  ended_by_name text,
  ended_reason text,
  primary key (county, id),
  constraint ordered_amount_is_positive check (amount_fen > 0),
  constraint order_state_is_known check (state in ('waiting', 'posted', 'refused', 'withdrawn'))
);
comment on table funds_order is 'What somebody wants posted: waits for its approvals, then stands as an entry.';
create index funds_order_waiting on funds_order (area_code, entered_at desc, id) where state = 'waiting';
create index funds_order_area on funds_order (area_code, entered_at desc, id);

do $policies$
declare
  owned text;
begin
  foreach owned in array array['funds_tally', 'funds_order'] loop
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
grant select, insert, update on funds_tally, funds_order to bangfu_app;
