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
import type { CheckItem, StandingCheck } from './checklist.ts';

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

/** What is known of a measure, and what its limits make of it. */
export interface Known {
  readonly figure: number | null;
  readonly holds: boolean | null;
}

/** What somebody enters of one item. */
export interface Finding {
  readonly holds?: boolean | undefined;
  readonly note: string;
  readonly seenOn: PlainDate;
}

export function findingDenial(
  item: Pick<CheckItem, 'title' | 'kind'>,
  finding: Finding,
  { today, known }: { readonly today: PlainDate; readonly known: Known },
): RefusalKind | undefined {
  const { title, kind } = item;
  const { note, seenOn } = finding;
  if (seenOn > today) return deny(seenAhead, { on: seenOn, today });
  if (kind === 'measure' && known.figure === null) return deny(valueMissing, { item: title });
  const isWanting = !holdsBy(item, finding, known);
  const isDecided = kind === 'measure' && known.holds !== null;
  return isWanting && !isDecided && note === '' ? deny(wantingWhat, { item: title }) : undefined;
}

/** The limits of a measure decide; where it has none, or of anything else, whoever looked. */
export function holdsBy(
  { kind }: Pick<CheckItem, 'kind'>,
  { holds }: Pick<Finding, 'holds'>,
  known: Known,
): boolean {
  return kind === 'measure' && known.holds !== null ? known.holds : holds === true;
}
