// The way of one household from survey to announced exit, as dated steps: a step that was taken shows
// the day it became true, from the form where it has a field for it, else from the event that says so.
// A household that was registered at a later stage keeps its earlier days unknown.

import { type PlainDate, parsePlainDate } from '#domain/kernel/plain-date.ts';
import { type EventValue, type RegistryEvent, shownValue } from './event.ts';
import { type Stage, stages, stagesUpTo } from './stage.ts';

export interface StageStep {
  readonly stage: Stage;
  readonly done: boolean;
  readonly on: PlainDate | null;
  readonly event: string | null;
}

/** Fields of the form that hold the day of a step. */
const dayField: Readonly<Partial<Record<Stage, string>>> = {
  SURVEYED: 'surveyedOn',
  LISTED: 'listedOn',
  EXIT_ANNOUNCED: 'exitedOn',
};

export function stageSteps(
  stage: Stage,
  values: Readonly<Partial<Record<string, EventValue>>>,
  events: readonly RegistryEvent[],
): readonly StageStep[] {
  const passed = stagesUpTo(stage);
  return stages.map((step) => {
    const done = passed.includes(step);
    const event = done ? eventOf(step, events) : undefined;
    const typed = shownValue(values[dayField[step] ?? '']);
    const day = typeof typed === 'string' ? parsePlainDate(typed) : undefined;
    return {
      stage: step,
      done,
      on: done ? (day ?? event?.trueFrom ?? null) : null,
      event: event?.id ?? null,
    };
  });
}

/** The last time a household came to this stage: it may have been sent back before. */
function eventOf(stage: Stage, events: readonly RegistryEvent[]): RegistryEvent | undefined {
  return events.findLast((event) =>
    event.changes.some(
      (change) => 'field' in change && change.field === 'stage' && change.to === stage,
    ),
  );
}
