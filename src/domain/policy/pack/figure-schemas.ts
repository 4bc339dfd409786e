// Published figures, and what a text claims about them together. A figure says what was counted, of whom
// and in which unit; a claim holds relations between figures. No verdict is written here: reconciliation
// computes it from the numbers and the definitions.

import { z } from 'zod';
import { RowId, row, UnitText, Words } from '#domain/policy/pack/row-schema.ts';

/** Each one once, or every time something happened; `unstated` where the text does not say. */
export const countings = ['distinct', 'times', 'unstated'] as const;

export const natures = [
  'stock', // what there is on a day
  'new', // what was added
  'flow', // what went in or out in a period
  'target', // what is to be reached
  'task', // what was assigned to be done
  'estimate', // what is expected, not counted
  'attributed', // credited to a measure
  'completed', // done and handed over
  'rule', // a number a rule sets
] as const;

const PublishedDay = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .meta({ description: 'Day, month or year' });

export const Bounds = z
  .strictObject({ least: z.number().optional(), most: z.number().optional() })
  .refine(({ least, most }) => least !== undefined || most !== undefined, {
    params: { rule: 'bounds' },
  })
  .meta({ description: 'At least one of least and most' });
export type Bounds = z.infer<typeof Bounds>;

export const Figure = z.strictObject({
  ...row,
  /** Left out together with bounds and impliedBy where nobody published the number. */
  value: z.number().optional(),
  bounds: Bounds.optional(),
  /** A claim whose implied base this figure is. */
  impliedBy: RowId.optional(),
  unit: UnitText,
  /** As it was printed: the interval follows from it. 4.57万, 2.49亿多, 1.8亿元以上, 120多亿. */
  printed: z.string().optional(),
  /** A sum that was fixed and not rounded, whatever it looks like. */
  exact: z.literal(true).optional(),
  on: PublishedDay,
  since: PublishedDay.optional().meta({ description: 'First day of the period that ends on `on`' }),
  numerator: RowId.optional(),
  denominator: RowId.optional(),
  definition: Words,
  /** Two figures of one concept measure the same thing. */
  concept: RowId.optional(),
  /** Whom it is about; a part can only be measured against a whole of the same people. */
  population: RowId.optional(),
  counting: z.enum(countings).default('distinct'),
  nature: z.enum(natures).default('stock'),
  method: Words.optional(),
});
export type Figure = z.infer<typeof Figure>;

const ids = z.array(RowId).min(1);
/** What the text does not say and the relation needs: an agreement then holds on a condition. */
const common = { assumes: Words.optional() };

const relations = {
  sum: z.strictObject({
    ...common,
    kind: z.literal('sum'),
    parts: ids,
    /** Parts that may be inside already. */
    maybe: z.array(RowId).default([]),
    total: RowId.optional(),
    /** One may stand in several parts. */
    mayOverlap: z.literal(true).optional(),
    /** The parts were printed in different units; otherwise that is a fault of the pack. */
    unitsDiffer: z.literal(true).optional(),
  }),
  share: z.strictObject({
    ...common,
    kind: z.literal('share'),
    rate: RowId,
    /** Figures that may have been the base where none was named. */
    bases: z.array(RowId).default([]),
  }),
  oneBase: z.strictObject({
    ...common,
    kind: z.literal('oneBase'),
    rates: ids,
    figures: z.array(RowId).default([]),
    /** Sums shown beside the base and not part of it. */
    beside: z.array(ids).default([]),
  }),
  partOf: z.strictObject({
    ...common,
    kind: z.literal('partOf'),
    parts: ids,
    whole: RowId,
    /** In percent of the whole. */
    plausible: Bounds.optional(),
  }),
  flow: z.strictObject({
    ...common,
    kind: z.literal('flow'),
    opening: RowId.optional(),
    out: z.array(RowId).default([]),
    in: z.array(RowId).default([]),
    closing: RowId.optional(),
  }),
  funnel: z.strictObject({ ...common, kind: z.literal('funnel'), steps: z.array(RowId).min(2) }),
  mean: z.strictObject({
    ...common,
    kind: z.literal('mean'),
    of: RowId,
    per: RowId,
    /** The mean that was published, or the cap or floor it must keep. */
    published: RowId.optional(),
    plausible: Bounds.optional(),
  }),
  pairs: z.strictObject({
    ...common,
    kind: z.literal('pairs'),
    of: z.array(RowId).min(2),
    per: z.array(RowId).min(2),
    plausible: Bounds,
  }),
  capacity: z.strictObject({
    ...common,
    kind: z.literal('capacity'),
    supply: RowId.optional(),
    /** What is needed: times × each, or times ÷ per. */
    terms: z
      .array(z.strictObject({ times: RowId, each: RowId.optional(), per: RowId.optional() }))
      .min(1),
  }),
  product: z.strictObject({
    ...common,
    kind: z.literal('product'),
    factors: z.array(RowId).min(2),
    product: RowId.optional(),
  }),
  cascade: z.strictObject({ ...common, kind: z.literal('cascade'), shares: z.array(RowId).min(2) }),
  leverage: z.strictObject({
    ...common,
    kind: z.literal('leverage'),
    credit: RowId,
    fund: RowId,
    factor: RowId.optional(),
    /** A fund of another name, for comparison. */
    beside: RowId.optional(),
  }),
  growth: z.strictObject({
    ...common,
    kind: z.literal('growth'),
    from: RowId,
    to: RowId,
    rate: RowId.optional(),
  }),
  same: z.strictObject({
    ...common,
    kind: z.literal('same'),
    figures: z.array(RowId).length(2),
    /** A figure in percent is taken of this one. */
    base: RowId.optional(),
  }),
  repeat: z.strictObject({
    ...common,
    kind: z.literal('repeat'),
    total: RowId,
    each: RowId,
    times: RowId,
  }),
  plan: z.strictObject({ ...common, kind: z.literal('plan'), planned: ids, actual: RowId }),
  threshold: z.strictObject({
    ...common,
    kind: z.literal('threshold'),
    figure: RowId,
    parameter: RowId,
    /** Days whose values are tried. */
    on: z.array(z.string().regex(/^\d{4}-\d{2}-\d{2}$/)).min(1),
  }),
  units: z.strictObject({ ...common, kind: z.literal('units'), figures: z.array(RowId).min(3) }),
  order: z.strictObject({ ...common, kind: z.literal('order'), earlier: RowId, later: RowId }),
  count: z.strictObject({
    ...common,
    kind: z.literal('count'),
    stated: RowId,
    /** A list of this pack: its kind of row, its id, and which number of it is meant. */
    list: z
      .strictObject({
        kind: z.enum([
          'chartSets',
          'listSets',
          'organisation',
          'verification',
          'sampleSets',
          'taxonomies',
          'catalogue',
          'processes',
          'signOffs',
          'lists',
          'indicators',
        ]),
        id: RowId,
        part: z.enum(['parties', 'signers']).optional(),
      })
      .optional(),
    /** What the text lists, where no list of the pack holds it. */
    items: z.array(Words).min(1).optional(),
    /** How the enumeration ends in print: complete, "and so on, eleven in all", "and so on". */
    ending: z.enum(['closed', 'counted', 'open']).default('closed'),
  }),
} as const;

export const Relation = z.discriminatedUnion('kind', [
  relations.sum,
  relations.share,
  relations.oneBase,
  relations.partOf,
  relations.flow,
  relations.funnel,
  relations.mean,
  relations.pairs,
  relations.capacity,
  relations.product,
  relations.cascade,
  relations.leverage,
  relations.growth,
  relations.same,
  relations.repeat,
  relations.plan,
  relations.threshold,
  relations.units,
  relations.order,
  relations.count,
]);
export type Relation = z.infer<typeof Relation>;
export type RelationOf<Kind extends Relation['kind']> = Extract<Relation, { kind: Kind }>;

/** What a text says of several figures together; its title is the sentence as it was said. */
export const Claim = z.strictObject({ ...row, relations: z.array(Relation).min(1) });
export type Claim = z.infer<typeof Claim>;

export const FigureFile = z.strictObject({
  figures: z.array(Figure).default([]),
  claims: z.array(Claim).default([]),
});

/** Every figure a relation names, with its place inside the relation. */
export function figuresOf(
  relation: Relation,
): readonly { readonly id: string; readonly path: readonly (string | number)[] }[] {
  const found: { id: string; path: (string | number)[] }[] = [];
  const walk = (value: unknown, path: (string | number)[]): void => {
    if (typeof value === 'string') found.push({ id: value, path });
    else if (Array.isArray(value))
      for (const [index, one] of value.entries()) walk(one, [...path, index]);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, one] of Object.entries(value)) walk(one, [...path, key]);
    }
  };
  for (const [key, value] of Object.entries(relation)) {
    if (!notFigures.has(key)) walk(value, [key]);
  }
  return found;
}

const notFigures = new Set([
  'kind',
  'assumes',
  'plausible',
  'mayOverlap',
  'unitsDiffer',
  'parameter',
  'on',
  'list',
  'items',
  'ending',
]);
