// The risk fund of a county as a page, and what is paid into it.

import type { LoanPaper } from '#contract/funds-banks.ts';
import type { depositToFund, getRiskFund, RiskFundView } from '#contract/funds-risk.ts';
import type { InputOf } from '#contract/route.ts';
import { lenderSource } from '#domain/funds/loans/loan-lines.ts';
import * as refusals from '#domain/funds/loans/loan-refusals.ts';
import {
  type FundRules,
  type Holding,
  held,
  leverageOf,
  missingShare,
  splitLoss,
} from '#domain/funds/loans/risk-fund.ts';
import { countyNeeded, dayAhead } from '#domain/funds/order-refusals.ts';
import { areaCode, atLevel, countyNumberOf, spanOf } from '#domain/kernel/area-code.ts';
import { fenToNumber } from '#domain/kernel/fen.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { namesOf } from '#server/workforce/helper-view.ts';
import { fundWordsHere } from '../fund-words.ts';
import { findBank, listBanks } from './bank.store.ts';
import { listHoldings, listPaidIn, sumFundFlows, sumLent } from './fund.store.ts';
import { ruleHere } from './leverage.ts';
import { sumByClass } from './loan-summary.store.ts';
import { bankOf } from './my-bank.ts';
import { beginPaper, paperById } from './papers.ts';
import { purseKeyOf } from './post-paper.ts';

const bankMark = lenderSource('');

export async function riskFundOf(
  context: Context,
  _: InputOf<typeof getRiskFund>,
): Promise<RiskFundView> {
  const { tx, area, today, platform, may } = context;
  const county = atLevel(area, 'county') ?? refuse(countyNeeded);
  const bank = await bankOf(context);
  const span = spanOf(county);
  const holdings = await listHoldings(tx, { county, on: today });
  const paidIn = await listPaidIn(tx, span);
  const flows = await sumFundFlows(tx, span);
  const owed = await sumLent(tx, span, today);
  const classes = await sumByClass(tx, { span, today });
  const banks = await listBanks(tx, span);
  const nameOf = await namesOf(context, [county]);

  const rules = ruleHere(platform, county, today);
  const words = fundWordsHere(context, county);
  const late90 = BigInt(classes.find(({ key }) => key === 'over90')?.amount ?? 0);
  const fund = held(holdings);
  const most = rules?.most ?? null;
  const { times, state } = leverageOf(owed, fund, { least: rules?.least ?? null, most });
  const lossPercent = Math.max(0, ...banks.map((one) => one.loss_percent));
  const exposed = splitLoss(late90, lossPercent).fund;
  return {
    area: { code: county, name: nameOf(county) },
    on: today,
    title: rules?.title ?? null,
    covers: rules?.covers ?? null,
    verified: rules?.verified === true,
    holds: fenToNumber(fund),
    bySource: holdings.map(({ source, amount }) => ({
      source,
      title: words.source(source).title,
      amount: fenToNumber(amount),
    })),
    owed: fenToNumber(owed),
    late90: fenToNumber(late90),
    leverage: { times, state, least: rules?.least ?? null, most },
    room:
      most === null
        ? null
        : fenToNumber(max(0n, (fund * BigInt(Math.round(most * 100))) / 100n - owed)),
    coverage: exposed === 0n ? null : Number(fund) / Number(exposed),
    shares: sharesShown(rules, paidIn),
    paidOut: flows.paid_out,
    recovered: flows.recovered,
    borneByBanks: flows.borne_by_banks,
    claims: flows.claims,
    mayDeposit: bank !== undefined || may('funds.enter'),
  };
}

function sharesShown(
  rules: FundRules | undefined,
  paidIn: readonly Holding[],
): RiskFundView['shares'] {
  const banks = held(paidIn.filter(({ source }) => source.startsWith(bankMark)));
  const all = held(paidIn);
  const paid = { bank: banks, government: all - banks };
  const actual = (own: bigint) => (all === 0n ? null : (Number(own) / Number(all)) * 100);
  if (rules === undefined || rules.shares.length === 0) {
    const parties = {
      government: { zh: '各级政府', en: 'Governments' },
      bank: { zh: '金融机构', en: 'Banks' },
    };
    return (['government', 'bank'] as const).map((by) => ({
      ...{ party: parties[by], by, percent: null, missing: null },
      ...{ paidIn: fenToNumber(paid[by]), actual: actual(paid[by]) },
    }));
  }
  return rules.shares.map(({ party, by, percent }) => {
    const own = by === null ? null : paid[by];
    return {
      party,
      by,
      percent,
      paidIn: own === null ? null : fenToNumber(own),
      actual: own === null ? null : actual(own),
      missing:
        own === null || percent === null
          ? null
          : fenToNumber(missingShare(own, all - own, percent)),
    };
  });
}

export async function deposit(
  context: Context,
  { body }: InputOf<typeof depositToFund>,
): Promise<LoanPaper> {
  const { tx, today, may } = context;
  const own = await bankOf(context);
  const area = areaCode(body.area);
  const county = atLevel(area, 'county') ?? refuse(countyNeeded);
  const on = plainDate(body.on);
  if (on > today) refuse(dayAhead, { on, today });
  if (own === undefined && !may('funds.enter')) refuse(refusals.noBankOfYours);
  const lender = own?.id ?? body.bank;
  const bank = lender === undefined ? undefined : await findBank(tx, lender);
  if (lender !== undefined && bank?.area_code !== county) refuse(refusals.noSuchBank);
  if (bank === undefined) {
    await purseKeyOf(context, { county: countyNumberOf(county) ?? 0 }, body.purse);
  }
  const paper = await beginPaper(context, {
    kind: 'deposit',
    bank_id: bank?.id ?? null,
    loan_id: null,
    true_on: on,
    from_on: null,
    until_on: null,
    document: body.document,
    area_code: county,
    amount: body.amount,
    ...(bank === undefined && body.purse !== undefined ? { facts: { purse: body.purse } } : {}),
  });
  return paperById(context, paper.id);
}

function max(left: bigint, right: bigint): bigint {
  return left > right ? left : right;
}
