// The events of a household that comes in as a whole: what was entered at once, then what happened to
// it since. What was entered is the present state with the later changes taken back, so that folding
// the events gives the state again.
import { blankValues } from '#domain/registry/blank-values.ts';
import type { EventValue } from '#domain/registry/event.ts';
import { type FormField, householdFields, personFields } from '#domain/registry/form.ts';
import type { FieldValue, HouseholdRecord } from '#domain/registry/household.ts';
import type { CopyRow } from '#server/database/copy-rows.ts';
import { maskOf, type SealedField } from './sealing.ts';

export interface EventPlace {
  readonly county: number;
  readonly household: string;
  readonly area: string;
}

/** A form as it is entered: its fields, and a record without any value. */
const formOf = (fields: readonly FormField[]) => ({
  fields,
  blank: blankValues<EventValue>(fields),
});

const householdForm = formOf(householdFields.filter((field) => field.derived !== true));
const personForm = formOf(personFields);

export function registrationRows(record: HouseholdRecord, place: EventPlace): readonly CopyRow[] {
  const entered = { ...record.registration, changes: enteredOf(record), person: null };
  return [entered, ...(record.events ?? [])].map((event, index) => [
    place.county,
    event.id,
    place.household,
    event.person ?? null,
    place.area,
    event.kind,
    event.trueFrom,
    event.recordedAt,
    event.author,
    event.authorName,
    event.typist ?? null,
    event.typistName ?? null,
    event.source,
    event.reason ?? '',
    index === 0 ? null : index,
    index + 1,
    JSON.stringify(event.changes),
  ]);
}

/** What nobody gave has no value and is not written. */
interface Given {
  readonly person?: string;
  readonly entered: Record<string, EventValue | undefined>;
}

function enteredOf(record: HouseholdRecord): readonly Given[] {
  const household = known(householdForm, record.values);
  const persons = record.persons.map((person) => ({
    person: person.id as string,
    entered: known(personForm, person.values),
  }));
  for (const event of [...(record.events ?? [])].reverse()) {
    for (const change of [...event.changes].reverse()) {
      const values =
        change.person === undefined
          ? household
          : persons.find((entry) => entry.person === change.person)?.entered;
      if (values === undefined) continue;
      values[change.field] = change.from ?? undefined;
    }
  }
  return [{ entered: household }, ...persons];
}

/** Values somebody gave, sealed ones as their mask. */
function known(
  { fields, blank }: ReturnType<typeof formOf>,
  values: Readonly<Partial<Record<string, FieldValue>>>,
): Record<string, EventValue | undefined> {
  const given = blank();
  for (const field of fields) {
    const value = values[field.name] ?? null;
    if (value === null || value === '') continue;
    given[field.name] =
      field.type === 'sealed' ? { mask: maskOf(field.name as SealedField, String(value)) } : value;
  }
  return given;
}
