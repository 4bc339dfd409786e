-- A campaign opens cases of one process for many households at once: a round of a recheck, its list, its
-- progress, and the statement it ends with.
create table casework_campaign (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  title text not null,
  pack text not null,
  pack_edition text not null,
  process text not null,
  -- Step of a batch process of the pack, where the pack names rounds.
  round text,
  stages text[] not null,
  state text not null,
  job uuid,
  opened integer not null default 0,
  passed_over integer not null default 0,
  account uuid not null,
  account_name text not null,
  begun_on date not null,
  begun_at timestamptz not null,
  ended_on date,
  ended_by text,
  statement jsonb,
  primary key (county, id),
  constraint campaign_state_is_known check (state in ('opening', 'open', 'ended')),
  constraint campaign_ends_with_a_statement check ((state = 'ended') = (statement is not null))
);
comment on table casework_campaign is 'One round over many households, each with a case of its own.';
create index casework_campaign_area on casework_campaign (area_code, begun_at);

create table casework_campaign_case (
  county integer not null,
  campaign_id uuid not null,
  case_id uuid not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  -- Where the household stood before.
  stage text not null,
  members integer not null,
  primary key (county, campaign_id, case_id),
  constraint case_is_of_a_campaign
    foreign key (county, campaign_id) references casework_campaign (county, id),
  constraint campaign_opens_a_case
    foreign key (county, case_id) references casework_case (county, id)
);
comment on table casework_campaign_case is 'Insert-only: the cases a campaign opened, and where their households stood.';
create index casework_campaign_case_case on casework_campaign_case (county, case_id);
create index casework_campaign_case_area on casework_campaign_case (area_code);

alter table casework_campaign enable row level security;
alter table casework_campaign force row level security;
-- Of an area, not of a household: who sees named households only does not see it.
create policy area_scope on casework_campaign using (
  area_code >= current_setting('app.low', true)
  and area_code < current_setting('app.high', true)
  and ((select case when current_setting('app.spans', true) = '' then 1 end) is not null
    or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
  and current_setting('app.households', true) = '');
alter table casework_campaign_case enable row level security;
alter table casework_campaign_case force row level security;
create policy area_scope on casework_campaign_case using (
  area_code >= current_setting('app.low', true)
  and area_code < current_setting('app.high', true)
  and ((select case when current_setting('app.spans', true) = '' then 1 end) is not null
    or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
  and ((select case when current_setting('app.households', true) = '' then 1 end) is not null
    or household_id = any (array(select unnest(string_to_array(current_setting('app.households', true), ',')::uuid[])))));
grant select, insert, update on casework_campaign to bangfu_app;
grant select, insert on casework_campaign_case to bangfu_app;
