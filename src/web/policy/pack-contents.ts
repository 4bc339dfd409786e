// The articles of a pack numbered through, as a law book numbers them, and those that are asked for.
import type { PackArticle, PackDocument } from '#contract/policy.ts';
import type { PackSearch } from './pack-search.ts';
import { markKind } from './pack-words.ts';

export interface NumberedArticle {
  readonly number: number;
  /** Where a link leads: unique on the page. */
  readonly anchor: string;
  readonly article: PackArticle;
}

export interface NumberedSection {
  readonly kind: string;
  readonly anchor: string;
  readonly title: PackDocument['sections'][number]['title'];
  readonly articles: readonly NumberedArticle[];
}

/** Numbers do not change when only some articles are shown: one cites them. */
export function numberedSections(
  { sections }: Pick<PackDocument, 'sections'>,
  show: PackSearch['show'],
): readonly NumberedSection[] {
  let number = 0;
  return sections
    .map(({ kind, title, articles }) => ({
      kind,
      anchor: kind,
      title,
      articles: articles
        .map((article) => {
          number += 1;
          return { number, anchor: `${kind}.${article.id}`, article };
        })
        .filter(({ article }) => show === undefined || isMarked(article, show)),
    }))
    .filter(({ articles }) => articles.length > 0);
}

/** The article itself, one of its numbers, or a row of its table. */
function isMarked(article: PackArticle, show: NonNullable<PackSearch['show']>): boolean {
  const marks = [
    article.mark,
    ...article.numbers.map(({ mark }) => mark),
    ...(article.table?.rows ?? []).flatMap(({ mark }) => (mark === null ? [] : [mark])),
  ];
  return marks.some((mark) => markKind(mark) === show);
}
