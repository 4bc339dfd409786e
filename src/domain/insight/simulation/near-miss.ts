// The single thing that would turn a household's outcome: one item with other points, or its only veto.
// That is what the next visit can check. Of several items the smallest change is named, of two alike
// the first of the sheet; where no single item is enough, nothing is named.

import { type Outcome, outcomeOf } from '#domain/insight/simulation/outcome.ts';
import type { CompiledSheet } from '#domain/policy/pack/compile-sheet.ts';
import type { Points } from '#domain/policy/pack/rule-schemas.ts';
import type { FastScore } from '#domain/policy/pack/score-sheet.ts';

export type Flip =
  | { readonly kind: 'item'; readonly id: string; readonly from: number; readonly to: number }
  | { readonly kind: 'veto'; readonly id: string };

export function flipOf(sheet: CompiledSheet, score: FastScore): Flip | undefined {
  const outcome = outcomeOf(sheet, score);
  if (outcome === 'vetoed') return onlyVeto(sheet, score);
  if (outcome === 'undetermined') return undefined;
  return nearestItem(sheet, score, outcome);
}

/** Rebutting one veto is enough only where it is the only one and the points are within the line. */
function onlyVeto(sheet: CompiledSheet, score: FastScore): Flip | undefined {
  const [position, ...more] = score.vetoes;
  const veto = position === undefined ? undefined : sheet.vetoes[position - 1];
  if (veto === undefined || more.length > 0 || score.total === null) return undefined;
  const without = { ...score, vetoes: [], undetermined: false };
  return outcomeOf(sheet, without) === 'listed' ? { kind: 'veto', id: veto.row.id } : undefined;
}

function nearestItem(sheet: CompiledSheet, score: FastScore, outcome: Outcome): Flip | undefined {
  const { total } = score;
  if (total === null) return undefined;
  let best: (Flip & { kind: 'item' }) | undefined;
  for (const [index, { row }] of sheet.items.entries()) {
    const from = score.items[index];
    if (from === undefined || from === null) continue;
    for (const to of pointsOf(row.points)) {
      const step = Math.abs(to - from);
      if (step === 0 || (best !== undefined && step >= Math.abs(best.to - best.from))) continue;
      const changed = { ...score, total: total - from + to };
      if (outcomeOf(sheet, changed) !== outcome) best = { kind: 'item', id: row.id, from, to };
    }
  }
  return best;
}

/** Points an item can give; none where it computes them. */
export function pointsOf(points: Points): readonly number[] {
  if ('rule' in points) return [];
  if ('by' in points) return [...points.bands.map((band) => band.points), points.above];
  return [...points.cases.map((one) => one.points), points.otherwise];
}
