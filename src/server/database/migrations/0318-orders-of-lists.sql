-- Two lists of a county are read latest first, through every village at once: signatures, and lines of money.
create index casework_act_signed_latest on casework_act (county, true_on desc, case_id desc, position desc)
  where kind = 'sign';
create index funds_line_latest on funds_line (county, true_on desc, entry_id, position);
