// The households of a sheet as they are read, in batches, with the problems found on the way. Where the
// rows of one household are scattered, whoever reads may begin again and have the file held whole. A
// file that breaks off gives what stood before the break.
import type { HouseholdOutcome } from '#domain/exchange/assemble-household.ts';
import * as fileRefusals from '#domain/exchange/file-refusals.ts';
import { createHouseholdReader, type ImportCounts } from '#domain/exchange/household-reader.ts';
import type { ImportContext, ImportPlan } from '#domain/exchange/import-plan.ts';
import { messageOf, Refusal, refuse } from '#domain/kernel/refusal.ts';
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
  /** Holds all rows and brings those of a household together, wherever they stand. */
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
        if (gathering && reader.counts.rows > gatherRowsMax) {
          refuse(fileRefusals.tooManyRows, { limit: gatherRowsMax });
        }
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

/** Whether a household turned up again after others had come in between. */
export function isScattered(outcome: HouseholdOutcome): boolean {
  return outcome.problems.some((problem) => problem.code === 'exchange/household-scattered');
}
