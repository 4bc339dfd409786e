// Rows of a payment list as a department sends them, and of the bank's answer: which column is what, and
// what a row says. A row that cannot be read is named with its number; nothing is guessed.
import type { SheetRow } from '#domain/exchange/sheet-row.ts';
import { deny } from '#domain/kernel/deny.ts';
import { type Fen, parseYuan } from '#domain/kernel/fen.ts';
import type { RefusalKind } from '#domain/kernel/refusal.ts';
import * as refusals from './list-refusals.ts';

const headings = {
  number: ['户编号', '户号', '农户编号', 'household no', 'household number', 'household'],
  amount: ['金额', '金额（元）', '金额(元)', '补助金额', '发放金额', 'amount', 'amount (yuan)'],
  name: ['姓名', '户主', '户主姓名', '户名', 'name', 'head'],
  position: ['序号', '编号', 'no', 'no.', 'position'],
  account: ['账号', '账号尾号', '银行账号', 'account'],
  result: ['结果', '处理结果', '状态', 'result', 'status'],
  note: ['原因', '失败原因', '备注', 'reason', 'note'],
} as const;
type Column = keyof typeof headings;
type Columns = Partial<Readonly<Record<Column, number>>>;

export interface PaymentRow {
  readonly row: number;
  readonly householdNo: string;
  readonly name: string;
  readonly amount: Fen;
}

export interface AnswerRow {
  readonly row: number;
  readonly position: number;
  readonly amount: Fen;
  /** Digits of the account as the bank wrote them; empty where it wrote none. */
  readonly account: string;
  readonly isPaid: boolean;
  readonly note: string;
}

type Read<Row> =
  | { readonly ok: true; readonly rows: readonly Row[]; readonly total: Fen | undefined }
  | { readonly ok: false; readonly denial: RefusalKind };

export function readPaymentRows(sheet: readonly SheetRow[]): Read<PaymentRow> {
  const head = findHead(sheet, ['number', 'amount']);
  if (head === undefined) return { ok: false, denial: deny(refusals.noColumns) };
  const rows: PaymentRow[] = [];
  for (const one of below(sheet, head.row)) {
    const householdNo = cell(one, head.columns.number);
    if (isTotal(one)) continue;
    const typed = cell(one, head.columns.amount);
    const amount = parseYuan(typed);
    if (householdNo === '') return wrong(one, '户编号', '');
    if (amount === undefined || amount <= 0n) return wrong(one, '金额', typed);
    rows.push({ row: one.number, householdNo, name: cell(one, head.columns.name), amount });
  }
  return rows.length === 0
    ? { ok: false, denial: deny(refusals.emptyList) }
    : { ok: true, rows, total: undefined };
}

const paidWords: readonly string[] = ['成功', '已入账', '已发放', 'paid', 'success', 'ok'];
const failedWords: readonly string[] = ['失败', '退回', '未入账', 'failed', 'returned', 'rejected'];

export function readAnswerRows(sheet: readonly SheetRow[]): Read<AnswerRow> {
  const head = findHead(sheet, ['position', 'amount', 'result']);
  if (head === undefined) return { ok: false, denial: deny(refusals.noAnswerColumns) };
  const { columns } = head;
  const rows: AnswerRow[] = [];
  let total: Fen | undefined;
  for (const one of below(sheet, head.row)) {
    const typed = cell(one, columns.amount);
    const amount = parseYuan(typed);
    if (amount === undefined) return wrong(one, '金额', typed);
    if (isTotal(one)) {
      total = amount;
      continue;
    }
    const place = cell(one, columns.position);
    const result = cell(one, columns.result).toLowerCase();
    const isPaid = paidWords.includes(result);
    if (!/^\d{1,7}$/.test(place)) return wrong(one, '序号', place);
    if (!isPaid && !failedWords.includes(result)) return wrong(one, '结果', result);
    rows.push({
      row: one.number,
      position: Number(place),
      amount,
      account: cell(one, columns.account).replace(/\D/g, ''),
      isPaid,
      note: cell(one, columns.note).slice(0, 200),
    });
  }
  return { ok: true, rows, total };
}

function wrong(row: SheetRow, field: string, value: string): { ok: false; denial: RefusalKind } {
  const shown = value === '' ? '—' : value.slice(0, 40);
  return { ok: false, denial: deny(refusals.badRow, { row: row.number, field, value: shown }) };
}

function cell(row: SheetRow, column: number | undefined): string {
  return column === undefined ? '' : (row.cells[column] ?? '').trim();
}

function isTotal({ cells }: SheetRow): boolean {
  return cells.some((text) => /^(合计|总计|total)$/i.test(text.trim()));
}

function* below(sheet: readonly SheetRow[], head: number): Generator<SheetRow> {
  for (const row of sheet) {
    if (row.number > head && row.cells.some((text) => text.trim() !== '')) yield row;
  }
}

function findHead(
  sheet: readonly SheetRow[],
  needed: readonly Column[],
): { readonly row: number; readonly columns: Columns } | undefined {
  for (const row of sheet.slice(0, 20)) {
    const columns: Partial<Record<Column, number>> = {};
    for (const [index, text] of row.cells.entries()) {
      const word = text.trim().toLowerCase();
      const found = (Object.keys(headings) as Column[]).find((one) =>
        (headings[one] as readonly string[]).includes(word),
      );
      if (found !== undefined) columns[found] ??= index;
    }
    if (needed.every((one) => columns[one] !== undefined)) return { row: row.number, columns };
  }
  return undefined;
}
