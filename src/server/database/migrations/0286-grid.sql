-- Cells of the grid: hamlets of a village that one officer answers for; what was found on patrol, and what
-- became of it. The two tables made in advance, which nothing ever wrote, are made anew.
drop table workforce_incident;
drop table workforce_cell;

create table workforce_cell (
  county integer not null,
  id uuid not null,
  version integer not null default 1,
  area_code text collate "C" not null,
  name text not null,
  places text[] not null,
  officer_name text,
  officer_account uuid,
  officer_since date,
  patrolled_on date,
  from_on date not null,
  to_on date,
  primary key (county, id),
  constraint cell_lies_in_a_village check (length(area_code) = 12),
  constraint cell_has_places check (cardinality(places) > 0),
  constraint officer_has_a_day check ((officer_name is null) = (officer_since is null)),
  constraint account_is_of_an_officer check (officer_account is null or officer_name is not null)
);
comment on table workforce_cell is 'Hamlets of a village that one officer answers for; no hamlet in two cells.';
comment on column workforce_cell.places is 'Codes of hamlets; the code of the village itself stands for households entered in no hamlet.';
create index workforce_cell_area on workforce_cell (area_code, id) where to_on is null;
create index workforce_cell_of_account on workforce_cell (officer_account) where to_on is null;

create table workforce_cell_officer (
  county integer not null,
  id uuid not null,
  cell_id uuid not null,
  area_code text collate "C" not null,
  name text not null,
  account uuid,
  from_on date not null,
  to_on date not null,
  primary key (county, id),
  constraint officer_is_of_a_cell foreign key (county, cell_id) references workforce_cell (county, id)
);
comment on table workforce_cell_officer is 'Insert-only: who answered for a cell before.';
create index workforce_cell_officer_of on workforce_cell_officer (county, cell_id, to_on desc);

create table workforce_patrol (
  county integer not null,
  id uuid not null,
  cell_id uuid not null,
  area_code text collate "C" not null,
  account uuid,
  account_name text not null,
  patrolled_on date not null,
  recorded_at timestamptz not null,
  note text not null default '',
  events integer not null default 0,
  primary key (county, id),
  constraint patrol_is_of_a_cell foreign key (county, cell_id) references workforce_cell (county, id)
);
comment on table workforce_patrol is 'Insert-only: a round of a cell, with how many events it found.';
create index workforce_patrol_cell on workforce_patrol (county, cell_id, patrolled_on desc, id);

create table workforce_incident (
  county integer not null,
  id uuid not null,
  cell_id uuid not null,
  cell_name text not null,
  patrol_id uuid,
  area_code text collate "C" not null,
  kind text not null,
  words text not null,
  place text not null default '',
  state text not null,
  position integer not null,
  found_on date not null,
  found_by uuid,
  found_by_name text not null,
  handler_account uuid,
  handler_name text,
  sent_on date,
  due_on date,
  handled_by uuid,
  handled_on date,
  closed_on date,
  primary key (county, id),
  constraint incident_is_of_a_cell foreign key (county, cell_id) references workforce_cell (county, id),
  constraint incident_state_is_known check (state in ('found', 'sent', 'handled', 'closed')),
  constraint closed_incident_has_its_day check ((state = 'closed') = (closed_on is not null)),
  constraint sent_incident_has_a_handler check (state <> 'sent' or (handler_name is not null and due_on is not null))
);
comment on table workforce_incident is 'Where an event stands that somebody found on patrol; its acts tell how it came there.';
create index workforce_incident_open on workforce_incident (area_code, due_on, id) where state <> 'closed';
create index workforce_incident_found on workforce_incident (area_code, found_on desc, id);
create index workforce_incident_cell on workforce_incident (county, cell_id, found_on desc);

create table workforce_incident_act (
  county integer not null,
  incident_id uuid not null,
  position integer not null,
  area_code text collate "C" not null,
  act text not null,
  state text not null,
  words text not null default '',
  handler_name text,
  due_on date,
  account uuid,
  account_name text not null,
  acted_on date not null,
  acted_at timestamptz not null,
  primary key (county, incident_id, position),
  constraint act_is_of_an_incident
    foreign key (county, incident_id) references workforce_incident (county, id),
  constraint incident_act_is_known check (act in ('find', 'send', 'handle', 'back', 'close', 'remark'))
);
comment on table workforce_incident_act is 'Insert-only: everything that was done about an event.';

-- Whoever sees households by name only, such as a helper, sees the cells they answer for and the events
-- they found or were given.
do $policies$
declare
  owned text;
  own text;
begin
  foreach owned in array array['workforce_cell', 'workforce_cell_officer', 'workforce_patrol',
    'workforce_incident', 'workforce_incident_act'] loop
    own := case owned
      when 'workforce_cell' then 'officer_account = nullif(current_setting(''app.account'', true), '''')::uuid'
      when 'workforce_incident' then $own$
        handler_account = nullif(current_setting('app.account', true), '')::uuid
        or exists (select from workforce_cell c
          where c.county = workforce_incident.county and c.id = workforce_incident.cell_id)$own$
      when 'workforce_incident_act' then $own$
        exists (select from workforce_incident i where i.county = workforce_incident_act.county
          and i.id = workforce_incident_act.incident_id)$own$
      else format('exists (select from workforce_cell c where c.county = %I.county and c.id = %I.cell_id)',
        owned, owned)
    end;
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format($policy$
      create policy area_scope on %I using (
        area_code >= current_setting('app.low', true)
        and area_code < current_setting('app.high', true)
        and ((select case when current_setting('app.spans', true) = '' then 1 end) is not null
          or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
        and ((select case when current_setting('app.households', true) = '' then 1 end) is not null
          or %s))
      $policy$, owned, own);
  end loop;
end
$policies$;
grant select, insert, update on workforce_cell to bangfu_app;
grant select, insert on workforce_cell_officer to bangfu_app;
grant select, insert on workforce_patrol to bangfu_app;
grant select, insert, update on workforce_incident to bangfu_app;
grant select, insert on workforce_incident_act to bangfu_app;
