// The bank's part of a payment list: the batch it gets, its answer read back line by line, what failed taken
// back into the purse and listed to be paid again. A file that is not of this list is refused whole.
import type {
  exportBankFile,
  PaymentList,
  readBankAnswer,
  retryFailedPayments,
} from '#contract/funds-lists.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { yuanText } from '#domain/funds/entry.ts';
import * as listRefusals from '#domain/funds/list-refusals.ts';
import { linesOf } from '#domain/funds/order.ts';
import * as orderRefusals from '#domain/funds/order-refusals.ts';
import { type AnswerRow, readAnswerRows } from '#domain/funds/payment-row.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { uploadedRows } from '#server/exchange/uploaded-rows.ts';
import type { Context, Download } from '#server/http/context.ts';
import { countedRows } from '#server/kernel/count-output.ts';
import { defused, xlsxDownload } from '#server/kernel/xlsx-download.ts';
import { insertList, type ListRow, updateList } from './list.store.ts';
import { listView } from './list-view.ts';
import { ownList } from './lists.ts';
import {
  type BankLine,
  copyFailed,
  listAtBank,
  markAnswered,
  sumPayments,
} from './payment.store.ts';
import { listPaymentRows } from './payment-word.store.ts';
import { postEntries } from './post-entries.ts';
import { purseKey } from './purse.ts';

const headings = ['序号', '户名', '开户行', '账号', '金额', '附言', '结果', '原因'];

export async function bankFile(
  context: Context,
  { params }: InputOf<typeof exportBankFile>,
): Promise<Download> {
  const { tx, platform } = context;
  const list = await ownList(context, params.id, 'posted');
  const lines = await listAtBank(tx, list);
  const total = lines.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  const rows = lines.map((line) => [
    line.position,
    defused(line.name ?? ''),
    defused(line.bank ?? ''),
    line.account === null ? '' : platform.secrets.open('bankAccount', line.account),
    yuanText(BigInt(line.amount)),
    defused(list.title),
    '',
    '',
  ]);
  context.note({ facts: { rows: lines.length } });
  return xlsxDownload({
    fileName: `${list.document}.xlsx`,
    name: '批量代发',
    headings,
    rows: countedRows(context, 'payments', [
      ...rows,
      ['合计', '', '', '', yuanText(total), '', '', ''],
    ]),
  });
}

export async function takeBankAnswer(
  context: Context,
  { params }: InputOf<typeof readBankAnswer>,
): Promise<PaymentList> {
  const { tx, now } = context;
  const list = await ownList(context, params.id, 'posted');
  const read = readAnswerRows(await uploadedRows(context));
  if (!read.ok) return refuse(read.denial);
  const sent = await listAtBank(tx, list);
  const byPosition = matched(sent, read.rows);
  const summed = read.rows.reduce((sum, { amount }) => sum + amount, 0n);
  if (read.total !== undefined && read.total !== summed) {
    refuse(listRefusals.answerTotal, { given: yuanText(read.total), summed: yuanText(summed) });
  }

  const failed = sent.filter(({ position }) => byPosition.get(position)?.isPaid === false);
  await markAnswered(
    tx,
    list.county,
    sent.map(({ id, position }) => ({
      id,
      isPaid: byPosition.get(position)?.isPaid === true,
      note: byPosition.get(position)?.note ?? '',
    })),
  );
  await takeBack(context, list, failed);
  await updateList(tx, list, { state: 'answered', answered_at: now });
  context.note({ facts: { rows: sent.length, failed: failed.length } });
  return listView(context, list.id);
}

/** The answer's rows by number, every one a line that was sent, unchanged, and none missing. */
function matched(
  sent: readonly BankLine[],
  rows: readonly AnswerRow[],
): ReadonlyMap<number, AnswerRow> {
  const lines = new Map(sent.map((line) => [line.position, line]));
  const answers = new Map<number, AnswerRow>();
  for (const row of rows) {
    const { position } = row;
    const line = lines.get(position);
    if (line === undefined || answers.has(position)) {
      return refuse(listRefusals.answerStranger, { row: row.row, position });
    }
    const differs = differenceOf(line, row);
    if (differs !== undefined) {
      const { given, listed, field } = differs;
      refuse(deny(listRefusals.answerChanged, { row: row.row, position, given, listed, field }));
    }
    answers.set(position, row);
  }
  const missing = sent.find(({ position }) => !answers.has(position));
  if (missing !== undefined) {
    refuse(listRefusals.answerShort, {
      given: rows.length,
      listed: sent.length,
      position: missing.position,
    });
  }
  return answers;
}

function differenceOf(line: BankLine, row: AnswerRow) {
  if (row.amount !== BigInt(line.amount)) {
    return {
      field: { zh: '金额', en: 'the amount' },
      given: yuanText(row.amount),
      listed: yuanText(BigInt(line.amount)),
    };
  }
  const tail = line.account_mask?.slice(-4) ?? '';
  if (row.account !== '' && row.account.slice(-4) !== tail) {
    return {
      field: { zh: '账号尾号', en: 'the end of the account' },
      given: row.account.slice(-4),
      listed: tail,
    };
  }
  return undefined;
}

/** What did not reach a household goes back into the purse, by the reverse of its entry. */
async function takeBack(
  { tx, actor, now, newId, today }: Context,
  list: ListRow,
  failed: readonly BankLine[],
): Promise<void> {
  if (failed.length === 0) return;
  const { kind: _kind, household: _household, ...purse } = purseKey(list);
  const rows = await listPaymentRows(tx, list, { show: 'failed', after: 0, limit: failed.length });
  await postEntries(
    {
      tx,
      county: list.county,
      area: areaCode(list.area_code),
      author: { account: actor.account, name: actor.displayName },
      now,
      newId,
    },
    rows.flatMap((row) =>
      row.entry_id === null || row.household_id === null
        ? []
        : [
            {
              id: newId(list.county),
              kind: 'correct' as const,
              corrects: 'pay' as const,
              on: today,
              document: `${list.document}-${row.position}`,
              memo: row.bank_note ?? '',
              reverses: row.entry_id,
              cause: `payment:${row.id}`,
              lines: linesOf({
                kind: 'pay',
                on: plainDate(list.pay_on),
                source: purse.source,
                purpose: purse.purpose,
                amount: -BigInt(row.amount),
                from: {
                  kind: 'allocated',
                  area: purse.area,
                  holder: purse.holder,
                  project: purse.project,
                },
                to: {
                  area: areaCode(row.area_code.slice(0, 12)),
                  holder: '',
                  project: purse.project,
                  household: row.household_id,
                  purpose: null,
                },
              }),
            },
          ],
    ),
  );
}

export async function retryFailed(
  context: Context,
  { params, body }: InputOf<typeof retryFailedPayments>,
): Promise<OutputOf<typeof retryFailedPayments>> {
  const { tx, actor, now, today } = context;
  const list = await ownList(context, params.id, 'answered');
  if (body.payOn > today) refuse(orderRefusals.dayAhead, { on: body.payOn, today });
  const failed = await listPaymentRows(tx, list, { show: 'failed', after: 0, limit: list.lines });
  if (failed.length === 0) refuse(listRefusals.nothingFailed);
  const id = context.newId(list.county);
  await insertList(tx, {
    county: list.county,
    id,
    area_code: list.area_code,
    title: list.title,
    holder: list.holder,
    source: list.source,
    purpose: list.purpose,
    from_area: list.from_area,
    from_project: list.from_project,
    benefit: list.benefit,
    period: list.period,
    document: body.document,
    pay_on: body.payOn,
    state: 'draft',
    author: actor.account,
    author_name: actor.displayName,
    created_at: now,
    retry_of: list.id,
  });
  const ids = failed.map(() => context.newId(list.county));
  const to = { id, area_code: list.area_code };
  await copyFailed(tx, { county: list.county, from: list.id, to }, ids);
  const sums = await sumPayments(tx, { county: list.county, id });
  await updateList(tx, { county: list.county, id }, { lines: sums.lines, total_fen: sums.total });
  return { id };
}
