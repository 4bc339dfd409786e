// Targets of loans: one assigned from above and one a place sets itself are two, each in yuan or in households,
// and a rate of completion is told with its base or not at all.
export const targetKinds = ['assigned', 'own'] as const;
export type TargetKind = (typeof targetKinds)[number];

export const targetMeasures = ['amount', 'households'] as const;
export type TargetMeasure = (typeof targetMeasures)[number];

export interface LentInYear {
  /** Whole fen, and distinct households. */
  readonly amount: number;
  readonly households: number;
}

/** What was done of a target, as a share of it: more than one where it was passed. */
export function completionOf(
  { measure, value }: { readonly measure: TargetMeasure; readonly value: number },
  lent: LentInYear,
): { readonly done: number; readonly rate: number } {
  const done = lent[measure];
  return { done, rate: done / value };
}
