// What the county decides of an objection that came from the public: by somebody who did nothing in the
// case before, neither put up the notice nor decided a step of it.

import { deny } from '#domain/kernel/deny.ts';
import type { RefusalKind } from '#domain/kernel/refusal.ts';
import type { CaseAct } from './case-act.ts';
import { isOfThePublic } from './case-act.ts';
import { wayBack } from './case-rules.ts';
import { unanswered } from './case-state.ts';
import type { AnswerProposal, CaseView } from './permit.ts';
import * as refusals from './refusals.ts';

export function hearDenial(
  { state, asker }: Pick<CaseView, 'state' | 'asker'>,
  acts: readonly CaseAct[],
  proposal: AnswerProposal,
): RefusalKind | undefined {
  const { step } = state;
  if (step === null) return deny(refusals.caseEnded);
  if (step.kind !== 'notice') return deny(refusals.notANotice);
  const open = unanswered(state).find(({ act }) => act.position === proposal.objection);
  if (open === undefined || !isOfThePublic(open.act)) return deny(refusals.noSuchObjection);
  if (tookPart(acts, asker.account)) return deny(refusals.tookPartBefore);
  if (proposal.reason.trim() === '') return deny(refusals.reasonMissing);
  if (proposal.verdict === 'upheld' && wayBack(step) === undefined) return deny(refusals.noWayBack);
  return undefined;
}

/** Whoever answered an objection before did not decide the case by it. */
function tookPart(acts: readonly CaseAct[], account: string): boolean {
  return acts.some(
    (act) =>
      act.account === account &&
      (act.kind === 'post' || (!act.isTyped && (act.kind === 'decide' || act.kind === 'sign'))),
  );
}
