// What a round of checks found, what follows from it, and its end.
import { z } from 'zod';
import { AreaCodeText, Bilingual, IdText, PlainDateText } from './page.ts';
import { route } from './route.ts';
import { Campaign, CampaignParams, FieldTitle, Judged } from './supervision.ts';

const Interval = z.object({ low: z.number(), high: z.number() });

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
