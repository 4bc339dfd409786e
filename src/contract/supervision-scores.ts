// Blind scores: a rater joins one team, gets the empty sheet and enters a score once. What would spoil
// blindness is not in an answer until one's own score is in.
import { z } from 'zod';
import { Bilingual, Cursor, IdText, Limit, PlainDateText, pageOf } from './page.ts';
import { route } from './route.ts';
import { Campaign, CampaignParams } from './supervision.ts';

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
