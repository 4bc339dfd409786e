// Payment lists by hand: begun out of a purse, filled from a file, submitted, approved, discarded. Checking
// and posting are jobs of their own.
import { z } from 'zod';
import type {
  answerPaymentList,
  checkPaymentList,
  discardPaymentList,
  drawUpList,
  getListChoices,
  listPaymentLists,
  listPayments,
  PaymentList,
  submitPaymentList,
  uploadListFile,
} from '#contract/funds-lists.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { yuanText } from '#domain/funds/entry.ts';
import * as listRefusals from '#domain/funds/list-refusals.ts';
import { approvalsFor } from '#domain/funds/order.ts';
import * as orderRefusals from '#domain/funds/order-refusals.ts';
import { readPaymentRows } from '#domain/funds/payment-row.ts';
import * as refusals from '#domain/funds/refusals.ts';
import { areaCode, countyNumberOf, isWithin, spanOf } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { uploadedRows } from '#server/exchange/uploaded-rows.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { findAccount, listHeld } from './books.store.ts';
import { choicesMost } from './books.ts';
import { approvalRuleOf, fundWordsHere } from './fund-words.ts';
import { accountViews } from './line-view.ts';
import { insertList, type ListRow, listLists, sumLists, updateList } from './list.store.ts';
import { checkKind, postKind } from './list-jobs.ts';
import {
  listDenial,
  listView,
  listViews,
  onlyOwn,
  openList,
  paymentViews,
  refuseUnless,
} from './list-view.ts';
import { deletePayments, insertPayments, sumPayments } from './payment.store.ts';
import { listPaymentRows } from './payment-word.store.ts';
import { refuseProjectList } from './projects/refuse-unearned.ts';
import { purseOf } from './purse.ts';

const chunkLines = 5000;

export async function choicesOfLists(
  context: Context,
  _: InputOf<typeof getListChoices>,
): Promise<OutputOf<typeof getListChoices>> {
  const { tx, area, today } = context;
  const words = fundWordsHere(context, area);
  const held = await listHeld(tx, {
    span: spanOf(area),
    on: today,
    limit: choicesMost + 1,
    kinds: ['allocated'],
  });
  const views = await accountViews(context, words, held.slice(0, choicesMost));
  return {
    purses: views.map(({ kind: _kind, household: _household, ...purse }) => purse),
    more: held.length > choicesMost,
    benefits: (words.pack?.rows.benefits ?? [])
      .filter(({ row }) => row.kind === 'cash' && row.to !== 'village')
      .map(({ row }) => ({ id: row.id, title: row.title, verified: row.verified })),
  };
}

export async function beginList(
  context: Context,
  { body }: InputOf<typeof drawUpList>,
): Promise<OutputOf<typeof drawUpList>> {
  const { tx, actor, now, today } = context;
  const area = areaCode(body.area);
  const county = countyNumberOf(area) ?? refuse(orderRefusals.countyNeeded);
  const purse = (await findAccount(tx, body.purse)) ?? refuse(refusals.noSuchAccount);
  if (purse.kind !== 'allocated') {
    refuse(orderRefusals.cannotTakeFrom, { from: purse.kind, choices: 'allocated' });
  }
  if (!isWithin(areaCode(purse.area), areaCode(area.slice(0, 6)))) {
    refuse(orderRefusals.elsewhere, { area: purse.area });
  }
  const { pack } = fundWordsHere(context, area);
  const isKnown = pack?.rows.benefits.some(({ row }) => row.id === body.benefit) === true;
  if (body.benefit !== null && !isKnown) {
    refuse(listRefusals.unknownBenefit, { benefit: body.benefit });
  }
  if (body.payOn > today) refuse(orderRefusals.dayAhead, { on: body.payOn, today });
  const id = context.newId(county);
  await insertList(tx, {
    county,
    id,
    area_code: area,
    title: body.title,
    holder: purse.holder,
    source: purse.source,
    purpose: purse.purpose,
    from_area: purse.area,
    from_project: purse.project,
    benefit: body.benefit,
    period: body.period ?? body.payOn.slice(0, 4),
    document: body.document,
    pay_on: body.payOn,
    state: 'draft',
    author: actor.account,
    author_name: actor.displayName,
    created_at: now,
    retry_of: null,
  });
  context.note({ area, subject: `paymentList:${id}` });
  return { id };
}

/** The list, if it is the asker's to change and stands so. */
export async function ownList(
  context: Context,
  id: string,
  ...states: readonly ListRow['state'][]
): Promise<ListRow> {
  const list = await openList(context, id, 'locked');
  if (list.author !== context.actor.account) refuse(orderRefusals.notYours);
  refuseUnless(list, ...states);
  context.note({ area: areaCode(list.area_code), subject: `paymentList:${list.id}` });
  return list;
}

export async function takeListFile(
  context: Context,
  { params, query }: InputOf<typeof uploadListFile>,
): Promise<PaymentList> {
  const { tx } = context;
  const list = await ownList(context, params.id, 'draft', 'checked');
  const read = readPaymentRows(await uploadedRows(context, { sheet: query.sheet }));
  if (!read.ok) return refuse(read.denial);

  await deletePayments(tx, list);
  for (let from = 0; from < read.rows.length; from += chunkLines) {
    await insertPayments(
      tx,
      list,
      read.rows.slice(from, from + chunkLines).map((row, index) => ({
        id: context.newId(list.county),
        position: from + index + 1,
        householdNo: row.householdNo,
        name: row.name,
        amount: row.amount,
      })),
    );
  }
  const sums = await sumPayments(tx, list);
  await updateList(tx, list, {
    state: 'draft',
    lines: sums.lines,
    held: 0,
    total_fen: sums.total,
  });
  return listView(context, list.id);
}

export async function startChecking(
  context: Context,
  { params }: InputOf<typeof checkPaymentList>,
): Promise<OutputOf<typeof checkPaymentList>> {
  const list = await ownList(context, params.id, 'draft', 'checked');
  if (list.lines === 0) refuse(listRefusals.emptyList);
  const job = await enqueue(context, list, checkKind);
  await updateList(context.tx, list, { state: 'checking', job });
  return { job };
}

async function enqueue(context: Context, list: ListRow, kind: string): Promise<string> {
  const { tx, platform, actor, scope, now } = context;
  return platform.jobs.enqueue(tx, {
    kind,
    areaCode: areaCode(list.area_code),
    account: actor.account,
    scope,
    input: { list: list.id },
    now,
  });
}

export async function submitList(
  context: Context,
  { params }: InputOf<typeof submitPaymentList>,
): Promise<PaymentList> {
  const list = await ownList(context, params.id, 'checked');
  if (list.total_fen === 0) refuse(listRefusals.emptyList);
  await refuseOverBudget(context, list);
  const { pack } = fundWordsHere(context, areaCode(list.area_code));
  const asked = approvalsFor({ kind: 'pay', amount: BigInt(list.total_fen) }, approvalRuleOf(pack));
  await updateList(context.tx, list, {
    state: 'waiting',
    approvals: [],
    approvals_needed: asked.needed,
    approval_level: asked.level,
    returned_reason: null,
  });
  return listView(context, list.id);
}

async function refuseOverBudget(context: Context, list: ListRow): Promise<void> {
  const balance = await purseOf(context.tx, list);
  const total = BigInt(list.total_fen);
  await refuseProjectList(context.tx, list);
  if (balance >= total) return;
  refuse(listRefusals.listOverBudget, {
    total: yuanText(total),
    purse: [list.source, list.purpose, list.holder].filter(Boolean).join(' · '),
    on: list.pay_on,
    balance: yuanText(balance),
    missing: yuanText(total - balance),
  });
}

export async function answerList(
  context: Context,
  { params, body }: InputOf<typeof answerPaymentList>,
): Promise<PaymentList> {
  const { tx, actor, now } = context;
  const list = await openList(context, params.id, 'locked');
  refuseUnless(list, 'waiting');
  const denial = listDenial(context, list);
  if (denial !== undefined) refuse(denial);
  if (!body.approve && body.reason === '') refuse(orderRefusals.reasonNeeded);

  if (!body.approve) {
    await updateList(tx, list, { state: 'checked', returned_reason: body.reason, approvals: [] });
  } else {
    await refuseOverBudget(context, list);
    const approvals = [
      ...list.approvals,
      { account: actor.account, name: actor.displayName, office: actor.title, at: now },
    ];
    const isLast = approvals.length >= list.approvals_needed;
    const job = isLast ? await enqueue(context, list, postKind) : null;
    await updateList(tx, list, { approvals, ...(isLast ? { state: 'posting', job } : {}) });
  }
  context.note({
    area: areaCode(list.area_code),
    subject: `paymentList:${list.id}`,
    facts: { approve: body.approve, amount: list.total_fen },
  });
  return listView(context, list.id);
}

export async function discardList(
  context: Context,
  { params }: InputOf<typeof discardPaymentList>,
): Promise<PaymentList> {
  const list = await ownList(context, params.id, 'draft', 'checked', 'waiting');
  await updateList(context.tx, list, { state: 'discarded' });
  return listView(context, list.id);
}

const ListKeys = z.tuple([z.string(), z.string()]);

export async function listsOfArea(
  context: Context,
  { query }: InputOf<typeof listPaymentLists>,
): Promise<OutputOf<typeof listPaymentLists>> {
  const asked = { span: spanOf(context.area), author: onlyOwn(context) };
  const before = readCursor(query.cursor, ListKeys);
  const rows = await listLists(context.tx, { ...asked, before, limit: query.limit + 1 });
  const page = pageFrom(rows, query.limit, (row) => [row.created_at, row.id]);
  const total = before === undefined ? await sumLists(context.tx, asked) : null;
  return { items: await listViews(context, page.items), next: page.next, total };
}

const PaymentKeys = z.tuple([z.number()]);

export async function paymentsOf(
  context: Context,
  { params, query }: InputOf<typeof listPayments>,
): Promise<OutputOf<typeof listPayments>> {
  const list = await openList(context, params.id);
  const [after = 0] = readCursor(query.cursor, PaymentKeys) ?? [];
  const rows = await listPaymentRows(context.tx, list, {
    show: query.show,
    after,
    limit: query.limit + 1,
  });
  const page = pageFrom(rows, query.limit, (row) => [row.position]);
  return { items: await paymentViews(context, page.items), next: page.next };
}
