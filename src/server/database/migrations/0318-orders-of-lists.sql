-- Two lists of a county are read latest first, through every village at once: signatures, and lines of money.
create index casework_act_signed_latest on casework_act (county, true_on desc, case_id desc, position desc)
  where kind = 'sign';
create index funds_line_latest on funds_line (county, true_on desc, entry_id, position);
-- Households are counted by place below the village by the index alone; row security asks for merge_id.
drop index registry_household_area;
create index registry_household_area on registry_household (area_code, household_no, id) include (merge_id);
