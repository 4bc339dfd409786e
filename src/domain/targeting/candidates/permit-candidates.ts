// Who draws up a list, who puts it right, who approves it: the village and its township draw, somebody above
// the village who neither drew nor changed it approves, and an approved list is changed no more.
import type { Role } from '#domain/access/permission.ts';
import { deny } from '#domain/kernel/deny.ts';
import type { RefusalKind } from '#domain/kernel/refusal.ts';
import * as refusals from './candidate-refusals.ts';

export const listStates = ['draft', 'submitted', 'approved'] as const;
export type ListState = (typeof listStates)[number];

const drawers: readonly Role[] = ['village', 'township'];
const approvers: readonly Role[] = ['township', 'county'];

export interface Asking {
  readonly role: Role;
  readonly account: string;
}

export function drawDenial({ role }: Pick<Asking, 'role'>): RefusalKind | undefined {
  return drawers.includes(role) ? undefined : deny(refusals.notTheDrawer);
}

export function changeDenial(
  asking: Asking,
  { state, reason }: { readonly state: ListState; readonly reason: string },
): RefusalKind | undefined {
  const denied = drawDenial(asking);
  if (denied !== undefined) return denied;
  if (state !== 'draft') return deny(refusals.notADraft);
  return reason.trim() === '' ? deny(refusals.changeUnreasoned) : undefined;
}

export interface Decided {
  readonly state: ListState;
  readonly verdict: 'approved' | 'returned';
  readonly reason: string;
  /** Whoever drew it or changed it. */
  readonly makers: ReadonlySet<string>;
}

export function decideDenial(
  { role, account }: Asking,
  { state, verdict, reason, makers }: Decided,
): RefusalKind | undefined {
  if (!approvers.includes(role)) return deny(refusals.notTheApprover);
  if (state !== 'submitted') return deny(refusals.notSubmitted);
  if (makers.has(account)) return deny(refusals.ownList);
  return verdict === 'returned' && reason.trim() === ''
    ? deny(refusals.returnUnreasoned)
    : undefined;
}

/** What became of somebody on the list. */
export type Standing = 'notBegun' | 'underWay' | 'exited' | 'stayed';

export function standingOf({
  stage,
  isOpen,
  isEnded,
}: {
  readonly stage: string;
  readonly isOpen: boolean;
  readonly isEnded: boolean;
}): Standing {
  if (stage === 'EXIT_ANNOUNCED') return 'exited';
  if (isOpen) return 'underWay';
  return isEnded ? 'stayed' : 'notBegun';
}
