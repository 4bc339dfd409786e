// Lot quality assurance sampling: accept a lot when at most `d` of `n` are faulty. Two limits and two
// risks: a lot at the upper limit may pass with at most `beta`, a lot at the lower limit may fail with at
// most `alpha` (Dodge and Romig 1929; Lwanga and Lemeshow 1991, WHO, Sample size determination in health
// studies, section on LQAS; Valadez 1991). A sample that cannot keep the first risk proves nothing,
// whatever it finds: it says so.
import { binomialAtMost, hypergeometricAtMost } from './distributions.ts';

export interface LotQuestion {
  /** The share of faults that must not be accepted, such as 0.02. */
  readonly limit: number;
  /** Certainty with which a lot at the limit is turned away. */
  readonly confidence: number;
  /** Units of the lot; endless when absent. */
  readonly population?: number | undefined;
}

/** Probability that a lot with this share of faults passes. */
export function acceptance(
  share: number,
  { draws, faults, population }: { draws: number; faults: number; population?: number | undefined },
): number {
  if (population === undefined) return binomialAtMost(faults, draws, share);
  // The fewest faults that make the share, so that the promise holds for a lot of whole units.
  const successes = Math.ceil(share * population - 1e-9);
  return hypergeometricAtMost(faults, { population, successes, draws });
}

/**
 * The most faults a sample of this size may show and still prove the lot under the limit; null when
 * even a sample without a fault does not prove it.
 */
export function decisionValue(draws: number, question: LotQuestion): number | null {
  const { limit, confidence, population } = question;
  const risk = (faults: number) => acceptance(limit, { draws, faults, population });
  if (risk(0) > 1 - confidence + 1e-12) return null;
  let faults = 0;
  while (faults < draws && risk(faults + 1) <= 1 - confidence + 1e-12) faults += 1;
  return faults;
}

/** The smallest sample that may show this many faults and still prove the lot under the limit. */
export function sampleSizeFor(faults: number, question: LotQuestion): number {
  const most = question.population ?? 10_000_000;
  let low = faults + 1;
  let high = low;
  const proves = (draws: number) => (decisionValue(draws, question) ?? -1) >= faults;
  while (high < most && !proves(high)) {
    low = high;
    high = Math.min(most, high * 2);
  }
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (proves(middle)) high = middle;
    else low = middle + 1;
  }
  return high;
}

export interface LotVerdict {
  readonly draws: number;
  readonly faults: number;
  readonly limit: number;
  readonly confidence: number;
  readonly decisionValue: number | null;
  /** `cannot-tell`: the sample is too small to prove it, whatever was found. */
  readonly verdict: 'proven' | 'not-proven' | 'cannot-tell';
  /** Draws that would do, if as many faults are found as may be (none, where it cannot tell). */
  readonly drawsNeeded: number;
}

export function judgeLot(draws: number, faults: number, question: LotQuestion): LotVerdict {
  const { limit, confidence } = question;
  const allowed = decisionValue(draws, question);
  const verdict = allowed === null ? 'cannot-tell' : faults <= allowed ? 'proven' : 'not-proven';
  const drawsNeeded = verdict === 'proven' ? draws : sampleSizeFor(faults, question);
  return { draws, faults, limit, confidence, decisionValue: allowed, verdict, drawsNeeded };
}

/** The two-sided rule: passes at or above `d` successes. Null where no rule keeps both risks. */
export function twoLimitRule(
  draws: number,
  { upper, lower, alpha, beta }: Readonly<Record<'upper' | 'lower' | 'alpha' | 'beta', number>>,
): { readonly decision: number; readonly alpha: number; readonly beta: number } | null {
  for (let decision = draws; decision >= 0; decision -= 1) {
    const failsAtUpper = binomialAtMost(decision - 1, draws, upper);
    if (failsAtUpper > alpha) continue;
    const passesAtLower = 1 - binomialAtMost(decision - 1, draws, lower);
    return passesAtLower > beta ? null : { decision, alpha: failsAtUpper, beta: passesAtLower };
  }
  return null;
}
