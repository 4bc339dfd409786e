// What the queue keeps of a case: its open step, the last day of it and whose turn it is.
import { dueOf } from '#domain/casework/case-clock.ts';
import type { CaseRules } from '#domain/casework/case-rules.ts';
import { type CaseState, classOf } from '#domain/casework/case-state.ts';
import { type Colleague, waitsFor } from '#domain/casework/take-over.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { Projection } from './case.store.ts';

export function projectionOf(
  rules: CaseRules,
  state: CaseState,
  today: PlainDate,
  people: readonly Colleague[] = [],
): Projection {
  return {
    position: state.position,
    step: state.step?.id ?? null,
    step_since: state.since,
    due_on: dueOf(rules, state),
    waits_for: waitsFor(state, people),
    end_id: state.end,
    ended_on: state.end === null ? null : today,
    help_class: classOf(rules, state),
  };
}
