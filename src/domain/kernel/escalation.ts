// Who is told that something is late: the level above once the day is past, and one more for each time the
// period given has passed again.
import { type AreaCode, type AreaLevel, levelOf } from './area-code.ts';
import { daysBetween, type PlainDate } from './plain-date.ts';

export const lateness = ['overdue', 'soon', 'onTime', 'noClock'] as const;
export type Lateness = (typeof lateness)[number];

export interface Standing {
  readonly colour: Lateness;
  readonly lateDays: number;
  /** The level that is told; nobody while it is in time. */
  readonly told: AreaLevel | null;
}

export const noClock: Standing = { colour: 'noClock', lateDays: 0, told: null };

const soonDays = 2;
const ladder: readonly AreaLevel[] = ['village', 'township', 'county', 'city', 'province'];

export function standingOf(
  area: AreaCode,
  { since, due }: { readonly since: PlainDate | null; readonly due: PlainDate },
  today: PlainDate,
): Standing {
  const lateDays = daysBetween(due, today);
  if (lateDays <= 0) {
    const soon = daysBetween(today, due) <= soonDays;
    return { colour: soon ? 'soon' : 'onTime', lateDays: 0, told: null };
  }
  const given = Math.max(1, since === null ? 1 : daysBetween(since, due));
  const own = ladder.indexOf(levelOf(area));
  const steps = 1 + Math.floor((lateDays - 1) / given);
  const told = ladder[Math.min(ladder.length - 1, Math.max(0, own) + steps)] ?? null;
  return { colour: 'overdue', lateDays, told };
}
