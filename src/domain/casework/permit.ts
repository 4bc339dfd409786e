// Whether somebody may do something in a case as it stands, and if not, which rule says so. The same
// answer serves the door that refuses and the screen that says beforehand what is closed and why.
import type { Held } from '#domain/access/office.ts';
import type { Role } from '#domain/access/permission.ts';
import { deny } from '#domain/kernel/deny.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { Bilingual, RefusalKind } from '#domain/kernel/refusal.ts';
import { type CaseAct, isOfThePublic, type Verdict } from './case-act.ts';
import { termWords } from './case-clock.ts';
import {
  type CaseRules,
  findStep,
  type OutcomeRule,
  type StepRule,
  wayBack,
} from './case-rules.ts';
import { awaitedActors, type CaseState, unanswered } from './case-state.ts';
import type { StandingCheck } from './checks/checklist.ts';
import { checksDenial } from './checks/permit-checks.ts';
import { demandDenial } from './demands.ts';
import { meetingDenial } from './meeting.ts';
import * as refusals from './refusals.ts';
import { confirms, signingDenial } from './signing.ts';
import { householdMustConfirm } from './signing-refusals.ts';
import { type Colleague, standingDecisions, takenOverBy } from './take-over.ts';
import { mayConfirmFor, mayWriteFor, standsFor } from './who-acts.ts';

export interface Asker {
  readonly account: string;
  readonly role: Role;
  /** Offices as they stand for the place of the case. */
  readonly held?: Held | undefined;
}

/** What an outcome's condition comes to with the household's facts. */
export interface Condition {
  readonly value: boolean | null;
  readonly sentence: Bilingual;
}

export interface CaseView {
  readonly rules: CaseRules;
  readonly state: CaseState;
  readonly asker: Asker;
  readonly today: PlainDate;
  /** By `step.outcome`; an outcome without a condition is not in it. */
  readonly conditions: ReadonlyMap<string, Condition>;
  /** Kinds of evidence handed in since the step opened; where nobody looked, nothing is there. */
  readonly present?: ReadonlySet<string>;
  /** Items of the open step's checklist; where nobody looked, none is answered. */
  readonly checks?: readonly StandingCheck[];
  /** Who works for the place of the case or above it; where nobody looked, no step is taken over. */
  readonly people?: readonly Colleague[];
  /** Titles of the code list `actor`. */
  readonly titleOf: (actor: string) => Bilingual;
}

type Denial = RefusalKind;
type Allowed = undefined;

export type DecideProposal = Pick<CaseAct, 'outcome' | 'meeting' | 'reason' | 'proof'> & {
  readonly capacity?: string | undefined;
};

/** Actors of the open step an account stands for or takes over from, and those it may write down for. */
export function capacitiesOf({
  state,
  asker,
  people = [],
}: Pick<CaseView, 'state' | 'asker' | 'people'>): readonly string[] {
  const { step } = state;
  if (step === null) return [];
  const own = awaitedActors(state).filter(
    (actor) => standsFor(actor, asker) || mayWriteFor(actor, step.kind, asker.role),
  );
  const deputy = own.length > 0 ? undefined : takenOverBy(state, people);
  return deputy !== undefined && standsFor(deputy, asker) ? [deputy] : own;
}

/** The household acts, though somebody else holds the pen. */
export function isTyped({ kind }: StepRule, capacity: string, asker: Asker): boolean {
  const writes =
    mayWriteFor(capacity, kind, asker.role) || mayConfirmFor(capacity, kind, asker.role);
  return !standsFor(capacity, asker) && writes;
}

export function decideDenial(view: CaseView, proposal: DecideProposal): Denial | Allowed {
  const { state } = view;
  const { step } = state;
  if (step === null) return deny(refusals.caseEnded);
  const outcome = step.outcomes.find(({ id }) => id === proposal.outcome);
  const isConfirmed = confirms(state, view.asker, {
    capacity: proposal.capacity,
    proof: proposal.proof,
    isRefusal: outcome?.isProposal === false,
  });
  const denied = isConfirmed
    ? signingDenial(view, step, proposal.capacity)
    : standingDenial(view, step, proposal.capacity);
  if (denied !== undefined) return denied;
  if (outcome === undefined) return deny(refusals.noSuchOutcome, stepWords(step));
  const closed = outcomeDenial(view, outcome);
  if (closed !== undefined) return closed;
  if (outcome.needsReason && proposal.reason.trim() === '') return deny(refusals.reasonMissing);
  const bare = demandDenial(step, outcome, view.present);
  if (bare !== undefined) return bare;
  const unchecked = checksDenial(step, outcome, view.checks);
  if (unchecked !== undefined) return unchecked;
  if (step.kind !== 'meeting') return undefined;
  return meetingDenial(view.rules, { step, outcome, meeting: proposal.meeting });
}

/** Whether an account may act on the open step at all. */
export function standingDenial(
  view: CaseView,
  step: StepRule,
  capacity: string | undefined,
): Denial | Allowed {
  const { asker } = view;
  const signed = step.kind === 'signOff' ? signingDenial(view, step, capacity) : undefined;
  if (signed !== undefined) return signed;
  const own = capacitiesOf(view);
  const holds = capacity === undefined ? own.length > 0 : own.includes(capacity);
  if (!holds && capacity !== undefined && mayConfirmFor(capacity, step.kind, asker.role)) {
    return deny(householdMustConfirm, stepWords(step));
  }
  if (!holds) return deny(refusals.notTheActor, { ...stepWords(step), ...actorWords(view, step) });
  const earlier = ownWorkIn(view, step);
  if (earlier === undefined) return undefined;
  const words = { ...stepWords(step), earlier: earlier.title };
  const deputy = takenOverBy(view.state, view.people ?? []);
  return deputy === undefined
    ? deny(refusals.ownWork, words)
    : deny(refusals.officeAlone, { ...words, above: view.titleOf(deputy) });
}

/** Whether an outcome is open to anybody, with what is known and posted by now. */
export function outcomeDenial(view: CaseView, outcome: OutcomeRule): Denial | Allowed {
  const { state } = view;
  const { step } = state;
  if (step === null) return deny(refusals.caseEnded);
  const closed = step.kind === 'notice' ? noticeDenial(view, step, outcome) : undefined;
  if (closed !== undefined) return closed;
  const condition = view.conditions.get(`${step.id}.${outcome.id}`);
  if (!outcome.isConditional || condition?.value === true) return undefined;
  const isUnknown = condition === undefined || condition.value === null;
  return deny(isUnknown ? refusals.conditionUnknown : refusals.conditionFails, {
    outcome: outcome.title,
    why: condition?.sentence ?? '',
  });
}

export function postDenial(view: CaseView): Denial | Allowed {
  const { state } = view;
  const { step, notice } = state;
  if (step === null) return deny(refusals.caseEnded);
  if (step.kind !== 'notice') return deny(refusals.notANotice);
  if (notice !== null) return deny(refusals.postedAlready, { on: notice.firstDay });
  return standingDenial(view, step, undefined);
}

/** Anybody who sees the case may object, or write down who does, while the notice hangs. */
export function objectDenial({ state }: CaseView): Denial | Allowed {
  if (state.step === null) return deny(refusals.caseEnded);
  if (state.step.kind !== 'notice') return deny(refusals.notANotice);
  return state.notice === null ? deny(refusals.notPosted) : undefined;
}

/** A notice is taken down by whoever may put it up, with the reason; it is then put up anew. */
export function takeDownDenial(view: CaseView, reason: string): Denial | Allowed {
  const { step, notice } = view.state;
  if (step === null) return deny(refusals.caseEnded);
  if (step.kind !== 'notice') return deny(refusals.notANotice);
  if (notice === null) return deny(refusals.notPosted);
  const denied = standingDenial(view, step, undefined);
  if (denied !== undefined) return denied;
  return reason.trim() === '' ? deny(refusals.reasonMissing) : undefined;
}

export interface AnswerProposal {
  readonly objection: number;
  readonly verdict: Verdict;
  readonly reason: string;
}

export function answerDenial(view: CaseView, proposal: AnswerProposal): Denial | Allowed {
  const { state, asker } = view;
  const { step } = state;
  if (step === null) return deny(refusals.caseEnded);
  if (step.kind !== 'notice') return deny(refusals.notANotice);
  const denied = standingDenial(view, step, undefined);
  if (denied !== undefined) return denied;
  const open = unanswered(state).find(({ act }) => act.position === proposal.objection);
  if (open === undefined) return deny(refusals.noSuchObjection);
  if (isOfThePublic(open.act)) return deny(refusals.heardByCounty);
  if (open.act.account === asker.account && !open.act.isTyped) return deny(refusals.ownObjection);
  if (proposal.reason.trim() === '') return deny(refusals.reasonMissing);
  if (proposal.verdict === 'upheld' && wayBack(step) === undefined) return deny(refusals.noWayBack);
  return undefined;
}

export function withdrawDenial(
  { state, asker }: CaseView,
  { begunBy, reason }: { readonly begunBy: string; readonly reason: string },
): Denial | Allowed {
  if (state.step === null) return deny(refusals.caseEnded);
  const isTheirs =
    asker.role === 'household' || asker.role === 'county' || asker.account === begunBy;
  if (!isTheirs) return deny(refusals.notYoursToWithdraw);
  return reason.trim() === '' ? deny(refusals.reasonMissing) : undefined;
}

function noticeDenial(view: CaseView, step: StepRule, { isProposal }: OutcomeRule) {
  const { state, today } = view;
  const open = unanswered(state).length;
  if (open > 0) return deny(refusals.objectionOpen, { count: open });
  if (!isProposal) return undefined;
  const { notice } = state;
  if (notice === null) return deny(refusals.notPosted);
  if (today > notice.lastDay) return undefined;
  return deny(refusals.noticeStands, { term: termWords(step), last: notice.lastDay });
}

/** The step whose standing result is the asker's own work, where this one looks at the work of others. */
function ownWorkIn({ rules, state, asker }: CaseView, step: StepRule): StepRule | undefined {
  if (!step.approves) return undefined;
  const own = standingDecisions(state.passed, step).findLast(
    ({ account }) => account === asker.account,
  );
  return own === undefined ? undefined : findStep(rules, own.step);
}

function actorWords({ titleOf }: CaseView, { actors }: StepRule) {
  const titles = actors.map(titleOf);
  return {
    actors: {
      zh: titles.map(({ zh }) => zh).join('、'),
      en: titles.map(({ en }) => en).join(', '),
    },
  };
}

function stepWords({ title }: StepRule) {
  return { step: title };
}
