-- A helper tells the village what its households offer: whoever sees named households posts on the board of
-- their area too. What they may take down is their own.
drop policy whole_areas_write on workforce_market;
