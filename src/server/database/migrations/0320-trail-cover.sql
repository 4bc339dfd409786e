-- A trail lays the lines of an account end to end. A purse has tens of thousands of them, so all that is asked
-- of them, row security's own columns too, stands in the index: read from the table each is another page.
drop index funds_line_gain;
drop index funds_line_give;
create index funds_line_gain on funds_line (county, account_id, true_on, entry_id, position)
  include (amount_fen, act, reverses, area_code, household) where amount_fen > 0;
create index funds_line_give on funds_line (county, account_id, true_on, entry_id, position)
  include (amount_fen, act, reverses, area_code, household, memo, document) where amount_fen < 0;
