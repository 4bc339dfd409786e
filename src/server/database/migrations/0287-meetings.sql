-- Meetings: their agenda, who came, what was said, and decisions that somebody answers for by a day. The two
-- tables made in advance, which nothing ever wrote, are made anew.
drop table workforce_resolution;
drop table workforce_meeting;

create table workforce_meeting (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  kind text not null,
  title text not null,
  place text not null default '',
  held_on date not null,
  chair text not null,
  agenda text[] not null,
  minutes text,
  minutes_by_name text,
  minutes_on date,
  called_by uuid not null,
  called_by_name text not null,
  primary key (county, id),
  constraint meeting_kind_is_known
    check (kind in ('headquarters', 'leadingGroup', 'joint', 'study', 'campaign', 'training')),
  constraint minutes_have_their_day check ((minutes is null) = (minutes_on is null))
);
comment on table workforce_meeting is 'A meeting that was called; held once its minutes are entered.';
create index workforce_meeting_area on workforce_meeting (area_code, held_on desc, id);

create table workforce_attendance (
  county integer not null,
  meeting_id uuid not null,
  position integer not null,
  area_code text collate "C" not null,
  name text not null,
  unit text not null default '',
  presence text not null,
  primary key (county, meeting_id, position),
  constraint attendance_is_of_a_meeting
    foreign key (county, meeting_id) references workforce_meeting (county, id),
  constraint presence_is_known check (presence in ('invited', 'present', 'represented', 'absent'))
);
comment on table workforce_attendance is 'Who was invited, and who came.';

create table workforce_resolution (
  county integer not null,
  id uuid not null,
  meeting_id uuid not null,
  position integer not null,
  area_code text collate "C" not null,
  words text not null,
  owner text not null,
  due_on date not null,
  taken_as text,
  taken_id uuid,
  done_on date,
  done_words text,
  primary key (county, id),
  constraint resolution_is_of_a_meeting
    foreign key (county, meeting_id) references workforce_meeting (county, id),
  constraint taken_as_is_known check (taken_as in ('task', 'order')),
  constraint taken_as_something check ((taken_as is null) = (taken_id is null)),
  constraint done_in_words check ((done_on is null) = (done_words is null))
);
comment on column workforce_resolution.taken_id is 'The task or order that it became; done when that is.';
create index workforce_resolution_meeting on workforce_resolution (county, meeting_id, position);
create index workforce_resolution_open on workforce_resolution (area_code, due_on, id) where done_on is null;
create index workforce_resolution_taken on workforce_resolution (county, taken_id) where taken_id is not null;

do $policies$
declare
  owned text;
begin
  foreach owned in array array['workforce_meeting', 'workforce_attendance', 'workforce_resolution'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format($policy$
      create policy area_scope on %I using (
        area_code >= current_setting('app.low', true)
        and area_code < current_setting('app.high', true)
        and ((select case when current_setting('app.spans', true) = '' then 1 end) is not null
          or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
        and (select case when current_setting('app.households', true) = '' then 1 end) is not null)
      $policy$, owned);
  end loop;
end
$policies$;
grant select, insert, update on workforce_meeting to bangfu_app;
grant select, insert, update on workforce_attendance to bangfu_app;
grant select, insert, update on workforce_resolution to bangfu_app;
