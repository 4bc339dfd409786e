// The counts of an import as it goes: what became of households, and how often each problem occurs.
// Plain data, because it is the checkpoint from which a run that was killed goes on.
import type { RowOutcome, ImportCounts as ShownCounts } from '#contract/exchange.ts';
import type { ImportCounts } from '#domain/exchange/household-reader.ts';
import type { RowProblem } from '#domain/exchange/row-problem.ts';
import type { ProblemCount } from './import.store.ts';

export interface ImportTally {
  readonly outcomes: Readonly<Record<RowOutcome, number>>;
  readonly conflicts: number;
  readonly problems: Readonly<Record<string, number>>;
}

export const emptyTally: ImportTally = {
  outcomes: { new: 0, changed: 0, unchanged: 0, refused: 0 },
  conflicts: 0,
  problems: {},
};

export function addToTally(
  tally: ImportTally,
  outcomes: readonly RowOutcome[],
  problems: readonly RowProblem[],
  conflicts = 0,
): ImportTally {
  const counted = { ...tally.outcomes };
  for (const outcome of outcomes) counted[outcome] += 1;
  const found = { ...tally.problems };
  for (const { code } of problems) found[code] = (found[code] ?? 0) + 1;
  return { outcomes: counted, conflicts: tally.conflicts + conflicts, problems: found };
}

export function shownCounts(read: ImportCounts, tally: ImportTally): ShownCounts {
  return {
    rows: read.rows,
    households: read.households,
    persons: read.persons,
    accepted: read.accepted,
    refused: read.refused,
    passedOver: read.passedOver,
    newHouseholds: tally.outcomes.new,
    changedHouseholds: tally.outcomes.changed,
    unchangedHouseholds: tally.outcomes.unchanged,
    refusedHouseholds: tally.outcomes.refused,
    conflicts: tally.conflicts,
  };
}

export function problemCountsOf(tally: ImportTally): readonly ProblemCount[] {
  return Object.entries(tally.problems)
    .map(([code, count]) => ({ code, count }))
    .sort((left, right) => right.count - left.count || (left.code < right.code ? -1 : 1));
}
