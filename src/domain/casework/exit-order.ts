// The order in which exits of villages and counties are read: who waits too long leads, who is done comes last.
import type { PlainDate } from '#domain/kernel/plain-date.ts';

export interface ExitStanding {
  /** In percent; null where it cannot be computed. */
  readonly incidence: number | null;
  readonly case: {
    readonly isOpen: boolean;
    readonly isLate: boolean;
    /** Since when it waits, or when it ended. */
    readonly on: PlainDate;
  } | null;
}

/**
 * Late ones, then those under way, both by how long they wait; then those not begun, the highest incidence first
 * and those without one after them; ended ones last, the latest of them first.
 */
export function compareExits(one: ExitStanding, other: ExitStanding): number {
  const rank = rankOf(one);
  if (rank !== rankOf(other)) return rank - rankOf(other);
  const days = (one.case?.on ?? '').localeCompare(other.case?.on ?? '');
  if (rank === ended) return -days;
  return rank === notBegun ? (other.incidence ?? -1) - (one.incidence ?? -1) : days;
}

const notBegun = 2;
const ended = 3;

function rankOf({ case: last }: ExitStanding): number {
  if (last === null) return notBegun;
  if (!last.isOpen) return ended;
  return last.isLate ? 0 : 1;
}
