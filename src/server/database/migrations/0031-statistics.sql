-- A county that is imported or filled in a minute has no statistics until the server's own analysis
-- comes by, and the planner reads whole tables meanwhile. The application owns nothing and may not
-- analyze, so this does it for exactly these tables and tells nothing.

create function registry_refresh_statistics() returns void
  language plpgsql security definer
  set search_path = public, pg_catalog
  as $$
  begin
    analyze registry_household, registry_person, registry_person_key;
  end
  $$;
revoke all on function registry_refresh_statistics() from public;
grant execute on function registry_refresh_statistics() to bangfu_app;

-- Known after a dry run: households whose rows do not stand together have to be held and gathered.
alter table exchange_import add column gathering boolean;
