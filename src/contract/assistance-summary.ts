// Help in an area: who has a plan and who has none, what is late, which cause is met by which measure, and
// how far what was promised has come. Sums by benefit and by primary measure stand apart.
import { z } from 'zod';
import {
  AreaCodeText,
  Bilingual,
  Cursor,
  FenNumber,
  Limit,
  PlainDateText,
  pageOf,
} from './page.ts';
import { route } from './route.ts';

const Count = z.object({ households: z.number().int(), persons: z.number().int() });
const Coded = z.object({ code: z.string(), title: Bilingual });

export const getAssistance = route({
  method: 'GET',
  path: '/api/assistance/summary',
  summary: 'Plans, measures by cause, and deliveries of an area',
  permission: 'assistance.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: z.object({
    area: z.object({ code: z.string(), name: z.string() }),
    today: PlainDateText,
    /** Households on the register that have not exited. */
    registered: z.number().int(),
    planned: z.number().int(),
    submitted: z.number().int(),
    none: z.number().int(),
    late: z.number().int(),
    byArea: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        registered: z.number().int(),
        planned: z.number().int(),
        submitted: z.number().int(),
        none: z.number().int(),
        late: z.number().int(),
      }),
    ),
    causes: z.array(Coded),
    measures: z.array(
      Coded.extend({
        /** Overlaps: a household counts under each measure it has. */
        byBenefit: Count,
        /** Counts every household once. */
        byPrimary: Count,
        /** What the rules set as a target, where they do. */
        target: Count.nullable(),
      }),
    ),
    /** Households by cause (row) and measure (column), by benefit. */
    cells: z.array(z.object({ cause: z.string(), code: z.string(), ...Count.shape })),
    sumByBenefit: Count,
    helped: Count,
    unattributed: Count,
    taxonomies: z.array(
      z.object({
        id: z.string(),
        title: Bilingual,
        verified: z.boolean(),
        codes: z.array(z.string()),
      }),
    ),
    deliveries: z.array(
      Coded.extend({
        promised: z.number().int(),
        delivered: z.number().int(),
        confirmed: z.number().int(),
        disputed: z.number().int(),
        leftOut: z.number().int(),
        promisedFen: FenNumber,
        deliveredFen: FenNumber,
      }),
    ),
    /** Training, relocation, houses and posts: how many came at least as far as each stage. */
    funnels: z.array(
      z.object({
        id: z.string(),
        title: Bilingual,
        waiting: z.number().int(),
        stages: z.array(Coded.extend({ count: z.number().int() })),
        /** By the lists that say more of it; delivered ones alone. */
        details: z.array(z.object({ list: Bilingual, title: Bilingual, ...Count.shape })),
      }),
    ),
    disputes: z.number().int(),
  }),
});
export type AssistanceSummary = z.infer<typeof getAssistance.output>;

export const planShows = ['waiting', 'none', 'late', 'all'] as const;

export const PlanRow = z.object({
  household: z.string().nullable(),
  plan: z.string().nullable(),
  householdNo: z.string().nullable(),
  headName: z.string().nullable(),
  areaCode: z.string(),
  township: z.string(),
  village: z.string(),
  members: z.number().int(),
  cause: Bilingual.nullable(),
  measures: z.array(Bilingual),
  number: z.number().int().nullable(),
  state: z.string().nullable(),
  submittedBy: z.string().nullable(),
  submittedAt: z.string().nullable(),
  /** The first day that passed, of a measure that is not done. */
  lateSince: PlainDateText.nullable(),
});
export type PlanRow = z.infer<typeof PlanRow>;

export const listPlans = route({
  method: 'GET',
  path: '/api/assistance/plans',
  summary: 'Plans that wait for a decision, households without one, or with something late',
  permission: 'assistance.read',
  area: 'query.area',
  audit: null,
  query: z.object({
    area: AreaCodeText.optional(),
    show: z.enum(planShows).default('waiting'),
    measure: z.string().max(60).optional(),
    cause: z.string().max(60).optional(),
    cursor: Cursor.optional(),
    limit: Limit,
  }),
  output: pageOf(PlanRow),
});
