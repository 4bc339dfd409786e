// What a capability above holds against an outcome of a step: it is asked before the act is written, and
// answers with the refusal that says why. Casework knows nothing of it but the question.
import type { RefusalKind } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import type { LoadedCase } from './load-case.ts';

export interface GuardedStep {
  readonly household: string;
  /** Kind of the step, such as `comparison`. */
  readonly kind: string;
  /** The outcome is what the step proposes: it goes on. */
  readonly isProposal: boolean;
}

export type StepGuard = (
  context: Pick<Context, 'tx' | 'platform' | 'today'>,
  step: GuardedStep,
) => Promise<RefusalKind | undefined>;

export async function guardDenial(
  context: Context,
  { view, row }: Pick<LoadedCase, 'view' | 'row'>,
  outcome: string,
): Promise<RefusalKind | undefined> {
  const { step } = view.state;
  const chosen = step?.outcomes.find(({ id }) => id === outcome);
  const household = row.household_id;
  if (step === null || chosen === undefined || household === null) return undefined;
  const { kind } = step;
  for (const guard of context.platform.stepGuards ?? []) {
    const asked = { household, kind, isProposal: chosen.isProposal };
    const denial = await guard(context, asked);
    if (denial !== undefined) return denial;
  }
  return undefined;
}
