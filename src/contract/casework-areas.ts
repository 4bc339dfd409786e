// Cases of a village or a county itself, and where the exit of each stands: the incidence with its two
// numbers, the open case, and what the last one ended with.
import { z } from 'zod';
import { CaseRow, Titled } from './casework.ts';
import { AreaCodeText, Bilingual, PlainDateText } from './page.ts';
import { route } from './route.ts';

const AreaParams = z.object({ area: AreaCodeText });

export const areaCases = route({
  method: 'GET',
  path: '/api/casework/areas/:area/cases',
  summary: 'Cases of a village or county itself, and the processes that may be begun for it',
  permission: 'casework.read',
  area: 'params.area',
  audit: null,
  params: AreaParams,
  output: z.object({
    items: z.array(CaseRow),
    processes: z.array(Titled.extend({ closed: Bilingual.nullable() })),
  }),
});

export const beginAreaCase = route({
  method: 'POST',
  path: '/api/casework/areas/:area/cases',
  summary: 'Begins a process of the pack in force for a village or county itself',
  permission: 'casework.act',
  area: 'params.area',
  audit: 'casework.begin',
  params: AreaParams,
  body: z.object({ process: z.string().max(60) }),
  output: z.object({ id: z.string() }),
});

const ExitRow = z.object({
  area: z.string(),
  name: z.string(),
  township: z.string(),
  level: z.enum(['village', 'county']),
  poorPersons: z.number().int(),
  /** Null where nobody entered it. */
  ruralPopulation: z.number().nullable(),
  /** In percent. */
  incidence: z.number().nullable(),
  /** It lies below the limit. */
  holds: z.boolean().nullable(),
  /** The exit that is under way, or the last one. */
  case: z
    .object({
      id: z.string(),
      step: Bilingual.nullable(),
      end: Bilingual.nullable(),
      /** It ended with the exit, and not by staying or being withdrawn. */
      hasLeft: z.boolean(),
      on: PlainDateText,
      isLate: z.boolean(),
    })
    .nullable(),
});
export type ExitRow = z.infer<typeof ExitRow>;

export const listAreaExits = route({
  method: 'GET',
  path: '/api/casework/exits',
  summary:
    'Villages and counties of an area, late exits first: incidence, limit, and where their exit stands',
  permission: 'casework.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: z.object({
    /** Of the incidence, in percent; null where the pack names none. */
    limit: z.number().nullable(),
    limitVerified: z.boolean(),
    items: z.array(ExitRow),
  }),
});
export type AreaExits = z.infer<typeof listAreaExits.output>;
