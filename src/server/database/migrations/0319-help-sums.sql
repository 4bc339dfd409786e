-- Help in an area is read as sums of plans, measures and benefits, so they are kept by village. Distinct
-- households cannot be added up from differences, so whoever changes a household, or what is planned for it,
-- marks its village, and a timer counts marked villages anew; until then a reader counts them itself.
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

create table kernel_changed_village (
  id bigint generated always as identity primary key,
  area_code text collate "C" not null
);
comment on table kernel_changed_village is 'Insert-only, in the transaction of the change: villages whose households, or what is theirs, changed.';
create index kernel_changed_village_area on kernel_changed_village (area_code);

insert into kernel_changed_village (area_code)
select left(area_code, 12) from assistance_plan where household_id is not null
union select left(area_code, 12) from assistance_benefit;

do $policies$
declare
  owned text;
begin
  foreach owned in array array['assistance_sum', 'kernel_changed_village'] loop
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
grant select, insert, delete on kernel_changed_village to bangfu_app;
