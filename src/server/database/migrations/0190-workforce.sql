-- Who helps whom. A helper works in the area they are posted to; a pairing is dated and carries what a
-- reader of the household may know of its helper, so that it is whole where the helper's own row is out
-- of sight. Cover is never stored: it is what the rows of pairings say on a day.
create table workforce_unit (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  name text not null,
  kind text not null,
  link text,
  capital_fen bigint,
  members integer,
  joined_households integer,
  note text not null default '',
  from_on date not null,
  to_on date,
  primary key (county, id),
  constraint unit_kind_is_known
    check (kind in ('office', 'enterprise', 'cooperative', 'fund', 'partner')),
  constraint unit_sums_are_not_negative
    check (capital_fen >= 0 and members >= 0 and joined_households >= 0)
);
comment on table workforce_unit is 'Units that help, co-operatives, firms, mutual funds and partners.';
create unique index workforce_unit_name on workforce_unit (county, name, kind);
create index workforce_unit_area on workforce_unit (area_code, kind, id);

create table workforce_helper (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  name text not null,
  name_key text collate "C" not null,
  kind text not null,
  rank text collate "C" not null,
  title text not null default '',
  unit_id uuid,
  force text,
  languages text[] not null default '{}',
  home_village text collate "C",
  account uuid,
  households integer not null default 0,
  away_from date,
  away_to date,
  stand_in uuid,
  stand_in_name text,
  joined_on date not null,
  left_on date,
  left_reason text,
  version integer not null default 1,
  primary key (county, id),
  constraint helper_is_of_a_unit foreign key (county, unit_id) references workforce_unit (county, id),
  constraint helper_kind_is_known
    check (kind in ('cadre', 'partyDelegate', 'congressDeputy', 'consultativeMember', 'firm')),
  constraint leave_ends_after_it_begins check (away_to is null or away_to >= away_from),
  constraint households_are_not_negative check (households >= 0)
);
comment on table workforce_helper is 'Who helps households. area_code is where they are posted, which decides who sees them.';
comment on column workforce_helper.households is 'How many open pairings they have, kept in the transaction of each.';
create index workforce_helper_area on workforce_helper (area_code, name_key, id) where left_on is null;
create index workforce_helper_name on workforce_helper (name_key, id);
create index workforce_helper_unit on workforce_helper (county, unit_id);
create unique index workforce_helper_account on workforce_helper (account)
  where account is not null and left_on is null;

create table workforce_kin (
  county integer not null,
  helper_id uuid not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  relation text not null default '',
  primary key (county, helper_id, household_id),
  constraint kin_is_of_a_helper foreign key (county, helper_id) references workforce_helper (county, id),
  constraint kin_is_a_household
    foreign key (county, household_id) references registry_household (county, id)
);
comment on table workforce_kin is 'Households a helper may not have, being kin.';
create index workforce_kin_household on workforce_kin (county, household_id);

create table workforce_proposal (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  state text not null,
  made_by uuid not null,
  made_by_name text not null,
  made_at timestamptz not null,
  job uuid,
  households integer not null default 0,
  paired integer not null default 0,
  cost double precision,
  bound double precision,
  missing jsonb,
  closed_at timestamptz,
  primary key (county, id),
  constraint proposal_state_is_known
    check (state in ('computing', 'open', 'confirmed', 'discarded', 'failed'))
);
comment on table workforce_proposal is 'Pairs an assignment solver proposed for the households without a helper, until people confirm them.';
create index workforce_proposal_area on workforce_proposal (area_code, made_at desc);

create table workforce_proposed (
  county integer not null,
  proposal_id uuid not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  helper_id uuid,
  helper_name text,
  why jsonb not null,
  adjusted boolean not null default false,
  primary key (county, proposal_id, household_id),
  constraint pair_is_of_a_proposal
    foreign key (county, proposal_id) references workforce_proposal (county, id)
);
comment on column workforce_proposed.helper_id is 'Null where nobody could be found.';
create index workforce_proposed_area on workforce_proposed (county, proposal_id, area_code, household_id);

create table workforce_pairing (
  county integer not null,
  id uuid not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  helper_id uuid not null,
  helper_name text not null,
  helper_rank text collate "C" not null,
  unit_id uuid,
  from_on date not null,
  to_on date,
  ended_reason text,
  away_from date,
  away_to date,
  stand_in uuid,
  stand_in_name text,
  why jsonb not null default '{}',
  made_by uuid not null,
  made_by_name text not null,
  last_visit_on date,
  last_on_site_on date,
  due_on date,
  primary key (county, id),
  constraint pairing_is_of_a_household
    foreign key (county, household_id) references registry_household (county, id),
  constraint pairing_is_with_a_helper
    foreign key (county, helper_id) references workforce_helper (county, id),
  constraint pairing_ends_after_it_begins check (to_on is null or to_on >= from_on)
);
comment on column workforce_pairing.due_on is 'Last day for the next visit by the rule of the pack, moved by each visit; null where no rule asks for one.';
create unique index workforce_pairing_one on workforce_pairing (county, household_id) where to_on is null;
create index workforce_pairing_household on workforce_pairing (county, household_id, from_on desc);
create index workforce_pairing_helper on workforce_pairing (county, helper_id, due_on, id) where to_on is null;
create index workforce_pairing_area on workforce_pairing (area_code, due_on, id) where to_on is null;
create index workforce_pairing_due on workforce_pairing (due_on, id) where to_on is null;

create table workforce_handover (
  county integer not null,
  id uuid not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  pairing_id uuid not null,
  from_helper uuid not null,
  from_name text not null,
  to_helper uuid not null,
  to_name text not null,
  reason text not null,
  offered_on date not null,
  offered_by_name text not null,
  state text not null,
  answered_on date,
  answered_by_name text,
  answer_reason text,
  primary key (county, id),
  constraint handover_is_of_a_pairing
    foreign key (county, pairing_id) references workforce_pairing (county, id),
  constraint handover_state_is_known check (state in ('offered', 'accepted', 'declined', 'withdrawn'))
);
comment on table workforce_handover is 'A household offered to the next helper; the one who has it answers for it until it is accepted.';
create unique index workforce_handover_one on workforce_handover (county, household_id)
  where state = 'offered';
create index workforce_handover_to on workforce_handover (county, to_helper) where state = 'offered';
create index workforce_handover_area on workforce_handover (area_code, id) where state = 'offered';

do $policies$
declare
  owned record;
begin
  for owned in
    select * from (values
      ('workforce_kin', 'household'), ('workforce_proposed', 'household'),
      ('workforce_pairing', 'household'), ('workforce_handover', 'household'),
      ('workforce_unit', 'area'), ('workforce_proposal', 'area'), ('workforce_helper', 'account')
    ) as owned (relation, seen_by)
  loop
    execute format('alter table %I enable row level security', owned.relation);
    execute format('alter table %I force row level security', owned.relation);
    execute format($policy$
      create policy area_scope on %I using (
        area_code >= current_setting('app.low', true)
        and area_code < current_setting('app.high', true)
        and ((select case when current_setting('app.spans', true) = '' then 1 end) is not null
          or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
        %s)$policy$,
      owned.relation,
      case owned.seen_by
        when 'household' then $households$
          and ((select case when current_setting('app.households', true) = '' then 1 end) is not null
            or household_id = any (array(select unnest(string_to_array(current_setting('app.households', true), ',')::uuid[]))))
          $households$
        else $whole$
          and (select case when current_setting('app.households', true) = '' then 1 end) is not null
          $whole$ end);
  end loop;
end
$policies$;
-- A helper sees named households only, and of the helpers nobody but themselves.
create policy own_row on workforce_helper
  using (account = (select nullif(current_setting('app.account', true), ''))::uuid);
-- What is offered to a helper is not theirs yet: they may see the offer, and answer it.
create policy offered_to_me on workforce_handover
  using (state in ('offered', 'accepted', 'declined') and to_helper in (
    select h.id from workforce_helper h
    where h.account = (select nullif(current_setting('app.account', true), ''))::uuid));

grant select, insert, update on workforce_unit to bangfu_app;
grant select, insert, update on workforce_helper to bangfu_app;
grant select, insert, delete on workforce_kin to bangfu_app;
grant select, insert, update on workforce_proposal to bangfu_app;
grant select, insert, update, delete on workforce_proposed to bangfu_app;
grant select, insert, update on workforce_pairing to bangfu_app;
grant select, insert, update on workforce_handover to bangfu_app;

-- Whoever accepts a household may not see it yet, nor the helper who had it. This is the one place where
-- both sides are written together: called after the hand-over was found to be the caller's to answer.
create function workforce_take_over(
  in_county integer, in_handover uuid, in_pairing uuid, in_today date, in_by uuid, in_by_name text)
  returns boolean language plpgsql
  set app.low = '' set app.high = ':' set app.spans = '' set app.households = ''
  as $$
declare
  offer workforce_handover;
  before workforce_pairing;
begin
  select * into offer from workforce_handover
    where county = in_county and id = in_handover and state = 'offered' for update;
  if not found then return false; end if;
  select * into before from workforce_pairing
    where county = in_county and id = offer.pairing_id and to_on is null for update;
  if not found then return false; end if;
  update workforce_pairing set to_on = in_today, ended_reason = offer.reason
    where county = in_county and id = before.id;
  insert into workforce_pairing (county, id, household_id, area_code, helper_id, helper_name,
      helper_rank, unit_id, from_on, away_from, away_to, stand_in, stand_in_name, why, made_by,
      made_by_name, last_visit_on, last_on_site_on, due_on)
    select in_county, in_pairing, before.household_id, before.area_code, h.id, h.name, h.rank,
      h.unit_id, in_today, h.away_from, h.away_to, h.stand_in, h.stand_in_name,
      jsonb_build_object('handover', offer.id), in_by, in_by_name, before.last_visit_on,
      before.last_on_site_on, before.due_on
    from workforce_helper h where h.county = in_county and h.id = offer.to_helper;
  update workforce_helper set households = households - 1, version = version + 1
    where county = in_county and id = before.helper_id;
  update workforce_helper set households = households + 1, version = version + 1
    where county = in_county and id = offer.to_helper;
  update workforce_handover
    set state = 'accepted', answered_on = in_today, answered_by_name = in_by_name
    where county = in_county and id = offer.id;
  return true;
end
$$;

-- The account of a helper sees exactly the households they answer for, or stand in for.
create function workforce_show_households(in_county integer, in_helpers uuid[], in_today date)
  returns void language sql
  set app.low = '' set app.high = ':' set app.spans = '' set app.households = ''
  as $$
    update access_account a
    set households = coalesce((
      select array_agg(p.household_id order by p.household_id) from workforce_pairing p
      where p.county = in_county and p.to_on is null
        and (p.helper_id = h.id
          or (p.stand_in = h.id and (p.away_to is null or p.away_to >= in_today)))), '{}')
    from workforce_helper h
    where h.county = in_county and h.id = any (in_helpers) and h.account = a.id
      and a.households is not null
  $$;
