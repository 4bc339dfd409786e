// A lead and what may be done with it: opened by a comparison, answered by the village, decided by somebody
// else. Nothing here knows a stage: whoever a list finds stays where they are until people run a case.
import { deny } from '#domain/kernel/deny.ts';
import type { Bilingual, RefusalKind } from '#domain/kernel/refusal.ts';
import * as refusals from './comparison-refusals.ts';

export const leadStates = ['open', 'answered', 'decided'] as const;
export type LeadState = (typeof leadStates)[number];

export const leadOutcomes = ['cleared', 'confirmed'] as const;
export type LeadOutcome = (typeof leadOutcomes)[number];

export const hitVerdicts = ['overturned', 'upheld'] as const;
export type HitVerdict = (typeof hitVerdicts)[number];

/** The answer of a household that says it is so. */
export const itIsSo = 'itIsSo';

export interface LeadView {
  readonly state: LeadState;
  readonly position: number;
  readonly answeredBy: readonly string[];
  readonly hits: readonly string[];
}

interface Answer {
  readonly hit: string;
  readonly answer: string;
}

export function answerDenial(
  { state, hits }: LeadView,
  {
    answers,
    evidence,
    rebuttals,
  }: {
    readonly answers: readonly Answer[];
    readonly evidence: string;
    readonly rebuttals: readonly string[];
  },
): RefusalKind | undefined {
  if (state !== 'open') return refusals.notOpen;
  const missing = hits.filter((hit) => !answers.some((one) => one.hit === hit)).length;
  if (missing > 0 || answers.length !== hits.length) {
    return deny(refusals.hitsUnanswered, { count: missing });
  }
  const unknown = answers.find(
    ({ answer }) => answer !== itIsSo && !rebuttals.includes(answer),
  )?.answer;
  if (unknown !== undefined) return deny(refusals.noSuchRebuttal, { rebuttal: unknown });
  const rebuts = answers.some(({ answer }) => answer !== itIsSo);
  return rebuts && evidence.trim() === '' ? refusals.evidenceMissing : undefined;
}

export function decideDenial(
  { state, answeredBy, hits }: LeadView,
  {
    account,
    verdicts,
    reason,
  }: {
    readonly account: string;
    /** Null to send it back to the village. */
    readonly verdicts: readonly { readonly hit: string }[] | null;
    readonly reason: string;
  },
): RefusalKind | undefined {
  if (state !== 'answered') return refusals.notAnswered;
  if (answeredBy.includes(account)) return refusals.ownAnswer;
  if (reason.trim() === '') return refusals.reasonMissing;
  if (verdicts === null) return undefined;
  const missing = hits.filter((hit) => !verdicts.some((one) => one.hit === hit)).length;
  return missing > 0 || verdicts.length !== hits.length
    ? deny(refusals.hitsUndecided, { count: missing })
    : undefined;
}

/** Cleared where nothing of what the lists said holds. */
export function outcomeOf(verdicts: readonly HitVerdict[]): LeadOutcome {
  return verdicts.every((verdict) => verdict === 'overturned') ? 'cleared' : 'confirmed';
}

export const itIsSoTitle: Bilingual = { zh: '属实', en: 'It is so' };
