// What somebody is told inside the product: what turned orange or red among what waits for them, and what
// was told to their level because it is late below. One line for all cases of a step that turned on one day.
import type { AreaLevel } from '#domain/kernel/area-code.ts';
import { addDays, daysBetween, type PlainDate } from '#domain/kernel/plain-date.ts';
import { soonDays } from './case-clock.ts';
import { levelAbove, officeOf } from './who-acts.ts';

export const reminderKinds = ['told', 'late', 'soon', 'glass'] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** Open cases of one step that have the same days. */
export interface DueLine {
  readonly process: string;
  readonly step: string;
  readonly waitsFor: readonly string[];
  /** Offices that act at the step, by the rules; none where those are gone. */
  readonly actors: readonly string[];
  readonly since: PlainDate;
  readonly dueOn: PlainDate;
  readonly cases: number;
}

export interface Reminder {
  readonly key: string;
  readonly kind: ReminderKind;
  readonly process: string;
  readonly step: string;
  /** The day it turned. */
  readonly on: PlainDate;
  readonly cases: number;
}

export interface Reminded {
  /** What the reader answers to: offices, or else the role. */
  readonly words: readonly string[];
  /** The level the reader is told for; null for whoever stands outside the ladder. */
  readonly level: AreaLevel | null;
  readonly today: PlainDate;
}

/** Days a reminder stays; what is late longer stands in the queue. */
export const remindedDays = 14;

export function remindersOf(lines: readonly DueLine[], who: Reminded): readonly Reminder[] {
  const sums = new Map<string, Reminder>();
  for (const line of lines) {
    const turned = turnOf(line, who);
    if (turned === undefined || daysBetween(turned.on, who.today) > remindedDays) continue;
    const { process, step, cases } = line;
    const key = `${turned.kind}.${process}.${step}.${turned.on}`;
    const before = sums.get(key);
    sums.set(key, { key, ...turned, process, step, cases: cases + (before?.cases ?? 0) });
  }
  const order = (one: Reminder) => reminderKinds.indexOf(one.kind);
  return [...sums.values()].toSorted((one, other) =>
    one.on === other.on ? order(one) - order(other) : one.on < other.on ? 1 : -1,
  );
}

/** The latest turn of a line that concerns the reader. */
function turnOf(
  { waitsFor, actors, since, dueOn }: DueLine,
  { words, level, today }: Reminded,
): Pick<Reminder, 'kind' | 'on'> | undefined {
  if (waitsFor.some((word) => words.includes(word))) {
    if (today > dueOn) return { kind: 'late', on: addDays(dueOn, 1) };
    const orange = addDays(dueOn, -soonDays);
    return today >= orange ? { kind: 'soon', on: orange } : undefined;
  }
  if (level === null || today <= dueOn) return undefined;
  const office = officeOf(actors);
  const far = addDays(dueOn, Math.max(1, daysBetween(since, dueOn)) + 1);
  if (today >= far && levelAbove(office, 2) === level) return { kind: 'told', on: far };
  if (levelAbove(office, 1) === level) return { kind: 'told', on: addDays(dueOn, 1) };
  return undefined;
}
