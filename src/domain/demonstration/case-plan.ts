// Which invented cases there are to be: of every process that can be run, some at every step, on time,
// soon due, late and far too late, and some that ended one way or the other.
import type { CaseRules, StepRule } from '#domain/casework/case-rules.ts';
import type { Stage } from '#domain/registry/stage.ts';
import type { Lateness } from './case-days.ts';
import { pathTo, type Stop, withUpheldObjection } from './case-path.ts';
import type { Dispute } from './case-walk.ts';
import { type Random, weighted } from './random.ts';

/** Households a case may be about: those of one stage. */
export interface PlannedCase {
  readonly stage: Stage;
  readonly stops: readonly Stop[];
  readonly ended: boolean;
  readonly withdrawn: boolean;
  readonly lateness: Lateness;
  readonly underWay: boolean;
  readonly dispute: Dispute;
}

const openOfProcess: Readonly<Record<string, number>> = {
  identification: 780,
  householdExit: 1050,
  recheck: 220,
  dynamicManagement: 150,
};
const openElsewhere = 60;
const endedOfProcess = 110;

const lateness = weighted<Lateness>([
  ['onTime', 54],
  ['soon', 18],
  ['overdue', 20],
  ['escalated', 8],
]);
const dispute = weighted<Dispute>([
  ['none', 66],
  ['open', 18],
  ['rejected', 16],
]);

/** Cases of a process that wait today, at each of its steps. */
export function planOpenCases(rules: CaseRules, random: Random): readonly PlannedCase[] {
  const open = openOfProcess[rules.process] ?? openElsewhere;
  const share = open / rules.steps.length;
  const planned: PlannedCase[] = [];
  for (const step of rules.steps) {
    const path = pathTo(rules, step.id);
    if (path === undefined) continue;
    const count = Math.max(4, Math.round(share * (0.6 + random.next() * 0.8)));
    for (let made = 0; made < count; made += 1) {
      // The first of each step show every colour, whatever chance says.
      const colour = made < everyLateness.length ? everyLateness[made] : lateness(random);
      planned.push(planOpen(rules, { path, step, lateness: colour ?? 'onTime' }, random));
    }
  }
  return planned;
}

const everyLateness: readonly Lateness[] = ['onTime', 'soon', 'overdue', 'escalated'];

function planOpen(
  rules: CaseRules,
  wish: {
    readonly path: readonly Stop[];
    readonly step: StepRule;
    readonly lateness: Lateness;
  },
  random: Random,
): PlannedCase {
  const stops = random.chance(0.05) ? withUpheldObjection(rules, wish.path) : wish.path;
  return {
    stage: stageFor(rules, wish.path),
    stops,
    ended: false,
    withdrawn: false,
    lateness: wish.lateness,
    underWay: random.chance(0.65),
    dispute: wish.step.kind === 'notice' ? dispute(random) : 'none',
  };
}

/** Cases that ended at each of its ends, and some that were taken back. */
export function planEndedCases(rules: CaseRules, random: Random): readonly PlannedCase[] {
  const intended = rules.ends.find(({ id }) => id === rules.intendedEnd)?.stage;
  const ends = rules.ends.flatMap(({ id, stage }) => {
    const path = pathTo(rules, id);
    // Nobody in the register was struck off it: a case that says so would be untrue.
    const isUntrue = stage === 'SURVEYED' && intended !== 'LISTED';
    return path === undefined || isUntrue ? [] : [{ id, stage, path }];
  });
  const planned: PlannedCase[] = [];
  for (const { id, stage, path } of ends) {
    const count = id === rules.intendedEnd ? endedOfProcess : Math.round(endedOfProcess / 4);
    for (let made = 0; made < count; made += 1) {
      const stops = random.chance(0.06) ? withUpheldObjection(rules, path) : path;
      planned.push({
        ...ending,
        // The register stands where the case ended.
        stage: (stage ?? stageFor(rules, path)) as Stage,
        stops,
        dispute: random.chance(0.08) ? 'rejected' : 'none',
      });
    }
  }
  const waiting = pathTo(rules, rules.steps[1]?.id ?? rules.start) ?? [];
  for (let made = 0; made < endedOfProcess / 10; made += 1) {
    planned.push({ ...ending, stage: stageFor(rules, waiting), stops: waiting, withdrawn: true });
  }
  return planned;
}

const ending = {
  ended: true,
  withdrawn: false,
  lateness: 'onTime',
  underWay: false,
  dispute: 'none',
} as const;

/**
 * Where a household stands in the register while its case waits: who is to be listed is surveyed; who exits
 * has applied, and meets the standard once a condition was passed.
 */
function stageFor(rules: CaseRules, path: readonly Stop[]): Stage {
  const intended = rules.ends.find(({ id }) => id === rules.intendedEnd)?.stage;
  if (intended === 'LISTED' && rules.ends.some(({ stage }) => stage === 'SURVEYED')) {
    return 'SURVEYED';
  }
  if (intended !== 'EXIT_ANNOUNCED') return 'LISTED';
  if (path.some(({ outcome }) => outcome?.isConditional === true)) return 'EXIT_STANDARD';
  return path.length > 1 ? 'EXIT_APPLIED' : 'LISTED';
}
