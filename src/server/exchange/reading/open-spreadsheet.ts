// Opens any file a person may upload as a spreadsheet, or refuses it with a sentence that says what it
// is and what to do. Runs in the reading process only.
import { type FileHandle, open } from 'node:fs/promises';
import * as fileRefusals from '#domain/exchange/file-refusals.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { openCsv } from '#server/exchange/reading/csv-file.ts';
import { compoundKindOf, kindOf, zipKindOf } from '#server/exchange/reading/file-kind.ts';
import { megabytes, type ReadingLimits, readingLimits } from '#server/exchange/reading/limits.ts';
import type { Spreadsheet } from '#server/exchange/reading/spreadsheet.ts';
import { openWholeWorkbook } from '#server/exchange/reading/whole-workbook.ts';
import { openXlsx } from '#server/exchange/reading/xlsx-file.ts';
import { openZipArchive } from '#server/exchange/reading/zip-archive.ts';

const headBytes = 64 * 1024;

export async function openSpreadsheet(
  path: string,
  limits: ReadingLimits = readingLimits,
): Promise<Spreadsheet> {
  const file = await open(path, 'r');
  let isKept = false;
  try {
    const spreadsheet = await openFile(path, file, limits);
    isKept = spreadsheet.format === 'xlsx';
    return spreadsheet;
  } finally {
    if (!isKept) await file.close();
  }
}

async function openFile(
  path: string,
  file: FileHandle,
  limits: ReadingLimits,
): Promise<Spreadsheet> {
  const { size: bytes } = await file.stat();
  const buffer = Buffer.alloc(Math.min(bytes, headBytes));
  const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
  const head = buffer.subarray(0, bytesRead);
  const kind = kindOf(head);
  switch (kind) {
    case 'empty':
      return refuse(fileRefusals.empty);
    case 'zip':
      return openZip(path, file, bytes, limits);
    case 'compound':
      return openCompound(path, file, bytes, limits);
    case 'html':
      return refuse(fileRefusals.html);
    case 'xml':
      return refuse(fileRefusals.xml);
    case 'text':
      limitSize(bytes, limits.textFileBytes);
      return openCsv(path, head, limits);
    case 'pdf':
    case 'picture':
    case 'rar':
    case 'gzip':
    case 'binary':
      return refuse(fileRefusals.unknown, { what: kind });
  }
}

async function openZip(
  path: string,
  file: FileHandle,
  bytes: number,
  limits: ReadingLimits,
): Promise<Spreadsheet> {
  limitSize(bytes, limits.workbookBytes);
  const archive = await openZipArchive(file, bytes);
  const kind = zipKindOf(archive);
  switch (kind) {
    case 'xlsx':
      return openXlsx(file, archive, limits);
    case 'xlsb':
      return refuse(fileRefusals.binaryWorkbook);
    case 'ods':
      if (archive.unpackedBytes > limits.wholeUnpackedBytes) {
        refuse(fileRefusals.bomb, { part: kind, limit: megabytes(limits.wholeUnpackedBytes) });
      }
      return openWholeWorkbook(path, bytes, kind, limits);
    case 'docx':
    case 'other':
      return refuse(fileRefusals.unknown, { what: kind === 'docx' ? 'Word' : 'zip' });
  }
}

async function openCompound(
  path: string,
  file: FileHandle,
  bytes: number,
  limits: ReadingLimits,
): Promise<Spreadsheet> {
  switch (await compoundKindOf(file, bytes)) {
    case 'encrypted':
      return refuse(fileRefusals.encrypted);
    case 'xls':
      return openWholeWorkbook(path, bytes, 'xls', limits);
    case 'other':
      return refuse(fileRefusals.unknown, { what: 'OLE' });
  }
}

function limitSize(bytes: number, limit: number): void {
  if (bytes > limit) refuse(fileRefusals.tooLarge, { limit: megabytes(limit) });
}
