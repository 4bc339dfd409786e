-- Only what an import looks households up by; the whole of a wide table takes ten times as long.

create or replace function registry_refresh_statistics() returns void
  language plpgsql security definer
  set search_path = public, pg_catalog
  as $$
  begin
    analyze registry_household (county, area_code, household_no, head_key);
    analyze registry_person (county, id, household_id);
    analyze registry_person_key (identity_hash, county, person_id);
  end
  $$;
