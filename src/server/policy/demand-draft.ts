// What an act on a draft asks for, said as a refusal where it is missing.
import { type RefusalKind, refuse } from '#domain/kernel/refusal.ts';
import * as refusals from '#domain/policy/authoring/draft-refusals.ts';
import {
  type DraftAct,
  type DraftFacts,
  obstacleTo,
  stateWords,
} from '#domain/policy/authoring/draft-state.ts';
import type { PackEdit } from '#domain/policy/authoring/pack-edit.ts';
import type { Context } from '#server/http/context.ts';
import type { DraftWithFiles, StoredAct } from './draft.store.ts';
import { authorsIn, type OpenedDraft } from './read-draft.ts';

export function demandOpen(context: Context, draft: DraftWithFiles, act: 'edit' | 'rebase'): void {
  const { state, takesEffect, errors, changes } = draft;
  demandFor(context, act, { state, takesEffect, errors, changes, authors: [] });
}

export function demand(
  context: Context,
  act: Exclude<DraftAct, 'create'>,
  { draft, acts, judged }: Pick<OpenedDraft, 'draft' | 'acts' | 'judged'>,
): void {
  const { state, takesEffect } = draft;
  const { errors, changes } = judged;
  const facts = { state, takesEffect, errors, changes: changes.length, authors: authorsIn(acts) };
  const details = judged.problems.filter(({ severity }) => severity === 'error').slice(0, 50);
  demandFor(context, act, facts, details);
}

function demandFor(
  { actor, today, language }: Context,
  act: Exclude<DraftAct, 'create'>,
  facts: DraftFacts,
  details?: unknown,
): void {
  const obstacle: RefusalKind | undefined = obstacleTo(act, facts, {
    account: actor.account,
    today,
  });
  if (obstacle === undefined) return;
  const { state, takesEffect, errors } = facts;
  const words = { state: stateWords[state][language], day: takesEffect, today, errors };
  refuse(obstacle, words, obstacle === refusals.draftHasErrors ? details : undefined);
}

interface Asking {
  readonly baseVersion: number;
  readonly edits: readonly PackEdit[];
  readonly acts: readonly StoredAct[];
}

/** Somebody else was there meanwhile: both sides, so that nobody's work is written over. */
export function refuseStale(draft: DraftWithFiles, { baseVersion, edits, acts }: Asking): void {
  if (baseVersion === draft.version) return;
  const theirs = acts
    .filter(({ seq }) => seq > baseVersion)
    .map(({ at, accountName, act, edits: made }) => ({
      at,
      by: accountName,
      act,
      edits: made ?? [],
    }));
  const details = { version: draft.version, yours: edits, theirs };
  refuse(refusals.draftChanged, { by: draft.changedByName, at: draft.changedAt }, details);
}
