// A score sheet that counts deprivations: every item gives its most where something is lacking and nothing
// where it is not, more points are poorer, and a cut-off says how many are too many. Such a sheet is a
// multidimensional measure: the items are dimensions, their most the weights, the cut-off over the whole
// is k. Measured over a register from how many households lack what (Alkire and Foster 2011).
import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { CompiledSheet } from '#domain/policy/pack/compile-sheet.ts';
import { createDeprivationTally } from './alkire-foster.ts';

/** Households that lack the same: by item whether it is lacking, null where that is not known. */
export interface DeprivationPattern {
  readonly lacks: readonly (boolean | null)[];
  readonly households: number;
  readonly persons: number;
}

export interface RegisterDeprivation {
  readonly title: Bilingual;
  readonly verified: boolean;
  readonly k: number;
  readonly persons: number;
  /** Persons of households of which some dimension is not known: in no share. */
  readonly unknownPersons: number;
  readonly poorPersons: number;
  readonly headcount: number;
  readonly intensity: number;
  readonly m0: number;
  readonly dimensions: readonly {
    readonly id: string;
    readonly title: Bilingual;
    readonly weight: number;
    readonly raw: number;
    readonly censored: number;
    readonly contribution: number;
  }[];
}

/** The first sheet of a pack that counts deprivations. */
export function deprivationSheetOf(sheets: Iterable<CompiledSheet>): CompiledSheet | undefined {
  for (const compiled of sheets) {
    const { sheet, cutOff, items } = compiled;
    const counts = items.every(({ row: { points, max } }) => {
      if (!('cases' in points) || points.otherwise !== 0) return false;
      return points.cases.every((one) => one.points === max);
    });
    if (sheet.direction === 'higherIsPoorer' && cutOff !== null && counts) return compiled;
  }
  return undefined;
}

export function registerDeprivation(
  { sheet, cutOff, items }: CompiledSheet,
  patterns: readonly DeprivationPattern[],
): RegisterDeprivation {
  const k = (cutOff ?? sheet.max) / sheet.max;
  const dimensions = items.map(({ row }) => ({ id: row.id, weight: row.max, cutoff: 1 }));
  const tally = createDeprivationTally({ dimensions, k, missing: 'drop' });
  let unknownPersons = 0;
  for (const { lacks, persons } of patterns) {
    if (lacks.includes(null)) unknownPersons += persons;
    const achievements = lacks.map((one) => (one === null ? null : one ? 0 : 1));
    tally.add({ achievements, weight: 1, members: persons });
  }
  const result = tally.close().result();
  return {
    title: sheet.title,
    verified: sheet.verified,
    k,
    persons: result.persons,
    unknownPersons,
    poorPersons: result.poorPersons,
    headcount: result.headcount.value,
    intensity: result.intensity.value,
    m0: result.m0.value,
    dimensions: result.dimensions.map(({ id, weight, raw, censored, contribution }, at) => ({
      id,
      title: items[at]?.row.title ?? { zh: id, en: id },
      weight,
      raw: raw.value,
      censored: censored.value,
      contribution,
    })),
  };
}
