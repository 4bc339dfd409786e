// What the funnel of an overview says: who waits before each step, where the way is narrowest, and
// which places stand out. Pure; the page only words it.
import type { Overview } from '#contract/insight.ts';

type Steps = Overview['funnel'];
export type Part = Overview['parts'][number];

/** The steps after the survey: the register, and the four steps of exit. */
export const registerSteps = [
  'LISTED',
  'EXIT_APPLIED',
  'EXIT_VERIFIED',
  'EXIT_STANDARD',
  'EXIT_ANNOUNCED',
] as const;

export type RegisterStep = (typeof registerSteps)[number];

export function isRegisterStep(text: string | undefined): text is RegisterStep {
  return (registerSteps as readonly (string | undefined)[]).includes(text);
}

export function stepBefore(step: RegisterStep): RegisterStep | 'SURVEYED' {
  return registerSteps[registerSteps.indexOf(step) - 1] ?? 'SURVEYED';
}

export interface Passage {
  /** Households that came this far. */
  readonly reached: number;
  readonly persons: number;
  /** Households that came one step less far, and of them those who stay there. */
  readonly of: number;
  readonly waiting: number;
}

export function passageOf(funnel: Steps, step: RegisterStep): Passage {
  const at = (stage: string) => funnel.find((one) => one.stage === stage);
  const of = at(stepBefore(step))?.households ?? 0;
  const reached = at(step)?.households ?? 0;
  return { reached, persons: at(step)?.persons ?? 0, of, waiting: of - reached };
}

/** A share from 0 to 1; undefined where there is nothing to divide. */
export function shareOf(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}

/**
 * The step of exit that the smallest share passes, among those a decision of somebody else stands
 * before: whether to apply is the household's own.
 */
export function narrowestStep(funnel: Steps): RegisterStep | undefined {
  const decided = registerSteps.slice(2).flatMap((step) => {
    const { reached, of, waiting } = passageOf(funnel, step);
    const share = shareOf(reached, of);
    return share === undefined || waiting === 0 ? [] : [{ step, share }];
  });
  return decided.sort((left, right) => left.share - right.share)[0]?.step;
}

/** Households waiting from which a difference between places is worth a sentence. */
const fewest = 50;

export interface StandingOut {
  readonly parts: readonly Part[];
  /** Of all who wait, and of all who came to the step before. */
  readonly ofWaiting: number;
  readonly ofAll: number;
}

/** The two parts that hold most of those who wait beyond their share; undefined where none stands out. */
export function standingOut(parts: readonly Part[], step: RegisterStep): StandingOut | undefined {
  const all = parts
    .map((part) => ({ part, ...passageOf(part.funnel, step) }))
    .filter(({ of }) => of > 0);
  const waiting = all.reduce((sum, one) => sum + one.waiting, 0);
  const before = all.reduce((sum, one) => sum + one.of, 0);
  // Among few households a difference between places is chance.
  if (all.length < 4 || waiting < fewest || before === 0) return undefined;
  const excess = (one: Passage) => one.waiting / waiting - one.of / before;
  const first = [...all].sort((left, right) => excess(right) - excess(left)).slice(0, 2);
  const ofWaiting = first.reduce((sum, one) => sum + one.waiting, 0) / waiting;
  const ofAll = first.reduce((sum, one) => sum + one.of, 0) / before;
  if (ofWaiting < ofAll * 1.15) return undefined;
  return { parts: first.map((one) => one.part), ofWaiting, ofAll };
}

/**
 * Cuts of the map by step, fixed so that two days or two counties can be compared; never quantiles
 * that move each day.
 */
export const cuts: Readonly<Record<RegisterStep, readonly [number, number, number, number]>> = {
  LISTED: [0.2, 0.3, 0.4, 0.5],
  EXIT_APPLIED: [0.4, 0.5, 0.6, 0.7],
  EXIT_VERIFIED: [0.3, 0.4, 0.5, 0.6],
  EXIT_STANDARD: [0.1, 0.2, 0.3, 0.4],
  EXIT_ANNOUNCED: [0.5, 0.6, 0.7, 0.8],
};

export type Ramp = 1 | 2 | 3 | 4 | 5;

/** Which of the five steps of the ramp a share is drawn in. */
export function rampOf(share: number, step: RegisterStep): Ramp {
  const [first, second, third, fourth] = cuts[step];
  if (share < first) return 1;
  if (share < second) return 2;
  if (share < third) return 3;
  return share < fourth ? 4 : 5;
}

/** Stages of the list that a count of this step opens: those who came this far, or who stay before. */
export function listStages(step: RegisterStep, who: 'reached' | 'waiting'): string {
  if (who === 'waiting') return stepBefore(step);
  return registerSteps.slice(registerSteps.indexOf(step)).join(',');
}
