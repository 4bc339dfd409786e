// The answers to a step's checklist that stand, for the rules that ask whether it may go on.
import type { CaseAct } from '#domain/casework/case-act.ts';
import type { CaseRules, StepRule } from '#domain/casework/case-rules.ts';
import type { CaseState } from '#domain/casework/case-state.ts';
import {
  type CheckAnswer,
  checklistOf,
  type Span,
  type StandingCheck,
  standingAnswers,
  standingChecks,
} from '#domain/casework/checks/checklist.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import type { CaseKey } from '#server/casework/case.store.ts';
import type { Tx } from '#server/database/connect.ts';
import { type CheckRecord, listChecks } from './check.store.ts';

export function answerOf(row: CheckRecord): CheckAnswer & { readonly row: CheckRecord } {
  const { place, step, item, seen, holds, attachment_id: file, paper } = row;
  return { place, step, item, seen, holds, hasProof: file !== null || paper !== '', row };
}

/** The open step, since the act that opened it. */
export function openSpan({ step, passed }: Pick<CaseState, 'step' | 'passed'>): Span | undefined {
  if (step === null) return undefined;
  return { step: step.id, from: passed.at(-1)?.act.position ?? 1, until: null };
}

/** The last time a step with a checklist was gone through. */
export function passedSpan(
  { passed }: Pick<CaseState, 'passed'>,
  steps: readonly StepRule[],
): Span | undefined {
  const index = passed.findLastIndex((one) => hasChecks(steps.find(({ id }) => id === one.step)));
  const last: { readonly step: string; readonly act: CaseAct } | undefined = passed[index];
  if (last === undefined) return undefined;
  const from = passed[index - 1]?.act.position ?? 1;
  return { step: last.step, from, until: last.act.position };
}

export function hasChecks(step: Pick<StepRule, 'checks'> | null | undefined): boolean {
  return (step?.checks ?? null) !== null;
}

interface Judged {
  readonly pack: ResolvedPack;
  readonly rules: CaseRules;
  readonly state: CaseState;
}

/** Read only where the open step has a checklist. */
export async function checksFor(
  tx: Tx,
  key: CaseKey,
  { pack, rules, state }: Judged,
): Promise<readonly StandingCheck[]> {
  const { step } = state;
  const span = openSpan(state);
  if (step === null || span === undefined || !hasChecks(step)) return [];
  const answers = (await listChecks(tx, key)).map(answerOf);
  return standingChecks(checklistOf(pack, step, rules.subject), standingAnswers(answers, span));
}
