// What reconciliation can say of a claim. Nothing else is ever said, and none of it is stored: it follows
// from the numbers and the declared definitions.

/** Worst first: what contradicts, what is doubtful, what cannot be told, what holds. */
export const verdicts = [
  'DISAGREE',
  'SUSPECT',
  'OVERLAP',
  'DIFFERENT_MEASURES',
  'UNDETERMINED',
  'AGREE_CONDITIONAL',
  'DESIGN_BOUND',
  'AGREE',
  'PLAUSIBLE',
  'DERIVED',
] as const;

export type Verdict = (typeof verdicts)[number];

export function worstOf(found: readonly Verdict[]): Verdict {
  return verdicts.find((verdict) => found.includes(verdict)) ?? 'UNDETERMINED';
}
