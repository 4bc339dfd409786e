// One case as its page shows it. What is closed carries the sentence of the rule that closes it, the same
// that the door would answer with.
import type { CaseAct as ActView, Case } from '#contract/casework.ts';
import type { CaseAct } from '#domain/casework/case-act.ts';
import { termWords } from '#domain/casework/case-clock.ts';
import { type CaseRules, findStep, type StepRule } from '#domain/casework/case-rules.ts';
import {
  awaitedActors,
  type CaseState,
  type Objection,
  standingSignatures,
  withdrawn,
} from '#domain/casework/case-state.ts';
import type { StandingCheck } from '#domain/casework/checks/checklist.ts';
import { demandTitles } from '#domain/casework/demands.ts';
import { hasInterviewIn } from '#domain/casework/interview.ts';
import {
  answerDenial,
  capacitiesOf,
  objectDenial,
  outcomeDenial,
  postDenial,
  standingDenial,
  withdrawDenial,
} from '#domain/casework/permit.ts';
import { takenOverBy } from '#domain/casework/take-over.ts';
import { answersTo } from '#domain/casework/who-acts.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import type { Bilingual, RefusalKind } from '#domain/kernel/refusal.ts';
import { codeTitle } from '#domain/policy/pack/document-shape.ts';
import { labelOf } from '#domain/policy/pack/shown-fact.ts';
import type { Context } from '#server/http/context.ts';
import { nameAreas } from '#server/registry/area-names.ts';
import { endTitle, rowView } from './case-row-view.ts';
import { hasChecks, passedSpan } from './checks/standing.ts';
import { listActFiles } from './evidence.store.ts';
import { decisionKey, type LoadedCase } from './load-case.ts';
import { doubtsView, mayConfirm, mayTakeCode, signatureView, signingView } from './signing-view.ts';

export async function caseView(context: Context, loaded: LoadedCase): Promise<Case> {
  const { row, household, pack, acts, view } = loaded;
  const { rules, state } = view;
  const placeOf = await nameAreas(context.tx, [areaCode(row.area_code)], context.today);
  const { householdNo = null, headName = null } = household?.values ?? {};
  const record = {
    ...row,
    household_no: householdNo === null ? null : String(householdNo),
    head_name: typeof headName === 'string' ? headName : null,
  };
  const files = await listActFiles(context.tx, row);
  const mayAct = context.may('casework.act');
  const { role, held } = view.asker;
  const mine = answersTo({ role, offices: held?.own ?? [] });
  return {
    ...rowView(context, record, { rules, place: placeOf(row.area_code), mine }),
    position: state.position,
    pack: { id: pack.id, edition: pack.edition, title: pack.title },
    helpClass: row.help_class === null ? null : codeTitle(pack, 'difficultyClass', row.help_class),
    line: lineOf(rules, state),
    open: state.step === null ? null : openStep(context, loaded, state.step),
    objections: state.objections.map((one) => objectionView(context, one)),
    doubts: doubtsView(view),
    signatures: standingSignatures(state).map(({ step, act }) => signatureView(view, step, act)),
    acts: acts.map((act) => ({
      ...actView(context, loaded, act),
      files: files
        .filter(({ position }) => position === act.position)
        .map(({ id, kind, file_name }) => ({ id, kind, fileName: file_name })),
    })),
    hasChecklist: hasChecks(state.step) || passedSpan(state, rules.steps) !== undefined,
    mayWithdraw:
      mayAct && withdrawDenial(view, { begunBy: row.begun_by, reason: '-' }) === undefined,
  };
}

function openStep(
  context: Context,
  { pack, view }: LoadedCase,
  step: StepRule,
): NonNullable<Case['open']> {
  const { rules, state, titleOf } = view;
  const mayAct = context.may('casework.act');
  const barred = standingDenial(view, step, undefined);
  const openObjection = state.objections.find(({ answer }) => answer === null);
  const deputy = takenOverBy(state, view.people ?? []);
  return {
    id: step.id,
    title: step.title,
    kind: step.kind,
    level: step.level,
    text: step.text,
    verified: step.verified,
    needs: (step.needs ?? []).map((demand) => ({
      id: demand,
      title: demandTitles[demand],
      isThere: view.present?.has(demand) === true,
    })),
    hasInterview: hasInterviewIn(step),
    checks: hasChecks(step) ? checksSummary(view.checks ?? []) : null,
    actors: step.actors.map(titleOf),
    ...signingView(view, step),
    mayConfirm: mayAct && mayConfirm(view, step),
    mayTakeCode: mayAct && mayTakeCode(view, step),
    awaited: (deputy === undefined ? awaitedActors(state) : [deputy]).map(titleOf),
    takenOver: deputy === undefined ? null : titleOf(deputy),
    outcomes: step.outcomes.map((outcome) => ({
      id: outcome.id,
      title: outcome.title,
      leadsTo: targetTitle(rules, outcome.to),
      needsReason: outcome.needsReason,
      closed: wordsOf(outcomeDenial(view, outcome)),
      class: outcome.class ?? null,
      decision: outcome.isConditional ? decisionKey(rules, step.id, outcome.id) : null,
    })),
    capacities:
      mayAct && barred === undefined
        ? capacitiesOf(view).map((code) => ({ code, title: titleOf(code) }))
        : [],
    barred: wordsOf(barred),
    notice: state.notice,
    noticeTerm: step.kind === 'notice' ? termWords(step) : null,
    shows: step.shows.map((field) => labelOf(pack, field)),
    quorum: rules.quorum,
    majority: rules.majority,
    mayPost: mayAct && postDenial(view) === undefined,
    mayObject: mayAct && objectDenial(view) === undefined,
    mayAnswer:
      mayAct &&
      openObjection !== undefined &&
      answerDenial(view, {
        objection: openObjection.act.position,
        verdict: 'rejected',
        reason: '-',
      }) === undefined,
  };
}

function checksSummary(checks: readonly StandingCheck[]) {
  return {
    items: checks.length,
    answered: checks.filter(({ answer }) => answer !== null).length,
    unproved: checks.filter((one) => one.needsEvidence && one.answer?.hasProof === false).length,
  };
}

/** Steps in the pack's order; one that an outcome went past is skipped. */
function lineOf(rules: CaseRules, state: CaseState): Case['line'] {
  const openAt = rules.steps.findIndex(({ id }) => id === state.step?.id);
  return rules.steps.map((step, index) => {
    const times = state.passed.filter((one) => one.step === step.id);
    const last = times.at(-1);
    const isOpen = index === openAt;
    const isAhead = openAt !== -1 && index > openAt;
    const outcome = step.outcomes.find(({ id }) => id === last?.outcome)?.title;
    return {
      id: step.id,
      title: step.title,
      state: isOpen ? 'open' : isAhead ? 'ahead' : last === undefined ? 'skipped' : 'done',
      since: isOpen ? state.since : (last?.since ?? null),
      on: last?.act.on ?? null,
      by: last?.act.accountName ?? null,
      outcome: outcome ?? (last?.outcome === withdrawn ? endTitle(rules, withdrawn) : null),
      times: times.length,
    };
  });
}

/** Who objects is told to the county, not to the village or the household it is about. */
function seesObjectors({ actor }: Context): boolean {
  return actor.role === 'county';
}

function objectionView(context: Context, { act, answer }: Objection): Case['objections'][number] {
  const isOwn = act.account === context.actor.account;
  const by = act.isTyped ? (act.objector ?? null) : act.accountName;
  return {
    position: act.position,
    on: act.on,
    by: seesObjectors(context) || isOwn ? by : null,
    text: act.reason,
    answer:
      answer === null || answer.verdict === undefined
        ? null
        : { verdict: answer.verdict, reason: answer.reason, by: answer.accountName, on: answer.on },
  };
}

function actView(context: Context, { view }: LoadedCase, act: CaseAct): Omit<ActView, 'files'> {
  const { rules, titleOf } = view;
  const step = findStep(rules, act.step);
  const outcome = step.outcomes.find(({ id }) => id === act.outcome);
  const hidden =
    act.kind === 'object' && act.account !== context.actor.account && !seesObjectors(context);
  return {
    position: act.position,
    kind: act.kind,
    step: { id: step.id, title: step.title },
    outcome: outcome === undefined ? null : { id: outcome.id, title: outcome.title },
    capacity: act.capacity === '' ? null : titleOf(act.capacity),
    also: (act.also ?? []).map(titleOf),
    proof: act.proof?.by ?? null,
    roster: act.roster ?? null,
    by: hidden ? '' : act.accountName,
    isTyped: act.isTyped,
    on: act.on,
    // The hour of an objection would tell who was there.
    at: hidden ? `${act.on}T00:00:00.000Z` : act.at,
    reason: act.reason,
    meeting: act.meeting ?? null,
    place: act.place ?? null,
    objection: act.objection ?? null,
    verdict: act.verdict ?? null,
  };
}

function targetTitle(rules: CaseRules, to: string): Bilingual {
  return rules.steps.find(({ id }) => id === to)?.title ?? endTitle(rules, to);
}

export function wordsOf(denial: RefusalKind | undefined): Bilingual | null {
  return denial?.message ?? null;
}
