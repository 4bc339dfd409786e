// Whether a step may go on with what was found: every item answered, each with its proof where the pack
// asks for one, and none found wanting. Going back, or ending the case elsewhere, needs none of it.

import type { OutcomeRule, StepRule } from '#domain/casework/case-rules.ts';
import { deny } from '#domain/kernel/deny.ts';
import type { RefusalKind } from '#domain/kernel/refusal.ts';
import { checkNotMet, checksOpen, checkUnproved } from './check-refusals.ts';
import type { StandingCheck } from './checklist.ts';

/** `checks` is undefined where nobody looked: then nothing was answered. */
export function checksDenial(
  step: StepRule,
  outcome: OutcomeRule,
  checks: readonly StandingCheck[] | undefined,
): RefusalKind | undefined {
  if ((step.checks ?? null) === null || !outcome.isProposal) return undefined;
  const words = { step: step.title };
  if (checks === undefined) return deny(checksOpen, { ...words, first: step.title });
  const open = checks.find(({ answer }) => answer === null);
  if (open !== undefined) return deny(checksOpen, { ...words, first: open.title });
  const bare = checks.find((one) => one.needsEvidence && one.answer?.hasProof !== true);
  if (bare !== undefined) return deny(checkUnproved, { item: bare.title });
  const wanting = checks.find(({ answer }) => answer?.holds === false);
  return wanting === undefined ? undefined : deny(checkNotMet, { item: wanting.title });
}
