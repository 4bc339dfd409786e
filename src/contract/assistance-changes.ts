// What became of a household since its first plan, beside what was promised, and what its village got.
import { z } from 'zod';
import { changeStandings } from '#domain/assistance/what-changed.ts';
import { Bilingual, PlainDateText } from './page.ts';
import { HouseholdParams } from './registry-households.ts';
import { route } from './route.ts';

export const WhatChanged = z.object({
  /** The day the first plan came in force; null where there is none yet. */
  since: PlainDateText.nullable(),
  rows: z.array(
    z.object({
      field: z.string(),
      title: Bilingual,
      before: Bilingual,
      now: Bilingual,
      promised: z
        .object({ words: z.string(), measure: Bilingual, dueOn: PlainDateText.nullable() })
        .nullable(),
      standing: z.enum(changeStandings),
    }),
  ),
  /** Indicators of the village that somebody entered by then or since, by the department that owns them. */
  village: z.array(
    z.object({
      set: z.string(),
      indicator: z.string(),
      title: Bilingual,
      unit: z.string(),
      before: z.number().nullable(),
      now: z.number(),
      asOf: PlainDateText,
    }),
  ),
});
export type WhatChanged = z.infer<typeof WhatChanged>;

export const householdChanges = route({
  method: 'GET',
  path: '/api/assistance/households/:id/changes',
  summary:
    'Income, school, water, road and house before the plan and today, beside what was promised',
  permission: 'assistance.own',
  area: 'row',
  audit: null,
  params: HouseholdParams,
  output: WhatChanged,
});
