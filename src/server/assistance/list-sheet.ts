// A list as a sheet to fill in, and the filled sheet on its way back. What fits is marked; what does not is
// told row by row, with what to do.
import type { listSheet, uploadList } from '#contract/assistance-delivery.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { fileUnreadable } from '#domain/assistance/benefit-refusals.ts';
import { readSheetDate } from '#domain/exchange/sheet-date.ts';
import type { SheetRow } from '#domain/exchange/sheet-row.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { fenToNumber, parseYuan } from '#domain/kernel/fen.ts';
import { type Bilingual, refuse } from '#domain/kernel/refusal.ts';
import { uploadedRows } from '#server/exchange/uploaded-rows.ts';
import type { Context, Download } from '#server/http/context.ts';
import { countedRows } from '#server/kernel/count-output.ts';
import { defused, xlsxDownload } from '#server/kernel/xlsx-download.ts';
import { demandOpen, type Mark, markOne } from './confirm-list.ts';
import { type ListRowRecord, listListRows, listRowsMost } from './list.store.ts';
import { openedList, rowViews } from './lists.ts';

const headings = [
  '户编号',
  '户主',
  '本人',
  '乡镇',
  '村',
  '应得金额',
  '日期',
  '金额',
  '未办原因',
] as const;

export async function sheetOf(
  context: Context,
  { params }: InputOf<typeof listSheet>,
): Promise<Download> {
  const list = await openedList(context, params.id);
  const rows = await listListRows(context.tx, {
    county: list.county,
    list: list.id,
    limit: listRowsMost,
  });
  const views = await rowViews(context, rows);
  context.note({
    area: areaCode(list.area_code),
    subject: `delivery:${list.id}`,
    facts: { rows: rows.length },
  });
  return xlsxDownload({
    fileName: `${list.title}.xlsx`,
    name: '名单',
    headings,
    rows: countedRows(
      context,
      'deliveries',
      views.map((row) => [
        row.householdNo,
        defused(row.headName ?? ''),
        defused(row.personName ?? ''),
        row.township,
        row.village,
        yuan(row.promisedFen),
        row.deliveredOn ?? '',
        yuan(row.deliveredFen),
        defused(row.leftOutReason),
      ]),
    ),
  });
}

function yuan(fen: number | null): number | string {
  return fen === null ? '' : fen / 100;
}

type Refused = OutputOf<typeof uploadList>['refused'][number];

export async function upload(
  context: Context,
  { params }: InputOf<typeof uploadList>,
): Promise<OutputOf<typeof uploadList>> {
  const { tx, today } = context;
  const list = await openedList(context, params.id, 'locked');
  demandOpen(list);
  const sheet = linesOf(await uploadedRows(context, { most: listRowsMost + 10 }));
  const rows = await listListRows(tx, { county: list.county, list: list.id, limit: listRowsMost });
  const byNumber = new Map<string, ListRowRecord[]>();
  for (const row of rows) {
    const same = byNumber.get(row.household_no);
    if (same === undefined) byNumber.set(row.household_no, [row]);
    else same.push(row);
  }

  const refused: Refused[] = [];
  let marked = 0;
  let leftOut = 0;
  for (const one of sheet) {
    const found = (byNumber.get(one.householdNo) ?? []).filter(
      ({ person_name }) => one.person === '' || person_name === one.person,
    );
    const read = found.length === 1 ? markOf(one, today) : undefined;
    const problem = found.length !== 1 ? unfound(found.length) : read?.problem;
    const [row] = found;
    if (problem !== undefined || row === undefined || read?.mark === undefined) {
      if (problem !== undefined)
        refused.push({ row: one.row, householdNo: one.householdNo, problem });
      continue;
    }
    await markOne(context, list, { ...read.mark, benefit: row.id });
    if (read.mark.leftOutReason === '') marked += 1;
    else leftOut += 1;
  }
  context.note({
    area: areaCode(list.area_code),
    subject: `delivery:${list.id}`,
    facts: { marked, leftOut, refused: refused.length },
  });
  return { marked, leftOut, refused: refused.slice(0, 500) };
}

function unfound(count: number): Bilingual {
  return count === 0
    ? { zh: '名单里没有这个户编号。', en: 'The list has no such household number.' }
    : {
        zh: '这一户在名单里有几个人，请在“本人”列写明是谁。',
        en: 'Several persons of this household are on the list; say in the column 本人 which one.',
      };
}

interface SheetLine {
  readonly row: number;
  readonly householdNo: string;
  readonly person: string;
  readonly day: string;
  readonly amount: string;
  readonly reason: string;
}

/** A row that says nothing is left as it was: then there is neither a mark nor a problem. */
function markOf(
  { day, amount, reason }: SheetLine,
  today: string,
): { readonly mark?: Mark; readonly problem?: Bilingual } {
  if (reason !== '') {
    return { mark: { deliveredOn: null, deliveredFen: null, leftOutReason: reason.slice(0, 200) } };
  }
  if (day === '') return {};
  const on = readSheetDate(day);
  if (on === undefined) {
    return { problem: { zh: `“${day}”不是日期。`, en: `"${day}" is no day.` } };
  }
  if (on > today) {
    return { problem: { zh: `日期 ${on} 在今天之后。`, en: `${on} is after today.` } };
  }
  const fen = amount === '' ? null : parseYuan(amount);
  if (fen === undefined || (fen !== null && fen < 0n)) {
    return { problem: { zh: `“${amount}”不是金额。`, en: `"${amount}" is no amount.` } };
  }
  const deliveredFen = fen === null ? null : fenToNumber(fen);
  return { mark: { deliveredOn: on, deliveredFen, leftOutReason: '' } };
}

function linesOf(rows: readonly SheetRow[]): readonly SheetLine[] {
  let at: ReadonlyMap<string, number> | undefined;
  const lines: SheetLine[] = [];
  for (const { number, cells } of rows) {
    if (at === undefined) {
      at = columnsOf(cells);
      continue;
    }
    const columns = at;
    const cell = (name: string) => (cells[columns.get(name) ?? -1] ?? '').trim();
    if (cell('户编号') === '') continue;
    lines.push({
      row: number,
      householdNo: cell('户编号'),
      person: cell('本人'),
      day: cell('日期'),
      amount: cell('金额'),
      reason: cell('未办原因'),
    });
  }
  return lines;
}

function columnsOf(cells: readonly string[]): ReadonlyMap<string, number> {
  const at = new Map(cells.map((name, column) => [name.trim(), column]));
  if (!at.has('户编号') || !at.has('日期')) {
    refuse(fileUnreadable, { found: cells.filter((name) => name.trim() !== '').join('、') || '—' });
  }
  return at;
}
