// What a column of a spreadsheet can mean: the fields of the national form, the ways a sheet names the
// household a row belongs to, where it lives, its income by source, and figures that are only compared.
// Derived fields cannot be imported; where a sheet states them, they are checked against the members.

import { type FormField, householdFields, personFields } from '#domain/registry/form.ts';
import { type IncomeKind, incomeTree } from '#domain/registry/income.ts';

export type ImportFieldId = string;

export type ImportLevel = 'household' | 'person' | 'none';

export interface ImportField {
  /** `household.<field>`, `person.<field>`, `income.<kind>`, or one of the special ones below. */
  readonly id: ImportFieldId;
  readonly level: ImportLevel;
  readonly sensitive: boolean;
  /** Present for fields of the form. */
  readonly form?: FormField;
  readonly income?: IncomeKind;
}

/** Ways to name a household and its place, and statements that are only compared. */
const special = [
  { id: 'ignore', level: 'none', sensitive: false },
  { id: 'head.name', level: 'household', sensitive: false },
  { id: 'head.identity', level: 'household', sensitive: true },
  { id: 'area.code', level: 'household', sensitive: false },
  { id: 'area.county', level: 'household', sensitive: false },
  { id: 'area.township', level: 'household', sensitive: false },
  { id: 'area.village', level: 'household', sensitive: false },
  { id: 'area.hamlet', level: 'household', sensitive: false },
  { id: 'income.year', level: 'household', sensitive: false },
  { id: 'stated.members', level: 'household', sensitive: false },
  { id: 'stated.netIncome', level: 'household', sensitive: true },
  { id: 'stated.incomePerHead', level: 'household', sensitive: true },
  { id: 'external.household', level: 'household', sensitive: false },
  { id: 'external.person', level: 'person', sensitive: false },
] as const satisfies readonly ImportField[];

/** Kept by what happens in the registry, so that a file cannot set them. */
const notFromFiles = new Set(['areaCode', 'joinedReason', 'leftOn', 'leftReason', 'identityKind']);

function fromForm(level: 'household' | 'person', fields: readonly FormField[]): ImportField[] {
  return fields
    .filter((form) => form.derived !== true && !notFromFiles.has(form.name))
    .map((form) => ({
      id: `${level}.${form.name}`,
      level,
      sensitive: form.sensitive === true,
      form,
    }));
}

const incomes: readonly ImportField[] = Object.values(incomeTree)
  .flat()
  .map((income) => ({ id: `income.${income}`, level: 'household', sensitive: true, income }));

export const importFields: readonly ImportField[] = [
  ...special,
  ...fromForm('household', householdFields),
  ...fromForm('person', personFields),
  ...incomes,
];

const byId = new Map(importFields.map((field) => [field.id, field]));

export function findImportField(id: ImportFieldId): ImportField | undefined {
  return byId.get(id);
}

export function getImportField(id: ImportFieldId): ImportField {
  const field = byId.get(id);
  if (field === undefined) throw new Error(`no import field ${id}`);
  return field;
}
