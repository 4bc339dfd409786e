// All SQL of drafts and their acts. Row security shows the drafts of one's area.
import type { DraftAct, DraftState } from '#domain/policy/authoring/draft-state.ts';
import type { PackEdit } from '#domain/policy/authoring/pack-edit.ts';
import type { Tx } from '#server/database/connect.ts';

export interface StoredDraft {
  readonly id: string;
  readonly areaCode: string;
  readonly kind: 'version' | 'extension';
  readonly pack: string;
  readonly basePack: string;
  readonly baseVersion: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly takesEffect: string;
  readonly state: DraftState;
  readonly version: number;
  readonly errors: number;
  readonly changes: number;
  readonly owner: string;
  readonly ownerName: string;
  readonly createdAt: string;
  readonly changedAt: string;
  readonly changedBy: string;
  readonly changedByName: string;
  readonly installedVersion: string | null;
}

export interface DraftWithFiles extends StoredDraft {
  readonly files: ReadonlyMap<string, string>;
}

export interface StoredAct {
  readonly seq: number;
  readonly at: string;
  readonly account: string;
  readonly accountName: string;
  readonly act: DraftAct;
  readonly reason: string;
  readonly edits: readonly PackEdit[] | null;
}

const columns = [
  'id',
  'area_code',
  'kind',
  'pack',
  'base_pack',
  'base_version',
  'title_zh',
  'title_en',
  'takes_effect',
  'state',
  'version',
  'errors',
  'changes',
  'owner',
  'owner_name',
  'created_at',
  'changed_at',
  'changed_by',
  'changed_by_name',
  'installed_version',
] as const;

/** The latest first; all of them are few, for each is a decision of an office. */
export async function listDraftRows(tx: Tx, limit: number): Promise<readonly StoredDraft[]> {
  const rows = await tx
    .selectFrom('policy_draft')
    .select(columns)
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(fromDraftRow);
}

export async function findDraft(
  tx: Tx,
  id: string,
  lock: 'locked' | 'read' = 'read',
): Promise<DraftWithFiles | undefined> {
  const query = tx
    .selectFrom('policy_draft')
    .select([...columns, 'files'])
    .where('id', '=', id);
  const row = await (lock === 'locked' ? query.forUpdate() : query).executeTakeFirst();
  if (row === undefined) return undefined;
  const files = new Map(Object.entries(row.files as Record<string, string>));
  return { ...fromDraftRow(row), files };
}

export async function insertDraft(tx: Tx, draft: DraftWithFiles): Promise<void> {
  await tx
    .insertInto('policy_draft')
    .values({
      id: draft.id,
      area_code: draft.areaCode,
      kind: draft.kind,
      pack: draft.pack,
      base_pack: draft.basePack,
      owner: draft.owner,
      owner_name: draft.ownerName,
      created_at: draft.createdAt,
      ...changingColumns(draft),
    })
    .execute();
}

export async function changeDraft(tx: Tx, draft: DraftWithFiles): Promise<void> {
  await tx
    .updateTable('policy_draft')
    .set(changingColumns(draft))
    .where('id', '=', draft.id)
    .execute();
}

function changingColumns(draft: DraftWithFiles) {
  return {
    base_version: draft.baseVersion,
    title_zh: draft.title.zh,
    title_en: draft.title.en,
    takes_effect: draft.takesEffect,
    state: draft.state,
    version: draft.version,
    files: JSON.stringify(Object.fromEntries(draft.files)),
    errors: draft.errors,
    changes: draft.changes,
    changed_at: draft.changedAt,
    changed_by: draft.changedBy,
    changed_by_name: draft.changedByName,
    installed_version: draft.installedVersion,
  };
}

export async function listDraftActs(tx: Tx, id: string): Promise<readonly StoredAct[]> {
  const rows = await tx
    .selectFrom('policy_draft_act')
    .selectAll()
    .where('draft_id', '=', id)
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({
    seq: row.seq,
    at: row.at,
    account: row.account,
    accountName: row.account_name,
    act: row.act as DraftAct,
    reason: row.reason,
    edits: row.edits as readonly PackEdit[] | null,
  }));
}

export async function appendDraftAct(
  tx: Tx,
  draft: Pick<StoredDraft, 'id' | 'areaCode' | 'version'>,
  act: Omit<StoredAct, 'seq'>,
): Promise<void> {
  await tx
    .insertInto('policy_draft_act')
    .values({
      draft_id: draft.id,
      seq: draft.version,
      area_code: draft.areaCode,
      at: act.at,
      account: act.account,
      account_name: act.accountName,
      act: act.act,
      reason: act.reason,
      edits: act.edits === null ? null : JSON.stringify(act.edits),
    })
    .execute();
}

interface DraftRow {
  readonly id: string;
  readonly area_code: string;
  readonly kind: string;
  readonly pack: string;
  readonly base_pack: string;
  readonly base_version: string;
  readonly title_zh: string;
  readonly title_en: string;
  readonly takes_effect: string;
  readonly state: string;
  readonly version: number;
  readonly errors: number;
  readonly changes: number;
  readonly owner: string;
  readonly owner_name: string;
  readonly created_at: string;
  readonly changed_at: string;
  readonly changed_by: string;
  readonly changed_by_name: string;
  readonly installed_version: string | null;
}

function fromDraftRow(row: DraftRow): StoredDraft {
  return {
    id: row.id,
    areaCode: row.area_code,
    kind: row.kind as StoredDraft['kind'],
    pack: row.pack,
    basePack: row.base_pack,
    baseVersion: row.base_version,
    title: { zh: row.title_zh, en: row.title_en },
    takesEffect: row.takes_effect,
    state: row.state as DraftState,
    version: row.version,
    errors: row.errors,
    changes: row.changes,
    owner: row.owner,
    ownerName: row.owner_name,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    changedBy: row.changed_by,
    changedByName: row.changed_by_name,
    installedVersion: row.installed_version,
  };
}
