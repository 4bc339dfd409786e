// The schedule of who answers for which village, made from postings, pairings and appointments; holes show
// as holes.
import { z } from 'zod';
import { AreaCodeText, Bilingual } from './page.ts';
import { route } from './route.ts';

export const getSchedule = route({
  method: 'GET',
  path: '/api/workforce/schedule',
  summary:
    'Who answers for which village: forces and posts of the pack, units that help, supervisors',
  permission: 'workforce.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: z.object({
    columns: z.array(
      z.object({ set: z.string(), post: z.string(), title: Bilingual, verified: z.boolean() }),
    ),
    villages: z.array(
      z.object({
        code: z.string(),
        township: z.string(),
        name: z.string(),
        /** In the order of the columns. */
        cells: z.array(
          z.object({
            holders: z.array(
              z.object({
                id: z.string(),
                name: z.string(),
                title: z.string(),
                duty: z.string(),
                /** Answers for the whole township. */
                isOfTownship: z.boolean(),
              }),
            ),
            missing: z.number().int(),
          }),
        ),
        /** Whose people help households there. */
        units: z.array(z.string()),
        supervisors: z.array(z.string()),
        holes: z.number().int(),
      }),
    ),
    holes: z.number().int(),
    complete: z.number().int(),
    mayManage: z.boolean(),
  }),
});
export type Schedule = z.infer<typeof getSchedule.output>;
