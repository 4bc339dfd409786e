// Households that invented cases can be about, given out one by one: each is taken once, and where the
// register knows the day it applied, one that applied at about the right time.

import type { PlainDate } from '#domain/kernel/plain-date.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import type { Stage } from '#domain/registry/stage.ts';
import type { CaseCandidate } from './demonstration.store.ts';

export interface CasePool {
  /** Any household of a stage that is left. */
  take(stage: Stage): CaseCandidate | undefined;
  /** One that applied on a day or as shortly before it as there is. */
  takeApplied(stage: Stage, on: PlainDate): CaseCandidate | undefined;
  /** One that left the register, with days enough between application and announcement. */
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
    takeApplied(stage, on) {
      const own = byStage.get(stage) ?? [];
      let best = -1;
      for (const [index, { applied_on }] of own.entries()) {
        if (applied_on === null || applied_on > on) continue;
        const before = own[best]?.applied_on;
        if (before === null || before === undefined || applied_on > before) best = index;
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
