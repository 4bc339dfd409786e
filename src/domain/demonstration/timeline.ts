// When what happened to an invented household: surveyed in the autumn before, listed in January, its
// measure planned in March, and as many steps of exit as its stage has, none later than the
// demonstration's today. Each step is an event with an author who may take it, recorded in office hours.

import type { Id } from '#domain/kernel/id.ts';
import {
  addDays,
  dayNumberOf,
  daysBetween,
  type PlainDate,
  plainDate,
  yearOf,
} from '#domain/kernel/plain-date.ts';
import type { FieldChange } from '#domain/registry/event.ts';
import type { LaterEvent } from '#domain/registry/household.ts';
import { type Stage, stages } from '#domain/registry/stage.ts';
import type { Staff } from './place.ts';
import type { Random } from './random.ts';

export interface Dates {
  readonly surveyed: PlainDate;
  /** Null while the household has not come so far. */
  readonly listed: PlainDate | null;
  readonly planned: PlainDate | null;
  readonly applied: PlainDate | null;
  readonly verified: PlainDate | null;
  readonly met: PlainDate | null;
  readonly announced: PlainDate | null;
}

/** First days of what was done, in the demonstration's year and the autumn before it. */
const began = {
  survey: (today: PlainDate) => plainDate(`${yearOf(today) - 1}-10-20`),
  listing: (today: PlainDate) => plainDate(`${yearOf(today)}-01-12`),
  planning: (today: PlainDate) => plainDate(`${yearOf(today)}-03-01`),
  applying: (today: PlainDate) => plainDate(`${yearOf(today)}-05-10`),
} as const;

/**
 * Days from application to verification, to the standard met, to the announcement: least and most. Before the last
 * a notice hangs in the village and another in the township.
 */
const pauses = [
  [4, 30],
  [2, 14],
  [21, 30],
] as const;

export function inventDates(stage: Stage, today: PlainDate, random: Random): Dates {
  const passed = stages.indexOf(stage);
  const surveyed = addDays(began.survey(today), random.between(0, 45));
  const applied = passed < 2 ? null : applicationOf(passed, today, random);
  const verified = passed < 3 ? null : following(applied, 0, { passed, today, random });
  const met = passed < 4 ? null : following(verified, 1, { passed, today, random });
  return {
    surveyed,
    listed: passed < 1 ? null : addDays(began.listing(today), random.between(0, 9)),
    planned: passed < 1 ? null : addDays(began.planning(today), random.between(0, 20)),
    applied,
    verified,
    met,
    announced: passed < 5 ? null : following(met, 2, { passed, today, random }),
  };
}

/** Days the steps from one on take at the least, as far as the household has come. */
function daysLeast(fromStep: number, passed: number): number {
  return pauses
    .slice(fromStep, Math.max(fromStep, passed - 2))
    .reduce((sum, [least]) => sum + least, 0);
}

function applicationOf(passed: number, today: PlainDate, random: Random): PlainDate {
  const latest = addDays(today, -daysLeast(0, passed));
  const first = began.applying(today);
  return addDays(first, random.between(0, daysBetween(first, latest)));
}

/** The next step of exit, early enough that those after it still come before today. */
function following(
  before: PlainDate | null,
  step: 0 | 1 | 2,
  { passed, today, random }: { passed: number; today: PlainDate; random: Random },
): PlainDate | null {
  if (before === null) return null;
  const [least, most] = pauses[step];
  const latest = addDays(today, -daysLeast(step + 1, passed));
  const room = Math.max(0, daysBetween(addDays(before, least), latest));
  return addDays(before, least + Math.min(room, random.between(0, most - least)));
}

/** An instant of a working day, up to some days later, in UTC; never after today's offices close. */
export function recordedAt(
  day: PlainDate,
  { random, today, daysLate }: { random: Random; today: PlainDate; daysLate: number },
): string {
  const late = Math.min(random.between(0, daysLate), daysBetween(day, today));
  const minutes = random.between(60, 9 * 60);
  const clock = `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}:${pad(random.below(60))}`;
  return `${addDays(day, Math.max(0, late))}T${clock}Z`;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

/** An instant as `recordedAt` writes it, in milliseconds since 1970. */
export function millisecondsOf(instant: string): number {
  const day = dayNumberOf(plainDate(instant.slice(0, 10)));
  const hours = Number(instant.slice(11, 13));
  const minutes = Number(instant.slice(14, 16));
  return day * 86_400_000 + (hours * 60 + minutes) * 60_000 + Number(instant.slice(17, 19)) * 1000;
}

export interface StepWish {
  readonly dates: Dates;
  readonly stage: Stage;
  readonly staff: Staff;
  readonly today: PlainDate;
  /** What each step settles beside the stage. */
  readonly listing: readonly FieldChange[];
  readonly planning: readonly FieldChange[];
  readonly verifying: readonly FieldChange[];
  readonly exit: readonly FieldChange[];
  readonly newId: (milliseconds: number) => Id;
}

interface Step {
  readonly day: PlainDate | null;
  readonly kind: LaterEvent['kind'];
  readonly changes: readonly FieldChange[];
  readonly author: string;
  readonly source: string;
}

/** The steps after the survey, in order. */
export function inventSteps(wish: StepWish, random: Random): readonly LaterEvent[] {
  const events: LaterEvent[] = [];
  let last = '';
  for (const { day, kind, changes, author, source } of stepsOf(wish)) {
    if (day === null) break;
    if (changes.length === 0) continue;
    const drawn = recordedAt(day, { random, today: wish.today, daysLate: 2 });
    // Versions follow the order of recording, so no step may be recorded before the one it follows.
    last = drawn > last ? drawn : last;
    events.push({
      id: wish.newId(millisecondsOf(last)),
      kind,
      trueFrom: day,
      recordedAt: last,
      author: null,
      authorName: author,
      source,
      changes,
    });
  }
  return events;
}

function stepsOf({ dates, staff, ...wish }: StepWish): readonly Step[] {
  const { officer, secretary, reviewer, surveyors } = staff;
  const kind = 'household.stage';
  return [
    {
      day: dates.listed,
      kind,
      changes: [to('LISTED'), ...wish.listing],
      author: officer,
      source: 'countyReview',
    },
    {
      day: dates.planned,
      kind: 'household.changed',
      changes: wish.planning,
      author: secretary,
      source: 'plan',
    },
    {
      day: dates.applied,
      kind,
      changes: [to('EXIT_APPLIED')],
      author: secretary,
      source: 'application',
    },
    {
      day: dates.verified,
      kind,
      changes: [to('EXIT_VERIFIED'), ...wish.verifying],
      author: surveyors[1],
      source: 'visit',
    },
    {
      day: dates.met,
      kind,
      changes: [to('EXIT_STANDARD')],
      author: reviewer,
      source: 'townshipReview',
    },
    {
      day: dates.announced,
      kind,
      changes: [to('EXIT_ANNOUNCED'), ...wish.exit],
      author: officer,
      source: 'countyReview',
    },
  ];
}

function to(stage: Stage): FieldChange {
  return { field: 'stage', from: stages[stages.indexOf(stage) - 1] ?? null, to: stage };
}
