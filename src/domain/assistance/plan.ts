// A plan of help for a household or a village: which states it passes, and what a measure needs before
// anybody may approve it. A chain of five: goal, focus, method, owner, deadline (环江 三（一）「链条五要素」);
// how it is judged is the sixth of Gansu and stays open elsewhere.

import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';

export const planStates = ['draft', 'submitted', 'returned', 'approved', 'replaced'] as const;
export type PlanState = (typeof planStates)[number];

export const measureStates = ['planned', 'underway', 'done', 'stopped'] as const;
export type MeasureState = (typeof measureStates)[number];

/** As it is stored. */
export function measureStateOf(text: string): MeasureState {
  return measureStates.find((state) => state === text) ?? 'planned';
}

export const planElements = ['goal', 'focus', 'method', 'owner', 'dueOn'] as const;
export type PlanElement = (typeof planElements)[number];

export const elementTitles: Readonly<Record<PlanElement, Bilingual>> = {
  goal: { zh: '具体目标', en: 'goal' },
  focus: { zh: '着力重点', en: 'focus' },
  method: { zh: '措施办法', en: 'method' },
  owner: { zh: '责任主体', en: 'owner' },
  dueOn: { zh: '完成时限', en: 'deadline' },
};

export interface PlannedMeasure {
  readonly code: string;
  readonly goal: string;
  readonly focus: string;
  readonly method: string;
  readonly owner: string;
  readonly dueOn: PlainDate | null;
}

/** May still be written on. */
export function isOpenPlan(state: PlanState): boolean {
  return state === 'draft' || state === 'returned';
}

/** Which of the five a measure lacks. */
export function missingElements(measure: PlannedMeasure): readonly PlanElement[] {
  return planElements.filter((element) => {
    const value = measure[element];
    return value === null || value.trim() === '';
  });
}

/** The first measure that lacks something, with what it lacks. */
export function firstIncomplete(
  measures: readonly PlannedMeasure[],
): { readonly at: number; readonly missing: readonly PlanElement[] } | undefined {
  for (const [at, measure] of measures.entries()) {
    const missing = missingElements(measure);
    if (missing.length > 0) return { at, missing };
  }
  return undefined;
}

/** The primary measure is one of those planned; a plan of one measure needs no choice. */
export function primaryOf(
  measures: readonly Pick<PlannedMeasure, 'code'>[],
  chosen: string | null,
): string | null {
  const codes = [...new Set(measures.map(({ code }) => code))];
  if (chosen !== null) return codes.includes(chosen) ? chosen : null;
  return codes.length === 1 ? (codes[0] ?? null) : null;
}

export function isLate(
  { state, dueOn }: { readonly state: MeasureState; readonly dueOn: PlainDate | null },
  today: PlainDate,
): boolean {
  return (state === 'planned' || state === 'underway') && dueOn !== null && dueOn < today;
}
