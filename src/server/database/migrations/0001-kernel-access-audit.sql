-- Settings, idempotent answers, accounts, sessions and the audit trail. None of these belongs to a
-- household; on several machines they are reference tables or live with the coordinator.

create table kernel_setting (
  key text primary key,
  value jsonb not null,
  changed_at timestamptz not null default now()
);
comment on table kernel_setting is 'What this installation is: whether it is a demonstration, its today, its notes.';
grant select, insert, update on kernel_setting to bangfu_app;

create table kernel_idempotency (
  account uuid not null,
  key text not null,
  route text not null,
  request_digest bytea not null,
  status integer not null,
  body jsonb,
  answered_at timestamptz not null default now(),
  primary key (account, key),
  constraint key_is_short check (length(key) between 1 and 200)
);
comment on table kernel_idempotency is 'First answer to each write that carried an Idempotency-Key, kept for a day.';
grant select, insert, delete on kernel_idempotency to bangfu_app;

-- True when the code lies in one of the spans `low-high,low-high`.
create function kernel_in_spans(code text, spans text) returns boolean
  language sql immutable parallel safe
  as $$
    select exists (
      select 1 from unnest(string_to_array(spans, ',')) as span
      where code collate "C" >= split_part(span, '-', 1) collate "C"
        and code collate "C" < split_part(span, '-', 2) collate "C"
    )
  $$;

create table access_account (
  id uuid primary key,
  username text collate "C" not null,
  password_hash text,
  role text not null,
  display_name text not null,
  title text not null default '',
  area_code text collate "C" not null,
  area_codes text[] not null,
  households uuid[],
  language text not null default 'zh',
  must_change_password boolean not null default false,
  totp_sealed bytea,
  totp_enabled boolean not null default false,
  failed_count integer not null default 0,
  locked_until timestamptz,
  disabled_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  constraint username_is_unique unique (username),
  constraint username_is_plain check (username ~ '^[a-z0-9][a-z0-9._-]{0,63}$'),
  constraint account_has_an_area check (cardinality(area_codes) >= 1)
);
comment on column access_account.area_code is 'Home area, which scopes who may manage the account; area_codes are what the account may see.';
create index access_account_area on access_account (area_code, username);
grant select, insert, update on access_account to bangfu_app;

create table access_session (
  token_hash bytea primary key,
  account uuid not null references access_account (id),
  stage text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  device text not null default '',
  constraint stage_is_known check (stage in ('password', 'full'))
);
create index access_session_account on access_session (account);
grant select, insert, update, delete on access_session to bangfu_app;

create table access_attempt (
  bucket text collate "C" not null,
  at timestamptz not null
);
comment on table access_attempt is 'Failed sign-ins by account and by address, for throttling; swept by a job.';
create index access_attempt_bucket on access_attempt (bucket, at);
grant select, insert, delete on access_attempt to bangfu_app;

create table audit_entry (
  id uuid primary key,
  chain integer not null,
  at timestamptz not null,
  account uuid,
  act text not null,
  area_code text collate "C" not null,
  subject text not null default '',
  facts jsonb not null default '{}',
  digest bytea not null
);
comment on table audit_entry is 'One row per act, written in the act''s own transaction. References and keyed digests only, never personal values.';
create index audit_entry_area on audit_entry (area_code, at desc, id desc);
create index audit_entry_subject on audit_entry (subject, at desc) where subject <> '';
create index audit_entry_at on audit_entry (at desc, id desc);
grant select, insert on audit_entry to bangfu_app;

create table audit_pending (
  entry uuid primary key,
  chain integer not null
);
comment on table audit_pending is 'Entries not yet sealed; the one sealer empties it.';
grant select, insert, delete on audit_pending to bangfu_app;

create table audit_seal (
  chain integer not null,
  number bigint not null,
  entry uuid not null,
  hash bytea not null,
  sealed_at timestamptz not null default now(),
  primary key (chain, number),
  constraint entry_is_sealed_once unique (chain, entry)
);
comment on table audit_seal is 'The chain of a county: hash(n) = HMAC(key, hash(n-1), number, entry). The key is outside the database.';
create index audit_seal_entry on audit_seal (entry);
grant select, insert on audit_seal to bangfu_app;

create table jobs_run (
  id uuid primary key,
  kind text not null,
  area_code text collate "C" not null,
  account uuid,
  scope jsonb not null,
  input jsonb not null,
  state text not null default 'queued',
  done bigint not null default 0,
  total bigint,
  step text not null default '',
  checkpoint jsonb,
  result jsonb,
  failure jsonb,
  cancel_requested boolean not null default false,
  attempts integer not null default 0,
  holder text,
  held_until timestamptz,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  constraint state_is_known check (state in ('queued', 'running', 'done', 'failed', 'cancelled'))
);
comment on table jobs_run is 'Long work with progress, cancel and resume. A run whose lease has run out is taken up again from its checkpoint.';
create index jobs_run_waiting on jobs_run (created_at) where state in ('queued', 'running');
create index jobs_run_area on jobs_run (area_code, created_at desc);
grant select, insert, update on jobs_run to bangfu_app;
