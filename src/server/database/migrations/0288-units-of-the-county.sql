-- A township names the offices of its county as units of its helpers: whoever works below a county may read
-- the units that stand at the county itself, and changes none of them.
create policy of_the_county on workforce_unit for select using (
  area_code = left(current_setting('app.low', true), 6)
  and (select case when current_setting('app.households', true) = '' then 1 end) is not null);
