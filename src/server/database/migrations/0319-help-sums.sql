-- Help in an area is read as sums of plans, measures and benefits, so they are kept by village. Distinct
-- households cannot be added up from differences, so a change marks its village, and a timer counts marked
-- villages anew; until then a reader counts them itself. Triggers mark, for measures and benefits change in
-- many places, and the register changes without them.
create table assistance_sum (
  area_code text collate "C" not null,
  kind text not null,
  key text[] not null,
  households bigint not null,
  persons bigint not null,
  promised_fen bigint not null,
  delivered_fen bigint not null,
  primary key (area_code, kind, key),
  constraint kind_is_known
    check (kind in ('plan', 'late', 'cell', 'primary', 'delivery', 'detail'))
);
comment on table assistance_sum is 'Help of every village as it was counted when the village was last changed.';
comment on column assistance_sum.key is
  'plan: state; late: first day passed; cell: cause, measure; primary: measure; delivery: measure, kind, state, stage; detail: measure, kind, list, code.';
comment on column assistance_sum.households is 'Of a delivery: benefits.';

create table assistance_sum_due (
  id bigint generated always as identity primary key,
  area_code text collate "C" not null
);
comment on table assistance_sum_due is 'Insert-only, in the transaction of the change: villages to count anew.';
create index assistance_sum_due_area on assistance_sum_due (area_code);

insert into assistance_sum_due (area_code)
select left(area_code, 12) from assistance_plan where household_id is not null
union select left(area_code, 12) from assistance_benefit;

do $policies$
declare
  owned text;
begin
  foreach owned in array array['assistance_sum', 'assistance_sum_due'] loop
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
-- Who is limited to a set of households sees no sums at all.
create policy whole_areas_only on assistance_sum as restrictive
  using ((select current_setting('app.households', true)) = '');
grant select, insert, delete on assistance_sum to bangfu_app;
grant select, insert, delete on assistance_sum_due to bangfu_app;

create function assistance_mark_entered() returns trigger language plpgsql as $mark$
begin
  insert into assistance_sum_due (area_code) select distinct left(area_code, 12) from entered;
  return null;
end
$mark$;

create function assistance_mark_changed() returns trigger language plpgsql as $mark$
begin
  insert into assistance_sum_due (area_code)
  select left(area_code, 12) from was union select left(area_code, 12) from now_is;
  return null;
end
$mark$;

create function assistance_mark_household() returns trigger language plpgsql as $mark$
begin
  insert into assistance_sum_due (area_code)
  select left(old.area_code, 12) union select left(new.area_code, 12);
  return null;
end
$mark$;

do $marks$
declare
  counted text;
begin
  foreach counted in array array['assistance_plan', 'assistance_measure', 'assistance_benefit'] loop
    execute format('create trigger sums_are_due_entered after insert on %I
      referencing new table as entered for each statement execute function assistance_mark_entered()', counted);
    execute format('create trigger sums_are_due_changed after update on %I
      referencing old table as was new table as now_is
      for each statement execute function assistance_mark_changed()', counted);
    execute format('create trigger sums_are_due_removed after delete on %I
      referencing old table as entered for each statement execute function assistance_mark_entered()', counted);
  end loop;
end
$marks$;
create trigger assistance_sums_are_due after update on registry_household
  for each row
  when (old.members <> new.members or old.stage <> new.stage or old.area_code <> new.area_code
    or old.primary_cause is distinct from new.primary_cause
    or old.primary_measure is distinct from new.primary_measure)
  execute function assistance_mark_household();
