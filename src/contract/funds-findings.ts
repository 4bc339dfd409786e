// What an auditor looks at first: payments that rules over the books question, and the books of a period as
// evidence to take away. Reading alone; nothing can be written through these doors.
import { z } from 'zod';
import { findingRules } from '#domain/funds/finding.ts';
import { AreaCodeText, Bilingual, Cursor, FenNumber, PlainDateText, pageOf } from './page.ts';
import { route } from './route.ts';

const OfArea = z.object({ area: AreaCodeText.optional() });

export const FindingCount = z.object({
  rule: z.enum(findingRules),
  title: Bilingual,
  asks: Bilingual,
  count: z.number().int(),
  amount: FenNumber,
});

export type FindingCount = z.infer<typeof FindingCount>;

export const countFindings = route({
  method: 'GET',
  path: '/api/funds/findings',
  summary: 'How many payments of an area each rule of the auditor questioned at the latest look',
  permission: 'funds.audit',
  area: 'query.area',
  audit: null,
  query: OfArea,
  output: z.object({
    items: z.array(FindingCount),
    /** From this amount on the county must approve; null where the rules name none. */
    limit: FenNumber.nullable(),
    limitVerified: z.boolean(),
    /** When what is kept was true; null where nobody has looked yet. */
    look: z
      .object({
        at: z.string(),
        /** Who asked for it; empty of the look of the day. */
        by: z.string(),
        /** Counties that were looked at; `at` is the earliest of their looks. */
        counties: z.number().int(),
        /** Entries recorded since; null above a county. */
        since: z.number().int().nullable(),
        /** There are that many or more. */
        isManySince: z.boolean(),
      })
      .nullable(),
    /** The look that is under way. */
    job: z.string().nullable(),
    /** The county a look is of; null above one. */
    county: z.string().nullable(),
    mayLook: z.boolean(),
  }),
});

export const lookAtBooks = route({
  method: 'POST',
  path: '/api/funds/findings/look',
  summary: 'Holds the rules of the auditor against all the books of a county, as a job',
  permission: 'funds.audit',
  area: 'body.area',
  audit: 'funds.look',
  body: z.strictObject({ area: AreaCodeText }),
  output: z.object({ job: z.string() }),
});

export const Finding = z.object({
  key: z.string(),
  on: PlainDateText,
  amount: FenNumber,
  /** How many payments it is about, and the first of their entries. */
  payments: z.number().int(),
  entries: z.array(z.string()),
  area: z.object({ code: z.string(), name: z.string() }),
  /** Who received: households by name, or a unit. */
  households: z.array(z.object({ id: z.string(), name: z.string() })),
  /** All of them; only the first are named. */
  householdCount: z.number().int(),
  holder: z.string(),
  document: z.string(),
  /** The year of a rule about money that is broken, to open how it stands. */
  year: z.number().int().nullable(),
  /** What the rule saw, in a sentence. */
  reason: Bilingual,
});
export type Finding = z.infer<typeof Finding>;

export const listFindings = route({
  method: 'GET',
  path: '/api/funds/findings/:rule',
  summary: 'Payments of an area that one rule questions, the largest first, each with its reason',
  permission: 'funds.audit',
  area: 'query.area',
  audit: null,
  params: z.object({ rule: z.enum(findingRules) }),
  query: OfArea.extend({
    cursor: Cursor.optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  output: pageOf(Finding),
});

export const exportEvidence = route({
  method: 'GET',
  path: '/api/funds/evidence',
  summary:
    'The books of an area in a period as a package whose every part and whole can be proven unchanged',
  permission: 'funds.audit',
  area: 'query.area',
  audit: 'funds.evidence',
  kind: 'download',
  query: OfArea.extend({ from: PlainDateText, to: PlainDateText }),
});
