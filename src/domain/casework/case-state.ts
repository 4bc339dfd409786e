// The state of a case: the fold of its acts under the process it began with. Acts count by their
// positions, in whatever order they are given; one that no longer fits an ended case is no act of it.
import { addDays, type PlainDate } from '#domain/kernel/plain-date.ts';
import { addWorkdays, type Calendar, isWorkday } from './calendar.ts';
import type { CaseAct } from './case-act.ts';
import { type CaseRules, findStep, type StepRule, wayBack } from './case-rules.ts';

export interface Notice {
  readonly place: string;
  readonly by: string;
  readonly firstDay: PlainDate;
  /** The last day it hangs. */
  readonly lastDay: PlainDate;
}

export interface Objection {
  readonly act: CaseAct;
  readonly answer: CaseAct | null;
}

/** A step that was gone through, with the act that ended it. */
export interface Passed {
  readonly step: string;
  readonly since: PlainDate;
  readonly outcome: string;
  readonly act: CaseAct;
  readonly signatures: readonly CaseAct[];
  readonly notice: Notice | null;
}

export interface CaseState {
  /** How many acts it rests on. */
  readonly position: number;
  /** The open step; null once the case has ended. */
  readonly step: StepRule | null;
  readonly since: PlainDate;
  /** An end of the process, or `withdrawn`. */
  readonly end: string | null;
  readonly passed: readonly Passed[];
  readonly notice: Notice | null;
  readonly objections: readonly Objection[];
  readonly signatures: readonly CaseAct[];
}

/** The class the standing decisions put the household into; what was gone through again counts no more. */
export function classOf(rules: CaseRules, { passed }: Pick<CaseState, 'passed'>): string | null {
  const standing = new Map(passed.map((one) => [one.step, one.outcome]));
  let given: string | null = null;
  for (const [step, outcome] of standing) {
    const rule = rules.steps.find(({ id }) => id === step);
    given = rule?.outcomes.find(({ id }) => id === outcome)?.class ?? given;
  }
  return given;
}

/** The class that enters the register: where a case ends elsewhere than it was to, none does. */
export function classEntered(rules: CaseRules, state: CaseState): string | null {
  return state.end === rules.intendedEnd ? classOf(rules, state) : null;
}

export const withdrawn = 'withdrawn';

export function foldCase(rules: CaseRules, acts: readonly CaseAct[]): CaseState {
  const ordered = [...acts].sort((left, right) => left.position - right.position);
  const first = ordered[0];
  if (first === undefined) throw new Error(`a case of ${rules.process} without an act`);
  return ordered.slice(1).reduce((state, act) => apply(rules, state, act), {
    position: first.position,
    step: findStep(rules, rules.start),
    since: first.on,
    end: null,
    passed: [],
    notice: null,
    objections: [],
    signatures: [],
  } satisfies CaseState as CaseState);
}

/** Objections that wait for an answer. */
export function unanswered({ objections }: CaseState): readonly Objection[] {
  return objections.filter(({ answer }) => answer === null);
}

/** The offices one signature stands for. */
export function capacitiesIn({ capacity, also = [] }: Pick<CaseAct, 'capacity' | 'also'>) {
  return [capacity, ...also];
}

/** Every signature that stands, with its step: those of a step that was signed again are gone. */
export function standingSignatures(
  state: CaseState,
): readonly { readonly step: string; readonly act: CaseAct }[] {
  const last = new Map(state.passed.map((one) => [one.step, one.signatures]));
  if (state.step !== null) last.set(state.step.id, state.signatures);
  return [...last].flatMap(([step, acts]) => acts.map((act) => ({ step, act })));
}

/** Actors who may still act: of a sign-off, those who have not signed. */
export function awaitedActors({ step, signatures }: CaseState): readonly string[] {
  if (step === null) return [];
  if (step.kind !== 'signOff') return step.actors;
  const signed = new Set(signatures.flatMap(capacitiesIn));
  return step.actors.filter((actor) => !signed.has(actor));
}

function apply(rules: CaseRules, state: CaseState, act: CaseAct): CaseState {
  const { step } = state;
  const next = { ...state, position: act.position };
  if (step === null) return next;
  switch (act.kind) {
    case 'begin':
      return next;
    case 'withdraw':
      return { ...passOn(rules, next, { step, act, outcome: withdrawn, to: withdrawn }) };
    case 'post':
      return { ...next, notice: noticeOf(rules, step, act) };
    case 'takeDown':
      return { ...next, notice: null };
    case 'object':
      return { ...next, objections: [...state.objections, { act, answer: null }] };
    case 'answer':
      return answered(rules, next, step, act);
    case 'sign':
      return signed(rules, next, step, act);
    case 'decide':
      return moved(rules, next, step, { act, outcome: act.outcome ?? '' });
  }
}

function noticeOf(
  { calendar }: CaseRules,
  step: StepRule,
  { place = '', on, accountName, until }: CaseAct,
): Notice {
  const least = leastLastDay(step, on, calendar);
  const lastDay = until !== undefined && until > least ? until : least;
  return { place, by: accountName, firstDay: on, lastDay };
}

/** A notice may hang longer than this, never shorter. The day it is put up counts as the first. */
export function leastLastDay(
  { days, inWorkdays = false }: Pick<StepRule, 'days' | 'inWorkdays'>,
  firstDay: PlainDate,
  calendar: Calendar,
): PlainDate {
  const count = Math.max(1, days ?? 1);
  if (!inWorkdays) return addDays(firstDay, count - 1);
  return addWorkdays(firstDay, isWorkday(firstDay, calendar) ? count - 1 : count, calendar);
}

function answered(rules: CaseRules, state: CaseState, step: StepRule, act: CaseAct): CaseState {
  const objections = state.objections.map((one) =>
    one.act.position === act.objection ? { ...one, answer: act } : one,
  );
  const back = act.verdict === 'upheld' ? wayBack(step) : undefined;
  const next = { ...state, objections };
  return back === undefined ? next : moved(rules, next, step, { act, outcome: back.id });
}

function signed(rules: CaseRules, state: CaseState, step: StepRule, act: CaseAct): CaseState {
  const next = { ...state, signatures: [...state.signatures, act] };
  if (awaitedActors(next).length > 0) return next;
  return moved(rules, next, step, { act, outcome: step.outcomes[0]?.id ?? '' });
}

function moved(
  rules: CaseRules,
  state: CaseState,
  step: StepRule,
  { act, outcome }: { readonly act: CaseAct; readonly outcome: string },
): CaseState {
  const to = step.outcomes.find(({ id }) => id === outcome)?.to;
  return to === undefined ? state : passOn(rules, state, { step, act, outcome, to });
}

interface Move {
  readonly step: StepRule;
  readonly act: CaseAct;
  readonly outcome: string;
  readonly to: string;
}

/** Objections stay with the case; notice and signatures belong to the step that is left. */
function passOn(rules: CaseRules, state: CaseState, { step, act, outcome, to }: Move): CaseState {
  const { since, signatures, notice } = state;
  const next = rules.steps.find(({ id }) => id === to);
  return {
    ...state,
    step: next ?? null,
    end: next === undefined ? to : null,
    since: act.on,
    passed: [...state.passed, { step: step.id, since, outcome, act, signatures, notice }],
    notice: null,
    signatures: [],
  };
}
