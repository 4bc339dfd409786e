// By which rule of the pack a household is a candidate for exit: the condition under which the exit process
// finds that the standard is met. The list names who is planned; only the process itself lets anybody out.
import type { Decision } from '#domain/policy/pack/decision.ts';
import { decisionsOf } from '#domain/policy/pack/decision.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';

const exited = 'EXIT_ANNOUNCED';

export interface CandidateRule {
  readonly process: string;
  readonly decision: Decision;
}

/** Undefined where the pack has no exit of households, or none with a condition. */
export function candidateRuleOf(pack: ResolvedPack): CandidateRule | undefined {
  for (const { row } of pack.rows.processes) {
    const isExit = row.subject === 'household' && row.ends.some(({ stage }) => stage === exited);
    if (!isExit) continue;
    for (const step of row.steps) {
      const proposal = step.outcomes[0];
      if (proposal?.when === undefined || step.kind === 'signOff') continue;
      const key = `outcome.${row.id}.${step.id}.${proposal.id}`;
      const decision = decisionsOf(pack).find((one) => one.key === key);
      if (decision !== undefined) return { process: row.id, decision };
    }
  }
  return undefined;
}
