// Reads the cells that an analysis needs out of the rows of a table. A blank is a value that is not known,
// never a zero; text where a number belongs, a negative weight or half a person is a problem that names
// row, column, value, rule and remedy. Nothing else of a row is looked at.
import { type Bilingual, fill } from '#domain/kernel/refusal.ts';

export interface AskedColumn {
  /** As the analysis names it: `income`. */
  readonly role: string;
  /** As the table does. */
  readonly heading: string;
  /** `yesNo` becomes 1 and 0. */
  readonly kind: 'number' | 'text' | 'yesNo';
  readonly least?: number;
  /** Nothing at or below this. */
  readonly above?: number;
  /** Whether a blank is a problem; else the value is not known. */
  readonly isRequired?: boolean;
}

export interface TableRow {
  /** As the spreadsheet program shows it. */
  readonly row: number;
  number(role: string): number | null;
  /** Trimmed; empty where blank or where the analysis has no such column. */
  text(role: string): string;
  has(role: string): boolean;
}

export interface CellProblem {
  readonly row: number;
  readonly field: string;
  readonly value: string;
  readonly code: CellProblemCode;
  readonly message: Bilingual;
}

const messages = {
  'insight/not-a-number': {
    zh: '“{field}”应填数字，这里是“{value}”；请只填数字。',
    en: '“{field}” takes a number and this is “{value}”; enter digits only.',
  },
  'insight/number-too-small': {
    zh: '“{field}”不能小于 {least}，这里是 {value}；请更正。',
    en: '“{field}” cannot be less than {least} and this is {value}; correct it.',
  },
  'insight/number-not-positive': {
    zh: '“{field}”应大于 {above}，这里是 {value}；请更正。',
    en: '“{field}” must be more than {above} and this is {value}; correct it.',
  },
  'insight/yes-no-unknown': {
    zh: '“{field}”应填“是”或“否”（1 或 0），这里是“{value}”；请更正。',
    en: '“{field}” takes yes or no (1 or 0) and this is “{value}”; correct it.',
  },
  'insight/cell-blank': {
    zh: '“{field}”没有填；请补上。',
    en: '“{field}” is blank; fill it in.',
  },
  'insight/household-twice': {
    zh: '户号“{value}”出现两次，而每行应是一户（给了人口列）；请删去重复的行，或去掉 --members。',
    en: 'Household “{value}” occurs twice, though each row is one household (a members column is given); delete the repeated row, or leave --members out.',
  },
} as const satisfies Record<string, Bilingual>;

export type CellProblemCode = keyof typeof messages;

export function cellProblem(
  code: CellProblemCode,
  facts: { readonly row: number; readonly field: string; readonly value: string } & Readonly<
    Record<string, string | number>
  >,
): CellProblem {
  const { row, field, value } = facts;
  const shown = { ...facts, value: value.slice(0, 40) };
  const message = { zh: fill(messages[code].zh, shown), en: fill(messages[code].en, shown) };
  return { row, field, value: shown.value, code, message };
}

/** Places of the columns in the heading; those that are not there come back by name. */
export function findColumns(
  headings: readonly string[],
  asked: readonly AskedColumn[],
): { readonly places: readonly number[]; readonly missing: readonly AskedColumn[] } {
  const names = headings.map(plainHeading);
  const places = asked.map(({ heading }) => names.indexOf(plainHeading(heading)));
  return { places, missing: asked.filter((_, at) => (places[at] ?? -1) < 0) };
}

/** Reads one row; its problems go to `report`, and the row is undefined where it has any. */
export function readTableRow(
  { number: row, cells }: { readonly number: number; readonly cells: readonly string[] },
  asked: readonly AskedColumn[],
  places: readonly number[],
  report: (problem: CellProblem) => void,
): TableRow | undefined {
  const values: Record<string, number | string | null> = {};
  let isWhole = true;
  asked.forEach((column, at) => {
    const raw = cells[places[at] ?? -1] ?? '';
    const read = readCell(column, raw);
    if (typeof read === 'object' && read !== null) {
      isWhole = false;
      const { least = 0, above = 0 } = column;
      report(
        cellProblem(read.code, { row, field: column.heading, value: raw.trim(), least, above }),
      );
      return;
    }
    values[column.role] = read;
  });
  if (!isWhole) return undefined;
  return {
    row,
    number: (role) => {
      const value = values[role];
      return typeof value === 'number' ? value : null;
    },
    text: (role) => {
      const value = values[role];
      return typeof value === 'string' ? value : '';
    },
    has: (role) => values[role] !== undefined && values[role] !== null && values[role] !== '',
  };
}

const blankSigns = new Set([
  '',
  '-',
  '--',
  '—',
  '——',
  '/',
  'na',
  'n/a',
  '#n/a',
  'null',
  '.',
  '不详',
  '未知',
]);
const yes = new Set(['1', '是', '有', 'yes', 'y', 'true', '√', '贫困', '已列入']);
const no = new Set(['0', '否', '无', '没有', 'no', 'n', 'false', '×', '非贫困', '未列入']);

function readCell(
  column: AskedColumn,
  raw: string,
): number | string | null | { readonly code: CellProblemCode } {
  // The common case first: plain digits need no second look.
  const text = /^-?\d+(\.\d+)?$/.test(raw) ? raw : raw.normalize('NFKC').trim();
  if (column.kind === 'text') return text;
  const lower = text.toLowerCase();
  if (blankSigns.has(lower))
    return column.isRequired === true ? { code: 'insight/cell-blank' } : null;
  if (column.kind === 'yesNo') {
    if (yes.has(lower)) return 1;
    return no.has(lower) ? 0 : { code: 'insight/yes-no-unknown' };
  }
  const value = readNumber(text);
  if (value === undefined) return { code: 'insight/not-a-number' };
  if (column.above !== undefined && value <= column.above) {
    return { code: 'insight/number-not-positive' };
  }
  if (column.least !== undefined && value < column.least)
    return { code: 'insight/number-too-small' };
  return value;
}

/** `1,234.5`, `1.2万`, `35%`, `2,800元`; undefined for anything else. */
export function readNumber(text: string): number | undefined {
  const match = /^([+-]?\d[\d,]*(?:\.\d+)?(?:e[+-]?\d+)?)(万|亿|%)?元?$/i.exec(text.trim());
  if (match === null) return undefined;
  const value = Number((match[1] ?? '').replaceAll(',', ''));
  const factor = match[2] === '万' ? 1e4 : match[2] === '亿' ? 1e8 : match[2] === '%' ? 0.01 : 1;
  return Number.isFinite(value) ? value * factor : undefined;
}

function plainHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .replace(/^\ufeff/, '')
    .trim()
    .toLowerCase();
}
