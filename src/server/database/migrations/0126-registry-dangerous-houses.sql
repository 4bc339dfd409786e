-- Who lives in a dangerous house (grades C and D) is asked for together with causes and sizes, poorest
-- first; such mixtures are rare, and walking the incomes of a province for fifty of them took 140 ms.
create index registry_household_dangerous on registry_household
  (house_grade, primary_cause, income_per_head_fen, id) where house_grade in ('C', 'D');
