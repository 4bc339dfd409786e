-- The command screen asks which number was handed out last, to learn that a count changed.
grant select on sequence registry_count_delta_id_seq, casework_count_delta_id_seq to bangfu_app;
create index casework_act_objection on casework_act (area_code) where kind = 'object';
