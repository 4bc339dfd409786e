// Articles of published figures and of what a text claims about them.

import { parseUnit, unitText } from '#domain/policy/expression-unit.ts';
import {
  type Article,
  article,
  groupDigits,
  labelled,
  markOf,
  same,
  withUnit,
} from '#domain/policy/pack/document-shape.ts';
import { type Figure, figuresOf } from '#domain/policy/pack/figure-schemas.ts';
import type { Rows } from '#domain/policy/pack/pack.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';

type PlacedOf<Kind extends keyof Rows> = Rows[Kind][number];

export function figureArticle(pack: ResolvedPack, placed: PlacedOf<'figures'>): Article {
  const { unit, printed, on, definition, numerator, denominator, method } = placed.row;
  const titles = titlesOf(pack);
  const titled = (zh: string, en: string, id: string | undefined) =>
    id === undefined ? [] : [labelled(zh, en, titles.get(id) ?? same(id))];
  const isShare = numerator !== undefined || denominator !== undefined || unit === 'percent';
  return article(pack, placed, {
    paragraphs: [
      definition,
      ...(printed === undefined ? [] : [labelled('原文', 'As printed', same(printed))]),
      ...titled('分子', 'Numerator', numerator),
      ...titled('分母', 'Denominator', denominator),
      ...(method === undefined ? [] : [labelled('方法', 'Method', method)]),
      ...(isShare && denominator === undefined
        ? [{ zh: '分母未公布。', en: 'The denominator was not published.' }]
        : []),
    ],
    numbers: [
      { from: on, shown: shownOf(placed.row), inForce: true, mark: markOf(pack, placed.row) },
    ],
  });
}

export function claimArticle(pack: ResolvedPack, placed: PlacedOf<'claims'>): Article {
  const titles = titlesOf(pack);
  const named = placed.row.relations.flatMap((relation) => figuresOf(relation));
  const ids = [...new Set(named.map(({ id }) => id))];
  return article(pack, placed, {
    table: {
      columns: [
        { zh: '数字', en: 'Figure' },
        { zh: '公布的数', en: 'As published' },
      ],
      rows: ids.flatMap((id) => {
        const figure = pack.rows.figures.find(({ row }) => row.id === id)?.row;
        return figure === undefined
          ? []
          : [{ cells: [titles.get(id) ?? same(id), shownOf(figure)], mark: markOf(pack, figure) }];
      }),
    },
  });
}

/** The number with its unit, a range with both ends, or that nobody published it. */
function shownOf({ value, bounds, impliedBy, unit }: Figure) {
  if (value !== undefined) return withUnit(value, unit);
  if (bounds === undefined) {
    return impliedBy === undefined
      ? { zh: '未公布', en: 'not published' }
      : { zh: '由公布的数推出', en: 'follows from what was published' };
  }
  const { least, most } = bounds;
  const words = unitText(parseUnit(unit) ?? {});
  const ends = (zhLeast: string, zhMost: string) =>
    [
      least === undefined ? zhMost : groupDigits(least),
      most === undefined ? zhLeast : groupDigits(most),
    ].join('–');
  return {
    zh: `${ends('以上', '至多')} ${words.zh}`,
    en: `${ends('or more', 'up to')} ${words.en}`,
  };
}

function titlesOf(pack: ResolvedPack) {
  return new Map(pack.rows.figures.map(({ row }) => [row.id, row.title]));
}
