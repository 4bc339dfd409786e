// The life of a draft of a pack: open, submitted, then approved or returned, or withdrawn. Who may do
// what to it, and why not. Nobody approves what they wrote themselves; nobody edits what is submitted;
// what is approved is a version of the pack and stays.

import type { Bilingual, RefusalKind } from '#domain/kernel/refusal.ts';
import {
  approvesOwn,
  dayHasPassed,
  draftHasErrors,
  draftIsEmpty,
  draftNotOpen,
  draftNotWaiting,
} from '#domain/policy/authoring/draft-refusals.ts';

export const draftStates = ['open', 'submitted', 'returned', 'approved', 'withdrawn'] as const;
export type DraftState = (typeof draftStates)[number];

export const draftActs = [
  'create',
  'edit',
  'rebase',
  'submit',
  'approve',
  'return',
  'withdraw',
] as const;
export type DraftAct = (typeof draftActs)[number];

export interface DraftFacts {
  readonly state: DraftState;
  /** Everybody who edited it. */
  readonly authors: readonly string[];
  readonly takesEffect: string;
  readonly errors: number;
  readonly changes: number;
}

/** What stands in the way of an act; undefined when nothing does. */
export function obstacleTo(
  act: Exclude<DraftAct, 'create'>,
  draft: DraftFacts,
  { account, today }: { readonly account: string; readonly today: string },
): RefusalKind | undefined {
  const isOpen = draft.state === 'open' || draft.state === 'returned';
  switch (act) {
    case 'edit':
    case 'rebase':
      return isOpen ? undefined : draftNotOpen;
    case 'submit':
      if (!isOpen) return draftNotOpen;
      if (draft.changes === 0) return draftIsEmpty;
      if (draft.errors > 0) return draftHasErrors;
      return draft.takesEffect < today ? dayHasPassed : undefined;
    case 'approve':
      if (draft.state !== 'submitted') return draftNotWaiting;
      if (draft.authors.includes(account)) return approvesOwn;
      if (draft.errors > 0) return draftHasErrors;
      return draft.takesEffect < today ? dayHasPassed : undefined;
    case 'return':
      return draft.state === 'submitted' ? undefined : draftNotWaiting;
    case 'withdraw':
      return isOpen || draft.state === 'submitted' ? undefined : draftNotOpen;
  }
}

export const stateAfter: Readonly<Partial<Record<DraftAct, DraftState>>> = {
  submit: 'submitted',
  approve: 'approved',
  return: 'returned',
  withdraw: 'withdrawn',
};

export const stateWords: Readonly<Record<DraftState, Bilingual>> = {
  open: { zh: '起草中', en: 'being written' },
  submitted: { zh: '待批准', en: 'waiting for approval' },
  returned: { zh: '已退回', en: 'returned' },
  approved: { zh: '已批准', en: 'approved' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
};
