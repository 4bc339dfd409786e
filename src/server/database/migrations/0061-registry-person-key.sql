-- The key of one person is replaced whenever their number or presence changes; the hash alone does not
-- find it without reading the keys of everybody.
create index registry_person_key_person on registry_person_key (county, person_id);
