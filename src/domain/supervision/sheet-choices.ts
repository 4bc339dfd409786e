// The empty sheet as a rater meets it: for each item what one looks at and which answers give which
// points, in the words of the pack. No value of any household is in it.
import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { CompiledSheet } from '#domain/policy/pack/compile-sheet.ts';
import { groupDigits, ruleWords } from '#domain/policy/pack/document-shape.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import type { ScoreItem } from '#domain/policy/pack/rule-schemas.ts';

export interface SheetChoice {
  readonly points: number;
  readonly text: Bilingual;
}

/** Answers in the order of the pack; empty where points are computed freely and are entered as a number. */
export function choicesOf(pack: ResolvedPack, { points }: ScoreItem): readonly SheetChoice[] {
  if ('rule' in points) return [];
  if ('by' in points) {
    const by = ruleWords(pack, points.by);
    const last = points.bands.at(-1)?.below ?? 0;
    return [
      ...points.bands.map((band, at) => ({
        points: band.points,
        text: bandWords(by, points.bands[at - 1]?.below, band.below),
      })),
      { points: points.above, text: bandWords(by, last, undefined) },
    ];
  }
  return [
    ...points.cases.map(({ when, points: given }) => ({
      points: given,
      text: ruleWords(pack, when),
    })),
    { points: points.otherwise, text: { zh: '其余情形', en: 'Anything else' } },
  ];
}

function bandWords(by: Bilingual, from: number | undefined, below: number | undefined): Bilingual {
  const low = from === undefined ? '' : groupDigits(from);
  const high = below === undefined ? '' : groupDigits(below);
  if (low === '') return { zh: `${by.zh} 不足 ${high}`, en: `${by.en} below ${high}` };
  if (high === '') return { zh: `${by.zh} ${low} 及以上`, en: `${by.en} ${low} or more` };
  return { zh: `${by.zh} ${low} 至不足 ${high}`, en: `${by.en} ${low} to below ${high}` };
}

/** Whether points lie on the poor side of the line; null where the sheet has none. */
export function isListed({ sheet, cutOff }: CompiledSheet, total: number): boolean | null {
  if (cutOff === null) return null;
  return sheet.direction === 'lowerIsPoorer' ? total <= cutOff : total >= cutOff;
}
