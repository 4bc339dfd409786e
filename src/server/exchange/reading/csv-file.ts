// A delimited text file as a spreadsheet of one sheet: its encoding and its delimiter are found out,
// then it streams.
import { createReadStream } from 'node:fs';
import type { SheetRow } from '#domain/exchange/sheet-row.ts';
import { createCsvRowsReader } from '#server/exchange/reading/csv-rows.ts';
import type { ReadingLimits } from '#server/exchange/reading/limits.ts';
import type { Spreadsheet } from '#server/exchange/reading/spreadsheet.ts';
import { detectEncoding, type TextEncoding } from '#server/exchange/reading/text-encoding.ts';

export async function openCsv(
  path: string,
  head: Buffer,
  limits: ReadingLimits,
): Promise<Spreadsheet> {
  const encoding = await detectEncoding(path, head);
  const delimiter = delimiterOf(new TextDecoder(encoding.label).decode(head));

  async function* batches(): AsyncGenerator<readonly SheetRow[]> {
    const reader = createCsvRowsReader(delimiter, limits);
    for await (const text of decoded(path, encoding)) {
      const rows = reader.read(text);
      if (rows.length > 0) yield rows;
    }
    const last = reader.end();
    if (last.length > 0) yield last;
  }

  return {
    format: 'csv',
    encoding: encoding.label,
    delimiter,
    sheets: [{ name: 'CSV', hidden: false }],
    rows: () => ({ batches: batches(), facts: { hiddenColumns: [], mergedAreas: 0 } }),
    close: async () => {},
  };
}

async function* decoded(path: string, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding.label);
  const chunks = createReadStream(path, { start: encoding.markBytes, highWaterMark: 256 * 1024 });
  for await (const chunk of chunks)
    yield withoutLongBlanks(decoder.decode(chunk, { stream: true }));
  yield withoutLongBlanks(decoder.decode());
}

/** A thousand spaces in a row are never data; megabytes of them would still have to be held. */
function withoutLongBlanks(text: string): string {
  return text.includes('                ') ? text.replace(/ {1000,}/g, ' ') : text;
}

/** The candidate that occurs most in the first rows, outside quotation marks; a comma by default. */
function delimiterOf(head: string): string {
  const bare = head.replace(/"[^"]*"/g, '');
  let best = ',';
  let most = 0;
  for (const candidate of [',', '\t', ';', '|', ',']) {
    const count = bare.split(candidate).length - 1;
    if (count > most) {
      best = candidate;
      most = count;
    }
  }
  return best;
}
