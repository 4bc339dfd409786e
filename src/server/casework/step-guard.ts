// What a capability above holds against an outcome of a step: it is asked before the act is written, of one
// case or of all a chunk of a batch decides, and answers with the refusal that says why. Casework knows
// nothing of it but the question.
import type { RefusalKind } from '#domain/kernel/refusal.ts';
import type { Tx } from '#server/database/connect.ts';
import type { Context } from '#server/http/context.ts';
import type { LoadedCase } from './load-case.ts';

export interface GuardedStep {
  readonly household: string;
  /** Kind of the step, such as `comparison`. */
  readonly kind: string;
  /** The outcome is what the step proposes: it goes on. */
  readonly isProposal: boolean;
}

/** One answer for each step, in the order asked; in a few statements whatever their number. */
export type StepGuard = (
  tx: Tx,
  steps: readonly GuardedStep[],
) => Promise<readonly (RefusalKind | undefined)[]>;

interface Guarded {
  readonly found: Pick<LoadedCase, 'view' | 'row'>;
  readonly outcome: string;
}

export async function guardDenial(
  context: Pick<Context, 'tx' | 'platform'>,
  found: Guarded['found'],
  outcome: string,
): Promise<RefusalKind | undefined> {
  const [denial] = await guardDenials(context, [{ found, outcome }]);
  return denial;
}

/** Of many cases, in the order asked. */
export async function guardDenials(
  { tx, platform }: Pick<Context, 'tx' | 'platform'>,
  cases: readonly Guarded[],
): Promise<readonly (RefusalKind | undefined)[]> {
  const denials: (RefusalKind | undefined)[] = cases.map(() => undefined);
  const asked = cases.flatMap((one, at) => {
    const step = guardedStep(one);
    return step === undefined ? [] : [{ at, step }];
  });
  for (const guard of asked.length === 0 ? [] : (platform.stepGuards ?? [])) {
    const answers = await guard(
      tx,
      asked.map(({ step }) => step),
    );
    for (const [index, { at }] of asked.entries()) denials[at] ??= answers[index];
  }
  return denials;
}

function guardedStep({ found: { view, row }, outcome }: Guarded): GuardedStep | undefined {
  const { step } = view.state;
  const chosen = step?.outcomes.find(({ id }) => id === outcome);
  const household = row.household_id;
  if (step === null || chosen === undefined || household === null) return undefined;
  return { household, kind: step.kind, isProposal: chosen.isProposal };
}
