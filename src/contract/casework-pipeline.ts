// Where cases pile up: every step of every process of an area by colour, and in each part of it.
import { z } from 'zod';
import { Titled } from './casework.ts';
import { AreaCodeText } from './page.ts';
import { route } from './route.ts';

const Pile = z.object({
  overdue: z.number().int(),
  soon: z.number().int(),
  onTime: z.number().int(),
  noClock: z.number().int(),
  /** Days the middle case has waited at this step. */
  medianDays: z.number().int(),
});
export type Pile = z.infer<typeof Pile>;

export const getPipeline = route({
  method: 'GET',
  path: '/api/casework/pipeline',
  summary: 'Open cases of an area by process and step, with the areas below it',
  permission: 'casework.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: z.object({
    parts: z.array(z.object({ code: z.string(), name: z.string() })),
    /** What reviews that end with a class came to, by code; empty where none did. */
    classes: z.array(Titled.extend({ households: z.number().int(), persons: z.number().int() })),
    processes: z.array(
      Titled.extend({
        total: z.number().int(),
        /** In the order of the rules. */
        steps: z.array(
          Titled.extend({
            whole: Pile,
            /** Of each part, in the order of `parts`; null where nothing waits. */
            parts: z.array(Pile.nullable()),
          }),
        ),
      }),
    ),
  }),
});
export type Pipeline = z.infer<typeof getPipeline.output>;
