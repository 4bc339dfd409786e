// The rows of one sheet of an .xlsx, from the stream of its XML. Cells become text: shared and inline
// strings as they are, numbers as the shortest text that reads back the same, days as YYYY-MM-DD where
// the style says that the number is a day. A formula gives the result the program stored.
import * as fileRefusals from '#domain/exchange/file-refusals.ts';
import { dateFromSerial } from '#domain/exchange/sheet-date.ts';
import {
  type CellMark,
  columnOfReference,
  isCommandFormula,
  type MarkKind,
  type SheetRow,
} from '#domain/exchange/sheet-row.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { ReadingLimits } from '#server/exchange/reading/limits.ts';
import {
  attributeOf,
  createXmlScanner,
  decodeXmlText,
} from '#server/exchange/reading/xml-scanner.ts';

export interface SheetContext {
  readonly part: string;
  readonly sharedStrings: readonly string[];
  readonly dateStyles: readonly boolean[];
  readonly from1904: boolean;
  readonly limits: ReadingLimits;
}

export interface SheetRowsReader {
  /** Takes a piece of the XML and returns the rows it completed. */
  read(chunk: Buffer): readonly SheetRow[];
  readonly isFinished: () => boolean;
  readonly hiddenColumns: readonly number[];
}

const unmarked: readonly CellMark[] = [];
const letterC = 99;
const space = 32;
const slash = 47;

export function createSheetRowsReader(context: SheetContext): SheetRowsReader {
  const { limits, sharedStrings, dateStyles } = context;
  const hiddenColumns: number[] = [];
  let finished = false;
  let ready: SheetRow[] = [];
  let rowNumber = 0;
  let rowHidden = false;
  let cells: string[] = [];
  let marks: CellMark[] = [];
  let column = -1;
  let cellType = '';
  let cellStyle = 0;
  let inValue = false;
  let inFormula = false;
  let inPhonetic = false;
  let hasFormula = false;
  let value = '';
  let formula = '';

  function openCell(attributes: string): void {
    const reference = attributeOf(attributes, 'r');
    column = reference === undefined ? column + 1 : columnOfReference(reference);
    if (column < 0) column = cells.length;
    cellType = attributeOf(attributes, 't') ?? 'n';
    const style = attributeOf(attributes, 's');
    cellStyle = style === undefined ? 0 : Number(style);
    value = '';
    formula = '';
    hasFormula = false;
  }

  function closeCell(): void {
    const text = value === '' ? '' : textOfCell();
    if (hasFormula && cellType !== 'e') markFormula(text);
    if (text === '') return;
    if (column >= limits.columns) {
      refuse(fileRefusals.tooManyColumns, { row: rowNumber, limit: limits.columns });
    }
    while (cells.length < column) cells.push('');
    cells[column] = text;
  }

  function markFormula(text: string): void {
    if (isCommandFormula(decodeXmlText(formula))) mark('command');
    else mark(text === '' ? 'formula-empty' : 'formula');
  }

  function mark(kind: MarkKind): void {
    if (column < limits.columns) marks.push({ column, kind });
  }

  function textOfCell(): string {
    switch (cellType) {
      case 's':
        return sharedStrings[Number(value)] ?? '';
      case 'str':
      case 'inlineStr':
      case 'd':
        return decodeXmlText(value);
      case 'b':
        return value === '1' ? 'TRUE' : 'FALSE';
      case 'e':
        mark('error-value');
        return value;
      default:
        return textOfNumber();
    }
  }

  function textOfNumber(): string {
    if (dateStyles[cellStyle]) {
      const day = dateFromSerial(Number(value), context.from1904);
      if (day !== undefined) return day;
    }
    if (value.length < 15 && isDigits(value)) return value;
    const number = Number(value);
    if (!Number.isFinite(number)) return value;
    if (Math.abs(number) < 1e15) return String(number);
    mark('long-number');
    return isDigits(value) ? value : number.toLocaleString('en', { useGrouping: false });
  }

  /** `<c r="A1" s="2"><v>7</v></c>` and `<c r="A1" t="inlineStr"><is><t>韦</t></is></c>`, complete. */
  function wholeCell(xml: string, at: number): number {
    if (xml.charCodeAt(at + 1) !== letterC || xml.charCodeAt(at + 2) !== space) return 0;
    const open = xml.indexOf('>', at);
    if (open < 0) return 0;
    if (xml.charCodeAt(open - 1) === slash)
      return takeCell(xml.slice(at + 2, open - 1), '', open + 1);
    const attributes = xml.slice(at + 2, open);
    if (xml.startsWith('<v>', open + 1)) {
      const end = xml.indexOf('<', open + 4);
      if (end < 0 || !xml.startsWith('</v></c>', end)) return 0;
      return takeCell(attributes, xml.slice(open + 4, end), end + 8);
    }
    if (!xml.startsWith('<is><t', open + 1)) return 0;
    const start = xml.indexOf('>', open + 7) + 1;
    const end = xml.indexOf('<', start);
    if (start === 0 || end < 0 || !xml.startsWith('</t></is></c>', end)) return 0;
    return takeCell(attributes, xml.slice(start, end), end + 13);
  }

  function takeCell(attributes: string, text: string, end: number): number {
    openCell(attributes);
    value = limited(text);
    closeCell();
    return end;
  }

  const scanner = createXmlScanner(context.part, {
    whole: wholeCell,
    open(name, attributes) {
      if (name === 'c') openCell(attributes);
      else if (name === 'v') inValue = true;
      else if (name === 't') inValue = !inPhonetic;
      else if (name === 'row') {
        rowNumber = Number(attributeOf(attributes, 'r') ?? rowNumber + 1);
        rowHidden = isTrue(attributeOf(attributes, 'hidden'));
        cells = [];
        marks = [];
        column = -1;
      } else if (name === 'f') {
        inFormula = true;
        hasFormula = true;
      } else if (name === 'rPh') inPhonetic = true;
      else if (name === 'col' && isTrue(attributeOf(attributes, 'hidden'))) {
        const last = Math.min(Number(attributeOf(attributes, 'max')), limits.columns);
        for (let at = Number(attributeOf(attributes, 'min')); at <= last; at += 1) {
          hiddenColumns.push(at - 1);
        }
      }
    },
    close(name) {
      if (name === 'c') closeCell();
      else if (name === 'v' || name === 't') inValue = false;
      else if (name === 'f') inFormula = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'row') endRow();
      else if (name === 'sheetData') finished = true;
    },
    text(raw) {
      if (inValue) value = limited(value === '' ? raw : value + raw);
      else if (inFormula) formula = limited(formula + raw);
    },
  });

  function limited(text: string): string {
    if (text.length > limits.cellCharacters * 4) {
      refuse(fileRefusals.textTooLong, { row: rowNumber, limit: limits.cellCharacters });
    }
    return text;
  }

  function endRow(): void {
    if (rowNumber > limits.rows) refuse(fileRefusals.tooManyRows, { limit: limits.rows });
    if (cells.length === 0 && marks.length === 0) return;
    ready.push({
      number: rowNumber,
      cells,
      hidden: rowHidden,
      marks: marks.length === 0 ? unmarked : marks,
    });
  }

  return {
    read(chunk) {
      ready = [];
      scanner.write(chunk);
      return ready;
    },
    isFinished: () => finished,
    hiddenColumns,
  };
}

function isDigits(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character < 48 || character > 57) return false;
  }
  return text.length > 0;
}

function isTrue(attribute: string | undefined): boolean {
  return attribute === '1' || attribute === 'true';
}
