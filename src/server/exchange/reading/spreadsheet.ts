// What every reader of a kind of file gives: its sheets, and the rows of one of them in batches.
import type { SheetRow, SheetSummary } from '#domain/exchange/sheet-row.ts';

export type FileFormat = 'xlsx' | 'xls' | 'ods' | 'csv';

export interface SheetRows {
  readonly batches: AsyncIterable<readonly SheetRow[]>;
  /** Complete only when the batches are read to their end. */
  readonly facts: SheetFacts;
}

/** What stands beside the rows. Filled while they are read. */
export interface SheetFacts {
  hiddenColumns: readonly number[];
  mergedAreas: number;
}

export interface Spreadsheet {
  readonly format: FileFormat;
  /** Of a text file. */
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sheets: readonly SheetSummary[];
  rows(sheet: number): SheetRows;
  close(): Promise<void>;
}
