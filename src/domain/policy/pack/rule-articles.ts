// Articles of what decides: parameters, criteria, score sheets, vetoes, decision tables.

import type { Bilingual } from '#domain/kernel/refusal.ts';
import {
  type Article,
  article,
  codeTitle,
  groupDigits,
  joinWords,
  labelled,
  markOf,
  nothing,
  parameterWords,
  ruleOf,
  ruleWords,
  same,
  shownValue,
  withUnit,
} from '#domain/policy/pack/document-shape.ts';
import { directionWords } from '#domain/policy/pack/document-words.ts';
import type { Placed } from '#domain/policy/pack/pack.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import type {
  Criterion,
  CriterionSet,
  DecisionTable,
  Likelihood,
  Parameter,
  Points,
  ScoreSheet,
} from '#domain/policy/pack/rule-schemas.ts';

export function parameterArticle(pack: ResolvedPack, placed: Placed<Parameter>): Article {
  const { values, unit, list, usedBy } = placed.row;
  const current = values.findLast(({ from }) => from <= pack.on);
  return article(pack, placed, {
    paragraphs: usedBy === undefined ? [] : [labelled('用于', 'Used for', usedBy)],
    numbers: values.map((value) => ({
      from: value.from,
      shown: shownValue(pack, value.value, { unit, list }),
      inForce: value === current,
      mark: markOf(pack, value),
    })),
    mark: markOf(pack, current ?? {}),
  });
}

export function criterionArticle(pack: ResolvedPack, placed: Placed<Criterion>): Article {
  const { question, rule, holds, fails } = placed.row;
  return article(pack, placed, {
    paragraphs: [
      question,
      labelled('符合时告知', 'Told when it holds', holds),
      labelled('不符合时告知', 'Told when it does not', fails),
    ],
    rule: ruleOf(pack, rule),
  });
}

export function criterionSetArticle(pack: ResolvedPack, placed: Placed<CriterionSet>): Article {
  const titles = new Map(pack.rows.criteria.map(({ row }) => [row.id, row.title]));
  const names = placed.row.criteria.map((id) => titles.get(id) ?? same(id));
  return article(pack, placed, { paragraphs: [joinWords(names)] });
}

/** A sheet, and its vetoes as an article of their own. */
export function sheetArticles(pack: ResolvedPack, placed: Placed<ScoreSheet>): readonly Article[] {
  const { row } = placed;
  const cutOff = row.cutOff === undefined ? undefined : parameterWords(pack, row.cutOff);
  const items = article(pack, placed, {
    paragraphs: [
      labelled('满分', 'Out of', withUnit(row.max, 'point')),
      directionWords[row.direction],
      ...(cutOff === undefined ? [] : [labelled('分数线', 'Cut-off', cutOff)]),
    ],
    table: {
      columns: [
        { zh: '计分项', en: 'Item' },
        { zh: '满分', en: 'Most' },
        { zh: '怎样计分', en: 'How it is scored' },
        { zh: '怎样看', en: 'What to look at' },
      ],
      rows: row.items.map((item) => ({
        cells: [
          item.title,
          same(groupDigits(item.max)),
          pointsWords(pack, item.points),
          item.guide,
        ],
        mark: markOf(pack, item),
      })),
    },
  });
  const likelihoods = row.likelihoods.map((one) => likelihoodArticle(pack, placed, one));
  if (row.vetoes.length === 0) return [items, ...likelihoods];
  const vetoes = article(pack, placed, {
    id: `${row.id}.vetoes`,
    title: { zh: `${row.title.zh}：一票否决`, en: `${row.title.en}: exclusions` },
    requirements: [],
    table: {
      columns: [
        { zh: '否决项', en: 'Exclusion' },
        { zh: '条件', en: 'Condition' },
        { zh: '可以申辩', en: 'Rebuttal' },
      ],
      rows: row.vetoes.map((veto) => ({
        cells: [veto.title, ruleWords(pack, veto.rule), veto.rebuttal],
        mark: markOf(pack, veto),
      })),
    },
  });
  return [items, vetoes, ...likelihoods];
}

function likelihoodArticle(
  pack: ResolvedPack,
  placed: Placed<ScoreSheet>,
  likelihood: Likelihood,
): Article {
  return article(pack, placed, {
    id: `${placed.row.id}.${likelihood.id}`,
    title: likelihood.title,
    requirements: likelihood.requirements,
    paragraphs: [
      {
        zh: '可能性说的是一群人，不能用来指认一户。',
        en: 'A likelihood speaks of a group and is never evidence against one household.',
      },
    ],
    table: {
      columns: [
        { zh: '分数不超过', en: 'Points up to' },
        { zh: '可能性', en: 'Likelihood' },
      ],
      rows: likelihood.steps.map(({ upTo, probability }) => ({
        cells: [same(groupDigits(upTo)), same(`${groupDigits(probability * 100)}%`)],
        mark: markOf(pack, likelihood),
      })),
    },
  });
}

export function pointsWords(pack: ResolvedPack, points: Points): Bilingual {
  if ('rule' in points) return ruleWords(pack, points.rule);
  if ('by' in points) {
    const by = ruleWords(pack, points.by);
    const steps = points.bands.map((band) => ({
      zh: `不足 ${groupDigits(band.below)} 得 ${groupDigits(band.points)} 分`,
      en: `below ${groupDigits(band.below)}: ${groupDigits(band.points)}`,
    }));
    const above = {
      zh: `其余得 ${groupDigits(points.above)} 分`,
      en: `otherwise: ${groupDigits(points.above)}`,
    };
    const list = sequence([...steps, above]);
    return { zh: `按 ${by.zh}：${list.zh}`, en: `By ${by.en}: ${list.en}` };
  }
  const cases = points.cases.map(({ when, points: given }) => {
    const words = ruleWords(pack, when);
    return {
      zh: `${words.zh} 得 ${groupDigits(given)} 分`,
      en: `${words.en}: ${groupDigits(given)}`,
    };
  });
  const rest = groupDigits(points.otherwise);
  return sequence([...cases, { zh: `其余得 ${rest} 分`, en: `otherwise: ${rest}` }]);
}

export function tableArticle(pack: ResolvedPack, placed: Placed<DecisionTable>): Article {
  const { question, rows } = placed.row;
  return article(pack, placed, {
    paragraphs: [question],
    table: {
      columns: [
        { zh: '条件', en: 'Where' },
        { zh: '措施', en: 'Measures' },
        { zh: '理由', en: 'Reason' },
      ],
      rows: rows.map((one) => ({
        cells: [
          ruleWords(pack, one.when),
          one.gives.length === 0
            ? { zh: '不作建议', en: 'no suggestion' }
            : joinWords(one.gives.map((code) => codeTitle(pack, 'measure', code))),
          one.reason,
        ],
        mark: markOf(pack, one),
      })),
    },
  });
}

function sequence(parts: readonly Bilingual[]): Bilingual {
  if (parts.length === 0) return nothing;
  return { zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('; ') };
}
