-- What was planned for a place and arrived there, month by month: few of the many days that money is counted by.
create index funds_tally_inward on funds_tally (area_code, true_on) include (kind, amount_fen)
  where kind in ('planned', 'source', 'appropriated');
