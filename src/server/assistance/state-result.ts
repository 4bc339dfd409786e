// What a delivery changed, as whoever delivered says it: an event of the register, unless the register
// knows otherwise from the same day or later; then both are kept and somebody decides.
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import { sameValue, shownValue } from '#domain/registry/event.ts';
import { foldEvents } from '#domain/registry/fold-events.ts';
import type { FieldValue } from '#domain/registry/household.ts';
import type { Context } from '#server/http/context.ts';
import { changeHouseholdFields } from '#server/registry/change-fields.ts';
import { openConflict } from '#server/registry/conflict-write.store.ts';
import { listEvents } from '#server/registry/event.store.ts';
import type { StoredHousehold } from '#server/registry/household.store.ts';
import { readValue } from '#server/registry/read-values.ts';

/** The conflicts that opened; none where the register took it. */
export async function stateResult(
  context: Context,
  household: StoredHousehold,
  result: {
    readonly field: string;
    readonly to: FieldValue;
    readonly on: PlainDate;
    readonly benefit: string;
  },
): Promise<readonly string[]> {
  const { field, on } = result;
  const to = await readValue(context, 'household', { field, value: result.to });
  const held = foldEvents(await listEvents(context.tx, household)).household.get(field);
  const source = `benefit:${result.benefit}`;
  if (held !== undefined && held.trueFrom >= on && !sameValue(held.value, to)) {
    const conflict = await openConflict(context, household, {
      kind: 'value',
      field,
      person: null,
      ownerRole: 'township',
      sides: [
        {
          value: held.value,
          source: held.source,
          observedOn: held.trueFrom,
          authorName: held.authorName,
          recordedAt: held.recordedAt,
          current: true,
        },
        {
          value: to,
          source,
          observedOn: on,
          authorName: context.actor.displayName,
          recordedAt: context.now,
          current: false,
        },
      ],
    });
    return [conflict];
  }
  const answer = await changeHouseholdFields(context, household.id, {
    baseVersion: household.version,
    changes: [{ field, to: mutable(shownValue(to)) }],
    keepBoth: true,
    trueFrom: on,
    source,
    reason: '',
  });
  return answer.conflicts;
}

function mutable(value: FieldValue) {
  return Array.isArray(value) ? [...value] : (value as Exclude<FieldValue, readonly string[]>);
}
