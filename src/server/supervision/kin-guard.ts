// Kin of a village cadre does not pass its verification on one score: another team has to have scored it.
import { kinNeedsSecond } from '#domain/supervision/source-refusals.ts';
import type { StepGuard } from '#server/casework/step-guard.ts';
import { gather } from './gather-sources.ts';

export const kinGuard: StepGuard = async (context, { household, kind, isProposal }) => {
  if (kind !== 'comparison' || !isProposal) return undefined;
  const { standing } = await gather(context, household);
  return standing.isKin && standing.secondScores === 0 ? kinNeedsSecond : undefined;
};
