// Between values by field name and columns of the two form tables. Which column a field has is said
// once, in domain/registry/form.ts; sealed fields have three.
import { type EventValue, isSealed, type SealedValue } from '#domain/registry/event.ts';
import { type FormField, householdFields, personFields } from '#domain/registry/form.ts';
import type { FieldValue } from '#domain/registry/household.ts';
import type { Secrets } from '#server/access/secrets.ts';
import type { CopyValue } from '#server/database/copy-rows.ts';
import { type Sealed, type SealedField, sealedOf, sealField } from './sealing.ts';

/** Column values by column name. */
export type Columns = Record<string, CopyValue>;

/** Plain values to be sealed, or values as an event keeps them, sealed already. */
type Values = Readonly<Partial<Record<string, EventValue>>>;

/** Appends the values of a form in the order of `columnNames`, sealing what must be sealed. */
export function pushForm(
  row: CopyValue[],
  fields: readonly FormField[],
  values: Values,
  secrets: Secrets,
): void {
  for (const field of fields) {
    const value = values[field.name] ?? null;
    if (field.type !== 'sealed') {
      row.push(isSealed(value) ? value.mask : value);
      continue;
    }
    const sealed = sealedValue(field, value, secrets);
    row.push(sealed?.sealed ?? null, sealed?.hash ?? null, sealed?.mask ?? null);
  }
}

function sealedValue(field: FormField, value: EventValue, secrets: Secrets): Sealed | undefined {
  if (isSealed(value)) return sealedOf(value);
  if (value === null || value === '') return undefined;
  return sealField(secrets, field.name as SealedField, String(value));
}

/** Columns of values as an event keeps them. Fields not given are left out. */
export function columnsOfEvent(
  fields: readonly FormField[],
  values: Readonly<Partial<Record<string, EventValue>>>,
): Columns {
  const columns: Columns = {};
  for (const field of fields) {
    const value = values[field.name];
    if (value === undefined) continue;
    if (field.type === 'sealed') {
      setSealed(columns, field, isSealed(value) ? sealedOf(value) : undefined);
    } else if (!isSealed(value)) {
      columns[field.column] = value;
    }
  }
  return columns;
}

/** Values of a row as an event would keep them, sealed ones with their ciphertext. */
export function valuesOfRow(
  fields: readonly FormField[],
  row: Readonly<Record<string, unknown>>,
): Record<string, EventValue> {
  const values: Record<string, EventValue> = {};
  for (const field of fields) {
    values[field.name] =
      field.type === 'sealed'
        ? sealedInRow(row, field.column)
        : ((row[field.column] ?? null) as FieldValue);
  }
  return values;
}

/** Columns of a form table; sealed stems become their three columns. */
export function columnNames(fields: readonly FormField[]): readonly string[] {
  return fields.flatMap((field) =>
    field.type === 'sealed'
      ? [`${field.column}_sealed`, `${field.column}_hash`, `${field.column}_mask`]
      : [field.column],
  );
}

export const householdColumns = columnNames(householdFields);
export const personColumns = columnNames(personFields);

function setSealed(columns: Columns, field: FormField, sealed: Sealed | undefined): void {
  columns[`${field.column}_sealed`] = sealed?.sealed ?? null;
  columns[`${field.column}_hash`] = sealed?.hash ?? null;
  columns[`${field.column}_mask`] = sealed?.mask ?? null;
}

function sealedInRow(row: Readonly<Record<string, unknown>>, column: string): SealedValue | null {
  const mask = row[`${column}_mask`];
  const hash = row[`${column}_hash`];
  const sealed = row[`${column}_sealed`];
  if (typeof mask !== 'string') return null;
  return {
    mask,
    ...(Buffer.isBuffer(hash) ? { hash: hash.toString('hex') } : {}),
    ...(Buffer.isBuffer(sealed) ? { sealed: sealed.toString('base64') } : {}),
  };
}
