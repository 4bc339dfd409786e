// The readable document of a pack: what an article is, and the small words articles are made of. A
// county officer reads rules here in sentences and tables, with every source and every doubt shown.

import type { Bilingual } from '#domain/kernel/refusal.ts';
import { parseExpression } from '#domain/policy/expression-parse.ts';
import { printExpression } from '#domain/policy/expression-print.ts';
import type { Constant } from '#domain/policy/expression-tree.ts';
import { amountText, parseUnit } from '#domain/policy/expression-unit.ts';
import type { Placed } from '#domain/policy/pack/pack.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import type { AnyRow, Citation } from '#domain/policy/pack/row-schema.ts';

export interface Mark {
  readonly verified: boolean | null;
  readonly sample: boolean;
  readonly source: {
    readonly document: string;
    readonly title: Bilingual;
    readonly place: string | null;
  } | null;
  readonly note: Bilingual | null;
}

export interface ArticleNumber {
  readonly from: string;
  readonly shown: Bilingual;
  readonly inForce: boolean;
  readonly mark: Mark;
}

export interface ArticleTable {
  readonly columns: Bilingual[];
  readonly rows: { readonly cells: Bilingual[]; readonly mark: Mark | null }[];
}

export interface Article {
  readonly id: string;
  readonly title: Bilingual;
  readonly label: Bilingual | null;
  readonly paragraphs: Bilingual[];
  readonly rule: { readonly source: string; readonly words: Bilingual } | null;
  readonly numbers: ArticleNumber[];
  readonly table: ArticleTable | null;
  readonly mark: Mark;
  readonly inheritedFrom: string | null;
  readonly override: Bilingual | null;
  readonly requirements: string[];
}

type Marked = Partial<Pick<AnyRow, 'source' | 'verified' | 'sample' | 'note'>>;

export function markOf(pack: ResolvedPack, row: Marked): Mark {
  return {
    verified: row.verified ?? null,
    sample: row.sample ?? false,
    source: row.source === undefined ? null : sourceOf(pack, row.source),
    note: row.note ?? null,
  };
}

/** The document that is cited, by its title, and the place in it. */
export function sourceOf(
  pack: ResolvedPack,
  { document, place }: Citation,
): NonNullable<Mark['source']> {
  const found = pack.chain
    .flatMap(({ manifest }) => manifest.documents)
    .findLast(({ id }) => id === document);
  return { document, title: found?.title ?? same(document), place: place ?? null };
}

interface Titled extends Marked {
  readonly id: string;
  readonly title: Bilingual;
  readonly override?: { readonly reason: Bilingual };
  readonly requirements?: readonly string[];
}

/** An article with nothing but its head; the rest is what its kind adds. */
export function article(
  pack: ResolvedPack,
  { row, pack: owner }: Placed<Titled>,
  rest: Partial<Article> = {},
): Article {
  return {
    id: row.id,
    title: row.title,
    label: null,
    paragraphs: [],
    rule: null,
    numbers: [],
    table: null,
    mark: markOf(pack, row),
    inheritedFrom: owner === pack.id ? null : owner,
    override: row.override?.reason ?? null,
    requirements: [...(row.requirements ?? [])],
    ...rest,
  };
}

export function ruleOf(pack: ResolvedPack, source: string): Article['rule'] {
  return { source, words: ruleWords(pack, source) };
}

export function ruleWords({ wordings }: ResolvedPack, source: string): Bilingual {
  const parsed = parseExpression(source);
  if (!parsed.ok) return same(source);
  return {
    zh: printExpression(parsed.tree, wordings.zh),
    en: printExpression(parsed.tree, wordings.en),
  };
}

/** A value with its unit, its codes by their titles. */
export function shownValue(
  pack: ResolvedPack,
  value: Constant,
  { unit, list }: { readonly unit?: string; readonly list?: string },
): Bilingual {
  if (value === null) return { zh: '未知', en: 'unknown' };
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
  if (typeof value === 'number') return withUnit(value, unit);
  const codes = typeof value === 'string' ? [value] : value;
  return joinWords(
    codes.map((code) =>
      typeof code === 'number' ? withUnit(code, unit) : codeTitle(pack, list, code),
    ),
  );
}

export function withUnit(value: number, unit?: string): Bilingual {
  return amountText(groupDigits(value), value, parseUnit(unit ?? '1') ?? {});
}

export function groupDigits(value: number): string {
  const [whole = '', fraction] = String(value).split('.');
  if (!/^-?\d+$/.test(whole)) return String(value);
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** By the list in force; a code that a pack's own list left out keeps the words of a pack below. */
export function codeTitle(pack: ResolvedPack, list: string | undefined, code: string): Bilingual {
  const inForce = titleIn(pack.rows.lists, list, code);
  if (inForce !== undefined) return inForce;
  const below = pack.chain.map(({ rows }) => titleIn(rows.lists, list, code));
  return below.findLast((title) => title !== undefined) ?? same(code);
}

function titleIn(
  lists: ResolvedPack['rows']['lists'],
  list: string | undefined,
  code: string,
): Bilingual | undefined {
  const found = lists.find(({ row }) => row.id === list);
  return found?.row.codes.find((one) => one.code === code)?.title;
}

/** The value of a parameter on the document's day. */
export function parameterWords(pack: ResolvedPack, id: string): Bilingual {
  const parameter = pack.scope.parameters.get(id);
  const row = pack.rows.parameters.find((one) => one.row.id === id)?.row;
  return shownValue(pack, parameter?.value ?? null, { unit: row?.unit, list: row?.list });
}

export function joinWords(words: readonly Bilingual[]): Bilingual {
  return {
    zh: words.map(({ zh }) => zh).join('、'),
    en: words.map(({ en }) => en).join(', '),
  };
}

/** A label before a text: `上限：50,000 元`, `Cap: 50,000 yuan`. */
export function labelled(zh: string, en: string, text: Bilingual): Bilingual {
  return { zh: `${zh}：${text.zh}`, en: `${en}: ${text.en}` };
}

/** A labelled parameter, where a row names one. */
export function named(
  pack: ResolvedPack,
  zh: string,
  en: string,
  parameter: string | undefined,
): Bilingual[] {
  return parameter === undefined ? [] : [labelled(zh, en, parameterWords(pack, parameter))];
}

export function same(text: string): Bilingual {
  return { zh: text, en: text };
}

export const nothing: Bilingual = { zh: '', en: '' };
