-- Duplicates inside the register. A pair of households that may be one is a question with acts that are only
-- ever added; merged, the one record is hidden and what hangs on it changes hands, row by row on record, so
-- that the same rows can go back (decision 0018).

-- Hidden rows stay where their history is; nobody sees them but the copy of the whole database and the few
-- functions that say so.
alter table registry_household add column merge_id uuid;
alter table registry_person add column merge_id uuid;
comment on column registry_household.merge_id is 'The act that merged this record into another; hidden while it is set.';
comment on column registry_person.merge_id is 'The act that merged the household of this row; hidden while it is set.';

create table registry_duplicate (
  county integer not null,
  id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  state text not null default 'open',
  strength double precision not null,
  reasons jsonb not null default '[]',
  found_on date not null,
  position integer not null default 1,
  kept_id uuid,
  merge_id uuid,
  proposed_by uuid,
  primary key (county, id),
  constraint pair_is_of_two check (one_id < other_id),
  constraint pair_stands_once unique (county, one_id, other_id),
  constraint one_is_a_household
    foreign key (county, one_id) references registry_household (county, id),
  constraint other_is_a_household
    foreign key (county, other_id) references registry_household (county, id),
  constraint state_is_known check (state in ('open', 'different', 'proposed', 'merged')),
  constraint merged_names_its_act check ((state = 'merged') = (merge_id is not null))
);
comment on table registry_duplicate is 'Two households that may be one; the state is what its acts came to.';
comment on column registry_duplicate.reasons is '[{one, other, agreements, weight}] of persons, {shared} of what households have in common.';
create index registry_duplicate_open on registry_duplicate (county, state, strength desc, id);
create index registry_duplicate_other on registry_duplicate (county, other_id);

create table registry_duplicate_act (
  county integer not null,
  pair_id uuid not null,
  position integer not null,
  id uuid not null,
  kind text not null,
  account uuid,
  account_name text not null,
  recorded_at timestamptz not null,
  true_on date not null,
  reason text not null default '',
  said jsonb not null default '{}',
  primary key (county, pair_id, position),
  constraint act_is_of_a_pair
    foreign key (county, pair_id) references registry_duplicate (county, id),
  constraint kind_is_known check (kind in
    ('found', 'named', 'different', 'reopened', 'proposed', 'returned', 'merged', 'undone'))
);
comment on table registry_duplicate_act is 'Insert-only: who said what of a pair. said: the choices of a merge, what it moved.';

create table registry_merge_moved (
  county integer not null,
  merge_id uuid not null,
  number bigint generated always as identity,
  relation text collate "C" not null,
  row_key jsonb not null,
  was jsonb not null,
  primary key (county, merge_id, number)
);
comment on table registry_merge_moved is 'Insert-only: every row that a merge gave to another household, and what it held before.';

do $policies$
declare
  owned text;
begin
  foreach owned in array array['registry_duplicate', 'registry_duplicate_act', 'registry_merge_moved'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
  end loop;
  foreach owned in array array['registry_household', 'registry_person'] loop
    execute format($policy$
      create policy merged_are_hidden on %I as restrictive using (
        merge_id is null
        or (select case when current_setting('app.merged', true) = 'shown' then 1 end) is not null)
      $policy$, owned);
  end loop;
end
$policies$;
-- A pair is seen by whoever sees both; once one is hidden, by whoever sees the other.
create policy both_in_sight on registry_duplicate using (
  (exists (select from registry_household h
      where h.county = registry_duplicate.county and h.id = registry_duplicate.one_id)
    or (state = 'merged' and kept_id <> one_id))
  and (exists (select from registry_household h
      where h.county = registry_duplicate.county and h.id = registry_duplicate.other_id)
    or (state = 'merged' and kept_id <> other_id)));
create policy pair_in_sight on registry_duplicate_act using (
  exists (select from registry_duplicate d
    where d.county = registry_duplicate_act.county and d.id = registry_duplicate_act.pair_id));
create policy county_scope on registry_merge_moved using (
  to_char(county, 'FM000000') collate "C" >= left((select current_setting('app.low', true)), 6) collate "C"
  and to_char(county, 'FM000000') collate "C" < (select current_setting('app.high', true)) collate "C");
grant select, insert, update on registry_duplicate to bangfu_app;
grant select, insert on registry_duplicate_act to bangfu_app;
grant select, insert on registry_merge_moved to bangfu_app;

-- Where a row of another table goes when two households become one. Everything that names a household goes
-- with it, except what the register keeps by itself and what only says where the household stood among
-- others: rows whose key holds it, such as a score of a run.
create function registry_owned_tables()
  returns table (relation name, key_columns text[], has_person boolean, has_area boolean)
  language sql stable as $$
    select t.relname, k.columns, exists (
        select from pg_attribute a where a.attrelid = t.oid and a.attname = 'person_id' and not a.attisdropped),
      exists (
        select from pg_attribute a where a.attrelid = t.oid and a.attname = 'area_code' and not a.attisdropped)
    from pg_class t
    join lateral (
      select array_agg(a.attname::text order by a.attnum) as columns from pg_index i
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
      where i.indrelid = t.oid and i.indisprimary) k on true
    where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p')
      and 2 = (
        select count(*) from pg_attribute a
        where a.attrelid = t.oid and not a.attisdropped and a.attname in ('county', 'household_id'))
      and t.relname not in ('registry_person', 'registry_person_key', 'registry_event',
        'registry_income_entry', 'registry_income_year', 'registry_conflict')
      and (not 'household_id' = any (k.columns)
        or t.relname in ('registry_external_id', 'workforce_kin'))
    order by t.relname collate "C"
  $$;

-- What stands in the way of a row: where only one of a kind may be open for a household, both have one.
create function registry_merge_clash(relation name, in_alias text) returns text
  language sql stable as $$
    select coalesce(string_agg(format(
      '(%s and exists (select from (select * from %I where %s) o where o.county = %s.county and o.household_id = $2%s))',
      coalesce(pg_get_expr(i.indpred, i.indrelid), 'true'), relation,
      coalesce(pg_get_expr(i.indpred, i.indrelid), 'true'), in_alias,
      (select coalesce(string_agg(format(' and o.%I = %s.%I', a.attname, in_alias, a.attname), ''), '')
       from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any (i.indkey)
         and a.attname not in ('county', 'household_id'))), ' or '), 'false')
    from pg_index i join pg_class t on t.oid = i.indrelid
    where t.relname = relation and t.relnamespace = 'public'::regnamespace and i.indisunique
      and exists (select from pg_attribute a
        where a.attrelid = i.indrelid and a.attnum = any (i.indkey) and a.attname = 'household_id')
  $$;

-- How many rows of each kind would go with a household, and how many are in the way of one of the other's.
create function registry_merge_outlook(in_county integer, in_gone uuid, in_kept uuid)
  returns table (relation text, moving bigint, clashing bigint)
  language plpgsql stable as $outlook$
declare
  owned record;
begin
  for owned in select * from registry_owned_tables() loop
    return query execute format(
      'select %L::text, count(*), count(*) filter (where %s) from %I
       where county = $1 and household_id = $3',
      owned.relation, registry_merge_clash(owned.relation, owned.relation::text), owned.relation)
    using in_county, in_kept, in_gone;
  end loop;
end
$outlook$;

-- Gives every row that hangs on a household to another, and hides the one. persons: {its person: the same
-- person there}; years: which years of the ledger change hands, as [{year, from, to}].
create function registry_merge_rows(
  in_county integer, in_merge uuid, in_gone uuid, in_kept uuid, persons jsonb, years jsonb)
  returns void language plpgsql security definer
  set search_path = public set app.merged = 'shown'
as $merge$
declare
  owned record;
  clash text;
  same_key text;
begin
  for owned in select * from registry_owned_tables() loop
    clash := registry_merge_clash(owned.relation, owned.relation::text);
    execute format(
      'insert into registry_merge_moved (county, merge_id, relation, row_key, was)
       select county, $3, %L, jsonb_build_object(%s), jsonb_build_object(''household'', $4%s)
       from %I where county = $1 and household_id = $4 and not (%s)',
      owned.relation,
      (select string_agg(format('%L, %I', c, c), ', ') from unnest(owned.key_columns) c
       where c <> 'household_id'),
      case when owned.has_person then ', ''person'', person_id' else '' end,
      owned.relation, clash)
    using in_county, in_kept, in_merge, in_gone;
    same_key := (select string_agg(format('t.%I::text = m.row_key ->> %L', c, c), ' and ')
      from unnest(owned.key_columns) c where c <> 'household_id');
    execute format(
      'update %I t set household_id = $2 %s from registry_merge_moved m
       where m.county = $1 and m.merge_id = $3 and m.relation = %L
         and t.county = $1 and t.household_id = $4 and %s',
      owned.relation,
      case when owned.has_person
        then ', person_id = coalesce(($5 ->> t.person_id::text)::uuid, t.person_id)' else '' end,
      owned.relation, same_key)
    using in_county, in_kept, in_merge, in_gone, persons;
  end loop;

  -- Both ways at once: the entries of a year that one takes over, and those that it lays aside.
  insert into registry_merge_moved (county, merge_id, relation, row_key, was)
  select e.county, in_merge, 'registry_income_entry', jsonb_build_object('county', e.county, 'id', e.id),
    jsonb_build_object('household', e.household_id, 'person', e.person_id)
  from registry_income_entry e
  join jsonb_to_recordset(years) y (year integer, "from" uuid, "to" uuid)
    on y.year = e.year and y."from" = e.household_id
  where e.county = in_county;
  update registry_income_entry e
  set household_id = case e.household_id when in_gone then in_kept else in_gone end,
    person_id = coalesce((persons ->> e.person_id::text)::uuid, e.person_id)
  from registry_merge_moved m
  where m.county = in_county and m.merge_id = in_merge and m.relation = 'registry_income_entry'
    and e.county = in_county and e.id = (m.row_key ->> 'id')::uuid;

  -- Accounts that see the one household see the other.
  insert into registry_merge_moved (county, merge_id, relation, row_key, was)
  select in_county, in_merge, 'access_account', jsonb_build_object('id', id),
    jsonb_build_object('sawKept', in_kept = any (households))
  from access_account where in_gone = any (households);
  update access_account
  set households = array_append(array_remove(array_remove(households, in_gone), in_kept), in_kept)
  where in_gone = any (households);

  -- Questions about numbers that the two shared are answered.
  insert into registry_merge_moved (county, merge_id, relation, row_key, was)
  select county, in_merge, 'registry_conflict', jsonb_build_object('county', county, 'id', id), '{}'
  from registry_conflict
  where county = in_county and household_id = in_kept and kind = 'identity' and resolved_at is null
    and not exists (
      select from jsonb_array_elements(sides) side
      where coalesce(side ->> 'household', in_gone::text) <> in_gone::text
        and not (side ->> 'current')::boolean);
  update registry_conflict c
  set resolved_at = now(), resolution = jsonb_build_object('choice', 'merged', 'reason', '', 'authorName', '')
  from registry_merge_moved m
  where m.county = in_county and m.merge_id = in_merge and m.relation = 'registry_conflict'
    and c.county = in_county and c.id = (m.row_key ->> 'id')::uuid;

  delete from registry_income_year where county = in_county and household_id = in_gone;
  delete from registry_person_key k using registry_person p
  where p.county = in_county and p.household_id = in_gone and k.county = in_county and k.person_id = p.id;
  update registry_person set merge_id = in_merge where county = in_county and household_id = in_gone;
  update registry_household set merge_id = in_merge where county = in_county and id = in_gone;
end
$merge$;

-- The same rows go back, each to what it held, unless somebody gave it elsewhere since.
create function registry_unmerge_rows(in_county integer, in_merge uuid, in_gone uuid, in_kept uuid)
  returns void language plpgsql security definer
  set search_path = public set app.merged = 'shown'
as $undo$
declare
  owned record;
  same_key text;
begin
  update registry_household set merge_id = null
  where county = in_county and id = in_gone and merge_id = in_merge;
  update registry_person set merge_id = null
  where county = in_county and household_id = in_gone and merge_id = in_merge;
  for owned in
    select o.* from registry_owned_tables() o
    where exists (select from registry_merge_moved m
      where m.county = in_county and m.merge_id = in_merge and m.relation = o.relation)
  loop
    same_key := (select string_agg(format('t.%I::text = m.row_key ->> %L', c, c), ' and ')
      from unnest(owned.key_columns) c where c <> 'household_id');
    execute format(
      'update %I t set household_id = $4 %s from registry_merge_moved m
       where m.county = $1 and m.merge_id = $3 and m.relation = %L
         and t.county = $1 and t.household_id = $2 and %s',
      owned.relation,
      case when owned.has_person then ', person_id = (m.was ->> ''person'')::uuid' else '' end,
      owned.relation, same_key)
    using in_county, in_kept, in_merge, in_gone;
  end loop;
  update registry_income_entry e
  set household_id = (m.was ->> 'household')::uuid, person_id = (m.was ->> 'person')::uuid
  from registry_merge_moved m
  where m.county = in_county and m.merge_id = in_merge and m.relation = 'registry_income_entry'
    and e.county = in_county and e.id = (m.row_key ->> 'id')::uuid;
  update access_account a
  set households = case when (m.was ->> 'sawKept')::boolean then array_append(a.households, in_gone)
    else array_append(array_remove(a.households, in_kept), in_gone) end
  from registry_merge_moved m
  where m.county = in_county and m.merge_id = in_merge and m.relation = 'access_account'
    and a.id = (m.row_key ->> 'id')::uuid and a.households is not null;
  update registry_conflict c
  set resolved_at = null, resolved_by = null, resolution = null
  from registry_merge_moved m
  where m.county = in_county and m.merge_id = in_merge and m.relation = 'registry_conflict'
    and c.county = in_county and c.id = (m.row_key ->> 'id')::uuid;
end
$undo$;

do $grants$
declare
  made text;
begin
  foreach made in array array[
    'registry_merge_rows(integer, uuid, uuid, uuid, jsonb, jsonb)',
    'registry_unmerge_rows(integer, uuid, uuid, uuid)'] loop
    execute format('revoke all on function %s from public', made);
    execute format('grant execute on function %s to bangfu_app', made);
  end loop;
end
$grants$;

-- Numbers of hidden households are not given out again.
create index registry_household_merged on registry_household (county, household_no)
  where merge_id is not null;
create index registry_duplicate_merged on registry_duplicate (county, merge_id)
  where merge_id is not null;
create function registry_numbers_merged(in_county integer, low text, high text)
  returns table (household_no text, id uuid)
  language sql stable set app.merged = 'shown'
  as $$
    select h.household_no, h.id from registry_household h
    where h.county = in_county and h.household_no >= low collate "C" and h.household_no < high collate "C"
      and h.merge_id is not null
  $$;

-- Where hidden households went, through as many merges as there were.
create function registry_kept_instead(in_county integer, gone_ids uuid[], gone_numbers text[])
  returns table (gone_id uuid, gone_no text, kept_id uuid)
  language sql stable set app.merged = 'shown'
  as $$
    with recursive went as (
      select h.id as gone_id, h.household_no as gone_no, d.kept_id
      from registry_household h
      join registry_duplicate d on d.county = h.county and d.merge_id = h.merge_id
      where h.county = in_county and h.merge_id is not null
        and (h.id = any (gone_ids) or h.household_no = any (gone_numbers))
      union all
      select w.gone_id, w.gone_no, d.kept_id
      from went w
      join registry_household h on h.county = in_county and h.id = w.kept_id and h.merge_id is not null
      join registry_duplicate d on d.county = h.county and d.merge_id = h.merge_id)
    select w.gone_id, w.gone_no, w.kept_id from went w
    join registry_household h on h.county = in_county and h.id = w.kept_id and h.merge_id is null
  $$;

-- Hidden households keep a place that exists, should they ever come back.
create function registry_recode_merged(low text, high text, to_code text) returns void
  language plpgsql set app.merged = 'shown'
as $recode$
begin
  update registry_household set area_code = to_code || substr(area_code, length(low) + 1)
  where merge_id is not null and area_code >= low collate "C" and area_code < high collate "C";
  perform kernel_follow_households(county, ids) from (
    select county, array_agg(id) as ids from registry_household
    where merge_id is not null and starts_with(area_code, to_code) group by county) as moved;
end
$recode$;

-- An identity number of another county is a question there too, which says no more than that.
create function registry_tell_elsewhere(hash bytea, own_county integer, in_due date, in_now timestamptz)
  returns integer language plpgsql
  set app.low = '' set app.high = ':' set app.spans = '' set app.households = ''
as $tell$
declare
  told integer;
begin
  insert into registry_conflict (county, id, household_id, person_id, area_code, kind, field, sides,
    owner_role, due_on, opened_at)
  select k.county,
    overlay(overlay(overlay(md5('elsewhere ' || k.person_id::text || in_now::text)
      placing lpad(to_hex(k.county), 6, '0') from 1 for 6)
      placing '8' from 13 for 1) placing '8' from 17 for 1)::uuid,
    k.household_id, k.person_id, h.area_code, 'identity-elsewhere', 'identity',
    jsonb_build_array(jsonb_build_object('value', null, 'source', '', 'observedOn', null,
      'authorName', '', 'recordedAt', null, 'current', true, 'person', k.person_id)),
    'county', in_due, in_now
  from registry_person_key k
  join registry_household h on h.county = k.county and h.id = k.household_id
  where k.identity_hash = hash and k.county <> own_county
    and not exists (select from registry_conflict c
      where c.county = k.county and c.household_id = k.household_id and c.person_id = k.person_id
        and c.kind = 'identity-elsewhere' and c.resolved_at is null);
  get diagnostics told = row_count;
  return told;
end
$tell$;
