// What one event makes of a household's rows. A value stands unless something later is known of the same
// field; then the event enters history only and the row keeps what it has.
import { type AreaCode, areaCode } from '#domain/kernel/area-code.ts';
import {
  type EventValue,
  isStatement,
  type RegistryEvent,
  type Statement,
} from '#domain/registry/event.ts';
import { type FoldedHousehold, foldEvents } from '#domain/registry/fold-events.ts';
import { householdFields } from '#domain/registry/form.ts';
import { type Columns, columnsOfEvent } from './form-row.ts';
import type { Row } from './household-write.store.ts';

export type Values = Record<string, EventValue>;

export interface Member {
  readonly id: string;
  readonly position: number;
  readonly values: Values;
}

export interface HouseholdState {
  readonly county: number;
  readonly id: string;
  readonly version: number;
  readonly area: AreaCode;
  readonly row: Row;
  readonly values: Values;
  readonly members: readonly Member[];
  readonly events: readonly RegistryEvent[];
}

export interface Projection {
  readonly area: AreaCode;
  readonly columns: Columns;
  readonly members: readonly Member[];
  readonly newMembers: ReadonlySet<string>;
  readonly changedMembers: ReadonlyMap<string, Values>;
  readonly membersChanged: boolean;
  readonly applied: readonly string[];
  readonly historical: readonly string[];
  /** Persons whose identity number or presence changed. */
  readonly identities: readonly string[];
}

/** What the rows become: a value stands unless something later is known of the same field. */
export function project(state: HouseholdState, event: RegistryEvent): Projection {
  const folded = foldEvents([...state.events, event]);
  const own: Values = {};
  const persons = new Map<string, Values>();
  const joined = new Set<string>();
  const historical: string[] = [];
  const taken = takenBack(state, event, folded);
  for (const change of taken) {
    if (change.person === undefined) own[change.field] = change.to;
    else persons.set(change.person, { ...persons.get(change.person), [change.field]: change.to });
  }
  for (const change of event.changes) {
    if (!isStatement(change)) continue;
    if ('entered' in change && change.person !== undefined && !isMember(state, change.person)) {
      joined.add(change.person);
    }
    for (const [field, value] of valuesIn(change)) {
      const held =
        change.person === undefined
          ? folded.household.get(field)
          : folded.persons.get(change.person)?.get(field);
      if (held !== undefined && held.event !== event.id)
        historical.push(named(change.person, field));
      else if (change.person === undefined) own[field] = value;
      else persons.set(change.person, { ...persons.get(change.person), [field]: value });
    }
  }
  const lastPosition = Math.max(0, ...state.members.map((member) => member.position));
  const members = [
    ...state.members.map((member) => ({
      ...member,
      values: { ...member.values, ...persons.get(member.id) },
    })),
    ...[...joined].map((id, index) => ({
      id,
      position: lastPosition + index + 1,
      values: persons.get(id) ?? {},
    })),
  ];
  const { areaCode: moved, ...rest } = own;
  return {
    area: typeof moved === 'string' ? areaCode(moved) : state.area,
    columns: columnsOfEvent(householdFields, typeof moved === 'string' ? own : rest),
    members,
    newMembers: joined,
    changedMembers: persons,
    membersChanged: persons.size > 0,
    applied: [
      ...Object.keys(own),
      ...[...persons].flatMap(([id, values]) =>
        Object.keys(values).map((field) => named(id, field)),
      ),
    ],
    historical,
    identities: [...persons]
      .filter(([, values]) => ['identity', 'leftOn', 'joinedOn'].some((field) => field in values))
      .map(([id]) => id),
  };
}

function valuesIn(change: Statement): readonly [string, EventValue][] {
  return 'entered' in change ? Object.entries(change.entered) : [[change.field, change.to]];
}

/**
 * What an event that undoes another puts back: the value before it, or what was recorded of the same field
 * since. Persons who came with the undone event are somebody else's to move.
 */
function takenBack(state: HouseholdState, event: RegistryEvent, folded: FoldedHousehold) {
  const standing = foldEvents(state.events);
  const undone = event.changes.flatMap((change) =>
    'undoes' in change ? state.events.filter(({ id }) => id === change.undoes) : [],
  );
  return undone.flatMap(({ id, version, changes }) =>
    changes.flatMap((change) => {
      if (!('field' in change)) return [];
      const { person, field, from } = change;
      const of = ({ household, persons }: FoldedHousehold) =>
        (person === undefined ? household : persons.get(person))?.get(field);
      if (of(standing)?.event !== id) return [];
      const held = of(folded);
      const since = state.events.find((one) => one.id === held?.event)?.version ?? 0;
      const to = held !== undefined && since > version ? held.value : from;
      return [{ person, field, to }];
    }),
  );
}

function isMember(state: HouseholdState, person: string): boolean {
  return state.members.some((member) => member.id === person);
}

function named(person: string | undefined, field: string): string {
  return person === undefined ? field : `${person}.${field}`;
}
