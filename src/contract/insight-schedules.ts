// Files that come by the clock: who gets a saved view, how often, in which form; and what one was sent.
import { z } from 'zod';
import { roles } from '#domain/access/permission.ts';
import { IdText, PlainDateText, pageOf } from './page.ts';
import { route } from './route.ts';

export const Every = z.enum(['day', 'week', 'month']);

export const Schedule = z.object({
  id: z.string(),
  view: z.object({ id: z.string(), title: z.string() }),
  every: Every,
  format: z.enum(['pdf', 'xlsx']),
  recipients: z.array(z.object({ id: z.string(), name: z.string() })),
  nextOn: PlainDateText,
  lastOn: PlainDateText.nullable(),
  /** Of the last time: how many were sent, and how many were left out because they see none of the area. */
  delivered: z.number().int(),
  leftOut: z.number().int(),
  by: z.string(),
});
export type Schedule = z.infer<typeof Schedule>;

export const listRecipients = route({
  method: 'GET',
  path: '/api/insight/recipients',
  summary: 'Accounts of one’s area that may be sent a view',
  permission: 'insight.report',
  area: 'own',
  audit: null,
  query: z.object({ q: z.string().trim().max(40).optional() }),
  output: pageOf(
    z.object({ id: z.string(), name: z.string(), title: z.string(), role: z.enum(roles) }),
  ),
});

export const scheduleView = route({
  method: 'POST',
  path: '/api/insight/views/:id/schedules',
  summary: 'Send a saved view to some accounts by the clock',
  permission: 'insight.report',
  area: 'row',
  audit: 'insight.schedule-view',
  params: z.object({ id: IdText }),
  body: z.object({
    every: Every,
    format: z.enum(['pdf', 'xlsx']),
    accounts: z.array(z.uuid()).min(1).max(50),
  }),
  output: z.object({ id: z.string(), nextOn: PlainDateText }),
});

export const listSchedules = route({
  method: 'GET',
  path: '/api/insight/schedules',
  summary: 'What is sent by the clock from one’s area',
  permission: 'insight.report',
  area: 'own',
  audit: null,
  output: pageOf(Schedule),
});

export const stopSchedule = route({
  method: 'POST',
  path: '/api/insight/schedules/:id/stop',
  summary: 'Send nothing more of it',
  permission: 'insight.report',
  area: 'row',
  audit: 'insight.stop-schedule',
  params: z.object({ id: IdText }),
});

export const Delivery = z.object({
  id: z.string(),
  title: z.string(),
  format: z.enum(['pdf', 'xlsx']),
  dataDay: PlainDateText,
  madeAt: z.string(),
  masked: z.boolean(),
  openedAt: z.string().nullable(),
});
export type Delivery = z.infer<typeof Delivery>;

export const listDeliveries = route({
  method: 'GET',
  path: '/api/insight/deliveries',
  summary: 'What one was sent, the newest first',
  permission: 'insight.receive',
  area: 'own',
  audit: null,
  output: pageOf(Delivery),
});

export const openDelivery = route({
  method: 'GET',
  path: '/api/insight/deliveries/:id/file',
  summary: 'The file one was sent',
  permission: 'insight.receive',
  area: 'row',
  audit: 'insight.open-delivery',
  kind: 'download',
  params: z.object({ id: IdText }),
});
