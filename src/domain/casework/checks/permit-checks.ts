// Whether a step may go on with what was found: every item answered, each with its proof where the pack
// asks for one, and none found wanting. Going back, or ending the case elsewhere, needs none of it.

import type { OutcomeRule, StepRule } from '#domain/casework/case-rules.ts';
import { deny } from '#domain/kernel/deny.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { RefusalKind } from '#domain/kernel/refusal.ts';
import {
  checkNotMet,
  checksOpen,
  checkUnproved,
  seenAhead,
  valueMissing,
  wantingWhat,
} from './check-refusals.ts';
import { type CheckItem, type StandingCheck, unitWords, withinLimit } from './checklist.ts';

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

/** What somebody enters of one item; of a measure its limits say whether it holds. */
export interface Finding {
  readonly holds?: boolean | undefined;
  readonly value?: number | undefined;
  readonly note: string;
  readonly seenOn: PlainDate;
}

export function findingDenial(
  { title, limit }: Pick<CheckItem, 'title' | 'limit'>,
  { holds, value, note, seenOn }: Finding,
  today: PlainDate,
): RefusalKind | undefined {
  if (seenOn > today) return deny(seenAhead, { on: seenOn, today });
  if (limit !== null) {
    return value === undefined
      ? deny(valueMissing, { item: title, unit: unitWords(limit) })
      : undefined;
  }
  return holds !== true && note === '' ? deny(wantingWhat, { item: title }) : undefined;
}

export function holdsBy({ limit }: Pick<CheckItem, 'limit'>, { holds, value }: Finding): boolean {
  return limit === null || value === undefined ? holds === true : withinLimit(limit, value);
}
