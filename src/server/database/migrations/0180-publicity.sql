-- Notices as they were compiled: the bytes, their hash, the days. What the public reads is a copy that is
-- deleted on the day after the last one; the notice itself stays. Objections from the public with what
-- protects whoever raised them: text, name and telephone sealed, read by the county alone.
alter table casework_act add column hangs_until date;
comment on column casework_act.hangs_until is 'The last day of a notice that hangs longer than its pack asks for.';
alter table casework_act drop constraint kind_is_known;
alter table casework_act add constraint kind_is_known
  check (kind in ('begin', 'decide', 'sign', 'post', 'takeDown', 'object', 'answer', 'withdraw'));

create table publicity_notice (
  county integer not null,
  id uuid not null,
  area_code text collate "C" not null,
  code text not null,
  kind text not null,
  pack text not null,
  pack_edition text not null,
  process text not null,
  step text not null,
  title_zh text not null,
  title_en text not null,
  content text not null,
  content_hash bytea not null,
  cases integer not null,
  days_asked integer not null,
  first_day date not null,
  last_day date not null,
  posted_by uuid not null,
  posted_by_name text not null,
  posted_at timestamptz not null,
  replaces uuid,
  withdrawn_on date,
  withdrawn_by_name text,
  withdrawn_reason text,
  primary key (county, id),
  constraint kind_is_known check (kind in ('notice', 'announcement')),
  constraint days_are_in_full check (last_day - first_day + 1 >= days_asked),
  constraint a_withdrawal_has_a_reason
    check ((withdrawn_on is null) = (withdrawn_reason is null) and withdrawn_reason is distinct from '')
);
comment on table publicity_notice is 'A notice as it was compiled: its bytes never change.';
create unique index publicity_notice_code on publicity_notice (code, county);
create index publicity_notice_area on publicity_notice (area_code, last_day desc, id desc);

create table publicity_public_copy (
  county integer not null,
  notice_id uuid not null,
  area_code text collate "C" not null,
  code text not null,
  content text not null,
  last_day date not null,
  primary key (county, notice_id),
  constraint copy_is_of_a_notice
    foreign key (county, notice_id) references publicity_notice (county, id)
);
comment on table publicity_public_copy is 'What the public page shows; deleted when the notice is over or taken down.';
create unique index publicity_public_copy_code on publicity_public_copy (code, county);
create index publicity_public_copy_last_day on publicity_public_copy (last_day);

create table publicity_item (
  county integer not null,
  notice_id uuid not null,
  number integer not null,
  case_id uuid not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  act_position integer not null,
  primary key (county, notice_id, number),
  constraint item_is_of_a_notice
    foreign key (county, notice_id) references publicity_notice (county, id)
);
comment on table publicity_item is 'Which case stands under which number of a notice.';
create index publicity_item_case on publicity_item (county, case_id);

create table publicity_objection (
  county integer not null,
  id uuid not null,
  notice_id uuid not null,
  area_code text collate "C" not null,
  item integer,
  case_id uuid,
  act_position integer,
  number text not null,
  receipt_hash bytea not null,
  channel text not null,
  text_sealed bytea not null,
  name_sealed bytea,
  phone_sealed bytea,
  phone_mask text,
  filed_on date not null,
  filed_at timestamptz not null,
  due_on date not null,
  taken_by uuid,
  verdict text,
  answer text,
  answered_by uuid,
  answered_by_name text,
  answered_on date,
  primary key (county, id),
  constraint objection_is_to_a_notice
    foreign key (county, notice_id) references publicity_notice (county, id),
  constraint channel_is_known check (channel in ('page', 'clerk')),
  constraint verdict_is_known check (verdict in ('upheld', 'rejected')),
  constraint an_answer_is_whole check (
    (verdict is null) = (answer is null) and (verdict is null) = (answered_on is null))
);
comment on table publicity_objection is 'An objection of the public: text, name and telephone sealed, opened by the county alone.';
create unique index publicity_objection_receipt on publicity_objection (receipt_hash, county);
create unique index publicity_objection_number on publicity_objection (county, number);
create index publicity_objection_notice on publicity_objection (county, notice_id);
create index publicity_objection_area on publicity_objection (area_code, due_on) where verdict is null;

create table publicity_evidence (
  county integer not null,
  id uuid not null,
  notice_id uuid not null,
  area_code text collate "C" not null,
  kind text not null,
  taken_on date not null,
  note text not null,
  attachment uuid,
  entered_by_name text not null,
  entered_at timestamptz not null,
  primary key (county, id),
  constraint evidence_is_of_a_notice
    foreign key (county, notice_id) references publicity_notice (county, id),
  constraint kind_is_known check (kind in ('first', 'last'))
);
comment on table publicity_evidence is 'That the paper hung: on its first and on its last day.';
create index publicity_evidence_notice on publicity_evidence (county, notice_id);

alter table publicity_item enable row level security;
alter table publicity_item force row level security;
create policy area_scope on publicity_item using (
  area_code >= current_setting('app.low', true)
  and area_code < current_setting('app.high', true)
  and ((select case when current_setting('app.spans', true) = '' then 1 end) is not null
    or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
  and ((select case when current_setting('app.households', true) = '' then 1 end) is not null
    or household_id = any (array(select unnest(string_to_array(current_setting('app.households', true), ',')::uuid[])))));

do $policies$
declare
  owned text;
begin
  foreach owned in array array[
    'publicity_notice', 'publicity_public_copy', 'publicity_objection', 'publicity_evidence'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format($policy$
      create policy area_scope on %I using (
        area_code >= (select current_setting('app.low', true))
        and area_code < (select current_setting('app.high', true))
        and ((select current_setting('app.spans', true)) = ''
          or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
        and (select current_setting('app.households', true)) = '')
      $policy$, owned);
  end loop;
end
$policies$;
grant select, insert, update on publicity_notice to bangfu_app;
grant select, insert, delete on publicity_public_copy to bangfu_app;
grant select, insert on publicity_item to bangfu_app;
grant select, insert, update on publicity_objection to bangfu_app;
grant select, insert on publicity_evidence to bangfu_app;
