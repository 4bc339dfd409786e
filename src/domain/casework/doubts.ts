// What speaks against a case, for whoever is to sign: objections with their answers, and every time it was
// sent back or refused, with the reason.
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { Verdict } from './case-act.ts';
import { type CaseRules, findStep } from './case-rules.ts';
import type { CaseState } from './case-state.ts';

export interface Doubt {
  readonly kind: 'objection' | 'return';
  readonly position: number;
  readonly step: string;
  readonly on: PlainDate;
  readonly text: string;
  /** Of an objection that was answered. */
  readonly verdict: Verdict | null;
  readonly answer: string | null;
}

/** In the order in which they were raised. */
export function doubtsOf(rules: CaseRules, state: CaseState): readonly Doubt[] {
  const objections = state.objections.map(
    ({ act, answer }): Doubt => ({
      kind: 'objection',
      position: act.position,
      step: act.step,
      on: act.on,
      text: act.reason,
      verdict: answer?.verdict ?? null,
      answer: answer?.reason ?? null,
    }),
  );
  const returns = state.passed.flatMap(({ step, outcome, act }): Doubt[] => {
    const led = findStep(rules, step).outcomes.find(({ id }) => id === outcome);
    if (act.kind !== 'decide' || led?.goesBack !== true) return [];
    const { position, on, reason } = act;
    return [{ kind: 'return', position, step, on, text: reason, verdict: null, answer: null }];
  });
  return [...objections, ...returns].sort((left, right) => left.position - right.position);
}
