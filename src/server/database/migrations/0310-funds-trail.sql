-- Money that can be followed. A line says which entry it takes back, so that whoever sees the line alone knows
-- that the money never moved; and what was paid is kept by place, month, source, use, project and who got it,
-- folded with the days, so that the flow of a county reads sums and no lines.
alter table funds_line add column reverses uuid;
comment on column funds_line.reverses is 'The entry that a reversal takes back.';
update funds_line l set reverses = e.reverses
from funds_entry e
where e.county = l.county and e.id = l.entry_id and e.reverses is not null;
create index funds_line_taken_back on funds_line (county, account_id, reverses) where reverses is not null;
-- What went out, in order: the other side of funds_line_gain.
create index funds_line_give on funds_line (county, account_id, true_on, entry_id, position)
  include (amount_fen, act) where amount_fen < 0;

create table funds_flow (
  county integer not null,
  area_code text collate "C" not null,
  month date not null,
  source text not null,
  purpose text not null,
  project text not null default '',
  kind text not null,
  to_households boolean not null,
  amount_fen bigint not null,
  primary key (county, area_code, month, source, purpose, project, kind, to_households)
);
comment on table funds_flow is 'What accounts at the end of the way gained in a month of a place, together; folded with funds_day.';
create index funds_flow_area on funds_flow (area_code, month);

insert into funds_flow (county, area_code, month, source, purpose, project, kind, to_households, amount_fen)
select a.county, left(a.area_code, 12), date_trunc('month', d.true_on)::date, a.source, a.purpose,
  coalesce(a.project_id::text, ''), a.kind, a.household is not null, sum(d.amount_fen)
from funds_day d join funds_account a on a.county = d.county and a.id = d.account_id
where a.kind in ('spent', 'riskFund', 'lent', 'written', 'bank')
group by 1, 2, 3, 4, 5, 6, 7, 8;

alter table funds_flow enable row level security;
alter table funds_flow force row level security;
create policy area_scope on funds_flow using (
  area_code >= current_setting('app.low', true)
  and area_code < current_setting('app.high', true)
  and ((select case when current_setting('app.spans', true) = '' then 1 end) is not null
    or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
  and (select case when current_setting('app.households', true) = '' then 1 end) is not null);
grant select, insert, update on funds_flow to bangfu_app;
