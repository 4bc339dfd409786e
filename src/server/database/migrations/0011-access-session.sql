-- Sign-in: one call that turns a session token into an actor, a used one-time code remembered, and
-- rows of the audit trail and of one's own account that are reached from outside their area.

alter table access_account add column totp_last_step bigint;
alter table access_account add column signed_in_at timestamptz;
comment on column access_account.totp_last_step is 'Time step of the last one-time code taken; it and those before are refused.';
comment on column access_account.households is 'Null when whole areas are seen; else only these households.';

comment on table access_attempt is 'Failed sign-ins by account name as typed (keyed hash) and by address, for throttling; swept by a timer.';

-- Who acts. Accounts are under row security and nothing is known of the asker yet, so this one
-- question is answered in the whole nation. Marks the session as used, at most once in touch_after.
create function access_actor(hash bytea, at timestamptz, idle interval, touch_after interval)
  returns table (
    account uuid, username text, display_name text, title text, role text, area_code text,
    area_codes text[], households uuid[], language text, must_change_password boolean, stage text)
  language sql volatile
  set app.low = '' set app.high = ':' set app.spans = '' set app.households = ''
  as $$
    update access_session set last_seen_at = at
      where token_hash = hash and expires_at > at and last_seen_at > at - idle
        and last_seen_at <= at - touch_after;
    select a.id, a.username, a.display_name, a.title, a.role, a.area_code, a.area_codes,
        a.households, a.language, a.must_change_password, s.stage
      from access_session s join access_account a on a.id = s.account
      where s.token_hash = hash and s.expires_at > at and s.last_seen_at > at - idle
        and a.disabled_at is null;
  $$;

-- Names of those who acted in an area, for whoever may read that act: a county must see that the
-- province looked.
create function access_names(ids uuid[])
  returns table (id uuid, username text, display_name text, role text)
  language sql stable
  set app.low = '' set app.high = ':' set app.spans = '' set app.households = ''
  as $$
    select a.id, a.username, a.display_name, a.role from access_account a where a.id = any (ids)
  $$;

-- Usernames are unique in the whole installation; a hit elsewhere discloses only that it is taken.
create function access_username_taken(name text) returns boolean
  language sql stable
  set app.low = '' set app.high = ':' set app.spans = '' set app.households = ''
  as $$ select exists (select 1 from access_account where username = name) $$;

-- A supervisor's home is the county above the townships they see: their own account stays theirs.
create policy own_account on access_account
  using (id = (select nullif(current_setting('app.account', true), ''))::uuid);

-- Reading the trail is scoped; an act is written where it happened, whoever did it.
drop policy area_scope on audit_entry;
create policy area_scope on audit_entry for select using (
  area_code >= (select current_setting('app.low', true))
  and area_code < (select current_setting('app.high', true))
  and ((select current_setting('app.spans', true)) = ''
    or kernel_in_spans(area_code, (select current_setting('app.spans', true)))));
create policy written_anywhere on audit_entry for insert with check (true);

-- Who is limited to a set of households sees nobody's acts and no other account.
create policy whole_areas_only on audit_entry as restrictive for select
  using ((select current_setting('app.households', true)) = '');
create policy whole_areas_only on access_account as restrictive
  using ((select current_setting('app.households', true)) = ''
    or id = (select nullif(current_setting('app.account', true), ''))::uuid);

create index audit_entry_account on audit_entry (account, at desc, id desc);
create index audit_entry_act on audit_entry (act collate "C", at desc, id desc);
