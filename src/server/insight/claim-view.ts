// How a finding and a figure are shown: titles for names, words for reasons, the print beside what it
// stands for.

import type { ClaimFigure, ClaimSummary, FigureFinding } from '#contract/insight-figures.ts';
import { isCounted } from '#domain/insight/reconcile/book.ts';
import type { Finding } from '#domain/insight/reconcile/finding.ts';
import { wholeWithin } from '#domain/insight/reconcile/interval.ts';
import { rangeText } from '#domain/insight/reconcile/number-text.ts';
import { questionOf, sentenceOf } from '#domain/insight/reconcile/reason-words.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import { parseUnit, unitText } from '#domain/policy/expression-unit.ts';
import { same, withUnit } from '#domain/policy/pack/document-shape.ts';
import { type Claim, type Figure, figuresOf } from '#domain/policy/pack/figure-schemas.ts';
import type { Pack } from '#domain/policy/pack/pack.ts';
import { readPrinted } from '#domain/policy/pack/printed-number.ts';
import type { Citation } from '#domain/policy/pack/row-schema.ts';

type Figures = ReadonlyMap<string, Figure>;

export function findingView(
  finding: Finding | undefined,
  figures: Figures,
  assumes?: Bilingual,
): FigureFinding {
  if (finding === undefined) throw new Error('a claim has at least one relation');
  const { kind, verdict, reason, arithmetic, numbers, missing, implied, bars } = finding;
  return {
    kind,
    verdict,
    says: sentenceOf(reason),
    asks: questionOf(reason),
    arithmetic,
    numbers: { ...numbers },
    missing: [...missing],
    implied: impliedView(implied),
    assumes: assumes ?? null,
    bars: (bars ?? []).map(({ figures: ids, least, most, counts, arithmetic: sum }) => ({
      titles: ids.map((id) => figures.get(id)?.title ?? same(id)),
      printed: printedOf(figures.get(ids.at(-1) ?? '')),
      arithmetic: sum,
      least,
      most,
      counts,
    })),
  };
}

function printedOf(figure: Figure | undefined): string {
  if (figure === undefined) return '';
  return figure.printed ?? `${figure.value ?? ''}${figure.unit === 'percent' ? '%' : ''}`;
}

export function impliedView(implied: Finding['implied']): ClaimSummary['implied'] {
  if (implied === undefined) return null;
  const { least, most, unit } = implied;
  return {
    least,
    most: Number.isFinite(most) ? most : null,
    unit: unitText(parseUnit(unit) ?? {}),
  };
}

export function sourceView(
  chain: readonly Pack[],
  citation: Citation | undefined,
): ClaimFigure['source'] {
  if (citation === undefined) return null;
  const documents = chain.flatMap(({ manifest }) => manifest.documents);
  const found = documents.findLast(({ id }) => id === citation.document);
  return { title: found?.title ?? same(citation.document), place: citation.place ?? null };
}

/** The figures a claim speaks of, in the order it names them. */
export function figureViews(
  claim: Claim,
  figures: readonly Figure[],
  chain: readonly Pack[],
): ClaimFigure[] {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const named = claim.relations.flatMap((relation) => figuresOf(relation).map(({ id }) => id));
  const below = named.flatMap((id) => {
    const figure = byId.get(id);
    return [id, figure?.numerator, figure?.denominator].filter((one) => one !== undefined);
  });
  return [...new Set(below)].flatMap((id) => {
    const figure = byId.get(id);
    return figure === undefined ? [] : [figureView(figure, chain)];
  });
}

function figureView(figure: Figure, chain: readonly Pack[]): ClaimFigure {
  const { id, title, definition, value, bounds, unit, printed, on, counting, nature } = figure;
  const words = unitText(parseUnit(unit) ?? {});
  const range = bounds && rangeText({ least: bounds.least ?? 0, most: bounds.most ?? Infinity });
  const read = printed === undefined ? undefined : readPrinted(printed, unit === 'percent');
  const counts = isCounted(parseUnit(unit) ?? {});
  const isRounded = read !== undefined && read.least !== read.most && figure.exact !== true;
  return {
    id,
    title,
    definition,
    shown:
      value !== undefined
        ? withUnit(value, unit)
        : range !== undefined
          ? { zh: `${range} ${words.zh}`, en: `${range} ${words.en}` }
          : { zh: '', en: '' },
    printed: printed ?? null,
    interval: isRounded ? rangeText((counts && wholeWithin(read)) || read) : null,
    on,
    counting,
    nature,
    source: sourceView(chain, figure.source),
    verified: figure.verified,
  };
}
