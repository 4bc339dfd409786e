// Banks that lend here, their officers, and papers that wait for approval: subsidies claimed, money for the
// risk fund, claims on it and what came back.
import { z } from 'zod';
import {
  AreaCodeText,
  Bilingual,
  Cursor,
  FenNumber,
  IdText,
  Limit,
  OneParams,
  PlainDateText,
  pageOf,
} from './page.ts';
import { route } from './route.ts';

export const LoanBank = z.object({
  id: z.string(),
  name: z.string(),
  agreement: z.string(),
  agreedOn: PlainDateText,
  agreed: FenNumber,
  /** What has been lent of it. */
  lent: FenNumber,
  loans: z.number().int(),
  lossPercent: z.number().int(),
  townships: z.array(z.string()),
  /** Null to those who may not know them. */
  officers: z.array(z.object({ username: z.string(), name: z.string() })).nullable(),
});
export type LoanBank = z.infer<typeof LoanBank>;

export const listLoanBanks = route({
  method: 'GET',
  path: '/api/funds/banks',
  summary:
    'Banks that lend in a county: agreement, what was lent of it, townships they serve, officers',
  permission: 'funds.loans',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: z.object({
    items: z.array(LoanBank),
    /** Townships of the county with how many banks serve each; null to a bank, which sees none but itself. */
    townships: z.array(
      z.object({ code: z.string(), name: z.string(), banks: z.number().int().nullable() }),
    ),
    maySteer: z.boolean(),
  }),
});

const BankBody = z.strictObject({
  area: AreaCodeText,
  name: z.string().trim().min(1).max(60),
  agreement: z.string().trim().min(1).max(100),
  agreedOn: PlainDateText,
  agreed: FenNumber.min(0),
  /** What the risk fund bears of a loss, as agreed with this bank. */
  lossPercent: z.number().int().min(0).max(100),
  townships: z.array(AreaCodeText).max(200),
  /** User names of the bank's accounts. */
  officers: z.array(z.string().trim().min(1).max(60)).max(50),
});

export const enterLoanBank = route({
  method: 'POST',
  path: '/api/funds/banks',
  summary: 'Enters a bank with its agreement, the townships it serves and its officers',
  permission: 'funds.approve',
  area: 'body.area',
  audit: 'funds.bank',
  body: BankBody,
  output: z.object({ id: z.string() }),
});

export const changeLoanBank = route({
  method: 'PUT',
  path: '/api/funds/banks/:id',
  summary: 'Changes what is agreed with a bank, whom it serves and who works for it',
  permission: 'funds.approve',
  area: 'body.area',
  audit: 'funds.bank',
  params: OneParams,
  body: BankBody,
  output: z.object({ id: z.string() }),
});

export const paperKinds = ['subsidy', 'deposit', 'claim', 'recovery'] as const;
export const paperStates = ['waiting', 'posted', 'refused', 'withdrawn'] as const;

export const LoanPaper = z.object({
  id: z.string(),
  kind: z.enum(paperKinds),
  lender: z.string(),
  loan: z.string().nullable(),
  headName: z.string().nullable(),
  amount: FenNumber,
  on: PlainDateText,
  from: PlainDateText.nullable(),
  until: PlainDateText.nullable(),
  document: z.string(),
  loans: z.number().int().nullable(),
  /** Of a loss or what came back: the fund's part and the bank's. */
  fundPart: FenNumber.nullable(),
  bankPart: FenNumber.nullable(),
  state: z.enum(paperStates),
  author: z.string(),
  enteredAt: z.string(),
  approvals: z.array(z.object({ name: z.string(), at: z.string() })),
  approvalsNeeded: z.number().int(),
  entry: z.string().nullable(),
  reason: z.string().nullable(),
  isMine: z.boolean(),
  closed: Bilingual.nullable(),
});
export type LoanPaper = z.infer<typeof LoanPaper>;

export const listLoanPapers = route({
  method: 'GET',
  path: '/api/funds/loan-papers',
  summary: 'Subsidies claimed, money for the risk fund, claims on it: those that wait or all',
  permission: 'funds.loans',
  area: 'query.area',
  audit: null,
  query: z.object({
    area: AreaCodeText.optional(),
    state: z.enum(['waiting', 'all']).default('waiting'),
    kind: z.enum(paperKinds).optional(),
    loan: IdText.optional(),
    cursor: Cursor.optional(),
    limit: Limit,
  }),
  output: pageOf(LoanPaper),
});

export const claimSubsidy = route({
  method: 'POST',
  path: '/api/funds/loan-papers/subsidies',
  summary: 'Claims the subsidised interest of a bank’s loans for a period, computed by days',
  permission: 'funds.lend',
  area: 'body.area',
  audit: 'funds.claim-subsidy',
  body: z.strictObject({
    area: AreaCodeText,
    from: PlainDateText,
    /** The first day that is not claimed any more. */
    until: PlainDateText,
    document: z.string().trim().min(1).max(100),
  }),
  output: LoanPaper,
});

export const InterestLine = z.object({
  loan: z.string(),
  householdNo: z.string(),
  headName: z.string(),
  days: z.number().int(),
  amount: FenNumber,
});

export const listInterest = route({
  method: 'GET',
  path: '/api/funds/loan-papers/:id/lines',
  summary: 'What a subsidy claim asks for each loan',
  permission: 'funds.loans',
  area: 'row',
  audit: null,
  params: OneParams,
  query: z.object({ cursor: Cursor.optional(), limit: Limit }),
  output: pageOf(InterestLine),
});

export const answerLoanPaper = route({
  method: 'POST',
  path: '/api/funds/loan-papers/:id/answer',
  summary: 'Approves or refuses what a bank claims; the last approval posts it',
  permission: 'funds.approve',
  area: 'row',
  audit: 'funds.answer-paper',
  params: OneParams,
  body: z.strictObject({
    approve: z.boolean(),
    reason: z.string().trim().max(300).default(''),
    /** The account that pays a subsidy. */
    purse: IdText.optional(),
  }),
  output: LoanPaper,
});

export const withdrawLoanPaper = route({
  method: 'POST',
  path: '/api/funds/loan-papers/:id/withdrawal',
  summary: 'Takes back what one claimed and nobody has posted yet',
  permission: 'funds.loans',
  area: 'row',
  audit: 'funds.withdraw-paper',
  params: OneParams,
  output: LoanPaper,
});
