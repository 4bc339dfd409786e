-- Photographs of places are shown beside the map of a county, the newest first; files of households are many more,
-- and none of them is read for it.
create index kernel_attachment_photograph on kernel_attachment (area_code, attached_at)
  where household_id is null and not shows_person and file_type in ('jpeg', 'png', 'webp');
