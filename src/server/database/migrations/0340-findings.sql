-- What an auditor's rules question is looked for by a job over all lines of a county and kept with the moment it
-- was true, so that opening the page reads what was found and no line. A county has one look that is kept; a new
-- one takes its place when it is whole.
create table funds_finding_look (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  state text not null,
  job uuid,
  true_on date not null,
  begun_at timestamptz not null,
  account_name text not null default '',
  primary key (county, id),
  constraint look_state_is_known check (state in ('running', 'kept'))
);
comment on table funds_finding_look is 'One look of the auditor''s rules over the books of a county: begun, and kept when it is whole.';
create unique index funds_finding_look_one_of_each on funds_finding_look (county, state);

create table funds_finding (
  county integer not null,
  look_id uuid not null,
  rule text not null,
  number integer not null,
  area_code text collate "C" not null,
  key text collate "C" not null,
  true_on date not null,
  amount_fen bigint not null,
  payments integer not null,
  entries text[] not null,
  households text[] not null,
  holder text not null,
  document text not null,
  facts jsonb not null,
  primary key (county, look_id, rule, number),
  constraint finding_is_of_a_look foreign key (county, look_id) references funds_finding_look (county, id)
);
comment on table funds_finding is 'What a rule questioned, the largest of every place; its area holds all that it is about.';
create index funds_finding_listed on funds_finding (area_code, rule);
-- The largest of a province are met in their order.
create index funds_finding_largest on funds_finding (rule, amount_fen desc, key desc);

create table funds_finding_sum (
  county integer not null,
  look_id uuid not null,
  rule text not null,
  area_code text collate "C" not null,
  findings bigint not null,
  amount_fen bigint not null,
  primary key (county, look_id, rule, area_code),
  constraint sum_is_of_a_look foreign key (county, look_id) references funds_finding_look (county, id)
);
comment on table funds_finding_sum is 'All that a rule questioned in a place, listed or not.';
create index funds_finding_sum_area on funds_finding_sum (area_code);

do $policies$
declare
  owned text;
begin
  foreach owned in array array['funds_finding', 'funds_finding_sum'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format($policy$
      create policy area_scope on %I using (
        area_code >= (select current_setting('app.low', true))
        and area_code < (select current_setting('app.high', true))
        and ((select current_setting('app.spans', true)) = ''
          or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
        and (select current_setting('app.households', true)) = '')
      $policy$, owned);
  end loop;
end
$policies$;
alter table funds_finding_look enable row level security;
alter table funds_finding_look force row level security;
-- When a county was looked at is told to its townships and villages as well.
create policy area_scope on funds_finding_look using (
  (area_code >= (select current_setting('app.low', true))
    and area_code < (select current_setting('app.high', true))
    or length((select current_setting('app.low', true))) > 6
      and area_code = left((select current_setting('app.low', true)), 6))
  and (select current_setting('app.households', true)) = '');
grant select, insert, update, delete on funds_finding_look to bangfu_app;
grant select, insert, delete on funds_finding, funds_finding_sum to bangfu_app;

-- What was posted since a look is counted, and changes of use are listed, without the other entries.
create index funds_entry_recorded on funds_entry (county, recorded_at);
create index funds_entry_repurposed on funds_entry (area_code, true_on desc, id) where kind = 'repurpose';
