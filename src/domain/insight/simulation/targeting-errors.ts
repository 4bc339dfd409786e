// Targeting errors against households a second team re-checked. Two families with different
// denominators stand side by side, since reports mix them: inclusion (of those listed) and exclusion
// (of the poor), and what Chinese reports call the rate of omission (of those not listed). Intervals are
// Wilson's at 95 %, for a simple random sample. Domain notes, section 4.

/** Re-checked households by what the sheet says and what the second team found. */
export interface Rechecked {
  readonly listedPoor: number;
  readonly listedNotPoor: number;
  readonly unlistedPoor: number;
  readonly unlistedNotPoor: number;
}

export interface Rate {
  readonly hits: number;
  readonly of: number;
  /** Null where nothing was re-checked. */
  readonly share: number | null;
  readonly low: number;
  readonly high: number;
}

export interface TargetingErrors {
  /** Listed though not poor, of all listed: inclusion error, 错评率. */
  readonly inclusion: Rate;
  /** Poor though not listed, of all poor: exclusion error. */
  readonly exclusion: Rate;
  /** Poor though not listed, of all not listed: 漏评率. */
  readonly omission: Rate;
}

export function targetingErrors(found: Rechecked): TargetingErrors {
  const { listedPoor, listedNotPoor, unlistedPoor, unlistedNotPoor } = found;
  return {
    inclusion: rate(listedNotPoor, listedPoor + listedNotPoor),
    exclusion: rate(unlistedPoor, listedPoor + unlistedPoor),
    omission: rate(unlistedPoor, unlistedPoor + unlistedNotPoor),
  };
}

const z95 = 1.959963984540054;

/** Wilson's score interval: holds near 0 and for small samples, where the usual one leaves [0, 1]. */
export function rate(hits: number, of: number): Rate {
  if (of === 0) return { hits, of, share: null, low: 0, high: 1 };
  const share = hits / of;
  const square = z95 * z95;
  const centre = share + square / (2 * of);
  const spread = z95 * Math.sqrt((share * (1 - share)) / of + square / (4 * of * of));
  const scale = 1 + square / of;
  return {
    hits,
    of,
    share,
    low: hits === 0 ? 0 : Math.max(0, (centre - spread) / scale),
    high: hits === of ? 1 : Math.min(1, (centre + spread) / scale),
  };
}
