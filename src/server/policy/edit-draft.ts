// A draft begins, is edited, and is carried over to a newer version of its base. Errors of the pack are
// saved with it: nothing typed is lost; only submitting needs a pack that stands.
import type { createDraft, DraftView, editDraft, rebaseDraft } from '#contract/policy-drafts.ts';
import type { InputOf } from '#contract/route.ts';
import { type AreaCode, countyNumberOf, isWithin } from '#domain/kernel/area-code.ts';
import { parsePlainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { newVersionOf, packOnTopOf } from '#domain/policy/authoring/copy-pack.ts';
import * as refusals from '#domain/policy/authoring/draft-refusals.ts';
import { applyEdit, type EditSources, type Texts } from '#domain/policy/authoring/edit-pack.ts';
import type { PackEdit } from '#domain/policy/authoring/pack-edit.ts';
import type { PackProblem } from '#domain/policy/pack/pack-problem.ts';
import { newestOf } from '#domain/policy/pack/pack-version.ts';
import { noSuchDay, noSuchPack } from '#domain/policy/refusals.ts';
import type { Context } from '#server/http/context.ts';
import { demandOpen, refuseStale } from './demand-draft.ts';
import { appendDraftAct, changeDraft, type DraftWithFiles, insertDraft } from './draft.store.ts';
import { sourcesOf } from './draft-sources.ts';
import { type InstalledVersion, listInstalledVersions } from './installed-versions.ts';
import { judgeDraft } from './judge-draft.ts';
import { draftView, openDraft, replacedBy } from './read-draft.ts';

export async function beginDraft(
  context: Context,
  { body }: InputOf<typeof createDraft>,
): Promise<DraftView> {
  const { tx, actor, today, now } = context;
  const versions = await listInstalledVersions(tx);
  const base = newestOf(versions.filter(({ manifest }) => manifest.id === body.pack));
  if (base === undefined) return refuse(noSuchPack, { pack: body.pack });

  const day = parsePlainDate(body.takesEffect) ?? refuse(noSuchDay, { day: body.takesEffect });
  if (day < today) refuse(refusals.dayHasPassed, { day, today });
  const begun = { versions, base, body };
  const area = areaOfDraft(context, begun);
  const files = firstTexts(area, begun);
  const kind = body.own === undefined ? 'version' : 'extension';
  const pack = body.own?.id ?? base.manifest.id;
  const facts = { kind, pack, basePack: base.manifest.id, takesEffect: day, files } as const;
  const judged = judgeDraft(facts, versions);
  const draft: DraftWithFiles = {
    ...facts,
    id: context.newId(countyNumberOf(area as AreaCode) ?? 0),
    areaCode: area,
    baseVersion: base.manifest.version,
    title: body.own?.title ?? base.manifest.title,
    state: 'open',
    version: 1,
    errors: judged.errors,
    changes: judged.changes.length,
    owner: actor.account,
    ownerName: actor.displayName,
    createdAt: now,
    changedAt: now,
    changedBy: actor.account,
    changedByName: actor.displayName,
    installedVersion: null,
  };

  await insertDraft(tx, draft);
  await appendDraftAct(tx, draft, {
    ...actBy(context),
    act: 'create',
    reason: body.reason,
    edits: null,
  });
  context.note({ subject: `draft:${draft.id}`, facts: { pack, base: base.manifest.version } });
  return draftView(context, draft.id);
}

interface Begun {
  readonly versions: readonly InstalledVersion[];
  readonly base: InstalledVersion;
  readonly body: InputOf<typeof createDraft>['body'];
}

/** A new version belongs where the pack does; a pack of one's own belongs to one's own area. */
function areaOfDraft({ actor }: Context, { versions, base, body }: Begun): string {
  const { id, area } = base.manifest;
  if (body.own === undefined) {
    if (area === '' ? actor.area !== '' : !isWithin(area as AreaCode, actor.area)) {
      refuse(refusals.packNotAbove, { pack: id, area: actor.area });
    }
    return area;
  }
  if (!isWithin(actor.area, area as AreaCode)) {
    refuse(refusals.packNotAbove, { pack: id, area: actor.area });
  }
  if (versions.some(({ manifest }) => manifest.id === body.own?.id)) {
    refuse(refusals.packIdTaken, { pack: body.own.id });
  }
  return actor.area;
}

function firstTexts(area: string, { base, body }: Begun): Texts {
  const { own, takesEffect: from, reason } = body;
  if (own === undefined) return newVersionOf(base.files, base.pack, from);
  const words = { zh: reason, en: reason };
  return packOnTopOf(base.pack, { ...own, area, from, reason: words });
}

export async function saveEdits(
  context: Context,
  { params, body }: InputOf<typeof editDraft>,
): Promise<DraftView> {
  const { draft, acts, versions } = await openDraft(context, params.id, 'locked');
  demandOpen(context, draft, 'edit');
  refuseStale(draft, { baseVersion: body.baseVersion, edits: body.edits, acts });

  const files = withEdits(draft.files, body.edits, sourcesOf(draft, versions));
  await store(context, { draft: { ...draft, files }, act: 'edit', edits: body.edits, versions });
  return draftView(context, draft.id);
}

export async function carryOver(
  context: Context,
  { params, body }: InputOf<typeof rebaseDraft>,
): Promise<DraftView> {
  const { draft, acts, versions } = await openDraft(context, params.id, 'locked');
  demandOpen(context, draft, 'rebase');
  refuseStale(draft, { baseVersion: body.baseVersion, edits: [], acts });
  const newer = replacedBy(draft, versions);
  if (newer === undefined || draft.kind === 'extension') return draftView(context, draft.id);

  const edits = acts.flatMap((one) => one.edits ?? []);
  const first = newVersionOf(newer.files, newer.pack, draft.takesEffect);
  const rebased = { ...draft, files: first, baseVersion: newer.manifest.version };
  const sources = sourcesOf(rebased, versions);
  const files = edits.reduce((texts, edit) => {
    const edited = applyEdit(texts, edit, sources);
    return edited.ok ? edited.files : refuse(refusals.editDoesNotFit, { row: edit.id });
  }, first);
  await store(context, { draft: { ...rebased, files }, act: 'rebase', edits: null, versions });
  return draftView(context, draft.id);
}

interface Storing {
  readonly draft: DraftWithFiles;
  readonly act: 'edit' | 'rebase';
  readonly edits: readonly PackEdit[] | null;
  readonly versions: readonly InstalledVersion[];
}

async function store(context: Context, { draft, act, edits, versions }: Storing): Promise<void> {
  const { tx, actor, now } = context;
  const judged = judgeDraft(draft, versions);
  refuseMisshapen(judged.problems);
  const next: DraftWithFiles = {
    ...draft,
    state: 'open',
    version: draft.version + 1,
    errors: judged.errors,
    changes: judged.changes.length,
    changedAt: now,
    changedBy: actor.account,
    changedByName: actor.displayName,
  };
  await changeDraft(tx, next);
  await appendDraftAct(tx, next, { ...actBy(context), act, reason: '', edits });
  context.note({ subject: `draft:${draft.id}`, facts: { version: next.version } });
}

/** A rule that is wrong is saved; what no pack file could hold at all is not. */
function refuseMisshapen(problems: readonly PackProblem[]): void {
  const found = problems.filter(({ code }) => unreadable.includes(code));
  const [first] = found;
  if (first === undefined) return;
  refuse(refusals.editIsMisshapen, { place: `${first.file}:${first.line}` }, found.slice(0, 20));
}

const unreadable: readonly string[] = [
  'wrong-shape',
  'yaml-syntax',
  'yaml-refused',
  'too-large',
  'unknown-file',
];

function withEdits(files: Texts, edits: readonly PackEdit[], sources: EditSources): Texts {
  return edits.reduce((texts, edit) => {
    const edited = applyEdit(texts, edit, sources);
    if (edited.ok) return edited.files;
    if (edited.fault === 'bad-text') return refuse(refusals.textIsNoRow, { row: edit.id });
    return refuse(refusals.noSuchPart, { row: edit.id });
  }, files);
}

function actBy({ actor, now }: Context) {
  return { at: now, account: actor.account, accountName: actor.displayName };
}
