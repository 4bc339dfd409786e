// Cases: one run of a process of the pack over one household. The queue by clock, the case with its
// trail, and the acts. What is closed is told beforehand, with its reason.
import { z } from 'zod';
import { actKinds, proofKinds } from '#domain/casework/case-act.ts';
import { clockColours } from '#domain/casework/case-clock.ts';
import { AreaCodeText, Bilingual, Cursor, IdText, Limit, PlainDateText, pageOf } from './page.ts';
import { route } from './route.ts';

const Clock = z.object({
  since: PlainDateText,
  /** The last day in time; null where the pack names no days. */
  dueOn: PlainDateText.nullable(),
  colour: z.enum(clockColours),
  lateDays: z.number().int(),
  /** Level above that is told of a late step. */
  told: z.string().nullable(),
});

export const Titled = z.object({ id: z.string(), title: Bilingual });

export const CaseRow = z.object({
  id: z.string(),
  /** Null of the case of a village or county itself, which has its name instead. */
  household: z.string().nullable(),
  areaName: z.string().nullable(),
  householdNo: z.string(),
  headName: z.string().nullable(),
  areaCode: z.string(),
  township: z.string(),
  village: z.string(),
  process: Titled,
  /** The open step; null once the case has ended. */
  step: Titled.nullable(),
  end: Titled.nullable(),
  begunOn: PlainDateText,
  endedOn: PlainDateText.nullable(),
  clock: Clock,
  /** It waits for somebody with the asker's role. */
  isMine: z.boolean(),
});
export type CaseRow = z.infer<typeof CaseRow>;

const QueueFilter = {
  area: AreaCodeText.optional(),
  /** Only what waits for one's own role, or everything open in the area. */
  whose: z.enum(['mine', 'all']).default('mine'),
  process: z.string().max(60).optional(),
  step: z.string().max(60).optional(),
};

export const listCases = route({
  method: 'GET',
  path: '/api/casework/cases',
  summary: 'Open cases of an area by clock, the latest first',
  permission: 'casework.read',
  area: 'query.area',
  audit: null,
  query: z.object({
    ...QueueFilter,
    colour: z.enum(clockColours).optional(),
    cursor: Cursor.optional(),
    limit: Limit,
  }),
  output: pageOf(CaseRow),
});

export const countCases = route({
  method: 'GET',
  path: '/api/casework/counts',
  summary: 'Open cases of an area by process, step and clock',
  permission: 'casework.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: QueueFilter.area, whose: QueueFilter.whose }),
  output: z.object({
    items: z.array(
      z.object({
        process: Titled,
        step: Titled,
        overdue: z.number().int(),
        soon: z.number().int(),
        onTime: z.number().int(),
        noClock: z.number().int(),
      }),
    ),
  }),
});
export type CaseCount = z.infer<typeof countCases.output>['items'][number];

/** Words of the rule that closes something. */
const Closed = Bilingual.nullable();

export const Outcome = z.object({
  id: z.string(),
  title: Bilingual,
  leadsTo: Bilingual,
  needsReason: z.boolean(),
  /** Null where it is open to whoever may act. */
  closed: Closed,
  /** Key of the decision behind its condition: `outcome.exit.check.meets`. */
  decision: z.string().nullable(),
  /** Code of the class the household is put into by it. */
  class: z.string().nullable(),
});

export const Meeting = z.object({
  due: z.number().int().min(0).max(100_000),
  present: z.number().int().min(0).max(100_000),
  for: z.number().int().min(0).max(100_000),
  against: z.number().int().min(0).max(100_000),
  abstained: z.number().int().min(0).max(100_000),
  secret: z.boolean(),
});

const Notice = z.object({
  place: z.string(),
  by: z.string(),
  firstDay: PlainDateText,
  lastDay: PlainDateText,
});

export const CaseAct = z.object({
  position: z.number().int(),
  kind: z.enum(actKinds),
  step: Titled,
  outcome: Titled.nullable(),
  capacity: Bilingual.nullable(),
  also: z.array(Bilingual),
  proof: z.enum(proofKinds).nullable(),
  roster: z.string().nullable(),
  by: z.string(),
  isTyped: z.boolean(),
  on: PlainDateText,
  at: z.string(),
  reason: z.string(),
  meeting: Meeting.nullable(),
  place: z.string().nullable(),
  objection: z.number().int().nullable(),
  verdict: z.enum(['upheld', 'rejected']).nullable(),
  /** What it rests on. */
  files: z.array(z.object({ id: z.string(), kind: z.string(), fileName: z.string() })),
});
export type CaseAct = z.infer<typeof CaseAct>;

const Objection = z.object({
  position: z.number().int(),
  on: PlainDateText,
  /** Null to whom the objector is not told. */
  by: z.string().nullable(),
  text: z.string(),
  answer: z
    .object({
      verdict: z.enum(['upheld', 'rejected']),
      reason: z.string(),
      by: z.string(),
      on: PlainDateText,
    })
    .nullable(),
});

export const Signature = z.object({
  step: Bilingual,
  capacity: Bilingual,
  /** Further offices of the party held by the same person. */
  also: z.array(Bilingual),
  by: z.string(),
  on: PlainDateText,
  proof: z.enum(proofKinds).nullable(),
  roster: z.string().nullable(),
});
export type Signature = z.infer<typeof Signature>;

const Doubt = z.object({
  kind: z.enum(['objection', 'return']),
  position: z.number().int(),
  step: Bilingual,
  on: PlainDateText,
  text: z.string(),
  verdict: z.enum(['upheld', 'rejected']).nullable(),
  answer: z.string().nullable(),
});

const OpenStep = z.object({
  id: z.string(),
  title: Bilingual,
  kind: z.string(),
  level: z.string(),
  text: Bilingual.nullable(),
  verified: z.boolean(),
  /** What must be there before it is decided, and whether it is. */
  needs: z.array(Titled.extend({ isThere: z.boolean() })),
  hasInterview: z.boolean(),
  /** Of its checklist: items, those answered, and those without the proof they need. */
  checks: z
    .object({ items: z.number().int(), answered: z.number().int(), unproved: z.number().int() })
    .nullable(),
  actors: z.array(Bilingual),
  signed: z.array(Signature),
  /** Of a sign-off: who signs as one, office by office. */
  parties: z.array(
    z.object({
      title: Bilingual,
      offices: z.array(z.object({ title: Bilingual, signature: Signature.nullable() })),
    }),
  ),
  /** Signed on rosters above the village. */
  isRoster: z.boolean(),
  /** The asker may enter the household’s own word, with a proof of it. */
  mayConfirm: z.boolean(),
  /** The asker is the household and may take a code for whoever enters its word. */
  mayTakeCode: z.boolean(),
  awaited: z.array(Bilingual),
  /** Who reviews instead, because nobody is left in the office whose step it is. */
  takenOver: Bilingual.nullable(),
  outcomes: z.array(Outcome),
  /** In which capacities the asker may act; empty where they may not. */
  capacities: z.array(z.object({ code: z.string(), title: Bilingual })),
  /** Why the asker may not act; null where they may. */
  barred: Closed,
  notice: Notice.nullable(),
  /** How long a notice hangs, in days or working days as the pack states it. */
  noticeTerm: Bilingual.nullable(),
  shows: z.array(Bilingual),
  quorum: z.number().nullable(),
  majority: z.number().nullable(),
  mayPost: z.boolean(),
  mayObject: z.boolean(),
  mayAnswer: z.boolean(),
});

export const Case = CaseRow.extend({
  /** How many acts it rests on: sent back with the next one. */
  position: z.number().int(),
  pack: z.object({ id: z.string(), edition: z.string(), title: Bilingual }),
  /** What the review put the household into. */
  helpClass: Bilingual.nullable(),
  /** Every step in the pack's order, with the last time it was gone through. */
  line: z.array(
    z.object({
      id: z.string(),
      title: Bilingual,
      state: z.enum(['done', 'open', 'ahead', 'skipped']),
      since: PlainDateText.nullable(),
      on: PlainDateText.nullable(),
      by: z.string().nullable(),
      outcome: Bilingual.nullable(),
      times: z.number().int(),
    }),
  ),
  open: OpenStep.nullable(),
  objections: z.array(Objection),
  /** What speaks against it, in order. */
  doubts: z.array(Doubt),
  /** Signatures that stand, of every step. */
  signatures: z.array(Signature),
  acts: z.array(CaseAct),
  /** A step with a checklist is open or was gone through. */
  hasChecklist: z.boolean(),
  mayWithdraw: z.boolean(),
});
export type Case = z.infer<typeof Case>;

const CaseParams = z.object({ id: IdText });
export const Reason = z.string().trim().max(1000).default('');
/** Acts the writer has seen; a case that went on meanwhile refuses. */
const Seen = z.number().int().min(1);

export const getCase = route({
  method: 'GET',
  path: '/api/casework/cases/:id',
  summary: 'One case: its line of steps, what is open and for whom, objections and trail',
  permission: 'casework.read',
  area: 'row',
  audit: null,
  params: CaseParams,
  output: Case,
});

export const householdCases = route({
  method: 'GET',
  path: '/api/casework/households/:id',
  summary: 'Cases of a household, and the processes that may be begun for it',
  permission: 'casework.read',
  area: 'row',
  audit: null,
  params: z.object({ id: IdText }),
  output: z.object({
    items: z.array(CaseRow),
    processes: z.array(Titled.extend({ closed: Closed })),
  }),
});
export type HouseholdCases = z.infer<typeof householdCases.output>;

export const beginCase = route({
  method: 'POST',
  path: '/api/casework/households/:id/cases',
  summary: 'Begins a process of the pack in force for a household',
  permission: 'casework.act',
  area: 'row',
  audit: 'casework.begin',
  params: z.object({ id: IdText }),
  body: z.object({ process: z.string().max(60) }),
  output: z.object({ id: z.string() }),
});

const Confirmation = z.discriminatedUnion('by', [
  z.object({ by: z.literal('code'), code: z.string().trim().max(12) }),
  z.object({ by: z.enum(['voice', 'thumbprint']), attachment: IdText }),
]);
export type Confirmation = z.infer<typeof Confirmation>;

export const takeCode = route({
  method: 'POST',
  path: '/api/casework/cases/:id/code',
  summary: 'The household takes a one-time code by which somebody else may enter its word',
  permission: 'casework.act',
  area: 'row',
  audit: 'casework.code',
  params: CaseParams,
  output: z.object({ code: z.string(), until: z.string() }),
});

export const actOnCase = route({
  method: 'POST',
  path: '/api/casework/cases/:id/acts',
  summary: 'Decides or signs the open step',
  permission: 'casework.act',
  area: 'row',
  audit: 'casework.act',
  params: CaseParams,
  body: z.object({
    seen: Seen,
    step: z.string().max(60),
    outcome: z.string().max(60),
    capacity: z.string().max(60).optional(),
    reason: Reason,
    meeting: Meeting.optional(),
    /** The household’s own word, where somebody else enters it. */
    confirmation: Confirmation.optional(),
  }),
  output: Case,
});

export const postNotice = route({
  method: 'POST',
  path: '/api/casework/cases/:id/posting',
  summary: 'Enters where a notice was put up; its days count from today',
  permission: 'casework.act',
  area: 'row',
  audit: 'casework.post',
  params: CaseParams,
  body: z.object({ seen: Seen, place: z.string().trim().min(1).max(200) }),
  output: Case,
});

export const objectToNotice = route({
  method: 'POST',
  path: '/api/casework/cases/:id/objections',
  summary: 'Objects to a notice, for oneself or written down for somebody who called',
  permission: 'casework.act',
  area: 'row',
  audit: 'casework.object',
  params: CaseParams,
  body: z.object({
    text: z.string().trim().min(1).max(1000),
    /** Written down for somebody else, who may stay unnamed. */
    forAnother: z.boolean().default(false),
    objector: z.string().trim().max(60).optional(),
  }),
  output: Case,
});

export const answerObjection = route({
  method: 'POST',
  path: '/api/casework/cases/:id/objections/:objection/answer',
  summary: 'Upholds or rejects an objection, with the reason',
  permission: 'casework.act',
  area: 'row',
  audit: 'casework.answer',
  params: CaseParams.extend({ objection: z.coerce.number().int().min(1) }),
  body: z.object({ seen: Seen, verdict: z.enum(['upheld', 'rejected']), reason: Reason }),
  output: Case,
});

export const withdrawCase = route({
  method: 'POST',
  path: '/api/casework/cases/:id/withdrawal',
  summary: 'Ends a case without a decision; the register stays as it is',
  permission: 'casework.act',
  area: 'row',
  audit: 'casework.withdraw',
  params: CaseParams,
  body: z.object({ seen: Seen, reason: Reason }),
  output: Case,
});
