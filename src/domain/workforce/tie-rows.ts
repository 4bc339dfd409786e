// Ties as rows of a spreadsheet, the same one that goes out: what of each row can be taken, and why not. A
// row that cannot is told with its number and its reasons; nothing of it is guessed.
import { readSheetDate } from '#domain/exchange/sheet-date.ts';
import type { SheetRow } from '#domain/exchange/sheet-row.ts';
import { fenToNumber, parseYuan } from '#domain/kernel/fen.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import { readTieWay, type TieWay, tieWayTitles } from './tie.ts';

export const tieColumns = [
  'unit',
  'householdNo',
  'head',
  'township',
  'village',
  'way',
  'yearly',
  'terms',
  'from',
] as const;
export type TieColumn = (typeof tieColumns)[number];

export const tieHeadings: Readonly<Record<TieColumn, Bilingual>> = {
  unit: { zh: '带动主体', en: 'Unit' },
  householdNo: { zh: '户编号', en: 'Household number' },
  head: { zh: '户主', en: 'Head' },
  township: { zh: '乡镇', en: 'Township' },
  village: { zh: '村', en: 'Village' },
  way: { zh: '带动方式', en: 'Way' },
  yearly: { zh: '约定年收益（元）', en: 'Agreed a year (yuan)' },
  terms: { zh: '约定', en: 'Terms' },
  from: { zh: '开始日期', en: 'From' },
};

const required: readonly TieColumn[] = ['unit', 'householdNo', 'way'];

/** What a row says, as it stands; or what somebody typed into the form. */
export interface TieLine {
  readonly row: number;
  readonly unit: string;
  readonly householdNo: string;
  readonly way: string;
  readonly yearly: string;
  readonly terms: string;
  readonly from: string;
}

export interface KnownUnit {
  readonly id: string;
  readonly name: string;
}

export interface KnownHousehold {
  readonly id: string;
  readonly area: string;
}

export interface TieKnowledge {
  readonly units: readonly KnownUnit[];
  readonly households: ReadonlyMap<string, KnownHousehold>;
  /** Keys of ties that are open already. */
  readonly open: ReadonlySet<string>;
  readonly today: string;
}

export interface ReadTie {
  readonly row: number;
  readonly unit: KnownUnit;
  readonly household: KnownHousehold;
  readonly way: TieWay;
  readonly yearlyFen: number | null;
  readonly terms: string;
  readonly from: string;
}

export interface RefusedTie {
  readonly row: number;
  readonly householdNo: string;
  readonly why: readonly Bilingual[];
}

export function tieKey(unit: string, household: string, way: string): string {
  return `${unit} ${household} ${way}`;
}

export function linesOfSheet(rows: readonly SheetRow[]): {
  readonly missing: readonly TieColumn[];
  readonly lines: readonly TieLine[];
} {
  const [head, ...body] = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const at = (column: TieColumn) =>
    head?.cells.findIndex((cell) => Object.values(tieHeadings[column]).includes(cell.trim())) ?? -1;
  const columns = new Map(tieColumns.map((column) => [column, at(column)]));
  const missing = required.filter((column) => (columns.get(column) ?? -1) < 0);
  if (missing.length > 0) return { missing, lines: [] };
  return {
    missing,
    lines: body.map((row) => {
      const cell = (column: TieColumn) => (row.cells[columns.get(column) ?? -1] ?? '').trim();
      return {
        row: row.number,
        unit: cell('unit'),
        householdNo: cell('householdNo'),
        way: cell('way'),
        yearly: cell('yearly'),
        terms: cell('terms'),
        from: cell('from'),
      };
    }),
  };
}

export function readTies(
  lines: readonly TieLine[],
  known: TieKnowledge,
): { readonly ties: readonly ReadTie[]; readonly refused: readonly RefusedTie[] } {
  const ties: ReadTie[] = [];
  const refused: RefusedTie[] = [];
  const seen = new Set(known.open);
  for (const line of lines) {
    const { tie, why } = readLine(line, known);
    const key = tie === undefined ? '' : tieKey(tie.unit.id, tie.household.id, tie.way);
    if (tie === undefined || seen.has(key)) {
      const { row, householdNo } = line;
      refused.push({ row, householdNo, why: tie === undefined ? why : [tiedAlready] });
      continue;
    }
    seen.add(key);
    ties.push(tie);
  }
  return { ties, refused };
}

const tiedAlready: Bilingual = {
  zh: '这一户已经由这个主体以这种方式带动，或在表里重复。',
  en: 'This unit leads the household in this way already, or the row stands twice in the sheet.',
};

function readLine(
  line: TieLine,
  known: TieKnowledge,
): { readonly tie?: ReadTie; readonly why: readonly Bilingual[] } {
  const unit = known.units.find(({ id, name }) => name === line.unit || id === line.unit);
  const household = known.households.get(line.householdNo);
  const way = readTieWay(line.way);
  const yearly = line.yearly === '' ? null : parseYuan(line.yearly);
  const from = line.from === '' ? known.today : readSheetDate(line.from);
  const why = [
    ...(unit === undefined ? [unknownUnit(line.unit)] : []),
    ...(household === undefined ? [unknownHousehold(line.householdNo)] : []),
    ...(way === undefined ? [unknownWay(line.way)] : []),
    ...(yearly === undefined || (yearly !== null && yearly < 0n) ? [noAmount(line.yearly)] : []),
    ...(from === undefined || from > known.today ? [noDay(line.from)] : []),
  ];
  if (
    why.length > 0 ||
    unit === undefined ||
    household === undefined ||
    way === undefined ||
    yearly === undefined ||
    from === undefined
  ) {
    return { why };
  }
  const yearlyFen = yearly === null ? null : fenToNumber(yearly);
  const terms = line.terms.slice(0, 300);
  return { tie: { row: line.row, unit, household, way, yearlyFen, terms, from }, why };
}

function unknownUnit(unit: string): Bilingual {
  return {
    zh: `单位“${unit}”没有登记，请先在单位名册登记。`,
    en: `The unit “${unit}” is not entered; enter it among the units first.`,
  };
}

function unknownHousehold(no: string): Bilingual {
  return {
    zh: `辖区内没有户编号“${no}”，请核对编号。`,
    en: `There is no household numbered “${no}” in this area; check the number.`,
  };
}

function unknownWay(way: string): Bilingual {
  const titles = Object.values(tieWayTitles);
  return {
    zh: `带动方式“${way}”应是${titles.map(({ zh }) => zh).join('、')}之一。`,
    en: `The way “${way}” has to be one of: ${titles.map(({ en }) => en).join(', ')}.`,
  };
}

function noAmount(text: string): Bilingual {
  return {
    zh: `“${text}”不是金额，请写成 3000 或 3000.50。`,
    en: `“${text}” is no amount; write 3000 or 3000.50.`,
  };
}

function noDay(text: string): Bilingual {
  return {
    zh: `开始日期“${text}”不是日期，或在今天之后。`,
    en: `The first day “${text}” is no day, or after today.`,
  };
}
