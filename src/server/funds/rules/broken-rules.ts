// Rules about money that are broken in a year of the books, as the auditor questions them: which, by how much,
// and the largest entries by which the money went elsewhere.
import type { LimitStanding, RuleStanding } from '#contract/funds-rules.ts';
import { yuanText } from '#domain/funds/entry.ts';
import { linesOfStage } from '#domain/funds/stages.ts';
import { spanOf } from '#domain/kernel/area-code.ts';
import { plainDate, yearOf } from '#domain/kernel/plain-date.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { FundRule } from '#domain/policy/pack/delivery-schemas.ts';
import type { Context } from '#server/http/context.ts';
import type { Platform } from '#server/platform.ts';
import type { FindingRow } from '../finding.store.ts';
import { fundWordsHere } from '../fund-words.ts';
import { listBases, listElsewhere, listYears } from './rule.store.ts';
import { moneyOf, type RuleQuestion, ruleWithParts } from './rule-money.ts';
import { ruleStandings } from './rule-standings.ts';

const entriesMost = 20;

type Looked = Pick<Context, 'tx' | 'area' | 'today'> & {
  readonly platform: Pick<Platform, 'packs'>;
};

/** The largest first; a rule that is still under way, or cannot be worked out, is no question. */
export async function brokenRules(context: Looked): Promise<readonly FindingRow[]> {
  const { tx, area, today, platform } = context;
  const now = yearOf(today);
  const years = await listYears(tx, spanOf(area));
  const found: FindingRow[] = [];
  for (const year of years.filter((one) => one <= now)) {
    // A year that is over is looked at by the rules of its last day.
    const on = year < now ? plainDate(`${year}-12-31`) : today;
    const { pack } = fundWordsHere({ platform, today: on }, area);
    if (pack === undefined) continue;
    const bases = await listBases(tx, area, year);
    const question = { tx, area, year, isOver: year < now, pack, bases };
    for (const standing of await ruleStandings(question)) {
      const rule = pack.rows.fundRules.find(({ row }) => row.id === standing.id)?.row;
      if (rule === undefined) continue;
      for (const limit of standing.limits.filter(({ verdict }) => verdict === 'broken')) {
        found.push(await findingOf(question, { rule, standing, limit, on }));
      }
    }
  }
  return found.sort((left, right) => Number(right.amount) - Number(left.amount));
}

interface Broken {
  readonly rule: FundRule;
  readonly standing: RuleStanding;
  readonly limit: LimitStanding;
  readonly on: string;
}

async function findingOf(question: RuleQuestion, broken: Broken): Promise<FindingRow> {
  const { area, year } = question;
  const { rule, standing, limit, on } = broken;
  const entries = await entriesElsewhere(question, rule);
  const words = howOf(standing, limit);
  return {
    key: `${year}|${rule.id}|${limit.id}`,
    on,
    amount: String(limit.shortBy ?? 0),
    payments: entries.length,
    entries,
    area,
    households: [],
    holder: '',
    document: '',
    facts: {
      year,
      ruleZh: rule.title.zh,
      ruleEn: rule.title.en,
      limitZh: limit.title.zh,
      limitEn: limit.title.en,
      zh: words.zh,
      en: words.en,
    },
  };
}

async function entriesElsewhere(
  question: RuleQuestion,
  asked: FundRule,
): Promise<readonly string[]> {
  const { selects, against, kind } = ruleWithParts(question.pack, asked);
  const isOfParts = kind === 'shareLeast' || kind === 'split';
  if (selects === undefined || against === undefined || !isOfParts) return [];
  return listElsewhere(
    question.tx,
    {
      ...moneyOf(question, against),
      isTied: selects.tied === true,
      stage: linesOfStage[selects.stage],
      wantedPurposes: selects.purposes,
      wantedAreas: selects.areas,
    },
    entriesMost,
  );
}

function howOf({ kind }: RuleStanding, limit: LimitStanding): Bilingual {
  const { required, unit, share, short, of, shortBy } = limit;
  if (of !== null) {
    return { zh: `${of} 个里有 ${short} 个没有达到`, en: `${short} of ${of} fall short` };
  }
  const missing = yuanText(BigInt(shortBy ?? 0));
  const isShare = unit === 'percent' || unit.startsWith('/');
  if (!isShare && kind !== 'leverage') {
    return {
      zh: `要求 ${required} 元，差 ${missing} 元`,
      en: `${required} yuan are asked for, ${missing} are missing`,
    };
  }
  const now = share === null ? '' : isShare ? `${(share * 100).toFixed(1)}%` : share.toFixed(2);
  const asked = unit === 'percent' ? `${required}%` : `${required}${unit}`;
  if (kind === 'leverage') {
    return {
      zh: `要求 ${asked} 倍，现在 ${now} 倍`,
      en: `${asked} times is asked for, it is ${now}`,
    };
  }
  return {
    zh: `要求 ${asked}，现在 ${now}，差 ${missing} 元`,
    en: `${asked} is asked for, it is ${now}; ${missing} yuan off`,
  };
}
