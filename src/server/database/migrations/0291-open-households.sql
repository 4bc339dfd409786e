-- Registered households still to be helped, place by place, without reading them: what has no plan is found here.
create index registry_household_open on registry_household (area_code, id) include (county)
  where stage <> 'SURVEYED' and stage <> 'EXIT_ANNOUNCED';
