// What becomes of a draft: submitted, withdrawn, returned, approved. An approval installs the draft as a
// new version that begins on its day, in the same transaction; of two at once, the second finds it done.
import type {
  approveDraft,
  DraftView,
  returnDraft,
  submitDraft,
  withdrawDraft,
} from '#contract/policy-drafts.ts';
import type { InputOf } from '#contract/route.ts';
import { everything } from '#domain/access/scope.ts';
import { parsePlainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { moveDay } from '#domain/policy/authoring/copy-pack.ts';
import * as refusals from '#domain/policy/authoring/draft-refusals.ts';
import { stateAfter } from '#domain/policy/authoring/draft-state.ts';
import { noSuchDay } from '#domain/policy/refusals.ts';
import type { Context } from '#server/http/context.ts';
import { demand, refuseStale } from './demand-draft.ts';
import { appendDraftAct, changeDraft, type DraftWithFiles } from './draft.store.ts';
import { sourcesOf } from './draft-sources.ts';
import { installChecked } from './install-checked.ts';
import { type JudgedDraft, judgeDraft } from './judge-draft.ts';
import { draftView, type OpenedDraft, openDraft, replacedBy } from './read-draft.ts';

interface Deciding {
  readonly params: { readonly id: string };
  readonly body: {
    readonly baseVersion: number;
    readonly reason: string;
    readonly takesEffect?: string;
  };
}

export function submit(context: Context, input: InputOf<typeof submitDraft>): Promise<DraftView> {
  return decide(context, 'submit', input);
}

export function withdraw(
  context: Context,
  input: InputOf<typeof withdrawDraft>,
): Promise<DraftView> {
  return decide(context, 'withdraw', input);
}

export function giveBack(context: Context, input: InputOf<typeof returnDraft>): Promise<DraftView> {
  return decide(context, 'return', input);
}

export function approve(context: Context, input: InputOf<typeof approveDraft>): Promise<DraftView> {
  return decide(context, 'approve', input);
}

async function decide(
  context: Context,
  act: 'submit' | 'withdraw' | 'return' | 'approve',
  { params, body }: Deciding,
): Promise<DraftView> {
  const opened = await openDraft(context, params.id, 'locked');
  const isFirst = act === 'submit' || act === 'approve';

  const { draft, judged } = isFirst ? onDay(opened, body.takesEffect) : opened;
  demand(context, act, { ...opened, draft, judged });
  refuseStale(opened.draft, { baseVersion: body.baseVersion, edits: [], acts: opened.acts });
  if (isFirst) refuseUnfit({ ...opened, draft, judged });

  const installedVersion = act === 'approve' ? await install(context, draft) : null;
  const { actor, now, tx } = context;
  const next: DraftWithFiles = {
    ...draft,
    installedVersion,
    state: stateAfter[act] ?? draft.state,
    version: draft.version + 1,
    changedAt: now,
    changedBy: actor.account,
    changedByName: actor.displayName,
  };
  await changeDraft(tx, next);
  const by = { at: now, account: actor.account, accountName: actor.displayName };
  await appendDraftAct(tx, next, { ...by, act, reason: body.reason, edits: null });
  const { pack, takesEffect } = next;
  context.note({ subject: `draft:${next.id}`, facts: { pack, takesEffect, installedVersion } });
  return draftView(context, next.id);
}

/** The draft as it would be if it took effect on another day. */
function onDay(
  opened: OpenedDraft,
  day: string | undefined,
): Pick<OpenedDraft, 'draft' | 'judged'> {
  const { draft, versions, judged } = opened;
  if (day === undefined || day === draft.takesEffect) return { draft, judged };
  const to = parsePlainDate(day) ?? refuse(noSuchDay, { day });
  const { base } = sourcesOf(draft, versions);
  const files = moveDay(draft.files, { base, from: draft.takesEffect, to });
  const moved = { ...draft, files, takesEffect: to };
  const again = judgeDraft(moved, versions);
  return { draft: { ...moved, errors: again.errors }, judged: again };
}

async function install(
  { tx, actor, platform, afterCommit }: Context,
  { files }: DraftWithFiles,
): Promise<string> {
  // Row security has shown the draft to whoever approves it: its area is theirs.
  const { pack } = await installChecked(tx, { files, account: actor.account, scope: everything });
  afterCommit(() => platform.packs.reload());
  return pack.manifest.version;
}

/** The past stays as it was, and the base is the one in force. */
function refuseUnfit({ draft, judged, versions }: OpenedDraft): void {
  const newer = replacedBy(draft, versions);
  if (newer !== undefined) {
    const { pack, baseVersion } = draft;
    refuse(refusals.baseReplaced, { pack, version: baseVersion, newest: newer.manifest.version });
  }
  const past = pastChanges(judged, draft.takesEffect);
  if (past.length > 0) refuse(refusals.pastIsChanged, { day: draft.takesEffect }, past);
}

function pastChanges({ changes }: JudgedDraft, day: string) {
  return changes.flatMap(({ title, details }) =>
    details
      .filter(({ from }) => from !== null && from < day)
      .map(({ sentence }) => ({ title, sentence })),
  );
}
