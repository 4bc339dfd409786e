-- A department's list against a province: four million keys are met by two million rows, and 160,000 of them are
-- written with their leads.

-- Keys are seen within one's own county, as before, but by numbers that are worked out once. The CASE tells the
-- planner that most of what a statement asks for may be seen: told a fiftieth, it builds its tables of the wrong side.
create function kernel_county_from(low text) returns integer
  language sql immutable parallel safe
  as $$ select case when strpos(low, ':') > 0 then 1000000 else rpad(left(low, 6), 6, '0')::integer end $$;
comment on function kernel_county_from is 'The first county, as a number, of a range of area codes that begins so.';
create function kernel_county_below(high text) returns integer
  language sql immutable parallel safe
  as $$ select case
    when strpos(left(high, 6), ':') > 0 then rpad(split_part(high, ':', 1), 6, '9')::integer + 1
    when length(high) > 6 then left(high, 6)::integer + 1
    else rpad(high, 6, '0')::integer end $$;
comment on function kernel_county_below is 'The number that every county of a range of area codes that ends so is below.';

drop policy county_scope on registry_person_key;
create policy county_scope on registry_person_key using ((case
  when county >= (select kernel_county_from(current_setting('app.low', true)))
    and county < (select kernel_county_below(current_setting('app.high', true))) then 1 end) is not null);

-- Hits and the opening acts of leads are written in the statement after their leads, and nobody may delete a lead:
-- checking each key locked the lead again, a third of the time of the writing.
alter table targeting_hit drop constraint hit_is_of_a_lead;
alter table targeting_lead_act drop constraint act_is_of_a_lead;
-- Acts are read by their lead.
drop index targeting_lead_act_area;

-- Rows of a list stand in a table that their transaction makes and drops, so nobody else ever sees one.
create schema stage;
grant usage, create on schema stage to bangfu_app;

-- Leads are listed by their clock, those without one last.
drop index targeting_lead_due;
create index targeting_lead_due on targeting_lead (coalesce(due_on, date '9999-12-31'), id);
-- What came of the hits of an area is counted by its counties, in the order of the primary key.
drop index targeting_hit_area;
