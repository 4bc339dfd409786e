// The books of an area as people read them: what was planned, granted, arrived, allocated, paid and is left,
// every number with the lines behind it; acts that wait for approval; months that are closed.
import { z } from 'zod';
import { accountKinds } from '#domain/funds/account.ts';
import { fromKinds, orderKinds } from '#domain/funds/order.ts';
import { stageNames } from '#domain/funds/stages.ts';
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

/** Money by the stage it has come to; `left` is what arrived and is not paid, lent or returned. */
const Stages = {
  planned: FenNumber,
  granted: FenNumber,
  arrived: FenNumber,
  allocated: FenNumber,
  paid: FenNumber,
  left: FenNumber,
};

export const SourceMoney = z.object({
  source: z.string(),
  title: Bilingual,
  channels: z.array(z.string()),
  verified: z.boolean(),
  ...Stages,
});

export const Books = z.object({
  area: Place,
  on: PlainDateText,
  total: z.object(Stages),
  sources: z.array(SourceMoney),
  uses: z.array(z.object({ purpose: z.string(), title: Bilingual, ...Stages })),
  places: z.array(z.object({ area: Place, ...Stages })),
  /** What no place below has: it stands with the area itself. */
  itself: z.object(Stages),
  months: z.array(z.object({ month: z.string(), arrived: FenNumber, paid: FenNumber })),
  /** Concentration of what was paid by place: 1 is all in one, near 0 is spread thin. */
  dispersion: z
    .object({
      hhi: z.number(),
      places: z.number().int(),
      /** So many equal places would be as concentrated. */
      equivalent: z.number(),
      largest: Place.extend({ share: z.number() }),
    })
    .nullable(),
  waiting: z.number().int(),
  mayEnter: z.boolean(),
  mayApprove: z.boolean(),
  mayClose: z.boolean(),
});
export type Books = z.infer<typeof Books>;

const OfArea = z.object({ area: AreaCodeText.optional(), on: PlainDateText.optional() });

export const getBooks = route({
  method: 'GET',
  path: '/api/funds/books',
  summary: 'Money of an area by source, use, place and month, as of a day',
  permission: 'funds.read',
  area: 'query.area',
  audit: null,
  query: OfArea,
  output: Books,
});

export const FundLine = z.object({
  entry: z.string(),
  position: z.number().int(),
  on: PlainDateText,
  entryKind: z.string(),
  document: z.string(),
  memo: z.string(),
  amount: FenNumber,
  account: z.object({
    id: z.string(),
    kind: z.enum(accountKinds),
    source: z.string(),
    sourceTitle: Bilingual,
    purpose: z.string(),
    purposeTitle: Bilingual,
    area: Place,
    holder: z.string(),
    project: z.string().nullable(),
    household: z.string().nullable(),
    householdName: z.string().nullable(),
  }),
});
export type FundLine = z.infer<typeof FundLine>;

export const listFundLines = route({
  method: 'GET',
  path: '/api/funds/lines',
  summary: 'Lines of the books behind a number, the latest first',
  permission: 'funds.read',
  area: 'query.area',
  audit: null,
  query: z.object({
    area: AreaCodeText.optional(),
    /** Lines that add up to a stage of the books. */
    stage: z.enum(stageNames).optional(),
    kind: z.enum(accountKinds).optional(),
    source: z.string().max(80).optional(),
    purpose: z.string().max(60).optional(),
    account: IdText.optional(),
    project: IdText.optional(),
    /** Accounts of households alone, or all but those. */
    reached: z.enum(['households', 'others']).optional(),
    since: PlainDateText.optional(),
    on: PlainDateText.optional(),
    cursor: Cursor.optional(),
    limit: Limit,
  }),
  output: pageOf(FundLine),
});

export const FundEntry = z.object({
  id: z.string(),
  kind: z.string(),
  on: PlainDateText,
  document: z.string(),
  memo: z.string(),
  amount: FenNumber,
  area: Place,
  author: z.string(),
  approvers: z.array(z.object({ name: z.string(), office: z.string() })),
  recordedAt: z.string(),
  reverses: z.string().nullable(),
  reversedBy: z.string().nullable(),
  cause: z.string().nullable(),
  lines: z.array(FundLine),
  mayReverse: z.boolean(),
});
export type FundEntry = z.infer<typeof FundEntry>;

export const getFundEntry = route({
  method: 'GET',
  path: '/api/funds/entries/:id',
  summary: 'One entry with its lines, paper, author and approvers',
  permission: 'funds.read',
  area: 'row',
  audit: null,
  params: OneParams,
  output: FundEntry,
});

export const reverseFundEntry = route({
  method: 'POST',
  path: '/api/funds/entries/:id/reversal',
  summary: 'Takes an entry back by its reverse, with a reason',
  permission: 'funds.approve',
  area: 'row',
  audit: 'funds.reverse',
  params: OneParams,
  body: z.strictObject({ on: PlainDateText, reason: z.string().trim().min(1).max(300) }),
  output: z.object({ id: z.string() }),
});

export const FundAccount = z.object({
  id: z.string(),
  kind: z.enum(accountKinds),
  source: z.string(),
  sourceTitle: Bilingual,
  purpose: z.string(),
  purposeTitle: Bilingual,
  area: Place,
  holder: z.string(),
  project: z.string().nullable(),
  household: z.string().nullable(),
  balance: FenNumber,
});
export type FundAccount = z.infer<typeof FundAccount>;

export const getFundAccount = route({
  method: 'GET',
  path: '/api/funds/accounts/:id',
  summary: 'What one account holds at the end of a day',
  permission: 'funds.read',
  area: 'row',
  audit: null,
  params: OneParams,
  query: z.object({ on: PlainDateText.optional() }),
  output: FundAccount.extend({ on: PlainDateText }),
});

export const FundChoices = z.object({
  sources: z.array(
    SourceMoney.pick({ title: true, channels: true, verified: true }).extend({ id: z.string() }),
  ),
  uses: z.array(z.object({ id: z.string(), title: Bilingual })),
  held: z.array(FundAccount),
  /** There are more accounts with money than are offered; a narrower area offers them. */
  more: z.boolean(),
  approvals: z.object({
    countyFrom: FenNumber.nullable(),
    twoFrom: FenNumber.nullable(),
    verified: z.boolean(),
  }),
});
export type FundChoices = z.infer<typeof FundChoices>;

export const getFundChoices = route({
  method: 'GET',
  path: '/api/funds/choices',
  summary: 'Sources and uses the rules name, accounts with money, and who must approve',
  permission: 'funds.enter',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: FundChoices,
});

export const FundOrder = z.object({
  id: z.string(),
  area: Place,
  kind: z.enum(orderKinds),
  on: PlainDateText,
  document: z.string(),
  memo: z.string(),
  source: z.string(),
  sourceTitle: Bilingual,
  purpose: z.string(),
  purposeTitle: Bilingual,
  toPurposeTitle: Bilingual.nullable(),
  amount: FenNumber,
  from: z.object({ kind: z.enum(fromKinds), area: Place, holder: z.string() }),
  to: z.object({ area: Place, holder: z.string(), household: z.string().nullable() }),
  state: z.enum(['waiting', 'posted', 'refused', 'withdrawn']),
  approvalsNeeded: z.number().int(),
  approvalLevel: z.string(),
  approvals: z.array(z.object({ name: z.string(), at: z.string() })),
  author: z.string(),
  enteredAt: z.string(),
  entry: z.string().nullable(),
  endedBy: z.string().nullable(),
  reason: z.string().nullable(),
  isMine: z.boolean(),
  /** Why the asker cannot approve; null where they can. */
  closed: Bilingual.nullable(),
});
export type FundOrder = z.infer<typeof FundOrder>;

export const listFundOrders = route({
  method: 'GET',
  path: '/api/funds/orders',
  summary: 'Acts of money of an area, those that wait or all, the latest first',
  permission: 'funds.read',
  area: 'query.area',
  audit: null,
  query: z.object({
    area: AreaCodeText.optional(),
    state: z.enum(['waiting', 'all']).default('waiting'),
    cursor: Cursor.optional(),
    limit: Limit,
  }),
  output: pageOf(FundOrder),
});

// Whole fen above nothing, within what a budget can be.
export const Amount = FenNumber.min(1).max(100_000_000_000_000);

export const enterFundOrder = route({
  method: 'POST',
  path: '/api/funds/orders',
  summary:
    'Enters a plan, grant, arrival, allocation, payment, change of use or return, for others to approve',
  permission: 'funds.enter',
  area: 'body.area',
  audit: 'funds.enter',
  body: z.strictObject({
    area: AreaCodeText,
    kind: z.enum(orderKinds),
    on: PlainDateText,
    document: z.string().trim().max(120),
    memo: z.string().trim().max(300).default(''),
    /** A source of the rules, or `social/<name>` for a gift. */
    source: z.string().trim().min(1).max(80),
    purpose: z.string().trim().min(1).max(60),
    amount: Amount,
    from: z
      .strictObject({
        kind: z.enum(fromKinds),
        area: AreaCodeText,
        holder: z.string().trim().max(80).default(''),
        project: IdText.nullable().default(null),
      })
      .optional(),
    to: z
      .strictObject({
        area: AreaCodeText.optional(),
        holder: z.string().trim().max(80).default(''),
        purpose: z.string().trim().max(60).nullable().default(null),
        project: IdText.nullable().default(null),
        milestone: IdText.nullable().default(null),
        household: IdText.nullable().default(null),
      })
      .default({ holder: '', purpose: null, project: null, milestone: null, household: null }),
    /** Why the same paper, day and amount is entered once more. */
    again: z.string().trim().max(300).optional(),
  }),
  output: z.object({
    id: z.string(),
    approvalsNeeded: z.number().int(),
    approvalLevel: z.string(),
  }),
});

export const answerFundOrder = route({
  method: 'POST',
  path: '/api/funds/orders/:id/answer',
  summary: 'Approves or refuses what somebody else entered; the last approval posts it',
  permission: 'funds.approve',
  area: 'row',
  audit: 'funds.answer',
  params: OneParams,
  body: Verdict,
  output: FundOrder,
});

export const withdrawFundOrder = route({
  method: 'POST',
  path: '/api/funds/orders/:id/withdrawal',
  summary: 'Takes back what one entered oneself and nobody has posted yet',
  permission: 'funds.enter',
  area: 'row',
  audit: 'funds.withdraw',
  params: OneParams,
  output: FundOrder,
});

export const FundMonth = z.object({
  month: z.string(),
  state: z.enum(['open', 'closed']),
  /** Days on which something was posted. */
  days: z.number().int(),
  amount: FenNumber,
  by: z.string().nullable(),
  at: z.string().nullable(),
  reason: z.string().nullable(),
});
export type FundMonth = z.infer<typeof FundMonth>;

export const listFundMonths = route({
  method: 'GET',
  path: '/api/funds/months',
  summary: 'Months of a county: what was posted, which are closed',
  permission: 'funds.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: z.object({ items: z.array(FundMonth) }),
});

export const turnFundMonth = route({
  method: 'POST',
  path: '/api/funds/months',
  summary: 'Closes a month of a county, or opens it again with a reason',
  permission: 'funds.approve',
  area: 'body.area',
  audit: 'funds.month',
  body: z.strictObject({
    area: AreaCodeText,
    month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
    state: z.enum(['closed', 'opened']),
    reason: z.string().trim().max(300).default(''),
  }),
  output: z.object({ items: z.array(FundMonth) }),
});
