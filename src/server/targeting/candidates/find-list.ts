// A list by its id, and the rule it was drawn by as SQL.
import { countyOfId } from '#domain/kernel/id.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { compileToSql, type SqlFragment } from '#domain/policy/expression-sql.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { noSuchCandidates } from '#domain/targeting/candidates/candidate-refusals.ts';
import type { CandidateRule } from '#domain/targeting/candidates/candidate-rule.ts';
import type { Context } from '#server/http/context.ts';
import { householdColumns } from '#server/targeting/household-column.ts';
import { type CandidateListRecord, findList, firstRuleParameter } from './candidate.store.ts';

export async function listOf(
  { tx }: Context,
  id: string,
  lock: 'shown' | 'locked',
): Promise<CandidateListRecord> {
  const key = { county: countyOfId(id), id };
  return (await findList(tx, key, lock)) ?? refuse(noSuchCandidates);
}

export function ruleSql(pack: ResolvedPack, { decision }: CandidateRule): SqlFragment {
  const part = decision.parts[0];
  if (part === undefined) throw new Error(`${decision.key} has no rule`);
  return compileToSql(part.rule, householdColumns(pack), firstRuleParameter);
}
