// Payment lists: drawn up, checked, approved, posted, answered by the bank; and what a household sees of them.
import { z } from 'zod';
import {
  AreaCodeText,
  Bilingual,
  Cursor,
  FenNumber,
  IdText,
  Limit,
  OneParams,
  Place,
  PlainDateText,
  pageOf,
  Verdict,
} from './page.ts';
import { route } from './route.ts';

export const listStates = [
  'draft',
  'checking',
  'checked',
  'waiting',
  'posting',
  'posted',
  'answered',
  'discarded',
] as const;

export const paymentStates = ['listed', 'held', 'posted', 'paid', 'failed'] as const;

export const paymentProblems = [
  'unknownHousehold',
  'notListed',
  'notEntitled',
  'entitlementUnknown',
  'wrongAmount',
  'dead',
  'absent',
  'notInProject',
  'twice',
  'paidBefore',
  'noAccount',
  'sharedAccount',
  'nameDiffers',
] as const;
export type PaymentProblem = (typeof paymentProblems)[number];

export const PaymentList = z.object({
  id: z.string(),
  area: Place,
  title: z.string(),
  holder: z.string(),
  sourceTitle: Bilingual,
  purposeTitle: Bilingual,
  benefitTitle: Bilingual.nullable(),
  period: z.string(),
  document: z.string(),
  payOn: PlainDateText,
  state: z.enum(listStates),
  lines: z.number().int(),
  held: z.number().int(),
  total: FenNumber,
  counts: z.object({
    posted: z.number().int(),
    paid: z.number().int(),
    failed: z.number().int(),
    confirmed: z.number().int(),
    disputed: z.number().int(),
  }),
  problems: z.array(z.object({ problem: z.enum(paymentProblems), count: z.number().int() })),
  author: z.string(),
  createdAt: z.string(),
  approvalsNeeded: z.number().int(),
  approvals: z.array(z.object({ name: z.string(), at: z.string() })),
  returnedReason: z.string().nullable(),
  job: z.string().nullable(),
  retryOf: z.string().nullable(),
  mayChange: z.boolean(),
  /** Why the asker cannot approve; null where they can. */
  closed: Bilingual.nullable(),
});
export type PaymentList = z.infer<typeof PaymentList>;

export const listPaymentLists = route({
  method: 'GET',
  path: '/api/funds/lists',
  summary: 'Payment lists of an area, or one’s own, the latest first',
  permission: 'funds.desk',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional(), cursor: Cursor.optional(), limit: Limit }),
  output: pageOf(PaymentList).extend({
    /** All lists that are asked for, not those of this page alone; with the first page. */
    total: z.object({ lists: z.number().int(), amount: FenNumber }).nullable(),
  }),
});

export const getPaymentList = route({
  method: 'GET',
  path: '/api/funds/lists/:id',
  summary: 'One payment list with what was found against its lines',
  permission: 'funds.desk',
  area: 'row',
  audit: null,
  params: OneParams,
  output: PaymentList,
});

export const getListChoices = route({
  method: 'GET',
  path: '/api/funds/purses',
  summary: 'Purses a list can be paid from, and entitlements of the rules',
  permission: 'funds.list',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: z.object({
    purses: z.array(
      z.object({
        id: z.string(),
        source: z.string(),
        sourceTitle: Bilingual,
        purpose: z.string(),
        purposeTitle: Bilingual,
        area: Place,
        holder: z.string(),
        project: z.string().nullable(),
        balance: FenNumber,
      }),
    ),
    /** There are more purses than are offered; a narrower area offers them. */
    more: z.boolean(),
    benefits: z.array(z.object({ id: z.string(), title: Bilingual, verified: z.boolean() })),
  }),
});
export type ListChoices = z.infer<typeof getListChoices.output>;

export const drawUpList = route({
  method: 'POST',
  path: '/api/funds/lists',
  summary: 'Begins a payment list out of one purse',
  permission: 'funds.list',
  area: 'body.area',
  audit: 'funds.list',
  body: z.strictObject({
    area: AreaCodeText,
    title: z.string().trim().min(1).max(80),
    document: z.string().trim().min(1).max(100),
    payOn: PlainDateText,
    /** An account that holds allocated money. */
    purse: IdText,
    benefit: z.string().max(60).nullable().default(null),
    /** What it is paid for once: a year unless said. */
    period: z.string().trim().min(4).max(20).optional(),
  }),
  output: z.object({ id: z.string() }),
});

export const uploadListFile = route({
  method: 'POST',
  path: '/api/funds/lists/:id/file',
  summary:
    'Lines of a list from a spreadsheet: household number and amount; replaces what was there',
  permission: 'funds.list',
  area: 'row',
  audit: 'funds.upload',
  kind: 'upload',
  params: OneParams,
  query: z.object({ sheet: z.string().max(100).optional() }),
  output: PaymentList,
});

export const checkPaymentList = route({
  method: 'POST',
  path: '/api/funds/lists/:id/check',
  summary: 'Checks every line against entitlement, death, absence, doubles and accounts, as a job',
  permission: 'funds.list',
  area: 'row',
  audit: 'funds.check',
  params: OneParams,
  output: z.object({ job: z.string() }),
});

export const submitPaymentList = route({
  method: 'POST',
  path: '/api/funds/lists/:id/submission',
  summary: 'Hands a checked list to those who approve; lines with problems stay out',
  permission: 'funds.list',
  area: 'row',
  audit: 'funds.submit',
  params: OneParams,
  output: PaymentList,
});

export const answerPaymentList = route({
  method: 'POST',
  path: '/api/funds/lists/:id/answer',
  summary: 'Approves a list or hands it back; the last approval posts it, as a job',
  permission: 'funds.approve',
  area: 'row',
  audit: 'funds.answer-list',
  params: OneParams,
  body: Verdict,
  output: PaymentList,
});

export const exportBankFile = route({
  method: 'GET',
  path: '/api/funds/lists/:id/bank-file',
  summary: 'The batch for the bank, with whole account numbers',
  permission: 'funds.list',
  area: 'row',
  audit: 'funds.bank-file',
  kind: 'download',
  params: OneParams,
});

export const readBankAnswer = route({
  method: 'POST',
  path: '/api/funds/lists/:id/bank-answer',
  summary:
    'The bank’s answer: each line paid or failed; a changed row or a wrong total refuses all',
  permission: 'funds.list',
  area: 'row',
  audit: 'funds.bank-answer',
  kind: 'upload',
  params: OneParams,
  output: PaymentList,
});

export const retryFailedPayments = route({
  method: 'POST',
  path: '/api/funds/lists/:id/retry',
  summary: 'Draws up a list of the payments that failed, to be paid again',
  permission: 'funds.list',
  area: 'row',
  audit: 'funds.list',
  params: OneParams,
  body: z.strictObject({ document: z.string().trim().min(1).max(100), payOn: PlainDateText }),
  output: z.object({ id: z.string() }),
});

export const discardPaymentList = route({
  method: 'POST',
  path: '/api/funds/lists/:id/discard',
  summary: 'Puts a list away that was not posted',
  permission: 'funds.list',
  area: 'row',
  audit: 'funds.discard',
  params: OneParams,
  output: PaymentList,
});

export const Payment = z.object({
  id: z.string(),
  position: z.number().int(),
  householdNo: z.string(),
  household: z.string().nullable(),
  name: z.string(),
  headName: z.string().nullable(),
  areaName: z.string(),
  amount: FenNumber,
  accountTail: z.string().nullable(),
  state: z.enum(paymentStates),
  problems: z.array(z.enum(paymentProblems)),
  entry: z.string().nullable(),
  paidOn: PlainDateText.nullable(),
  bankNote: z.string().nullable(),
  word: z.enum(['confirmed', 'disputed']).nullable(),
  said: z.string().nullable(),
  saidBy: z.string().nullable(),
  saidAt: z.string().nullable(),
  answer: z.string().nullable(),
});
export type Payment = z.infer<typeof Payment>;

export const listPayments = route({
  method: 'GET',
  path: '/api/funds/lists/:id/payments',
  summary: 'Lines of a list, all or those of one kind',
  permission: 'funds.desk',
  area: 'row',
  audit: null,
  params: OneParams,
  query: z.object({
    show: z.enum(['all', 'held', 'failed', 'disputed']).default('all'),
    cursor: Cursor.optional(),
    limit: Limit,
  }),
  output: pageOf(Payment),
});

export const answerDispute = route({
  method: 'POST',
  path: '/api/funds/payments/:id/answer',
  summary: 'Answers a household that disputes a payment',
  permission: 'funds.approve',
  area: 'row',
  audit: 'funds.answer-dispute',
  params: OneParams,
  body: z.strictObject({ answer: z.string().trim().min(1).max(300) }),
  output: Payment,
});

export const HouseholdMoney = z.object({
  household: z.string(),
  received: FenNumber,
  payments: z.array(
    Payment.extend({ title: z.string(), useTitle: Bilingual, sourceTitle: Bilingual }),
  ),
  /** What reached the household for each use, by the books, with the latest entry to follow it from. */
  byUse: z.array(
    z.object({
      use: z.string(),
      title: Bilingual,
      /** Codes of measures that this use pays for. */
      measures: z.array(z.string()),
      amount: FenNumber,
      payments: z.number().int(),
      on: PlainDateText,
      entry: z.string(),
    }),
  ),
  /** Whether the asker may confirm or dispute: the household itself. */
  maySay: z.boolean(),
});
export type HouseholdMoney = z.infer<typeof HouseholdMoney>;

export const getHouseholdMoney = route({
  method: 'GET',
  path: '/api/funds/households/:id',
  summary: 'What was paid to a household: amount, day, last digits of the account, and its word',
  permission: 'funds.own',
  area: 'row',
  audit: null,
  params: OneParams,
  output: HouseholdMoney,
});

export const sayOfPayment = route({
  method: 'POST',
  path: '/api/funds/payments/:id/word',
  summary: 'The household confirms that the money came, or disputes it',
  permission: 'funds.own',
  area: 'row',
  audit: 'funds.say',
  params: OneParams,
  body: z.strictObject({
    word: z.enum(['confirmed', 'disputed']),
    said: z.string().trim().max(300).default(''),
  }),
  output: Payment,
});
