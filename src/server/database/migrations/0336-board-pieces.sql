-- Teams and projects are placed on the planning board too.
alter table insight_placement drop constraint kind_is_known;
alter table insight_placement add constraint kind_is_known check (kind in ('village', 'unit', 'team', 'project'));
comment on table insight_placement is 'subject: the code of a village, the id of a unit or a project, or village:staffing of a team; area_code: the village it stands on, or the county where it was taken off.';
