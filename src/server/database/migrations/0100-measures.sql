-- The measures of a county read income, members and grouping of every household: from one index, without
-- touching the wide rows. It takes the place of the one that ordered an area's households by income.
drop index registry_household_area_income;
create index registry_household_area_income on registry_household (area_code, income_per_head_fen, id)
  include (members, stage, primary_cause);
