// When the steps of an invented case were taken: counted back from the day its open step began or its
// last one ended, on working days, notices hanging as long as they must.
import { isWorkday } from '#domain/casework/calendar.ts';
import { clockOf } from '#domain/casework/case-clock.ts';
import type { CaseRules, StepRule } from '#domain/casework/case-rules.ts';
import { type CaseState, leastLastDay, type Notice } from '#domain/casework/case-state.ts';
import { addDays, daysBetween, type PlainDate } from '#domain/kernel/plain-date.ts';
import type { Stop } from './case-path.ts';
import type { Random } from './random.ts';

/** How an open step stands to its clock; `escalated` is told two levels up. */
export type Lateness = 'onTime' | 'soon' | 'overdue' | 'escalated';

/** A day a step was open from, and the day it was left; null while it waits. */
export interface Stay {
  readonly since: PlainDate;
  readonly left: PlainDate | null;
}

const farthestDays = 110;

/** Working days on which a step can have begun to stand as it is to stand today, the latest first. */
export function daysOpen(
  rules: CaseRules,
  step: StepRule,
  wish: { readonly today: PlainDate; readonly lateness: Lateness; readonly posted: boolean },
): readonly PlainDate[] {
  const days: PlainDate[] = [];
  for (let back = 0; back <= farthestDays; back += 1) {
    const since = addDays(wish.today, -back);
    if (!isWorkday(since, rules.calendar)) continue;
    const notice = wish.posted ? hung(rules, step, since) : null;
    if (latenessOf(rules, { step, since, notice }, wish.today) === wish.lateness) days.push(since);
  }
  return days;
}

export function hung({ calendar }: CaseRules, step: StepRule, firstDay: PlainDate): Notice {
  return { place: '', by: '', firstDay, lastDay: leastLastDay(step, firstDay, calendar) };
}

function latenessOf(
  rules: CaseRules,
  open: Pick<CaseState, 'step' | 'since' | 'notice'>,
  today: PlainDate,
): Lateness {
  const state: CaseState = {
    position: 1,
    end: null,
    passed: [],
    objections: [],
    signatures: [],
    ...open,
  };
  const { colour, lateDays, dueOn } = clockOf(rules, state, today);
  if (colour !== 'overdue' || dueOn === null) return colour === 'soon' ? 'soon' : 'onTime';
  return lateDays > Math.max(1, daysBetween(open.since, dueOn)) ? 'escalated' : 'overdue';
}

/** Stays of every stop, counted back from the last day of the way. */
export function staysOf(
  rules: CaseRules,
  stops: readonly Stop[],
  { last, random }: { readonly last: PlainDate; readonly random: Random },
): readonly Stay[] {
  const stays: Stay[] = [];
  let until = last;
  for (const { step, outcome, upheld } of [...stops].reverse()) {
    if (outcome === null) {
      stays.unshift({ since: until, left: null });
      continue;
    }
    const least = step.kind === 'notice' && !upheld ? calendarDays(step) + 1 : 1;
    const since = workdayBefore(rules, until, least + random.between(0, 4));
    stays.unshift({ since, left: until });
    until = since;
  }
  return stays;
}

/** The first steps were left on the days that are known; nothing after them came before. */
export function anchored(stays: readonly Stay[], lefts: readonly PlainDate[]): readonly Stay[] {
  const known = lefts.slice(0, Math.max(0, stays.length - 1));
  const last = known.at(-1);
  if (last === undefined) return stays;
  const notBefore = (day: PlainDate) => (day < last ? last : day);
  return stays.map(({ since, left }, index) => {
    const before = known[index - 1];
    const on = known[index];
    if (on === undefined) {
      return { since: before ?? notBefore(since), left: left === null ? null : notBefore(left) };
    }
    return { since: before ?? (since < on ? since : on), left: on };
  });
}

export function workdayBefore(rules: CaseRules, day: PlainDate, days: number): PlainDate {
  let at = addDays(day, -days);
  while (!isWorkday(at, rules.calendar)) at = addDays(at, -1);
  return at;
}

/** As many calendar days as hold its working days whatever the season: a week of holidays among them. */
function calendarDays({ days, inWorkdays = false }: Stop['step']): number {
  const count = days ?? 1;
  return inWorkdays ? Math.ceil(count * 1.4) + 9 : count;
}
