// One meeting over many households: the first meeting of the process by which a household is listed. Where
// nothing but the household's own application comes before it, the meeting may take up households that have
// no case yet; else only those that have come as far.
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { type CaseRules, canBeRun, caseRulesOf, findStep, type StepRule } from './case-rules.ts';

export interface Nomination {
  readonly rules: CaseRules;
  /** The meeting. */
  readonly step: StepRule;
  /** Applications before it, in their order. */
  readonly before: readonly StepRule[];
  /** It may take up a household without a case. */
  readonly opens: boolean;
}

export function nominationOf(
  pack: ResolvedPack,
  held: ReadonlySet<string> = new Set(),
): Nomination | undefined {
  for (const { row } of pack.rows.processes) {
    const rules = caseRulesOf(pack, row.id);
    if (rules?.subject !== 'household' || !canBeRun(rules, held)) continue;
    const end = rules.ends.find(({ id }) => id === rules.intendedEnd);
    const found = end?.stage === 'LISTED' ? firstMeeting(rules) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Along what each step proposes. */
function firstMeeting(rules: CaseRules): Nomination | undefined {
  const before: StepRule[] = [];
  const isStep = (id: string) => rules.steps.some((one) => one.id === id);
  for (let at: string | undefined = rules.start; at !== undefined && isStep(at); ) {
    const step = findStep(rules, at);
    if (step.kind === 'meeting') {
      return { rules, step, before, opens: before.every(({ kind }) => kind === 'application') };
    }
    if (before.includes(step)) return undefined;
    before.push(step);
    at = step.outcomes.find(({ isProposal }) => isProposal)?.to;
  }
  return undefined;
}
