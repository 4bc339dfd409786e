// Who is planned to exit this year, by name, beside the target number; and what became of each.
import { z } from 'zod';
import { listStates } from '#domain/targeting/candidates/permit-candidates.ts';
import { AreaCodeText, Bilingual, IdText, PlainDateText } from './page.ts';
import { route } from './route.ts';

const Year = z.coerce.number().int().min(2014).max(2100);
const Standings = z.object({
  notBegun: z.number().int(),
  underWay: z.number().int(),
  exited: z.number().int(),
  stayed: z.number().int(),
});

const ListRow = z.object({
  area: z.string(),
  village: z.string(),
  township: z.string(),
  /** Null where none was drawn for the year. */
  list: z
    .object({
      id: z.string(),
      state: z.enum(listStates),
      target: z.number().int().nullable(),
      households: z.number().int(),
      persons: z.number().int(),
      standings: Standings,
    })
    .nullable(),
});
export type CandidateListRow = z.infer<typeof ListRow>;

export const listCandidateLists = route({
  method: 'GET',
  path: '/api/targeting/candidates',
  summary: 'Lists of candidates for exit of a year, village by village of a county or township',
  permission: 'targeting.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional(), year: Year.optional() }),
  output: z.object({
    year: z.number().int(),
    mayDraw: z.boolean(),
    /** Empty above a county. */
    items: z.array(ListRow),
  }),
});

export const drawCandidates = route({
  method: 'POST',
  path: '/api/targeting/candidates',
  summary: 'Draws the list of a village and year from the register by the rule of the pack',
  permission: 'casework.act',
  area: 'body.area',
  audit: 'targeting.draw-candidates',
  body: z.object({
    area: AreaCodeText,
    year: Year,
    target: z.number().int().min(0).max(100_000).optional(),
  }),
  output: z.object({ id: z.string() }),
});

const Candidate = z.object({
  household: z.string(),
  householdNo: z.string(),
  headName: z.string().nullable(),
  members: z.number().int().nullable(),
  incomeYear: z.number().int().nullable(),
  incomePerHeadFen: z.number().int().nullable(),
});

const Candidates = z.object({
  id: z.string(),
  area: z.string(),
  village: z.string(),
  township: z.string(),
  year: z.number().int(),
  state: z.enum(listStates),
  target: z.number().int().nullable(),
  pack: z.object({ id: z.string(), edition: z.string(), title: Bilingual }),
  rule: z.object({ key: z.string(), title: Bilingual, verified: z.boolean() }).nullable(),
  drawnOn: PlainDateText,
  drawnBy: z.string(),
  submitted: z.object({ by: z.string(), on: PlainDateText }).nullable(),
  decided: z.object({ by: z.string(), on: PlainDateText, reason: z.string() }).nullable(),
  mayChange: z.boolean(),
  mayDecide: z.boolean(),
  persons: z.number().int(),
  standings: Standings,
  items: z.array(
    Candidate.extend({
      kind: z.enum(['drawn', 'added']),
      reason: z.string(),
      by: z.string(),
      on: PlainDateText,
      standing: z.enum(['notBegun', 'underWay', 'exited', 'stayed']),
      /** The exit under way, or the last one. */
      case: z.string().nullable(),
      step: Bilingual.nullable(),
    }),
  ),
  /** Taken off by hand. */
  removed: z.array(Candidate.extend({ reason: z.string(), by: z.string(), on: PlainDateText })),
  /** Registered households of the village that are not on it, by what the rule says of them. */
  others: z.array(Candidate.extend({ holds: z.boolean().nullable() })),
});
export type Candidates = z.infer<typeof Candidates>;

const ListParams = z.object({ id: IdText });
const Reason = z.string().trim().max(500).default('');

export const getCandidates = route({
  method: 'GET',
  path: '/api/targeting/candidates/:id',
  summary: 'One list: each household by name, why it is on it, and what became of it',
  permission: 'targeting.read',
  area: 'row',
  audit: null,
  params: ListParams,
  output: Candidates,
});

export const changeCandidates = route({
  method: 'POST',
  path: '/api/targeting/candidates/:id/changes',
  summary: 'Puts a household on the list or takes it off by hand, with the reason',
  permission: 'casework.act',
  area: 'row',
  audit: 'targeting.change-candidates',
  params: ListParams,
  body: z.object({ household: IdText, kind: z.enum(['added', 'removed']), reason: Reason }),
  output: Candidates,
});

export const submitCandidates = route({
  method: 'POST',
  path: '/api/targeting/candidates/:id/submission',
  summary: 'Submits the list for approval; it is not changed while it waits',
  permission: 'casework.act',
  area: 'row',
  audit: 'targeting.submit-candidates',
  params: ListParams,
  output: Candidates,
});

export const decideCandidates = route({
  method: 'POST',
  path: '/api/targeting/candidates/:id/decision',
  summary: 'Approves a list that was submitted, or returns it with the reason',
  permission: 'casework.act',
  area: 'row',
  audit: 'targeting.decide-candidates',
  params: ListParams,
  body: z.object({ verdict: z.enum(['approved', 'returned']), reason: Reason }),
  output: Candidates,
});

export const downloadCandidates = route({
  method: 'GET',
  path: '/api/targeting/candidates/:id/file',
  summary: 'One list as .xlsx',
  permission: 'registry.export',
  area: 'row',
  audit: 'targeting.export-candidates',
  kind: 'download',
  params: ListParams,
});
