// One row of a spreadsheet as every reader hands it on, whatever the file was: all cells as text, the
// row number as the spreadsheet program shows it, and marks on cells whose text needs a word of
// explanation. What a text means is decided later, by the field it belongs to.

/**
 * `formula`: the text is the result the program stored. `formula-empty`: a formula whose result was
 * never stored. `command`: a formula that starts a program or fetches from elsewhere; its text is not
 * taken. `long-number`: more digits than a spreadsheet number holds, so the last ones may be lost.
 * `merged`: filled from the first cell of a merged area.
 */
export type MarkKind =
  | 'formula'
  | 'formula-empty'
  | 'command'
  | 'error-value'
  | 'long-number'
  | 'merged';

export interface CellMark {
  /** 0-based. */
  readonly column: number;
  readonly kind: MarkKind;
}

export interface SheetRow {
  /** 1-based, as the spreadsheet program shows it. */
  readonly number: number;
  /** Empty text where a cell is blank; cells at the end may be missing. */
  readonly cells: readonly string[];
  readonly hidden: boolean;
  readonly marks: readonly CellMark[];
}

export interface SheetSummary {
  readonly name: string;
  readonly hidden: boolean;
}

const noMarks: readonly CellMark[] = [];

export function plainRow(number: number, cells: readonly string[]): SheetRow {
  return { number, cells, hidden: false, marks: noMarks };
}

/** The letters a spreadsheet program shows above a column: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The 0-based column of a reference such as `AB12`; -1 when it begins with no letters. */
export function columnOfReference(reference: string): number {
  let column = 0;
  for (let place = 0; place < reference.length; place += 1) {
    const letter = reference.charCodeAt(place) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

/**
 * Whether a text would be run as a formula by a spreadsheet program that opens it. A signed number
 * is not; `=1+1`, `@SUM`, `+cmd|' /C calc'!A0` are.
 */
export function startsFormula(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first === 61 || first === 64 || first === 9 || first === 13) return true;
  if (first !== 43 && first !== 45) return false;
  return text.length > 1 && !/^[+-]\s*[\d.,,]+\s*[%万亿元]*$/.test(text);
}

/** Formulas that reach beyond the sheet: a program by DDE, the network, another file. */
export function isCommandFormula(formula: string): boolean {
  return /\||\b(?:WEBSERVICE|DDE|DDEAUTO|RTD|CALL|REGISTER\.ID|EXEC|IMPORT[A-Z]+)\s*\(/i.test(
    formula,
  );
}
