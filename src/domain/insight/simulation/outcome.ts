// What a sheet decides about a household. The same four outcomes come out of SQL for a whole province;
// a test proves the two equal on generated households.

import type { CompiledSheet } from '#domain/policy/pack/compile-sheet.ts';
import type { FastScore } from '#domain/policy/pack/score-sheet.ts';

/** In the order of the numbers SQL gives them. */
export const outcomes = ['listed', 'beyond', 'vetoed', 'undetermined'] as const;
export type Outcome = (typeof outcomes)[number];

type Line = Pick<CompiledSheet, 'cutOff'> & {
  readonly sheet: Pick<CompiledSheet['sheet'], 'direction'>;
};

export function outcomeOf({ cutOff, sheet }: Line, score: FastScore): Outcome {
  if (score.vetoes.length > 0) return 'vetoed';
  if (score.undetermined || score.total === null) return 'undetermined';
  if (cutOff === null) return 'beyond';
  const isWithin =
    sheet.direction === 'lowerIsPoorer' ? score.total <= cutOff : score.total >= cutOff;
  return isWithin ? 'listed' : 'beyond';
}

/** Within so many points of the line, on either side; who is vetoed or undetermined is not near it. */
export function isNear(
  outcome: Outcome,
  total: number | null,
  line: number | null,
  margin: number,
) {
  if (outcome === 'vetoed' || outcome === 'undetermined') return false;
  return total !== null && line !== null && Math.abs(total - line) <= margin;
}
