-- The queue is read by line: a process, its step and whose turn it is. Cases of one line in one village,
-- township or county stand in the index in the order of their last days, so that a page of any of them is
-- a few rows of the index, whatever else waits. How many stand in a line is kept as deltas, folded like
-- the counts of the register.
create function casework_line(process text, step text, waits_for text[]) returns text
  language sql immutable parallel safe
  as $line$ select process || '.' || step || '.' || array_to_string(waits_for, ',') $line$;

-- Columns of their own and no expressions: under row security an index on a function that is not
-- leakproof serves no condition.
alter table casework_case
  add column township text collate "C" generated always as (left(area_code, 9)) stored,
  add column village text collate "C" generated always as (left(area_code, 12)) stored,
  add column line text collate "C" generated always as (casework_line(process, step, waits_for)) stored,
  add column due_key date generated always as (coalesce(due_on, '9999-12-31'::date)) stored;

drop index casework_case_queue;
create index casework_case_line on casework_case (line, due_key, id) where step is not null;
create index casework_case_of_county on casework_case (county, line, due_key, id) where step is not null;
create index casework_case_of_township on casework_case (township, line, due_key, id) where step is not null;
create index casework_case_of_village on casework_case (village, line, due_key, id) where step is not null;

create table casework_count (
  area_code text collate "C" not null,
  pack text collate "C" not null,
  pack_edition text collate "C" not null,
  process text collate "C" not null,
  step text collate "C" not null,
  waits_for text[] not null,
  since date not null,
  due_key date not null,
  cases bigint not null,
  primary key (area_code, pack, pack_edition, process, step, waits_for, since, due_key)
);
comment on table casework_count is 'Open cases of every area at every level by line and days, compacted from the deltas.';

create table casework_count_delta (
  id bigint generated always as identity primary key,
  area_code text collate "C" not null,
  pack text collate "C" not null,
  pack_edition text collate "C" not null,
  process text collate "C" not null,
  step text collate "C" not null,
  waits_for text[] not null,
  since date not null,
  due_key date not null,
  cases bigint not null
);
comment on table casework_count_delta is 'Insert-only, in the transaction of the act, by village; a timer folds them into casework_count.';
create index casework_count_delta_area on casework_count_delta (area_code);

insert into casework_count_delta
  (area_code, pack, pack_edition, process, step, waits_for, since, due_key, cases)
select village, pack, pack_edition, process, step, waits_for, step_since, due_key, count(*)
from casework_case where step is not null
group by 1, 2, 3, 4, 5, 6, 7, 8;

do $policies$
declare
  owned text;
begin
  foreach owned in array array['casework_count', 'casework_count_delta'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format($policy$
      create policy area_scope on %I using (
        area_code >= (select current_setting('app.low', true))
        and area_code < (select current_setting('app.high', true))
        and ((select current_setting('app.spans', true)) = ''
          or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
      )$policy$, owned);
  end loop;
end
$policies$;
-- Who is limited to a set of households sees no counts at all.
create policy whole_areas_only on casework_count as restrictive
  using ((select current_setting('app.households', true)) = '');
grant select, insert, update, delete on casework_count to bangfu_app;
grant select, insert, delete on casework_count_delta to bangfu_app;
