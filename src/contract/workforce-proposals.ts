// Proposals: pairs that a solver found for the households of an area without a helper, which people
// adjust and confirm.
import { z } from 'zod';
import { AreaCodeText, Bilingual, Cursor, IdText, Limit, pageOf } from './page.ts';
import { route } from './route.ts';
import { Why } from './workforce-pairing.ts';

export const Proposal = z.object({
  id: z.string(),
  areaCode: z.string(),
  areaName: z.string(),
  state: z.enum(['computing', 'open', 'confirmed', 'discarded', 'failed']),
  job: z.string().nullable(),
  madeBy: z.string(),
  madeAt: z.string(),
  households: z.number().int(),
  paired: z.number().int(),
  /** Sum of distance and the rest, and the least it could be, in kilometres. */
  cost: z.number().nullable(),
  bound: z.number().nullable(),
  missing: z
    .object({
      households: z.number().int(),
      byRank: z.array(z.object({ rank: z.string(), title: Bilingual, helpers: z.number().int() })),
    })
    .nullable(),
});
export type Proposal = z.infer<typeof Proposal>;

const ProposalParams = z.object({ id: IdText });

export const proposePairs = route({
  method: 'POST',
  path: '/api/workforce/proposals',
  summary: 'Lets the solver propose helpers for the households of an area that have none',
  permission: 'workforce.manage',
  area: 'body.area',
  audit: 'workforce.propose',
  body: z.object({ area: AreaCodeText }),
  output: z.object({ id: z.string(), job: z.string() }),
});

export const listProposals = route({
  method: 'GET',
  path: '/api/workforce/proposals',
  summary: 'Proposals made for an area, the latest first',
  permission: 'workforce.manage',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: z.object({ items: z.array(Proposal) }),
});

export const getProposal = route({
  method: 'GET',
  path: '/api/workforce/proposals/:id',
  summary: 'One proposal: how many pairs, what is missing',
  permission: 'workforce.manage',
  area: 'row',
  audit: null,
  params: ProposalParams,
  output: Proposal,
});

export const ProposedPair = z.object({
  household: z.string(),
  householdNo: z.string(),
  headName: z.string().nullable(),
  members: z.number().int(),
  areaCode: z.string(),
  village: z.string(),
  township: z.string(),
  helper: z.object({ id: z.string(), name: z.string() }).nullable(),
  why: Why,
  adjusted: z.boolean(),
});
export type ProposedPair = z.infer<typeof ProposedPair>;

export const listProposedPairs = route({
  method: 'GET',
  path: '/api/workforce/proposals/:id/pairs',
  summary: 'The pairs of a proposal by village, those without anybody first where asked',
  permission: 'workforce.manage',
  area: 'row',
  audit: null,
  params: ProposalParams,
  query: z.object({
    only: z.enum(['all', 'without']).default('all'),
    cursor: Cursor.optional(),
    limit: Limit,
  }),
  output: pageOf(ProposedPair),
});

export const adjustPair = route({
  method: 'PATCH',
  path: '/api/workforce/proposals/:id/pairs/:household',
  summary: 'Gives a household of a proposal another helper, or none',
  permission: 'workforce.manage',
  area: 'row',
  audit: 'workforce.adjust',
  params: ProposalParams.extend({ household: IdText }),
  body: z.object({ helper: IdText.nullable() }),
  output: ProposedPair,
});

export const confirmProposal = route({
  method: 'POST',
  path: '/api/workforce/proposals/:id/confirmation',
  summary: 'Makes the pairs of a proposal valid; what changed meanwhile is left out and counted',
  permission: 'workforce.manage',
  area: 'row',
  audit: 'workforce.confirm',
  params: ProposalParams,
  output: z.object({ paired: z.number().int(), skipped: z.number().int() }),
});

export const discardProposal = route({
  method: 'POST',
  path: '/api/workforce/proposals/:id/discard',
  summary: 'Puts a proposal away; nothing changes',
  permission: 'workforce.manage',
  area: 'row',
  audit: 'workforce.discard',
  params: ProposalParams,
});
