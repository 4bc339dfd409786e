// Follow-up orders: issued to villages, townships or units, received, reported back, urged, found done; and
// circulars that name who was late.
import { z } from 'zod';
import { delays, orderActs, partStates } from '#domain/monitoring/order.ts';
import { AreaCodeText, Cursor, IdText, Limit, PlainDateText, pageOf } from './page.ts';
import { route } from './route.ts';

const Late = z.object({ delay: z.enum(delays), days: z.number().int() });

export const OrderPartRow = z.object({
  id: z.string(),
  order: z.string(),
  number: z.number().int(),
  title: z.string(),
  kind: z.enum(['area', 'unit']),
  name: z.string(),
  issuer: z.string(),
  issuedOn: PlainDateText,
  dueOn: PlainDateText,
  state: z.enum(partStates),
  receivedOn: PlainDateText.nullable(),
  reportedOn: PlainDateText.nullable(),
  doneOn: PlainDateText.nullable(),
  urged: z.number().int(),
  /** Position of the last act. */
  position: z.number().int(),
  late: Late.nullable(),
});
export type OrderPartRow = z.infer<typeof OrderPartRow>;

export const OrderPart = OrderPartRow.extend({
  words: z.string(),
  basis: z.string(),
  areaCode: z.string(),
  report: z.string().nullable(),
  acts: z.array(
    z.object({
      position: z.number().int(),
      act: z.enum(['issue', ...orderActs]),
      words: z.string(),
      by: z.string(),
      on: PlainDateText,
    }),
  ),
  may: z.array(z.enum(orderActs)),
});
export type OrderPart = z.infer<typeof OrderPart>;

export const OrderRow = z.object({
  id: z.string(),
  number: z.number().int(),
  title: z.string(),
  issuedOn: PlainDateText,
  issuedBy: z.string(),
  dueOn: PlainDateText,
  closedOn: PlainDateText.nullable(),
  parts: z.number().int(),
  received: z.number().int(),
  reported: z.number().int(),
  done: z.number().int(),
  late: z.number().int(),
});
export type OrderRow = z.infer<typeof OrderRow>;

export const Order = OrderRow.extend({
  words: z.string(),
  basis: z.string(),
  basisLink: z.string().nullable(),
  items: z.array(OrderPartRow),
  maySteer: z.boolean(),
});
export type Order = z.infer<typeof Order>;

export const listOrders = route({
  method: 'GET',
  path: '/api/monitoring/orders',
  summary: 'Orders issued in an area, the newest first, with how far they have come',
  permission: 'monitoring.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional(), cursor: Cursor.optional(), limit: Limit }),
  output: pageOf(OrderRow),
});

export const listOrderParts = route({
  method: 'GET',
  path: '/api/monitoring/order-parts',
  summary: 'What was ordered of one’s own place or unit and is not found done yet',
  permission: 'monitoring.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: z.object({ items: z.array(OrderPartRow), mayIssue: z.boolean() }),
});

export const issueOrder = route({
  method: 'POST',
  path: '/api/monitoring/orders',
  summary: 'Issues an order to villages, townships and units',
  permission: 'monitoring.steer',
  area: 'body.area',
  audit: 'monitoring.issue-order',
  body: z.object({
    area: AreaCodeText,
    title: z.string().trim().min(2).max(120),
    words: z.string().trim().min(2).max(4000),
    /** What it was seen in, in words, and the address of the page that shows it. */
    basis: z.string().trim().max(300).default(''),
    basisLink: z
      .string()
      .max(300)
      .regex(/^\/[a-z]/)
      .optional(),
    dueOn: PlainDateText,
    areas: z.array(AreaCodeText).max(400).default([]),
    units: z
      .array(z.object({ account: z.string().max(60).nullable(), name: z.string().trim().max(80) }))
      .max(60)
      .default([]),
  }),
  output: z.object({ id: z.string(), number: z.number().int() }),
});

export const getOrder = route({
  method: 'GET',
  path: '/api/monitoring/orders/:id',
  summary: 'One order with everybody it went to',
  permission: 'monitoring.read',
  area: 'row',
  audit: null,
  params: z.object({ id: IdText }),
  output: Order,
});

export const getOrderPart = route({
  method: 'GET',
  path: '/api/monitoring/order-parts/:id',
  summary: 'What one place or unit was told to do, and what it reported',
  permission: 'monitoring.read',
  area: 'row',
  audit: null,
  params: z.object({ id: IdText }),
  output: OrderPart,
});

export const actOnOrder = route({
  method: 'POST',
  path: '/api/monitoring/order-parts/:id/acts',
  summary: 'Receives, reports back, urges, returns or finds done',
  permission: 'monitoring.work',
  area: 'row',
  audit: 'monitoring.act-on-order',
  params: z.object({ id: IdText }),
  body: z.object({
    seen: z.number().int(),
    act: z.enum(orderActs),
    words: z.string().trim().max(4000).default(''),
  }),
  output: OrderPart,
});

const CircularLine = Late.extend({
  name: z.string(),
  order: z.number().int(),
  title: z.string(),
  dueOn: PlainDateText,
  urged: z.number().int(),
});
export type CircularLine = z.infer<typeof CircularLine>;

const CircularRow = z.object({
  id: z.string(),
  number: z.number().int(),
  title: z.string(),
  on: PlainDateText,
  by: z.string(),
  late: z.number().int(),
});

export const Circular = CircularRow.extend({
  words: z.string(),
  office: z.string(),
  place: z.string(),
  lines: z.array(CircularLine),
});
export type Circular = z.infer<typeof Circular>;

export const listCirculars = route({
  method: 'GET',
  path: '/api/monitoring/circulars',
  summary: 'Circulars of an area, and who would be named in one issued now',
  permission: 'monitoring.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: z.object({ items: z.array(CircularRow), late: z.array(CircularLine) }),
});

export const getCircular = route({
  method: 'GET',
  path: '/api/monitoring/circulars/:id',
  summary: 'One circular as it was issued',
  permission: 'monitoring.read',
  area: 'row',
  audit: null,
  params: z.object({ id: IdText }),
  output: Circular,
});

export const issueCircular = route({
  method: 'POST',
  path: '/api/monitoring/circulars',
  summary: 'Issues a circular that names everybody who is late today',
  permission: 'monitoring.steer',
  area: 'body.area',
  audit: 'monitoring.issue-circular',
  body: z.object({
    area: AreaCodeText,
    title: z.string().trim().min(2).max(120),
    words: z.string().trim().max(2000).default(''),
  }),
  output: z.object({ id: z.string(), number: z.number().int() }),
});
