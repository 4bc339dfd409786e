// Papers that wait to be paid: claimed by a bank, answered by the county, posted with the last approval.
import { z } from 'zod';
import type {
  answerLoanPaper,
  claimSubsidy,
  LoanPaper,
  listInterest,
  listLoanPapers,
  withdrawLoanPaper,
} from '#contract/funds-banks.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { yuanText } from '#domain/funds/entry.ts';
import * as refusals from '#domain/funds/loans/loan-refusals.ts';
import { approvalsFor, standsAtLevel } from '#domain/funds/order.ts';
import * as orderRefusals from '#domain/funds/order-refusals.ts';
import { areaCode, countyNumberOf, spanOf } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { type RefusalKind, refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { approvalRuleOf, fundWordsHere } from '../fund-words.ts';
import { bankOf } from './my-bank.ts';
import {
  findPaper,
  freeInterest,
  insertInterest,
  insertPaper,
  listInterestLines,
  listPapers,
  type PaperRow,
  type ShownPaper,
  setPaperAmount,
  updatePaper,
} from './paper.store.ts';
import { postPaper } from './post-paper.ts';

const Keys = z.tuple([z.string(), z.string()]);
const LineKeys = z.tuple([z.string()]);

export async function papersOf(
  context: Context,
  { query }: InputOf<typeof listLoanPapers>,
): Promise<OutputOf<typeof listLoanPapers>> {
  await bankOf(context);
  const rows = await listPapers(context.tx, {
    span: spanOf(context.area),
    waiting: query.state === 'waiting',
    kind: query.kind,
    loan: query.loan,
    before: readCursor(query.cursor, Keys),
    limit: query.limit + 1,
  });
  const page = pageFrom(rows, query.limit, (row) => [row.entered_at, row.id]);
  return { items: page.items.map((row) => paperView(context, row)), next: page.next };
}

export function paperView(context: Context, row: ShownPaper): LoanPaper {
  const denial = context.may('funds.approve') ? paperDenial(context, row) : undefined;
  const part = (name: string) => {
    const value = row.facts[name];
    return typeof value === 'number' ? value : null;
  };
  return {
    id: row.id,
    kind: row.kind,
    lender: row.lender ?? String(row.facts.party ?? ''),
    loan: row.loan_id,
    headName: row.head_name,
    amount: row.amount_fen,
    on: row.true_on,
    from: row.from_on,
    until: row.until_on,
    document: row.document,
    loans: row.loans,
    fundPart: part('fund'),
    bankPart: part('bank'),
    state: row.state,
    author: row.author_name,
    enteredAt: row.entered_at,
    approvals: row.approvals.map(({ name, at }) => ({ name, at })),
    approvalsNeeded: row.approvals_needed,
    entry: row.entry_id,
    reason: row.ended_reason,
    isMine: row.author === context.actor.account && row.state === 'waiting',
    closed: denial?.message ?? null,
  };
}

export async function paperById(context: Context, id: string): Promise<LoanPaper> {
  const row = (await findPaper(context.tx, id)) ?? refuse(refusals.noSuchPaper);
  return paperView(context, row);
}

/** Why this person cannot approve it now; undefined where they can. */
function paperDenial({ actor }: Context, row: PaperRow): RefusalKind | undefined {
  if (row.state !== 'waiting') return deny(refusals.paperEnded);
  if (row.author === actor.account) return deny(orderRefusals.ownOrder);
  if (!standsAtLevel(actor.area, row.approval_level)) {
    return deny(orderRefusals.levelTooLow, { amount: yuanText(BigInt(row.amount_fen)) });
  }
  if (row.approvals.some(({ account }) => account === actor.account)) {
    const missing = row.approvals_needed - row.approvals.length;
    return deny(orderRefusals.approvedAlready, { missing });
  }
  return undefined;
}

type Beginning = Pick<
  PaperRow,
  'kind' | 'bank_id' | 'loan_id' | 'true_on' | 'from_on' | 'until_on' | 'document' | 'area_code'
> & { readonly amount: number; readonly facts?: PaperRow['facts'] };

/** A paper that waits for as many approvals as its amount asks. */
export async function beginPaper(context: Context, begun: Beginning): Promise<PaperRow> {
  const { tx, actor, now, newId } = context;
  const { amount, ...rest } = begun;
  const area = areaCode(begun.area_code);
  const county = countyNumberOf(area) ?? refuse(orderRefusals.countyNeeded);
  const id = newId(county);
  const paper = {
    ...rest,
    county,
    id,
    amount_fen: amount,
    ...approvalsOf(context, begun.area_code, amount),
    author: actor.account,
    author_name: actor.displayName,
    entered_at: now,
  };
  await insertPaper(tx, paper);
  context.note({ area, subject: `loanPaper:${id}`, facts: { kind: begun.kind, amount } });
  return (await findPaper(tx, id)) ?? refuse(refusals.noSuchPaper);
}

/** What concerns a county's fund is for the county to approve. */
function approvalsOf(context: Context, area: string, amount: number) {
  const rule = approvalRuleOf(fundWordsHere(context, areaCode(area)).pack);
  const { needed } = approvalsFor({ kind: 'pay', amount: BigInt(amount) }, rule);
  return { approvals_needed: needed, approval_level: 'county' };
}

export async function claimInterest(
  context: Context,
  { body }: InputOf<typeof claimSubsidy>,
): Promise<LoanPaper> {
  const { tx, today } = context;
  const bank = (await bankOf(context)) ?? refuse(refusals.noBankOfYours);
  const [from, until] = [plainDate(body.from), plainDate(body.until)];
  if (until > today) refuse(refusals.periodNotOver, { today });
  const paper = await beginPaper(context, {
    kind: 'subsidy',
    bank_id: bank.id,
    loan_id: null,
    true_on: today,
    from_on: from,
    until_on: until,
    document: body.document,
    area_code: bank.area_code,
    amount: 1,
  });
  const { loans, total } = await insertInterest(tx, paper);
  if (loans === 0) refuse(refusals.nothingToClaim, { from, until });
  await setPaperAmount(tx, paper, {
    amount_fen: total,
    ...approvalsOf(context, bank.area_code, total),
  });
  return paperById(context, paper.id);
}

export async function linesOfPaper(
  context: Context,
  { params, query }: InputOf<typeof listInterest>,
): Promise<OutputOf<typeof listInterest>> {
  const { tx } = context;
  await bankOf(context);
  const paper = (await findPaper(tx, params.id)) ?? refuse(refusals.noSuchPaper);
  const [after] = readCursor(query.cursor, LineKeys) ?? [];
  const rows = await listInterestLines(tx, paper, { after, limit: query.limit + 1 });
  const page = pageFrom(rows, query.limit, (row) => [row.loan_id]);
  return {
    items: page.items.map((row) => ({
      loan: row.loan_id,
      householdNo: row.household_no,
      headName: row.head_name,
      days: row.days,
      amount: row.amount_fen,
    })),
    next: page.next,
  };
}

export async function answerPaper(
  context: Context,
  { params, body }: InputOf<typeof answerLoanPaper>,
): Promise<LoanPaper> {
  const { tx, actor, now } = context;
  const row = (await findPaper(tx, params.id, 'locked')) ?? refuse(refusals.noSuchPaper);
  const denial = paperDenial(context, row);
  if (denial !== undefined) refuse(denial);
  if (!body.approve && body.reason === '') refuse(orderRefusals.reasonNeeded);

  if (!body.approve) {
    await freeInterest(tx, row);
    await updatePaper(tx, row, {
      state: 'refused',
      ended_by_name: actor.displayName,
      ended_reason: body.reason,
    });
  } else {
    const own = { account: actor.account, name: actor.displayName, office: actor.title, at: now };
    const approvals = [...row.approvals, own];
    const isLast = approvals.length >= row.approvals_needed;
    const entry = isLast ? await postPaper(context, row, { approvals, purse: body.purse }) : null;
    await updatePaper(tx, row, {
      approvals,
      ...(entry === null
        ? {}
        : { state: 'posted', entry_id: entry, ended_by_name: actor.displayName }),
    });
  }
  context.note({
    area: areaCode(row.area_code),
    subject: `loanPaper:${row.id}`,
    facts: { approve: body.approve, kind: row.kind },
  });
  return paperById(context, row.id);
}

export async function withdrawPaper(
  context: Context,
  { params }: InputOf<typeof withdrawLoanPaper>,
): Promise<LoanPaper> {
  const { tx, actor } = context;
  const row = (await findPaper(tx, params.id, 'locked')) ?? refuse(refusals.noSuchPaper);
  if (row.state !== 'waiting') refuse(refusals.paperEnded);
  if (row.author !== actor.account) refuse(orderRefusals.notYours);
  await freeInterest(tx, row);
  await updatePaper(tx, row, { state: 'withdrawn', ended_by_name: actor.displayName });
  context.note({ area: areaCode(row.area_code), subject: `loanPaper:${row.id}` });
  return paperById(context, row.id);
}
