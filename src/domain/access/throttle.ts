// How long sign-in is refused after failures. Counts by what was typed, not by what exists, so that a
// lock tells nobody whether there is such an account. Numbers come from sign-in-limits.ts.

import type { FailureLimit } from './sign-in-limits.ts';

/** Seconds for which sign-in stays refused; 0 when it is open. Instants are ISO 8601. */
export function secondsRefused(
  failures: readonly string[],
  now: string,
  limits: readonly FailureLimit[],
): number {
  const times = failures.map((at) => Date.parse(at)).sort((left, right) => right - left);
  const ends = limits.map((limit) => endOf(times, limit));
  const left = Math.max(...ends, 0) - Date.parse(now);
  return left > 0 ? Math.ceil(left / 1000) : 0;
}

/** Latest end of a wait that this limit imposes: the newest run of enough failures close together. */
function endOf(times: readonly number[], limit: FailureLimit): number {
  for (let newest = 0; newest + limit.failures <= times.length; newest += 1) {
    const last = times[newest] ?? 0;
    const first = times[newest + limit.failures - 1] ?? 0;
    if (last - first <= limit.withinSeconds * 1000) return last + limit.waitSeconds * 1000;
  }
  return 0;
}
