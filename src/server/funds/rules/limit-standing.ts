// How one limit of a rule stands, by the kind of the rule.
import type { LimitStanding } from '#contract/funds-rules.ts';
import {
  capVerdict,
  floorVerdict,
  leastVerdict,
  missingOfShare,
  missingTo,
  multipleVerdict,
  roomElsewhere,
  shareVerdict,
  splitVerdict,
} from '#domain/funds/rules/standing.ts';
import { spanOf } from '#domain/kernel/area-code.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { FundRule } from '#domain/policy/pack/delivery-schemas.ts';
import { countShort, type RuleSum, sumMoney } from './rule.store.ts';
import {
  floorQuestion,
  type Limit,
  limitValue,
  partsOf,
  type RuleQuestion,
  ruleWithParts,
  shareFacts,
  stageSum,
  sumOfSelector,
  wholesOf,
} from './rule-money.ts';

const missingBase: Bilingual = {
  zh: '基数不在账里，要按文件登记',
  en: 'its base is in no book and has to be entered',
};
const missingMeaning: Bilingual = {
  zh: '规则没有说明怎样从账上算',
  en: 'the rule does not say what of the books it means',
};
const missingGrowth: Bilingual = {
  zh: '财政增长幅度不在账里，只和基数比',
  en: 'the growth of revenue is in no book; only the amount it starts from is compared',
};
const otherLevel: Bilingual = { zh: '请到县或以下查看', en: 'look at a county or below' };

export async function standingsOf(
  question: RuleQuestion,
  asked: FundRule,
  limit: Limit,
): Promise<readonly LimitStanding[]> {
  const rule = ruleWithParts(question.pack, asked);
  const { value } = limitValue(question.pack, limit);
  if (value === null || rule.selects === undefined) {
    return [standing(question, limit, { missing: missingMeaning })];
  }
  switch (rule.kind) {
    case 'shareLeast':
    case 'shareMost':
      return [await shareStanding(question, rule, limit, value)];
    case 'split':
      return splitStandings(question, rule, limit, value);
    case 'floor':
      return [await floorStanding(question, rule, limit, value)];
    case 'growth':
      return [await leastStanding(question, rule, limit, value, missingGrowth)];
    case 'leverage':
      return [await multipleStanding(question, rule, limit, value)];
    default:
      return [];
  }
}

function standing(
  question: RuleQuestion,
  limit: Limit,
  more: Partial<LimitStanding>,
): LimitStanding {
  const { value, verified } = limitValue(question.pack, limit);
  return {
    id: limit.id,
    title: limit.title,
    required: value,
    unit: '',
    requiredVerified: verified,
    numerator: null,
    denominator: null,
    share: null,
    verdict: 'unknown',
    missing: null,
    room: null,
    shortBy: null,
    short: null,
    of: null,
    asksBase: false,
    base: null,
    ...more,
  };
}

async function shareStanding(
  question: RuleQuestion,
  rule: FundRule,
  limit: Limit,
  percent: number,
): Promise<LimitStanding> {
  const { tx, bases } = question;
  const { selects, against } = rule;
  if (selects === undefined) return standing(question, limit, { missing: missingMeaning });
  const measured = stageSum(await sumOfSelector(tx, question, selects), selects.stage);
  if (against === undefined) {
    const found = bases.find((one) => one.rule === rule.id && one.limit_id === limit.id);
    const base = found === undefined ? null : BigInt(found.amount);
    const facts = { percent, measured, used: measured, base };
    return standing(question, limit, {
      unit: 'percent',
      numerator: Number(measured),
      denominator: base === null ? null : Number(base),
      share: base === null || base === 0n ? null : Number(measured) / Number(base),
      verdict: shareVerdict(facts),
      missing: base === null ? missingBase : null,
      shortBy: base === null ? null : Number(missingOfShare(facts)),
      asksBase: true,
      base:
        found === undefined
          ? null
          : { amount: Number(found.amount), document: found.document, by: found.account_name },
    });
  }
  const sums = await sumOfSelector(tx, question, against);
  const facts = shareFacts(sums, { percent, measured, selects, against });
  const verdict = rule.kind === 'shareMost' ? capVerdict(facts) : shareVerdict(facts);
  return standing(question, limit, {
    unit: 'percent',
    numerator: Number(measured),
    denominator: Number(facts.base),
    share: facts.base === 0n ? null : Number(measured) / Number(facts.base),
    verdict,
    room: rule.kind === 'shareLeast' ? Number(roomElsewhere(facts)) : null,
    shortBy:
      rule.kind === 'shareLeast'
        ? Number(missingOfShare(facts))
        : Number(missingTo(measured, (facts.base * BigInt(Math.round(percent * 1000))) / 100_000n)),
  });
}

async function splitStandings(
  question: RuleQuestion,
  rule: FundRule,
  limit: Limit,
  part: number,
): Promise<readonly LimitStanding[]> {
  const { selects, against } = rule;
  if (selects === undefined || against === undefined) return [];
  const parts = rule.limits.reduce(
    (sum, one) => sum + (limitValue(question.pack, one).value ?? 0),
    0,
  );
  const mine = await sumOfSelector(question.tx, question, selects);
  const all = await sumOfSelector(question.tx, question, against);
  const groups = rule.each === true ? wholesOf(question.pack, against.sources ?? []) : [undefined];
  const isRest = limit !== rule.limits[0];
  return groups.map((source) => {
    const together = source === undefined ? undefined : [source, ...partsOf(question.pack, source)];
    const of = (sums: readonly RuleSum[]) =>
      sums.filter((one) => together === undefined || together.includes(one.source));
    const total = stageSum(of(all), against.stage);
    const own = stageSum(of(mine), selects.stage);
    const measured = isRest ? total - own : own;
    const words = question.pack.rows.fundSources.find(({ row }) => row.id === source)?.row.title;
    return standing(question, limit, {
      id: source === undefined ? limit.id : `${limit.id} ${source}`,
      title:
        words === undefined
          ? limit.title
          : { zh: `${limit.title.zh}（${words.zh}）`, en: `${limit.title.en} (${words.en})` },
      required: part,
      unit: `/${parts}`,
      numerator: Number(measured),
      denominator: Number(total),
      share: total === 0n ? null : Number(measured) / Number(total),
      shortBy: Math.abs(Math.round((Number(total) * part) / parts) - Number(measured)),
      verdict: splitVerdict({ measured, all: total }, { part, parts }, question.isOver),
    });
  });
}

async function floorStanding(
  question: RuleQuestion,
  rule: FundRule,
  limit: Limit,
  yuan: number,
): Promise<LimitStanding> {
  const { level } = limit;
  if (level !== 'village' && level !== 'household') {
    return leastStanding(question, rule, limit, yuan, null);
  }
  if (question.area.length < 6) return standing(question, limit, { missing: otherLevel });
  const counted = await countShort(question.tx, level, floorQuestion(question, rule, yuan));
  return standing(question, limit, {
    ...counted,
    share: counted.of === 0 ? null : (counted.of - counted.short) / counted.of,
    verdict: floorVerdict(counted, question.isOver),
  });
}

async function leastStanding(
  question: RuleQuestion,
  { selects }: FundRule,
  limit: Limit,
  yuan: number,
  missing: Bilingual | null,
): Promise<LimitStanding> {
  if (selects === undefined) return standing(question, limit, { missing: missingMeaning });
  const measured = stageSum(await sumOfSelector(question.tx, question, selects), selects.stage);
  const least = BigInt(Math.round(yuan * 100));
  const verdict = leastVerdict(measured, least, question.isOver);
  return standing(question, limit, {
    numerator: Number(measured),
    denominator: Number(least),
    share: Number(measured) / Number(least),
    shortBy: Number(missingTo(least, measured)),
    verdict: missing !== null && verdict === 'kept' ? 'unknown' : verdict,
    missing,
  });
}

/** Loans outstanding against what stands behind them, whatever year they are of. */
async function multipleStanding(
  question: RuleQuestion,
  { selects }: FundRule,
  limit: Limit,
  value: number,
): Promise<LimitStanding> {
  const sums = await sumMoney(question.tx, {
    span: spanOf(question.area),
    sources: selects?.sources,
    purposes: undefined,
    areas: undefined,
    from: '2000-01-01',
    until: `${question.year + 1}-01-01`,
    isTied: false,
  });
  const of = (kind: string) =>
    sums.filter((one) => one.kind === kind).reduce((sum, { amount }) => sum + amount, 0n);
  const lent = of('lent');
  const fund = of('riskFund');
  const isLeast = limit.id === 'least';
  return standing(question, limit, {
    numerator: Number(lent),
    denominator: Number(fund),
    share: fund === 0n ? null : Number(lent) / Number(fund),
    verdict: multipleVerdict(lent, fund, {
      least: isLeast ? value : null,
      most: isLeast ? null : value,
    }),
  });
}
