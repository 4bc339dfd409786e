// Rules of the pack about money, as they stand in an area and a year.
import type { FundRules, LimitStanding, RuleStanding } from '#contract/funds-rules.ts';
import { levelOf, spanOf } from '#domain/kernel/area-code.ts';
import type { FundRule } from '#domain/policy/pack/delivery-schemas.ts';
import { fundRuleWords } from '#domain/policy/pack/document-words.ts';
import { standingsOf } from './limit-standing.ts';
import { countModes } from './rule.store.ts';
import type { Limit, RuleQuestion } from './rule-money.ts';

export async function ruleStandings(question: RuleQuestion): Promise<FundRules['rules']> {
  const standings: RuleStanding[] = [];
  for (const { row } of question.pack.rows.fundRules) {
    const from = row.from ?? '';
    const until = row.until ?? '9999';
    if (from.slice(0, 4) > String(question.year) || until <= `${question.year}-01-01`) continue;
    standings.push({
      id: row.id,
      kind: row.kind,
      kindTitle: fundRuleWords[row.kind],
      title: row.title,
      measured: row.measured,
      against: row.base ?? null,
      note: row.note ?? null,
      verified: row.verified,
      isGuarded: isGuarded(row),
      lines:
        row.selects === undefined
          ? null
          : {
              stage: row.selects.stage,
              source: row.selects.sources?.[0] ?? null,
              purpose: row.selects.purposes?.[0] ?? null,
            },
      limits: await limitsOf(question, row),
    });
  }
  return standings;
}

/** Shares whose both sides are in the books are watched before a posting; a rule nobody verified is only shown. */
export function isGuarded({ kind, selects, against, verified, asks }: FundRule): boolean {
  const isShare = kind === 'shareLeast' && selects !== undefined && against !== undefined;
  return verified && (isShare || asks !== undefined);
}

async function limitsOf(question: RuleQuestion, rule: FundRule): Promise<LimitStanding[]> {
  if (rule.kind === 'order')
    return rule.asks === undefined ? [] : [await modeStanding(question, rule)];
  const own = rule.limits.filter(({ level }) => level === undefined || isAtLevel(question, level));
  const standings: LimitStanding[] = [];
  for (const limit of own) standings.push(...(await standingsOf(question, rule, limit)));
  return standings;
}

/** A floor of villages or households is looked at from above; any other limit where its level is. */
function isAtLevel({ area }: RuleQuestion, level: NonNullable<Limit['level']>): boolean {
  if (level === 'village' || level === 'household') return true;
  return levelOf(area) === level || (level === 'county' && area.length < 6);
}

async function modeStanding(question: RuleQuestion, rule: FundRule): Promise<LimitStanding> {
  const { year, area, tx } = question;
  const { first, all } = await countModes(tx, {
    span: spanOf(area),
    sources: rule.selects?.sources,
    from: `${year}-01-01`,
    until: `${year + 1}-01-01`,
  });
  return {
    id: 'mode',
    title: { zh: '先建后补的项目', en: 'Projects that are built first' },
    required: null,
    unit: '',
    requiredVerified: rule.verified,
    numerator: null,
    denominator: null,
    share: all === 0 ? null : first / all,
    verdict: all === 0 ? 'open' : first === all ? 'kept' : 'broken',
    missing: null,
    room: null,
    shortBy: null,
    short: all - first,
    of: all,
    asksBase: false,
    base: null,
  };
}
