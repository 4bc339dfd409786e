// A budget says how much a level may be asked in a year: fields for each unit of it, and rounds of collection.
// What is about to begin is counted against it before it begins. It warns and forbids nothing: whoever goes
// on does so knowing who set the limit.
import type { CaseRules, StepRule } from '#domain/casework/case-rules.ts';
import { hasInterviewIn, questionsOf } from '#domain/casework/interview.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { type BurdenLevel, levelOfActor } from './burden.ts';

/** Null where there is no limit. */
export interface Limits {
  /** Fields a unit of the level may be asked for in a year. */
  readonly fields: number | null;
  /** Rounds of collection it may be drawn into in a year. */
  readonly rounds: number | null;
}

/** What the pack allows a village or a household; other levels have no limit in law. */
export function packRounds(pack: ResolvedPack | undefined, level: BurdenLevel): number | null {
  const names: Readonly<Partial<Record<BurdenLevel, string>>> = {
    village: 'villageFillingsMost',
    household: 'householdCollectionsMost',
  };
  const value = pack?.scope.parameters.get(names[level] ?? '')?.value;
  return typeof value === 'number' ? value : null;
}

export interface Load {
  readonly level: BurdenLevel;
  readonly fields: number;
}

/** A verdict and why, before whoever looks at the work: what every step asks at least. */
const fieldsOfVerdict = 2;
const fieldsOfMeeting = 6;
const fieldsOfNotice = 3;
const fieldsOfRemark = 1;

/** What one case of a process asks of each level when every step takes its proposal. */
export function loadOfProcess(pack: ResolvedPack, rules: CaseRules): readonly Load[] {
  const loads = new Map<BurdenLevel, number>();
  const add = (level: BurdenLevel, fields: number) =>
    loads.set(level, (loads.get(level) ?? 0) + fields);
  for (const step of proposedSteps(rules)) {
    if (step.kind === 'signOff') {
      for (const actor of step.actors) add(levelOfActor(actor), fieldsOfRemark);
      continue;
    }
    add(levelOfActor(step.actors[0] ?? ''), fieldsOfStep(pack, rules, step));
    const isAsked = hasInterviewIn(step);
    if (isAsked) add('household', askedOf(pack, rules, step));
  }
  return [...loads].map(([level, fields]) => ({ level, fields }));
}

function fieldsOfStep(pack: ResolvedPack, rules: CaseRules, step: StepRule): number {
  const evidence = step.needs?.length ?? 0;
  if (hasInterviewIn(step)) return askedOf(pack, rules, step) + fieldsOfVerdict + evidence;
  if (step.kind === 'notice') return fieldsOfNotice + evidence;
  if (step.kind === 'meeting') return fieldsOfMeeting + fieldsOfVerdict + evidence;
  return fieldsOfVerdict + evidence;
}

/** Questions somebody answers; what the register computes is shown and not asked. */
function askedOf(pack: ResolvedPack, rules: CaseRules, step: StepRule): number {
  return questionsOf(pack, step, rules.steps).filter(({ kind }) => kind !== 'figure').length;
}

function proposedSteps(rules: CaseRules): readonly StepRule[] {
  const way: StepRule[] = [];
  let at: string | undefined = rules.start;
  while (at !== undefined) {
    const id: string = at;
    const step = rules.steps.find((one) => one.id === id);
    if (step === undefined || way.includes(step)) break;
    way.push(step);
    at = step.outcomes[0]?.to;
  }
  return way;
}

/** Quantity, words and evidence of each monthly report of a task. */
export const fieldsOfReport = 3;

/** Reports a task asks for from its first to its last day: one a month, at least one. */
export function reportsBetween(startOn: string, dueOn: string): number {
  const [fromYear = 0, fromMonth = 0] = startOn.split('-').map(Number);
  const [toYear = 0, toMonth = 0] = dueOn.split('-').map(Number);
  return Math.max(1, (toYear - fromYear) * 12 + toMonth - fromMonth + 1);
}

export interface Measured extends Load {
  readonly units: number;
  readonly rounds: number;
  /** What was typed in the year so far, and the rounds that were begun. */
  readonly typed: number;
  readonly begun: number;
  readonly limits: Limits;
}

/** Which limit breaks when it begins; empty where none does. */
export function broken(one: Measured): readonly ('fields' | 'rounds')[] {
  const { fields, rounds } = one.limits;
  const overFields = fields !== null && one.typed + one.fields > fields * Math.max(1, one.units);
  const overRounds = rounds !== null && one.rounds > 0 && one.begun + one.rounds > rounds;
  return [
    ...(overFields ? (['fields'] as const) : []),
    ...(overRounds ? (['rounds'] as const) : []),
  ];
}
