// The flow of funds of an area in a period, and how far a year's budget has come month by month.
import { z } from 'zod';
import { flowColumns } from '#domain/funds/flow.ts';
import { AreaCodeText, Bilingual, FenNumber } from './page.ts';
import { route } from './route.ts';

const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

const FlowNode = z.object({
  column: z.enum(flowColumns),
  key: z.string(),
  title: Bilingual,
  amount: FenNumber,
});

export const FundFlow = z.object({
  area: z.object({ code: z.string(), name: z.string() }),
  from: Month,
  to: Month,
  /** The running month: nothing is later. */
  now: Month,
  columns: z.array(z.enum(flowColumns)),
  nodes: z.array(FlowNode),
  /** `column` is where a ribbon begins; it ends in the next one. */
  links: z.array(
    z.object({
      column: z.enum(flowColumns),
      from: z.string(),
      to: z.string(),
      amount: FenNumber,
    }),
  ),
  /** What the ribbons of each column add up to. */
  total: FenNumber,
  /** What the books call paid in the period: the total less what was taken back on balance and what banks gave. */
  paid: FenNumber,
  /** The year of `to`: what was planned for it, and what had arrived and was paid at the end of each month. */
  progress: z.object({
    year: z.string(),
    planned: FenNumber,
    months: z.array(z.object({ month: z.string(), arrived: FenNumber, paid: FenNumber })),
  }),
});
export type FundFlow = z.infer<typeof FundFlow>;

export const getFundFlow = route({
  method: 'GET',
  path: '/api/funds/flow',
  summary:
    'What was paid, from source through use, place and project to who got it, and the budget by month',
  permission: 'funds.read',
  area: 'query.area',
  audit: null,
  query: z.object({
    area: AreaCodeText.optional(),
    /** The year that runs until `to` where nothing is said. */
    from: Month.optional(),
    to: Month.optional(),
    /** Without places and projects, for a wall that is read from afar. */
    brief: z.enum(['yes']).optional(),
  }),
  output: FundFlow,
});
