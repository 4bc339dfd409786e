// Rows of a sample as columns of numbers, for measures that pass over them twice: 36 bytes a row and each
// name of a group, stratum or cluster once.

import { refuse } from '#domain/kernel/refusal.ts';
import { groupsMax } from './analysis.ts';
import { tooManyGroups } from './analysis-refusals.ts';

export interface StoredRow {
  readonly income: number;
  readonly weight: number;
  readonly members: number;
  /** Households the row adds: 0 for a second person of the same. */
  readonly households: number;
  readonly group: string;
  readonly stratum: string | undefined;
  readonly cluster: string | undefined;
}

export interface RowStore {
  add(row: StoredRow): void;
  rows(): Iterable<StoredRow>;
  incomesAndPersons(): [Float64Array, Float64Array];
}

export function createRowStore(): RowStore {
  let numbers = new Float64Array(3 * 1024);
  let names = new Int32Array(3 * 1024);
  let count = 0;
  const known = new Map<string, number>();
  const byNumber: string[] = [];

  function numberOf(name: string | undefined): number {
    if (name === undefined) return -1;
    const found = known.get(name);
    if (found !== undefined) return found;
    known.set(name, byNumber.length);
    byNumber.push(name);
    return byNumber.length - 1;
  }

  return {
    add(row) {
      if (3 * count === numbers.length) {
        numbers = copied(numbers, new Float64Array(numbers.length * 2));
        names = copied(names, new Int32Array(names.length * 2));
      }
      const at = 3 * count;
      numbers[at] = row.income;
      numbers[at + 1] = row.weight;
      // A person who is not the first of a household adds none: kept as a negative count.
      numbers[at + 2] = row.households === 0 ? -row.members : row.members;
      names[at] = numberOf(row.group);
      names[at + 1] = numberOf(row.stratum);
      names[at + 2] = numberOf(row.cluster);
      count += 1;
    },
    *rows() {
      for (let row = 0; row < count; row += 1) {
        const at = 3 * row;
        const weight = numbers[at + 1] ?? 0;
        const members = numbers[at + 2] ?? 0;
        yield {
          income: numbers[at] ?? 0,
          weight,
          members: Math.abs(members),
          households: members < 0 ? 0 : weight,
          group: byNumber[names[at] ?? -1] ?? '',
          stratum: byNumber[names[at + 1] ?? -1],
          cluster: byNumber[names[at + 2] ?? -1],
        };
      }
    },
    incomesAndPersons() {
      const incomes = new Float64Array(count);
      const persons = new Float64Array(count);
      for (let row = 0; row < count; row += 1) {
        incomes[row] = numbers[3 * row] ?? 0;
        persons[row] = (numbers[3 * row + 1] ?? 0) * Math.abs(numbers[3 * row + 2] ?? 0);
      }
      return [incomes, persons];
    },
  };
}

/** A column to group by has few values; one that has thousands is a mistake. */
export function createGroupKeys(column: string): (key: string) => string {
  const seen = new Set<string>();
  return (key) => {
    seen.add(key);
    if (seen.size > groupsMax) refuse(tooManyGroups, { column, limit: groupsMax });
    return key;
  };
}

function copied<Values extends Float64Array | Int32Array>(from: Values, to: Values): Values {
  to.set(from);
  return to;
}
