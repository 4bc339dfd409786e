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

const Interval = z.object({ low: z.number(), high: z.number() });

const Judged = z.object({
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

const FieldTitle = z.object({ id: z.string(), title: Bilingual });

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

export const foreseeDraw = route({
  method: 'POST',
  path: '/api/supervision/previews',
  summary: 'How many households a plan would draw, and what that can prove',
  permission: 'supervision.read',
  area: 'body.area',
  audit: null,
  body: z.strictObject({
    area: AreaCodeText,
    design: z.string().max(60).optional(),
    sizes: z.array(z.number().int().min(1).max(100_000).nullable()).max(6).optional(),
    chosen: z.array(AreaCodeText).max(500).optional(),
    stages: z.array(Stage).max(6).optional(),
    population: z.enum(populations),
    claim: Claim,
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

const CampaignParams = z.object({ id: IdText });

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
    design: z.string().max(60).optional(),
    sizes: z.array(z.number().int().min(1).max(100_000).nullable()).max(6).optional(),
    chosen: z.array(AreaCodeText).max(500).optional(),
    /** Of one's own, where no design of the pack is named. */
    stages: z.array(Stage).max(6).optional(),
    population: z.enum(populations),
    claim: Claim,
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

export const joinTeam = route({
  method: 'POST',
  path: '/api/supervision/campaigns/:id/raters',
  summary: 'Joins a team by its code; one account scores for one team',
  permission: 'supervision.score',
  area: 'row',
  audit: 'supervision.join',
  params: CampaignParams,
  body: z.strictObject({ code: z.string().trim().min(4).max(20) }),
  output: Campaign,
});

export const SampleRow = z.object({
  household: z.string(),
  householdNo: z.string(),
  headName: z.string().nullable(),
  areaCode: z.string(),
  township: z.string(),
  village: z.string(),
  probability: z.number(),
  isKin: z.boolean(),
  /** Teams whose score is in; never what it says. */
  scoredBy: z.array(z.string()),
  mine: z.enum(['wait', 'done', 'own', 'no', 'again']),
});
export type SampleRow = z.infer<typeof SampleRow>;

export const listSample = route({
  method: 'GET',
  path: '/api/supervision/campaigns/:id/sample',
  summary: 'Households drawn, by place, and which teams have scored them',
  permission: 'supervision.read',
  area: 'row',
  audit: null,
  params: CampaignParams,
  query: z.object({ mine: z.stringbool().optional(), cursor: Cursor.optional(), limit: Limit }),
  output: pageOf(SampleRow),
});

const HouseholdParams = CampaignParams.extend({ household: IdText });

export const blindSheet = route({
  method: 'GET',
  path: '/api/supervision/campaigns/:id/households/:household/sheet',
  summary: 'The empty sheet for one household: place and head, and nothing anybody found before',
  permission: 'supervision.score',
  area: 'row',
  audit: 'supervision.open-sheet',
  params: HouseholdParams,
  output: z.object({
    campaign: z.string(),
    title: z.string(),
    household: z.object({
      id: z.string(),
      no: z.string(),
      headName: z.string().nullable(),
      township: z.string(),
      village: z.string(),
      hamlet: z.string().nullable(),
    }),
    team: z.string(),
    round: z.number().int(),
    sheet: z.object({
      title: Bilingual,
      max: z.number(),
      verified: z.boolean(),
      items: z.array(
        z.object({
          id: z.string(),
          title: Bilingual,
          guide: Bilingual,
          max: z.number(),
          choices: z.array(z.object({ points: z.number(), text: Bilingual })),
        }),
      ),
    }),
    askedAgain: z.array(
      z.object({
        id: z.string(),
        title: Bilingual,
        type: z.string(),
        options: z.array(z.object({ code: z.string(), title: Bilingual })),
      }),
    ),
    /** Given where the check is a joint one, which is not blind. */
    first: z.array(z.number().nullable()).nullable(),
    /** What the order said, where the household is scored again. */
    order: z.object({ reason: z.string(), items: z.array(z.string()) }).nullable(),
    next: z.string().nullable(),
  }),
});
export type BlindSheet = z.infer<typeof blindSheet.output>;

const Answer = z.strictObject({
  field: z.string().max(60),
  value: z.union([z.string().max(200), z.number(), z.boolean()]),
});

export const rateHousehold = route({
  method: 'POST',
  path: '/api/supervision/campaigns/:id/households/:household/ratings',
  summary: 'Enters a score of one team, once',
  permission: 'supervision.score',
  area: 'row',
  audit: 'supervision.score',
  params: HouseholdParams,
  body: z.strictObject({
    items: z.array(z.number().min(0).max(1000)).min(1).max(200),
    answers: z.array(Answer).max(12).default([]),
    note: z.string().trim().max(500).default(''),
  }),
  output: z.object({ total: z.number(), next: z.string().nullable(), left: z.number().int() }),
});

const Score = z.object({
  team: z.string(),
  rater: z.string(),
  on: PlainDateText,
  round: z.number().int(),
  items: z.array(z.number()),
  total: z.number(),
  listed: z.boolean(),
  answers: z.array(z.object({ field: z.string(), value: z.unknown() })),
  note: z.string(),
});

export const householdScores = route({
  method: 'GET',
  path: '/api/supervision/campaigns/:id/households/:household/scores',
  summary: 'All scores of one household: refused to a rater until the own one is in',
  permission: 'supervision.read',
  area: 'row',
  audit: null,
  params: HouseholdParams,
  output: z.object({
    first: z.object({
      items: z.array(z.number().nullable()),
      total: z.number().nullable(),
      listed: z.boolean(),
    }),
    scores: z.array(Score),
  }),
});

export const closeCampaign = route({
  method: 'POST',
  path: '/api/supervision/campaigns/:id/closing',
  summary: 'Ends the round: the figure is published with its parts, findings become sources',
  permission: 'supervision.draw',
  area: 'row',
  audit: 'supervision.close',
  params: CampaignParams,
  body: z.strictObject({
    /** Asked for where scores are missing: those households stay open in the report. */
    reason: z.string().trim().max(300).default(''),
  }),
  output: Campaign,
});

const Difference = z.object({
  n: z.number().int(),
  mean: z.number(),
  deviation: z.number().nullable(),
  within: z.number(),
});

export const Order = z.object({
  id: z.string(),
  team: z.string(),
  items: z.array(z.string()),
  reason: z.string(),
  issuedOn: PlainDateText,
  issuedBy: z.string(),
  dueOn: PlainDateText,
  isLate: z.boolean(),
  answeredOn: PlainDateText.nullable(),
  answeredBy: z.string().nullable(),
  answer: z.string().nullable(),
  households: z.number().int(),
  scoredAgain: z.number().int(),
  mayAnswer: z.boolean(),
});
export type Order = z.infer<typeof Order>;

export const Session = z.object({
  id: z.string(),
  heldOn: PlainDateText,
  place: z.string(),
  team: z.string(),
  households: z.number().int(),
  observers: z.array(z.string()),
  remark: z.string(),
  by: z.string(),
});
export type Session = z.infer<typeof Session>;

export const campaignReport = route({
  method: 'GET',
  path: '/api/supervision/campaigns/:id/report',
  summary:
    'Difference by rater and item, agreement, drift, orders, the error rate with its interval',
  permission: 'supervision.read',
  area: 'row',
  audit: null,
  params: CampaignParams,
  output: z.object({
    campaign: Campaign,
    items: z.array(z.object({ id: z.string(), title: Bilingual, max: z.number() })),
    byItem: z.array(Difference),
    byRater: z.array(
      Difference.extend({ account: z.string(), rater: z.string(), team: z.string() }),
    ),
    agreement: z
      .object({
        teams: z.array(z.string()),
        households: z.number().int(),
        table: z.array(z.array(z.number().int())),
        kappa: z.number().nullable(),
        kappaInterval: Interval.nullable(),
        icc: z.number().nullable(),
        meanDifference: z.number(),
        limits: Interval.nullable(),
        within: z.number(),
      })
      .nullable(),
    drift: z.array(
      z.object({
        account: z.string(),
        rater: z.string(),
        points: z.array(
          z.object({ on: PlainDateText, n: z.number(), mean: z.number(), running: z.number() }),
        ),
      }),
    ),
    error: z
      .object({
        faults: z.number().int(),
        households: z.number().int(),
        open: z.number().int(),
        rate: z.number(),
        interval: Interval.nullable(),
        wilson: Interval,
        exact: Interval,
        designEffect: z.number(),
        clusters: z.number().int(),
      })
      .nullable(),
    judged: Judged.nullable(),
    /** Fields asked again: how often the second answer was another one. */
    askedAgain: z.array(
      FieldTitle.extend({ answers: z.number().int(), differing: z.number().int() }),
    ),
    figure: z
      .object({
        numerator: z.number(),
        denominator: z.number(),
        definition: Bilingual,
        method: Bilingual,
        on: PlainDateText,
        by: z.string(),
      })
      .nullable(),
    orders: z.array(Order),
    sessions: z.array(Session),
    households: z.array(
      z.object({
        household: z.string(),
        householdNo: z.string(),
        headName: z.string().nullable(),
        village: z.string(),
        first: z.number().nullable(),
        scores: z.array(
          z.object({
            team: z.string(),
            rater: z.string(),
            before: z.number().nullable(),
            total: z.number(),
          }),
        ),
        fault: z.boolean().nullable(),
      }),
    ),
  }),
});
export type CampaignReport = z.infer<typeof campaignReport.output>;

export const exportReport = route({
  method: 'GET',
  path: '/api/supervision/campaigns/:id/report/file',
  summary: 'The report as a spreadsheet, household by household',
  permission: 'supervision.read',
  area: 'row',
  audit: 'supervision.export',
  kind: 'download',
  params: CampaignParams,
});

export const issueOrder = route({
  method: 'POST',
  path: '/api/supervision/campaigns/:id/orders',
  summary: 'Tells a team to recalibrate and to score again what differed',
  permission: 'supervision.draw',
  area: 'row',
  audit: 'supervision.order',
  params: CampaignParams,
  body: z.strictObject({
    team: z.string().max(40),
    items: z.array(z.string().max(60)).max(40).default([]),
    reason: z.string().trim().min(2).max(500),
    dueOn: PlainDateText,
  }),
  output: z.object({ id: z.string() }),
});

export const answerOrder = route({
  method: 'POST',
  path: '/api/supervision/campaigns/:id/orders/:order/answer',
  summary: 'A rater of the team says what was misunderstood and how it is read from now on',
  permission: 'supervision.score',
  area: 'row',
  audit: 'supervision.answer',
  params: CampaignParams.extend({ order: IdText }),
  body: z.strictObject({ answer: z.string().trim().min(2).max(1000) }),
  output: z.object({ id: z.string() }),
});

export const enterSession = route({
  method: 'POST',
  path: '/api/supervision/campaigns/:id/sessions',
  summary: 'Enters who watched while households were scored',
  permission: 'supervision.score',
  area: 'body.area',
  audit: 'supervision.session',
  params: CampaignParams,
  body: z.strictObject({
    area: AreaCodeText,
    heldOn: PlainDateText,
    team: z.string().trim().min(1).max(40),
    households: z.number().int().min(1).max(500),
    observers: z.array(z.string().trim().min(1).max(40)).min(1).max(60),
    remark: z.string().trim().max(500).default(''),
  }),
  output: z.object({ id: z.string() }),
});
