// The share of records that do not keep a rule, for drawing and as people read it.
export interface Counted {
  readonly checked: number;
  readonly failing: number;
}

export function shareOf({ checked, failing }: Counted): number {
  return checked === 0 ? 0 : failing / checked;
}

/** One decimal; what is not nothing is never shown as nothing. Nothing checked is a dash. */
export function shownShare(counted: Counted): string {
  if (counted.checked === 0) return '—';
  const percent = shareOf(counted) * 100;
  return percent > 0 && percent < 0.1 ? '<0.1%' : `${percent.toFixed(1)}%`;
}
