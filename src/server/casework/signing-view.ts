// What a signer sees before signing: who signs as one, who has signed in which office, and what speaks
// against the case.
import type { Case, Signature } from '#contract/casework.ts';
import type { CaseAct } from '#domain/casework/case-act.ts';
import { findStep, type StepRule } from '#domain/casework/case-rules.ts';
import { awaitedActors, capacitiesIn } from '#domain/casework/case-state.ts';
import { doubtsOf } from '#domain/casework/doubts.ts';
import type { CaseView } from '#domain/casework/permit.ts';
import { mayConfirmFor, standsFor } from '#domain/casework/who-acts.ts';

type Open = NonNullable<Case['open']>;

export function signingView(
  view: CaseView,
  step: StepRule,
): Pick<Open, 'signed' | 'parties' | 'isRoster'> {
  const { state, titleOf } = view;
  const signatureOf = (office: string) =>
    state.signatures.find((act) => capacitiesIn(act).includes(office));
  return {
    signed: state.signatures.map((act) => signatureView(view, step.id, act)),
    parties: (step.parties ?? []).map(({ id, title, signers }) => ({
      title: title ?? titleOf(id),
      offices: signers.map((office) => {
        const act = signatureOf(office);
        return {
          title: titleOf(office),
          signature: act === undefined ? null : signatureView(view, step.id, act),
        };
      }),
    })),
    isRoster: step.isRoster === true,
  };
}

export function signatureView({ rules, titleOf }: CaseView, step: string, act: CaseAct): Signature {
  return {
    step: findStep(rules, step).title,
    capacity: titleOf(act.capacity),
    also: (act.also ?? []).map(titleOf),
    by: act.isTyped ? titleOf(act.capacity).zh : act.accountName,
    on: act.on,
    proof: act.proof?.by ?? null,
    roster: act.roster ?? null,
  };
}

export function doubtsView({ rules, state }: CaseView): Case['doubts'] {
  return doubtsOf(rules, state).map(({ step, ...doubt }) => ({
    ...doubt,
    step: findStep(rules, step).title,
  }));
}

export function mayConfirm({ state, asker }: CaseView, step: StepRule): boolean {
  return awaitedActors(state).some((actor) => mayConfirmFor(actor, step.kind, asker.role));
}

export function mayTakeCode({ state, asker }: CaseView, step: StepRule): boolean {
  const isAwaited = step.kind === 'signOff' && awaitedActors(state).includes('HOUSEHOLD');
  return isAwaited && standsFor('HOUSEHOLD', asker);
}
