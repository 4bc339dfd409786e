// The auditor's questions in the words of the reader: how many, how much, which, and why each.
import type { countFindings, Finding, listFindings } from '#contract/funds-findings.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { yuanText } from '#domain/funds/entry.ts';
import { type FindingRule, findingRules, roundTripDays, ruleWords } from '#domain/funds/finding.ts';
import { type AreaCode, spanOf } from '#domain/kernel/area-code.ts';
import { fenToNumber } from '#domain/kernel/fen.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { namesOf } from '#server/workforce/helper-view.ts';
import {
  type Asked,
  countOfRule,
  type FindingRow,
  listOfRule,
  namesOfHouseholds,
} from './finding.store.ts';
import { approvalRuleOf, fundWordsHere } from './fund-words.ts';
import { brokenRules } from './rules/broken-rules.ts';

export async function findingCounts(
  context: Context,
  _: InputOf<typeof countFindings>,
): Promise<OutputOf<typeof countFindings>> {
  const asked = askedHere(context, context.area);
  const items = [];
  for (const rule of findingRules) {
    items.push({ rule, ...ruleWords[rule], ...(await countedBy(context, rule, asked)) });
  }
  return {
    items,
    limit: asked.limit === null ? null : fenToNumber(asked.limit),
    limitVerified: asked.verified,
  };
}

async function countedBy(
  context: Context,
  rule: FindingRule,
  asked: Asked,
): Promise<{ readonly count: number; readonly amount: number }> {
  if (rule !== 'ratioBroken') return countOfRule(context.tx, rule, asked);
  const rows = await brokenRules(context);
  return { count: rows.length, amount: rows.reduce((sum, row) => sum + Number(row.amount), 0) };
}

/** What one rule questions, the largest amount first. */
export async function foundBy(
  context: Context,
  rule: FindingRule,
  asked: Asked,
  limit: number,
): Promise<readonly FindingRow[]> {
  return rule === 'ratioBroken'
    ? (await brokenRules(context)).slice(0, limit)
    : listOfRule(context.tx, rule, asked, limit);
}

export async function findingsOf(
  context: Context,
  { params, query }: InputOf<typeof listFindings>,
): Promise<OutputOf<typeof listFindings>> {
  const asked = askedHere(context, context.area);
  const rows = await foundBy(context, params.rule, asked, query.limit + 1);
  const shown = rows.slice(0, query.limit);
  return {
    items: await findingViews(context, params.rule, shown, asked),
    more: rows.length > shown.length,
  };
}

export function askedHere(
  context: Context,
  area: AreaCode,
): Asked & { readonly verified: boolean } {
  const rule = approvalRuleOf(fundWordsHere(context, area).pack);
  return { span: spanOf(area), limit: rule.countyFrom, verified: rule.verified };
}

export async function findingViews(
  context: Context,
  rule: FindingRule,
  rows: readonly FindingRow[],
  { limit }: Asked,
): Promise<Finding[]> {
  const nameOf = await namesOf(
    context,
    rows.map(({ area }) => area),
  );
  const homes = await namesOfHouseholds(
    context.tx,
    rows.flatMap(({ households }) => [...households]),
  );
  return rows.map((row) => ({
    key: row.key,
    on: row.on,
    amount: Number(row.amount),
    payments: row.payments,
    entries: [...row.entries],
    area: { code: row.area, name: nameOf(row.area) },
    households: row.households.map((id) => ({ id, name: homes.get(id) ?? '' })),
    holder: row.holder,
    document: row.document,
    year: typeof row.facts.year === 'number' ? row.facts.year : null,
    reason: reasonOf(rule, row, limit),
  }));
}

function reasonOf(
  rule: FindingRule,
  { facts, payments }: FindingRow,
  limit: bigint | null,
): Bilingual {
  const text = (name: string) => String(facts[name] ?? '');
  const yuan = (name: string) => yuanText(BigInt(facts[name] ?? 0));
  switch (rule) {
    case 'afterDeath':
      return {
        zh: `${text('who')} 于 ${text('died')} 登记去世`,
        en: `${text('who')} is recorded as dead since ${text('died')}`,
      };
    case 'sharedAccount':
      return {
        zh: `账号 ${text('mask')} 收了 ${text('households')} 户的钱，共 ${payments} 笔`,
        en: `Account ${text('mask')} received for ${text('households')} households, ${payments} payments`,
      };
    case 'outsideList':
      return facts.why === 'notRegistered'
        ? { zh: '这一户没有建档立卡', en: 'The household is not registered as poor' }
        : { zh: '没有支付名册', en: 'There is no payment list' };
    case 'splitting':
      return {
        zh: `${text('who')} 在 ${text('from')} 到 ${text('to')} 经手 ${payments} 笔，最大一笔 ${yuan('most')} 元，限额 ${yuanText(limit ?? 0n)} 元`,
        en: `${text('who')} entered ${payments} acts from ${text('from')} to ${text('to')}, the largest of ${yuan('most')} yuan; the limit is ${yuanText(limit ?? 0n)}`,
      };
    case 'roundTrip':
      return {
        zh: `${roundTripDays} 天内收回 ${yuan('returned')} 元，最早在 ${text('day')}（${text('paper')}）`,
        en: `${yuan('returned')} yuan came back within ${roundTripDays} days, first on ${text('day')} (${text('paper')})`,
      };
    case 'ratioBroken':
      return {
        zh: `${text('year')} 年“${text('ruleZh')}”（${text('limitZh')}）：${text('zh')}`,
        en: `${text('year')}, “${text('ruleEn')}” (${text('limitEn')}): ${text('en')}`,
      };
    case 'double':
      return facts.why === 'paper'
        ? {
            zh: `同一凭证同一天入账 ${text('times')} 次，每次 ${yuan('each')} 元`,
            en: `Posted ${text('times')} times with this paper and day, ${yuan('each')} yuan each`,
          }
        : {
            zh: `同一户同一天收到 ${text('times')} 笔，每笔 ${yuan('each')} 元`,
            en: `The household got ${text('times')} payments of ${yuan('each')} yuan on one day`,
          };
  }
}
