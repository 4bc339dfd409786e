// Money that lies unused: which accounts, for how long, and who answers for it.
import { z } from 'zod';
import { FundAccount } from './funds.ts';
import { AreaCodeText, FenNumber, Place, PlainDateText } from './page.ts';
import { route } from './route.ts';

export const IdleBalance = FundAccount.extend({
  /** The day the oldest yuan of the balance came. */
  since: PlainDateText,
  days: z.number().int(),
});
export type IdleBalance = z.infer<typeof IdleBalance>;

export const listIdleBalances = route({
  method: 'GET',
  path: '/api/funds/balances',
  summary: 'Money that lies somewhere, the oldest first, with who holds it',
  permission: 'funds.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional(), on: PlainDateText.optional() }),
  output: z.object({
    items: z.array(IdleBalance),
    /** Accounts in all; only the oldest are listed. */
    count: z.number().int(),
    /** Each account by who answers for it: a unit, or the place itself where none is named. */
    owners: z.array(
      z.object({
        area: Place,
        holder: z.string(),
        accounts: z.number().int(),
        amount: FenNumber,
        /** What of it has lain for more than a year. */
        old: FenNumber,
        /** Days of its oldest yuan. */
        days: z.number().int(),
      }),
    ),
    ages: z.array(z.object({ upToDays: z.number().int().nullable(), amount: FenNumber })),
  }),
});
