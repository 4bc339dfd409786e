-- A supervisor of two townships reads no run of a third one that lies between them by code, and who
-- sees only named households reads no run at all: what it counts is the village's.
alter policy area_scope on targeting_run using (
  area_code >= current_setting('app.low', true)
  and area_code < current_setting('app.high', true)
  and ((select case when current_setting('app.spans', true) = '' then 1 end) is not null
    or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
  and (select current_setting('app.households', true)) = '');
alter policy of_an_area_above on targeting_run using (
  starts_with((select current_setting('app.low', true)), area_code)
  and (select current_setting('app.low', true)) <> ''
  and (select current_setting('app.households', true)) = '');
