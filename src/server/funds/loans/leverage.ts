// How far the risk fund may be stretched: the rules of the county on a day, and the limit at lending.
import { yuanText } from '#domain/funds/entry.ts';
import { overLeverage } from '#domain/funds/loans/fund-refusals.ts';
import { type FundRules, fundRulesIn, held, leverageOf } from '#domain/funds/loans/risk-fund.ts';
import { type AreaCode, atLevel, spanOf } from '#domain/kernel/area-code.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { listHoldings, sumLent } from './fund.store.ts';
import { loanRulesAt } from './loan-rules.ts';

/** The most loans the fund may stand behind are not passed by another one; a county without a fund has no such limit. */
export async function refuseOverLeverage(
  context: Context,
  {
    area,
    amount,
    on,
  }: { readonly area: AreaCode; readonly amount: bigint; readonly on: PlainDate },
): Promise<void> {
  const { tx, platform } = context;
  const county = atLevel(area, 'county') ?? area;
  const most = ruleHere(platform, county, on)?.most ?? null;
  const fund = held(await listHoldings(tx, { county, on }));
  if (most === null || fund === 0n) return;
  const owed = await sumLent(tx, spanOf(county), on);
  if (leverageOf(owed + amount, fund, { least: null, most }).state !== 'above') return;
  refuse(overLeverage, {
    fund: yuanText(fund),
    most,
    owed: yuanText(owed),
    asked: yuanText(amount),
  });
}

export function ruleHere(
  platform: Context['platform'],
  county: AreaCode,
  on: PlainDate,
): FundRules | undefined {
  const pack = loanRulesAt(platform, county, on)?.pack;
  return pack === undefined ? undefined : fundRulesIn(pack);
}
