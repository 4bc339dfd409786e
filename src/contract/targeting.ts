// Scores: one household explained, a whole area as a run, the rank list with its cut-off.
import { z } from 'zod';
import {
  AreaCodeText,
  Bilingual,
  Cursor,
  IdText,
  Limit,
  PackName,
  PlainDateText,
  pageOf,
} from './page.ts';
import { route } from './route.ts';

export const ScoreItem = z.object({
  id: z.string(),
  title: Bilingual,
  /** Null when a value it needs is unknown. */
  points: z.number().nullable(),
  max: z.number(),
  /** The expression as the pack states it, and in words. */
  rule: z.string(),
  ruleText: Bilingual,
  /** Values the item looked at, as written in the register. */
  values: z.array(
    z.object({
      fact: z.string(),
      label: Bilingual,
      value: z.union([z.string(), z.number(), z.boolean()]).nullable(),
      shown: Bilingual,
    }),
  ),
  villageMedian: z.number().nullable(),
  source: z.string(),
  verified: z.boolean(),
});
export type ScoreItem = z.infer<typeof ScoreItem>;

export const Veto = z.object({
  id: z.string(),
  title: Bilingual,
  /** Null when it cannot be told. */
  holds: z.boolean().nullable(),
  rule: z.string(),
  ruleText: Bilingual,
  values: ScoreItem.shape.values,
  source: z.string(),
  verified: z.boolean(),
});

export const ScoreExplanation = z.object({
  pack: PackName,
  sheet: z.object({
    id: z.string(),
    title: Bilingual,
    verified: z.boolean(),
    note: Bilingual,
    max: z.number(),
    direction: z.enum(['lowerIsPoorer', 'higherIsPoorer']),
    cutOff: z.number().nullable(),
  }),
  total: z.number().nullable(),
  villageMedian: z.number().nullable(),
  /** Households scored in the village for the medians. */
  villageScored: z.number().int(),
  items: z.array(ScoreItem),
  vetoes: z.array(Veto),
  /** Facts the decision waits for. */
  missing: z.array(z.object({ fact: z.string(), label: Bilingual })),
  decision: z.enum(['within', 'beyond', 'vetoed', 'undetermined', 'noCutOff']),
});
export type ScoreExplanation = z.infer<typeof ScoreExplanation>;

export const explainScore = route({
  method: 'GET',
  path: '/api/targeting/households/:id/score',
  summary: 'The score of one household, item by item, against the median of its village',
  permission: 'targeting.read',
  area: 'row',
  audit: null,
  params: z.object({ id: IdText }),
  output: ScoreExplanation,
});

export const Run = z.object({
  id: z.string(),
  areaCode: z.string(),
  areaName: z.string(),
  pack: PackName,
  sheet: z.string(),
  asOf: PlainDateText,
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  job: z.string().nullable(),
  cutOff: z.number().nullable(),
  scored: z.number().int().nullable(),
  undetermined: z.number().int().nullable(),
  vetoed: z.number().int().nullable(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
});
export type Run = z.infer<typeof Run>;

export const startRun = route({
  method: 'POST',
  path: '/api/targeting/runs',
  summary: 'Score every surveyed household of an area by the sheet in force today',
  permission: 'targeting.run',
  area: 'body.area',
  audit: 'targeting.run',
  body: z.object({ area: AreaCodeText }),
  output: z.object({ run: z.string(), job: z.string() }),
});

export const listRuns = route({
  method: 'GET',
  path: '/api/targeting/runs',
  summary: 'Scoring runs that cover one’s area, newest first',
  permission: 'targeting.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: pageOf(Run),
});

export const RankRow = z.object({
  household: z.string(),
  householdNo: z.string(),
  headName: z.string(),
  areaCode: z.string(),
  areaName: z.string(),
  members: z.number().int(),
  stage: z.string(),
  total: z.number().nullable(),
  vetoes: z.array(z.string()),
  undetermined: z.boolean(),
  /** Points from the cut-off: negative on the poorer side. */
  distance: z.number().nullable(),
});

export const listRanks = route({
  method: 'GET',
  path: '/api/targeting/runs/:id/ranks',
  summary: 'Rank list of a run in an area; `around` opens it at the cut-off',
  permission: 'targeting.read',
  area: 'query.area',
  audit: null,
  params: z.object({ id: z.uuid() }),
  query: z.object({
    area: AreaCodeText.optional(),
    around: z.enum(['start', 'cutOff']).default('start'),
    /** Only households within so many points of the cut-off. */
    within: z.coerce.number().min(0).max(100).optional(),
    /** Only households whom nothing but their points leaves out, the nearest first: whom a second visit may bring in. */
    side: z.enum(['beyond']).optional(),
    cursor: Cursor.optional(),
    limit: Limit,
  }),
  output: pageOf(RankRow),
});

export const getRun = route({
  method: 'GET',
  path: '/api/targeting/runs/:id',
  summary: 'One run: its distribution, its cut-off and the households just beyond it',
  permission: 'targeting.read',
  area: 'query.area',
  audit: null,
  params: z.object({ id: z.uuid() }),
  query: z.object({ area: AreaCodeText.optional() }),
  output: Run.extend({
    /** Households by whole points. */
    distribution: z.array(z.object({ points: z.number().int(), households: z.number().int() })),
    within: z.number().int(),
    beyond: z.number().int(),
    /** Not beyond it by more than five points: those a second visit can change. */
    nearMisses: z.number().int(),
    vetoes: z.array(z.object({ id: z.string(), title: Bilingual, households: z.number().int() })),
  }),
});
