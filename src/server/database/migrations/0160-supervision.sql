-- Verification of what is recorded, and samples that are drawn by chance anybody can check. A campaign
-- publishes the digest of its seed first; the draw freezes the frame, reveals the seed and keeps the
-- sample. Independent scores are insert-only and stay unseen by the others until theirs are in.
create table supervision_campaign (
  id uuid primary key,
  area_code text collate "C" not null,
  title text not null,
  pack text not null,
  pack_edition text not null,
  sheet text not null,
  design text,
  compares text not null,
  plan jsonb not null,
  claim jsonb not null,
  asked_again text[] not null,
  teams jsonb not null,
  allowed_difference double precision not null,
  seed_digest text not null,
  seed_sealed bytea not null,
  planned_at timestamptz not null,
  planned_on date not null,
  planned_by uuid not null,
  planned_by_name text not null,
  seed text,
  word text,
  frame_digest text,
  frame_households integer,
  frame_villages integer,
  drawn_at timestamptz,
  drawn_on date,
  drawn_by_name text,
  closed_at timestamptz,
  closed_on date,
  closed_by_name text,
  result jsonb,
  is_invented boolean not null default false,
  constraint title_is_written check (title <> ''),
  constraint compares_is_known check (compares in ('independentScores', 'jointRecheck', 'observers')),
  constraint seed_is_revealed_by_the_draw check ((seed is null) = (drawn_at is null)),
  constraint what_is_closed_was_drawn check (closed_at is null or drawn_at is not null or compares = 'observers')
);
comment on table supervision_campaign is 'One round of checks: what is drawn, by whom it is scored, and what came of it.';
comment on column supervision_campaign.seed_digest is 'SHA-256 of the seed, shown before anything is drawn.';
create index supervision_campaign_area on supervision_campaign (area_code, planned_at desc, id);

create table supervision_frame (
  county integer not null,
  campaign_id uuid not null,
  area_code text collate "C" not null,
  households integer not null,
  listing text not null,
  primary key (county, campaign_id, area_code),
  constraint frame_is_of_a_campaign foreign key (campaign_id) references supervision_campaign (id)
);
comment on table supervision_frame is 'Households that could be drawn, village by village: what follows the village in the area code, a tab, the number.';
create index supervision_frame_campaign on supervision_frame (campaign_id, area_code);

create table supervision_sample (
  county integer not null,
  campaign_id uuid not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  household_no text collate "C" not null,
  probability double precision not null,
  stratum text collate "C" not null,
  cluster text collate "C",
  first_items double precision[],
  first_total double precision,
  first_listed boolean,
  first_by uuid[] not null default '{}',
  primary key (county, campaign_id, household_id),
  constraint chance_is_a_share check (probability > 0 and probability <= 1)
);
comment on table supervision_sample is 'Households drawn, copied out of the register by one statement; no foreign keys, which would lock each of them.';
comment on column supervision_sample.first_by is 'Accounts that recorded the household: they do not check their own work.';
create index supervision_sample_campaign on supervision_sample (campaign_id, area_code);
create index supervision_sample_household on supervision_sample (county, household_id);

create table supervision_rater (
  campaign_id uuid not null,
  account uuid not null,
  area_code text collate "C" not null,
  account_name text not null,
  team text not null,
  joined_at timestamptz not null,
  primary key (campaign_id, account),
  constraint rater_is_of_a_campaign foreign key (campaign_id) references supervision_campaign (id)
);

create table supervision_rating (
  county integer not null,
  campaign_id uuid not null,
  household_id uuid not null,
  team text not null,
  round smallint not null,
  id uuid not null,
  area_code text collate "C" not null,
  account uuid not null,
  account_name text not null,
  items double precision[] not null,
  total double precision not null,
  listed boolean not null,
  answers jsonb not null,
  note text not null,
  scored_on date not null,
  recorded_at timestamptz not null,
  primary key (county, campaign_id, household_id, team, round),
  constraint rating_is_of_a_sample foreign key (county, campaign_id, household_id)
    references supervision_sample (county, campaign_id, household_id)
);
comment on table supervision_rating is 'Insert-only: what one team found at one household, without knowing what others did.';
create index supervision_rating_area on supervision_rating (area_code);
create index supervision_rating_campaign on supervision_rating (campaign_id);

create table supervision_order (
  id uuid primary key,
  campaign_id uuid not null,
  area_code text collate "C" not null,
  team text not null,
  items text[] not null,
  reason text not null,
  issued_at timestamptz not null,
  issued_on date not null,
  issued_by_name text not null,
  due_on date not null,
  answered_at timestamptz,
  answered_on date,
  answered_by_name text,
  answer text,
  constraint order_is_of_a_campaign foreign key (campaign_id) references supervision_campaign (id),
  constraint reason_is_written check (reason <> '')
);
comment on table supervision_order is 'A team is told to recalibrate: its yardstick, what it answers, and the households it scores again.';
create index supervision_order_campaign on supervision_order (campaign_id, issued_at);

create table supervision_session (
  id uuid primary key,
  campaign_id uuid not null,
  area_code text collate "C" not null,
  held_on date not null,
  team text not null,
  households integer not null,
  observers text[] not null,
  remark text not null,
  account uuid not null,
  account_name text not null,
  recorded_at timestamptz not null,
  constraint session_is_of_a_campaign foreign key (campaign_id) references supervision_campaign (id),
  constraint somebody_watched check (cardinality(observers) > 0)
);
comment on table supervision_session is 'Insert-only: villagers who sat in while households were scored.';
create index supervision_session_campaign on supervision_session (campaign_id, held_on);

create table supervision_entry (
  county integer not null,
  id uuid not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  verification text not null,
  method text not null,
  informant text not null,
  informant_key text collate "C" not null,
  documents text[] not null,
  answers jsonb not null,
  note text not null,
  asked_on date not null,
  account uuid not null,
  account_name text not null,
  campaign_id uuid,
  recorded_at timestamptz not null,
  primary key (county, id),
  constraint entry_is_of_a_household
    foreign key (county, household_id) references registry_household (county, id)
);
comment on table supervision_entry is 'Insert-only: one verification, whom or what was asked, and the answers field by field.';
create index supervision_entry_household on supervision_entry (county, household_id, recorded_at);
create index supervision_entry_area on supervision_entry (area_code);

create table supervision_kin (
  county integer not null,
  id uuid not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  is_kin boolean not null,
  cadre text not null,
  relation text not null,
  account uuid not null,
  account_name text not null,
  recorded_at timestamptz not null,
  primary key (county, id),
  constraint mark_is_of_a_household
    foreign key (county, household_id) references registry_household (county, id)
);
comment on table supervision_kin is 'Insert-only: a household is kin of a village cadre, or is not any more; the last mark counts.';
create index supervision_kin_household on supervision_kin (county, household_id, recorded_at);
create index supervision_kin_area on supervision_kin (area_code);

create table supervision_team (
  id uuid primary key,
  area_code text collate "C" not null,
  name text not null,
  members jsonb not null,
  account uuid not null,
  account_name text not null,
  recorded_at timestamptz not null,
  ended_at timestamptz,
  constraint name_is_written check (name <> ''),
  constraint team_is_of_a_village check (length(area_code) = 12)
);
comment on table supervision_team is 'Teams that identify in a village, with their members and where these come from.';
create index supervision_team_area on supervision_team (area_code, recorded_at);

do $policies$
declare
  owned text;
begin
  foreach owned in array array[
    'supervision_sample', 'supervision_rating', 'supervision_entry', 'supervision_kin'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format($policy$
      create policy area_scope on %I using (
        area_code >= current_setting('app.low', true)
        and area_code < current_setting('app.high', true)
        and ((select case when current_setting('app.spans', true) = '' then 1 end) is not null
          or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
        and ((select case when current_setting('app.households', true) = '' then 1 end) is not null
          or household_id = any (array(select unnest(string_to_array(current_setting('app.households', true), ',')::uuid[])))))
      $policy$, owned);
  end loop;
  foreach owned in array array[
    'supervision_campaign', 'supervision_frame', 'supervision_rater', 'supervision_order',
    'supervision_session', 'supervision_team'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format($policy$
      create policy area_scope on %I using (
        area_code >= current_setting('app.low', true)
        and area_code < current_setting('app.high', true)
        and ((select case when current_setting('app.spans', true) = '' then 1 end) is not null
          or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
        and (select current_setting('app.households', true)) = '')
      $policy$, owned);
  end loop;
end
$policies$;
grant select, insert, update on supervision_campaign, supervision_order, supervision_team,
  supervision_sample to bangfu_app;
grant select, insert on supervision_frame, supervision_rater, supervision_rating, supervision_session,
  supervision_entry, supervision_kin to bangfu_app;
