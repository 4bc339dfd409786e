// The books of an area in a period as evidence to take away: entries, lines, balances, acts, payments and the
// auditor's questions. Each export stands in the audit trail with the digest of the whole.
import type { exportEvidence } from '#contract/funds-findings.ts';
import type { InputOf } from '#contract/route.ts';
import { findingRules, ruleWords } from '#domain/funds/finding.ts';
import * as refusals from '#domain/funds/finding-refusals.ts';
import { spanOf } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { csvCell } from '#server/exchange/csv-cell.ts';
import type { Context, Download } from '#server/http/context.ts';
import {
  balancesAt,
  countEntries,
  entriesOfPeriod,
  linesOfPeriod,
  ordersOfPeriod,
  paymentsOfPeriod,
} from './evidence.store.ts';
import { type EvidencePart, packEvidence } from './evidence-package.ts';
import { findingViews } from './findings.ts';
import { countKept, listKept, listLooks } from './kept-finding.store.ts';

const entriesMost = 100_000;
const findingsMost = 5000;

export async function evidenceOf(
  context: Context,
  { query }: InputOf<typeof exportEvidence>,
): Promise<Download> {
  const { tx, area, actor, now } = context;
  const { from, to } = query;
  if (from > to) refuse(refusals.periodBackwards, { from, to });
  const asked = { span: spanOf(area), from, to };
  const count = await countEntries(tx, asked);
  if (count === 0) refuse(refusals.nothingInPeriod, { from, to });
  if (count > entriesMost) refuse(refusals.periodTooLong, { count, most: entriesMost });

  const parts = [
    table('entries.csv', entryColumns, await entriesOfPeriod(tx, asked)),
    table('lines.csv', lineColumns, await linesOfPeriod(tx, asked)),
    table('balances.csv', balanceColumns, await balancesAt(tx, asked)),
    table('orders.csv', orderColumns, await ordersOfPeriod(tx, asked)),
    table('payments.csv', paymentColumns, await paymentsOfPeriod(tx, asked)),
    await findingsPart(context),
    { name: 'README.txt', rows: 0, text: explanation },
  ];
  const heading = { area, from, to, madeAt: now, madeBy: actor.displayName };
  const { bytes, manifest } = packEvidence(heading, parts);
  context.note({ area, facts: { from, to, entries: count, digest: manifest.digest } });
  return {
    fileName: `evidence-${area}-${from}-${to}.zip`,
    contentType: 'application/zip',
    body: whole(bytes),
  };
}

async function findingsPart(context: Context): Promise<EvidencePart> {
  const { tx, area } = context;
  const span = spanOf(area);
  const [look] = (await listLooks(tx, area)).filter(({ state }) => state === 'kept');
  const counts = new Map((await countKept(tx, span)).map((one) => [one.rule, one.count]));
  const rules = [];
  for (const rule of findingRules) {
    const rows = await listKept(tx, rule, { span, limit: findingsMost });
    const items = await findingViews(context, rule, rows);
    const count = counts.get(rule) ?? 0;
    rules.push({ rule, ...ruleWords[rule], count, listed: items.length, items });
  }
  const rows = rules.reduce((sum, { listed }) => sum + listed, 0);
  const lookedAt = look?.begun_at ?? null;
  return { name: 'findings.json', rows, text: `${JSON.stringify({ lookedAt, rules }, null, 2)}\n` };
}

const entryColumns =
  'id,kind,on,document,memo,amount_fen,area,author,approvers,recorded_at,reverses,cause';
const lineColumns =
  'entry,position,amount_fen,account,kind,source,purpose,area,holder,project,household,household_no,head_name';
const balanceColumns = 'account,kind,source,purpose,area,holder,project,balance_fen';
const orderColumns =
  'id,kind,on,document,memo,source,purpose,amount_fen,from_area,from_holder,to_area,to_holder,state,approvals_needed,approval_level,author,entered_at,ended_by,ended_reason,entry';
const paymentColumns =
  'id,list,title,position,household_no,name,area,amount_fen,account_mask,state,problems,paid_on,entry,bank_note,word,word_said,word_answer';

function table(
  name: string,
  heading: string,
  rows: readonly Readonly<Record<string, string | number | null>>[],
): EvidencePart {
  const columns = heading.split(',');
  const lines = rows.map((row) => columns.map((column) => cellOf(row[column] ?? null)).join(','));
  return { name, rows: rows.length, text: [heading, ...lines, ''].join('\r\n') };
}

/** Amounts are whole fen as they are; only words are guarded against being run as a formula. */
function cellOf(value: string | number | null): string {
  return typeof value === 'string' && /^-?\d+$/.test(value) ? value : csvCell(value);
}

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const explanation = [
  '这是一份资金审计证据包。manifest.json 列出每个文件的 SHA-256 和总摘要；总摘要同时记在系统的审计链里。',
  '核验：npm run bangfu -- evidence check <本文件>。任何一处改动、增加、删除都会被指出；每一笔账各行之和必须为零。',
  '金额单位为分。表格为 UTF-8 编码的 CSV。findings.json 是最近一次查账（lookedAt）留下的疑点，每条规则列金额最大的 5000 处，count 为总数。',
  '',
  'This is a package of evidence from the books. manifest.json has the SHA-256 of every part and one of the whole,',
  'which the audit trail keeps too. To prove it: npm run bangfu -- evidence check <this file>. Whatever was changed,',
  'added or left out is named, and the lines of every entry must sum to nothing. Amounts are in fen; tables are CSV in UTF-8.',
  'findings.json has what the latest look (lookedAt) questioned: the 5000 largest of each rule; count is all of them.',
  '',
].join('\n');
