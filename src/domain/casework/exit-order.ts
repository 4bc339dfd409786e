// The order in which exits of villages and counties are read: who waits too long leads, who is done comes last.
import type { PlainDate } from '#domain/kernel/plain-date.ts';

export interface ExitStanding {
  /** In percent; null where it cannot be computed. */
  readonly incidence: number | null;
  readonly case: {
    readonly isOpen: boolean;
    readonly isLate: boolean;
    /** It ended with the exit, and not by staying or being withdrawn. */
    readonly hasLeft: boolean;
    /** Since when it waits, or when it ended. */
    readonly on: PlainDate;
  } | null;
}

/**
 * Late ones, then those under way, both by how long they wait; then those not begun or that stay, the highest
 * incidence first and those without one after them; who has left comes last, the latest of them first.
 */
export function compareExits(one: ExitStanding, other: ExitStanding): number {
  const rank = rankOf(one);
  if (rank !== rankOf(other)) return rank - rankOf(other);
  const days = (one.case?.on ?? '').localeCompare(other.case?.on ?? '');
  if (rank === left) return -days;
  return rank === stays ? (other.incidence ?? -1) - (one.incidence ?? -1) : days;
}

const stays = 2;
const left = 3;

function rankOf({ case: last }: ExitStanding): number {
  if (last === null) return stays;
  if (!last.isOpen) return last.hasLeft ? left : stays;
  return last.isLate ? 0 : 1;
}
