// Files of practice: processes, measures, verification, samples, organisation, loans, charts, lists,
// texts. Data for later screens as well as for today's; all of it checked.

import { z } from 'zod';
import { RiskFund } from '#domain/policy/pack/delivery-schemas.ts';
import { areaLevels } from '#domain/policy/pack/manifest-schema.ts';
import {
  Code,
  marks,
  RequirementId,
  RowId,
  RuleText,
  row,
  Words,
} from '#domain/policy/pack/row-schema.ts';

/** Rows a name promises a number of: 八幅图 has eight, 五验 has five. */
const promised = { ...row, length: z.int().positive().optional() };
const Level = z.enum(areaLevels);

const Outcome = z.strictObject({
  id: RowId,
  title: Words,
  /** A step or an end of the same process. */
  to: RowId,
  /** A criterion that must hold for this outcome to be open. */
  when: RuleText.optional(),
  /** Code of the list `difficultyClass` the household is put into. */
  class: Code.optional(),
});

export const stepKinds = [
  'application',
  'visit',
  'form',
  'meeting',
  'review',
  'notice',
  'sample',
  'comparison',
  'decision',
  'signOff',
  'announcement',
] as const;

/** What must be there before a step is decided: files by kind, or the finished interview of a visit. */
export const demands = [
  'minutes',
  'attendance',
  'posted',
  'picture',
  'document',
  'recording',
  'sheet',
  'interview',
] as const;
export type Demand = (typeof demands)[number];

/** What a step looks at item by item, each answered before it goes on. */
const Checks = z.strictObject({
  /** Criteria, or indicators that people judge or read. */
  items: z.array(RowId).min(1),
  /** Those that need a proof: a file, or a paper that is named. */
  evidence: z.union([z.literal('each'), z.array(RowId)]).default([]),
  /** Title of the paper form they make. */
  form: Words.optional(),
});

const Step = z.strictObject({
  id: RowId,
  title: Words,
  kind: z.enum(stepKinds),
  level: Level,
  /** Codes of the list `actor`. */
  actors: z.array(Code),
  /** Name of a parameter in days. */
  within: RowId.optional(),
  sheet: RowId.optional(),
  /** A set of the folder verification, and a design of the folder samples. */
  verification: RowId.optional(),
  design: RowId.optional(),
  /** A matrix of the folder signoffs: its parties at this step's level sign. */
  matrix: RowId.optional(),
  needs: z.array(z.enum(demands)).optional(),
  checks: Checks.optional(),
  /** Fields a public notice may show. */
  shows: z.array(RowId).optional(),
  text: Words.optional(),
  outcomes: z.array(Outcome),
  ...marks,
});

export const Process = z.strictObject({
  ...row,
  subject: z.enum(['household', 'village', 'county', 'batch']),
  start: RowId,
  steps: z.array(Step).min(1),
  ends: z.array(z.strictObject({ id: RowId, title: Words, stage: Code.optional() })).min(1),
});
export type Process = z.infer<typeof Process>;
export const ProcessFile = z.strictObject({ processes: z.array(Process).min(1) });

export const Taxonomy = z.strictObject({
  ...promised,
  list: RowId,
  /** Measures overlap; one is primary, for attribution. */
  exclusive: z.literal(false),
  primaryRequired: z.literal(true),
  measures: z
    .array(
      z.strictObject({
        code: Code,
        title: Words,
        text: Words.optional(),
        target: z
          .strictObject({ households: z.int().nonnegative(), persons: z.int().nonnegative() })
          .optional(),
        ...marks,
      }),
    )
    .min(1),
});
export type Taxonomy = z.infer<typeof Taxonomy>;
export const MeasureFile = z.strictObject({ taxonomies: z.array(Taxonomy).min(1) });

/** A named set of rows that say something and need no arithmetic. */
export const RowSet = z.strictObject({
  ...promised,
  /** What the program reads its rows for: lists departments are asked for, answers a lead may be given, seats. */
  use: z.enum(['comparison', 'rebuttal', 'seats']).optional(),
  rows: z
    .array(
      z.strictObject({
        id: RowId,
        title: Words,
        text: Words,
        /** Items and vetoes of the step's sheet that this part of a visit looks at. */
        items: z.array(RowId).optional(),
        /** Values it asks for besides. */
        asks: z.array(RowId).optional(),
        /** Of a seat: how many people hold it. */
        holders: z.int().positive().optional(),
        ...marks,
      }),
    )
    .min(1),
});
export type RowSet = z.infer<typeof RowSet>;
export const SetFile = z.strictObject({ sets: z.array(RowSet).min(1) });

export const chartKinds = [
  'map',
  'target',
  'responsibility',
  'documents',
  'flow',
  'funds',
  'layout',
  'timeline',
  'table',
] as const;

export const ChartSet = z.strictObject({
  ...promised,
  charts: z
    .array(
      z.strictObject({
        id: RowId,
        title: Words,
        kind: z.enum(chartKinds),
        level: Level,
        shows: Words,
        /** Kinds of datum it is drawn from; what its kind usually shows where none is named. */
        data: z.array(RowId).default([]),
        /** Published figures its numbers are held against, and which number of the chart is meant. */
        published: z.array(z.strictObject({ figure: RowId, number: RowId })).default([]),
        ...marks,
      }),
    )
    .min(1),
});
export type ChartSet = z.infer<typeof ChartSet>;
export const ChartFile = z.strictObject({ sets: z.array(ChartSet).min(1) });

export const ListSet = z.strictObject({
  ...promised,
  lists: z
    .array(
      z.strictObject({
        id: RowId,
        title: Words,
        columns: z.array(z.strictObject({ id: RowId, title: Words })).min(1),
        /** States an entry passes through, in order. */
        states: z.array(z.strictObject({ id: RowId, title: Words })).default([]),
        /** What the program keeps in it, where it is not drawn from something else. */
        keeps: z.enum(['problems', 'tasks', 'promises']).optional(),
        ...marks,
      }),
    )
    .min(1),
});
export type ListSet = z.infer<typeof ListSet>;
export const ListFile = z.strictObject({ sets: z.array(ListSet).min(1) });

const Take = z.union([
  z.strictObject({ least: z.int().positive(), most: z.int().positive() }),
  z.strictObject({ share: z.number().gt(0).max(1) }),
]);

export const SampleDesign = z.strictObject({
  ...row,
  by: z.array(Code).min(1),
  /** Two independent scores are compared, one joint re-check is made, or people watch. */
  compares: z.enum(['independentScores', 'jointRecheck', 'observers']),
  stages: z
    .array(
      z.strictObject({
        unit: z.enum(['group', 'township', 'village', 'hamlet', 'household']),
        take: Take,
        how: z.enum(['random', 'adjacent', 'assigned', 'all']),
        text: Words,
      }),
    )
    .default([]),
  corrects: Words,
});
export type SampleDesign = z.infer<typeof SampleDesign>;
export const SampleFile = z.strictObject({
  designs: z.array(SampleDesign).min(1),
  sets: z.array(z.strictObject({ ...promised, designs: z.array(RowId).min(1) })).default([]),
});
export type SampleSet = z.infer<typeof SampleFile>['sets'][number];

export const LoanProduct = z.strictObject({
  ...row,
  /** Names of parameters. */
  capYuan: RowId,
  termYears: RowId,
  subsidyShare: RowId.optional(),
  yield: RowId.optional(),
  /** Who borrows and who lends; a product with a yield is entrusted, any other is the household's own. */
  mode: z.enum(['credit', 'pooled', 'mutual', 'entrusted']).optional(),
  eligible: RuleText.optional(),
  unsecured: z.boolean(),
  purposes: z.array(Words).default([]),
  parties: z.array(Words).default([]),
});
export type LoanProduct = z.infer<typeof LoanProduct>;
export const LoanFile = z.strictObject({
  products: z.array(LoanProduct).default([]),
  riskFunds: z.array(RiskFund).default([]),
});

export const PackText = z.strictObject({
  id: RowId,
  text: Words,
  requirements: z.array(RequirementId).default([]),
});
export type PackText = z.infer<typeof PackText>;
export const TextFile = z.strictObject({ texts: z.array(PackText).min(1) });
