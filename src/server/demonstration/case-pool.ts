// Households that invented cases can be about, given out one by one: each is taken once, and where the
// register knows the day of a step of its exit, one that took it at about the right time.

import type { PlainDate } from '#domain/kernel/plain-date.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import type { Stage } from '#domain/registry/stage.ts';
import type { CaseCandidate } from './demonstration.store.ts';

/** Steps of an exit whose day the register knows, in their order. */
export const knownSteps = ['applied_on', 'verified_on', 'met_on'] as const;
export type KnownStep = (typeof knownSteps)[number];

export interface CasePool {
  /** Any household of a stage that is left. */
  take(stage: Stage): CaseCandidate | undefined;
  /** One whose step was taken on a day, or as shortly before it as there is. */
  takeStepped(stage: Stage, step: KnownStep, on: PlainDate): CaseCandidate | undefined;
  /** One that left the register, with days enough between its steps. */
  takeExited(fits: (one: CaseCandidate) => boolean): CaseCandidate | undefined;
}

export function casePoolOf(candidates: readonly CaseCandidate[]): CasePool {
  const byStage = new Map<string, CaseCandidate[]>();
  for (const one of candidates) {
    const own = byStage.get(one.stage);
    if (own === undefined) byStage.set(one.stage, [one]);
    else own.push(one);
  }
  const takeAt = (own: CaseCandidate[], index: number) =>
    index < 0 ? undefined : own.splice(index, 1)[0];
  return {
    take: (stage) => byStage.get(stage)?.shift(),
    takeStepped(stage, step, on) {
      const own = byStage.get(stage) ?? [];
      let best = -1;
      for (const [index, { [step]: day }] of own.entries()) {
        if (day === null || day > on) continue;
        const before = own[best]?.[step];
        if (before === null || before === undefined || day > before) best = index;
      }
      return takeAt(own, best);
    },
    takeExited(fits) {
      const own = byStage.get('EXIT_ANNOUNCED') ?? [];
      return takeAt(own, own.findIndex(fits));
    },
  };
}

export function dayOf(text: string | null): PlainDate | null {
  return text === null ? null : plainDate(text);
}
