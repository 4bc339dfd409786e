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
  { show, find }: Pick<PackSearch, 'show' | 'find'>,
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
        .filter(({ article }) => show === undefined || isMarked(article, show))
        .filter(({ article }) => find === undefined || says(article, find)),
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

/** In either language, in its rule as written, by its id or a requirement it answers. */
function says(article: PackArticle, find: string): boolean {
  const wanted = find.trim().toLowerCase();
  const words = [
    article.title,
    ...article.paragraphs,
    ...(article.rule === null ? [] : [article.rule.words]),
    ...article.numbers.map(({ shown }) => shown),
    ...(article.table?.rows ?? []).flatMap(({ cells }) => cells),
  ].flatMap(({ zh, en }) => [zh, en]);
  const texts = [article.id, article.rule?.source ?? '', ...article.requirements, ...words];
  return texts.some((text) => text.toLowerCase().includes(wanted));
}
