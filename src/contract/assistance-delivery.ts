// What reached people: promised, delivered and recorded once by whoever delivers, confirmed or disputed by
// the household, with what changed afterwards beside what was promised.
import { z } from 'zod';
import {
  AreaCodeText,
  Bilingual,
  Cursor,
  FenNumber,
  IdText,
  Limit,
  PlainDateText,
  pageOf,
  Words,
} from './page.ts';
import { HouseholdParams } from './registry-households.ts';
import { FieldValue } from './registry-value.ts';
import { route } from './route.ts';

export const benefitStates = ['promised', 'delivered', 'confirmed', 'disputed', 'leftOut'] as const;

const Stage = z.object({ code: z.string(), title: Bilingual });

export const BenefitView = z.object({
  id: z.string(),
  household: z.string(),
  headName: z.string().nullable(),
  areaCode: z.string(),
  person: z.string().nullable(),
  personName: z.string().nullable(),
  line: z.string().nullable(),
  code: z.string(),
  measure: Bilingual,
  title: z.string(),
  kind: z.string(),
  year: z.number().int(),
  quantity: z.number().nullable(),
  unit: z.string().nullable(),
  promisedFen: FenNumber.nullable(),
  promisedOn: PlainDateText,
  state: z.enum(benefitStates),
  stages: z.array(Stage.extend({ reachedOn: PlainDateText.nullable() })),
  deliveredOn: PlainDateText.nullable(),
  deliveredFen: FenNumber.nullable(),
  deliverer: z.string(),
  leftOutReason: z.string(),
  answeredOn: PlainDateText.nullable(),
  /** Which programme, how resettled, on whose land: by lists of the rules. */
  details: z.array(z.object({ list: Bilingual, title: Bilingual })),
  /** Field of the register it was to change: before, and as it stands. */
  result: z
    .object({ field: Bilingual, before: Bilingual, now: Bilingual, changed: z.boolean() })
    .nullable(),
  acts: z.array(
    z.object({
      act: z.string(),
      stage: Bilingual.nullable(),
      on: PlainDateText,
      by: z.string(),
      words: z.string(),
    }),
  ),
});
export type BenefitView = z.infer<typeof BenefitView>;

const Amounts = {
  quantity: z.number().min(0).max(1_000_000).nullable().default(null),
  unit: z.string().trim().max(20).nullable().default(null),
  promisedFen: FenNumber.min(0).nullable().default(null),
} as const;

export const recordBenefit = route({
  method: 'POST',
  path: '/api/assistance/households/:id/benefits',
  summary: 'Records what is promised to a household or a member, or was delivered',
  permission: 'assistance.deliver',
  area: 'row',
  audit: 'assistance.record',
  params: HouseholdParams,
  body: z.object({
    code: z.string().max(60),
    benefit: z.string().max(60).nullable().default(null),
    line: IdText.nullable().default(null),
    person: IdText.nullable().default(null),
    title: z.string().trim().min(1).max(120).optional(),
    year: z.number().int().min(2000).max(2100).optional(),
    ...Amounts,
    /** Codes by list of the rules, as `choices.details` offers them. */
    details: z.record(z.string().max(60), z.string().max(60)).default({}),
    /** Absent while it is only promised. */
    deliveredOn: PlainDateText.nullable().default(null),
    deliveredFen: FenNumber.min(0).nullable().default(null),
    words: z.string().trim().max(300).default(''),
  }),
  output: BenefitView,
});

const BenefitParams = z.object({ id: IdText });

export const deliverBenefit = route({
  method: 'POST',
  path: '/api/assistance/benefits/:id/delivery',
  summary: 'What was promised is delivered, or its next stage is reached; with what it changed',
  permission: 'assistance.deliver',
  area: 'row',
  audit: 'assistance.deliver',
  params: BenefitParams,
  body: z.object({
    on: PlainDateText,
    stage: z.string().max(40).nullable().default(null),
    deliveredFen: FenNumber.min(0).nullable().default(null),
    words: Words,
    /** A field of the household that is otherwise now; the register keeps it, or a conflict opens. */
    result: z
      .object({ field: z.string().max(60), to: FieldValue })
      .nullable()
      .default(null),
  }),
  output: BenefitView.extend({ conflicts: z.array(z.string()) }),
});

export const answerBenefit = route({
  method: 'POST',
  path: '/api/assistance/benefits/:id/answer',
  summary: 'The household confirms that something arrived, or disputes it',
  permission: 'assistance.answer',
  area: 'row',
  audit: 'assistance.answer',
  params: BenefitParams,
  body: z
    .object({ arrived: z.boolean(), words: Words })
    .refine(({ arrived, words }) => arrived || words !== '', {
      path: ['words'],
      message: 'Say what is wrong',
    }),
  output: BenefitView,
});

export const settleDispute = route({
  method: 'POST',
  path: '/api/assistance/benefits/:id/settlement',
  summary: 'Somebody who did not deliver it looks into a dispute and answers it',
  permission: 'assistance.approve',
  area: 'row',
  audit: 'assistance.settle',
  params: BenefitParams,
  body: z.object({
    /** True: it had arrived; false: it had not, and is promised again. */
    arrived: z.boolean(),
    words: z.string().trim().min(1).max(300),
  }),
  output: BenefitView,
});

export const listDisputes = route({
  method: 'GET',
  path: '/api/assistance/disputes',
  summary: 'What households say did not arrive, oldest first',
  permission: 'assistance.approve',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional(), cursor: Cursor.optional(), limit: Limit }),
  /** How many there are in all, whatever the page. */
  output: pageOf(BenefitView.extend({ village: z.string() })).extend({ all: z.number().int() }),
});

export const DeliveryList = z.object({
  id: z.string(),
  areaCode: z.string(),
  areaName: z.string(),
  title: z.string(),
  measure: Bilingual,
  year: z.number().int(),
  deliverer: z.string(),
  state: z.enum(['open', 'confirmed', 'withdrawn']),
  madeBy: z.string(),
  madeAt: z.string(),
  confirmedBy: z.string().nullable(),
  confirmedAt: z.string().nullable(),
  rows: z.number().int(),
  delivered: z.number().int(),
  leftOut: z.number().int(),
});
export type DeliveryList = z.infer<typeof DeliveryList>;

export const openList = route({
  method: 'POST',
  path: '/api/assistance/lists',
  summary: 'Asks a department to confirm who got what, from the plans in force',
  permission: 'assistance.approve',
  area: 'body.area',
  audit: 'assistance.open-list',
  body: z.object({
    area: AreaCodeText,
    code: z.string().max(60),
    benefit: z.string().max(60).nullable().default(null),
    year: z.number().int().min(2000).max(2100),
    /** Username of an account with the role of a department. */
    department: z.string().trim().min(1).max(60),
    promisedFen: FenNumber.min(0).nullable().default(null),
  }),
  output: DeliveryList,
});

export const listLists = route({
  method: 'GET',
  path: '/api/assistance/lists',
  summary: 'Lists to confirm: a department’s own, or those of an area',
  permission: 'assistance.deliver',
  area: 'own',
  audit: null,
  query: z.object({ cursor: Cursor.optional(), limit: Limit }),
  output: z.object({
    items: z.array(DeliveryList),
    next: z.string().nullable(),
    /** Departments that can be asked; empty for those who cannot ask. */
    departments: z.array(z.object({ username: z.string(), name: z.string() })),
    measures: z.array(z.object({ code: z.string(), title: Bilingual })),
  }),
});

export const ListRow = z.object({
  benefit: z.string(),
  householdNo: z.string(),
  headName: z.string().nullable(),
  personName: z.string().nullable(),
  township: z.string(),
  village: z.string(),
  members: z.number().int(),
  promisedFen: FenNumber.nullable(),
  state: z.enum(benefitStates),
  deliveredOn: PlainDateText.nullable(),
  deliveredFen: FenNumber.nullable(),
  leftOutReason: z.string(),
});
export type ListRow = z.infer<typeof ListRow>;

const ListParams = z.object({ id: IdText });

export const getList = route({
  method: 'GET',
  path: '/api/assistance/lists/:id',
  summary: 'A list with its rows, village by village',
  permission: 'assistance.deliver',
  area: 'row',
  audit: null,
  params: ListParams,
  query: z.object({ cursor: Cursor.optional(), limit: Limit }),
  output: z.object({ list: DeliveryList, items: z.array(ListRow), next: Cursor.nullable() }),
});

export const listSheet = route({
  method: 'GET',
  path: '/api/assistance/lists/:id/sheet',
  summary: 'A list as .xlsx to fill in: day, amount, or why somebody is left out',
  permission: 'assistance.deliver',
  area: 'row',
  audit: 'assistance.list-sheet',
  kind: 'download',
  params: ListParams,
});

export const uploadList = route({
  method: 'POST',
  path: '/api/assistance/lists/:id/sheet',
  summary:
    'Takes in a filled sheet; rows that fit are marked, the others are told with their reason',
  permission: 'assistance.deliver',
  area: 'row',
  audit: 'assistance.upload-list',
  kind: 'upload',
  params: ListParams,
  query: z.object({}),
  output: z.object({
    marked: z.number().int(),
    leftOut: z.number().int(),
    refused: z.array(
      z.object({ row: z.number().int(), householdNo: z.string(), problem: Bilingual }),
    ),
  }),
});

export const markRow = route({
  method: 'POST',
  path: '/api/assistance/lists/:id/rows/:benefit',
  summary: 'Marks one row of a list by hand: delivered on a day, or left out with a reason',
  permission: 'assistance.deliver',
  area: 'row',
  audit: 'assistance.mark-row',
  params: z.object({ id: IdText, benefit: IdText }),
  body: z.object({
    deliveredOn: PlainDateText.nullable(),
    deliveredFen: FenNumber.min(0).nullable().default(null),
    leftOutReason: z.string().trim().max(200).default(''),
  }),
  output: ListRow,
});

export const confirmList = route({
  method: 'POST',
  path: '/api/assistance/lists/:id/confirmation',
  summary: 'Confirms a list: rows nobody marked count as delivered on the day given',
  permission: 'assistance.deliver',
  area: 'row',
  audit: 'assistance.confirm-list',
  params: ListParams,
  body: z.object({ on: PlainDateText }),
  output: DeliveryList.extend({
    /** Who is left out because they died or moved away, with the sentence. */
    refused: z.array(z.object({ headName: z.string(), problem: Bilingual })),
  }),
});
