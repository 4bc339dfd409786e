-- Notices of projects and of money beside those of cases: what they are about, and which project.
alter table publicity_notice add column topic text;
alter table publicity_notice add column project_id uuid;
alter table publicity_notice add constraint topic_is_known
  check (topic is null or topic in ('projectPlan', 'projectDone', 'moneyPlan', 'moneyArrived', 'moneyPaid'));
create index publicity_notice_project on publicity_notice (county, project_id) where project_id is not null;
