// How far a household has come: surveyed, listed as poor, and the four steps of exit. A later stage
// has passed the earlier ones, so "registered" and every step of the funnel are comparisons of place.
// Which stage follows which, and who decides, is a matter of processes, not of this list.

export const stages = [
  'SURVEYED',
  'LISTED',
  'EXIT_APPLIED',
  'EXIT_VERIFIED',
  'EXIT_STANDARD',
  'EXIT_ANNOUNCED',
] as const;

export type Stage = (typeof stages)[number];

/** Stages of a household that stands in the register of the poor, exited ones included. */
export const registeredStages: readonly Stage[] = stages.slice(1);

/** Steps that decide whether a household is of the poor; those between them prepare the second. */
export const decidedStages = ['LISTED', 'EXIT_ANNOUNCED'] as const satisfies readonly Stage[];

export function isDecided(stage: Stage): stage is (typeof decidedStages)[number] {
  return (decidedStages as readonly Stage[]).includes(stage);
}

/** Its exit was announced: whatever rules come to now decides nothing about it any more. */
export function hasExited(stage: unknown): boolean {
  return stage === 'EXIT_ANNOUNCED';
}

export function isStage(text: string): text is Stage {
  return (stages as readonly string[]).includes(text);
}

export function isRegistered(stage: string): boolean {
  return (registeredStages as readonly string[]).includes(stage);
}

/** All stages a household at this one has passed, itself included. */
export function stagesUpTo(stage: Stage): readonly Stage[] {
  return stages.slice(0, stages.indexOf(stage) + 1);
}

/** All stages from this one on: who is at one of them has come at least this far. */
export function stagesFrom(stage: Stage): readonly Stage[] {
  return stages.slice(stages.indexOf(stage));
}
