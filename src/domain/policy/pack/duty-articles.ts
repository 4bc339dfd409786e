// Articles of who answers for what: sign-offs, indicators, assessment, triggers, staffing, visits, quotas.

import type { Bilingual } from '#domain/kernel/refusal.ts';
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
} from '#domain/policy/pack/document-shape.ts';
import {
  effectWords,
  levelWords,
  periodWords,
  signWords,
} from '#domain/policy/pack/document-words.ts';
import type { Rows } from '#domain/policy/pack/pack.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';

type PlacedOf<Kind extends keyof Rows> = Rows[Kind][number];

export function signOffArticle(pack: ResolvedPack, placed: PlacedOf<'signOffs'>): Article {
  const { parties, signers, levels } = placed.row;
  return article(pack, placed, {
    paragraphs: [
      {
        zh: `共 ${parties} 方、至多 ${signers} 人签字；一人兼两职的，以两种身份签字并注明。`,
        en: `${parties} parties, up to ${signers} signers; one person in two offices signs in two capacities, shown as such.`,
      },
    ],
    table: {
      columns: [
        { zh: '层级', en: 'Level' },
        { zh: '签字方', en: 'Party' },
        { zh: '签字人', en: 'Signers' },
        { zh: '方式', en: 'How' },
      ],
      rows: levels.flatMap(({ level, form, parties: own }) =>
        own.map((one) => ({
          cells: [
            levelWords[level],
            one.title,
            joinWords(one.signers.map(({ office }) => office)),
            signWords[form],
          ],
          mark: markOf(pack, one),
        })),
      ),
    },
  });
}

export function indicatorArticle(pack: ResolvedPack, placed: PlacedOf<'indicators'>): Article {
  const limit = (id: string | undefined, zh: string, en: string): Bilingual[] => {
    if (id === undefined) return [];
    const words = parameterWords(pack, id);
    return [{ zh: `${zh}${words.zh}`, en: `${en} ${words.en}` }];
  };
  return article(pack, placed, {
    table: {
      columns: [
        { zh: '指标', en: 'Indicator' },
        { zh: '口径', en: 'Measured as' },
        { zh: '要求', en: 'Limit' },
      ],
      rows: placed.row.indicators.map((one) => ({
        cells: [
          one.title,
          one.measure,
          joinWords([
            ...limit(one.least, '≥ ', '≥'),
            ...limit(one.most, '≤ ', '≤'),
            ...limit(one.below, '< ', '<'),
          ]),
        ],
        mark: markOf(pack, one),
      })),
    },
  });
}

export function assessmentArticle(pack: ResolvedPack, placed: PlacedOf<'assessments'>): Article {
  const { who, every, items, consequences } = placed.row;
  return article(pack, placed, {
    paragraphs: [
      labelled('对象', 'Who is assessed', who),
      labelled('周期', 'How often', periodWords[every]),
      ...consequences.map(({ title, text }) => labelled(title.zh, title.en, text)),
    ],
    table: {
      columns: [
        { zh: '项目', en: 'Item' },
        { zh: '内容', en: 'What it looks at' },
        { zh: '计分', en: 'Effect' },
        { zh: '权重', en: 'Weight' },
      ],
      rows: items.map((one) => ({
        cells: [
          one.title,
          one.text,
          effectWords[one.effect],
          one.weight === undefined ? nothing : parameterWords(pack, one.weight),
        ],
        mark: markOf(pack, one),
      })),
    },
  });
}

export function triggerArticle(pack: ResolvedPack, placed: PlacedOf<'triggers'>): Article {
  const { kind, reportedBy, rule, within } = placed.row;
  return article(pack, placed, {
    paragraphs: [
      labelled('由谁提出', 'Reported by', reportedBy),
      ...(kind === undefined
        ? []
        : [labelled('监测类型', 'Kind', codeTitle(pack, 'monitoredKind', kind))]),
      ...named(pack, '核实时限', 'To be looked at within', within),
    ],
    rule: rule === undefined ? null : ruleOf(pack, rule),
  });
}

export function staffingArticle(pack: ResolvedPack, placed: PlacedOf<'staffing'>): Article {
  const { unit, posts } = placed.row;
  return article(pack, placed, {
    paragraphs: [{ zh: `每个${levelWords[unit].zh}配备`, en: `For every ${levelWords[unit].en}` }],
    table: {
      columns: [
        { zh: '岗位', en: 'Post' },
        { zh: '人数（个数）', en: 'How many' },
      ],
      rows: posts.map((one) => ({
        cells: [one.title, countWords(one.least, one.most)],
        mark: markOf(pack, one),
      })),
    },
  });
}

function countWords(least: number, most: number | undefined): Bilingual {
  if (most === undefined) return { zh: `${least} 以上`, en: `${least} or more` };
  return same(least === most ? String(least) : `${least}–${most}`);
}

export function visitArticle(pack: ResolvedPack, placed: PlacedOf<'visits'>): Article {
  const { who, to, least, every } = placed.row;
  return article(pack, placed, {
    paragraphs: [
      labelled('由谁', 'Who', who),
      {
        zh: `${periodWords[every].zh}至少到${levelWords[to].zh} ${least} 次`,
        en: `At least ${least} × ${periodWords[every].en} to each ${levelWords[to].en}`,
      },
    ],
  });
}

export function quotaArticle(pack: ResolvedPack, placed: PlacedOf<'quotas'>): Article {
  return article(pack, placed, {
    paragraphs: placed.row.rules.map(({ title }) => title),
    table: {
      columns: [
        { zh: '级别', en: 'Rank' },
        { zh: '每人联系', en: 'Each has' },
      ],
      rows: placed.row.ranks.map(({ title, number, unit }) => ({
        cells: [
          title,
          { zh: `${number} 个${levelWords[unit].zh}`, en: `${number} × ${levelWords[unit].en}` },
        ],
        mark: null,
      })),
    },
  });
}
