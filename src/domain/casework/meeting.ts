// What a meeting must reach: enough of those entitled, votes that add up, and more than the pack's share
// of those present for what is proposed. What was carried cannot be entered as failed.

import { deny } from '#domain/kernel/deny.ts';
import type { RefusalKind } from '#domain/kernel/refusal.ts';
import type { Meeting } from './case-act.ts';
import type { CaseRules, OutcomeRule, StepRule } from './case-rules.ts';
import * as refusals from './refusals.ts';

interface Held {
  readonly step: StepRule;
  readonly outcome: OutcomeRule;
  readonly meeting: Meeting | undefined;
}

export function meetingDenial(
  { quorum, majority }: Pick<CaseRules, 'quorum' | 'majority'>,
  { step, outcome, meeting }: Held,
): RefusalKind | undefined {
  if (meeting === undefined) return deny(refusals.meetingMissing, { step: step.title });
  const { due, present, for: agreed, against, abstained } = meeting;
  const votes = agreed + against + abstained;
  if (present > due || votes !== present || present === 0) {
    return deny(refusals.votesDoNotAddUp, { due, present, votes });
  }
  const least = leastPresent(due, quorum);
  if (present < least) return deny(refusals.noQuorum, { due, present, least });
  const over = Math.floor(present * (majority ?? 0) + rounding * present);
  const isCarried = agreed > over;
  const facts = { present, votes: agreed, over };
  if (majority === null) return undefined;
  if (!outcome.needsReason) return isCarried ? undefined : deny(refusals.notCarried, facts);
  return isCarried && !outcome.goesBack ? deny(refusals.carried, facts) : undefined;
}

/** Two thirds stated as 66.67 percent is 20 of 30, not 21. */
const rounding = 0.00005;

export function leastPresent(due: number, quorum: number | null): number {
  return quorum === null ? 1 : Math.max(1, Math.ceil(due * quorum - rounding * due));
}
