// One record of a batch: the verdict it is given, looked at by the same rules as an act on its own, as
// whoever began the batch.

import { deny } from '#domain/kernel/deny.ts';
import type { RefusalKind } from '#domain/kernel/refusal.ts';
import { signedOneByOne } from './batch-refusals.ts';
import type { CaseAct, Meeting } from './case-act.ts';
import { type CaseView, capacitiesOf, decideDenial, isTyped, postDenial } from './permit.ts';
import { actedMeanwhile, caseEnded } from './refusals.ts';

export interface BatchVerdict {
  readonly act: 'decide' | 'post';
  readonly step: string;
  /** Acts the case rested on when it was chosen. */
  readonly seen: number;
  readonly outcome: string;
  readonly reason: string;
  readonly meeting?: Meeting | undefined;
  /** Where a notice was put up. */
  readonly place: string;
}

export interface BatchActor {
  readonly account: string;
  readonly name: string;
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
}

export type BatchAnswer =
  | { readonly denial: RefusalKind }
  | { readonly denial: undefined; readonly act: CaseAct };

export function decideRecord(
  view: CaseView,
  acts: readonly CaseAct[],
  { verdict, by }: { readonly verdict: BatchVerdict; readonly by: BatchActor },
): BatchAnswer {
  const denial = recordDenial(view, acts, verdict);
  if (denial !== undefined) return { denial };
  const { step, position } = { ...view.state, step: view.state.step };
  const capacity = capacitiesOf(view)[0] ?? '';
  const isPost = verdict.act === 'post';
  return {
    denial: undefined,
    act: {
      position: position + 1,
      kind: isPost ? 'post' : 'decide',
      step: verdict.step,
      account: by.account,
      accountName: by.name,
      capacity,
      isTyped: !isPost && step !== null && isTyped(step, capacity, view.asker),
      on: view.today,
      at: by.at,
      reason: isPost ? '' : verdict.reason,
      ...(isPost ? { place: verdict.place } : { outcome: verdict.outcome }),
      ...(step?.kind === 'meeting' ? { meeting: verdict.meeting } : {}),
    },
  };
}

function recordDenial(
  view: CaseView,
  acts: readonly CaseAct[],
  { act, step, seen, ...proposal }: BatchVerdict,
): RefusalKind | undefined {
  const { state } = view;
  if (state.step === null) return deny(caseEnded);
  if (state.step.id !== step || state.position !== seen) {
    const who = acts.at(-1)?.accountName ?? '';
    return deny(actedMeanwhile, { who, step: state.step.title });
  }
  if (state.step.kind === 'signOff') return deny(signedOneByOne, { step: state.step.title });
  if (act === 'post') return postDenial(view);
  return decideDenial(view, { ...proposal, capacity: capacitiesOf(view)[0] });
}
