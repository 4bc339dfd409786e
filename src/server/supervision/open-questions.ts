// An answer that differs from the register never replaces what is recorded: it becomes a question of the
// register with both sides and an owner, asked once. Figures the register computes are no question of
// their own; they change when members or incomes do, and stay disputed until then.
import { type EventValue, sameValue } from '#domain/registry/event.ts';
import { foldEvents } from '#domain/registry/fold-events.ts';
import { householdField } from '#domain/registry/form.ts';
import {
  listOpenQuestions,
  type Opening,
  openConflict,
  questionKey,
} from '#server/registry/conflict-write.store.ts';
import { listEvents } from '#server/registry/event.store.ts';
import { getHousehold } from '#server/registry/household.store.ts';

export interface Said {
  readonly field: string;
  readonly value: EventValue;
  readonly source: string;
  readonly by: string;
  readonly on: string;
}

/** Fields of the questions opened now. */
export async function askDisputed(
  opening: Opening,
  household: string,
  said: readonly Said[],
): Promise<readonly string[]> {
  const { tx, now } = opening;
  const known = await getHousehold(tx, household);
  const differing = said.filter(
    ({ field, value }) =>
      householdField(field)?.derived !== true && !sameValue(known.values[field] ?? null, value),
  );
  if (differing.length === 0) return [];
  const open = new Set(await listOpenQuestions(tx, known.county, [household]));
  const held = foldEvents(await listEvents(tx, known)).household;
  const place = { county: known.county, id: household, area: known.area };
  const opened: string[] = [];
  for (const { field, value, source, by, on } of differing) {
    const key = questionKey(household, null, field);
    if (open.has(key)) continue;
    open.add(key);
    const origin = held.get(field);
    await openConflict(opening, place, {
      kind: 'value',
      field,
      person: null,
      ownerRole: 'township',
      sides: [
        {
          value: known.values[field] ?? null,
          source: origin?.source ?? '',
          observedOn: origin?.observedOn ?? origin?.trueFrom ?? null,
          authorName: origin?.authorName ?? '',
          recordedAt: origin?.recordedAt ?? null,
          current: true,
        },
        { value, source, observedOn: on, authorName: by, recordedAt: now, current: false },
      ],
    });
    opened.push(field);
  }
  return opened;
}
