// A list as a spreadsheet to take away: one sheet, its headings held in sight, written as it is read.
import { writeXlsxStream, type XlsxStreamRow } from 'hucre/xlsx';
import type { Download } from '#server/http/context.ts';

export interface Sheet {
  readonly fileName: string;
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: Iterable<XlsxStreamRow> | AsyncIterable<XlsxStreamRow>;
}

export function xlsxDownload({ fileName, name, headings, rows }: Sheet): Download {
  return {
    fileName,
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: writeXlsxStream(rows, {
      name,
      columns: headings.map((header) => ({ header })),
      freezePane: { rows: 1 },
    }),
  };
}

/** A text whose leading = + - @ would run as a formula where the file is opened. */
export function defused(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
