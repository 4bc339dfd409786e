// An .xlsx as a spreadsheet that streams: one pass for its merged areas, one for its rows. What stays
// in memory is the shared strings.
import type { FileHandle } from 'node:fs/promises';
import * as fileRefusals from '#domain/exchange/file-refusals.ts';
import type { SheetRow } from '#domain/exchange/sheet-row.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { ReadingLimits } from '#server/exchange/reading/limits.ts';
import { createMergeFiller } from '#server/exchange/reading/merge-filler.ts';
import { findMergedAreas } from '#server/exchange/reading/merged-areas.ts';
import { createSheetRowsReader } from '#server/exchange/reading/sheet-rows.ts';
import type { SheetFacts, Spreadsheet } from '#server/exchange/reading/spreadsheet.ts';
import {
  readDateStyles,
  readSharedStrings,
  readWorkbookParts,
} from '#server/exchange/reading/workbook-parts.ts';
import type { ZipArchive } from '#server/exchange/reading/zip-archive.ts';

export async function openXlsx(
  file: FileHandle,
  archive: ZipArchive,
  limits: ReadingLimits,
): Promise<Spreadsheet> {
  const parts = await readWorkbookParts(archive);
  if (parts.sheets.length === 0) refuse(fileRefusals.damaged, { part: 'workbook' });
  const dateStyles = await readDateStyles(archive, parts.stylesPart);
  let shared: Promise<readonly string[]> | undefined;

  async function* batches(sheet: number, facts: SheetFacts): AsyncGenerator<readonly SheetRow[]> {
    const part = parts.sheets[sheet]?.part;
    if (part === undefined) throw new Error(`no sheet ${sheet}`);
    shared ??= readSharedStrings(archive, parts.sharedStringsPart, limits);
    const sharedStrings = await shared;
    const areas = await findMergedAreas(archive.stream(part, limits.partBytes));
    for (const sameRow of areas.values()) facts.mergedAreas += sameRow.length;
    const fill = createMergeFiller(areas, limits.columns);
    const reader = createSheetRowsReader({
      part,
      sharedStrings,
      dateStyles,
      from1904: parts.from1904,
      limits,
    });
    facts.hiddenColumns = reader.hiddenColumns;
    for await (const chunk of archive.stream(part, limits.partBytes)) {
      const rows = reader.read(chunk);
      if (rows.length > 0) yield areas.size === 0 ? rows : rows.map(fill);
      if (reader.isFinished()) return;
    }
    refuse(fileRefusals.damaged, { part });
  }

  return {
    format: 'xlsx',
    sheets: parts.sheets.map(({ name, hidden }) => ({ name, hidden })),
    rows(sheet) {
      const facts: SheetFacts = { hiddenColumns: [], mergedAreas: 0 };
      return { batches: batches(sheet, facts), facts };
    },
    close: () => file.close(),
  };
}
