// What a source says, as an event keeps it, and whom of the known members it means.
import { type EventValue, isSealed } from '#domain/registry/event.ts';
import type { FormField } from '#domain/registry/form.ts';
import type { FieldValue, PersonValues } from '#domain/registry/household.ts';
import { nameKeyOf } from '#domain/registry/name-key.ts';
import type { Secrets } from '#server/access/secrets.ts';
import type { StoredPerson } from './household.store.ts';
import { hashOfField, type SealedField, sealedValueOf, sealField } from './sealing.ts';

/** Values as an event keeps them. A number that is sealed already under the same hash is not sealed again. */
export function statedValues(
  fields: readonly FormField[],
  values: Readonly<Partial<Record<string, FieldValue>>>,
  known: Readonly<Partial<Record<string, EventValue>>>,
  secrets: Secrets,
): Record<string, EventValue> {
  const said: Record<string, EventValue> = {};
  for (const field of fields) {
    const value = values[field.name];
    if (value === undefined || value === null || value === '') continue;
    if (field.type !== 'sealed') {
      said[field.name] = value;
      continue;
    }
    const name = field.name as SealedField;
    const now = known[field.name];
    const hash = hashOfField(secrets, name, String(value)).toString('hex');
    said[field.name] =
      isSealed(now) && now.hash === hash
        ? now
        : sealedValueOf(sealField(secrets, name, String(value)));
  }
  return said;
}

/** By the identity number, else by the name where exactly one member could be meant. */
export function matchMember(
  members: readonly StoredPerson[],
  values: PersonValues,
  secrets: Secrets,
): StoredPerson | undefined {
  if (typeof values.identity === 'string' && values.identity !== '') {
    const hash = hashOfField(secrets, 'identity', values.identity).toString('hex');
    const same = members.find((member) => {
      const { identity } = member.values;
      return isSealed(identity) && identity.hash === hash;
    });
    if (same !== undefined) return same;
  }
  const key = nameKeyOf(String(values.name ?? ''));
  const candidates = members.filter((member) => {
    const known = member.values;
    if (nameKeyOf(String(known.name ?? '')) !== key || key === '') return false;
    const born = values.birthDate ?? null;
    const sameBirth = born === null || known.birthDate === null || born === known.birthDate;
    const otherNumber = typeof values.identity === 'string' && known.identity !== null;
    return sameBirth && !otherNumber;
  });
  return candidates.length === 1 ? candidates[0] : undefined;
}
