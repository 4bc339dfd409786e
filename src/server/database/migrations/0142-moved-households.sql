-- A household that moves is followed by every row it owns, in whatever capability: each table that has its
-- county, its id and an area takes the area the household has now. Run as the owner, for rows that are only
-- ever added may not be changed by the application; row security binds it as it binds the caller.
create function kernel_follow_households(in_county integer, ids uuid[]) returns void
  language plpgsql security definer set search_path = public
as $follow$
declare
  owned record;
  moving uuid[];
begin
  moving := array(
    select c.id from casework_case c
    join registry_household h on h.county = c.county and h.id = c.household_id
    where c.county = in_county and c.household_id = any(ids) and c.area_code <> h.area_code);
  insert into casework_count_delta
    (area_code, pack, pack_edition, process, step, waits_for, since, due_key, cases)
  select village, pack, pack_edition, process, step, waits_for, step_since, due_key, -1
  from casework_case where county = in_county and id = any(moving) and step is not null;
  for owned in
    select t.relname as name from pg_class t
    where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p')
      and 3 = (
        select count(*) from pg_attribute a
        where a.attrelid = t.oid and not a.attisdropped and a.attgenerated = ''
          and a.attname in ('county', 'household_id', 'area_code'))
  loop
    execute format(
      'update %I t set area_code = h.area_code from registry_household h
       where h.county = $1 and h.id = any($2) and t.county = h.county and t.household_id = h.id
         and t.area_code <> h.area_code', owned.name)
    using in_county, ids;
  end loop;
  insert into casework_count_delta
    (area_code, pack, pack_edition, process, step, waits_for, since, due_key, cases)
  select village, pack, pack_edition, process, step, waits_for, step_since, due_key, 1
  from casework_case where county = in_county and id = any(moving) and step is not null;
end
$follow$;
revoke all on function kernel_follow_households(integer, uuid[]) from public;
grant execute on function kernel_follow_households(integer, uuid[]) to bangfu_app;
