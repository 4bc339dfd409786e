// Re-check campaigns: one round over many households, each with a case of its own; how far it has come,
// who was taken out and taken in by township, and the statement it ends with.
import { z } from 'zod';
import { stages } from '#domain/registry/stage.ts';
import { AreaCodeText, Bilingual, IdText, PlainDateText } from './page.ts';
import { HouseholdFilter } from './registry-households.ts';
import { route } from './route.ts';

const Titled = z.object({ id: z.string(), title: Bilingual });
const Outcomes = z.object({ households: z.number().int(), persons: z.number().int() });

const Sum = z.object({ open: Outcomes, out: Outcomes, in: Outcomes, kept: Outcomes });
export type CampaignSum = z.infer<typeof Sum>;

/** What capabilities above know households by: leads of a department's list, a rule of data quality. */
export const householdSourceKinds = ['leads', 'quality'] as const;

/** Conditions of the household list as its address says them. */
const Filter = HouseholdFilter.omit({ area: true });
const Key = z.string().max(60);

const Choice = z.union([
  z.object({ kind: z.literal('filter'), filter: z.record(z.string(), z.unknown()) }),
  z.object({ kind: z.enum(householdSourceKinds), key: Key, title: Bilingual }),
]);

export type CampaignChoice = z.infer<typeof Choice>;

export const Campaign = z.object({
  id: z.string(),
  areaCode: z.string(),
  title: z.string(),
  process: Titled,
  /** Null where the pack names no rounds. */
  round: Titled.nullable(),
  pack: z.object({ id: z.string(), edition: z.string() }),
  /** How its households were chosen; null where all of the area at some stages were. */
  choice: Choice.nullable(),
  state: z.enum(['opening', 'open', 'ended']),
  job: z.string().nullable(),
  opened: z.number().int(),
  /** Had a case of the process open already, or stand where it does not begin. */
  passedOver: z.number().int(),
  by: z.string(),
  begunOn: PlainDateText,
  endedOn: PlainDateText.nullable(),
  endedBy: z.string().nullable(),
});
export type Campaign = z.infer<typeof Campaign>;

export const CampaignDetail = Campaign.extend({
  /** As they stand now; once ended, as the statement holds them. */
  sum: Sum,
  townships: z.array(z.object({ code: z.string(), name: z.string(), sum: Sum })),
  mayEnd: z.boolean(),
});
export type CampaignDetail = z.infer<typeof CampaignDetail>;

export const listCampaigns = route({
  method: 'GET',
  path: '/api/casework/campaigns',
  summary: 'Campaigns of an area, the newest first, and what a new one may run',
  permission: 'casework.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: z.object({
    items: z.array(Campaign),
    processes: z.array(Titled),
    rounds: z.array(Titled.extend({ verified: z.boolean() })),
    mayBegin: z.boolean(),
  }),
});

export const getCampaign = route({
  method: 'GET',
  path: '/api/casework/campaigns/:id',
  summary: 'One campaign: progress, who was taken out and in, by township',
  permission: 'casework.read',
  area: 'row',
  audit: null,
  params: z.object({ id: IdText }),
  output: CampaignDetail,
});

export const beginCampaign = route({
  method: 'POST',
  path: '/api/casework/campaigns',
  summary:
    'Opens a case for every household of an area at some stages, of a filter or of leads, as a job',
  permission: 'casework.campaign',
  area: 'body.area',
  audit: 'casework.begin-campaign',
  body: z.object({
    area: AreaCodeText,
    title: z.string().trim().min(1).max(100),
    process: z.string().max(60),
    round: z.string().max(60).optional(),
    /** All of the area at these stages, or the households of a filter, or those something else knows of. */
    stages: z.array(z.enum(stages)).optional(),
    filter: z.record(z.string().max(40), z.string().max(200)).optional(),
    source: z.object({ kind: z.enum(householdSourceKinds), key: Key }).optional(),
  }),
  output: z.object({ id: z.string(), job: z.string() }),
});

export const endCampaign = route({
  method: 'POST',
  path: '/api/casework/campaigns/:id/end',
  summary: 'Ends a campaign whose cases are all decided, with its statement',
  permission: 'casework.campaign',
  area: 'row',
  audit: 'casework.end-campaign',
  params: z.object({ id: IdText }),
  body: z.object({}),
  output: CampaignDetail,
});

export const countChoice = route({
  method: 'GET',
  path: '/api/casework/campaign-choice',
  summary: 'How many households a campaign would be begun for, and how many of them get a case',
  permission: 'casework.campaign',
  area: 'query.area',
  audit: null,
  query: Filter.extend({
    area: AreaCodeText,
    process: z.string().max(60),
    /** Stages, separated by commas; without them and without a source the filter counts. */
    stages: z.string().max(120).optional(),
    source: z.enum(householdSourceKinds).optional(),
    key: Key.optional(),
  }),
  output: z.object({
    households: z.number().int(),
    persons: z.number().int(),
    /** Have a case of the process open already. */
    busy: z.number().int(),
    /** Stand where the process does not begin. */
    elsewhere: z.number().int(),
    opens: z.number().int(),
    choice: Choice.nullable(),
  }),
});
