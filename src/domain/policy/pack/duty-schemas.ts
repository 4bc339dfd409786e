// Files of who answers for what: sign-off matrices, indicators of villages, counties and of the register,
// assessment of those responsible, triggers of monitoring, staffing of villages and rules of visits.

import { z } from 'zod';
import { areaLevels } from '#domain/policy/pack/manifest-schema.ts';
import {
  Code,
  marks,
  RowId,
  RuleText,
  row,
  UnitText,
  Words,
} from '#domain/policy/pack/row-schema.ts';

const Level = z.enum(areaLevels);
const promised = { ...row, length: z.int().positive().optional() };

/** Who signs for a result, level by level. `parties` and `signers` are the numbers its name promises. */
export const SignOff = z.strictObject({
  ...row,
  subject: z.enum(['household', 'village', 'county', 'batch']),
  parties: z.int().positive(),
  signers: z.int().positive(),
  levels: z
    .array(
      z.strictObject({
        level: Level,
        /** Household by household, or one roster from which every household can be reached. */
        form: z.enum(['each', 'roster']),
        parties: z
          .array(
            z.strictObject({
              id: RowId,
              title: Words,
              /** Offices that sign for the party; one person in two offices signs in two capacities. */
              signers: z
                .array(
                  z.strictObject({
                    office: Words,
                    /** Code of the list `actor`, for a matrix by which a step of a process is signed. */
                    actor: Code.optional(),
                  }),
                )
                .min(1),
              ...marks,
            }),
          )
          .min(1),
      }),
    )
    .min(1),
});
export type SignOff = z.infer<typeof SignOff>;
export const SignOffFile = z.strictObject({ matrices: z.array(SignOff).min(1) });

/** Things measured of villages, counties or the register itself, each against a limit. */
export const IndicatorSet = z.strictObject({
  ...promised,
  subject: z.enum(['household', 'village', 'county', 'register', 'programme']),
  indicators: z
    .array(
      z.strictObject({
        id: RowId,
        title: Words,
        /** What is counted and of what; for a share the numerator and the denominator. */
        measure: Words,
        unit: UnitText,
        least: RowId.optional(),
        most: RowId.optional(),
        /** It must lie below, and may not reach it. */
        below: RowId.optional(),
        /** The register counts it; nobody types it. */
        countedFrom: z.literal('register').optional(),
        ...marks,
      }),
    )
    .min(1),
});
export type IndicatorSet = z.infer<typeof IndicatorSet>;
export const IndicatorFile = z.strictObject({ sets: z.array(IndicatorSet).min(1) });

export const assessmentEffects = [
  'score',
  'deduction',
  'bonus',
  'difficulty',
  'citizens',
  'routine',
  'veto',
] as const;

/** How those responsible are assessed, and what follows from it. */
export const Assessment = z.strictObject({
  ...row,
  who: Words,
  every: z.enum(['month', 'quarter', 'year', 'once']),
  items: z
    .array(
      z.strictObject({
        id: RowId,
        title: Words,
        text: Words,
        effect: z.enum(assessmentEffects),
        /** Name of a parameter; absent where no weight was published. */
        weight: RowId.optional(),
        ...marks,
      }),
    )
    .min(1),
  consequences: z
    .array(z.strictObject({ id: RowId, title: Words, text: Words, ...marks }))
    .default([]),
});
export type Assessment = z.infer<typeof Assessment>;
export const AssessmentFile = z.strictObject({ schemes: z.array(Assessment).min(1) });

/** What opens a question about a household that is monitored, who reports it, and the clock. */
export const Trigger = z.strictObject({
  ...row,
  /** Code of the list `monitoredKind`, where the trigger belongs to one kind. */
  kind: Code.optional(),
  reportedBy: Words,
  rule: RuleText.optional(),
  /** Name of a parameter in days: within how long somebody must have looked. */
  within: RowId.optional(),
});
export type Trigger = z.infer<typeof Trigger>;
export const MonitoringFile = z.strictObject({ triggers: z.array(Trigger).min(1) });

/** Who must be posted to every village, township or household. */
export const Staffing = z.strictObject({
  ...row,
  unit: z.enum(['household', 'village', 'township', 'county']),
  posts: z
    .array(
      z.strictObject({
        id: RowId,
        title: Words,
        least: z.int().nonnegative(),
        most: z.int().positive().optional(),
        ...marks,
      }),
    )
    .min(1),
});
export type Staffing = z.infer<typeof Staffing>;

/** How often a helper calls. */
export const VisitRule = z.strictObject({
  ...row,
  who: Words,
  to: z.enum(['household', 'village']),
  least: z.int().positive(),
  every: z.enum(['week', 'month', 'quarter', 'year']),
});
export type VisitRule = z.infer<typeof VisitRule>;

export const Quota = z.strictObject({
  ...row,
  ranks: z
    .array(
      z.strictObject({
        rank: Code,
        title: Words,
        /** How many, and of what: ten households, one village, one county. */
        number: z.int().positive(),
        unit: z.enum(['household', 'village', 'county']).default('household'),
      }),
    )
    .min(1),
  rules: z.array(z.strictObject({ id: RowId, title: Words, ...marks })).default([]),
});
export type Quota = z.infer<typeof Quota>;

export const HelperFile = z.strictObject({
  quotas: z.array(Quota).default([]),
  staffing: z.array(Staffing).default([]),
  visits: z.array(VisitRule).default([]),
});
