// What people do in a case: each act is looked at under the lock of the case, refused by the rule that
// forbids it, or entered as one row; the case's place in the queue and the stage in the register follow
// in the same transaction.
import type {
  actOnCase,
  answerObjection,
  Case,
  objectToNotice,
  postNotice,
  withdrawCase,
} from '#contract/casework.ts';
import type { InputOf } from '#contract/route.ts';
import type { CaseAct } from '#domain/casework/case-act.ts';
import { foldCase } from '#domain/casework/case-state.ts';
import {
  answerDenial,
  capacitiesOf,
  decideDenial,
  isTyped,
  objectDenial,
  postDenial,
  withdrawDenial,
} from '#domain/casework/permit.ts';
import { actedMeanwhile, caseEnded } from '#domain/casework/refusals.ts';
import { alsoSigns } from '#domain/casework/signing.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import { type RefusalKind, refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { insertAct, updateCase } from './case.store.ts';
import { caseView } from './case-view.ts';
import { enterStage } from './enter-stage.ts';
import { carryEvidence } from './evidence.ts';
import { proofOf } from './household-word.ts';
import { type LoadedCase, loadCase } from './load-case.ts';
import { projectionOf } from './projection.ts';
import { guardDenial } from './step-guard.ts';

export async function decide(
  context: Context,
  { params, body }: InputOf<typeof actOnCase>,
): Promise<Case> {
  const loaded = await openForAct(context, params.id, body);
  const { confirmation } = body;
  const proof =
    confirmation === undefined ? undefined : await proofOf(context, loaded, confirmation);
  await enterDecision(context, loaded, { ...body, proof });
  return shown(context, loaded);
}

type Decided = Pick<CaseAct, 'meeting' | 'reason' | 'proof'> & {
  readonly outcome: string;
  readonly capacity?: string | undefined;
};

/** Decides or signs the open step of a case that is locked; refused before anything is written. */
export async function enterDecision(
  context: Context,
  loaded: LoadedCase,
  { outcome, meeting, reason, proof, ...asked }: Decided,
): Promise<CaseAct> {
  const { view } = loaded;
  const { step } = view.state;
  const capacity = asked.capacity ?? capacitiesOf(view)[0];
  refuseIf(decideDenial(view, { outcome, meeting, reason, capacity, proof }));
  refuseIf(await guardDenial(context, loaded, outcome));
  const isSignature = step?.kind === 'signOff' && outcome === step.outcomes[0]?.id;
  return enterAct(context, loaded, {
    kind: isSignature ? 'sign' : 'decide',
    capacity: capacity ?? '',
    also: isSignature ? alsoSigns(view, capacity ?? '') : [],
    isTyped: step !== null && isTyped(step, capacity ?? '', view.asker),
    reason,
    outcome,
    proof,
    ...(step?.kind === 'meeting' ? { meeting } : {}),
  });
}

export async function post(
  context: Context,
  { params, body }: InputOf<typeof postNotice>,
): Promise<Case> {
  const loaded = await openForAct(context, params.id, body);
  refuseIf(postDenial(loaded.view));
  const capacity = capacitiesOf(loaded.view)[0] ?? '';
  await enter(context, loaded, { kind: 'post', capacity, reason: '', place: body.place });
  return shown(context, loaded);
}

/** Objections may come in while somebody else is acting: they count as they come. */
export async function object(
  context: Context,
  { params, body }: InputOf<typeof objectToNotice>,
): Promise<Case> {
  const loaded = await loadCase(context, params.id, 'locked');
  refuseIf(objectDenial(loaded.view));
  const { text, forAnother, objector } = body;
  await enter(context, loaded, {
    kind: 'object',
    reason: text,
    isTyped: forAnother,
    ...(forAnother && objector !== undefined && objector !== '' ? { objector } : {}),
  });
  return shown(context, loaded);
}

export async function answer(
  context: Context,
  { params, body }: InputOf<typeof answerObjection>,
): Promise<Case> {
  const loaded = await openForAct(context, params.id, body);
  const { verdict, reason } = body;
  const { objection } = params;
  refuseIf(answerDenial(loaded.view, { objection, verdict, reason }));
  const capacity = capacitiesOf(loaded.view)[0] ?? '';
  await enter(context, loaded, { kind: 'answer', capacity, reason, objection, verdict });
  return shown(context, loaded);
}

export async function withdraw(
  context: Context,
  { params, body }: InputOf<typeof withdrawCase>,
): Promise<Case> {
  const loaded = await openForAct(context, params.id, body);
  const { reason } = body;
  refuseIf(withdrawDenial(loaded.view, { begunBy: loaded.row.begun_by, reason }));
  await enter(context, loaded, { kind: 'withdraw', reason });
  return shown(context, loaded);
}

/** Held until the transaction ends; refused with both sides where somebody acted since it was read. */
async function openForAct(
  context: Context,
  id: string,
  { seen, step }: { readonly seen: number; readonly step?: string },
): Promise<LoadedCase> {
  const loaded = await loadCase(context, id, 'locked');
  const { state } = loaded.view;
  if (state.position === seen && (step === undefined || step === state.step?.id)) return loaded;
  if (state.step === null) refuse(caseEnded);
  const since = loaded.acts.filter(({ position }) => position > seen);
  const last = since.at(-1) ?? loaded.acts.at(-1);
  const { title } = state.step;
  return refuse(
    deny(actedMeanwhile, { who: last?.accountName ?? '', step: title }),
    {},
    {
      position: state.position,
      step: state.step.id,
      since: since.map(({ kind, step: at, outcome, accountName, on }) => ({
        kind,
        step: at,
        outcome: outcome ?? null,
        by: accountName,
        on,
      })),
    },
  );
}

export type NewAct = Pick<CaseAct, 'kind' | 'reason'> &
  Partial<Omit<CaseAct, 'kind' | 'reason' | 'position' | 'account' | 'accountName' | 'on' | 'at'>>;

async function shown(context: Context, { row }: LoadedCase): Promise<Case> {
  return caseView(context, await loadCase(context, row.id, 'shown'));
}

async function enter(context: Context, loaded: LoadedCase, entered: NewAct): Promise<void> {
  await enterAct(context, loaded, entered);
}

/** Enters one act in a case that is held; whether it may be is asked before. */
export async function enterAct(
  context: Context,
  loaded: LoadedCase,
  entered: NewAct,
  by: Pick<CaseAct, 'account' | 'accountName'> = accountOf(context),
): Promise<CaseAct> {
  const { tx, today, now } = context;
  const { row, acts, view, colleagues } = loaded;
  const { rules, state } = view;
  const act: CaseAct = {
    capacity: '',
    isTyped: false,
    ...entered,
    position: state.position + 1,
    step: state.step?.id ?? rules.start,
    ...by,
    on: today,
    at: now,
  };
  const next = foldCase(rules, [...acts, act]);
  await insertAct(tx, row, act);
  await carryEvidence(tx, [{ row, act }]);
  const people = await colleagues(areaCode(row.area_code), next);
  await updateCase(tx, row, projectionOf(rules, next, today, people));
  const event = await enterStage(context, loaded, { state: next, reason: act.reason });
  context.note({
    area: areaCode(row.area_code),
    subject: `case:${row.id}`,
    facts: {
      process: row.process,
      step: act.step,
      ...(act.outcome === undefined ? {} : { outcome: act.outcome }),
      ...(act.verdict === undefined ? {} : { verdict: act.verdict }),
      ...(next.end === null ? {} : { end: next.end }),
      ...(event === null ? {} : { event }),
    },
  });
  return act;
}

function accountOf({ actor }: Context): Pick<CaseAct, 'account' | 'accountName'> {
  return { account: actor.account, accountName: actor.displayName };
}

function refuseIf(denial: RefusalKind | undefined): void {
  if (denial !== undefined) refuse(denial);
}
