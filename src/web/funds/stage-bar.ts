// How far money has come, as a bar of one row: what it is drawn from differs by where the row stands. In the
// books of a county money begins when it arrives, so the bar is what was paid of what arrived, over what was
// granted. A place below gets its money by allocation, and may have some that arrived by itself (a gift): the
// two are never mixed in one bar, or more would be paid than there is.
import type { Books } from '#contract/funds.ts';

type Stages = Books['total'];

export interface StageBar {
  readonly whole: number;
  readonly paid: number;
  /** Drawn as a line below: granted in a county; in a place all it has had, with what is not allocated yet. */
  readonly line: number;
}

export function barOfCounty({ granted, arrived, paid }: Stages): StageBar {
  return { whole: arrived, paid, line: granted };
}

export function barOfPlace({ allocated, paid, left }: Stages): StageBar {
  return { whole: allocated, paid, line: paid + left };
}

/** What arrived in a place by itself and was not allocated yet; what is left is that and what is allocated, not paid. */
export function unallocatedOf({ allocated, paid, left }: Stages): number {
  return Math.max(0, left - (allocated - paid));
}
