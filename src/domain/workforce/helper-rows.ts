// Helpers as rows of a spreadsheet: the headings it needs, and what of each row can be taken. A row that
// cannot is refused with its number and a sentence for each reason; nothing of it is guessed.
import type { SheetRow } from '#domain/exchange/sheet-row.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';

export const helperColumns = ['name', 'title', 'rank', 'unit', 'place'] as const;
export type HelperColumn = (typeof helperColumns)[number];

export const helperHeadings: Readonly<Record<HelperColumn, Bilingual>> = {
  name: { zh: '姓名', en: 'Name' },
  title: { zh: '职务', en: 'Position' },
  rank: { zh: '职级', en: 'Rank' },
  unit: { zh: '单位', en: 'Unit' },
  place: { zh: '派驻地', en: 'Posted in' },
};

const required: readonly HelperColumn[] = ['name', 'rank', 'place'];

export interface KnownPlace {
  readonly code: string;
  /** Every way it may be written: its name, and with its township before it. */
  readonly names: readonly string[];
}

export interface HelperKnowledge {
  readonly ranks: readonly { readonly rank: string; readonly title: Bilingual }[];
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly places: readonly KnownPlace[];
  /** Name, place and unit of those entered already, as one text. */
  readonly entered: ReadonlySet<string>;
}

export interface ReadHelper {
  readonly row: number;
  readonly name: string;
  readonly title: string;
  readonly rank: string;
  readonly unit: string | null;
  readonly place: string;
}

export interface RefusedHelper {
  readonly row: number;
  readonly name: string;
  readonly why: readonly Bilingual[];
}

export interface HelperReading {
  /** Headings that were not found; nothing is read then. */
  readonly missing: readonly HelperColumn[];
  readonly helpers: readonly ReadHelper[];
  readonly refused: readonly RefusedHelper[];
}

export function helperKey(name: string, place: string, unit: string | null): string {
  return `${name} ${place} ${unit ?? ''}`;
}

export function readHelperRows(rows: readonly SheetRow[], known: HelperKnowledge): HelperReading {
  const [head, ...body] = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const at = (column: HelperColumn) =>
    head?.cells.findIndex((cell) => Object.values(helperHeadings[column]).includes(cell.trim())) ??
    -1;
  const columns = Object.fromEntries(helperColumns.map((column) => [column, at(column)])) as Record<
    HelperColumn,
    number
  >;
  const missing = required.filter((column) => columns[column] < 0);
  if (missing.length > 0) return { missing, helpers: [], refused: [] };
  const helpers: ReadHelper[] = [];
  const refused: RefusedHelper[] = [];
  const seen = new Set(known.entered);
  for (const row of body) {
    const cell = (column: HelperColumn) => (row.cells[columns[column]] ?? '').trim();
    const read = readRow(cell, known);
    const key = helperKey(cell('name'), read.place ?? '', read.unit);
    const why = seen.has(key) && read.why.length === 0 ? [alreadyEntered] : read.why;
    if (why.length > 0 || read.rank === undefined || read.place === undefined) {
      refused.push({ row: row.number, name: cell('name'), why });
      continue;
    }
    seen.add(key);
    const { rank, place, unit } = read;
    helpers.push({ row: row.number, name: cell('name'), title: cell('title'), rank, unit, place });
  }
  return { missing, helpers, refused };
}

const alreadyEntered: Bilingual = {
  zh: '这个人在这里已经登记过，或在表里重复。',
  en: 'This person is entered here already, or stands twice in the sheet.',
};

function readRow(
  cell: (column: HelperColumn) => string,
  { ranks, units, places }: HelperKnowledge,
) {
  const [name, rank, unit, place] = [cell('name'), cell('rank'), cell('unit'), cell('place')];
  const knownRank = ranks.find(
    (one) => one.rank === rank || one.title.zh === rank || one.title.en === rank,
  );
  const knownUnit = unit === '' ? undefined : units.find((one) => one.name === unit);
  const found = places.filter((one) => one.code === place || one.names.includes(place));
  const why: Bilingual[] = [];
  if (name === '' || name.length > 40) {
    why.push({
      zh: '没有姓名，或姓名超过 40 个字。',
      en: 'The name is missing or longer than 40 characters.',
    });
  }
  if (knownRank === undefined) {
    const listed = ranks.map((one) => one.title.zh).join('、');
    const english = ranks.map((one) => one.title.en).join(', ');
    why.push({
      zh: `职级“${rank}”不在规则里，应是${listed}之一。`,
      en: `The rank “${rank}” is not in the rules; it has to be one of ${english}.`,
    });
  }
  if (unit !== '' && knownUnit === undefined) {
    why.push({
      zh: `单位“${unit}”没有登记，请先在单位名册登记。`,
      en: `The unit “${unit}” is not entered; enter it among the units first.`,
    });
  }
  const [only] = found;
  if (found.length !== 1 || only === undefined) {
    why.push(
      found.length === 0
        ? {
            zh: `派驻地“${place}”不是这里的乡镇或村，请写全名或区划代码。`,
            en: `“${place}” is no township or village here; write its full name or its code.`,
          }
        : {
            zh: `叫“${place}”的村有 ${found.length} 个，请在前面写上乡镇。`,
            en: `${found.length} villages are called “${place}”; write the township before it.`,
          },
    );
  }
  return {
    why,
    rank: knownRank?.rank,
    unit: knownUnit?.id ?? null,
    place: found.length === 1 ? only?.code : undefined,
  };
}
