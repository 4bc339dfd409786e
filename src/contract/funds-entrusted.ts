// Entrusted operation: contracts with their six parties, yearly returns due and in arrears, and the list by
// which the old ones are wound down from the day the rules forbid it.
import { z } from 'zod';
import { waysOut } from '#domain/funds/loans/entrusted.ts';
import { Amount } from './funds.ts';
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
} from './page.ts';
import { route } from './route.ts';

const Document = z.string().trim().min(1).max(100);
/** As the pack's list of contracts to be settled names them. */
export const windingStates = ['running', 'found', 'agreed', 'settled'] as const;

export const Entrusted = z.object({
  loan: z.string(),
  householdNo: z.string(),
  headName: z.string(),
  area: Place,
  lender: z.string(),
  operator: z.string(),
  parties: z.array(z.object({ party: Bilingual, name: z.string(), duty: z.string() })),
  document: z.string(),
  principal: FenNumber,
  owed: FenNumber,
  yieldPercent: z.number(),
  from: PlainDateText,
  until: PlainDateText,
  returns: z.array(
    z.object({
      year: z.number().int(),
      dueOn: PlainDateText,
      due: FenNumber,
      paid: FenNumber,
      daysLate: z.number().int(),
    }),
  ),
  arrears: FenNumber,
  state: z.enum(windingStates),
  how: z.enum(waysOut).nullable(),
  agreedOn: PlainDateText.nullable(),
  settledOn: PlainDateText.nullable(),
});
export type Entrusted = z.infer<typeof Entrusted>;

const AsOf = { area: AreaCodeText.optional(), on: PlainDateText.optional() };

export const EntrustedSummary = z.object({
  area: Place,
  on: PlainDateText,
  /** From this day on none may be begun; null where the rules name none. */
  forbiddenFrom: PlainDateText.nullable(),
  verified: z.boolean(),
  note: Bilingual.nullable(),
  contracts: z.number().int(),
  principal: FenNumber,
  due: FenNumber,
  paid: FenNumber,
  arrears: FenNumber,
  late: z.number().int(),
  states: z.array(z.object({ state: z.enum(windingStates), contracts: z.number().int() })),
  mayAct: z.boolean(),
});
export type EntrustedSummary = z.infer<typeof EntrustedSummary>;

export const getEntrustedSummary = route({
  method: 'GET',
  path: '/api/funds/entrusted/summary',
  summary:
    'Entrusted operation of an area as of a day: contracts, returns due, paid and in arrears',
  permission: 'funds.loans',
  area: 'query.area',
  audit: null,
  query: z.object(AsOf),
  output: EntrustedSummary,
});

export const listEntrusted = route({
  method: 'GET',
  path: '/api/funds/entrusted',
  summary: 'Contracts of entrusted operation, those in arrears or to be wound down',
  permission: 'funds.loans',
  area: 'query.area',
  audit: null,
  query: z.object({
    ...AsOf,
    show: z.enum(['all', 'arrears', 'open']).default('all'),
    loan: IdText.optional(),
    cursor: Cursor.optional(),
    limit: Limit,
  }),
  output: pageOf(Entrusted).extend({
    /** All that are asked for, not those of this page alone; with the first page, up to a county. */
    total: z
      .object({ contracts: z.number().int(), principal: FenNumber, owed: FenNumber })
      .nullable(),
  }),
});

export const entrustLoan = route({
  method: 'POST',
  path: '/api/funds/loans/:id/entrustment',
  summary: 'Enters the contract of an entrusted loan with its parties and their duties',
  permission: 'funds.ask',
  area: 'row',
  audit: 'funds.entrust',
  params: OneParams,
  body: z.strictObject({
    on: PlainDateText,
    document: Document,
    /** One for each party the rules name, in their order. */
    parties: z
      .array(
        z.strictObject({
          name: z.string().trim().min(1).max(80),
          duty: z.string().trim().min(1).max(200),
        }),
      )
      .min(1)
      .max(12),
  }),
  output: Entrusted,
});

export const payReturn = route({
  method: 'POST',
  path: '/api/funds/loans/:id/returns',
  summary: 'Enters what an operator paid a household, on the oldest year first',
  permission: 'funds.ask',
  area: 'row',
  audit: 'funds.return',
  params: OneParams,
  body: z.strictObject({ on: PlainDateText, amount: Amount, document: Document }),
  output: Entrusted,
});

export const windDown = route({
  method: 'POST',
  path: '/api/funds/loans/:id/winding',
  summary: 'Agrees how a contract is wound down, or says that it is done',
  permission: 'funds.ask',
  area: 'row',
  audit: 'funds.wind-down',
  params: OneParams,
  body: z.strictObject({
    step: z.enum(['agreed', 'settled']),
    how: z.enum(waysOut).optional(),
    on: PlainDateText,
    words: z.string().trim().min(1).max(300),
  }),
  output: Entrusted,
});
