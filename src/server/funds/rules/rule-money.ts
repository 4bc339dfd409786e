// What a rule means of the books: sums of its money in a year, and the value its limit has by the pack.
import { stagesOf } from '#domain/funds/stages.ts';
import { type AreaCode, spanOf } from '#domain/kernel/area-code.ts';
import type { FundRule, FundSelector } from '#domain/policy/pack/delivery-schemas.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import type { Tx } from '#server/database/connect.ts';
import { type BaseRecord, type RuleSum, sumMoney } from './rule.store.ts';

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
  { area, year }: Pick<RuleQuestion, 'area' | 'year'>,
  selector: FundSelector,
): Promise<readonly RuleSum[]> {
  return sumMoney(tx, {
    span: spanOf(area),
    sources: selector.sources,
    purposes: selector.purposes,
    areas: selector.areas,
    from: `${year}-01-01`,
    until: `${year + 1}-01-01`,
    isTied: selector.tied === true,
  });
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
