// The filtered list as a file, row after row while the transaction is open; never the whole of it in
// memory. Sealed values leave masked. Texts that a spreadsheet would take for a formula are defused.

import type { exportHouseholds } from '#contract/registry-households.ts';
import type { InputOf } from '#contract/route.ts';
import type { Language } from '#domain/kernel/refusal.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { shownValue } from '#domain/registry/event.ts';
import {
  type FormField,
  householdField,
  householdFields,
  personField,
  personFields,
} from '#domain/registry/form.ts';
import type { FieldValue } from '#domain/registry/household.ts';
import { unknownColumn } from '#domain/registry/refusals.ts';
import type { Context, Download } from '#server/http/context.ts';
import { countedRows } from '#server/kernel/count-output.ts';
import { defused, xlsxDownload } from '#server/kernel/xlsx-download.ts';
import { nameAreas } from './area-names.ts';
import { listWholeHouseholds, type WholeHousehold } from './export.store.ts';
import { type RowFilter, rowFilterOf } from './household-filter.ts';
import { listHouseholdRows, placeOf } from './household-list.store.ts';

type Query = InputOf<typeof exportHouseholds>['query'];
type Cell = string | number | null;

interface Column {
  readonly name: string;
  readonly heading: string;
  cell(row: ExportRow): Cell;
}

interface ExportRow {
  readonly household: WholeHousehold;
  readonly township: string;
  readonly village: string;
  readonly member: Readonly<Record<string, unknown>> | undefined;
}

/** The columns of the list on the screen. */
const usual =
  'householdNo,township,village,headName,members,stage,attribute,primaryCause,primaryMeasure,incomePerHead,incomeYear,houseGrade';
const usualOfPersons = `${usual},person.name,person.relation,person.sex,person.identity,person.birthDate`;

const places = {
  township: { zh: '乡镇', en: 'Township' },
  village: { zh: '行政村', en: 'Village' },
} as const;

const pageRows = 1000;

export async function exportList(context: Context, query: Query): Promise<Download> {
  const asked = query.columns ?? (query.rows === 'person' ? usualOfPersons : usual);
  const pack = context.platform.packs.inForce(context.area, context.today);
  const columns = asked
    .split(',')
    .map((name) => columnOf(name.trim(), pack, context.language, query));
  const filter = await rowFilterOf(context, query);
  context.note({ facts: { format: query.format, columns: asked, rows: query.rows } });

  const rows = countedRows(
    context,
    'households',
    exportRows(context, filter, { columns, perPerson: query.rows === 'person' }),
  );
  const stem = `${context.language === 'zh' ? '户名单' : 'households'}-${context.area}-${context.today}`;
  return query.format === 'csv'
    ? {
        fileName: `${stem}.csv`,
        contentType: 'text/csv; charset=utf-8',
        body: csvOf(columns, rows),
      }
    : xlsxDownload({
        fileName: `${stem}.xlsx`,
        name: context.language === 'zh' ? '户' : 'Households',
        headings: columns.map(({ heading }) => heading),
        rows,
      });
}

async function* exportRows(
  context: Context,
  filter: RowFilter,
  { columns, perPerson }: { columns: readonly Column[]; perPerson: boolean },
): AsyncGenerator<Cell[]> {
  let after: ReturnType<typeof placeOf> | undefined;
  for (;;) {
    const request = { filter, sort: 'householdNo' as const, limit: pageRows };
    const page = await listHouseholdRows(context.tx, { ...request, after });
    const last = page.at(-1);
    if (last === undefined) return;
    const names = await nameAreas(
      context.tx,
      page.map((row) => row.area_code),
      context.today,
    );
    const whole = await listWholeHouseholds(
      context.tx,
      page.map((row) => row.id),
      perPerson,
    );
    for (const { id, area_code } of page) {
      const household = whole.get(id);
      if (household === undefined) continue;
      for (const member of perPerson ? household.members : [undefined]) {
        const row: ExportRow = { household, member, ...names(area_code) };
        yield columns.map((column) => column.cell(row));
      }
    }
    if (page.length < pageRows) return;
    after = placeOf(last, request);
  }
}

function columnOf(
  name: string,
  pack: ResolvedPack | undefined,
  language: Language,
  query: Query,
): Column {
  if (name === 'township' || name === 'village') {
    return { name, heading: places[name][language], cell: (row) => row[name] };
  }
  const ofPerson = name.startsWith('person.');
  const field = ofPerson ? personField(name.slice(7)) : householdField(name);
  if (field === undefined || (ofPerson && query.rows !== 'person')) {
    const fields = [
      ...householdFields,
      ...personFields.map((one) => ({ name: `person.${one.name}` })),
    ];
    return refuse(unknownColumn, {
      column: name,
      choices: ['township', 'village', ...fields.map((one) => one.name)].join(', '),
    });
  }
  const of = ofPerson ? 'person' : 'household';
  const titled = pack?.rows.fields.find(({ row }) => row.id === field.name && row.of === of);
  const show = shower(field, pack, language);
  return {
    name,
    heading: titled?.row.title[language] ?? field.name,
    cell: (row) => show(ofPerson ? row.member : row.household.row),
  };
}

/** How a field's column of a row becomes a cell: codes by their titles, money in yuan. */
function shower(
  field: FormField,
  pack: ResolvedPack | undefined,
  language: Language,
): (row: Readonly<Record<string, unknown>> | undefined) => Cell {
  const list = pack?.rows.lists.find(({ row }) => row.id === field.list)?.row;
  const titles = new Map(list?.codes.map(({ code, title }) => [code, title[language]]));
  const yesNo = language === 'zh' ? ['是', '否'] : ['yes', 'no'];
  return (row) => {
    const column = field.type === 'sealed' ? `${field.column}_mask` : field.column;
    const value = shownValue((row?.[column] ?? null) as FieldValue);
    if (value === null) return null;
    if (typeof value === 'boolean') return (value ? yesNo[0] : yesNo[1]) ?? null;
    if (typeof value === 'number') return field.type === 'fen' ? value / 100 : value;
    const codes = typeof value === 'string' ? [value] : value;
    return defused(codes.map((code) => titles.get(code) ?? code).join('、'));
  };
}

async function* csvOf(
  columns: readonly Column[],
  rows: AsyncIterable<Cell[]>,
): AsyncGenerator<string> {
  const line = (cells: readonly Cell[]) => `${cells.map(csvCell).join(',')}\r\n`;
  yield `\u{feff}${line(columns.map((column) => column.heading))}`;
  for await (const row of rows) yield line(row);
}

function csvCell(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
