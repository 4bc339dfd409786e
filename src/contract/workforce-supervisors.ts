// Village supervisors: appointed for a term and a village by township or county. What they report is none
// of these doors' business.
import { z } from 'zod';
import { AreaCodeText, IdText, PlainDateText } from './page.ts';
import { route } from './route.ts';

export const tenures = ['serving', 'coming', 'over'] as const;

const VillageSupervisor = z.object({
  id: z.string(),
  name: z.string(),
  areaCode: z.string(),
  township: z.string(),
  village: z.string(),
  from: PlainDateText,
  to: PlainDateText,
  endedOn: PlainDateText.nullable(),
  endedReason: z.string().nullable(),
  tenure: z.enum(tenures),
  appointedBy: z.string(),
});
export type VillageSupervisor = z.infer<typeof VillageSupervisor>;

export const listSupervisors = route({
  method: 'GET',
  path: '/api/workforce/supervisors',
  summary: 'Village supervisors of an area with their terms, and the villages that have none',
  permission: 'workforce.read',
  area: 'query.area',
  audit: null,
  query: z.object({
    area: AreaCodeText.optional(),
    show: z.enum(['now', 'over']).default('now'),
  }),
  output: z.object({
    items: z.array(VillageSupervisor),
    villages: z.number().int(),
    villagesWith: z.number().int(),
    without: z.array(z.object({ code: z.string(), name: z.string(), township: z.string() })),
    mayManage: z.boolean(),
  }),
});
export type Supervisors = z.infer<typeof listSupervisors.output>;

export const appointSupervisor = route({
  method: 'POST',
  path: '/api/workforce/supervisors',
  summary: 'Appoints a village supervisor for a term',
  permission: 'workforce.manage',
  area: 'body.area',
  audit: 'workforce.appoint-supervisor',
  body: z.object({
    area: AreaCodeText,
    name: z.string().trim().min(2).max(40),
    from: PlainDateText,
    to: PlainDateText,
  }),
  output: z.object({ id: z.string() }),
});

export const dismissSupervisor = route({
  method: 'POST',
  path: '/api/workforce/supervisors/:id/end',
  summary:
    'Ends the term of a village supervisor early, with the reason; nothing more is reported by the slip',
  permission: 'workforce.manage',
  area: 'row',
  audit: 'workforce.dismiss-supervisor',
  params: z.object({ id: IdText }),
  body: z.object({ reason: z.string().trim().min(1).max(200) }),
  output: z.object({ id: z.string() }),
});
