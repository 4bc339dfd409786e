// Household numbers of a table: which are new, and what a repeated one means. With a members column a row
// is a household and a number that comes twice is a fault; without one the rows are persons, and those of
// a household belong together. The numbers are held, some 60 bytes each.
import type { SampleColumns } from './analysis.ts';

export type Standing = 'first' | 'again' | 'twice';

export interface HouseholdIds {
  standingOf(household: string): Standing;
  /** Persons of one household are one cluster; a row without a number is its own. */
  clusterOf(household: string): string | undefined;
}

export function createHouseholdIds(columns: SampleColumns): HouseholdIds {
  const isHouseholdRow = columns.members !== undefined;
  const seen = columns.household === undefined ? undefined : new Set<string>();
  return {
    standingOf(household) {
      if (seen === undefined || household === '') return 'first';
      if (!seen.has(household)) {
        seen.add(household);
        return 'first';
      }
      return isHouseholdRow ? 'twice' : 'again';
    },
    clusterOf: (household) =>
      seen === undefined || household === '' || isHouseholdRow ? undefined : household,
  };
}
