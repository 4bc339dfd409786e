// The address of the auditor's questions: which rule is open.
import { type FindingRule, findingRules } from '#domain/funds/finding.ts';

export function readFindingSearch(search: Record<string, unknown>): {
  readonly rule?: FindingRule;
} {
  return { rule: findingRules.find((one) => one === search.rule) };
}
