// Files of rules: parameters with dated values, criteria, score sheets, decision tables.

import { z } from 'zod';
import {
  Citation,
  Code,
  Day,
  life,
  marks,
  RequirementId,
  RowId,
  RuleText,
  row,
  UnitText,
  Words,
} from '#domain/policy/pack/row-schema.ts';

const ParameterValue = z.union([
  z.number(),
  z.boolean(),
  z.string().min(1),
  z.array(z.union([z.number(), z.string().min(1)])).min(1),
]);

export const Parameter = z.strictObject({
  id: RowId,
  title: Words,
  type: z.enum(['number', 'boolean', 'text']).default('number'),
  unit: UnitText.optional(),
  list: RowId.optional(),
  values: z
    .array(
      z.strictObject({
        from: Day,
        value: ParameterValue,
        source: Citation.optional(),
        verified: z.boolean(),
        sample: z.literal(true).optional(),
        note: Words.optional(),
      }),
    )
    .min(1),
  /** Read by a capability of the program rather than by a rule of the pack: which, and what for. */
  usedBy: Words.optional(),
  override: life.override,
  requirements: z.array(RequirementId).default([]),
});
export type Parameter = z.infer<typeof Parameter>;
export const ParameterFile = z.strictObject({ parameters: z.array(Parameter).min(1) });

export const Criterion = z.strictObject({
  ...row,
  question: Words,
  rule: RuleText,
  /** What the household is told when it holds, and when it does not. */
  holds: Words,
  fails: Words,
});
export type Criterion = z.infer<typeof Criterion>;

export const CriterionSet = z.strictObject({
  ...row,
  length: z.int().positive(),
  criteria: z.array(RowId).min(1),
});
export type CriterionSet = z.infer<typeof CriterionSet>;

export const CriterionFile = z.strictObject({
  criteria: z.array(Criterion).min(1),
  sets: z.array(CriterionSet).default([]),
});

export const Points = z.union([
  z
    .strictObject({
      by: RuleText,
      bands: z.array(z.strictObject({ below: z.number(), points: z.number() })).min(1),
      above: z.number(),
    })
    .meta({ description: 'Points by the band a number falls into' }),
  z
    .strictObject({
      cases: z.array(z.strictObject({ when: RuleText, points: z.number() })).min(1),
      otherwise: z.number(),
    })
    .meta({ description: 'Points of the first case that holds' }),
  z.strictObject({ rule: RuleText }).meta({ description: 'Points as one expression' }),
]);
export type Points = z.infer<typeof Points>;

export const ScoreItem = z.strictObject({
  ...row,
  max: z.number().positive(),
  /** What the rater looks at, in a sentence: one yardstick for all teams. */
  guide: Words,
  points: Points,
});
export type ScoreItem = z.infer<typeof ScoreItem>;

export const Veto = z.strictObject({ ...row, rule: RuleText, rebuttal: Words });
export type Veto = z.infer<typeof Veto>;

/** Points as the probability of being below a line, as the makers of the sheet calibrated it. */
export const Likelihood = z.strictObject({
  ...row,
  steps: z
    .array(
      z.strictObject({
        upTo: z.number().meta({ description: 'Points up to and including these' }),
        probability: z.number().min(0).max(1),
      }),
    )
    .min(1),
});
export type Likelihood = z.infer<typeof Likelihood>;

export const ScoreSheet = z
  .strictObject({
    ...row,
    direction: z.enum(['lowerIsPoorer', 'higherIsPoorer']),
    max: z.number().positive(),
    /** Name of a parameter: the cut-off is set after the survey and dated like any other value. */
    cutOff: RowId.optional(),
    items: z.array(ScoreItem).min(1),
    vetoes: z.array(Veto).default([]),
    vetoLength: z.int().positive().optional(),
    /** One table a line; a likelihood speaks of a group, never against one household. */
    likelihoods: z.array(Likelihood).default([]),
  })
  .refine(
    ({ likelihoods, max }) =>
      likelihoods.every(({ steps }) => {
        const rises = steps.every(({ upTo }, at) => upTo > (steps[at - 1]?.upTo ?? -Infinity));
        return rises && (steps.at(-1)?.upTo ?? 0) >= max;
      }),
    { params: { rule: 'likelihoods' }, path: ['likelihoods'] },
  );
export type ScoreSheet = z.infer<typeof ScoreSheet>;
export const ScoreFile = z.strictObject({ sheets: z.array(ScoreSheet).min(1) });

export const DecisionTable = z.strictObject({
  ...row,
  question: Words,
  rows: z
    .array(
      z.strictObject({
        id: RowId,
        when: RuleText,
        gives: z.array(Code),
        reason: Words,
        ...marks,
      }),
    )
    .min(1),
});
export type DecisionTable = z.infer<typeof DecisionTable>;
export const DecisionFile = z.strictObject({ tables: z.array(DecisionTable).min(1) });
