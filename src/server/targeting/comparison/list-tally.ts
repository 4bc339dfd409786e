// What was read of a list: rows, usable ones, and how often each problem occurs with the first rows it
// stands in. Numbers of persons are not among what it keeps.
import type { ListCounts } from '#contract/targeting-comparison.ts';
import type { RefusalFacts } from '#domain/kernel/refusal.ts';
import {
  isError,
  type ListProblem,
  type ListProblemCode,
} from '#domain/targeting/comparison/list-problem.ts';
import type { ListEntry, ReadRow } from '#domain/targeting/comparison/read-list-row.ts';
import type { KeptProblem } from './list.store.ts';

export interface ListTally {
  readonly rows: number;
  readonly otherKey: number;
  /** The entry where it can be compared. */
  add(read: ReadRow, isOtherKey: boolean): ListEntry | undefined;
  counts(): Pick<ListCounts, 'rows' | 'usable' | 'refused' | 'otherKey'>;
  problems(): readonly KeptProblem[];
}

const shownRows = 12;

/** Beyond this a list is not looked through for rows that stand twice: memory, and nothing is lost by it. */
const mostForTwice = 300_000;

export function listTally(): ListTally {
  const problems = new Map<
    ListProblemCode,
    { count: number; rows: number[]; facts: RefusalFacts }
  >();
  const seen = new Map<string, number>();
  let rows = 0;
  let usable = 0;
  let otherKey = 0;

  function note({ code, row, facts }: Pick<ListProblem, 'code' | 'row' | 'facts'>): void {
    const known = problems.get(code) ?? { count: 0, rows: [], facts };
    known.count += 1;
    if (known.rows.length < shownRows) known.rows.push(row);
    problems.set(code, known);
  }

  function isTwice(entry: ListEntry): boolean {
    if (rows > mostForTwice) return false;
    const who =
      entry.citizen ?? entry.hash ?? `${entry.name} ${entry.birthDate ?? ''} ${entry.place}`;
    const key = `${who} ${entry.object}`;
    const before = seen.get(key);
    if (before === undefined) seen.set(key, entry.row);
    else note({ code: 'targeting/row-twice', row: entry.row, facts: { row: before } });
    return before !== undefined;
  }

  return {
    get rows() {
      return rows;
    },
    get otherKey() {
      return otherKey;
    },
    add({ entry, problems: found }, isOtherKey) {
      rows += 1;
      for (const problem of found) note(problem);
      if (entry === undefined || found.some(isError)) return undefined;
      if (isOtherKey) {
        otherKey += 1;
        note({ code: 'targeting/other-key', row: entry.row, facts: {} });
        return undefined;
      }
      if (isTwice(entry)) return undefined;
      usable += 1;
      return entry;
    },
    counts: () => ({ rows, usable, refused: rows - usable, otherKey }),
    problems: () =>
      [...problems]
        .map(([code, { count, rows: at, facts }]) => ({ code, count, rows: at, facts }))
        .sort((left, right) => right.count - left.count),
  };
}
