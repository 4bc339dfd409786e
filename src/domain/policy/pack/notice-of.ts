// Where a decision is posted for people to object to, and for how many days: the notice that follows the
// step of a process at which it is made.

import { parseExpression } from '#domain/policy/expression-parse.ts';
import { namesIn } from '#domain/policy/expression-tree.ts';
import type { Decision } from '#domain/policy/pack/decision.ts';
import type { Process } from '#domain/policy/pack/practice-schemas.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';

export interface Notice {
  readonly process: Process;
  readonly step: Process['steps'][number];
  readonly days: number;
  /** Both the step and the number of days were verified. */
  readonly verified: boolean;
}

export function noticeOf(pack: ResolvedPack, decision: Decision): Notice | undefined {
  for (const { row: process } of pack.rows.processes) {
    if (process.subject !== 'household') continue;
    const at = process.steps.findIndex((step) => isDecidedAt(process, step, decision));
    if (at === -1) continue;
    const step = process.steps.slice(at).find(({ kind }) => kind === 'notice');
    const period = pack.scope.parameters.get(step?.within ?? '');
    if (step === undefined || typeof period?.value !== 'number') continue;
    const verified = step.verified && step.sample !== true && period.verified === true;
    return { process, step, days: period.value, verified };
  }
  return undefined;
}

function isDecidedAt(process: Process, step: Notice['step'], decision: Decision): boolean {
  switch (decision.kind) {
    case 'sheet':
      return decision.key === `sheet.${step.sheet ?? ''}`;
    case 'outcome':
      return decision.key.startsWith(`outcome.${process.id}.${step.id}.`);
    case 'set':
    case 'criterion': {
      const ids = new Set(decision.parts.map(({ id }) => id));
      return step.outcomes.some(({ when }) => namesOf(when).some((name) => ids.has(name)));
    }
    default:
      return false;
  }
}

function namesOf(rule: string | undefined): readonly string[] {
  const parsed = rule === undefined ? undefined : parseExpression(rule);
  return parsed?.ok === true ? namesIn(parsed.tree) : [];
}
