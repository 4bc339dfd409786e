// A write that was based on an older version: fields nobody else touched merge, the same value typed
// twice is one value, and the same field with two values is a question for a person, with both sides.
// Nothing is decided by the clock of a device. Design section 4a, events and sync.

import { type EventValue, type FieldChange, type RegistryEvent, sameValue } from './event.ts';

export interface ProposedChange extends Omit<FieldChange, 'from'> {
  /** What the writer saw; unchecked when absent. */
  readonly from?: EventValue;
}

export interface FieldConflict {
  readonly field: string;
  readonly base: EventValue;
  readonly mine: EventValue;
  readonly theirs: EventValue;
  /** The event that wrote theirs; undefined when the writer saw what never was. */
  readonly event: RegistryEvent | undefined;
}

export interface Merge {
  /** What remains to be written, with `from` as it stands now. */
  readonly changes: readonly FieldChange[];
  /** Fields that stand as proposed already. */
  readonly same: readonly string[];
  readonly conflicts: readonly FieldConflict[];
}

export interface MergeInput {
  /** Current value of a field. */
  readonly current: (field: string) => EventValue;
  /** Events of the household recorded after the base version. */
  readonly since: readonly RegistryEvent[];
  /** Whose fields; undefined for the household's own. */
  readonly person: string | undefined;
  readonly proposed: readonly ProposedChange[];
}

export function mergeChanges({ current, since, person, proposed }: MergeInput): Merge {
  const changes: FieldChange[] = [];
  const same: string[] = [];
  const conflicts: FieldConflict[] = [];
  for (const change of proposed) {
    const now = current(change.field);
    if (sameValue(now, change.to)) {
      same.push(change.field);
      continue;
    }
    const touches = touching(since, person, change.field);
    const first = touches[0];
    const last = touches.at(-1);
    const sawOtherwise = change.from !== undefined && !sameValue(change.from, now);
    if (last !== undefined || sawOtherwise) {
      const base = first?.from ?? change.from ?? null;
      conflicts.push({
        field: change.field,
        base,
        mine: change.to,
        theirs: now,
        event: last?.event,
      });
    } else {
      changes.push({ ...change, from: now });
    }
  }
  return { changes, same, conflicts };
}

function touching(
  since: readonly RegistryEvent[],
  person: string | undefined,
  field: string,
): readonly { readonly event: RegistryEvent; readonly from: EventValue }[] {
  return since.flatMap((event) =>
    event.changes.flatMap((change) => {
      if (!('field' in change) || change.field !== field || change.person !== person) return [];
      return [{ event, from: change.from }];
    }),
  );
}
