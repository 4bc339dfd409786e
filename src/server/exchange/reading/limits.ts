// How much of a stranger's file is read. A county's survey is some 70,000 rows; everything here is at
// least ten times that, and small enough that the reading process stays under its memory.

export interface ReadingLimits {
  readonly workbookBytes: number;
  /** Legacy and binary workbooks are read whole, so they have to be smaller. */
  readonly wholeWorkbookBytes: number;
  readonly wholeUnpackedBytes: number;
  readonly textFileBytes: number;
  /** One part of a workbook, unpacked. */
  readonly partBytes: number;
  /** All shared strings together, in characters. */
  readonly sharedCharacters: number;
  readonly rows: number;
  readonly textRows: number;
  readonly columns: number;
  readonly cellCharacters: number;
}

export const readingLimits: ReadingLimits = {
  workbookBytes: 200 * 2 ** 20,
  wholeWorkbookBytes: 24 * 2 ** 20,
  wholeUnpackedBytes: 160 * 2 ** 20,
  textFileBytes: 2 ** 31,
  partBytes: 1536 * 2 ** 20,
  sharedCharacters: 60_000_000,
  rows: 1_048_576,
  textRows: 6_000_000,
  columns: 512,
  cellCharacters: 32_767,
};

export function megabytes(bytes: number): number {
  return Math.round(bytes / 2 ** 20);
}
