-- Fifty thousand households of a province are drawn into a sample: one index finds a household of a campaign and
-- the campaigns of a household, where two were kept.
alter table supervision_rating drop constraint rating_is_of_a_sample;
alter table supervision_sample drop constraint supervision_sample_pkey;
alter table supervision_sample add primary key (county, household_id, campaign_id);
alter table supervision_rating add constraint rating_is_of_a_sample
  foreign key (county, household_id, campaign_id) references supervision_sample (county, household_id, campaign_id);
drop index supervision_sample_household;
-- The draw holds its campaign while it keeps the frame, and nobody may delete one: seventeen thousand checks of that.
alter table supervision_frame drop constraint frame_is_of_a_campaign;
