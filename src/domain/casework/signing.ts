// Who signs in which capacity. One person who holds two offices of one party signs once, in both; nobody
// signs for two parties, nor at two steps of one case, and a signature that was given stays whoever holds
// the office now. A household signs itself; somebody else enters its word only with a proof of it.

import { deny } from '#domain/kernel/deny.ts';
import type { RefusalKind } from '#domain/kernel/refusal.ts';
import type { CaseAct, Proof } from './case-act.ts';
import type { StepRule } from './case-rules.ts';
import { awaitedActors, type CaseState, capacitiesIn, standingSignatures } from './case-state.ts';
import type { Asker, CaseView } from './permit.ts';
import * as refusals from './signing-refusals.ts';
import { mayConfirmFor, standsFor } from './who-acts.ts';

/** Further offices of the party that the signer holds and that are unsigned. */
export function alsoSigns(
  { state, asker }: Pick<CaseView, 'state' | 'asker'>,
  capacity: string,
): readonly string[] {
  const party = state.step?.parties?.find(({ signers }) => signers.includes(capacity));
  const awaited = awaitedActors(state);
  return (party?.signers ?? []).filter(
    (one) => one !== capacity && awaited.includes(one) && asker.held?.own.includes(one) === true,
  );
}

/** Whether this person may sign at this step in this capacity, apart from holding it. */
export function signingDenial(
  { state, asker, titleOf }: Pick<CaseView, 'state' | 'asker' | 'titleOf'>,
  step: StepRule,
  capacity: string | undefined,
): RefusalKind | undefined {
  const isConfirmed = capacity !== undefined && !standsFor(capacity, asker);
  const awaited = awaitedActors(state);
  const asked =
    capacity === undefined ? step.actors.filter((one) => standsFor(one, asker)) : [capacity];
  const there = asked.some((one) => awaited.includes(one))
    ? undefined
    : state.signatures.find((act) => asked.some((one) => signsAs(act, one)));
  if (there !== undefined) return deny(refusals.signedAlready, words(there, titleOf));
  if (isConfirmed) return undefined;
  const own = standingSignatures(state).find(
    ({ act }) => act.account === asker.account && !act.isTyped,
  );
  if (own === undefined) return undefined;
  if (own.step === step.id) return deny(refusals.signedAlready, words(own.act, titleOf));
  return deny(refusals.signedBelow, words(own.act, titleOf));
}

function signsAs(act: CaseAct, capacity: string): boolean {
  return capacitiesIn(act).includes(capacity);
}

function words(act: CaseAct, titleOf: CaseView['titleOf']) {
  return { who: act.accountName, office: titleOf(act.capacity), on: act.on };
}

interface Confirmation {
  readonly proof?: Proof | undefined;
  /** The household does not agree: that is entered with its reason alone. */
  readonly isRefusal: boolean;
}

/** A household's word entered by somebody else. */
export function confirms(
  state: CaseState,
  asker: Asker,
  { capacity, proof, isRefusal }: Confirmation & { readonly capacity: string | undefined },
): boolean {
  const { step } = state;
  if (step === null || capacity === undefined) return false;
  if (!awaitedActors(state).includes(capacity)) return false;
  return mayConfirmFor(capacity, step.kind, asker.role) && (isRefusal || proof !== undefined);
}
