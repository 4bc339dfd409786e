// Since when a step waits, until when, and who above is told once it is late. A notice cannot be late
// while it hangs.
import type { AreaLevel } from '#domain/kernel/area-code.ts';
import { addDays, daysBetween, type PlainDate } from '#domain/kernel/plain-date.ts';
import { addWorkdays } from './calendar.ts';
import type { CaseRules, StepRule } from './case-rules.ts';
import type { CaseState } from './case-state.ts';
import { levelAbove, officeOf } from './who-acts.ts';

/** Days of a step in words, told apart from working days. */
export function termWords({ days, inWorkdays = false }: Pick<StepRule, 'days' | 'inWorkdays'>) {
  const count = days ?? 1;
  const [one, many] = inWorkdays ? ['working day', 'working days'] : ['day', 'days'];
  return {
    zh: inWorkdays ? `${count} 个工作日` : `${count} 天`,
    en: `${count} ${count === 1 ? one : many}`,
  };
}

export const clockColours = ['overdue', 'soon', 'onTime', 'noClock'] as const;
export type ClockColour = (typeof clockColours)[number];

/** Days before the last one from which a step counts as due soon. */
export const soonDays = 2;

export interface CaseClock {
  readonly since: PlainDate;
  /** The last day on which it is in time; null where the pack names no days. */
  readonly dueOn: PlainDate | null;
  readonly colour: ClockColour;
  /** Days beyond the last one; 0 in time. */
  readonly lateDays: number;
  /** The level that is told: the next one above, and the one above that once it takes twice as long. */
  readonly told: AreaLevel | null;
}

export function clockOf(rules: CaseRules, state: CaseState, today: PlainDate): CaseClock {
  const { since, step } = state;
  const dueOn = dueOf(rules, state);
  const colour = colourOn(dueOn, today);
  if (step === null || dueOn === null || colour !== 'overdue') {
    return { since, dueOn, colour, lateDays: 0, told: null };
  }
  const lateDays = daysBetween(dueOn, today);
  const levels = lateDays > Math.max(1, daysBetween(since, dueOn)) ? 2 : 1;
  return { since, dueOn, colour, lateDays, told: levelAbove(officeOf(step.actors), levels) };
}

export function colourOn(dueOn: PlainDate | null, today: PlainDate): ClockColour {
  if (dueOn === null) return 'noClock';
  if (today > dueOn) return 'overdue';
  return daysBetween(today, dueOn) <= soonDays ? 'soon' : 'onTime';
}

/** A step with days of its own counts them as its pack states them, every other one its working days. */
export function dueOf(rules: CaseRules, { step, since, notice }: CaseState): PlainDate | null {
  if (step === null) return null;
  const { workdays, calendar } = rules;
  if (step.kind !== 'notice' && step.days !== null) {
    return step.inWorkdays === true
      ? addWorkdays(since, step.days, calendar)
      : addDays(since, step.days);
  }
  const from = notice === null ? since : notice.lastDay;
  if (workdays !== null) return addWorkdays(from, workdays, calendar);
  return notice === null ? null : addDays(from, 1);
}
