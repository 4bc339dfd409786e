// What an edit is made of, and which of it is sent. Pure.
import type { HouseholdCard, MemberCard } from '#contract/registry-households.ts';
import type { FieldValue } from '#contract/registry-value.ts';
import { type FormField, householdField, personFields } from '#domain/registry/form.ts';
import type { Testimony } from './testimony-fields.tsx';

export interface EditForm {
  /** The version the person saw when they began. */
  readonly baseVersion: number;
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly said: Testimony;
}

export interface Change {
  readonly field: string;
  readonly from?: FieldValue;
  readonly to: FieldValue;
}

/** Moving and the steps of a process are acts of their own; the number is given once. */
const notTyped = new Set([
  'householdNo',
  'areaCode',
  'stage',
  'helpClass',
  'exitedOn',
  'joinedOn',
  'joinedReason',
  'leftOn',
  'leftReason',
]);

export interface FieldGroup {
  readonly id: string;
  readonly fields: readonly FormField[];
}

export function editableFields(
  card: HouseholdCard,
  member: MemberCard | undefined,
): readonly FieldGroup[] {
  const typed = (field: FormField) => field.derived !== true && !notTyped.has(field.name);
  if (member !== undefined) return [{ id: '', fields: personFields.filter(typed) }];
  return card.groups
    .map((group) => ({
      id: group.id,
      fields: group.fields.flatMap((name) => {
        const field = householdField(name);
        return field !== undefined && typed(field) && !card.derived.includes(name) ? [field] : [];
      }),
    }))
    .filter((group) => group.fields.length > 0);
}

const sealedFields = new Set(['identity', 'phone', 'bankAccount']);

/** Whether a field may lie in a draft on the device. */
export function keptForm(field: string): boolean {
  return !sealedFields.has(field);
}

export function changesOf(
  values: Readonly<Record<string, FieldValue>>,
  edited: Readonly<Record<string, FieldValue>>,
): readonly Change[] {
  return Object.entries(edited).flatMap(([field, to]) => {
    const from = values[field] ?? null;
    if (sameValue(from, to)) return [];
    // What stands in the register of a sealed field is a mask: it proves nothing of what was seen.
    return [keptForm(field) ? { field, from, to } : { field, to }];
  });
}

export function sameValue(one: FieldValue, other: FieldValue): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((value) => other.includes(value));
  }
  return one === other || (one === null && other === '') || (one === '' && other === null);
}

export function isEditForm(value: unknown): value is EditForm {
  if (typeof value !== 'object' || value === null) return false;
  const kept = new Map<string, unknown>(Object.entries(value));
  return (
    typeof kept.get('baseVersion') === 'number' &&
    typeof kept.get('values') === 'object' &&
    typeof kept.get('said') === 'object' &&
    kept.get('values') !== null &&
    kept.get('said') !== null
  );
}
