// The way of an invented case through a process: from its first step to the one where it waits or to its
// end, by as few steps as the rules allow, with a way back where an objection was upheld.
import {
  type CaseRules,
  findStep,
  type OutcomeRule,
  type StepRule,
  wayBack,
} from '#domain/casework/case-rules.ts';

export interface Stop {
  readonly step: StepRule;
  /** How it was left; null where the case still waits. */
  readonly outcome: OutcomeRule | null;
  /** Left because an objection was upheld. */
  readonly upheld: boolean;
}

/** From one step to another or to an end; undefined where no outcome leads there. */
export function pathTo(
  rules: CaseRules,
  target: string,
  from: string = rules.start,
): readonly Stop[] | undefined {
  const before = new Map<string, Stop | null>([[from, null]]);
  const waiting = [from];
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    if (at === target) return stopsBack(rules, before, target);
    const step = rules.steps.find(({ id }) => id === at);
    for (const outcome of step?.outcomes ?? []) {
      if (step === undefined || before.has(outcome.to)) continue;
      before.set(outcome.to, { step, outcome, upheld: false });
      waiting.push(outcome.to);
    }
  }
  return undefined;
}

function stopsBack(
  rules: CaseRules,
  before: ReadonlyMap<string, Stop | null>,
  target: string,
): readonly Stop[] {
  const stops: Stop[] = [];
  for (let stop = before.get(target); stop; stop = before.get(stop.step.id)) stops.unshift(stop);
  const isStep = rules.steps.some(({ id }) => id === target);
  return isStep
    ? [...stops, { step: findStep(rules, target), outcome: null, upheld: false }]
    : stops;
}

/** The same way, gone back once at its last notice that was left; unchanged where it has none. */
export function withUpheldObjection(rules: CaseRules, stops: readonly Stop[]): readonly Stop[] {
  const at = stops.findLastIndex(
    ({ step, outcome }) =>
      step.kind === 'notice' && outcome !== null && wayBack(step) !== undefined,
  );
  const notice = stops[at];
  const back = notice === undefined ? undefined : wayBack(notice.step);
  if (notice === undefined || back === undefined) return stops;
  const again = pathTo(rules, notice.step.id, back.to);
  if (again === undefined) return stops;
  return [
    ...stops.slice(0, at),
    { step: notice.step, outcome: back, upheld: true },
    ...again.slice(0, -1),
    ...stops.slice(at),
  ];
}
