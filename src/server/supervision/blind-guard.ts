// A household stays closed to a rater who has to score it and has not: the register, its history and what the
// rules make of it would be the first score by another way.
import { countyOfId } from '#domain/kernel/id.ts';
import { closedWhileBlind } from '#domain/supervision/refusals.ts';
import type { ReadGuard } from '#server/registry/read-guard.ts';
import { findBlindRound } from './blind-guard.store.ts';

export const blindGuard: ReadGuard = async ({ tx, actor }, { id }) => {
  const county = countyOfId(id);
  const round = await findBlindRound(tx, { county, household: id, account: actor.account });
  if (round === undefined) return undefined;
  const details = { campaign: round.id, household: id };
  return { kind: closedWhileBlind, facts: { round: round.title }, details };
};
