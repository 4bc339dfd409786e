// A project of assistance from the library to its hand-over. Its step is the fold of its acts; where it stands
// in a queue is kept beside them. Build first and subsidise after (先建后补): nothing is paid before acceptance.
import type { Fen } from '#domain/kernel/fen.ts';

export const projectSteps = [
  'library', // entered in the library of projects
  'applied', // applied for, with the six questions answered
  'reviewed', // looked at by a second person
  'approved', // approved by a third
  'tendered', // the builder is found and noted
  'building',
  'accepted', // checked on the spot and accepted, with the amount that is recognised
  'settled', // what was recognised is paid
  'handedOver', // handed to whoever keeps it up
  'stopped',
] as const;
export type ProjectStep = (typeof projectSteps)[number];

/** How it is paid: by milestones that were checked, or only after the whole was accepted. */
export const projectModes = ['ordinary', 'buildThenSubsidize'] as const;
export type ProjectMode = (typeof projectModes)[number];

/** Whom it is for: named households, a village or several, a whole county. */
export const projectLevels = ['household', 'village', 'county'] as const;
export type ProjectLevel = (typeof projectLevels)[number];

export const projectActs = [
  'enter',
  'apply',
  'review',
  'approve',
  'tender',
  'start',
  'report', // how far the works are
  'check', // a milestone was looked at and found reached
  'accept',
  'settle',
  'handOver',
  'stop',
] as const;
export type ProjectActKind = (typeof projectActs)[number];

export interface ProjectAct {
  readonly kind: ProjectActKind;
  readonly account: string;
  /** Whether a review, approval, check or acceptance came out well; true for everything else. */
  readonly passes: boolean;
  readonly milestone: string | null;
}

export interface ProjectState {
  readonly step: ProjectStep;
  /** Milestones that were checked and found reached. */
  readonly reached: ReadonlySet<string>;
}

/** Where each act is done; it stands nowhere else. */
export const doneAt: Readonly<Record<ProjectActKind, readonly ProjectStep[]>> = {
  enter: [],
  apply: ['library'],
  review: ['applied'],
  approve: ['reviewed'],
  tender: ['approved'],
  start: ['tendered'],
  report: ['building'],
  check: ['building'],
  accept: ['building'],
  settle: ['accepted'],
  handOver: ['settled'],
  stop: ['library', 'applied', 'reviewed', 'approved', 'tendered', 'building'],
};

const leadsTo: Readonly<Partial<Record<ProjectActKind, ProjectStep>>> = {
  enter: 'library',
  apply: 'applied',
  review: 'reviewed',
  approve: 'approved',
  tender: 'tendered',
  start: 'building',
  accept: 'accepted',
  settle: 'settled',
  handOver: 'handedOver',
  stop: 'stopped',
};

/** What was found wanting goes back: to the library where it is on paper, on with the works where it is built. */
function afterFailure(kind: ProjectActKind, step: ProjectStep): ProjectStep {
  return kind === 'review' || kind === 'approve' ? 'library' : step;
}

export function stepAfter(step: ProjectStep, { kind, passes }: ProjectAct): ProjectStep {
  if (kind !== 'enter' && !doneAt[kind].includes(step)) return step;
  return passes ? (leadsTo[kind] ?? step) : afterFailure(kind, step);
}

export function stateAfter(acts: readonly ProjectAct[]): ProjectState {
  const reached = new Set<string>();
  let step: ProjectStep = 'library';
  for (const act of acts) {
    if (act.kind === 'check' && act.milestone !== null && doneAt.check.includes(step)) {
      if (act.passes) reached.add(act.milestone);
      else reached.delete(act.milestone);
    }
    step = stepAfter(step, act);
  }
  return { step, reached };
}

/** The accounts that had a hand in something since the project was last sent back. */
export function handsOf(
  acts: readonly ProjectAct[],
  kinds: readonly ProjectActKind[],
): ReadonlySet<string> {
  return new Set(acts.filter(({ kind }) => kinds.includes(kind)).map(({ account }) => account));
}

export interface Milestone {
  readonly id: string;
  readonly title: string;
  /** What of the money hangs on it. */
  readonly share: Fen;
}

export interface BudgetLine {
  readonly source: string;
  readonly purpose: string;
  readonly amount: Fen;
}
