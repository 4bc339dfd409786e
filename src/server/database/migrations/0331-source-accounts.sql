-- Accounts of sources are few among the accounts of households: what departments gave is found without these.
create index funds_account_source on funds_account (area_code) where kind = 'source';
