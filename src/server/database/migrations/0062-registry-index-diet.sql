-- Two indexes that no question uses, on the two tables whose import is slowest: households of a stage
-- are listed in the order of places, and an identity number is found by its key.
drop index registry_household_stage_no;
drop index registry_person_identity;
