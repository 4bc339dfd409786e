// Verification and samples: campaigns with their draw, blind scores, the report, and the sources behind
// each value of a household. What would spoil blindness is not in an answer until one's own score is in.
import { z } from 'zod';
import { drawManners, populations } from '#domain/supervision/draw-plan.ts';
import { AreaCodeText, Bilingual, Cursor, IdText, Limit, PlainDateText, pageOf } from './page.ts';
import { route } from './route.ts';

export const Take = z.union([
  z.strictObject({ count: z.number().int().min(1).max(10_000) }),
  z.strictObject({ share: z.number().gt(0).max(1) }),
  z.strictObject({ total: z.number().int().min(1).max(100_000) }),
]);

export const Stage = z.strictObject({
  unit: z.enum(['city', 'county', 'township', 'village', 'hamlet', 'group', 'household']),
  take: Take,
  how: z.enum(drawManners),
  chosen: z.array(AreaCodeText).max(500).optional(),
});

export const Plan = z.strictObject({
  area: AreaCodeText,
  population: z.enum(populations),
  stages: z.array(Stage).max(6),
});
export type Plan = z.infer<typeof Plan>;

export const Claim = z.strictObject({
  right: z.number().min(0.5).max(0.9999),
  confidence: z.number().min(0.5).max(0.999),
});

export const Judged = z.object({
  verdict: z.enum(['proven', 'not-proven', 'cannot-tell']),
  draws: z.number(),
  faults: z.number(),
  counts: z.number(),
  decisionValue: z.number().nullable(),
  drawsNeeded: z.number(),
  sentence: Bilingual,
});

const PackDesign = z.object({
  id: z.string(),
  title: Bilingual,
  corrects: Bilingual,
  compares: z.enum(['independentScores', 'jointRecheck', 'observers']),
  verified: z.boolean(),
  stages: z.array(
    z.object({
      unit: z.string(),
      how: z.string(),
      text: Bilingual,
      least: z.number().nullable(),
      most: z.number().nullable(),
      share: z.number().nullable(),
    }),
  ),
});
export type PackDesign = z.infer<typeof PackDesign>;

export const FieldTitle = z.object({ id: z.string(), title: Bilingual });

export const listDesigns = route({
  method: 'GET',
  path: '/api/supervision/designs',
  summary: 'Designs of samples of the pack in force, and fields that can be asked again',
  permission: 'supervision.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: z.object({
    pack: z.object({ id: z.string(), title: Bilingual }).nullable(),
    designs: z.array(PackDesign),
    fields: z.array(FieldTitle),
    allowedDifference: z.number(),
  }),
});

/** What is to be drawn: a design of the pack with sizes it allows, or stages of one's own. */
const PlanParts = {
  design: z.string().max(60).optional(),
  sizes: z.array(z.number().int().min(1).max(100_000).nullable()).max(6).optional(),
  chosen: z.array(AreaCodeText).max(500).optional(),
  stages: z.array(Stage).max(6).optional(),
  population: z.enum(populations),
  claim: Claim,
};

export const foreseeDraw = route({
  method: 'GET',
  path: '/api/supervision/previews',
  summary: 'How many households a plan would draw, and what that can prove',
  permission: 'supervision.read',
  area: 'query.area',
  audit: null,
  query: z.object({
    area: AreaCodeText,
    plan: z
      .string()
      .max(8000)
      .transform((text, context) => {
        try {
          return JSON.parse(text) as unknown;
        } catch {
          context.addIssue({ code: 'custom', message: 'no JSON' });
          return z.NEVER;
        }
      })
      .pipe(z.strictObject(PlanParts))
      .meta({
        description: 'JSON: the parts of a plan, as in the body of POST /api/supervision/campaigns',
      }),
  }),
  output: z.object({
    frame: z.number().int(),
    drawn: z.number().int(),
    stages: z.array(z.object({ unit: z.string(), taken: z.number().int(), of: z.number().int() })),
    judged: Judged,
    sizes: z.array(z.object({ faults: z.number().int(), households: z.number().int() })),
  }),
});
export type Foreseen = z.infer<typeof foreseeDraw.output>;

const TeamName = z.object({
  id: z.string(),
  title: z.string(),
  raters: z.array(z.string()),
  /** Shown to whoever may draw: told to the team by word of mouth. */
  code: z.string().nullable(),
});

export const CampaignRow = z.object({
  id: z.string(),
  areaCode: z.string(),
  areaName: z.string(),
  title: z.string(),
  design: Bilingual,
  compares: z.enum(['independentScores', 'jointRecheck', 'observers']),
  state: z.enum(['planned', 'drawn', 'closed']),
  plannedOn: PlainDateText,
  plannedBy: z.string(),
  drawnOn: PlainDateText.nullable(),
  closedOn: PlainDateText.nullable(),
  households: z.number().int(),
  /** Scores that are in, of those that are due. */
  scored: z.number().int(),
  due: z.number().int(),
  /** Households that still wait for the asker. */
  mine: z.number().int(),
  isInvented: z.boolean(),
});
export type CampaignRow = z.infer<typeof CampaignRow>;

export const listCampaigns = route({
  method: 'GET',
  path: '/api/supervision/campaigns',
  summary: 'Rounds of checks of an area, the latest first',
  permission: 'supervision.read',
  area: 'query.area',
  audit: null,
  query: z.object({
    area: AreaCodeText.optional(),
    state: z.enum(['planned', 'drawn', 'closed']).optional(),
    cursor: Cursor.optional(),
    limit: Limit,
  }),
  output: pageOf(CampaignRow),
});

export const Campaign = CampaignRow.extend({
  pack: z.object({ id: z.string(), edition: z.string(), title: Bilingual }),
  sheet: z.object({ id: z.string(), title: Bilingual, verified: z.boolean() }),
  plan: Plan,
  planWords: z.array(Bilingual),
  claim: Claim,
  askedAgain: z.array(FieldTitle),
  allowedDifference: z.number(),
  teams: z.array(TeamName),
  /** Team of the asker; null for whoever does not score. */
  team: z.string().nullable(),
  seedDigest: z.string(),
  seed: z.string().nullable(),
  word: z.string().nullable(),
  frame: z
    .object({ digest: z.string(), households: z.number().int(), villages: z.number().int() })
    .nullable(),
  drawnBy: z.string().nullable(),
  closedBy: z.string().nullable(),
  mayDraw: z.boolean(),
  mayJoin: z.boolean(),
  mayClose: z.boolean(),
  mayReport: z.boolean(),
  /** Why the report stays shut; null where it is open. */
  reportClosed: Bilingual.nullable(),
});
export type Campaign = z.infer<typeof Campaign>;

export const CampaignParams = z.object({ id: IdText });

export const getCampaign = route({
  method: 'GET',
  path: '/api/supervision/campaigns/:id',
  summary: 'One round of checks: plan, seed, frame, teams and how far it is',
  permission: 'supervision.read',
  area: 'row',
  audit: null,
  params: CampaignParams,
  output: Campaign,
});

export const planCampaign = route({
  method: 'POST',
  path: '/api/supervision/campaigns',
  summary: 'Plans a round of checks and publishes the digest of its seed',
  permission: 'supervision.draw',
  area: 'body.area',
  audit: 'supervision.plan',
  body: z.strictObject({
    area: AreaCodeText,
    title: z.string().trim().min(1).max(80),
    ...PlanParts,
    askedAgain: z.array(z.string().max(60)).max(12).default([]),
    teams: z.array(z.string().trim().min(1).max(40)).min(1).max(6),
  }),
  output: z.object({ id: z.string(), seedDigest: z.string() }),
});

export const drawSample = route({
  method: 'POST',
  path: '/api/supervision/campaigns/:id/draw',
  summary: 'Draws: freezes the frame, reveals the seed, keeps the sample',
  permission: 'supervision.draw',
  area: 'row',
  audit: 'supervision.draw',
  params: CampaignParams,
  body: z.strictObject({
    /** Said by those who are checked, so that nobody alone knows what will be drawn. */
    word: z.string().trim().max(60).default(''),
  }),
  output: Campaign,
});

export const verifyDraw = route({
  method: 'GET',
  path: '/api/supervision/campaigns/:id/proof',
  summary: 'Draws once more from the kept frame and the revealed seed, and compares',
  permission: 'supervision.read',
  area: 'row',
  audit: null,
  params: CampaignParams,
  output: z.object({
    seedHolds: z.boolean(),
    frameHolds: z.boolean(),
    sampleHolds: z.boolean(),
    kept: z.number().int(),
    again: z.number().int(),
  }),
});
export type DrawProof = z.infer<typeof verifyDraw.output>;

export const exportFrame = route({
  method: 'GET',
  path: '/api/supervision/campaigns/:id/frame',
  summary: 'The frame, the plan, the seed and the sample as a file anybody can check',
  permission: 'supervision.read',
  area: 'row',
  audit: 'supervision.export',
  kind: 'download',
  params: CampaignParams,
});
