// The verdict of a second team on a household, and how the demonstration invents one. The rates below
// are made up, are shown beside every figure that rests on them, and say nothing about any place.

/** Chances that the second team disagrees, by how far the score is from the line. */
export const inventedDisagreement = {
  /** Points from the line that count as near. */
  near: 5,
  listedNear: 0.15,
  listed: 0.02,
  unlistedNear: 0.25,
  unlisted: 0.01,
} as const;

/** Households the demonstration has re-checked. */
export const inventedSample = 1200;

export interface Scored {
  /** Null where nothing can be told. */
  readonly distance: number | null;
  readonly listed: boolean;
}

/** Whether the second team finds the household poor; `chance` is uniform in [0, 1). */
export function inventedVerdict({ distance, listed }: Scored, chance: number): boolean {
  const rates = inventedDisagreement;
  const isNear = distance !== null && Math.abs(distance) <= rates.near;
  if (listed) return chance >= (isNear ? rates.listedNear : rates.listed);
  return chance < (isNear ? rates.unlistedNear : rates.unlisted);
}
