// From the rows of a sheet to households, each taken or refused with its reasons, in the order of the
// file and without holding more than one household. Counts rows so that those taken and those refused
// add up to those read.

import {
  assembleHousehold,
  type HouseholdOutcome,
  labelsOf,
} from '#domain/exchange/assemble-household.ts';
import {
  createRowGrouper,
  gatherRows,
  isDataRow,
  type RowGroup,
} from '#domain/exchange/household-rows.ts';
import type { ImportContext, ImportPlan } from '#domain/exchange/import-plan.ts';
import { createProblemList } from '#domain/exchange/problem-list.ts';
import { createSeenPersons } from '#domain/exchange/seen-persons.ts';
import type { SheetRow } from '#domain/exchange/sheet-row.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';

export interface ImportCounts {
  /** Rows with data below the headings. */
  readonly rows: number;
  readonly households: number;
  readonly persons: number;
  /** Rows of households that were taken. */
  readonly accepted: number;
  readonly refused: number;
  /** Rows passed over: sums and remarks below the table. */
  readonly passedOver: number;
}

export interface HouseholdReader {
  push(row: SheetRow): readonly HouseholdOutcome[];
  end(): readonly HouseholdOutcome[];
  /** Ends where the file breaks off: the household under way may lack members, so it is refused. */
  breakOff(reason: Bilingual): readonly HouseholdOutcome[];
  readonly counts: ImportCounts;
}

export interface HouseholdReaderOptions {
  /** Holds all rows and brings scattered households together. */
  readonly gathering: boolean;
}

export function createHouseholdReader(
  plan: ImportPlan,
  context: ImportContext,
  { gathering }: HouseholdReaderOptions,
): HouseholdReader {
  const seen = createSeenPersons();
  const grouper = createRowGrouper(plan, context);
  const held: SheetRow[] = [];
  const counts = { rows: 0, households: 0, persons: 0, accepted: 0, refused: 0, passedOver: 0 };

  function assemble(group: RowGroup): HouseholdOutcome {
    const outcome = assembleHousehold(group, plan, context, seen);
    if (group.key !== '') counts.households += 1;
    counts.persons += outcome.persons;
    if (outcome.household === undefined) counts.refused += outcome.rows.length;
    else counts.accepted += outcome.rows.length;
    return outcome;
  }

  return {
    push(row) {
      if (row.number <= plan.headingRow) return [];
      if (!isDataRow(row, plan)) {
        counts.passedOver += 1;
        return [];
      }
      counts.rows += 1;
      if (!gathering) return grouper.push(row).map(assemble);
      held.push(row);
      return [];
    },
    end() {
      const groups = gathering ? gatherRows(held, plan, context) : grouper.end();
      return groups.map(assemble);
    },
    breakOff(reason) {
      const facts = { reasonZh: reason.zh, reasonEn: reason.en };
      return grouper.end().map((group) => {
        const rows = group.rows.map((row) => row.number);
        const problems = createProblemList();
        problems.atRow(rows[rows.length - 1] ?? 0, 'exchange/file-cut-short', facts);
        counts.households += 1;
        counts.refused += rows.length;
        return {
          rows,
          ...labelsOf(group, plan),
          problems: problems.problems,
          household: undefined,
          persons: 0,
        };
      });
    },
    counts,
  };
}
