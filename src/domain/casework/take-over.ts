// Who takes a step over when its office has nobody left for it. Where everybody who stands for a reviewing
// step at a place did earlier work of the case, as in a village office of one person, the office one level
// above reviews in their place, under its own name. An office without any account is not one of these: its
// earlier steps wait as well, and the clock tells the level above.
import type { Held } from '#domain/access/office.ts';
import type { Role } from '#domain/access/permission.ts';
import type { AreaLevel } from '#domain/kernel/area-code.ts';
import type { CaseAct } from './case-act.ts';
import type { StepRule } from './case-rules.ts';
import { awaitedActors, type CaseState } from './case-state.ts';
import { officeOf, rolesFor, standsFor } from './who-acts.ts';

/** Somebody who works for the place of a case, or above it. */
export interface Colleague {
  readonly account: string;
  readonly role: Role;
  readonly held: Held;
}

const above: Readonly<Partial<Record<AreaLevel, string>>> = {
  village: 'TOWNSHIP',
  township: 'COUNTY_OFFICE',
  county: 'CITY',
  city: 'PROVINCE',
};

/** Whether the open step looks at somebody's work, so that its office may have nobody left for it. */
export function mayLackPeople({ step, passed }: CaseState): boolean {
  if (step === null || !step.approves || step.kind === 'signOff') return false;
  return standingDecisions(passed, step).length > 0;
}

/** The actor of the level above that takes the open step over; undefined where its own office can. */
export function takenOverBy(state: CaseState, people: readonly Colleague[]): string | undefined {
  const { step, passed } = state;
  if (step === null || !mayLackPeople(state)) return undefined;
  const own = new Set(standingDecisions(passed, step).map(({ account }) => account));
  const office = people.filter((one) => step.actors.some((actor) => standsFor(actor, one)));
  const isStuck = office.length > 0 && office.every(({ account }) => own.has(account));
  return isStuck ? above[officeOf(step.actors)] : undefined;
}

/** The latest decision of each step but this one; what was written down for a household is the household's. */
export function standingDecisions(passed: CaseState['passed'], step: StepRule): readonly CaseAct[] {
  const standing = new Map(passed.map((one) => [one.step, one.act]));
  standing.delete(step.id);
  return [...standing.values()].filter(({ kind, isTyped }) => kind === 'decide' && !isTyped);
}

/** In whose queue the case stands: the offices it waits for or that take it over, and the roles for them. */
export function waitsFor(state: CaseState, people: readonly Colleague[] = []): readonly string[] {
  const deputy = takenOverBy(state, people);
  const actors = [...awaitedActors(state), ...(deputy === undefined ? [] : [deputy])];
  return [...new Set([...actors.flatMap(rolesFor), ...actors])];
}
