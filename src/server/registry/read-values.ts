// Typed values on their way into an event: known fields only, each fitting its type and list, numbers
// that nobody reads without a purpose sealed. Refuses the first that does not fit, in words.
import { parseAreaCode } from '#domain/kernel/area-code.ts';
import { type Bilingual, refuse } from '#domain/kernel/refusal.ts';
import { problemOf } from '#domain/registry/check-value.ts';
import type { EventValue } from '#domain/registry/event.ts';
import { type FormField, householdField, personField } from '#domain/registry/form.ts';
import type { FieldValue } from '#domain/registry/household.ts';
import { normaliseIdentityNumber, readIdentityNumber } from '#domain/registry/identity-number.ts';
import {
  areaByMove,
  fieldKeptByApplication,
  invalidValue,
  needsRoster,
} from '#domain/registry/refusals.ts';
import type { Context } from '#server/http/context.ts';
import { listAreaStates } from './area.store.ts';
import { type SealedField, sealedValueOf, sealField } from './sealing.ts';

export type FormOf = 'household' | 'person';

/** Fields that follow from identification and exit; only who may import rosters corrects them. */
const decided: readonly string[] = [
  'stage',
  'standard',
  'povertyStatus',
  'primaryMeasure',
  'helpClass',
  'surveyedOn',
  'listedOn',
  'exitedOn',
];

/** The value as an event keeps it. */
export async function readValue(
  context: Context,
  of: FormOf,
  { field: name, value }: { field: string; value: FieldValue },
): Promise<EventValue> {
  const field = of === 'household' ? householdField(name) : personField(name);
  if (field === undefined) {
    return refuseValue(context, name, {
      zh: '登记表没有这一项。',
      en: 'the form has no such field.',
    });
  }
  if (field.derived === true) refuse(fieldKeptByApplication, { field: name });
  if (name === 'areaCode') refuse(areaByMove);
  if (decided.includes(name) && !context.may('exchange.import'))
    refuse(needsRoster, { field: name });
  const lists = context.platform.packs.inForce(context.area, context.today)?.scope.lists;
  const problem = problemOf(field, value, lists ?? new Map());
  if (problem !== undefined) return refuseValue(context, name, problem);
  if (field.type !== 'sealed' || value === null) return value;
  if (name === 'identity') await checkIdentity(context, String(value));
  return sealedValueOf(sealField(context.platform.secrets, name as SealedField, String(value)));
}

export async function readValues(
  context: Context,
  of: FormOf,
  values: Readonly<Record<string, FieldValue>>,
): Promise<Record<string, EventValue>> {
  const read: Record<string, EventValue> = {};
  for (const [field, value] of Object.entries(values)) {
    if (value === null || value === '') continue;
    read[field] = await readValue(context, of, { field, value });
  }
  return read;
}

async function checkIdentity(context: Context, text: string): Promise<void> {
  const { tx, today, platform } = context;
  const county = parseAreaCode(normaliseIdentityNumber(text).slice(0, 6));
  const isKnown = county !== undefined && (await listAreaStates(tx, county)).length > 0;
  const { problems } = readIdentityNumber(text, {
    today,
    demonstration: platform.demonstration,
    isKnownCounty: () => isKnown,
  });
  const error = problems.find((problem) => problem.severity === 'error');
  if (error !== undefined) refuseValue(context, 'identity', error.message);
}

export function refuseValue({ language }: Context, path: string, problem: Bilingual): never {
  return refuse(invalidValue, { path, problem: problem[language] });
}

export function fieldOf(of: FormOf, name: string): FormField | undefined {
  return of === 'household' ? householdField(name) : personField(name);
}
