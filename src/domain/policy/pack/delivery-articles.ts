// Articles of what reaches people and from which money: entitlements, targets, sources and rules of funds,
// risk funds.

import {
  type Article,
  article,
  codeTitle,
  joinWords,
  labelled,
  markOf,
  named,
  nothing,
  parameterWords,
  ruleOf,
  same,
  withUnit,
} from '#domain/policy/pack/document-shape.ts';
import {
  benefitWords,
  channelWords,
  fundRuleWords,
  levelWords,
  recipientWords,
} from '#domain/policy/pack/document-words.ts';
import type { Rows } from '#domain/policy/pack/pack.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';

type PlacedOf<Kind extends keyof Rows> = Rows[Kind][number];

export function benefitArticle(pack: ResolvedPack, placed: PlacedOf<'benefits'>): Article {
  const { kind, to, who, eligible, amount, amountMost, payer, measure } = placed.row;
  return article(pack, placed, {
    paragraphs: [
      who,
      joinWords([benefitWords[kind], recipientWords[to]]),
      ...named(pack, '标准', 'Amount', amount),
      ...named(pack, '最高', 'At most', amountMost),
      ...(payer === undefined ? [] : [labelled('由谁支付', 'Paid by', payer)]),
      ...(measure === undefined
        ? []
        : [labelled('属于措施', 'Belongs to', codeTitle(pack, 'measure', measure))]),
    ],
    rule: eligible === undefined ? null : ruleOf(pack, eligible),
  });
}

export function planArticle(pack: ResolvedPack, placed: PlacedOf<'plans'>): Article {
  const { unit, level, targets } = placed.row;
  return article(pack, placed, {
    paragraphs: [labelled('层级', 'Level', levelWords[level])],
    table: {
      columns: [
        { zh: '时间', en: 'By' },
        { zh: '目标', en: 'Target' },
        { zh: '说明', en: 'Note' },
      ],
      rows: targets.map((one) => ({
        cells: [
          same(one.by),
          one.value === undefined
            ? { zh: '未公布', en: 'not published' }
            : withUnit(one.value, unit),
          one.title ?? nothing,
        ],
        mark: markOf(pack, one),
      })),
    },
  });
}

export function fundSourceArticle(pack: ResolvedPack, placed: PlacedOf<'fundSources'>): Article {
  const channels = joinWords(placed.row.channels.map((one) => channelWords[one]));
  const { within } = placed.row;
  const whole = pack.rows.fundSources.find(({ row }) => row.id === within)?.row;
  return article(pack, placed, {
    paragraphs: [
      labelled('渠道', 'Channels', channels),
      labelled('用途', 'Purpose', placed.row.purpose),
      ...(whole === undefined ? [] : [labelled('其中', 'Part of', whole.title)]),
    ],
  });
}

export function fundRuleArticle(pack: ResolvedPack, placed: PlacedOf<'fundRules'>): Article {
  const { kind, measured, base, limits } = placed.row;
  return article(pack, placed, {
    paragraphs: [
      fundRuleWords[kind],
      labelled('对象', 'Of', measured),
      ...(base === undefined ? [] : [labelled('基数', 'Base', base)]),
    ],
    table:
      limits.length === 0
        ? null
        : {
            columns: [
              { zh: '适用', en: 'Applies to' },
              { zh: '要求', en: 'Limit' },
            ],
            rows: limits.map(({ title, parameter }) => ({
              cells: [title, parameterWords(pack, parameter)],
              mark: null,
            })),
          },
  });
}

export function riskFundArticle(pack: ResolvedPack, placed: PlacedOf<'riskFunds'>): Article {
  const { shares, leverageLeast, leverageMost, covers } = placed.row;
  return article(pack, placed, {
    paragraphs: [
      covers,
      ...shares.map(({ party, share }) => {
        const words = parameterWords(pack, share);
        return { zh: `${party.zh}：${words.zh}`, en: `${party.en}: ${words.en}` };
      }),
      ...named(pack, '放大倍数不低于', 'Leverage at least', leverageLeast),
      ...named(pack, '放大倍数不高于', 'Leverage at most', leverageMost),
    ],
  });
}
