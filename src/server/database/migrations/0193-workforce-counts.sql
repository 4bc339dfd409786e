-- Cover and what is due are read by a county at once, so they are kept as counts of open pairings by
-- village: deltas written with each change, folded like the counts of the register. Triggers write them,
-- for pairings are changed in many places: entered, taken over, ended, visited, on leave, moved with their
-- household; and the people of a household change without its pairing.
create table workforce_count (
  area_code text collate "C" not null,
  unit_id uuid not null,
  due_key date not null,
  away_from date not null,
  away_to date not null,
  has_stand_in boolean not null,
  was_on_site boolean not null,
  households bigint not null,
  persons bigint not null,
  primary key (area_code, unit_id, due_key, away_from, away_to, has_stand_in, was_on_site)
);
comment on table workforce_count is 'Open pairings of every village by unit, day of the next visit and leave, compacted from the deltas.';
comment on column workforce_count.due_key is '9999-12-31 where no rule asks for a visit; the same stands in away_from and away_to for no day.';

create table workforce_count_delta (
  id bigint generated always as identity primary key,
  area_code text collate "C" not null,
  unit_id uuid not null,
  due_key date not null,
  away_from date not null,
  away_to date not null,
  has_stand_in boolean not null,
  was_on_site boolean not null,
  households bigint not null,
  persons bigint not null
);
comment on table workforce_count_delta is 'Insert-only, in the transaction of the change, by village; a timer folds them into workforce_count.';
create index workforce_count_delta_area on workforce_count_delta (area_code);

insert into workforce_count_delta (area_code, unit_id, due_key, away_from, away_to, has_stand_in,
  was_on_site, households, persons)
select left(p.area_code, 12), coalesce(p.unit_id, '00000000-0000-0000-0000-000000000000'),
  coalesce(p.due_on, '9999-12-31'), coalesce(p.away_from, '9999-12-31'),
  coalesce(p.away_to, '9999-12-31'), p.stand_in is not null, p.last_on_site_on is not null,
  count(*), sum(h.members)
from workforce_pairing p
join registry_household h on h.county = p.county and h.id = p.household_id
where p.to_on is null and h.stage <> 'SURVEYED'
group by 1, 2, 3, 4, 5, 6, 7;

do $policies$
declare
  owned text;
begin
  foreach owned in array array['workforce_count', 'workforce_count_delta'] loop
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
create policy whole_areas_only on workforce_count as restrictive
  using ((select current_setting('app.households', true)) = '');
grant select, insert, update, delete on workforce_count to bangfu_app;
grant select, insert, delete on workforce_count_delta to bangfu_app;

create function workforce_count_new_pairings() returns trigger language plpgsql as $count$
begin
  insert into workforce_count_delta (area_code, unit_id, due_key, away_from, away_to, has_stand_in,
    was_on_site, households, persons)
  select left(p.area_code, 12), coalesce(p.unit_id, '00000000-0000-0000-0000-000000000000'),
    coalesce(p.due_on, '9999-12-31'), coalesce(p.away_from, '9999-12-31'),
    coalesce(p.away_to, '9999-12-31'), p.stand_in is not null, p.last_on_site_on is not null,
    count(*), sum(h.members)
  from entered p
  join registry_household h on h.county = p.county and h.id = p.household_id
  where p.to_on is null and h.stage <> 'SURVEYED'
  group by 1, 2, 3, 4, 5, 6, 7;
  return null;
end
$count$;

create function workforce_count_changed_pairings() returns trigger language plpgsql as $count$
begin
  insert into workforce_count_delta (area_code, unit_id, due_key, away_from, away_to, has_stand_in,
    was_on_site, households, persons)
  select left(p.area_code, 12), coalesce(p.unit_id, '00000000-0000-0000-0000-000000000000'),
    coalesce(p.due_on, '9999-12-31'), coalesce(p.away_from, '9999-12-31'),
    coalesce(p.away_to, '9999-12-31'), p.stand_in is not null, p.last_on_site_on is not null,
    sum(p.sign), sum(p.sign * h.members)
  from (
    select -1 as sign, was.* from was where was.to_on is null
    union all
    select 1, now_is.* from now_is where now_is.to_on is null
  ) as p
  join registry_household h on h.county = p.county and h.id = p.household_id
  where h.stage <> 'SURVEYED'
  group by 1, 2, 3, 4, 5, 6, 7
  having sum(p.sign) <> 0 or sum(p.sign * h.members) <> 0;
  return null;
end
$count$;

create function workforce_count_changed_household() returns trigger language plpgsql as $count$
declare
  households integer := (new.stage <> 'SURVEYED')::integer - (old.stage <> 'SURVEYED')::integer;
  persons integer := case when new.stage <> 'SURVEYED' then new.members else 0 end
    - case when old.stage <> 'SURVEYED' then old.members else 0 end;
begin
  insert into workforce_count_delta (area_code, unit_id, due_key, away_from, away_to, has_stand_in,
    was_on_site, households, persons)
  select left(p.area_code, 12), coalesce(p.unit_id, '00000000-0000-0000-0000-000000000000'),
    coalesce(p.due_on, '9999-12-31'), coalesce(p.away_from, '9999-12-31'),
    coalesce(p.away_to, '9999-12-31'), p.stand_in is not null, p.last_on_site_on is not null,
    households, persons
  from workforce_pairing p
  where p.county = new.county and p.household_id = new.id and p.to_on is null;
  return null;
end
$count$;

create trigger workforce_count_entered after insert on workforce_pairing
  referencing new table as entered
  for each statement execute function workforce_count_new_pairings();
create trigger workforce_count_changed after update on workforce_pairing
  referencing old table as was new table as now_is
  for each statement execute function workforce_count_changed_pairings();
create trigger workforce_count_members after update on registry_household
  for each row
  when (old.members <> new.members or (old.stage <> 'SURVEYED') <> (new.stage <> 'SURVEYED'))
  execute function workforce_count_changed_household();

-- What is due, in the order of days, within one county; and of one unit.
drop index workforce_pairing_due;
create index workforce_pairing_due on workforce_pairing (county, due_on, id) where to_on is null;
create index workforce_pairing_unit on workforce_pairing (county, unit_id, due_on, id)
  where to_on is null;
create index workforce_pairing_stand_in on workforce_pairing (county, stand_in)
  where to_on is null and stand_in is not null;

-- Whoever stands in for others and leaves, or is away in their days, stands in no longer: their households
-- are in the alarm. They may lie where the one who writes does not see.
create function workforce_release_stand_in(in_county integer, in_helper uuid, in_from date, in_to date)
  returns void language sql
  set app.low = '' set app.high = ':' set app.spans = '' set app.households = ''
  as $$
    update workforce_helper set stand_in = null, stand_in_name = null, version = version + 1
    where county = in_county and stand_in = in_helper
      and (in_to is null or away_from <= in_to) and (away_to is null or away_to >= in_from);
    update workforce_pairing set stand_in = null, stand_in_name = null
    where county = in_county and stand_in = in_helper and to_on is null
      and (in_to is null or away_from <= in_to) and (away_to is null or away_to >= in_from);
  $$;
