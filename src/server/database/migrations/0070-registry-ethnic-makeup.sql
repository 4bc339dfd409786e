-- Who lives in a household by ethnic group, kept beside the other figures of its members, so that a
-- province is grouped by ethnic group without reading its persons: `HAN:2,ZHUANG:1`, codes in order; a
-- member whose group nobody wrote down counts under an empty code.
alter table registry_household add column ethnic_makeup text collate "C";
comment on column registry_household.ethnic_makeup is 'Present members by ethnic group, as HAN:2,ZHUANG:1; derived from the members like the other figures.';

-- The owner of a server's tables is bound by their policies too.
select set_config('app.low', '', true), set_config('app.high', ':', true),
  set_config('app.spans', '', true), set_config('app.households', '', true);
update registry_household h set ethnic_makeup = m.makeup
from (
  select county, household_id, string_agg(code || ':' || persons, ',' order by code) as makeup
  from (
    select county, household_id, coalesce(ethnicity, '') collate "C" as code, count(*) as persons
    from registry_person
    where (joined_on is null or joined_on <= current_date) and (left_on is null or left_on > current_date)
    group by 1, 2, 3
  ) as member
  group by 1, 2
) as m
where h.county = m.county and h.id = m.household_id;
