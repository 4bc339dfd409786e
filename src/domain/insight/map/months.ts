// What stood where when each month ended, from what came and left: a sum carried on from month to month,
// so that nothing is counted twice and a month without a change repeats the one before.
import { stages } from '#domain/registry/stage.ts';

export interface MovedInMonth {
  readonly area: string;
  /** First day of the month. */
  readonly month: string;
  readonly stage: string;
  readonly came: number;
  readonly left: number;
}

export interface MonthStanding {
  /** YYYY-MM. */
  readonly month: string;
  /** By part, then by stage. */
  readonly standing: number[][];
}

/** Months shown: the last two years. */
const most = 24;

export function monthsOf(
  moved: readonly MovedInMonth[],
  { parts, today }: { readonly parts: readonly string[]; readonly today: string },
): MonthStanding[] {
  const first = moved.map(({ month }) => month.slice(0, 7)).sort()[0];
  if (first === undefined) return [];
  const last = today.slice(0, 7);
  const standing = parts.map(() => stages.map(() => 0));
  const shown: MonthStanding[] = [];
  for (let month = first; month <= last; month = nextMonth(month)) {
    for (const line of moved) {
      if (line.month.slice(0, 7) !== month) continue;
      const part = standing[parts.indexOf(line.area)];
      const stage = (stages as readonly string[]).indexOf(line.stage);
      if (part === undefined || stage < 0) continue;
      part[stage] = (part[stage] ?? 0) + line.came - line.left;
    }
    shown.push({ month, standing: standing.map((part) => [...part]) });
  }
  return shown.slice(-most);
}

function nextMonth(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
