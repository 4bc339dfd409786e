// What a lender does with a loan. Each act is checked against where the loan stands and the rules of its
// day; where money moves, the entry is posted in the same transaction.
import type { actOnLoan, LoanActBody, LoanDetail, withdrawLoan } from '#contract/funds-loans.ts';
import type { InputOf } from '#contract/route.ts';
import { yuanText } from '#domain/funds/entry.ts';
import { ppmOf } from '#domain/funds/loans/interest.ts';
import { isOpen, type LoanAct } from '#domain/funds/loans/loan.ts';
import * as refusals from '#domain/funds/loans/loan-refusals.ts';
import { actWords, stateWords } from '#domain/funds/loans/loan-words.ts';
import { monthsAfter } from '#domain/funds/loans/principal.ts';
import { dayAhead } from '#domain/funds/order-refusals.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import { type PlainDate, plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { appendAct, findLoan, type NewAct, type ShownLoan, updateLoan } from './loan.store.ts';
import { refuseOverCap } from './loan-cap.ts';
import { getLoanRules, getProduct } from './loan-rules.ts';
import { loanDetail } from './loan-view.ts';
import { lendMoney, takeBackRepayment, takeRepayment } from './move-money.ts';
import { lenderDenial } from './my-bank.ts';

export async function act(
  context: Context,
  { params, body }: InputOf<typeof actOnLoan>,
): Promise<LoanDetail> {
  const { tx, today } = context;
  const loan = (await findLoan(tx, params.id, 'locked')) ?? refuse(refusals.noSuchLoan);
  const denial = await lenderDenial(context, loan);
  if (denial !== undefined) refuse(denial);
  refuseClosedAct(loan, body.act);
  const on = plainDate(body.on);
  if (on > today) refuse(dayAhead, { on, today });
  const earlier = loan.lent_on ?? loan.asked_on;
  if (on < earlier) {
    const what =
      loan.lent_on === null ? { zh: '申请日', en: 'asked for' } : { zh: '放款日', en: 'lent' };
    refuse(deny(refusals.dayBefore, { on, earlier, what }));
  }
  const done = await carryOut(context, loan, { body, on });
  await appendAct(tx, loan, done, handOf(context));
  context.note({
    area: areaCode(loan.area_code),
    subject: `loan:${loan.id}`,
    facts: { act: body.act },
  });
  return loanDetail(context, loan.id);
}

interface Doing {
  readonly body: LoanActBody;
  readonly on: PlainDate;
}

async function carryOut(context: Context, loan: ShownLoan, { body, on }: Doing): Promise<NewAct> {
  const { tx } = context;
  switch (body.act) {
    case 'refuse':
      refuseUnknownReason(context, loan, { reason: body.reason, on });
      await updateLoan(tx, loan, { state: 'refused', refusal: body.reason });
      return { kind: 'refuse', on, words: body.words, facts: { code: body.reason } };
    case 'approve':
      return approve(context, loan, { body, on });
    case 'sign':
      await updateLoan(tx, loan, {
        state: 'signed',
        contract: body.document,
        insurance: body.insurance === '' ? null : body.insurance,
      });
      return { kind: 'sign', on, document: body.document, words: body.insurance };
    case 'lend':
      return lendMoney(context, loan, { on, document: body.document });
    case 'check': {
      const subsidyEnd = loan.subsidy_until ?? on;
      await updateLoan(tx, loan, {
        use_found: body.found,
        // Whoever does not use it as stated has it subsidised no longer.
        ...(body.found === 'misused' && on < subsidyEnd ? { subsidy_until: on } : {}),
      });
      return { kind: 'check', on, words: body.words, facts: { found: body.found } };
    }
    case 'extend':
      return extend(context, loan, { body, on });
    case 'repay':
      return takeRepayment(context, loan, { on, amount: body.amount, document: body.document });
    case 'takeBack':
      return takeBackRepayment(context, loan, { on, words: body.words });
  }
}

async function approve(
  context: Context,
  loan: ShownLoan,
  { body, on }: { readonly body: Extract<LoanActBody, { act: 'approve' }>; readonly on: PlainDate },
): Promise<NewAct> {
  const rules = getLoanRules(context, areaCode(loan.area_code), on);
  const product = getProduct(context, rules, { product: loan.product, on });
  if (body.amount > loan.asked_fen) {
    refuse(refusals.moreThanAsked, {
      asked: yuanText(BigInt(loan.asked_fen)),
      approved: yuanText(BigInt(body.amount)),
    });
  }
  if (product.months !== null && body.months > product.months) {
    const words = { product: product.title, most: product.months, months: body.months };
    refuse(deny(refusals.termTooLong, words));
  }
  await refuseOverCap(context, {
    ...{ county: loan.county, household: loan.household_id, product },
    ...{ amount: BigInt(body.amount), on },
  });
  await updateLoan(context.tx, loan, {
    state: 'approved',
    approved_fen: body.amount,
    months: body.months,
    rate_ppm: ppmOf(body.ratePercent),
  });
  const facts = { rate: String(body.ratePercent), months: String(body.months) };
  return { kind: 'approve', on, amount: body.amount, words: body.words, facts };
}

async function extend(
  context: Context,
  loan: ShownLoan,
  { body, on }: { readonly body: Extract<LoanActBody, { act: 'extend' }>; readonly on: PlainDate },
): Promise<NewAct> {
  const { lent_on: lentOn, due_on: due } = loan;
  if (lentOn === null || due === null) return refuse(refusals.noSuchLoan);
  const until = plainDate(body.until);
  if (until <= due) refuse(refusals.extensionTooEarly, { due });
  // What the rules have ended since is not prolonged.
  const area = areaCode(loan.area_code);
  getProduct(context, getLoanRules(context, area, on), { product: loan.product, on });
  const rules = getLoanRules(context, area, lentOn);
  const most = rules.products.find(({ id }) => id === loan.product)?.months ?? null;
  if (most !== null && until > monthsAfter(lentOn, most)) {
    refuse(refusals.extensionTooLong, { until, most: monthsAfter(lentOn, most) });
  }
  await updateLoan(context.tx, loan, { due_on: until });
  return { kind: 'extend', on, words: body.words, facts: { from: due, until } };
}

function refuseUnknownReason(
  context: Context,
  loan: ShownLoan,
  { reason, on }: { readonly reason: string; readonly on: PlainDate },
): void {
  const { pack } = getLoanRules(context, areaCode(loan.area_code), on);
  const codes = pack.rows.lists.find(({ row }) => row.id === 'loanRefusal')?.row.codes ?? [];
  if (codes.some(({ code }) => code === reason)) return;
  const choices = {
    zh: codes.map(({ title }) => title.zh).join('、'),
    en: codes.map(({ title }) => title.en).join(', '),
  };
  refuse(deny(refusals.reasonUnknown, { reason, choices }));
}

export function refuseClosedAct(loan: Pick<ShownLoan, 'state'>, kind: LoanAct): void {
  if (isOpen(kind, loan.state)) return;
  refuse(deny(refusals.loanActClosed, { state: stateWords[loan.state], act: actWords[kind] }));
}

export function handOf({ actor, now }: Pick<Context, 'actor' | 'now'>) {
  return { account: actor.account, name: actor.displayName, now };
}

export async function withdraw(
  context: Context,
  { params, body }: InputOf<typeof withdrawLoan>,
): Promise<LoanDetail> {
  const { tx, today } = context;
  const loan = (await findLoan(tx, params.id, 'locked')) ?? refuse(refusals.noSuchLoan);
  refuseClosedAct(loan, 'withdraw');
  await updateLoan(tx, loan, { state: 'withdrawn' });
  const done = { kind: 'withdraw', on: today, words: body.reason } as const;
  await appendAct(tx, loan, done, handOf(context));
  context.note({ area: areaCode(loan.area_code), subject: `loan:${loan.id}` });
  return loanDetail(context, loan.id);
}
