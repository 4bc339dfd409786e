-- A case may be of a village or a county itself: it has an area and no household. Whoever is limited to a
-- set of households sees none of it; scope, queue and counts go by the area as for every other case.
alter table casework_case
  alter column household_id drop not null,
  add constraint case_of_an_area_is_of_a_village_or_county
    check (household_id is not null or length(area_code) in (6, 12));
alter table casework_act alter column household_id drop not null;
alter table casework_act_file alter column household_id drop not null;
alter table casework_batch_record alter column household_id drop not null;

create unique index casework_case_one_open_of_an_area on casework_case (county, area_code, process)
  where household_id is null and step is not null;
create index casework_case_of_an_area on casework_case (area_code, begun_on desc)
  where household_id is null;
