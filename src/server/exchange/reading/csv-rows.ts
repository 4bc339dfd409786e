// Splits delimited text (RFC 4180, with the habits of Excel and WPS) into rows as it streams past. A
// quotation mark counts only at the start of a cell, so a stray one inside a name does no harm. Blank
// cells cost next to nothing, however many there are. Long runs of spaces are cut before they get here.
import * as fileRefusals from '#domain/exchange/file-refusals.ts';
import { plainRow, type SheetRow } from '#domain/exchange/sheet-row.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { ReadingLimits } from '#server/exchange/reading/limits.ts';

export interface CsvRowsReader {
  read(text: string): readonly SheetRow[];
  end(): readonly SheetRow[];
}

/** `closing`: a quotation mark was met inside a quoted cell; the next character tells what it was. */
type Place = 'plain' | 'quoted' | 'closing';

const lineFeed = 10;
const carriageReturn = 13;
const quotationMark = 34;

/** Row numbers count rows of the sheet as a spreadsheet program would show it, blank ones too. */
export function createCsvRowsReader(delimiter: string, limits: ReadingLimits): CsvRowsReader {
  const separator = delimiter.charCodeAt(0);
  let ready: SheetRow[] = [];
  let cells: string[] = [];
  let column = 0;
  let number = 1;
  let dataRows = 0;
  let place: Place = 'plain';
  /** What of the current cell came before, in an earlier piece or between quotation marks. */
  let pending = '';
  let wasQuoted = false;
  let afterCarriageReturn = false;

  function read(text: string): readonly SheetRow[] {
    ready = [];
    let at = 0;
    while (at < text.length) {
      if (place === 'quoted') at = readQuoted(text, at);
      else if (place === 'closing') at = readClosing(text, at);
      else at = readPlain(text, at);
    }
    return ready;
  }

  function readQuoted(text: string, from: number): number {
    const quote = text.indexOf('"', from);
    append(quote < 0 ? text.slice(from) : text.slice(from, quote));
    if (quote < 0) return text.length;
    place = 'closing';
    return quote + 1;
  }

  function readClosing(text: string, from: number): number {
    place = 'plain';
    if (text.charCodeAt(from) !== quotationMark) return from;
    append('"');
    place = 'quoted';
    return from + 1;
  }

  function readPlain(text: string, from: number): number {
    let start = from;
    for (let at = from; at < text.length; at += 1) {
      const character = text.charCodeAt(at);
      const isLineFeedOfPair = afterCarriageReturn && character === lineFeed;
      afterCarriageReturn = false;
      if (isLineFeedOfPair) {
        start = at + 1;
      } else if (character === separator) {
        endCell(text.slice(start, at));
        start = at + 1;
      } else if (character === lineFeed || character === carriageReturn) {
        endCell(text.slice(start, at));
        endRow();
        start = at + 1;
        afterCarriageReturn = character === carriageReturn;
      } else if (character === quotationMark && start === at && pending === '' && !wasQuoted) {
        place = 'quoted';
        wasQuoted = true;
        return at + 1;
      }
    }
    if (start < text.length) append(text.slice(start));
    return text.length;
  }

  function append(more: string): void {
    pending = pending === '' ? more : pending + more;
    if (pending.length <= limits.cellCharacters) return;
    if (place === 'quoted') refuse(fileRefusals.quote, { row: number });
    refuse(fileRefusals.textTooLong, { row: number, limit: limits.cellCharacters });
  }

  function endCell(last: string): void {
    const text = (pending === '' ? last : pending + last).trim();
    pending = '';
    wasQuoted = false;
    if (text !== '') keep(text);
    column += 1;
  }

  function keep(text: string): void {
    if (column >= limits.columns) {
      refuse(fileRefusals.tooManyColumns, { row: number, limit: limits.columns });
    }
    if (text.length > limits.cellCharacters) {
      refuse(fileRefusals.textTooLong, { row: number, limit: limits.cellCharacters });
    }
    while (cells.length < column) cells.push('');
    cells.push(text);
  }

  function endRow(): void {
    if (cells.length > 0) {
      dataRows += 1;
      if (dataRows > limits.textRows) refuse(fileRefusals.tooManyRows, { limit: limits.textRows });
      ready.push(plainRow(number, cells));
      cells = [];
    }
    column = 0;
    number += 1;
  }

  function end(): readonly SheetRow[] {
    ready = [];
    if (place === 'quoted') refuse(fileRefusals.quote, { row: number });
    endCell('');
    endRow();
    return ready;
  }

  return { read, end };
}
