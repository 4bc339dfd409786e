// What a rule means of the books: sums of its money in a year, and the value its limit has by the pack.
import { stagesOf } from '#domain/funds/stages.ts';
import { type AreaCode, spanOf } from '#domain/kernel/area-code.ts';
import type { FundRule, FundSelector } from '#domain/policy/pack/delivery-schemas.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import type { Tx } from '#server/database/connect.ts';
import { type BaseRecord, type MoneyQuestion, type RuleSum, sumMoney } from './rule.store.ts';

export interface RuleQuestion {
  readonly tx: Tx;
  readonly area: AreaCode;
  readonly year: number;
  readonly isOver: boolean;
  readonly pack: ResolvedPack;
  readonly bases: readonly BaseRecord[];
}

export type Limit = FundRule['limits'][number];

export async function sumOfSelector(
  tx: Tx,
  question: Pick<RuleQuestion, 'area' | 'year'>,
  selector: FundSelector,
): Promise<readonly RuleSum[]> {
  return sumMoney(tx, moneyOf(question, selector));
}

export function moneyOf(
  { area, year }: Pick<RuleQuestion, 'area' | 'year'>,
  selector: FundSelector,
): MoneyQuestion {
  return {
    span: spanOf(area),
    sources: selector.sources,
    purposes: selector.purposes,
    areas: selector.areas,
    from: `${year}-01-01`,
    until: `${year + 1}-01-01`,
    isTied: selector.tied === true,
  };
}

/** Sources that lie within another, as money for houses lies within that of the sectors. */
export function partsOf({ rows }: ResolvedPack, source: string): readonly string[] {
  return rows.fundSources.flatMap(({ row }) => (row.within === source ? [row.id] : []));
}

/** Those of the sources that lie within none of the others. */
export function wholesOf({ rows }: ResolvedPack, sources: readonly string[]): readonly string[] {
  return sources.filter((id) => {
    const within = rows.fundSources.find(({ row }) => row.id === id)?.row.within;
    return within === undefined || !sources.includes(within);
  });
}

/** The rule with what lies within its sources counted as theirs: money for houses is money of the sectors. */
export function ruleWithParts(pack: ResolvedPack, rule: FundRule): FundRule {
  const grown = (selector: FundSelector | undefined): FundSelector | undefined => {
    if (selector?.sources === undefined) return selector;
    const named = selector.sources.flatMap((one) => [one, ...partsOf(pack, one)]);
    return { ...selector, sources: [...new Set(named)] };
  };
  return { ...rule, selects: grown(rule.selects), against: grown(rule.against) };
}

export function stageSum(sums: readonly RuleSum[], stage: FundSelector['stage']): bigint {
  return stagesOf(sums)[stage];
}

export function limitValue(pack: ResolvedPack, { parameter }: Limit) {
  const found = pack.scope.parameters.get(parameter);
  const value = typeof found?.value === 'number' ? found.value : null;
  return { value, verified: found?.verified === true };
}

/** The base is all there is for the year: what was granted, or what a place below the county was given. */
export function shareFacts(
  sums: readonly RuleSum[],
  {
    percent,
    measured,
    selects,
  }: {
    readonly percent: number;
    readonly measured: bigint;
    readonly selects: FundSelector;
    readonly against: FundSelector;
  },
) {
  const stages = stagesOf(sums);
  const base = stages.granted > stages.allocated ? stages.granted : stages.allocated;
  return { percent, measured, used: stages[selects.stage], base };
}

export function floorQuestion(
  { area, year }: Pick<RuleQuestion, 'area' | 'year'>,
  rule: FundRule,
  yuan: number,
) {
  return {
    span: spanOf(area),
    sources: rule.selects?.sources,
    from: `${year}-01-01`,
    until: `${year + 1}-01-01`,
    least: BigInt(Math.round(yuan * 100)),
  };
}
