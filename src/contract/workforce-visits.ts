// Visits: what is due and to whom, what was found, which units are late, and interviews with them.
import { z } from 'zod';
import { tieWays } from '#domain/workforce/tie.ts';
import {
  AreaCodeText,
  Bilingual,
  Cursor,
  FenNumber,
  IdText,
  Limit,
  PlainDateText,
  pageOf,
} from './page.ts';
import { route } from './route.ts';
import { HandoverRow } from './workforce.ts';
import { Why } from './workforce-pairing.ts';

const HouseholdParams = z.object({ id: IdText });

export const visitWays = ['onSite', 'telephone', 'elsewhere'] as const;
export const findingKinds = ['change', 'need', 'problem', 'warning'] as const;
const dueStates = ['all', 'overdue', 'today', 'soon'] as const;

export const householdHelp = route({
  method: 'GET',
  path: '/api/workforce/households/:id',
  summary: 'Who helps a household, who did, and the last visits with what they found',
  permission: 'workforce.own',
  area: 'row',
  audit: null,
  params: HouseholdParams,
  output: z.object({
    needed: z.boolean(),
    cover: z.enum(['covered', 'standIn', 'away', 'none']),
    helper: z
      .object({
        id: z.string(),
        name: z.string(),
        rankTitle: Bilingual,
        unit: z.string().nullable(),
        from: PlainDateText,
        standIn: z.string().nullable(),
        awayTo: PlainDateText.nullable(),
        lastVisitOn: PlainDateText.nullable(),
        dueOn: PlainDateText.nullable(),
        lateDays: z.number().int(),
        why: Why.nullable(),
      })
      .nullable(),
    offer: HandoverRow.nullable(),
    before: z.array(
      z.object({
        name: z.string(),
        from: PlainDateText,
        to: PlainDateText,
        reason: z.string().nullable(),
      }),
    ),
    visits: z.array(
      z.object({
        id: z.string(),
        on: PlainDateText,
        by: z.string(),
        way: z.enum(['onSite', 'telephone', 'elsewhere']),
        note: z.string(),
        findings: z.array(
          z.object({ id: z.string(), kind: z.string(), words: z.string(), open: z.boolean() }),
        ),
      }),
    ),
    /** Units that lead the household, and how; those that ended last. */
    ties: z.array(
      z.object({
        id: z.string(),
        unit: z.string(),
        unitName: z.string(),
        way: z.enum(tieWays),
        title: Bilingual,
        yearlyFen: FenNumber.nullable(),
        terms: z.string(),
        from: PlainDateText,
        to: PlainDateText.nullable(),
      }),
    ),
    mayManage: z.boolean(),
    mayVisit: z.boolean(),
  }),
});
export type HouseholdHelp = z.infer<typeof householdHelp.output>;

export const DueRow = z.object({
  pairing: z.string(),
  household: z.string(),
  householdNo: z.string(),
  headName: z.string().nullable(),
  members: z.number().int(),
  areaCode: z.string(),
  township: z.string(),
  village: z.string(),
  helper: z.string(),
  helperName: z.string(),
  unit: z.string().nullable(),
  lastVisitOn: PlainDateText.nullable(),
  dueOn: PlainDateText,
  lateDays: z.number().int(),
});
export type DueRow = z.infer<typeof DueRow>;

export const listDue = route({
  method: 'GET',
  path: '/api/workforce/due',
  summary: 'Visits by the day they are due, the latest first',
  permission: 'workforce.visit',
  area: 'query.area',
  audit: null,
  query: z.object({
    area: AreaCodeText.optional(),
    state: z.enum(dueStates).default('all'),
    unit: IdText.optional(),
    cursor: Cursor.optional(),
    limit: Limit,
  }),
  output: pageOf(DueRow),
});

export const countDue = route({
  method: 'GET',
  path: '/api/workforce/due/counts',
  summary:
    'Visits overdue, due and in time, and the units whose people are late or were never on site',
  permission: 'workforce.visit',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: z.object({
    rule: z.object({ title: Bilingual, verified: z.boolean() }).nullable(),
    households: z.number().int(),
    overdue: z.number().int(),
    today: z.number().int(),
    soon: z.number().int(),
    units: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        households: z.number().int(),
        overdue: z.number().int(),
        /** Households where nobody of the unit was ever on site. */
        neverOnSite: z.number().int(),
        lastInterviewOn: PlainDateText.nullable(),
      }),
    ),
  }),
});
export type DueCounts = z.infer<typeof countDue.output>;

const Finding = z.object({
  /** Made by the device. */
  id: IdText.optional(),
  kind: z.enum(findingKinds),
  words: z.string().trim().min(1).max(500),
  /** A change of the register: the field and what it is now. */
  field: z.string().max(60).optional(),
  to: z.union([z.string().max(200), z.number(), z.boolean()]).optional(),
});

export const logVisit = route({
  method: 'POST',
  path: '/api/workforce/households/:id/visits',
  summary: 'Logs a visit with what was found; repeating one with the same id changes nothing',
  permission: 'workforce.visit',
  area: 'row',
  audit: 'workforce.visit',
  params: HouseholdParams,
  body: z.object({
    /** Made by the device. */
    id: IdText.optional(),
    on: PlainDateText,
    /** HH:MM in Asia/Shanghai. */
    at: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .optional(),
    way: z.enum(visitWays).default('onSite'),
    note: z.string().trim().max(1000).default(''),
    /** Given freely; kept to about a kilometre. */
    position: z
      .object({ longitude: z.number().min(73).max(136), latitude: z.number().min(3).max(54) })
      .optional(),
    findings: z.array(Finding).max(20).default([]),
  }),
  output: z.object({
    id: z.string(),
    nextDueOn: PlainDateText.nullable(),
    doubts: z.array(Bilingual),
    repeated: z.boolean(),
  }),
});

export const listDoubted = route({
  method: 'GET',
  path: '/api/workforce/visits/doubted',
  summary: 'Visits against which something speaks, as questions to those who logged them',
  permission: 'workforce.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional(), cursor: Cursor.optional(), limit: Limit }),
  output: pageOf(
    z.object({
      id: z.string(),
      household: z.string(),
      headName: z.string().nullable(),
      areaCode: z.string(),
      by: z.string(),
      on: PlainDateText,
      doubts: z.array(Bilingual),
    }),
  ),
});

export const listFindings = route({
  method: 'GET',
  path: '/api/workforce/findings',
  summary: 'What visits found and nobody has finished yet, the latest first',
  permission: 'workforce.visit',
  area: 'query.area',
  audit: null,
  query: z.object({
    area: AreaCodeText.optional(),
    kind: z.enum(findingKinds).optional(),
    cursor: Cursor.optional(),
    limit: Limit,
  }),
  output: pageOf(
    z.object({
      id: z.string(),
      household: z.string(),
      headName: z.string().nullable(),
      areaCode: z.string(),
      kind: z.enum(findingKinds),
      words: z.string(),
      on: PlainDateText,
      by: z.string(),
      takenBy: z.string().nullable(),
    }),
  ),
});
export type OpenFinding = z.infer<typeof listFindings.output>['items'][number];

export const closeFinding = route({
  method: 'POST',
  path: '/api/workforce/findings/:id/closing',
  summary: 'What a visit found is settled',
  permission: 'workforce.visit',
  area: 'row',
  audit: 'workforce.close-finding',
  params: HouseholdParams,
});

export const recordInterview = route({
  method: 'POST',
  path: '/api/workforce/interviews',
  summary: 'An interview with a unit whose people are late or were never on site, and its outcome',
  permission: 'workforce.manage',
  area: 'own',
  audit: 'workforce.interview',
  body: z.object({
    unit: IdText,
    on: PlainDateText,
    reason: z.string().trim().min(1).max(500),
    outcome: z.string().trim().min(1).max(1000),
    mendBy: PlainDateText.nullable().default(null),
  }),
  output: z.object({ id: z.string() }),
});

export const listInterviews = route({
  method: 'GET',
  path: '/api/workforce/interviews',
  summary: 'Interviews with units, the latest first',
  permission: 'workforce.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        unit: z.string(),
        on: PlainDateText,
        by: z.string(),
        reason: z.string(),
        outcome: z.string(),
        mendBy: PlainDateText.nullable(),
      }),
    ),
  }),
});
