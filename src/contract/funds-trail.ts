// The trail of a yuan: from one entry back to the papers its money came by, and on to where it went.
import { z } from 'zod';
import { FundLine } from './funds.ts';
import {
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

const Account = FundLine.shape.account;

export const TrailJoint = z.object({
  /** The entry's id; of many payments together, a key of their own. */
  key: z.string(),
  /** Steps from the entry asked for: before it below nothing, after it above. */
  level: z.number().int(),
  entry: z.string().nullable(),
  kind: z.string(),
  on: PlainDateText,
  document: z.string(),
  memo: z.string(),
  /** How much of the entry belongs to this trail. */
  amount: FenNumber,
  /** All that the entry moved. */
  whole: FenNumber,
  from: Account.nullable(),
  to: Account.nullable(),
  author: z.string().nullable(),
  approvers: z.array(z.object({ name: z.string(), office: z.string() })),
  /** Payments out of one purse with one title on one day, told together. */
  payments: z.object({ account: z.string(), count: z.number().int() }).nullable(),
  /** The books that go on from here are not the reader's to see. */
  hidden: z.boolean(),
});
export type TrailJoint = z.infer<typeof TrailJoint>;

export const Trail = z.object({
  entry: z.string(),
  amount: FenNumber,
  /** Taken back: its money never moved, so there is nothing to follow. */
  takenBack: z.boolean(),
  joints: z.array(TrailJoint),
  links: z.array(z.object({ from: z.string(), to: z.string(), amount: FenNumber })),
  origins: z.array(z.object({ source: z.string(), title: Bilingual, amount: FenNumber })),
  /** What still lies where a joint put it. */
  left: z.array(z.object({ joint: z.string(), account: Account, amount: FenNumber })),
  received: z.object({ amount: FenNumber, payments: z.number().int() }),
  /** There are more joints than a page can show. */
  cut: z.boolean(),
});
export type Trail = z.infer<typeof Trail>;

export const getFundTrail = route({
  method: 'GET',
  path: '/api/funds/trails/:id',
  summary: 'The money of one entry: by which papers it came, where it went, what of it is left',
  permission: 'funds.read',
  area: 'row',
  audit: null,
  params: OneParams,
  output: Trail,
});

export const TrailPayment = z.object({
  entry: z.string(),
  document: z.string(),
  on: PlainDateText,
  /** What of the payment came from this money. */
  amount: FenNumber,
  whole: FenNumber,
  area: z.object({ code: z.string(), name: z.string() }),
  household: z.string().nullable(),
  householdName: z.string().nullable(),
  householdNo: z.string().nullable(),
  holder: z.string(),
});
export type TrailPayment = z.infer<typeof TrailPayment>;

export const listTrailPayments = route({
  method: 'GET',
  path: '/api/funds/trails/:id/payments',
  summary: 'Who received the money of one entry, out of one purse',
  permission: 'funds.read',
  area: 'row',
  audit: null,
  params: OneParams,
  query: z.object({
    account: IdText,
    memo: z.string().max(300),
    on: PlainDateText,
    cursor: Cursor.optional(),
    limit: Limit,
  }),
  output: pageOf(TrailPayment),
});
