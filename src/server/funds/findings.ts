// The auditor's questions in the words of the reader: how many, how much, which, and why each, as they were kept
// by the latest look.
import { z } from 'zod';
import type { countFindings, Finding, listFindings } from '#contract/funds-findings.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { yuanText } from '#domain/funds/entry.ts';
import { type FindingRule, findingRules, roundTripDays, ruleWords } from '#domain/funds/finding.ts';
import { type AreaCode, countyDigits, spanOf } from '#domain/kernel/area-code.ts';
import { fenToNumber } from '#domain/kernel/fen.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import type { Platform } from '#server/platform.ts';
import { namesOf } from '#server/workforce/helper-view.ts';
import { type Asked, type FindingRow, namesOfHouseholds } from './finding.store.ts';
import { approvalRuleOf, fundWordsHere } from './fund-words.ts';
import {
  countEntriesSince,
  countKept,
  type LookRow,
  listKept,
  listLooks,
} from './kept-finding.store.ts';

/** So many entries since a look are counted; more are simply many. */
const sinceMost = 1000;

export async function findingCounts(
  context: Context,
  _: InputOf<typeof countFindings>,
): Promise<OutputOf<typeof countFindings>> {
  const { tx, area } = context;
  const asked = askedHere(context, area);
  const counts = new Map((await countKept(tx, spanOf(area))).map((one) => [one.rule, one]));
  const looks = await listLooks(tx, area);
  return {
    items: findingRules.map((rule) => {
      const { count = 0, amount = 0 } = counts.get(rule) ?? {};
      return { rule, ...ruleWords[rule], count, amount };
    }),
    limit: asked.limit === null ? null : fenToNumber(asked.limit),
    limitVerified: asked.verified,
    look: await lookOf(context, looks),
    job:
      area.length < countyDigits
        ? null
        : (looks.find(({ state }) => state === 'running')?.job ?? null),
    county: area.length < countyDigits ? null : area.slice(0, countyDigits),
    mayLook: area.length === countyDigits,
  };
}

/** When what is kept was true: of several counties the earliest; and what was posted since, within a county. */
async function lookOf(
  { tx, area }: Context,
  looks: readonly LookRow[],
): Promise<OutputOf<typeof countFindings>['look']> {
  const kept = looks.filter(({ state }) => state === 'kept');
  const [first] = kept;
  if (first === undefined) return null;
  const since =
    area.length < countyDigits
      ? null
      : await countEntriesSince(tx, first.county, { at: first.begun_at, most: sinceMost });
  return {
    at: first.begun_at,
    by: area.length < countyDigits ? '' : first.account_name,
    counties: kept.length,
    since,
    isManySince: since === sinceMost,
  };
}

const FindingKeys = z.tuple([z.string(), z.string()]);

export async function findingsOf(
  context: Context,
  { params, query }: InputOf<typeof listFindings>,
): Promise<OutputOf<typeof listFindings>> {
  const rows = await listKept(context.tx, params.rule, {
    span: spanOf(context.area),
    after: readCursor(query.cursor, FindingKeys),
    limit: query.limit + 1,
  });
  const page = pageFrom(rows, query.limit, ({ amount, key }) => [amount, key]);
  return { items: await findingViews(context, params.rule, page.items), next: page.next };
}

export function askedHere(
  context: Pick<Context, 'today'> & { readonly platform: Pick<Platform, 'packs'> },
  area: AreaCode,
): Asked & { readonly verified: boolean } {
  const rule = approvalRuleOf(fundWordsHere(context, area).pack);
  return { span: spanOf(area), limit: rule.countyFrom, verified: rule.verified };
}

export async function findingViews(
  context: Context,
  rule: FindingRule,
  rows: readonly FindingRow[],
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
    householdCount: Number(row.facts.households ?? row.households.length),
    holder: row.holder,
    document: row.document,
    year: typeof row.facts.year === 'number' ? row.facts.year : null,
    reason: reasonOf(rule, row),
  }));
}

function reasonOf(rule: FindingRule, { facts, payments }: FindingRow): Bilingual {
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
        zh: `${text('who')} 在 ${text('from')} 到 ${text('to')} 经手 ${payments} 笔，最大一笔 ${yuan('most')} 元，限额 ${yuan('limit')} 元`,
        en: `${text('who')} entered ${payments} acts from ${text('from')} to ${text('to')}, the largest of ${yuan('most')} yuan; the limit is ${yuan('limit')}`,
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
