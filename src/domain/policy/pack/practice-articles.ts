// Articles of practice: processes, measures, verification, samples, organisation, loans, charts, lists,
// texts.

import type { Bilingual } from '#domain/kernel/refusal.ts';
import {
  type Article,
  article,
  codeTitle,
  groupDigits,
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
  chartWords,
  levelWords,
  sampleWords,
  stepWords,
} from '#domain/policy/pack/document-words.ts';
import type { Placed, Rows } from '#domain/policy/pack/pack.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';

type PlacedOf<Kind extends keyof Rows> = Rows[Kind][number];

export function processArticle(pack: ResolvedPack, placed: PlacedOf<'processes'>): Article {
  const { steps, ends } = placed.row;
  const names = new Map([...steps, ...ends].map(({ id, title }) => [id, title]));
  return article(pack, placed, {
    table: {
      columns: [
        { zh: '步骤', en: 'Step' },
        { zh: '方式', en: 'Kind' },
        { zh: '层级', en: 'Level' },
        { zh: '办理人', en: 'Who acts' },
        { zh: '时限', en: 'Time' },
        { zh: '结果去向', en: 'Outcomes' },
      ],
      rows: steps.map((step) => ({
        cells: [
          step.title,
          stepWords[step.kind],
          levelWords[step.level],
          joinWords(step.actors.map((code) => codeTitle(pack, 'actor', code))),
          step.within === undefined ? nothing : parameterWords(pack, step.within),
          sentences(step.outcomes.map(({ title, to }) => arrow(title, names.get(to) ?? same(to)))),
        ],
        mark: markOf(pack, step),
      })),
    },
  });
}

export function taxonomyArticle(pack: ResolvedPack, placed: PlacedOf<'taxonomies'>): Article {
  const count = (value: number | undefined) => same(value === undefined ? '' : groupDigits(value));
  return article(pack, placed, {
    paragraphs: [
      {
        zh: '措施可以重叠，每户、每人定一项为主，用于归类统计。',
        en: 'Measures may overlap; one is primary for each household and person, for attribution.',
      },
    ],
    table: {
      columns: [
        { zh: '措施', en: 'Measure' },
        { zh: '内容', en: 'What it is' },
        { zh: '计划户数', en: 'Households planned' },
        { zh: '计划人数', en: 'Persons planned' },
      ],
      rows: placed.row.measures.map((one) => ({
        cells: [
          one.title,
          one.text ?? nothing,
          count(one.target?.households),
          count(one.target?.persons),
        ],
        mark: markOf(pack, one),
      })),
    },
  });
}

export function setArticle(
  pack: ResolvedPack,
  placed: PlacedOf<'verification' | 'organisation' | 'catalogue'>,
): Article {
  return article(pack, placed, {
    table: {
      columns: [
        { zh: '名称', en: 'Name' },
        { zh: '内容', en: 'What it is' },
      ],
      rows: placed.row.rows.map((one) => ({
        cells: [one.title, one.text],
        mark: markOf(pack, one),
      })),
    },
  });
}

export function designArticle(pack: ResolvedPack, placed: PlacedOf<'sampleDesigns'>): Article {
  const { by, compares, corrects, stages } = placed.row;
  const who = joinWords(by.map((code) => codeTitle(pack, 'actor', code)));
  return article(pack, placed, {
    paragraphs: [
      labelled('由谁做', 'Done by', who),
      sampleWords[compares],
      labelled('目的', 'To', corrects),
    ],
    table:
      stages.length === 0
        ? null
        : {
            columns: [
              { zh: '单位', en: 'Unit' },
              { zh: '数量', en: 'How many' },
              { zh: '方式', en: 'How' },
              { zh: '说明', en: 'Note' },
            ],
            rows: stages.map(({ unit, take, how, text }) => ({
              cells: [
                unit === 'group' ? { zh: '组', en: 'group' } : levelWords[unit],
                takeWords(take),
                sampleWords[how],
                text,
              ],
              mark: null,
            })),
          },
  });
}

function takeWords(take: PlacedOf<'sampleDesigns'>['row']['stages'][number]['take']): Bilingual {
  if ('share' in take) return same(`${Math.round(take.share * 100)}%`);
  return same(take.least === take.most ? String(take.least) : `${take.least}–${take.most}`);
}

export function sampleSetArticle(pack: ResolvedPack, placed: PlacedOf<'sampleSets'>): Article {
  const titles = new Map(pack.rows.sampleDesigns.map(({ row }) => [row.id, row.title]));
  const names = placed.row.designs.map((id) => titles.get(id) ?? same(id));
  return article(pack, placed, { paragraphs: [joinWords(names)] });
}

export function productArticle(pack: ResolvedPack, placed: PlacedOf<'products'>): Article {
  const { capYuan, termYears, subsidyShare, yield: share, eligible, unsecured } = placed.row;
  const { purposes, parties, until } = placed.row;
  return article(pack, placed, {
    paragraphs: [
      ...named(pack, '额度上限', 'Cap', capYuan),
      ...named(pack, '期限上限', 'Longest term', termYears),
      ...named(pack, '贴息', 'Interest subsidised', subsidyShare),
      ...named(pack, '收益率', 'Yield', share),
      ...(unsecured ? [{ zh: '免抵押、免担保。', en: 'No collateral, no guarantee.' }] : []),
      ...(purposes.length === 0 ? [] : [labelled('用途', 'Purposes', joinWords(purposes))]),
      ...(parties.length === 0 ? [] : [labelled('各方', 'Parties', joinWords(parties))]),
      ...(until === undefined ? [] : [labelled('不再办理', 'None granted from', same(until))]),
    ],
    rule: eligible === undefined ? null : ruleOf(pack, eligible),
  });
}

export function chartArticle(pack: ResolvedPack, placed: PlacedOf<'chartSets'>): Article {
  return article(pack, placed, {
    table: {
      columns: [
        { zh: '图表', en: 'Chart' },
        { zh: '形式', en: 'Form' },
        { zh: '层级', en: 'Level' },
        { zh: '内容', en: 'Shows' },
      ],
      rows: placed.row.charts.map((one) => ({
        cells: [one.title, chartWords[one.kind], levelWords[one.level], one.shows],
        mark: markOf(pack, one),
      })),
    },
  });
}

export function listSetArticle(pack: ResolvedPack, placed: PlacedOf<'listSets'>): Article {
  return article(pack, placed, {
    table: {
      columns: [
        { zh: '清单', en: 'List' },
        { zh: '栏目', en: 'Columns' },
        { zh: '状态', en: 'States' },
      ],
      rows: placed.row.lists.map((one) => ({
        cells: [
          one.title,
          joinWords(one.columns.map(({ title }) => title)),
          joinWords(one.states.map(({ title }) => title)),
        ],
        mark: markOf(pack, one),
      })),
    },
  });
}

/** A text has no title of its own, and its id is no word. */
const textTitle: Bilingual = { zh: '说明', en: 'Note' };

export function textArticle(pack: ResolvedPack, placed: PlacedOf<'texts'>): Article {
  const { id, text, requirements } = placed.row;
  const row: Placed<{ id: string; title: Bilingual; requirements: readonly string[] }> = {
    ...placed,
    row: { id, title: textTitle, requirements },
  };
  return article(pack, row, { paragraphs: [text] });
}

function arrow(title: Bilingual, to: Bilingual): Bilingual {
  return { zh: `${title.zh} → ${to.zh}`, en: `${title.en} → ${to.en}` };
}

function sentences(parts: readonly Bilingual[]): Bilingual {
  return { zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('; ') };
}
