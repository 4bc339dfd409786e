-- All registered households are listed place by place too, those that have exited as well: one index for both.
drop index registry_household_open;
create index registry_household_registered on registry_household (area_code, id) include (county, stage)
  where stage <> 'SURVEYED';
