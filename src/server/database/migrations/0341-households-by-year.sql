-- A floor for households asks what each of them was paid in a year. That is kept by household, year, source and
-- the place it was paid in, folded with the days, so that no question adds up the payments of a county.
create table funds_household_year (
  county integer not null,
  household uuid not null,
  year integer not null,
  source text not null,
  area_code text collate "C" not null,
  amount_fen bigint not null,
  primary key (county, household, year, source, area_code)
);
comment on table funds_household_year is 'What a household was paid in a year from a source; folded with funds_day.';
create index funds_household_year_area on funds_household_year (area_code, year);

insert into funds_household_year (county, household, year, source, area_code, amount_fen)
select a.county, a.household, extract(year from d.true_on)::int, a.source, a.area_code, sum(d.amount_fen)
from funds_day d join funds_account a on a.county = d.county and a.id = d.account_id
where a.kind = 'spent' and a.household is not null
group by 1, 2, 3, 4, 5;

alter table funds_household_year enable row level security;
alter table funds_household_year force row level security;
create policy area_scope on funds_household_year using (
  area_code >= (select current_setting('app.low', true))
  and area_code < (select current_setting('app.high', true))
  and ((select current_setting('app.spans', true)) = ''
    or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
  and (select current_setting('app.households', true)) = '');
grant select, insert, update on funds_household_year to bangfu_app;
