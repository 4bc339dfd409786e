// A loan that is not repaid: the bank asks the risk fund for its share, with documents; what the household
// pays after all goes back by the same shares.

import type { LoanPaper } from '#contract/funds-banks.ts';
import type { claimOnFund, recoverLoan } from '#contract/funds-risk.ts';
import type { InputOf } from '#contract/route.ts';
import { yuanText } from '#domain/funds/entry.ts';
import * as fundRefusals from '#domain/funds/loans/fund-refusals.ts';
import { isOpen, type LoanAct } from '#domain/funds/loans/loan.ts';
import * as refusals from '#domain/funds/loans/loan-refusals.ts';
import { drawFrom, held, splitLoss, splitRecovery } from '#domain/funds/loans/risk-fund.ts';
import { numberIn } from '#domain/funds/loans/terms.ts';
import { dayAhead } from '#domain/funds/order-refusals.ts';
import { areaCode, atLevel } from '#domain/kernel/area-code.ts';
import { daysBetween, plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { markAsEvidence } from '#server/kernel/attachment.store.ts';
import { refuseClosedAct } from './act.ts';
import { findBank } from './bank.store.ts';
import { hasOpenClaim, listHoldings, recoveredOf } from './fund.store.ts';
import { findLoan, listActs, type ShownLoan } from './loan.store.ts';
import { filesFor } from './loan-files.ts';
import { loanRulesAt } from './loan-rules.ts';
import { lenderDenial } from './my-bank.ts';
import { beginPaper, paperById } from './papers.ts';

const claimAfterDefault = 60;

async function loanToCover(context: Context, id: string, act: LoanAct): Promise<ShownLoan> {
  const loan = (await findLoan(context.tx, id, 'locked')) ?? refuse(refusals.noSuchLoan);
  const denial = await lenderDenial(context, loan);
  if (denial !== undefined) refuse(denial);
  if (!isOpen(act, loan.state)) refuseClosedAct(loan, act);
  return loan;
}

/** What the fund bears of this bank's losses. */
async function lossPercentOf({ tx }: Context, loan: ShownLoan): Promise<number> {
  const bank = loan.bank_id === null ? undefined : await findBank(tx, loan.bank_id);
  return bank?.loss_percent ?? refuse(refusals.noSuchBank);
}

export async function claim(
  context: Context,
  { params, body }: InputOf<typeof claimOnFund>,
): Promise<LoanPaper> {
  const { tx, today, platform } = context;
  const loan = await loanToCover(context, params.id, 'cover');
  const on = plainDate(body.on);
  if (on > today) refuse(dayAhead, { on, today });
  const area = areaCode(loan.area_code);
  const county = atLevel(area, 'county') ?? area;
  const pack = loanRulesAt(platform, area, today)?.pack;
  const after = (pack && numberIn(pack, 'riskClaimAfterDays')) ?? claimAfterDefault;
  const late = loan.due_on === null ? 0 : daysBetween(loan.due_on, on);
  if (late < after) refuse(fundRefusals.notLateEnough, { days: Math.max(0, late), after });
  const files = await filesFor(context, loan);
  if (files.length === 0) refuse(fundRefusals.noClaimDocument);
  if (await hasOpenClaim(tx, { county: loan.county, loan: loan.id }))
    refuse(fundRefusals.claimedAlready);
  const percent = await lossPercentOf(context, loan);
  const { fund, bank } = splitLoss(BigInt(loan.owed_fen), percent);
  const holdings = await listHoldings(tx, { county, on });
  if (drawFrom(holdings, fund) === undefined) {
    refuse(fundRefusals.fundTooSmall, { holds: yuanText(held(holdings)), asked: yuanText(fund) });
  }
  await markAsEvidence(
    tx,
    loan.county,
    files.map(({ id }) => id),
  );
  const paper = await beginPaper(context, {
    kind: 'claim',
    bank_id: loan.bank_id,
    loan_id: loan.id,
    true_on: on,
    from_on: null,
    until_on: null,
    document: body.document,
    area_code: county,
    amount: loan.owed_fen,
    facts: { fund: Number(fund), bank: Number(bank), percent },
  });
  return paperById(context, paper.id);
}

export async function recover(
  context: Context,
  { params, body }: InputOf<typeof recoverLoan>,
): Promise<LoanPaper> {
  const { tx, today } = context;
  const loan = await loanToCover(context, params.id, 'recover');
  const on = plainDate(body.on);
  if (on > today) refuse(dayAhead, { on, today });
  const cover = (await listActs(tx, loan)).find(({ kind }) => kind === 'cover');
  if (cover === undefined) return refuse(refusals.noSuchLoan);
  if (on < cover.true_on) {
    refuse(fundRefusals.recoveredBefore, { on, covered: cover.true_on });
  }
  const lost = cover.amount_fen ?? 0;
  const before = await recoveredOf(tx, { county: loan.county, loan: loan.id });
  if (before + body.amount > lost) {
    refuse(fundRefusals.recoveredTooMuch, {
      open: yuanText(BigInt(lost - before)),
      asked: yuanText(BigInt(body.amount)),
    });
  }
  const percent = Number(cover.facts.percent);
  const parts = splitRecovery({ before: BigInt(before), amount: BigInt(body.amount) }, percent);
  const area = areaCode(loan.area_code);
  const paper = await beginPaper(context, {
    kind: 'recovery',
    bank_id: loan.bank_id,
    loan_id: loan.id,
    true_on: on,
    from_on: null,
    until_on: null,
    document: body.document,
    area_code: atLevel(area, 'county') ?? area,
    amount: body.amount,
    facts: { fund: Number(parts.fund), bank: Number(parts.bank), percent },
  });
  return paperById(context, paper.id);
}
