-- Installed packs: every version that ever was, as the texts it was read from. A decision names the
-- pack and the version, so nothing here is changed or removed. Rules are public, so no row security.

create table policy_pack (
  id text collate "C" not null,
  version text collate "C" not null,
  area_code text collate "C" not null,
  from_date date not null,
  until_date date,
  files jsonb not null,
  digest bytea not null,
  installed_at timestamptz not null default now(),
  installed_by uuid,
  primary key (id, version),
  constraint pack_ends_after_it_begins check (until_date is null or until_date > from_date)
);
comment on table policy_pack is 'files: path to text, as read and checked at installation.';
grant select, insert on policy_pack to bangfu_app;
