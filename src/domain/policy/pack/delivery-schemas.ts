// Files of what reaches people and from which money: entitlements, yearly targets, sources of funds and
// the ratio rules they obey, risk funds behind loans. Every number is a parameter with its own dates.

import { z } from 'zod';
import { areaLevels } from '#domain/policy/pack/manifest-schema.ts';
import {
  Code,
  marks,
  PartialDay,
  RowId,
  RuleText,
  row,
  UnitText,
  Words,
} from '#domain/policy/pack/row-schema.ts';

const Level = z.enum(areaLevels);

export const benefitKinds = [
  'cash',
  'goods',
  'service',
  'insurance',
  'work',
  'training',
  'waiver',
] as const;

/** What somebody is owed, by which rule, from whom. */
export const Benefit = z.strictObject({
  ...row,
  kind: z.enum(benefitKinds),
  to: z.enum(['person', 'household', 'village']),
  /** Who is entitled, in a sentence. */
  who: Words,
  eligible: RuleText.optional(),
  /** Parameters: how much at least and at most; one name where it is exact. */
  amount: RowId.optional(),
  amountMost: RowId.optional(),
  payer: Words.optional(),
  /** Code of the list `measure` it belongs to. */
  measure: Code.optional(),
});
export type Benefit = z.infer<typeof Benefit>;
export const BenefitFile = z.strictObject({ benefits: z.array(Benefit).min(1) });

/** Targets by year, in one unit. */
export const PlanTargets = z.strictObject({
  ...row,
  unit: UnitText,
  level: Level,
  targets: z
    .array(
      z.strictObject({
        /** A year, a span of years, or the day something is due. */
        by: z.union([PartialDay, z.string().regex(/^\d{4}-\d{4}$/)]),
        title: Words.optional(),
        /** Absent where only the existence of a target was published. */
        value: z.number().nonnegative().optional(),
        ...marks,
      }),
    )
    .min(1),
});
export type PlanTargets = z.infer<typeof PlanTargets>;
export const PlanFile = z.strictObject({ plans: z.array(PlanTargets).min(1) });

export const fundChannels = [
  'central',
  'province',
  'city',
  'county',
  'sector',
  'social',
  'private',
  'bank',
] as const;

export const FundSource = z.strictObject({
  ...row,
  channels: z.array(z.enum(fundChannels)).min(1),
  purpose: Words,
  /** The source it is a part of and not beside: its money counts for that one too, once in a total. */
  within: RowId.optional(),
  /** Published figures of what it gave in their periods. */
  figures: z.array(RowId).min(1).optional(),
});
export type FundSource = z.infer<typeof FundSource>;

export const fundRuleKinds = [
  'shareLeast',
  'shareMost',
  'floor',
  'growth',
  'split',
  'leverage',
  'order',
] as const;

/** How far money has come when a rule looks at it. */
const fundStages = ['granted', 'arrived', 'allocated', 'paid'] as const;

/** Which money of the books a rule means. What is not said is not asked. */
export const FundSelector = z.strictObject({
  sources: z.array(RowId).min(1).optional(),
  /** Codes of the list `fundUse`. */
  purposes: z.array(Code).min(1).optional(),
  /** Division codes. */
  areas: z
    .array(z.string().regex(/^\d{2,12}$/))
    .min(1)
    .optional(),
  /** Only what reached households, or projects for households or tied to them by a model of linkage. */
  tied: z.literal(true).optional(),
  stage: z.enum(fundStages).default('allocated'),
});
export type FundSelector = z.infer<typeof FundSelector>;

/** A rule about money, with the share, floor or multiple it asks for as parameters. */
export const FundRule = z.strictObject({
  ...row,
  kind: z.enum(fundRuleKinds),
  /** What is measured, and of what it is a share or a multiple. */
  measured: Words,
  base: Words.optional(),
  /** The same two as the books know them; a base that is in no book is entered by year. */
  selects: FundSelector.optional(),
  against: FundSelector.optional(),
  /** Sources of the base are looked at each by itself. */
  each: z.literal(true).optional(),
  /** What projects with this money must be: built first and subsidised after. */
  asks: z.enum(['buildThenSubsidize']).optional(),
  limits: z
    .array(z.strictObject({ id: RowId, title: Words, parameter: RowId, level: Level.optional() }))
    .default([]),
});
export type FundRule = z.infer<typeof FundRule>;

export const FundFile = z.strictObject({
  sources: z.array(FundSource).default([]),
  rules: z.array(FundRule).default([]),
});

/** Money that stands behind loans: who puts in what share, and how far it may be stretched. */
export const RiskFund = z.strictObject({
  ...row,
  shares: z
    .array(
      z.strictObject({
        party: Words,
        share: RowId,
        /** Whose money counts for this share. */
        by: z.enum(['government', 'bank']).optional(),
      }),
    )
    .default([]),
  leverageLeast: RowId.optional(),
  leverageMost: RowId.optional(),
  covers: Words,
});
export type RiskFund = z.infer<typeof RiskFund>;
