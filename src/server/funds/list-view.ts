// Payment lists and their lines in the words of the reader, and who may do what with them.
import type { Payment, PaymentList, PaymentProblem } from '#contract/funds-lists.ts';
import { yuanText } from '#domain/funds/entry.ts';
import * as listRefusals from '#domain/funds/list-refusals.ts';
import { standsAtLevel } from '#domain/funds/order.ts';
import * as orderRefusals from '#domain/funds/order-refusals.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import { type RefusalKind, refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { namesOf } from '#server/workforce/helper-view.ts';
import { fundWordsHere } from './fund-words.ts';
import {
  countPayments,
  countProblems,
  findList,
  type ListRow,
  type ListState,
} from './list.store.ts';
import type { PaymentRowFound } from './payment-word.store.ts';

/** A department sees the lists it drew up; who reads the books sees all of their area. */
export function onlyOwn({ actor, may }: Context): string | undefined {
  return may('funds.read') ? undefined : actor.account;
}

export async function openList(
  context: Context,
  id: string,
  lock: 'shown' | 'locked' = 'shown',
): Promise<ListRow> {
  const list = await findList(context.tx, id, lock);
  const own = onlyOwn(context);
  const isTheirs = own === undefined || list?.author === own;
  return list === undefined || !isTheirs ? refuse(listRefusals.noSuchList) : list;
}

const stateWords: Readonly<Record<ListState, { zh: string; en: string }>> = {
  draft: { zh: '草稿', en: 'draft' },
  checking: { zh: '核对中', en: 'being checked' },
  checked: { zh: '已核对', en: 'checked' },
  waiting: { zh: '等审批', en: 'waiting for approval' },
  posting: { zh: '入账中', en: 'being posted' },
  posted: { zh: '已付出，等银行回盘', en: 'paid out, waiting for the bank' },
  answered: { zh: '银行已回盘', en: 'answered by the bank' },
  discarded: { zh: '已作废', en: 'put away' },
};

export function refuseUnless(list: ListRow, ...states: readonly ListState[]): void {
  if (states.includes(list.state)) return;
  refuse(deny(listRefusals.listNotReady, { state: stateWords[list.state] }));
}

export function listDenial({ actor }: Context, list: ListRow): RefusalKind | undefined {
  if (list.author === actor.account) return deny(orderRefusals.ownOrder);
  if (!standsAtLevel(actor.area, list.approval_level)) {
    return deny(orderRefusals.levelTooLow, { amount: yuanText(BigInt(list.total_fen)) });
  }
  if (list.approvals.some(({ account }) => account === actor.account)) {
    const missing = list.approvals_needed - list.approvals.length;
    return deny(orderRefusals.approvedAlready, { missing });
  }
  return undefined;
}

export async function listView(context: Context, id: string): Promise<PaymentList> {
  const [view] = await listViews(context, [await openList(context, id)]);
  return view ?? refuse(listRefusals.noSuchList);
}

export async function listViews(
  context: Context,
  lists: readonly ListRow[],
): Promise<PaymentList[]> {
  const ids = lists.map(({ id }) => id);
  const counts = ids.length === 0 ? new Map() : await countPayments(context.tx, ids);
  const problems = ids.length === 0 ? [] : await countProblems(context.tx, ids);
  const nameOf = await namesOf(
    context,
    lists.map((one) => one.area_code),
  );
  return lists.map((list) => {
    const words = fundWordsHere(context, areaCode(list.area_code));
    const benefit = words.pack?.rows.benefits.find(({ row }) => row.id === list.benefit)?.row;
    const isMine = list.author === context.actor.account;
    return {
      id: list.id,
      area: { code: list.area_code, name: nameOf(list.area_code) },
      title: list.title,
      holder: list.holder,
      sourceTitle: words.source(list.source).title,
      purposeTitle: words.use(list.purpose),
      benefitTitle: benefit?.title ?? null,
      period: list.period,
      document: list.document,
      payOn: list.pay_on,
      state: list.state,
      lines: list.lines,
      held: list.held,
      total: list.total_fen,
      counts: countsIn(counts.get(list.id)),
      problems: problems
        .filter((one) => one.list === list.id)
        .map(({ problem, count }) => ({ problem: problem as PaymentProblem, count })),
      author: list.author_name,
      createdAt: list.created_at,
      approvalsNeeded: list.approvals_needed,
      approvals: list.approvals.map(({ name, at }) => ({ name, at })),
      returnedReason: list.returned_reason,
      job: list.job,
      retryOf: list.retry_of,
      mayChange: isMine && context.may('funds.list'),
      closed:
        list.state === 'waiting' && context.may('funds.approve')
          ? (listDenial(context, list)?.message ?? null)
          : { zh: '', en: '' },
    };
  });
}

function countsIn(counted: PaymentList['counts'] | undefined): PaymentList['counts'] {
  const { posted = 0, paid = 0, failed = 0, confirmed = 0, disputed = 0 } = counted ?? {};
  return { posted, paid, failed, confirmed, disputed };
}

export async function paymentViews(
  context: Pick<Context, 'tx' | 'today'>,
  rows: readonly PaymentRowFound[],
): Promise<Payment[]> {
  const nameOf = await namesOf(
    context,
    rows.map((row) => row.area_code),
  );
  return rows.map((row) => ({
    id: row.id,
    position: row.position,
    householdNo: row.household_no,
    household: row.household_id,
    name: row.name,
    headName: row.head_name,
    areaName: nameOf(row.area_code),
    amount: Number(row.amount),
    accountTail: row.account_mask?.slice(-4) ?? null,
    state: row.state,
    problems: row.problems.map((one) => one as PaymentProblem),
    entry: row.entry_id,
    paidOn: row.paid_on,
    bankNote: row.bank_note,
    word: row.word,
    said: row.word_said,
    saidBy: row.word_by_name,
    saidAt: row.word_at,
    answer: row.word_answer,
  }));
}
