-- A notice may be of a village or a county itself: its lines name no household. Whoever is limited to a set
-- of households sees none of them.
alter table publicity_item alter column household_id drop not null;
