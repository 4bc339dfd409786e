// Every decision about a household in one line each, as its Why page opens.
import type { InputOf, OutputOf } from '#contract/route.ts';
import type { DecisionLine, listDecisions as ListDecisions } from '#contract/targeting-explain.ts';
import type { Decision, Marks } from '#domain/policy/pack/decision.ts';
import { outcomeWords } from '#domain/policy/pack/decision-words.ts';
import { type ExplainedDecision, explainDecision } from '#domain/policy/pack/explain-decision.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import type { Context } from '#server/http/context.ts';
import { factsFor } from '#server/registry/facts-of-household.ts';
import { decidedBefore } from './decided-before.ts';
import { decisionsOfAll, getPacks, getSubject } from './household-decisions.ts';

export async function listHouseholdDecisions(
  context: Context,
  { params, query }: InputOf<typeof ListDecisions>,
): Promise<OutputOf<typeof ListDecisions>> {
  const subject = await getSubject(context, params.id, query);
  const packs = getPacks(context, subject);
  const facts = new Map(packs.map((pack) => [pack.id, factsFor(pack, subject.state)]));
  const factsOf = (pack: ResolvedPack) => facts.get(pack.id) ?? {};
  return {
    on: subject.on,
    decided: await decidedBefore(context, subject),
    packs: packs.map(({ id, version, title }) => ({ id, version, title })),
    items: decisionsOfAll(packs).map(({ pack, decision }) =>
      lineOf(pack, decision, explainDecision(pack, decision, factsOf(pack))),
    ),
    next: null,
  };
}

export function lineOf(
  pack: ResolvedPack,
  decision: Decision,
  { outcome, sentence }: ExplainedDecision,
): DecisionLine {
  const { key, kind, title, question } = decision;
  return {
    key,
    kind,
    pack: pack.id,
    title,
    question: question ?? null,
    outcome,
    outcomeWords: outcomeWords(decision, outcome),
    sentence,
    verified: isVerified(decision.marks) && decision.parts.every(({ marks }) => isVerified(marks)),
  };
}

function isVerified({ verified, sample }: Marks): boolean {
  return verified === true && sample !== true;
}
