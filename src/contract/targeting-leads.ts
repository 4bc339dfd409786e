// Leads: what departments' lists say of a household, answered by its village, decided by somebody else. A
// confirmed lead changes nothing by itself; it offers the processes by which people may act.
import { z } from 'zod';
import { clockColours } from '#domain/casework/case-clock.ts';
import { hitVerdicts, leadOutcomes, leadStates } from '#domain/targeting/comparison/lead.ts';
import { AreaCodeText, Bilingual, Cursor, IdText, Limit, PlainDateText, pageOf } from './page.ts';
import { route } from './route.ts';
import { NamedChoice, Outcomes } from './targeting-comparison.ts';

const Titled = z.object({ id: z.string(), title: Bilingual });

export const Hit = z.object({
  id: z.string(),
  kind: Titled,
  listTitle: z.string(),
  row: z.number().int(),
  person: z.object({ id: z.string(), name: z.string(), identity: z.string().nullable() }),
  object: z.string(),
  since: PlainDateText.nullable(),
  /** Whether it was found by number, by hash, or by name with a person's word. */
  way: z.enum(['number', 'hash', 'name']),
  /** The household was listed before this began, so it began after. */
  afterListing: z.boolean().nullable(),
  answer: Titled.nullable(),
  verdict: z.enum(hitVerdicts).nullable(),
});
export type Hit = z.infer<typeof Hit>;

export const LeadRow = z.object({
  id: z.string(),
  household: z.string(),
  householdNo: z.string(),
  headName: z.string().nullable(),
  areaCode: z.string(),
  township: z.string(),
  village: z.string(),
  state: z.enum(leadStates),
  outcome: z.enum(leadOutcomes).nullable(),
  kinds: z.array(Titled),
  hits: z.number().int(),
  openedOn: PlainDateText,
  decidedOn: PlainDateText.nullable(),
  clock: z.object({
    since: PlainDateText,
    dueOn: PlainDateText.nullable(),
    colour: z.enum(clockColours),
    lateDays: z.number().int(),
    told: z.string().nullable(),
  }),
});
export type LeadRow = z.infer<typeof LeadRow>;

export const Lead = LeadRow.extend({
  /** Sent back with the next act. */
  position: z.number().int(),
  stage: z.string(),
  listedOn: PlainDateText.nullable(),
  items: z.array(Hit),
  acts: z.array(
    z.object({
      position: z.number().int(),
      kind: z.enum(['open', 'answer', 'return', 'decide']),
      by: z.string(),
      on: PlainDateText,
      reason: z.string(),
      evidence: z.string(),
    }),
  ),
  rebuttals: z.array(NamedChoice),
  mayAnswer: z.boolean(),
  mayDecide: z.boolean(),
  /** Why not, where it is one's turn and one may not. */
  barred: Bilingual.nullable(),
});
export type Lead = z.infer<typeof Lead>;

const LeadFilter = {
  area: AreaCodeText.optional(),
  state: z.enum(leadStates).optional(),
  kind: z.string().max(60).optional(),
};

export const listLeads = route({
  method: 'GET',
  path: '/api/targeting/leads',
  summary: 'Leads of an area by clock, the latest first',
  permission: 'targeting.read',
  area: 'query.area',
  audit: null,
  query: z.object({
    ...LeadFilter,
    colour: z.enum(clockColours).optional(),
    cursor: Cursor.optional(),
    limit: Limit,
  }),
  output: pageOf(LeadRow),
});

export const countLeads = route({
  method: 'GET',
  path: '/api/targeting/leads/counts',
  summary: 'Leads of an area by state and clock, and per source how often the lists were wrong',
  permission: 'targeting.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: z.object({
    open: z.number().int(),
    overdue: z.number().int(),
    answered: z.number().int(),
    cleared: z.number().int(),
    confirmed: z.number().int(),
    pairs: z.number().int(),
    sources: z.array(Outcomes.extend({ kind: Titled, list: z.string().nullable() })),
  }),
});
export type LeadCounts = z.infer<typeof countLeads.output>;

export const getLead = route({
  method: 'GET',
  path: '/api/targeting/leads/:id',
  summary: 'One lead: its hits, what was said of them, and whose turn it is',
  permission: 'targeting.read',
  area: 'row',
  audit: null,
  params: z.object({ id: IdText }),
  output: Lead,
});

export const householdLeads = route({
  method: 'GET',
  path: '/api/targeting/households/:id/leads',
  summary: 'What departments’ lists said of a household, and what came of it',
  permission: 'targeting.read',
  area: 'row',
  audit: null,
  params: z.object({ id: IdText }),
  output: z.object({ items: z.array(LeadRow) }),
});

const Seen = z.number().int().min(1);

export const answerLead = route({
  method: 'POST',
  path: '/api/targeting/leads/:id/answer',
  summary: 'Answers every hit of a lead: it is so, or a rebuttal with its evidence',
  permission: 'targeting.answer',
  area: 'row',
  audit: 'targeting.answer',
  params: z.object({ id: IdText }),
  body: z.object({
    seen: Seen,
    answers: z.array(z.object({ hit: IdText, answer: z.string().max(60) })).max(200),
    evidence: z.string().trim().max(1000).default(''),
    reason: z.string().trim().max(1000).default(''),
  }),
  output: Lead,
});

export const decideLead = route({
  method: 'POST',
  path: '/api/targeting/leads/:id/verdict',
  summary: 'Decides every hit of an answered lead, or sends it back; never by whoever answered it',
  permission: 'targeting.decide',
  area: 'row',
  audit: 'targeting.decide',
  params: z.object({ id: IdText }),
  body: z.object({
    seen: Seen,
    /** Absent to send it back to the village. */
    verdicts: z
      .array(z.object({ hit: IdText, verdict: z.enum(hitVerdicts) }))
      .max(200)
      .optional(),
    reason: z.string().trim().max(1000).default(''),
  }),
  output: Lead,
});
