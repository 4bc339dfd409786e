// Kin of a village cadre does not pass its verification on one score: another team has to have scored it.
import { kinNeedsSecond } from '#domain/supervision/source-refusals.ts';
import type { GuardedStep, StepGuard } from '#server/casework/step-guard.ts';
import { listKinScoredOnce } from './entry.store.ts';

export const kinGuard: StepGuard = async (tx, steps) => {
  const verified = steps.filter(callsItAgreeing).map(({ household }) => household);
  const held = await listKinScoredOnce(tx, verified);
  return steps.map((step) =>
    callsItAgreeing(step) && held.has(step.household) ? kinNeedsSecond : undefined,
  );
};

function callsItAgreeing({ kind, isProposal }: GuardedStep): boolean {
  return kind === 'comparison' && isProposal;
}
