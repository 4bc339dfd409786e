// The fund that stands behind loans: what it holds from whom, how far it is stretched, what it paid and what
// came back. Claims carry their documents.
import { z } from 'zod';
import { attachmentKinds } from '#domain/kernel/attachment.ts';
import { Amount } from './funds.ts';
import { LoanPaper } from './funds-banks.ts';
import { AreaCodeText, Bilingual, FenNumber, IdText, PlainDateText } from './page.ts';
import { route } from './route.ts';

const Parts = z.object({ source: z.string(), title: Bilingual, amount: FenNumber });

export const RiskFundView = z.object({
  area: z.object({ code: z.string(), name: z.string() }),
  on: PlainDateText,
  title: Bilingual.nullable(),
  covers: Bilingual.nullable(),
  verified: z.boolean(),
  holds: FenNumber,
  bySource: z.array(Parts),
  owed: FenNumber,
  late90: FenNumber,
  leverage: z.object({
    times: z.number().nullable(),
    state: z.enum(['none', 'below', 'within', 'above']),
    least: z.number().nullable(),
    most: z.number().nullable(),
  }),
  /** Loans that may still be lent under the most the rules allow. */
  room: FenNumber.nullable(),
  /** What the fund holds for each yuan of its part of what is more than 90 days late. */
  coverage: z.number().nullable(),
  shares: z.array(
    z.object({
      party: Bilingual,
      by: z.enum(['government', 'bank']).nullable(),
      percent: z.number().nullable(),
      paidIn: FenNumber.nullable(),
      /** Of all that was paid in, in percent. */
      actual: z.number().nullable(),
      missing: FenNumber.nullable(),
    }),
  ),
  paidOut: FenNumber,
  recovered: FenNumber,
  borneByBanks: FenNumber,
  claims: z.number().int(),
  mayDeposit: z.boolean(),
});
export type RiskFundView = z.infer<typeof RiskFundView>;

export const getRiskFund = route({
  method: 'GET',
  path: '/api/funds/risk-fund',
  summary:
    'The risk fund of a county: holdings by source, leverage, coverage, claims paid and recovered',
  permission: 'funds.loans',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: RiskFundView,
});

export const depositToFund = route({
  method: 'POST',
  path: '/api/funds/loan-papers/deposits',
  summary: 'Enters what is paid into the risk fund: out of allocated money, or by a bank',
  permission: 'funds.loans',
  area: 'body.area',
  audit: 'funds.deposit',
  body: z.strictObject({
    area: AreaCodeText,
    amount: Amount,
    on: PlainDateText,
    document: z.string().trim().min(1).max(100),
    /** The account of allocated money it comes from. */
    purse: IdText.optional(),
    /** The bank that pays it. */
    bank: IdText.optional(),
  }),
  output: LoanPaper,
});

export const claimOnFund = route({
  method: 'POST',
  path: '/api/funds/loans/:id/claim',
  summary: 'Asks the risk fund to bear its share of a loan that is not repaid',
  permission: 'funds.lend',
  area: 'row',
  audit: 'funds.claim-loss',
  params: z.object({ id: IdText }),
  body: z.strictObject({ on: PlainDateText, document: z.string().trim().min(1).max(100) }),
  output: LoanPaper,
});

export const recoverLoan = route({
  method: 'POST',
  path: '/api/funds/loans/:id/recovery',
  summary:
    'Enters what a household paid after its loan was covered: it goes back by the same shares',
  permission: 'funds.lend',
  area: 'row',
  audit: 'funds.recover',
  params: z.object({ id: IdText }),
  body: z.strictObject({
    on: PlainDateText,
    amount: Amount,
    document: z.string().trim().min(1).max(100),
  }),
  output: LoanPaper,
});

export const LoanFile = z.object({
  id: z.string(),
  fileName: z.string(),
  kind: z.enum(attachmentKinds),
  bytes: z.number().int(),
  by: z.string(),
  at: z.string(),
});
export type LoanFile = z.infer<typeof LoanFile>;

export const listLoanFiles = route({
  method: 'GET',
  path: '/api/funds/loans/:id/files',
  summary: 'Documents of a loan: contract, dunning letters, what a claim rests on',
  permission: 'funds.loans',
  area: 'row',
  audit: null,
  params: z.object({ id: IdText }),
  output: z.object({ items: z.array(LoanFile) }),
});

export const attachToLoan = route({
  method: 'POST',
  path: '/api/funds/loans/:id/files',
  summary: 'Hands in a document of a loan',
  permission: 'funds.lend',
  area: 'row',
  audit: 'funds.attach',
  kind: 'upload',
  params: z.object({ id: IdText }),
  output: LoanFile,
});

export const openLoanFile = route({
  method: 'GET',
  path: '/api/funds/loans/:id/files/:file',
  summary: 'A document of a loan as a download; every opening is kept in the audit trail',
  permission: 'funds.loans',
  area: 'row',
  audit: 'funds.open-file',
  kind: 'download',
  params: z.object({ id: IdText, file: IdText }),
});
