import type { Pile } from '#contract/casework-pipeline.ts';

/** How many wait in a pile, whatever their clocks say. */
export function casesOf({ overdue, soon, onTime, noClock }: Pile): number {
  return overdue + soon + onTime + noClock;
}
