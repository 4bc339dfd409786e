// A draft as its page shows it: where it stands, who may do what, its rows, problems, changes, examples.
import type { DraftSummary, DraftView, listDrafts } from '#contract/policy-drafts.ts';
import type { OutputOf } from '#contract/route.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { noSuchDraft } from '#domain/policy/authoring/draft-refusals.ts';
import { draftActs, obstacleTo, stateWords } from '#domain/policy/authoring/draft-state.ts';
import { fillRefusal } from '#domain/policy/authoring/fill-refusal.ts';
import { isEditableKind } from '#domain/policy/authoring/row-places.ts';
import { sectionsOf } from '#domain/policy/pack/pack-document.ts';
import { compareVersions, newestOf } from '#domain/policy/pack/pack-version.ts';
import type { Context } from '#server/http/context.ts';
import {
  type DraftWithFiles,
  findDraft,
  listDraftActs,
  listDraftRows,
  type StoredAct,
  type StoredDraft,
} from './draft.store.ts';
import { type InstalledVersion, listInstalledVersions } from './installed-versions.ts';
import { type JudgedDraft, judgeDraft } from './judge-draft.ts';
import { packNameOf } from './pack-name.ts';

const listedMost = 200;

export async function draftsOf(context: Context): Promise<OutputOf<typeof listDrafts>> {
  const rows = await listDraftRows(context.tx, listedMost);
  const items: DraftSummary[] = [];
  for (const row of rows) {
    const authors = row.state === 'submitted' ? await authorsOf(context, row.id) : [row.owner];
    items.push(summaryOf(context, row, authors));
  }
  return { items, next: null };
}

async function authorsOf({ tx }: Context, id: string): Promise<readonly string[]> {
  return authorsIn(await listDraftActs(tx, id));
}

export function authorsIn(acts: readonly StoredAct[]): readonly string[] {
  const writing = acts.filter(({ act }) => ['create', 'edit', 'rebase'].includes(act));
  return [...new Set(writing.map(({ account }) => account))];
}

export interface OpenedDraft {
  readonly draft: DraftWithFiles;
  readonly acts: readonly StoredAct[];
  readonly versions: readonly InstalledVersion[];
  readonly judged: JudgedDraft;
}

export async function openDraft(
  { tx }: Context,
  id: string,
  lock: 'locked' | 'read' = 'read',
): Promise<OpenedDraft> {
  const draft = (await findDraft(tx, id, lock)) ?? refuse(noSuchDraft);
  const [acts, versions] = [await listDraftActs(tx, id), await listInstalledVersions(tx)];
  return { draft, acts, versions, judged: judgeDraft(draft, versions) };
}

export async function draftView(context: Context, id: string): Promise<DraftView> {
  const { draft, acts, versions, judged } = await openDraft(context, id);
  const authors = authorsIn(acts);
  return {
    summary: summaryOf(context, draft, authors),
    acts: openActs(context, draft, { authors, judged }),
    baseReplacedBy: replacedBy(draft, versions)?.manifest.version ?? null,
    history: acts.map(({ seq, at, accountName, act, reason, edits }) => ({
      seq,
      at,
      by: accountName,
      act,
      reason,
      edits: edits?.length ?? 0,
    })),
    sections: outlineOf(draft, judged),
    problems: judged.problems.map((problem) => ({ ...problem })),
    changes: judged.changes.map((change) => ({
      ...change,
      details: change.details.map((detail) => ({ ...detail, path: [...detail.path] })),
    })),
    examples: judged.examples.map((example) => ({
      ...example,
      problems: [...example.problems],
      before: example.before.map((line) => ({ ...line, why: [...line.why] })),
      after: example.after.map((line) => ({ ...line, why: [...line.why] })),
      about: [...example.about],
    })),
    documents: (judged.after?.chain ?? []).flatMap(({ manifest }) =>
      manifest.documents.map((one) => ({ id: one.id, title: one.title })),
    ),
  };
}

/** A version of the draft's pack that is newer than the one it began from. */
export function replacedBy(
  draft: StoredDraft,
  versions: readonly InstalledVersion[],
): InstalledVersion | undefined {
  if (draft.state === 'approved' || draft.state === 'withdrawn') return undefined;
  const newest = newestOf(versions.filter(({ manifest }) => manifest.id === draft.pack));
  if (newest === undefined) return undefined;
  if (draft.kind === 'extension') return newest;
  const isNewer = compareVersions(newest.manifest.version, draft.baseVersion) > 0;
  return isNewer ? newest : undefined;
}

function summaryOf(
  { actor, today, may, platform }: Context,
  draft: StoredDraft,
  authors: readonly string[],
): DraftSummary {
  const { state, owner } = draft;
  const toApprove =
    state === 'submitted' && may('policy.approve') && !authors.includes(actor.account);
  return {
    id: draft.id,
    kind: draft.kind,
    pack: draft.pack,
    base: packNameOf(platform.packs, draft.basePack, draft.baseVersion),
    title: draft.title,
    area: draft.areaCode,
    state,
    inForce: state === 'approved' && draft.takesEffect <= today,
    installedVersion: draft.installedVersion,
    takesEffect: draft.takesEffect,
    version: draft.version,
    errors: draft.errors,
    changes: draft.changes,
    owner: draft.ownerName,
    changedAt: draft.changedAt,
    changedBy: draft.changedByName,
    waitsForMe: toApprove || (state === 'returned' && owner === actor.account),
  };
}

interface Judging {
  readonly authors: readonly string[];
  readonly judged: JudgedDraft;
}

function openActs(context: Context, draft: StoredDraft, { authors, judged }: Judging) {
  const { actor, today, may } = context;
  const { state, takesEffect } = draft;
  const facts = {
    state,
    authors,
    takesEffect,
    errors: judged.errors,
    changes: judged.changes.length,
  };
  return draftActs.flatMap((act) => {
    if (act === 'create') return [];
    const needs = act === 'approve' || act === 'return' ? 'policy.approve' : 'policy.draft';
    if (!may(needs)) return [];
    const kind = obstacleTo(act, facts, { account: actor.account, today });
    const words = { state: stateWords[state], day: takesEffect, today, errors: judged.errors };
    return [{ act, obstacle: kind === undefined ? null : fillRefusal(kind, words) }];
  });
}

function outlineOf(draft: DraftWithFiles, judged: JudgedDraft): DraftView['sections'] {
  const { after, changes, problems } = judged;
  if (after === undefined) return [];
  const changed = new Set(changes.map(({ kind, id }) => `${kind} ${id}`));
  const count = (kind: string, id: string) =>
    problems.filter(({ row }) => row?.kind === kind && row.id === id).length;
  return sectionsOf(after).flatMap(({ kind, title }) => {
    if (!isEditableKind(kind)) return [];
    const rows: readonly { readonly row: Titled; readonly pack: string }[] = after.rows[kind];
    return [
      {
        kind,
        title,
        rows: rows.map(({ row, pack }) => ({
          id: row.id,
          title: row.title ?? { zh: row.id, en: row.id },
          isOwn: pack === draft.pack,
          isChanged: changed.has(`${kind} ${row.id}`),
          problems: count(kind, row.id),
        })),
      },
    ];
  });
}

interface Titled {
  readonly id: string;
  readonly title?: Bilingual;
}
