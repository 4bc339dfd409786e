// A change that would flip a decision, in words: from what to what, by how much, and what then.

import type { Bilingual } from '#domain/kernel/refusal.ts';
import { compileToFunction } from '#domain/policy/expression-function.ts';
import { reads } from '#domain/policy/expression-range.ts';
import type { Constant } from '#domain/policy/expression-tree.ts';
import type { Facts, FactValue, Value } from '#domain/policy/expression-value.ts';
import type { Flip, IfKnown } from '#domain/policy/nearest-change.ts';
import { totalOf } from '#domain/policy/pack/decide.ts';
import type { Decision } from '#domain/policy/pack/decision.ts';
import { outcomeWords, pointsOf } from '#domain/policy/pack/decision-words.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { labelOf, shownFact } from '#domain/policy/pack/shown-fact.ts';

/** Values told by name before the rest is counted. */
const namedMost = 5;

export interface FlipEffect {
  /** Points of a sheet after the change. */
  readonly total: number | null;
  readonly items: readonly {
    readonly title: Bilingual;
    readonly from: number;
    readonly to: number;
  }[];
}

/** What a change does to the points of a sheet; `values` are those of its parts as they are. */
export function effectOf(
  { parts, shape }: Decision,
  { facts, values }: { readonly facts: Facts; readonly values: readonly Value[] },
  flip: Flip,
): FlipEffect {
  if (shape !== 'sheet') return { total: null, items: [] };
  const changed = { ...facts, [flip.fact]: flip.to[0] };
  const after = parts.map(({ rule }, index) =>
    reads(rule, flip.fact) ? compileToFunction(rule)(changed) : (values[index] ?? null),
  );
  const items = parts.flatMap(({ role, title }, index) => {
    const from = values[index];
    const to = after[index];
    if (role !== 'item' || typeof from !== 'number' || typeof to !== 'number') return [];
    return from === to ? [] : [{ title, from, to }];
  });
  return { total: totalOf(parts, after), items };
}

export function valuesWords(
  pack: ResolvedPack,
  fact: string,
  values: readonly FactValue[],
): Bilingual {
  const shown = values
    .slice(0, namedMost)
    .map((value) => shownFact(pack, fact, typeof value === 'bigint' ? Number(value) : value));
  const rest = values.length - shown.length;
  const [more, moreEn] = rest > 0 ? [`等 ${values.length} 种`, ` and ${rest} more`] : ['', ''];
  return {
    zh: shown.map(({ zh }) => zh).join('或') + more,
    en: shown.map(({ en }) => en).join(' or ') + moreEn,
  };
}

export function flipSentence(
  pack: ResolvedPack,
  decision: Decision,
  { flip, total }: { readonly flip: Flip; readonly total: number | null },
): Bilingual {
  const label = labelOf(pack, flip.fact);
  const from = quoted(flip, valuesWords(pack, flip.fact, [flip.from]));
  const to = quoted(flip, valuesWords(pack, flip.fact, flip.to));
  const then = outcomeWords(decision, flip.outcome);
  const apart = differenceOf(pack, flip);
  const [sum, sumEn] =
    total === null || flip.outcome === 'vetoed'
      ? ['', '']
      : [`总分 ${pointsOf(total)}，`, `the total is ${pointsOf(total)}, `];
  return {
    zh: `若“${label.zh}”不是${from.zh}而是${to.zh.trimEnd()}${apart.zh}，则${sum}${bare(then.zh)}。`,
    en: `If “${label.en}” were ${to.en} instead of ${from.en}${apart.en}, then ${sumEn}${bare(then.en)}.`,
  };
}

/** Numbers stand in the sentence as they are, answers in quotation marks. */
function quoted({ from }: Flip, { zh, en }: Bilingual): Bilingual {
  return typeof from === 'number' ? { zh: ` ${zh} `, en } : { zh: `“${zh}”`, en: `“${en}”` };
}

function differenceOf(pack: ResolvedPack, { fact, from, to: [to] }: Flip): Bilingual {
  const isChoice = pack.rows.items.some(({ row }) => row.id === fact && row.options !== undefined);
  if (typeof from !== 'number' || typeof to !== 'number' || isChoice) return { zh: '', en: '' };
  const apart = Math.round(Math.abs(to - from) * 100) / 100;
  const shown = shownFact(pack, fact, apart);
  return to > from
    ? { zh: `（多 ${shown.zh}）`, en: ` (${shown.en} more)` }
    : { zh: `（少 ${shown.zh}）`, en: ` (${shown.en} less)` };
}

/** A range of numbers, open where it goes to the end of what can be; or the answers. */
export function caseWords(pack: ResolvedPack, { fact, cases }: IfKnown, index: number): Bilingual {
  const one = cases[index];
  if (one === undefined) return { zh: '', en: '' };
  if (one.kind === 'each') return valuesWords(pack, fact, one.values);
  const [low, high] = one.values.map((value) => shownFact(pack, fact, value as Constant));
  if (low === undefined || high === undefined) return { zh: '', en: '' };
  const isFirst = index === 0;
  const isLast = index === cases.length - 1;
  if (isFirst && isLast) return { zh: '不论多少', en: 'whatever it is' };
  if (isFirst) return { zh: `${high.zh} 及以下`, en: `${high.en} or less` };
  if (isLast) return { zh: `${low.zh} 及以上`, en: `${low.en} or more` };
  return { zh: `${low.zh} 至 ${high.zh}`, en: `${low.en} to ${high.en}` };
}

function bare(text: string): string {
  return text.replace(/[。.]$/, '');
}
