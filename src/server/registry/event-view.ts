// An event as the timeline shows it: fields with their type and list, so that codes can be put in
// words, and sealed values as their masks.
import type { EventView } from '#contract/registry-history.ts';
import {
  type EventChange,
  isStatement,
  type RegistryEvent,
  shownValue,
} from '#domain/registry/event.ts';
import { householdField, personField } from '#domain/registry/form.ts';
import type { FieldValue } from '#domain/registry/household.ts';

export function eventView(event: RegistryEvent, names: ReadonlyMap<string, string>): EventView {
  const named = (id: string | null | undefined) =>
    id === null || id === undefined ? null : { id, name: names.get(id) ?? '' };
  const mark = event.changes.find((change) => 'income' in change);
  return {
    id: event.id,
    kind: event.kind,
    person: named(event.person),
    trueFrom: event.trueFrom,
    recordedAt: event.recordedAt,
    authorName: event.authorName,
    typistName: event.typistName,
    source: event.source,
    reason: event.reason,
    version: event.version,
    changes: event.changes.flatMap((change) => changeViews(change, named)),
    income: mark === undefined ? null : { ...mark.income },
  };
}

function changeViews(
  change: EventChange,
  named: (id: string | undefined) => EventView['person'],
): EventView['changes'] {
  if (!isStatement(change)) return [];
  const person = named(change.person);
  const view = (name: string) => {
    const field = change.person === undefined ? householdField(name) : personField(name);
    return {
      field: name,
      person,
      type: field?.type ?? ('text' as const),
      list: field?.list ?? null,
      unit: field?.unit ?? null,
    };
  };
  if ('entered' in change) {
    return Object.entries(change.entered).map(([name, value]) => ({
      ...view(name),
      from: null,
      to: asSent(shownValue(value)),
      observedOn: null,
      source: null,
    }));
  }
  return [
    {
      ...view(change.field),
      from: asSent(shownValue(change.from)),
      to: asSent(shownValue(change.to)),
      observedOn: change.observedOn ?? null,
      source: change.source ?? null,
    },
  ];
}

/** A list of codes is the reader's own. */
function asSent(value: FieldValue) {
  return typeof value === 'object' && value !== null ? [...value] : value;
}
