// Loans to households: asked for, answered by a bank, lent, checked, repaid; what is due, what is late, what
// interest is claimed. A bank sees its own.
import { z } from 'zod';
import { loanActs, loanModes, loanStates, usesFound } from '#domain/funds/loans/loan.ts';
import { loanShows } from '#domain/funds/loans/loan-shows.ts';
import { overdueClasses } from '#domain/funds/loans/overdue.ts';
import { Amount } from './funds.ts';
import {
  AreaCodeText,
  Bilingual,
  Cursor,
  FenNumber,
  HouseholdNoText,
  IdText,
  Limit,
  OneParams,
  PackName,
  Place,
  PlainDateText,
  pageOf,
  Words,
} from './page.ts';
import { route } from './route.ts';

const OfArea = z.object({ area: AreaCodeText.optional() });
const Day = PlainDateText;

/** Loans and the money of them. */
const Counted = z.object({ loans: z.number().int(), amount: FenNumber });

export const LoanSummary = z.object({
  area: Place,
  on: Day,
  /** The asker's own bank; null for everybody else. */
  bank: z.string().nullable(),
  waiting: Counted,
  toLend: Counted,
  lent: Counted.extend({ households: z.number().int() }),
  owed: Counted,
  repaid: FenNumber,
  /** Mean of a household against the cap of the rules. */
  mean: FenNumber.nullable(),
  cap: FenNumber.nullable(),
  classes: z.array(Counted.extend({ class: z.enum(overdueClasses) })),
  par30: z.number().nullable(),
  par90: z.number().nullable(),
  warningDays: z.number().int(),
  warningVerified: z.boolean(),
  dueSoon: Counted,
  calendar: z.array(Counted.extend({ month: z.string() })),
  refusals: z.array(z.object({ code: z.string(), title: Bilingual, loans: z.number().int() })),
  products: z.array(Counted.extend({ product: z.string(), title: Bilingual })),
  purposes: z.array(Counted.extend({ purpose: z.string() })),
  places: z.array(
    z.object({
      area: Place,
      loans: z.number().int(),
      households: z.number().int(),
      lent: FenNumber,
      owed: FenNumber,
      late: FenNumber,
    }),
  ),
  misused: z.number().int(),
  unchecked: z.number().int(),
  subsidy: z.object({ waiting: FenNumber, paid: FenNumber }),
  /** What was published of a county beside what is here; empty below it. */
  published: z.array(
    z.object({
      figure: z.string(),
      title: Bilingual,
      printed: z.string(),
      on: z.string(),
      /** Households, or fen; null where it is a rate whose base was not printed. */
      ours: z.number().nullable(),
      isMoney: z.boolean(),
      /** What of ours it is held against, where that is not plain. */
      against: Bilingual.nullable(),
      agrees: z.boolean().nullable(),
      /** Bases that would give a printed rate. */
      bases: z.object({ least: z.number().int(), most: z.number().int() }).nullable(),
    }),
  ),
  mayAsk: z.boolean(),
  mayLend: z.boolean(),
  maySteer: z.boolean(),
});
export type LoanSummary = z.infer<typeof LoanSummary>;

export const getLoanSummary = route({
  method: 'GET',
  path: '/api/funds/loans/summary',
  summary: 'Loans of an area: asked for, lent, owed, late, about to be due',
  permission: 'funds.loans',
  area: 'query.area',
  audit: null,
  query: OfArea,
  output: LoanSummary,
});

export const Loan = z.object({
  id: z.string(),
  household: z.string(),
  householdNo: z.string(),
  headName: z.string(),
  area: Place,
  lender: z.string(),
  mode: z.enum(loanModes),
  product: z.string(),
  productTitle: Bilingual,
  purpose: z.string(),
  state: z.enum(loanStates),
  askedOn: Day,
  asked: FenNumber,
  months: z.number().int(),
  approved: FenNumber.nullable(),
  ratePercent: z.number().nullable(),
  lentOn: Day.nullable(),
  dueOn: Day.nullable(),
  lent: FenNumber,
  owed: FenNumber,
  /** Days late; 0 or less where not. */
  daysLate: z.number().int().nullable(),
  class: z.enum(overdueClasses).nullable(),
  refusalTitle: Bilingual.nullable(),
  useFound: z.enum(usesFound).nullable(),
});
export type Loan = z.infer<typeof Loan>;

const LoanFilter = z.object({
  area: AreaCodeText.optional(),
  show: z.enum(loanShows).default('all'),
  product: z.string().max(60).optional(),
  purpose: z.string().max(80).optional(),
  refusal: z.string().max(60).optional(),
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .optional(),
});

export const listLoans = route({
  method: 'GET',
  path: '/api/funds/loans',
  summary:
    'Loans behind a number: by state, by how late, by month of the due day, by product or refusal',
  permission: 'funds.loans',
  area: 'query.area',
  audit: null,
  query: LoanFilter.extend({ cursor: Cursor.optional(), limit: Limit }),
  output: pageOf(Loan).extend({
    /** All loans that are asked for, not those of this page alone; with the first page, up to a county. */
    total: Counted.extend({ owed: FenNumber }).nullable(),
  }),
});

export const exportLoans = route({
  method: 'GET',
  path: '/api/funds/loans/file',
  summary: 'The same loans as a spreadsheet: who owes what to whom, due when and how late',
  permission: 'funds.loans',
  area: 'query.area',
  audit: 'funds.loan-file',
  kind: 'download',
  query: LoanFilter,
});

export const LoanDetail = Loan.extend({
  contract: z.string().nullable(),
  insurance: z.string().nullable(),
  operator: z.string().nullable(),
  /** The rules it was asked for under. */
  pack: PackName,
  dayBasis: z.number().int().nullable(),
  subsidyPercent: z.number().nullable(),
  subsidyUntil: Day.nullable(),
  /** Interest that is subsidised, up to today; what of it was claimed. */
  subsidyDue: FenNumber,
  subsidyClaimed: FenNumber,
  eligibility: z
    .object({ outcome: z.enum(['holds', 'fails', 'undecided']), sentence: Bilingual })
    .nullable(),
  acts: z.array(
    z.object({
      kind: z.enum(loanActs),
      on: Day,
      amount: FenNumber.nullable(),
      document: z.string(),
      words: z.string(),
      title: Bilingual.nullable(),
      entry: z.string().nullable(),
      by: z.string(),
      at: z.string(),
    }),
  ),
  open: z.array(z.enum(loanActs)),
  /** Why the asker may do nothing with it; null where they may. */
  closed: Bilingual.nullable(),
});
export type LoanDetail = z.infer<typeof LoanDetail>;

export const getLoan = route({
  method: 'GET',
  path: '/api/funds/loans/:id',
  summary: 'One loan with all that was done with it',
  permission: 'funds.loans',
  area: 'row',
  audit: null,
  params: OneParams,
  output: LoanDetail,
});

export const LoanChoices = z.object({
  household: z
    .object({ id: z.string(), householdNo: z.string(), headName: z.string(), areaName: z.string() })
    .nullable(),
  products: z.array(
    z.object({
      id: z.string(),
      title: Bilingual,
      mode: z.enum(loanModes),
      cap: FenNumber.nullable(),
      room: FenNumber.nullable(),
      months: z.number().int().nullable(),
      purposes: z.array(z.string()),
      parties: z.array(Bilingual),
      verified: z.boolean(),
      note: Bilingual.nullable(),
      outcome: z.enum(['holds', 'fails', 'undecided']),
      sentence: Bilingual.nullable(),
    }),
  ),
  lenders: z.array(z.object({ id: z.string(), name: z.string(), mutual: z.boolean() })),
  refusals: z.array(z.object({ code: z.string(), title: Bilingual })),
});
export type LoanChoices = z.infer<typeof LoanChoices>;

export const getLoanChoices = route({
  method: 'GET',
  path: '/api/funds/loans/choices',
  summary:
    'Products, purposes and lenders of a place; for one household, which it may have and why',
  permission: 'funds.loans',
  area: 'query.area',
  audit: null,
  query: z.object({
    area: AreaCodeText.optional(),
    household: IdText.optional(),
    householdNo: HouseholdNoText.optional(),
  }),
  output: LoanChoices,
});

export const askForLoan = route({
  method: 'POST',
  path: '/api/funds/households/:id/loans',
  summary: 'Enters what a household asks for',
  permission: 'funds.ask',
  area: 'row',
  audit: 'funds.ask',
  params: OneParams,
  body: z.strictObject({
    product: z.string().min(1).max(60),
    lender: IdText,
    purpose: z.string().trim().min(1).max(80),
    amount: Amount,
    months: z.number().int().min(1).max(120),
    on: Day,
    operator: z.string().trim().max(80).default(''),
  }),
  output: z.object({ id: z.string() }),
});

export const withdrawLoan = route({
  method: 'POST',
  path: '/api/funds/loans/:id/withdrawal',
  summary: 'Takes an application back before a contract is signed',
  permission: 'funds.ask',
  area: 'row',
  audit: 'funds.withdraw-loan',
  params: OneParams,
  body: z.strictObject({ reason: z.string().trim().min(1).max(300) }),
  output: LoanDetail,
});

const Document = z.string().trim().min(1).max(100);
const Percent = z.number().min(0).max(36);

export const LoanActBody = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('refuse'), on: Day, reason: z.string().max(60), words: Words }),
  z.strictObject({
    act: z.literal('approve'),
    on: Day,
    amount: Amount,
    months: z.number().int().min(1).max(120),
    ratePercent: Percent,
    words: Words,
  }),
  z.strictObject({
    act: z.literal('sign'),
    on: Day,
    document: Document,
    insurance: z.string().trim().max(100).default(''),
  }),
  z.strictObject({ act: z.literal('lend'), on: Day, document: Document }),
  z.strictObject({
    act: z.literal('check'),
    on: Day,
    found: z.enum(usesFound),
    words: z.string().trim().min(1).max(300),
  }),
  z.strictObject({
    act: z.literal('extend'),
    on: Day,
    until: Day,
    words: z.string().trim().min(1).max(300),
  }),
  z.strictObject({ act: z.literal('repay'), on: Day, amount: Amount, document: Document }),
  z.strictObject({
    act: z.literal('takeBack'),
    on: Day,
    words: z.string().trim().min(1).max(300),
  }),
]);
export type LoanActBody = z.infer<typeof LoanActBody>;

export const actOnLoan = route({
  method: 'POST',
  path: '/api/funds/loans/:id/acts',
  summary:
    'What a lender does: refuse, approve, sign, lend, check the use, extend, take a repayment or give it back',
  permission: 'funds.lend',
  area: 'row',
  audit: 'funds.loan-act',
  params: OneParams,
  body: LoanActBody,
  output: LoanDetail,
});

export const getHouseholdLoans = route({
  method: 'GET',
  path: '/api/funds/households/:id/loans',
  summary: 'Loans of one household: what it owes and until when',
  permission: 'funds.own',
  area: 'row',
  audit: null,
  params: OneParams,
  output: z.object({ items: z.array(Loan), mayAsk: z.boolean() }),
});
