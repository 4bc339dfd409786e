// A county's own report as a pasted table: rows into figures, and every row that cannot be read answered
// with a sentence. Good rows are checked although others are bad.

import type { Bilingual } from '#domain/kernel/refusal.ts';
import { parseUnit } from '#domain/policy/expression-unit.ts';
import { nearest } from '#domain/policy/nearest-name.ts';
import type { Figure } from '#domain/policy/pack/figure-schemas.ts';
import { readPrinted } from '#domain/policy/pack/printed-number.ts';
import { columnOf, type ReadUnit, type ReportColumn, readUnit } from './report-columns.ts';

export const reportRowsMost = 500;

export interface ReportRow {
  /** As the spreadsheet program shows it. */
  readonly number: number;
  readonly name: string;
  readonly figure: Figure;
  readonly total: string | undefined;
  readonly method: string | undefined;
  readonly date: string | undefined;
}

export interface ReportProblem {
  readonly row: number;
  readonly column: ReportColumn;
  readonly says: Bilingual;
}

export interface ReadReport {
  readonly rows: readonly ReportRow[];
  /** Figures that stand only in a cell, as a numerator or denominator typed as a number. */
  readonly loose: readonly Figure[];
  readonly problems: readonly ReportProblem[];
}

export interface Cells {
  readonly number: number;
  readonly cells: readonly string[];
}

export function readReport(sheet: readonly Cells[]): ReadReport {
  const filled = sheet.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [head, ...body] = filled;
  const columns = new Map<ReportColumn, number>();
  head?.cells.forEach((heading, index) => {
    const column = columnOf(heading);
    if (column !== undefined && !columns.has(column)) columns.set(column, index);
  });
  if (head === undefined || !columns.has('name') || !columns.has('value')) {
    return { rows: [], loose: [], problems: [problem(head?.number ?? 1, 'name', noHeadings)] };
  }
  const problems: ReportProblem[] = [];
  if (body.length > reportRowsMost) {
    problems.push(problem(body[reportRowsMost]?.number ?? 0, 'name', tooMany));
  }
  const lines = body.slice(0, reportRowsMost).map(({ number, cells }) => ({
    number,
    cell: (column: ReportColumn) => (cells[columns.get(column) ?? -1] ?? '').trim(),
  }));
  const ids = namesOf(lines, problems);
  const loose: Figure[] = [];
  const rows = lines.flatMap((line) => {
    const row = readRow(line, { ids, problems, loose });
    return row === undefined ? [] : [row];
  });
  return { rows, loose, problems };
}

interface Line {
  readonly number: number;
  readonly cell: (column: ReportColumn) => string;
}

interface Reading {
  readonly ids: ReadonlyMap<string, string>;
  readonly problems: ReportProblem[];
  readonly loose: Figure[];
}

/** A name is how rows speak of one another, so it stands once. */
function namesOf(lines: readonly Line[], problems: ReportProblem[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const { number, cell } of lines) {
    const name = cell('name');
    if (name === '') problems.push(problem(number, 'name', noName));
    else if (ids.has(name)) problems.push(problem(number, 'name', twice(name)));
    else ids.set(name, `row${number}`);
  }
  return ids;
}

function readRow(line: Line, reading: Reading): ReportRow | undefined {
  const { number, cell } = line;
  const { ids, problems } = reading;
  const name = cell('name');
  if (ids.get(name) !== `row${number}`) return undefined;
  const unit = readUnit(cell('unit'), (text) => parseUnit(text) !== undefined);
  if (unit === undefined) {
    problems.push(problem(number, 'unit', unknownUnit(cell('unit'))));
    return undefined;
  }
  const printed = printedOf(cell('printed'), cell('value'), unit);
  if (printed === undefined) {
    problems.push(problem(number, 'value', unreadable(cell('value'))));
    return undefined;
  }
  const numerator = reference(line, 'numerator', reading);
  const denominator = reference(line, 'denominator', reading);
  const total = cell('total') === '' ? undefined : ids.get(cell('total'));
  if (cell('total') !== '' && total === undefined) {
    problems.push(problem(number, 'total', unknownRow(cell('total'), [...ids.keys()])));
  }
  if (numerator === null || denominator === null) return undefined;
  const figure = figureOf(`row${number}`, name, unit.unit, printed);
  return {
    number,
    name,
    figure: { ...figure, on: cell('date'), numerator, denominator },
    total,
    method: cell('method') || undefined,
    date: cell('date') || undefined,
  };
}

/** The printed text decides; where none is given, the value in its unit is what was printed. */
function printedOf(printed: string, value: string, unit: ReadUnit): string | undefined {
  const hasScale = /[万亿]/.test(value);
  const text = printed !== '' ? printed : `${value}${hasScale ? '' : unit.scale}`;
  if (text === '' || readPrinted(text) === undefined) return undefined;
  return text;
}

/** Another row by its name, or a number typed here; null when it is neither. */
function reference(
  { number, cell }: Line,
  column: 'numerator' | 'denominator',
  { ids, problems, loose }: Reading,
): string | undefined | null {
  const text = cell(column);
  if (text === '') return undefined;
  const row = ids.get(text);
  if (row !== undefined) return row;
  const read = /^[约]?\d/.test(text) ? readPrinted(text) : undefined;
  if (read === undefined) {
    problems.push(problem(number, column, unknownRow(text, [...ids.keys()])));
    return null;
  }
  const id = `row${number}${column === 'numerator' ? 'Above' : 'Below'}`;
  loose.push(figureOf(id, text, 'item', text));
  return id;
}

function figureOf(id: string, name: string, unit: string, printed: string): Figure {
  const words = { zh: name, en: name };
  const read = readPrinted(printed, unit === 'percent');
  return {
    id,
    title: words,
    definition: words,
    unit,
    printed,
    value: read?.nominal,
    on: '',
    verified: false,
    requirements: [],
    counting: 'distinct',
    nature: 'stock',
  };
}

function problem(row: number, column: ReportColumn, says: Bilingual): ReportProblem {
  return { row, column, says };
}

const noHeadings: Bilingual = {
  zh: '第一行要有“名称”和“数值”两列；还可以有：单位、分子、分母、原文、合计于、方法、日期。',
  en: 'The first row needs the columns name and value; there may also be unit, numerator, denominator, printed, total, method, date.',
};

const noName: Bilingual = {
  zh: '没有名称。请写明这个数叫什么。',
  en: 'It has no name. Say what this number is called.',
};

const tooMany: Bilingual = {
  zh: `一次最多核对 ${reportRowsMost} 行。请分成几张表。`,
  en: `At most ${reportRowsMost} rows are checked at once. Split the table.`,
};

function twice(name: string): Bilingual {
  return {
    zh: `名称“${name}”在前面已经有了。请改成不同的名称。`,
    en: `The name “${name}” stands above already. Give it another name.`,
  };
}

function unreadable(value: string): Bilingual {
  return value === ''
    ? { zh: '没有数值。请填写数值或原文。', en: 'It has no value. Fill in value or printed.' }
    : {
        zh: `“${value}”读不出数字。请写成 8565、1.84万、46.5% 的样子。`,
        en: `No number can be read in “${value}”. Write it like 8565, 1.84万 or 46.5%.`,
      };
}

function unknownUnit(unit: string): Bilingual {
  return {
    zh: `不认识单位“${unit}”。可用：户、人、元、万元、亿元、亩、村、个、笔、%、人/户。`,
    en: `The unit “${unit}” is not known. Use household, person, yuan, mu, village, item, percent, person/household.`,
  };
}

function unknownRow(text: string, names: readonly string[]): Bilingual {
  const guess = nearest(text, names);
  return {
    zh: `没有名称为“${text}”的行，它也不是数字。${guess === undefined ? '请写另一行的名称，或直接写数。' : `是否想写“${guess}”？`}`,
    en: `No row is called “${text}”, and it is no number. ${guess === undefined ? 'Name another row, or type a number.' : `Did you mean “${guess}”?`}`,
  };
}
