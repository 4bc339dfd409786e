// Pairing: who has no helper, who could be one, proposals of a solver that people adjust and confirm,
// and the hand-over of a household to the next helper.
import { z } from 'zod';
import { AreaCodeText, Bilingual, Cursor, IdText, Limit, PlainDateText, pageOf } from './page.ts';
import { route } from './route.ts';
import { HandoverRow, Reason } from './workforce.ts';

const HouseholdParams = z.object({ id: IdText });

/** Why this helper, as measured: each becomes a sentence on the screen. */
export const Why = z.object({
  km: z.number().nullable(),
  kmMeasured: z.boolean(),
  /** The people of the head, and whether the helper speaks its language; null where none is needed. */
  people: Bilingual.nullable(),
  speaks: z.boolean().nullable(),
  /** Had the household before. */
  before: z.boolean(),
  /** Whose rank leaves them so many more. */
  room: z.number().int().nullable(),
});
export type Why = z.infer<typeof Why>;

export const listUncovered = route({
  method: 'GET',
  path: '/api/workforce/uncovered',
  summary: 'Households that nobody answers for today, with the reason',
  permission: 'workforce.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional(), cursor: Cursor.optional(), limit: Limit }),
  output: pageOf(
    z.object({
      household: z.string(),
      householdNo: z.string(),
      headName: z.string().nullable(),
      members: z.number().int(),
      areaCode: z.string(),
      township: z.string(),
      village: z.string(),
      cover: z.enum(['none', 'away']),
      lastHelper: z.string().nullable(),
      since: PlainDateText.nullable(),
    }),
  ),
});
export type Uncovered = z.infer<typeof listUncovered.output>['items'][number];

export const listCandidates = route({
  method: 'GET',
  path: '/api/workforce/households/:id/candidates',
  summary: 'Helpers a household could have, the most fitting first, and why others may not',
  permission: 'workforce.manage',
  area: 'row',
  audit: null,
  params: HouseholdParams,
  query: z.object({ name: z.string().trim().max(30).optional() }),
  output: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        title: z.string(),
        rankTitle: Bilingual,
        unit: z.string().nullable(),
        households: z.number().int(),
        quota: z.number().int().nullable(),
        why: Why,
        /** The rule that forbids it; null where it may be. */
        barred: Bilingual.nullable(),
      }),
    ),
  }),
});
export type Candidate = z.infer<typeof listCandidates.output>['items'][number];

export const pairHousehold = route({
  method: 'POST',
  path: '/api/workforce/households/:id/pairing',
  summary: 'Gives a household that has none a helper',
  permission: 'workforce.manage',
  area: 'row',
  audit: 'workforce.pair',
  params: HouseholdParams,
  body: z.object({ helper: IdText }),
  output: z.object({ id: z.string() }),
});

export const endPairing = route({
  method: 'POST',
  path: '/api/workforce/households/:id/pairing/end',
  summary: 'Ends a pairing; the household stands in the alarm until it has the next helper',
  permission: 'workforce.manage',
  area: 'row',
  audit: 'workforce.unpair',
  params: HouseholdParams,
  body: z.object({ reason: Reason }),
});

export const offerHousehold = route({
  method: 'POST',
  path: '/api/workforce/households/:id/handover',
  summary: 'Offers a household to the next helper; who has it answers for it until then',
  permission: 'workforce.manage',
  area: 'row',
  audit: 'workforce.offer',
  params: HouseholdParams,
  body: z.object({ helper: IdText, reason: Reason }),
  output: z.object({ id: z.string() }),
});

export const answerHandover = route({
  method: 'POST',
  path: '/api/workforce/handovers/:id/answer',
  summary: 'Takes a household over, or declines it with a reason',
  permission: 'workforce.visit',
  area: 'row',
  audit: 'workforce.answer',
  params: z.object({ id: IdText }),
  body: z.object({
    accept: z.boolean(),
    reason: z.string().trim().max(500).default(''),
  }),
});

export const listHandovers = route({
  method: 'GET',
  path: '/api/workforce/handovers',
  summary: 'Hand-overs that wait for an answer',
  permission: 'workforce.visit',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: z.object({ items: z.array(HandoverRow) }),
});
