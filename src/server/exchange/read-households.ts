// The households of a sheet as they are read, in batches, with the problems found on the way. A file
// whose rows of one household are scattered is read a second time, held whole, as long as it is small
// enough; a file that breaks off gives what stood before the break.
import type { HouseholdOutcome } from '#domain/exchange/assemble-household.ts';
import { createHouseholdReader, type ImportCounts } from '#domain/exchange/household-reader.ts';
import { createRowGrouper, keyColumns } from '#domain/exchange/household-rows.ts';
import type { ImportContext, ImportPlan } from '#domain/exchange/import-plan.ts';
import { messageOf, Refusal } from '#domain/kernel/refusal.ts';
import type { SheetFacts, Spreadsheet } from '#server/exchange/reading/spreadsheet.ts';

export interface HouseholdSource {
  /** Reads to the end; outcomes come in the order of the file. */
  batches(): AsyncGenerator<readonly HouseholdOutcome[]>;
  readonly counts: ImportCounts;
  /** Complete once the batches are read. */
  readonly facts: SheetFacts;
}

export interface ReadOptions {
  readonly sheet: number;
  readonly plan: ImportPlan;
  readonly context: ImportContext;
  /** From `needsGathering`. */
  readonly gathering: boolean;
}

/** More rows than this are not held in memory to bring scattered households together. */
const gatherRowsMax = 150_000;

export function readHouseholds(
  spreadsheet: Spreadsheet,
  { sheet, plan, context, gathering }: ReadOptions,
): HouseholdSource {
  const reader = createHouseholdReader(plan, context, { gathering });
  const rows = spreadsheet.rows(sheet);

  async function* batches(): AsyncGenerator<readonly HouseholdOutcome[]> {
    try {
      for await (const batch of rows.batches) {
        const outcomes = batch.flatMap((row) => reader.push(row));
        if (outcomes.length > 0) yield outcomes;
      }
    } catch (error) {
      if (!(error instanceof Refusal) || reader.counts.rows === 0 || gathering) throw error;
      yield reader.breakOff({ zh: messageOf(error, 'zh'), en: messageOf(error, 'en') });
      return;
    }
    const last = reader.end();
    if (last.length > 0) yield last;
  }

  return { batches, counts: reader.counts, facts: rows.facts };
}

/**
 * Reads the keys of all rows once, because a household whose rows do not stand together must be known
 * before the first one is stored. Larger files name the scattered households as problems instead.
 */
export async function needsGathering(
  spreadsheet: Spreadsheet,
  { sheet, plan, context }: Omit<ReadOptions, 'gathering'>,
): Promise<boolean> {
  const grouper = createRowGrouper(plan, context);
  const only = new Set(keyColumns(plan));
  let count = 0;
  let isScattered = false;
  try {
    for await (const batch of spreadsheet.rows(sheet, only).batches) {
      for (const row of batch) {
        if (row.number <= plan.headingRow) continue;
        count += 1;
        isScattered ||= grouper.push(row).some((group) => group.earlierRow !== undefined);
      }
      if (count > gatherRowsMax) return false;
    }
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
  return isScattered || grouper.end().some((group) => group.earlierRow !== undefined);
}
