-- The class a review put a household into, where the pack of the place knows classes: kept on the case, and
-- entered in the register by the event of the case's end. Only classed households stand in the index.
alter table registry_household add column help_class text;
create index registry_household_class on registry_household (help_class, area_code, household_no, id)
  where help_class is not null;
alter table casework_case add column help_class text;
