// Changes to fields of a household or of one member, merged field by field with what others wrote since:
// disjoint fields go through, the same field with two values is refused with both sides, or kept as a
// conflict where the writer asks for that. Repeating an event of a device changes nothing.
import type { z } from 'zod';
import type { ChangedSince, Changes } from '#contract/registry-value.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { type EventValue, shownValue } from '#domain/registry/event.ts';
import {
  type FieldConflict,
  mergeChanges,
  type ProposedChange,
} from '#domain/registry/merge-changes.ts';
import { changedSince, noSuchPerson } from '#domain/registry/refusals.ts';
import type { Context } from '#server/http/context.ts';
import { openConflict } from './conflict-write.store.ts';
import { findHouseholdOfPerson } from './household-write.store.ts';
import type { HouseholdState } from './project-change.ts';
import { type FormOf, fieldOf, readValue } from './read-values.ts';
import { type Answer, openHousehold, recordEvent } from './write-household.ts';

type Body = z.output<typeof Changes>;

export async function changeHouseholdFields(
  context: Context,
  id: string,
  body: Body,
): Promise<Answer> {
  return changeFields(context, await openHousehold(context, id), undefined, body);
}

export async function changePersonFields(
  context: Context,
  id: string,
  body: Body,
): Promise<Answer> {
  const state = await openHouseholdOf(context, id);
  return changeFields(context, state, id, body);
}

/** The household a person belongs to, held for a change. */
export async function openHouseholdOf(context: Context, person: string): Promise<HouseholdState> {
  const key = { county: countyOfId(person), id: person };
  const household = await findHouseholdOfPerson(context.tx, key);
  return household === undefined ? refuse(noSuchPerson) : openHousehold(context, household);
}

async function changeFields(
  context: Context,
  state: HouseholdState,
  person: string | undefined,
  body: Body,
): Promise<Answer> {
  const before = state.events.find((event) => event.id === body.event);
  if (before !== undefined) return unchanged(state, before.id);
  const of: FormOf = person === undefined ? 'household' : 'person';
  const values = person === undefined ? state.values : memberValues(state, person);

  const merge = mergeChanges({
    current: (field) => values[field] ?? null,
    since: state.events.filter((event) => event.version > body.baseVersion),
    person,
    proposed: await readProposed(context, of, person, body.changes),
  });
  if (merge.conflicts.length > 0 && !body.keepBoth) {
    const disjoint = merge.changes.map((change) => change.field);
    refuseStale(state, of, { conflicts: merge.conflicts, disjoint });
  }

  const opened: string[] = [];
  for (const conflict of merge.conflicts) {
    opened.push(await keepBothSides(context, state, { person, conflict, body }));
  }
  if (merge.changes.length === 0) return { ...unchanged(state, null), conflicts: opened };
  const answer = await recordEvent(context, state, {
    kind: person === undefined ? 'household.changed' : 'person.changed',
    changes: merge.changes,
    testimony: body,
    baseVersion: body.baseVersion,
    ...(person === undefined ? {} : { person }),
    ...(body.event === undefined ? {} : { id: body.event }),
  });
  return { ...answer, conflicts: [...opened, ...answer.conflicts] };
}

async function readProposed(
  context: Context,
  of: FormOf,
  person: string | undefined,
  changes: Body['changes'],
): Promise<readonly ProposedChange[]> {
  const proposed: ProposedChange[] = [];
  for (const change of changes) {
    const sealed = fieldOf(of, change.field)?.type === 'sealed';
    proposed.push({
      field: change.field,
      to: await readValue(context, of, { field: change.field, value: change.to }),
      ...(person === undefined ? {} : { person }),
      // The writer saw a mask, which proves nothing; the version tells whether it changed.
      ...(change.from === undefined || sealed ? {} : { from: change.from }),
      ...(change.observedOn === undefined ? {} : { observedOn: plainDate(change.observedOn) }),
      ...(change.source === undefined ? {} : { source: change.source }),
    });
  }
  return proposed;
}

function memberValues(state: HouseholdState, person: string): Record<string, EventValue> {
  const member = state.members.find((one) => one.id === person);
  return member === undefined ? refuse(noSuchPerson) : member.values;
}

function refuseStale(
  state: HouseholdState,
  of: FormOf,
  stale: { readonly conflicts: readonly FieldConflict[]; readonly disjoint: readonly string[] },
): never {
  const details: z.input<typeof ChangedSince> = {
    version: state.version,
    disjoint: [...stale.disjoint],
    conflicts: stale.conflicts.map((conflict) => {
      const field = fieldOf(of, conflict.field);
      return {
        field: conflict.field,
        type: field?.type ?? 'text',
        list: field?.list ?? null,
        unit: field?.unit ?? null,
        base: mutable(conflict.base),
        mine: mutable(conflict.mine),
        theirs: mutable(conflict.theirs),
        theirsBy: conflict.event?.authorName ?? '',
        theirsAt: conflict.event?.recordedAt ?? '',
        theirsSource: conflict.event?.source ?? '',
      };
    }),
  };
  const fields = stale.conflicts.map((conflict) => conflict.field).join('、');
  return refuse(changedSince, { fields }, details);
}

function mutable(value: EventValue) {
  const shown = shownValue(value);
  return Array.isArray(shown) ? [...shown] : (shown as Exclude<typeof shown, readonly string[]>);
}

async function keepBothSides(
  context: Context,
  state: HouseholdState,
  { person, conflict, body }: { person: string | undefined; conflict: FieldConflict; body: Body },
): Promise<string> {
  const { event } = conflict;
  return openConflict(context, state, {
    kind: 'value',
    field: conflict.field,
    person: person ?? null,
    ownerRole: 'township',
    sides: [
      {
        value: conflict.theirs,
        source: event?.source ?? '',
        observedOn: event?.trueFrom ?? null,
        authorName: event?.authorName ?? '',
        recordedAt: event?.recordedAt ?? null,
        current: true,
      },
      {
        value: conflict.mine,
        source: body.source,
        observedOn: body.trueFrom,
        authorName: body.authorName ?? context.actor.displayName,
        recordedAt: context.now,
        current: false,
      },
    ],
  });
}

function unchanged(state: HouseholdState, event: string | null): Answer {
  return {
    household: state.id,
    version: state.version,
    event,
    applied: [],
    historical: [],
    conflicts: [],
  };
}
