// Targets of loans of an area and a year, and how much of each was lent.
import { z } from 'zod';
import { targetKinds, targetMeasures } from '#domain/funds/loans/target.ts';
import { Amount } from './funds.ts';
import { AreaCodeText, Place } from './page.ts';
import { route } from './route.ts';

const Year = z.coerce.number().int().min(2000).max(2100);

export const LoanTargets = z.object({
  area: Place,
  year: z.number().int(),
  items: z.array(
    z.object({
      kind: z.enum(targetKinds),
      measure: z.enum(targetMeasures),
      /** Fen or households. */
      value: z.number().int(),
      done: z.number().int(),
      /** Share of the target; more than 1 where it was passed. */
      rate: z.number(),
      document: z.string(),
      by: z.string(),
    }),
  ),
  mayEnter: z.boolean(),
});
export type LoanTargets = z.infer<typeof LoanTargets>;

export const getLoanTargets = route({
  method: 'GET',
  path: '/api/funds/loans/targets',
  summary: 'Targets of loans of an area and a year, each with what was lent of it',
  permission: 'funds.loans',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional(), year: Year.optional() }),
  output: LoanTargets,
});

export const enterLoanTarget = route({
  method: 'POST',
  path: '/api/funds/loans/targets',
  summary: 'Enters a target of loans, assigned or set here, with the paper it stands in',
  permission: 'funds.approve',
  area: 'body.area',
  audit: 'funds.loan-target',
  body: z.strictObject({
    area: AreaCodeText,
    year: z.number().int().min(2000).max(2100),
    kind: z.enum(targetKinds),
    measure: z.enum(targetMeasures),
    /** Fen or households. */
    value: Amount,
    document: z.string().trim().min(1).max(120),
  }),
  output: LoanTargets,
});
