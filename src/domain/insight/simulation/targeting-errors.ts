// Targeting errors against households a second team re-checked. Two families with different
// denominators stand side by side, since reports mix them: inclusion (of those listed) and exclusion
// (of the poor), and what Chinese reports call the rate of omission (of those not listed). Intervals are
// Wilson's at 95 %, for a simple random sample. Domain notes, section 4.

import { wilsonInterval } from '#domain/kernel/statistics/proportion-interval.ts';

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

/** Wilson's score interval; the whole of [0, 1] where nothing was re-checked. */
export function rate(hits: number, of: number): Rate {
  if (of === 0) return { hits, of, share: null, low: 0, high: 1 };
  const share = hits / of;
  return { hits, of, share, ...wilsonInterval(share, of) };
}
