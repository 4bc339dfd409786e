-- Who works for a place or above it, for the one question whether an office has anybody left to review a
-- case: accounts, roles and homes, no names. A village sees that its township is there.
create function access_people(areas text[])
  returns table (id uuid, role text, area_code text)
  language sql stable
  set app.low = '' set app.high = ':' set app.spans = '' set app.households = ''
  as $$
    select a.id, a.role, a.area_code from access_account a
    where a.area_code = any (areas) and a.disabled_at is null and a.households is null
  $$;
