-- Drafts of policy packs: the texts as they are being changed, and everything that was done to them.
-- A draft belongs to the area its pack is for; the neighbour never sees it, a township below neither.

create table policy_draft (
  id uuid primary key,
  area_code text collate "C" not null,
  kind text not null,
  pack text collate "C" not null,
  base_pack text collate "C" not null,
  base_version text collate "C" not null,
  title_zh text not null,
  title_en text not null,
  takes_effect date not null,
  state text not null default 'open',
  version integer not null default 1,
  files jsonb not null,
  errors integer not null,
  changes integer not null,
  owner uuid not null,
  owner_name text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  changed_by_name text not null,
  installed_version text collate "C",
  constraint draft_kind_is_known check (kind in ('version', 'extension')),
  constraint draft_state_is_known
    check (state in ('open', 'submitted', 'returned', 'approved', 'withdrawn')),
  constraint approved_draft_names_its_version
    check ((state = 'approved') = (installed_version is not null))
);
comment on table policy_draft is 'files: path to text, as edited. version counts edits and acts: a change names the one it was based on.';
create index policy_draft_changed on policy_draft (changed_at desc, id desc);

create table policy_draft_act (
  draft_id uuid not null,
  seq integer not null,
  area_code text collate "C" not null,
  at timestamptz not null,
  account uuid not null,
  account_name text not null,
  act text not null,
  reason text not null default '',
  edits jsonb,
  primary key (draft_id, seq),
  constraint draft_act_is_known
    check (act in ('create', 'edit', 'rebase', 'submit', 'approve', 'return', 'withdraw'))
);
comment on table policy_draft_act is 'Everything that was done to a draft, in order; edits can be done again on a newer base.';

do $policies$
declare
  owned record;
begin
  for owned in select * from (values ('policy_draft'), ('policy_draft_act')) as owned (relation)
  loop
    execute format('alter table %I enable row level security', owned.relation);
    execute format('alter table %I force row level security', owned.relation);
    execute format($policy$
      create policy area_scope on %I using (
        area_code >= (select current_setting('app.low', true))
        and area_code < (select current_setting('app.high', true))
        and ((select current_setting('app.spans', true)) = ''
          or kernel_in_spans(area_code, (select current_setting('app.spans', true))))
        and (select current_setting('app.households', true)) = ''
      )$policy$, owned.relation);
  end loop;
end
$policies$;

grant select, insert, update on policy_draft to bangfu_app;
grant select, insert on policy_draft_act to bangfu_app;
