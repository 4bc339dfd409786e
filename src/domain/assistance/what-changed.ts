// What became of a household since its first plan, beside what the plan promised. Both sides are the
// register's: as it was on the eve of the plan, and as it is today; nothing is typed for it.
import type { FieldValue } from '#domain/registry/household.ts';

/** Fields of the form by which a change of living shows, whatever was promised: income, school, water, road, house. */
export const watchedFields = [
  'incomePerHead',
  'students',
  'migrantWorkers',
  'drinkingWater',
  'waterSafe',
  'roadSurface',
  'roadDistance',
  'electricity',
  'houseGrade',
  'inCooperative',
] as const;

export const changeStandings = ['kept', 'waiting', 'missed', 'changed', 'same', 'unknown'] as const;
/** Promised and there, not there yet, or not there in time; without a promise changed, as it was, or not known. */
export type ChangeStanding = (typeof changeStandings)[number];

export interface Promised {
  /** As the plan says it: a number, a code, or words. */
  readonly expected: string;
  readonly dueOn: string | null;
}

interface Changed {
  readonly before: FieldValue;
  readonly now: FieldValue;
  /** What is today in the unit a plan speaks of, which is yuan where the register counts fen. */
  readonly said: FieldValue;
  /** What is today in the words a reader sees, for a promise in words. */
  readonly nowWords: readonly string[];
  readonly promised: Promised | undefined;
  readonly today: string;
}

export function changeStanding({ before, now, promised, today, ...as }: Changed): ChangeStanding {
  if (promised !== undefined) {
    if (isReached(as.said, as.nowWords, promised.expected)) return 'kept';
    return promised.dueOn !== null && promised.dueOn < today ? 'missed' : 'waiting';
  }
  if (now === null) return 'unknown';
  return JSON.stringify(before) === JSON.stringify(now) ? 'same' : 'changed';
}

/** A number is reached from below; a code, a yes and a word where the register says the same. */
function isReached(now: FieldValue, words: readonly string[], expected: string): boolean {
  const wanted = expected.trim();
  if (now === null || wanted === '') return false;
  const number = Number(wanted.replaceAll(',', ''));
  if (typeof now === 'number' && !Number.isNaN(number)) return now >= number;
  const said = [String(now), ...(Array.isArray(now) ? now.map(String) : []), ...words];
  return said.some((one) => one.trim() === wanted);
}
