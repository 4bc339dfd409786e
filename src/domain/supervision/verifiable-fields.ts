// Fields somebody can see, be told or be asked again: everything of the form that is neither a sealed
// number nor follows from a decision.
import { type FormField, householdFields } from '#domain/registry/form.ts';

const decided: readonly string[] = [
  'stage',
  'standard',
  'povertyStatus',
  'notExitedReason',
  'primaryMeasure',
  'helpClass',
  'incomeYear',
];

export const verifiableFields: readonly FormField[] = householdFields.filter(
  ({ type, name }) =>
    ['code', 'integer', 'number', 'boolean'].includes(type) && !decided.includes(name),
);
