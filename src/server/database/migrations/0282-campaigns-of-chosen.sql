-- A campaign over chosen households: by the filter of the household list, the leads of a department's list,
-- or a rule of data quality. Who was chosen is kept from the moment it was begun.
alter table casework_campaign add column choice jsonb;
comment on column casework_campaign.choice is 'How its households were chosen; null where all of an area at the stages were.';

create table casework_campaign_household (
  county integer not null,
  campaign_id uuid not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  primary key (county, campaign_id, household_id),
  constraint household_is_chosen_for_a_campaign
    foreign key (county, campaign_id) references casework_campaign (county, id)
);
comment on table casework_campaign_household is 'Insert-only: the households a campaign was begun for.';
create index casework_campaign_household_area on casework_campaign_household (area_code);

alter table casework_campaign_household enable row level security;
alter table casework_campaign_household force row level security;
create policy area_scope on casework_campaign_household using (
  area_code >= current_setting('app.low', true)
  and area_code < current_setting('app.high', true)
  and ((select case when current_setting('app.spans', true) = '' then 1 end) is not null
    or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
  and ((select case when current_setting('app.households', true) = '' then 1 end) is not null
    or household_id = any (array(select unnest(string_to_array(current_setting('app.households', true), ',')::uuid[])))));
grant select, insert on casework_campaign_household to bangfu_app;
